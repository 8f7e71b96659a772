//! Series over time: rows are the moments, left to right, and each series is named at its end.

use super::Drawing;
use super::labels::{spread, wrap};
use super::plot::Plot;
use super::scale::Scale;
use super::svg::{Anchor, LINE_PX, Svg, Window, pct, text_pct};

/// More lines than this cross beyond telling.
const LINES_MAX: usize = 4;
const HEIGHT_PX: f64 = 216.0;
const TOP_PX: f64 = 16.0;
const NAMES_PCT: f64 = 26.0;
const ASIDE_PX: f64 = 9.0;

/// `None` with fewer than two moments, too many lines, or series measured differently.
pub(super) fn draw(plot: &Plot) -> Option<Drawing> {
    if plot.rows.len() < 2 || plot.series.len() > LINES_MAX || !plot.has_one_unit() {
        return None;
    }
    let scale = Scale::holding(plot.values());
    let ticks = scale.ticks();
    let left = ticks
        .iter()
        .map(|(_, text)| text_pct(text))
        .fold(0.0, f64::max)
        + pct(ASIDE_PX);
    let area = Window {
        x: left,
        y: TOP_PX,
        width: 100.0 - left - NAMES_PCT,
        height: HEIGHT_PX,
    };
    let mut svg = Svg::default();
    for (value, text) in &ticks {
        let y = area.up(scale.share(*value));
        let class = if value.abs() < scale.step / 2.0 {
            "x-base"
        } else {
            "x-grid"
        };
        svg.line((area.x, y), (area.right(), y), class);
        svg.text((0.0, y + 4.0), Anchor::Start, 0.0, "x-tick", text);
    }
    moments(&mut svg, plot, area);
    for series in 0..plot.series.len() {
        curve(&mut svg, plot, series, scale, area);
    }
    names(&mut svg, plot, scale, area);
    mark(&mut svg, plot, scale, area);
    Some(Drawing {
        description: plot.spoken("Lines over time."),
        svg,
    })
}

fn across(plot: &Plot, at: usize) -> f64 {
    at as f64 / (plot.rows.len() - 1) as f64
}

/// Names under the axis: all where they fit, else the first, the last and every so many between.
fn moments(svg: &mut Svg, plot: &Plot, area: Window) {
    let widest = plot
        .rows
        .iter()
        .map(|row| text_pct(row.label))
        .fold(0.0, f64::max)
        + pct(8.0);
    let fit = ((area.width / widest).floor() as usize).max(1);
    let every = (plot.rows.len() - 1).div_ceil(fit).max(1);
    for (at, row) in plot
        .rows
        .iter()
        .enumerate()
        .filter(|(at, _)| at % every == 0)
    {
        let x = area.across(across(plot, at));
        let (x, anchor) = if x - text_pct(row.label) / 2.0 < 0.0 {
            (0.0, Anchor::Start)
        } else {
            (x, Anchor::Middle)
        };
        svg.text((x, area.bottom() + 18.0), anchor, 0.0, "x-tick", row.label);
    }
    svg.height = area.bottom() + 24.0;
}

fn curve(svg: &mut Svg, plot: &Plot, series: usize, scale: Scale, area: Window) {
    let points: Vec<_> = plot
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let up = scale.share(row.points[series].value);
            (100.0 * across(plot, at), 100.0 * (1.0 - up))
        })
        .collect();
    svg.curve(area, &points, "x-line");
    let last = plot.rows.len() - 1;
    for at in [0, last] {
        let y = area.up(scale.share(plot.rows[at].points[series].value));
        svg.circle(area.across(across(plot, at)), y, 4.0, "x-ring");
    }
}

fn names(svg: &mut Svg, plot: &Plot, scale: Scale, area: Window) {
    let last = &plot.rows[plot.rows.len() - 1];
    let room = NAMES_PCT - pct(ASIDE_PX);
    let labels: Vec<_> = plot
        .series
        .iter()
        .zip(&last.points)
        .map(|(column, point)| (wrap(&column.label, room), point))
        .collect();
    let heights: Vec<_> = labels
        .iter()
        .map(|(_, point)| area.up(scale.share(point.value)) + 4.0)
        .collect();
    let deepest = labels
        .iter()
        .map(|(lines, _)| lines.len())
        .max()
        .unwrap_or(1);
    // Spread as if each took one line, then scaled to the lines that the longest takes.
    let unit = (deepest + 1) as f64;
    let scaled: Vec<_> = heights.iter().map(|height| height / unit).collect();
    let lowest = (area.bottom() + 4.0 - LINE_PX * deepest as f64) / unit;
    let placed = spread(&scaled, 12.0 / unit, lowest.max(12.0 / unit));
    for (series, ((lines, point), height)) in labels.iter().zip(placed).enumerate() {
        let marked = plot.is_marked(plot.rows.len() - 1, series);
        let class = if marked { "x-hi-text" } else { "x-num" };
        let (x, y) = (area.right() + pct(ASIDE_PX), height * unit);
        svg.text((x, y), Anchor::Start, 0.0, class, &point.text);
        svg.lines((x, y + LINE_PX), Anchor::Start, "x-text", lines);
    }
}

fn mark(svg: &mut Svg, plot: &Plot, scale: Scale, area: Window) {
    let Some((at, series)) = plot.marked else {
        return;
    };
    let point = &plot.rows[at].points[series];
    let (x, y) = (
        area.across(across(plot, at)),
        area.up(scale.share(point.value)),
    );
    svg.circle(x, y, 5.0, "x-hi");
    if at + 1 == plot.rows.len() {
        // The number stands at the end of its line already.
        return;
    }
    let above = if y - ASIDE_PX < TOP_PX {
        y + 20.0
    } else {
        y - ASIDE_PX
    };
    svg.text((x, above), Anchor::Middle, 0.0, "x-hi-text", &point.text);
}
