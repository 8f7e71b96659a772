//! The drift line as a drawing: marks above, time used in the middle, plan below, one scale for
//! all. Lengths only; what people said is never written into it.

use std::fmt::Write;

use askama::filters::{Html, escape};
use casebook::Case;
use scoring::Scorecard;

use super::drift::{DriftRow, WrongStretch};
use crate::{clock, t, tn};

/// Room a mark needs beside the next one, in percent of a phone's width.
const MARK_STEP: f64 = 4.8;

/// Half a mark, kept free at both ends, in percent.
const EDGE: f64 = 1.2;

/// Room for all marks together, in percent of the width.
const MARKS_ROOM: f64 = 96.0;

/// Percent of the width that a letter of a part's name takes on a wide page.
const LETTER: f64 = 0.85;

const MINUTE_MS: u64 = 60_000;

struct Scale {
    /// Milliseconds across the whole width.
    full_ms: u64,
}

impl Scale {
    #[expect(
        clippy::cast_precision_loss,
        reason = "drawing only; an attempt is hours at most"
    )]
    fn percent(&self, ms: u64) -> f64 {
        100.0 * ms as f64 / self.full_ms as f64
    }
}

/// The drawing with its title and description.
pub(crate) fn draw(
    case: &Case,
    card: &Scorecard,
    rows: &[DriftRow],
    wrong: &[WrongStretch],
) -> String {
    let planned: u64 = case
        .segments
        .iter()
        .map(|s| u64::from(s.budget_secs) * 1000)
        .sum();
    let scale = Scale {
        full_ms: planned.max(card.timeline.end.0).max(MINUTE_MS),
    };
    let mut svg = String::from(
        r#"<svg height="146" role="img" aria-labelledby="drift-t drift-d"><title id="drift-t">"#,
    );
    push_text(&mut svg, &t("drift-line-title"));
    svg.push_str("</title><desc id=\"drift-d\">");
    push_text(&mut svg, &tn("drift-line-desc", rows.len()));
    svg.push_str("</desc>");
    wrong_bars(&mut svg, &scale, wrong);
    used(&mut svg, &scale, case, card);
    plan(&mut svg, &scale, case);
    ticks(&mut svg, &scale);
    marks(&mut svg, &scale, rows);
    svg.push_str("</svg>");
    svg
}

fn push_text(svg: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = escape(text, Html).map(|safe| write!(svg, "{safe}"));
}

fn bar(svg: &mut String, scale: &Scale, from: u64, to: u64, place: (u32, u32), class: &str) {
    let (y, height) = place;
    let _ = write!(
        svg,
        r#"<rect x="{:.2}%" y="{y}" width="{:.2}%" height="{height}" class="{class}"/>"#,
        scale.percent(from),
        scale.percent(to.saturating_sub(from)),
    );
}

fn wrong_bars(svg: &mut String, scale: &Scale, wrong: &[WrongStretch]) {
    for stretch in wrong {
        bar(
            svg,
            scale,
            stretch.from_ms,
            stretch.to_ms,
            (88, 5),
            "d-wrong",
        );
    }
    if let Some(last) = wrong.last() {
        let span = clock::span(last.to_ms - last.from_ms);
        let end = scale.percent(last.to_ms);
        // Near the right edge the label stands before the bar's end.
        let (x, anchor, dx) = if end > 70.0 {
            (100.0, "end", 0)
        } else {
            (end, "start", 8)
        };
        let _ = write!(
            svg,
            r#"<text x="{x:.2}%" y="{}" dx="{dx}" text-anchor="{anchor}" class="x-hi-text">"#,
            if end > 70.0 { 106 } else { 95 }
        );
        push_text(svg, &crate::t1("drift-wrong", "span", span));
        svg.push_str("</text>");
    }
}

/// Time used, a bar for each visit to a part, with the silences on it and the overrun at its end.
fn used(svg: &mut String, scale: &Scale, case: &Case, card: &Scorecard) {
    let mut spent: std::collections::HashMap<&str, u64> = std::collections::HashMap::new();
    let mut label_end = -1.0;
    for stretch in &card.timeline.segments {
        let (from, to) = (stretch.from.0, stretch.to.0);
        bar(svg, scale, from, to, (42, 18), "d-run");
        let before = spent.entry(stretch.segment.as_str()).or_default();
        let left = (u64::from(stretch.budget_secs) * 1000).saturating_sub(*before);
        *before += to.saturating_sub(from);
        if to.saturating_sub(from) > left {
            bar(svg, scale, from + left, to, (42, 18), "d-over");
        }
        let x = scale.percent(from);
        let _ = write!(
            svg,
            r#"<line x1="{x:.2}%" x2="{x:.2}%" y1="42" y2="60" class="x-gap"/>"#
        );
        let name = case.segments.iter().find(|s| s.id == stretch.segment);
        if let Some(part) = name
            && x > label_end
        {
            let _ = write!(
                svg,
                r#"<text x="{x:.2}%" y="75" class="x-tick x-wide-only">"#
            );
            push_text(svg, &part.name);
            svg.push_str("</text>");
            label_end = x + LETTER * f64::from(u32::try_from(part.name.len()).unwrap_or(40)) + 1.0;
        }
    }
    for silence in &card.timeline.silences {
        let class = if silence.announced {
            "d-think"
        } else {
            "d-silent"
        };
        bar(svg, scale, silence.from.0, silence.to.0, (42, 18), class);
    }
}

fn plan(svg: &mut String, scale: &Scale, case: &Case) {
    let mut at = 0;
    for part in &case.segments {
        let end = at + u64::from(part.budget_secs) * 1000;
        bar(svg, scale, at, end, (110, 8), "d-plan");
        if at > 0 {
            let x = scale.percent(at);
            let _ = write!(
                svg,
                r#"<line x1="{x:.2}%" x2="{x:.2}%" y1="110" y2="118" class="x-gap"/>"#
            );
        }
        at = end;
    }
}

/// A tick every five minutes.
fn ticks(svg: &mut String, scale: &Scale) {
    let whole = scale.full_ms / MINUTE_MS;
    let step = if whole > 60 { 10 } else { 5 };
    for minute in (0..=whole).step_by(step) {
        let x = scale.percent(minute * MINUTE_MS);
        let anchor = match x {
            x if x < 1.0 => "start",
            x if x > 98.0 => "end",
            _ => "middle",
        };
        let last = minute + step as u64 > whole;
        let unit = if last { "\u{a0}min" } else { "" };
        let _ = write!(
            svg,
            r#"<line x1="{x:.2}%" x2="{x:.2}%" y1="124" y2="129" class="x-link"/><text x="{x:.2}%" y="143" class="x-tick" text-anchor="{anchor}">{minute}{unit}</text>"#
        );
    }
}

/// Squares for drift, circles for what held; neighbours are moved apart, their stems are not.
fn marks(svg: &mut String, scale: &Scale, rows: &[DriftRow]) {
    let wanted: Vec<f64> = rows.iter().map(|r| scale.percent(r.at_ms)).collect();
    let places = apart(&wanted);
    for (row, place) in rows.iter().zip(places) {
        let x = scale.percent(row.at_ms);
        let (stem, shape) = match row.kind {
            "drift" => (
                "d-stem",
                r#"<rect x="-8" y="3" width="16" height="16" class="d-mark"/>"#,
            ),
            "held" => (
                "d-stem--held",
                r#"<circle cx="0" cy="11" r="8.5" class="d-mark--held"/>"#,
            ),
            _ => (
                "d-stem--clock",
                r#"<rect x="-7.5" y="3.5" width="15" height="15" class="d-mark--clock"/>"#,
            ),
        };
        let sign = &row.sign;
        let _ = write!(
            svg,
            r#"<line x1="{place:.2}%" x2="{x:.2}%" y1="18" y2="42" class="{stem}"/><line x1="{x:.2}%" x2="{x:.2}%" y1="42" y2="60" class="{stem}"/><svg x="{place:.2}%" y="7" overflow="visible">{shape}<text x="0" y="15" class="d-mark-no">{sign}</text></svg>"#
        );
    }
}

/// Places as near to the wanted ones as marks of their width allow, in the same order. Marks that
/// would touch form a group that stands in the middle of what its members want.
fn apart(wanted: &[f64]) -> Vec<f64> {
    let count = f64::from(u32::try_from(wanted.len().max(1)).unwrap_or(u32::MAX));
    let step = MARK_STEP.min(MARKS_ROOM / count);
    // Each group: how many marks, and the sum of where they would have its first one.
    let mut groups: Vec<(f64, f64)> = Vec::new();
    let mut before = 0.0;
    for want in wanted {
        groups.push((1.0, want - before * step));
        before += 1.0;
        while let [.., (n, a), (m, b)] = groups[..]
            && a / n > b / m
        {
            groups.truncate(groups.len() - 2);
            groups.push((n + m, a + b));
        }
    }
    let room = EDGE..=(100.0 - EDGE - (count - 1.0) * step).max(EDGE);
    let firsts = groups.iter().flat_map(|(n, sum)| {
        let first = (sum / n).clamp(*room.start(), *room.end());
        std::iter::repeat_n(first, *n as usize)
    });
    let mut offset = -step;
    firsts
        .map(|first| {
            offset += step;
            first + offset
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    fn check(wanted: &[f64], expected: &[f64]) {
        let places = apart(wanted);
        assert_eq!(places.len(), expected.len());
        for (place, expected) in places.iter().zip(expected) {
            assert!(
                (place - expected).abs() < 0.01,
                "{places:?} is not {expected:?}"
            );
        }
    }

    #[test]
    fn marks_with_room_stand_where_they_belong() {
        check(&[10.0, 40.0, 90.0], &[10.0, 40.0, 90.0]);
        check(&[], &[]);
    }

    #[test]
    fn marks_at_one_moment_stand_around_it() {
        check(&[50.0, 50.0, 50.0], &[45.2, 50.0, 54.8]);
    }

    #[test]
    fn marks_at_the_edges_stay_on_the_page() {
        check(&[0.0, 0.0], &[1.2, 6.0]);
        check(&[100.0, 100.0], &[94.0, 98.8]);
    }
}
