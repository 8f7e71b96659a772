//! Q1: off by a factor of ten.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q1",
    name: "Off by a factor of ten",
    severity: Severity::Fatal,
    dimension: Dimension::Quant,
    what: "The number is wrong by ten, a hundred or a thousand.",
    why: "A plan of ten times the size is another plan.",
    example: "2.4 million times 2,500 is 600 million.",
    instead: "Say the order of magnitude before the digits: millions times thousands are billions.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q1")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q1"), "Q1", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q2"), "Q1", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q1", "q1", "So it is {1: one million}.", &[]);
    }
}
