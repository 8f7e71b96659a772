//! Q6: margin confused with mark-up or profit.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q6",
    name: "Margin confused with mark-up or profit",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A margin was used as a mark-up or as a profit, or the other way round.",
    why: "The same percentage of another whole is another amount.",
    example: "They earn 25 percent on cost, so a quarter of sales.",
    instead: "Say what the percentage is of: of price, or of cost.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q6")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q6"), "Q6", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q5"), "Q6", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q6", "q1", "So it is {1: one million}.", &[]);
    }
}
