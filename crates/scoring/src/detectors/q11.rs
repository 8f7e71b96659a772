//! Q11: revenue where profit was asked.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q11",
    name: "Revenue where profit was asked",
    severity: Severity::Fatal,
    dimension: Dimension::Quant,
    what: "Sales were given where what is left of them was asked.",
    why: "Revenue pays nothing back.",
    example: "531 million of revenue, so it pays back in a year.",
    instead: "Say the measure in full: cash after energy, rent and fixed cost.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q11")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q11"), "Q11", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q12"), "Q11", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q11", "q1", "So it is {1: one million}.", &[]);
    }
}
