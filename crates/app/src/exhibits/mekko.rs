//! Columns as wide as their size, cut by shares of it. The first series is the width.

use super::Drawing;
use super::labels::{Head, heads, spread};
use super::plot::{Plot, PlotRow};
use super::stacked::shade;
use super::svg::{Anchor, Svg, Window, pct, text_pct};

const HEIGHT_PX: f64 = 232.0;
const INSET_PX: f64 = 6.0;
const ASIDE_PX: f64 = 8.0;
/// A part lower than this cannot hold its number.
const PART_MIN_PX: f64 = 17.0;

/// `None` without shares, or where a width or a share is negative.
pub(super) fn draw(plot: &Plot) -> Option<Drawing> {
    let sizes: Vec<f64> = plot.rows.iter().map(|row| row.points[0].value).collect();
    let whole: f64 = sizes.iter().sum();
    let has_parts =
        |row: &PlotRow| row.points[1..].iter().map(|point| point.value).sum::<f64>() > 0.0;
    if plot.series.len() < 2
        || plot.values().any(|value| value < 0.0)
        || whole <= 0.0
        || !plot.rows.iter().all(has_parts)
    {
        return None;
    }
    let named = plot.series[1..]
        .iter()
        .map(|column| text_pct(&column.label))
        .fold(0.0, f64::max);
    let width = 100.0 - named - pct(ASIDE_PX);
    let mut starts = Vec::new();
    let mut x = 0.0;
    for size in &sizes {
        starts.push(x);
        x += size / whole * width;
    }
    let mut svg = Svg::default();
    let top = names(&mut svg, plot, &starts);
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(width);
        let column = Window {
            x: *start,
            y: top,
            width: end - start,
            height: HEIGHT_PX,
        };
        parts(&mut svg, plot, at, column);
        if at > 0 {
            svg.line((*start, top), (*start, column.bottom()), "x-gap");
        }
    }
    series_names(&mut svg, plot, width, top);
    svg.height = top + HEIGHT_PX + 4.0;
    Some(Drawing {
        description: plot.spoken("Mekko chart, width and shares."),
        svg,
    })
}

/// Row names with their sizes over the columns; returns where the columns begin.
fn names(svg: &mut Svg, plot: &Plot, starts: &[f64]) -> f64 {
    let texts: Vec<_> = plot
        .rows
        .iter()
        .map(|row| format!("{} {}", row.label, row.points[0].text))
        .collect();
    let names: Vec<Head> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let class = if plot.marks_row(at) {
                "x-hi-text"
            } else {
                "x-text"
            };
            (starts[at], text.as_str(), class)
        })
        .collect();
    heads(svg, &names) + 10.0
}

/// Heights of a row's parts, from the top, that fill the column whatever they sum to.
fn heights(row: &PlotRow) -> Vec<f64> {
    let sum: f64 = row.points[1..].iter().map(|point| point.value).sum();
    row.points[1..]
        .iter()
        .map(|point| point.value / sum * HEIGHT_PX)
        .collect()
}

fn parts(svg: &mut Svg, plot: &Plot, at: usize, column: Window) {
    let row = &plot.rows[at];
    let mut y = column.y;
    for (part, height) in heights(row).into_iter().enumerate() {
        let (fill, letters) = shade(part, plot.is_marked(at, part + 1));
        svg.rect(column.x, y, column.width, height, fill);
        if part > 0 {
            svg.line((column.x, y), (column.right(), y), "x-gap");
        }
        let text = &row.points[part + 1].text;
        if height >= PART_MIN_PX && column.width >= text_pct(text) + pct(INSET_PX + 2.0) {
            svg.text(
                (column.x, y + height / 2.0 + 5.0),
                Anchor::Start,
                INSET_PX,
                letters,
                text,
            );
        }
        y += height;
    }
}

fn series_names(svg: &mut Svg, plot: &Plot, width: f64, top: f64) {
    let Some(last) = plot.rows.last() else { return };
    let mut y = top;
    let middles: Vec<f64> = heights(last)
        .into_iter()
        .map(|height| {
            y += height;
            y - height / 2.0 + 5.0
        })
        .collect();
    let placed = spread(&middles, top + 12.0, top + HEIGHT_PX);
    for (series, (column, y)) in plot.series[1..].iter().zip(placed).enumerate() {
        let marked = plot.marked.is_some_and(|(_, marked)| marked == series + 1);
        let class = if marked { "x-hi-text" } else { "x-text" };
        svg.text((width, y), Anchor::Start, ASIDE_PX, class, &column.label);
    }
}
