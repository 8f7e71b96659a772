//! Where a finding points when it is about something missing, and where an arithmetic mistake is.

use casebook::{Insight, InsightKind, SegmentKind};
use interview::{Challenge, Reaction, Span};

use super::Catch;
use crate::heard::{Found, Heard, Turn};
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

/// Words in a turn from which on it is a plan and no remark.
const PLAN_WORDS: usize = 25;

/// The turn in which the structure was presented: the first that draws a tree, else the first long
/// one that is on the case, else the one with most of it. Later questions are no plan.
pub(super) fn presented<'h, 'a>(heard: &'h Heard<'a>) -> Option<&'h Turn<'a>> {
    if heard.kind() != SegmentKind::Structure {
        return None;
    }
    let tree = |t: &&Turn| {
        t.reading
            .tree
            .as_ref()
            .is_some_and(|t| t.branches.len() > 1)
    };
    let covers = |turn: &Turn| heard.hits().filter(|f| f.turn.entry == turn.entry).count();
    let speaking = || heard.turns.iter().filter(|turn| covers(turn) > 0);
    let long = |turn: &&Turn| marks::words(turn.text).count() >= PLAN_WORDS;
    let drawn = heard.turns.iter().find(tree);
    drawn
        .or_else(|| speaking().find(long))
        .or_else(|| speaking().rev().max_by_key(|turn| covers(turn)))
}

/// Where the presented structure ends: its last clause that asks nothing.
pub(super) fn plan_end<'h, 'a>(heard: &'h Heard<'a>) -> Option<(&'h Turn<'a>, Span)> {
    let plan = presented(heard)?;
    let worded = |span: &Span| marks::words(span.of(plan.text)).next().is_some();
    let said = || {
        heard
            .clauses()
            .filter(|(turn, span)| turn.entry == plan.entry && worded(span))
    };
    let last = said().filter(|(_, span)| !asks(plan, *span)).last();
    last.or_else(|| said().last())
}

/// The first turn that took a challenge of this segment in the given way.
pub(super) fn taken<'h, 'a>(
    heard: &'h Heard<'a>,
    way: impl Fn(&Challenge, Reaction) -> bool,
) -> Option<&'h Turn<'a>> {
    let challenges = heard.before.moments.challenges.iter();
    let mut entries = challenges.filter_map(|challenge| {
        let (entry, reaction) = challenge.taken?;
        way(challenge, reaction).then_some(entry)
    });
    entries.find_map(|entry| heard.turns.iter().find(|turn| turn.entry == entry))
}

/// Whether a place lies in a question.
pub(super) fn asks(turn: &Turn, span: Span) -> bool {
    let meets = |q: &Span| q.start < span.end && span.start < q.end;
    turn.reading.questions.iter().any(meets) || around(turn.text, span).trim_end().ends_with('?')
}

/// The sentence around a place, its end mark included. A point between digits ends nothing.
pub(super) fn around(text: &str, span: Span) -> &str {
    let ends = |at: usize| {
        let next = text[at + 1..].chars().next();
        match text.as_bytes()[at] {
            b'.' => next.is_none_or(char::is_whitespace),
            b'?' | b'!' | b'\n' => true,
            _ => false,
        }
    };
    let (first, last) = (span.start.min(text.len()), span.end.min(text.len()));
    let bytes = |from: usize, to: usize| (from..to).filter(|at| text.as_bytes()[*at].is_ascii());
    let start = bytes(0, first).rfind(|at| ends(*at)).map_or(0, |at| at + 1);
    let end = bytes(last.saturating_sub(1).max(start), text.len()).find(|at| ends(*at));
    text.get(start..end.map_or(text.len(), |at| at + 1))
        .unwrap_or("")
}

/// Words that take back or limit what stands beside them.
const REFUTING: &[&str] = &[
    "not",
    "isn't",
    "aren't",
    "doesn't",
    "don't",
    "wouldn't",
    "never",
    "only because",
    "although",
    "though",
    "instead",
    "rather than",
    "misleading",
];

/// The place where a wrong reading is claimed; one that is asked about or refuted is none.
pub(super) fn claimed<'h, 'a>(heard: &'h Heard<'a>, item: &str) -> Option<Found<'h, 'a>> {
    heard.hits().find(|found| {
        let sentence = around(found.turn.text, found.hit.at);
        found.hit.item == item
            && !asks(found.turn, found.hit.at)
            && marks::places(sentence, REFUTING).next().is_none()
    })
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

/// Whether an essential insight of the exhibit was seen. Who has it speaks of the tempting misreading
/// to warn of it, which words alone do not always tell from falling for it.
pub(super) fn sees_the_point(heard: &Heard<'_>, insights: &[Insight]) -> bool {
    let mut essential = insights.iter().filter(|i| i.kind == InsightKind::Essential);
    essential.any(|i| heard.covers(&i.id).is_some())
}
