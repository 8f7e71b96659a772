//! Series on end to end, a row each, with the sum at the right.

use super::Drawing;
use super::figures::drawn;
use super::labels::{Head, heads, wrap};
use super::plot::{Plot, PlotRow};
use super::svg::{Anchor, LINE_PX, Svg, pct, text_pct};

const BAR_PX: f64 = 26.0;
const BETWEEN_PX: f64 = 14.0;
const LETTERS_PX: f64 = 18.0;
const INSET_PX: f64 = 6.0;
const NAMES_PCT: f64 = 30.0;
/// Shares that sum to this say so by themselves.
const WHOLE: f64 = 100.0;

/// `None` when parts are negative or measured differently: they have no sum.
pub(super) fn draw(plot: &Plot) -> Option<Drawing> {
    if plot.values().any(|value| value < 0.0) || !plot.has_one_unit() {
        return None;
    }
    let sums: Vec<f64> = plot.rows.iter().map(sum).collect();
    let longest = sums.iter().copied().fold(0.0, f64::max);
    if longest <= 0.0 {
        return None;
    }
    let texts = sum_texts(plot, &sums);
    let reserve = texts.iter().map(|text| text_pct(text)).fold(0.0, f64::max);
    let reserve = if reserve > 0.0 {
        reserve + pct(INSET_PX * 2.0)
    } else {
        0.0
    };
    let per_unit = (100.0 - NAMES_PCT - reserve) / longest;

    let mut svg = Svg::default();
    let mut top = names(&mut svg, plot, per_unit);
    let first = top;
    for (at, row) in plot.rows.iter().enumerate() {
        let lines = wrap(row.label, NAMES_PCT - 2.0);
        let class = if plot.marks_row(at) {
            "x-hi-text"
        } else {
            "x-text"
        };
        svg.lines((0.0, top + LETTERS_PX), Anchor::Start, class, &lines);
        let bar = top + LINE_PX * (lines.len() - 1) as f64 / 2.0;
        parts(&mut svg, plot, at, bar, per_unit);
        if let Some(text) = texts.get(at) {
            svg.text((100.0, bar + LETTERS_PX), Anchor::End, 0.0, "x-num", text);
        }
        top += BAR_PX.max(LINE_PX * lines.len() as f64 + 4.0) + BETWEEN_PX;
    }
    svg.height = top - BETWEEN_PX + 8.0;
    svg.line((NAMES_PCT, first - 6.0), (NAMES_PCT, svg.height), "x-base");
    Some(Drawing {
        description: plot.spoken("Stacked horizontal bars."),
        svg,
    })
}

fn sum(row: &PlotRow) -> f64 {
    row.points.iter().map(|point| point.value).sum()
}

/// The sums as printed: none for shares of a hundred, which would all be the same.
fn sum_texts(plot: &Plot, sums: &[f64]) -> Vec<String> {
    if plot.series.len() == 1 || sums.iter().all(|sum| (sum - WHOLE).abs() < 1.5) {
        return Vec::new();
    }
    let places = plot
        .series
        .iter()
        .map(|column| column.places)
        .max()
        .unwrap_or(0) as usize;
    sums.iter().map(|sum| drawn(*sum, places)).collect()
}

/// Series names over the first row's parts; returns where the first bar begins.
fn names(svg: &mut Svg, plot: &Plot, per_unit: f64) -> f64 {
    let mut x = NAMES_PCT;
    let mut names: Vec<Head> = Vec::new();
    for (series, column) in plot.series.iter().enumerate() {
        let marked = plot.marked.is_some_and(|(_, marked)| marked == series);
        names.push((
            x,
            &column.label,
            if marked { "x-hi-text" } else { "x-quiet" },
        ));
        x += plot.rows[0].points[series].value * per_unit;
    }
    heads(svg, &names) + 10.0
}

fn parts(svg: &mut Svg, plot: &Plot, at: usize, top: f64, per_unit: f64) {
    let mut x = NAMES_PCT;
    for (series, point) in plot.rows[at].points.iter().enumerate() {
        let width = point.value * per_unit;
        let (fill, letters) = shade(series, plot.is_marked(at, series));
        svg.rect(x, top, width, BAR_PX, fill);
        if series > 0 {
            svg.line((x, top), (x, top + BAR_PX), "x-gap");
        }
        // A part too narrow for its number on a phone has it in the table alone.
        if width >= text_pct(&point.text) + pct(INSET_PX + 2.0) {
            svg.text(
                (x, top + LETTERS_PX),
                Anchor::Start,
                INSET_PX,
                letters,
                &point.text,
            );
        }
        x += width;
    }
}

/// The grey of a series and the letters that can be read on it. Neighbours differ.
pub(super) fn shade(series: usize, marked: bool) -> (&'static str, &'static str) {
    if marked {
        return ("x-hi", "x-on-hi");
    }
    match series % 4 {
        0 => ("x-3", "x-on-light"),
        1 => ("x-1", "x-on-dark"),
        2 => ("x-2", "x-on-dark"),
        _ => ("x-4", "x-on-light"),
    }
}
