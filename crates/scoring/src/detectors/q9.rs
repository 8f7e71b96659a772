//! Q9: growth rates added.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q9",
    name: "Growth rates added",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "Yearly growth was summed instead of compounded.",
    why: "The error grows with every year.",
    example: "Ten percent for three years is thirty percent.",
    instead: "Multiply the factors: 1.1 times 1.1 times 1.1.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q9")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q9"), "Q9", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q10"), "Q9", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q9", "q1", "So it is {1: one million}.", &[]);
    }
}
