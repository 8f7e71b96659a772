//! Q15: silent calculation.

use casebook::Dimension;

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q15",
    name: "Silent calculation",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A result without the steps that lead to it.",
    why: "The interviewer cannot follow, cannot help, and cannot give credit for a right route.",
    example: "The answer is 531 million.",
    instead: "Say the formula in words, then each step with its result.",
    catch,
};

/// A route of two steps fits in a breath.
const ROUTE_STEPS: usize = 3;

/// A headline and one other asked number are still no steps.
const RESULTS: usize = 2;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let long_route = quant.is_some_and(|q| q.steps.len() >= ROUTE_STEPS);
    let steps: usize = heard.turns.iter().map(|t| t.reading.steps.len()).sum();
    if !long_route || steps > 0 || heard.numbers().count() > RESULTS {
        return Vec::new();
    }
    let last = heard.numbers().last();
    last.map(|(turn, n)| Catch::at(turn, Heard::clause_of(turn, n.at), "A result without its steps."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn a_bare_result_is_caught() {
        check("Q15", "q1", "It is {531: 531 million}.", &["It is 531 million"]);
    }

    #[test]
    fn a_result_with_its_numbers_passes() {
        check("Q15", "q1", "{6: Six} billion, {1: one} and a half public, {9: nine} hundred fast, {531: 531} million.", &[]);
    }

    #[test]
    fn a_candidate_without_a_number_is_never_caught() {
        check("Q15", "q1", "May I take a minute for this?", &[]);
    }
}
