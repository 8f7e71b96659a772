//! Q5: fixed or one-off cost forgotten.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q5",
    name: "Fixed or one-off cost forgotten",
    severity: Severity::Fatal,
    dimension: Dimension::Quant,
    what: "A cost that does not move with volume was left out.",
    why: "A site that loses money looks like one that earns.",
    example: "1.26 million kilowatt-hours times 22 cents, divided into a million.",
    instead: "Before computing, list what is paid once, each year and per unit.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q5")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q5"), "Q5", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q6"), "Q5", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q5", "q1", "So it is {1: one million}.", &[]);
    }
}
