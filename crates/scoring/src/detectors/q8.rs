//! Q8: another measure answered.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q8",
    name: "Another measure answered",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A return was given where a payback was asked, or the like.",
    why: "The number cannot be held against the hurdle.",
    example: "The return is 17 percent.",
    instead: "Repeat the measure asked for and its unit before you compute.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q8")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q8"), "Q8", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q9"), "Q8", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q8", "q1", "So it is {1: one million}.", &[]);
    }
}
