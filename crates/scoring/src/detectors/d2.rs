//! D2: a solution before the plan.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "D2",
    name: "A solution before the plan",
    severity: Severity::Major,
    dimension: Dimension::Drive,
    what: "Advice was given in the opening, before the problem was broken down.",
    why: "An answer that rests on nothing cannot be followed, and has to be taken back later.",
    example: "I would recommend to enter with a partner.",
    instead: "Keep the idea as something to test: I suspect a partner matters, so I would look at that first.",
    catch,
};

/// Ways to advise.
const ADVICE: &[&str] = &[
    "i recommend", "i would recommend", "i'd recommend", "my recommendation", "my advice", "i advise",
    "i would advise", "they should", "the client should", "the company should",
];

/// Words that make a sentence ask or leave open.
const OPEN: &[&str] = &["whether", "if", "what", "which", "how", "why", "hypothesis", "suspect", "test"];

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Clarify {
        return Vec::new();
    }
    let advice = heard.marked(ADVICE).find(|(turn, span)| {
        let sentence = place::around(turn.text, *span);
        !place::asks(turn, *span) && marks::places(sentence, OPEN).next().is_none()
    });
    advice
        .map(|(turn, span)| Catch::at(turn, Heard::clause_of(turn, span), "You advised before the problem was broken down."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn advice_in_the_opening_is_caught() {
        check("D2", "clarify", "They should enter with a partner.", &["They should enter with a partner"]);
    }

    #[test]
    fn a_playback_and_a_question_pass() {
        check("D2", "clarify", "So we decide whether they should enter.", &[]);
        check("D2", "clarify", "Is it clear that they should enter?", &[]);
    }

    #[test]
    fn the_recommendation_at_the_end_is_never_caught() {
        check("D2", "synthesis", "They should enter with a partner.", &[]);
    }
}
