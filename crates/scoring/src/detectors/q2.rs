//! Q2: percent of the wrong base.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q2",
    name: "Percent of the wrong base",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A share was taken of another total than its own, or percent was read as percentage points.",
    why: "The result can be far off while every step looks right.",
    example: "60 percent of all energy, so 3.6 billion.",
    instead: "Say each share with its whole: sixty percent of the public part.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q2")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q2"), "Q2", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q1"), "Q2", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q2", "q1", "So it is {1: one million}.", &[]);
    }
}
