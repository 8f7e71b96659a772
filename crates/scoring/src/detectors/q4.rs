//! Q4: ratio upside down.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q4",
    name: "Ratio upside down",
    severity: Severity::Fatal,
    dimension: Dimension::Quant,
    what: "What should be divided by was divided.",
    why: "The result answers the opposite question.",
    example: "169 thousand over one million, so 0.17 years.",
    instead: "Say the ratio in words first: years is investment over cash a year.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q4")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q4"), "Q4", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q3"), "Q4", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q4", "q1", "So it is {1: one million}.", &[]);
    }
}
