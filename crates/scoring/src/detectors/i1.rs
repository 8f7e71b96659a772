//! I1: giving in on a right answer.

use casebook::{Dimension, SegmentKind};
use interview::Reaction;

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "I1",
    name: "Giving in on a right answer",
    severity: Severity::Major,
    dimension: Dimension::Presence,
    what: "A challenge was met by giving way, without a reason, although the answer was right.",
    why: "Interviewers challenge right answers too. A client needs somebody whose answer stands.",
    example: "Okay, you're right, then not.",
    instead: "Say what the challenge says, then what speaks for your answer in one number, and under which condition you would change it.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    // Elsewhere it is not sure enough who was right.
    if heard.kind() != SegmentKind::Quant {
        return Vec::new();
    }
    place::taken(heard, |challenge, reaction| {
        challenge.right == Some(true) && reaction == Reaction::Folds
    })
    .map(|turn| Catch::at(turn, turn.whole(), "You gave way at once, and what you had said was right."))
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{challenged, check, check_in};
    use interview::Reaction::{Folds, HoldsWithReason, RevisesWithReason};

    #[test]
    fn folding_on_a_right_answer_is_caught() {
        check_in(challenged(Some(true), Folds), "I1", "q1", "Okay, you're right.", &["Okay, you're right."]);
    }

    #[test]
    fn a_reason_either_way_passes() {
        check_in(challenged(Some(true), HoldsWithReason), "I1", "q1", "It holds, since it pays back.", &[]);
        check_in(challenged(Some(true), RevisesWithReason), "I1", "q1", "Then less, because costs rise.", &[]);
    }

    #[test]
    fn giving_way_on_a_wrong_answer_or_unasked_is_never_caught() {
        check_in(challenged(Some(false), Folds), "I1", "q1", "Okay, you're right.", &[]);
        check_in(challenged(None, Folds), "I1", "q1", "Okay, you're right.", &[]);
        check("I1", "q1", "Okay, you're right.", &[]);
    }
}
