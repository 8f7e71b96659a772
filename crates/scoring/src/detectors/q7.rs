//! Q7: sign error.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q7",
    name: "Sign error",
    severity: Severity::Fatal,
    dimension: Dimension::Quant,
    what: "A fall was read as a rise, or a cost added as a gain.",
    why: "The advice turns round.",
    example: "Cost falls by two million, so profit falls by two million.",
    instead: "Say in words whether the number helps or hurts before you add it.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q7")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q7"), "Q7", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q8"), "Q7", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q7", "q1", "So it is {1: one million}.", &[]);
    }
}
