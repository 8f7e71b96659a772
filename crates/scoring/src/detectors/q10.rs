//! Q10: average of averages.

use casebook::Dimension;

use super::{Detector, place, Catch};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q10",
    name: "Average of averages",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "Averages of groups of unlike size were averaged.",
    why: "The small group counts as much as the large one.",
    example: "16 and 4 percent, so 10 percent on average.",
    instead: "Weigh each average by the size of its group.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    place::mistakes(heard, "Q10")
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, mistaken, right};

    #[test]
    fn the_mistake_is_quoted_at_the_last_number() {
        check_in(mistaken("Q10"), "Q10", "q1", "So it is {1: one million}.", &["So it is one million"]);
    }

    #[test]
    fn another_mistake_passes() {
        check_in(mistaken("Q9"), "Q10", "q1", "So it is {1: one million}.", &[]);
    }

    #[test]
    fn a_right_answer_never_carries_it() {
        check_in(right(), "Q10", "q1", "So it is {1: one million}.", &[]);
    }
}
