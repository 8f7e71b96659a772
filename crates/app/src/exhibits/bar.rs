//! Bars lying down, so that long labels stay level. Several series stand in panels beside each
//! other; those that share a unit share a scale.

use super::Drawing;
use super::labels::wrap;
use super::plot::{Plot, PlotRow, Point, head};
use super::scale::Scale;
use super::svg::{Anchor, LINE_PX, Svg, Window, pct, text_pct};

const BAR_PX: f64 = 26.0;
const BETWEEN_PX: f64 = 14.0;
/// From the top of a bar to the foot of the letters on it.
const LETTERS_PX: f64 = 18.0;
/// Space between a bar's end and its number.
const ASIDE_PX: f64 = 7.0;
/// Width of the row names.
const NAMES_PCT: f64 = 30.0;
const PANEL_GAP_PCT: f64 = 3.0;
/// More panels than this leave no room for their bars on a phone.
const PANELS_MAX: usize = 3;

pub(super) fn draw(plot: &Plot) -> Option<Drawing> {
    let panels = plot.series.len();
    if panels > PANELS_MAX {
        return None;
    }
    let mut svg = Svg::default();
    let width = (100.0 - NAMES_PCT + PANEL_GAP_PCT) / panels as f64 - PANEL_GAP_PCT;
    let across = |series: usize| NAMES_PCT + series as f64 * (width + PANEL_GAP_PCT);
    let first = heads(&mut svg, plot, width, across);
    let tops = names(&mut svg, plot, first);
    for series in 0..panels {
        let window = Window {
            x: across(series),
            y: first,
            width,
            height: svg.height - first,
        };
        panel(&mut svg, plot, series, &tops, window);
    }
    Some(Drawing {
        description: plot.spoken("Horizontal bars."),
        svg,
    })
}

/// Each panel's series above it; nothing when the exhibit's own units say it. Returns where the
/// first bar begins.
fn heads(svg: &mut Svg, plot: &Plot, width: f64, across: impl Fn(usize) -> f64) -> f64 {
    if plot.series.len() == 1 {
        return 8.0;
    }
    let heads: Vec<_> = plot
        .series
        .iter()
        .map(|column| wrap(&head(column), width))
        .collect();
    let deepest = heads.iter().map(Vec::len).max().unwrap_or(0);
    for (series, lines) in heads.iter().enumerate() {
        let y = 12.0 + LINE_PX * (deepest - lines.len()) as f64;
        svg.lines((across(series), y), Anchor::Start, "x-quiet", lines);
    }
    12.0 + LINE_PX * deepest as f64
}

/// The row names; returns the top of each row's bar and sets the drawing's height.
fn names(svg: &mut Svg, plot: &Plot, first: f64) -> Vec<f64> {
    let mut top = first;
    let mut tops = Vec::new();
    for (at, row) in plot.rows.iter().enumerate() {
        let lines = wrap(row.label, NAMES_PCT - 2.0);
        let below = LINE_PX * (lines.len() - 1) as f64;
        let bar = top + below / 2.0;
        let class = if plot.marks_row(at) {
            "x-hi-text"
        } else {
            "x-text"
        };
        svg.lines((0.0, top + LETTERS_PX), Anchor::Start, class, &lines);
        tops.push(bar);
        top += BAR_PX.max(LINE_PX * lines.len() as f64 + 4.0) + BETWEEN_PX;
    }
    svg.height = top - BETWEEN_PX + 8.0;
    tops
}

fn panel(svg: &mut Svg, plot: &Plot, series: usize, tops: &[f64], window: Window) {
    let alike = alike(plot, series);
    let scale = scale(&alike);
    let widest = alike.iter().map(|point| text_pct(&point.text));
    let numbers = widest.fold(0.0, f64::max) + pct(ASIDE_PX);
    let bars = Window {
        width: window.width - numbers,
        ..window
    };
    let nought = bars.across(scale.share(0.0));
    for (at, row) in plot.rows.iter().enumerate() {
        let hi = plot.is_marked(at, series);
        bar(
            svg,
            row,
            series,
            hi,
            tops[at],
            (nought, bars.across(scale.share(row.points[series].value))),
        );
    }
    svg.line(
        (nought, window.y - 4.0),
        (nought, window.bottom()),
        "x-base",
    );
}

/// The points of every series in the unit of this one: their bars are drawn to one measure.
fn alike<'a>(plot: &'a Plot<'_>, series: usize) -> Vec<&'a Point> {
    let unit = &plot.series[series].unit;
    let alike = (0..plot.series.len()).filter(|other| plot.series[*other].unit == *unit);
    alike
        .flat_map(|other| plot.rows.iter().map(move |row| &row.points[other]))
        .collect()
}

fn scale(points: &[&Point]) -> Scale {
    let values = points.iter().map(|point| point.value);
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
    // There are no ticks: the longest bar fills the panel.
    Scale {
        low,
        high: if high > low { high } else { low + 1.0 },
        step: 1.0,
    }
}

fn bar(svg: &mut Svg, row: &PlotRow, series: usize, hi: bool, top: f64, (from, to): (f64, f64)) {
    let point = &row.points[series];
    let fill = if hi { "x-hi" } else { "x-2" };
    svg.rect(from.min(to), top, (to - from).abs(), BAR_PX, fill);
    let class = if hi { "x-hi-text" } else { "x-num" };
    // Beside nought the number of a negative bar needs no room of its own.
    let end = (from.max(to), top + LETTERS_PX);
    svg.text(end, Anchor::Start, ASIDE_PX, class, &point.text);
}
