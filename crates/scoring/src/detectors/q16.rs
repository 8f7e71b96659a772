//! Q16: no sanity check.

use casebook::Dimension;

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q16",
    name: "No sanity check",
    severity: Severity::Minor,
    dimension: Dimension::Quant,
    what: "A result that was not held against anything known.",
    why: "Most slips fall to one glance at the order of magnitude.",
    example: "So the market is 53 billion.",
    instead: "Compare the result with a share, a total or a reverse calculation before you move on.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let answered = heard.judged.as_ref().is_some_and(|j| j.answered());
    let tested = heard.mark(marks::CHECK).or_else(|| heard.mark(marks::COMPARISON)).is_some();
    if !answered || tested {
        return Vec::new();
    }
    let place = place::judged_place(heard);
    place
        .map(|(turn, span)| Catch::at(turn, span, "The result is not held against anything known."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_in, right};

    #[test]
    fn a_result_taken_as_it_falls_is_caught() {
        check_in(right(), "Q16", "q1", "So it is {531: 531 million}.", &["So it is 531 million"]);
    }

    #[test]
    fn a_result_set_against_another_passes() {
        check_in(right(), "Q16", "q1", "So it is {531: 531 million}, more than double today.", &[]);
    }

    #[test]
    fn a_candidate_without_a_number_is_never_caught() {
        check("Q16", "q1", "May I take a minute for this?", &[]);
    }
}
