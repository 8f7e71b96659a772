//! Where a finding points when it is about something missing, and where an arithmetic mistake is.

use casebook::SegmentKind;
use interview::Span;

use super::Catch;
use crate::heard::{Heard, Turn};
use crate::marks;

/// The first clause said in a segment of this kind: findings about something that is missing
/// point at where it was due. `None` outside the kind or when nothing was said.
pub(super) fn opening<'h, 'a>(
    heard: &'h Heard<'a>,
    kind: SegmentKind,
) -> Option<(&'h Turn<'a>, Span)> {
    clause(heard, kind, |clauses| clauses.next())
}

/// The last clause said in a segment of this kind.
pub(super) fn ending<'h, 'a>(
    heard: &'h Heard<'a>,
    kind: SegmentKind,
) -> Option<(&'h Turn<'a>, Span)> {
    clause(heard, kind, |clauses| clauses.last())
}

fn clause<'h, 'a>(
    heard: &'h Heard<'a>,
    kind: SegmentKind,
    pick: impl FnOnce(&mut dyn Iterator<Item = (&'h Turn<'a>, Span)>) -> Option<(&'h Turn<'a>, Span)>,
) -> Option<(&'h Turn<'a>, Span)> {
    if heard.kind() != kind {
        return None;
    }
    let with_words =
        |(turn, span): &(&'h Turn<'a>, Span)| marks::words(span.of(turn.text)).next().is_some();
    pick(&mut heard.clauses().filter(with_words))
}

/// The arithmetic mistakes that carry this code, at the first wrong step or the final number.
pub(super) fn mistakes<'h, 'a>(heard: &'h Heard<'a>, code: &str) -> Vec<Catch<'h, 'a>> {
    let Some(judged) = &heard.judged else {
        return Vec::new();
    };
    let Some((turn, span)) = judged_place(heard) else {
        return Vec::new();
    };
    let named = judged.mistakes().iter().filter(|m| m.code == code);
    named
        .map(|m| {
            let catch = Catch::at(turn, span, sentence(&m.mistake)).instead(route(heard));
            Catch {
                self_caught: judged.self_caught && judged.final_right,
                ..catch
            }
        })
        .collect()
}

/// The first wrong step, else the last number, else the last clause.
pub(super) fn judged_place<'h, 'a>(heard: &'h Heard<'a>) -> Option<(&'h Turn<'a>, Span)> {
    let trace = heard.judged.as_ref().and_then(|j| j.trace.as_ref());
    let wrong = trace.and_then(|t| t.steps.get(t.first_wrong?));
    let at_step = wrong.and_then(|step| {
        let turn = heard.turns.iter().find(|t| t.entry == step.entry)?;
        Some((turn, step.span))
    });
    let at_number = || {
        heard
            .numbers()
            .last()
            .map(|(turn, n)| (turn, Heard::clause_of(turn, n.at)))
    };
    at_step
        .or_else(at_number)
        .or_else(|| ending(heard, SegmentKind::Quant))
}

/// The reference route in one line, as advice.
fn route(heard: &Heard) -> String {
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let steps = quant.map_or(&[][..], |q| &q.steps);
    let worked = steps.iter().map(|s| format!("{}: {}", s.label, s.worked));
    worked.collect::<Vec<_>>().join("; ")
}

/// Capital first, full stop last.
pub(super) fn sentence(words: &str) -> String {
    let words = words.trim().trim_end_matches('.');
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
