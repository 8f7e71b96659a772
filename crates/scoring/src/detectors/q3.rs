//! Q3: units, currency or period mixed.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q3",
    name: "Units, currency or period mixed",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "Months and years, thousands and millions or two currencies were mixed.",
    why: "The digits are right and the answer is not.",
    example: "110 thousand a month, so 110 thousand a year.",
    instead: "Write the unit behind every number and cancel units as you go.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q3")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q3"), "Q3", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q4"), "Q3", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q3", "q1", "So it is {1: one million}.", &[]);
    }
}
