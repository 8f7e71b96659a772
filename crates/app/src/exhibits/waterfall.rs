//! A start, the changes, the end. Upright while the names fit under their columns, else lying.

use super::Drawing;
use super::labels::wrap;
use super::plot::Plot;
use super::svg::{Anchor, LINE_PX, Svg, Window, pct, text_pct};

/// More columns than this leave no room for their names on a phone.
const UPRIGHT_MAX: usize = 6;
const HEIGHT_PX: f64 = 206.0;
const TOP_PX: f64 = 24.0;
/// Share of its place that a column fills.
const COLUMN_FILL: f64 = 0.7;
const NAMES_PCT: f64 = 34.0;
const ROW_PX: f64 = 22.0;
const BETWEEN_PX: f64 = 12.0;
/// Space between a bar and its number.
const ASIDE_PX: f64 = 7.0;

/// A floating bar: where it begins and ends, in the exhibit's unit.
struct Step {
    from: f64,
    to: f64,
    class: &'static str,
}

/// `None` without a change between start and end, or with more than one series.
pub(super) fn draw(plot: &Plot) -> Option<Drawing> {
    if plot.series.len() != 1 || plot.rows.len() < 3 {
        return None;
    }
    let steps = steps(plot);
    let ends = steps.iter().flat_map(|step| [step.from, step.to]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(l, h), end| (l.min(end), h.max(end)));
    if high <= low {
        return None;
    }
    let share = |value: f64| (value - low) / (high - low);
    let svg = if plot.rows.len() <= UPRIGHT_MAX {
        upright(plot, &steps, share)
    } else {
        lying(plot, &steps, share, low < 0.0)
    };
    Some(Drawing {
        description: plot.spoken("Waterfall."),
        svg,
    })
}

fn steps(plot: &Plot) -> Vec<Step> {
    let last = plot.rows.len() - 1;
    let mut level = 0.0;
    plot.rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let value = row.points[0].value;
            let whole = at == 0 || at == last;
            let from = if whole { 0.0 } else { level };
            level = from + value;
            let class = match (plot.is_marked(at, 0), whole) {
                (true, _) => "x-hi",
                (false, true) => "x-1",
                (false, false) => "x-2",
            };
            Step {
                from,
                to: level,
                class,
            }
        })
        .collect()
}

fn upright(plot: &Plot, steps: &[Step], share: impl Fn(f64) -> f64) -> Svg {
    let mut svg = Svg::default();
    let place = 100.0 / steps.len() as f64;
    let area = Window {
        x: 0.0,
        y: TOP_PX,
        width: 100.0,
        height: HEIGHT_PX,
    };
    let nought = area.up(share(0.0));
    let mut deepest = 1;
    for (at, step) in steps.iter().enumerate() {
        let (left, width) = (
            place * (at as f64 + (1.0 - COLUMN_FILL) / 2.0),
            place * COLUMN_FILL,
        );
        let (from, to) = (area.up(share(step.from)), area.up(share(step.to)));
        svg.rect(left, from.min(to), width, (from - to).abs(), step.class);
        if at + 1 < steps.len() {
            svg.line((left + width, to), (left + place, to), "x-link");
        }
        let middle = left + width / 2.0;
        let (number, name) = letters(plot, at);
        let text = &plot.rows[at].points[0].text;
        svg.text(
            (middle, from.min(to) - ASIDE_PX),
            Anchor::Middle,
            0.0,
            number,
            text,
        );
        let lines = wrap(plot.rows[at].label, place - 1.0);
        deepest = deepest.max(lines.len());
        svg.lines((middle, area.bottom() + 18.0), Anchor::Middle, name, &lines);
    }
    svg.line((0.0, nought), (100.0, nought), "x-base");
    svg.height = area.bottom() + 24.0 + LINE_PX * (deepest - 1) as f64;
    svg
}

fn lying(plot: &Plot, steps: &[Step], share: impl Fn(f64) -> f64, negative: bool) -> Svg {
    let mut svg = Svg::default();
    let widest = plot
        .rows
        .iter()
        .map(|row| text_pct(&row.points[0].text))
        .fold(0.0, f64::max);
    let numbers = widest + pct(ASIDE_PX);
    let left = NAMES_PCT + if negative { numbers } else { 0.0 };
    let area = Window {
        x: left,
        y: 8.0,
        width: 100.0 - left - numbers,
        height: 0.0,
    };
    let mut top = area.y;
    for (at, step) in steps.iter().enumerate() {
        let lines = wrap(plot.rows[at].label, NAMES_PCT - 2.0);
        let (number, name) = letters(plot, at);
        svg.lines((0.0, top + 15.0), Anchor::Start, name, &lines);
        let bar = top + LINE_PX * (lines.len() - 1) as f64 / 2.0;
        let (from, to) = (area.across(share(step.from)), area.across(share(step.to)));
        svg.rect(from.min(to), bar, (to - from).abs(), ROW_PX, step.class);
        let text = &plot.rows[at].points[0].text;
        svg.text(
            (from.max(to), bar + 15.0),
            Anchor::Start,
            ASIDE_PX,
            number,
            text,
        );
        let next = top + ROW_PX.max(LINE_PX * lines.len() as f64 + 2.0) + BETWEEN_PX;
        if at + 1 < steps.len() {
            svg.line((to, bar + ROW_PX), (to, next), "x-link");
        }
        top = next;
    }
    let nought = area.across(share(0.0));
    svg.height = top - BETWEEN_PX + 6.0;
    svg.line((nought, 2.0), (nought, svg.height), "x-base");
    svg
}

/// Classes of a column's number and name.
fn letters(plot: &Plot, at: usize) -> (&'static str, &'static str) {
    if plot.marks_row(at) {
        ("x-hi-text", "x-hi-text")
    } else {
        ("x-num", "x-text")
    }
}
