//! I2: defending a wrong answer.

use casebook::{Dimension, SegmentKind};
use interview::Reaction;

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "I2",
    name: "Defending a wrong answer",
    severity: Severity::Major,
    dimension: Dimension::Presence,
    what: "A challenge to something wrong was turned away without looking at it again.",
    why: "A challenge is often the one chance to find a slip before it spreads.",
    example: "I'm sure, the number is right.",
    instead: "Go back one step aloud before you answer: the base, the unit, the size. Then keep it or correct it, and say why.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    // Elsewhere it is not sure enough who was right.
    if heard.kind() != SegmentKind::Quant {
        return Vec::new();
    }
    place::taken(heard, |challenge, reaction| {
        challenge.right == Some(false) && reaction == Reaction::DigsIn
    })
    .map(|turn| Catch::at(turn, turn.whole(), "You held to this without looking at it again, and it was off."))
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{challenged, check, check_in};
    use interview::Reaction::{DigsIn, RevisesWithReason};

    #[test]
    fn digging_in_on_a_wrong_answer_is_caught() {
        check_in(challenged(Some(false), DigsIn), "I2", "q1", "I'm sure.", &["I'm sure."]);
    }

    #[test]
    fn looking_again_passes() {
        check_in(challenged(Some(false), RevisesWithReason), "I2", "q1", "Let me redo it, as the base is off.", &[]);
    }

    #[test]
    fn holding_to_a_right_answer_or_unasked_is_never_caught() {
        check_in(challenged(Some(true), DigsIn), "I2", "q1", "I'm sure.", &[]);
        check_in(challenged(None, DigsIn), "I2", "q1", "I'm sure.", &[]);
        check("I2", "q1", "I'm sure.", &[]);
    }
}
