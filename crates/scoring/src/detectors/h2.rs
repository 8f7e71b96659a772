//! H2: a view was stated.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "H2",
    name: "A view was stated",
    severity: Severity::Held,
    dimension: Dimension::Structure,
    what: "The plan says what you expect to find.",
    why: "A view can be tested; a list of topics cannot.",
    example: "I expect utilisation to decide, so I start there.",
    instead: "Keep saying what you expect, and say aloud when a fact changes it.",
    catch,
};

/// The stronger half of the hypothesis marks: `I think` alone is a figure of speech.
pub(super) const VIEWS: &[&str] = &[
    "hypothesis", "my guess", "i expect", "i suspect", "i believe", "i bet", "my hunch", "my bet",
    "i would guess", "i'd guess", "i'd bet",
];

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Structure || heard.hits().next().is_none() {
        return Vec::new();
    }
    let view = heard.mark(VIEWS);
    view.map(|(turn, span)| Catch::at(turn, Heard::clause_of(turn, span), "You said what you expect."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn an_expectation_holds() {
        check("H2", "structure", "[s2: A site] first, I expect utilisation to decide", &["I expect utilisation to decide"]);
    }

    #[test]
    fn a_list_is_something_else() {
        check("H2", "structure", "[s1: The market], [s2: a site]", &[]);
    }

    #[test]
    fn an_expectation_about_nothing_in_the_case_is_never_taken_for_it() {
        check("H2", "structure", "I expect rain", &[]);
    }
}
