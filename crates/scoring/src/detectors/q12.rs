//! Q12: a part taken for the whole.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q12",
    name: "A part taken for the whole",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A segment was left out, or one segment was given as the total.",
    why: "The total is too small by what was left out.",
    example: "One point sells 158 thousand kilowatt-hours against the cost of the site.",
    instead: "List the parts before adding and tick each one.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q12")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q12"), "Q12", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q11"), "Q12", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q12", "q1", "So it is {1: one million}.", &[]);
    }
}
