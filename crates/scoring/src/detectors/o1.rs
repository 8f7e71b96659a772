//! O1: solves a different question.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::worth::goal_topics;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "O1",
    name: "Solves a different question",
    severity: Severity::Fatal,
    dimension: Dimension::Framing,
    what: "The opening speaks of nothing that the client asked or that the case is about.",
    why: "An answer to another question has no value, however good it is.",
    example: "So the task is to cut head office cost, and I would start with the lease.",
    instead: "Say the goal back in one sentence, with its measure and date, and ask whether that is right.",
    catch,
};

/// Fewer words are a greeting, not an opening.
const FEW_WORDS: usize = 8;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::opening(heard, SegmentKind::Clarify) else { return Vec::new() };
    let mut known = goal_topics(heard.case);
    known.extend(marks::topics(&heard.case.prompt));
    let about = heard.turns.iter().any(|t| marks::topics(t.text).any(|topic| known.contains(&topic)));
    if about || heard.word_count() < FEW_WORDS || heard.hits().next().is_some() {
        return Vec::new();
    }
    vec![Catch::at(turn, span, format!("Nothing here bears on: {}", heard.case.objective.text))]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn an_opening_about_something_else_is_caught() {
        check("O1", "clarify", "We must cut head office cost, starting with the lease of the tower", &["We must cut head office cost"]);
    }

    #[test]
    fn an_opening_in_other_words_that_asks_for_a_fact_passes() {
        check("O1", "clarify", "By when must money come back to them, [f1: what hurdle do they set?]", &[]);
    }

    #[test]
    fn a_word_of_thanks_is_never_caught() {
        check("O1", "clarify", "Thanks, give me a moment", &[]);
    }
}
