//! Q14: a number copied wrong.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q14",
    name: "A number copied wrong",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A number of the question was used with another value.",
    why: "Every later step carries it.",
    example: "With 2.6 million cars that is 6.5 billion.",
    instead: "Read the numbers back before the first step.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q14")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q14"), "Q14", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q1"), "Q14", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q14", "q1", "So it is {1: one million}.", &[]);
    }
}
