//! O4: a bundle of questions at once.

use casebook::{Dimension, SegmentKind};
use interview::Span;

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "O4",
    name: "A bundle of questions at once",
    severity: Severity::Minor,
    dimension: Dimension::Framing,
    what: "Four or more questions in one turn of an interview.",
    why: "The interviewer answers the last one; the others are lost, and so is your order.",
    example: "What is the budget? Who competes? By when? And how are sites awarded?",
    instead: "Ask one question, hear the answer, ask the next one that it makes you want to know.",
    catch,
};

/// Three in a breath can still be answered in a breath.
const BUNDLE: usize = 4;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Clarify || !heard.before.attempt {
        return Vec::new();
    }
    let bundles = heard.turns.iter().filter(|t| t.reading.questions.len() >= BUNDLE);
    bundles
        .filter_map(|turn| {
            let (first, last) = (turn.reading.questions.first()?, turn.reading.questions.last()?);
            let span = Span { start: first.start, end: last.end };
            let what = format!("{} questions in one turn.", turn.reading.questions.len());
            Some(Catch::at(turn, span, what))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_in, Scene};
    use crate::heard::Before;

    fn interview() -> Scene {
        Scene { before: Before { attempt: true, ..Before::default() }, ..Scene::default() }
    }

    #[test]
    fn four_questions_in_a_turn_are_caught() {
        check_in(interview(), "O4", "clarify", "Why now? What budget? Who competes? By when?", &["Why now? What budget? Who competes? By when?"]);
    }

    #[test]
    fn three_pass() {
        check_in(interview(), "O4", "clarify", "Why now? What budget? Who competes?", &[]);
    }

    #[test]
    fn questions_gathered_from_several_turns_are_never_caught() {
        check("O4", "clarify", "Why now? What budget? Who competes? By when?", &[]);
    }
}
