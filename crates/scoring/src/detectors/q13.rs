//! Q13: rounded too early.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q13",
    name: "Rounded too early",
    severity: Severity::Minor,
    dimension: Dimension::Quant,
    what: "Rounding before the end moved the result out of tolerance.",
    why: "Small roundings add up, mostly in one direction.",
    example: "About 0.2 a kilowatt-hour, so about 250 thousand.",
    instead: "Keep two more digits than you will say, and round once, at the end.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q13")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q13"), "Q13", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q14"), "Q13", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q13", "q1", "So it is {1: one million}.", &[]);
    }
}
