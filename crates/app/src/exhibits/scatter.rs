//! Two measures against each other, a dot a row, its name beside it.

use super::Drawing;
use super::plot::{Plot, head};
use super::scale::Scale;
use super::svg::{Anchor, LINE_PX, Svg, Window, pct, text_pct};

const HEIGHT_PX: f64 = 208.0;
const TOP_PX: f64 = 30.0;
const RADIUS_PX: f64 = 6.0;
const ASIDE_PX: f64 = 10.0;

/// `None` unless there are just two measures.
pub(super) fn draw(plot: &Plot) -> Option<Drawing> {
    let [x_column, y_column] = plot.series.as_slice() else {
        return None;
    };
    let x_scale = Scale::holding(plot.rows.iter().map(|row| row.points[0].value));
    let y_scale = Scale::holding(plot.rows.iter().map(|row| row.points[1].value));
    let y_ticks = y_scale.ticks();
    let left = y_ticks
        .iter()
        .map(|(_, text)| text_pct(text))
        .fold(0.0, f64::max)
        + pct(ASIDE_PX);
    let area = Window {
        x: left,
        y: TOP_PX,
        width: 95.0 - left,
        height: HEIGHT_PX,
    };
    let mut svg = Svg::default();
    svg.text((0.0, 12.0), Anchor::Start, 0.0, "x-quiet", &head(y_column));
    for (value, text) in &y_ticks {
        let y = area.up(y_scale.share(*value));
        let class = if value.abs() < y_scale.step / 2.0 {
            "x-base"
        } else {
            "x-grid"
        };
        svg.line((area.x, y), (area.right(), y), class);
        svg.text((0.0, y + 4.0), Anchor::Start, 0.0, "x-tick", text);
    }
    for (value, text) in thinned(x_scale.ticks(), area.width) {
        let x = area.across(x_scale.share(value));
        svg.text(
            (x, area.bottom() + 18.0),
            Anchor::Middle,
            0.0,
            "x-tick",
            &text,
        );
    }
    svg.text(
        (100.0, area.bottom() + 36.0),
        Anchor::End,
        0.0,
        "x-quiet",
        &head(x_column),
    );
    svg.height = area.bottom() + 42.0;
    dots(&mut svg, plot, (x_scale, y_scale), area);
    Some(Drawing {
        description: plot.spoken("Scatter."),
        svg,
    })
}

/// Ticks that would meet on a phone are shown every second time.
fn thinned(ticks: Vec<(f64, String)>, width: f64) -> Vec<(f64, String)> {
    let needed: f64 = ticks
        .iter()
        .map(|(_, text)| text_pct(text) + pct(10.0))
        .sum();
    let every = if needed > width { 2 } else { 1 };
    ticks.into_iter().step_by(every).collect()
}

/// What a dot or a name covers: left and right in percent, top and bottom in pixels.
type Patch = (f64, f64, f64, f64);

fn dots(svg: &mut Svg, plot: &Plot, (x_scale, y_scale): (Scale, Scale), area: Window) {
    let places: Vec<(f64, f64)> = plot
        .rows
        .iter()
        .map(|row| {
            let x = area.across(x_scale.share(row.points[0].value));
            (x, area.up(y_scale.share(row.points[1].value)))
        })
        .collect();
    let reach = pct(RADIUS_PX);
    let mut taken: Vec<Patch> = places
        .iter()
        .map(|(x, y)| (x - reach, x + reach, y - RADIUS_PX, y + RADIUS_PX))
        .collect();
    for (at, row) in plot.rows.iter().enumerate() {
        let (x, y) = places[at];
        let marked = plot.marks_row(at);
        svg.circle(x, y, RADIUS_PX, if marked { "x-hi" } else { "x-1" });
        let class = if marked { "x-hi-text" } else { "x-text" };
        let (anchor, dx, down, patch) = beside(row.label, (x, y), &taken, area);
        taken.push(patch);
        svg.text((x, y + down), anchor, dx, class, row.label);
    }
}

/// A place for a name: how it is held, moved right and down by pixels, and its left edge counted
/// in shares of its own width from the dot.
const PLACES: [(Anchor, f64, f64, f64); 8] = [
    (Anchor::Start, ASIDE_PX, 4.0, 0.0),
    (Anchor::End, -ASIDE_PX, 4.0, -1.0),
    (Anchor::Middle, 0.0, -ASIDE_PX, -0.5),
    (Anchor::Middle, 0.0, ASIDE_PX + 12.0, -0.5),
    (Anchor::End, RADIUS_PX, -ASIDE_PX, -1.0),
    (Anchor::End, RADIUS_PX, ASIDE_PX + 12.0, -1.0),
    (Anchor::Start, -RADIUS_PX, -ASIDE_PX, 0.0),
    (Anchor::Start, -RADIUS_PX, ASIDE_PX + 12.0, 0.0),
];

/// The first place where the name meets nothing and stays inside; where there is none, the first
/// that stays inside.
fn beside(
    label: &str,
    (x, y): (f64, f64),
    taken: &[Patch],
    area: Window,
) -> (Anchor, f64, f64, Patch) {
    let width = text_pct(label);
    let placed = PLACES.map(|(anchor, dx, down, shift)| {
        let (left, foot) = (x + pct(dx) + shift * width, y + down);
        (
            anchor,
            dx,
            down,
            (left, left + width, foot - LINE_PX + 3.0, foot + 3.0),
        )
    });
    let inside = |patch: &Patch| patch.0 >= 0.0 && patch.1 <= 100.0;
    let free = |patch: &Patch| {
        !taken
            .iter()
            .any(|t| patch.0 < t.1 && t.0 < patch.1 && patch.2 < t.3 && t.2 < patch.3)
    };
    let on_paper = |patch: &Patch| patch.3 <= area.bottom() && patch.2 >= 14.0;
    let best = placed
        .iter()
        .find(|(.., patch)| inside(patch) && free(patch) && on_paper(patch));
    *best
        .or_else(|| placed.iter().find(|(.., patch)| inside(patch)))
        .unwrap_or(&placed[0])
}
