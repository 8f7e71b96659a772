//! H4: the meaning was said.

use std::collections::BTreeSet;

use casebook::{Dimension, Quant};
use interview::Span;

use super::place::asks;
use super::{Catch, Detector};
use crate::heard::{Heard, Turn};
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "H4",
    name: "The meaning was said",
    severity: Severity::Held,
    dimension: Dimension::Quant,
    what: "A result was followed by what it means for the question.",
    why: "This is what the number was asked for.",
    example: "That is small for a utility of this size, so each site must earn well.",
    instead: "Keep ending every calculation with which means that.",
    catch,
};

/// Topics beyond number, arithmetic and what was asked that make a meaning.
const TOPICS_MIN: usize = 2;

/// Words of doing sums; they mean nothing for the client.
const SUMS: &str = "times plus minus divided multiplied equals makes gives comes total roughly \
    around approximately nearly percent percentage thousand million billion hundred euro euros \
    dollar dollars pounds say okay right get net gross result answer number figure calculate take";

/// Whether the words at a place say more than a number and what it is the number of.
fn goes_beyond(turn: &Turn, span: Span, quant: &Quant) -> bool {
    let words = span.of(turn.text);
    if marks::places(words, marks::CONSEQUENCE).next().is_some() {
        return true;
    }
    let steps = quant.steps.iter().flat_map(|s| [&s.label, &s.unit]);
    let asked = quant.asked.iter().flat_map(|a| [&a.label, &a.unit]);
    let given = quant.given.iter().flat_map(|g| [&g.label, &g.unit]);
    let named: BTreeSet<String> =
        steps.chain(asked).chain(given).flat_map(|text| marks::topics(text)).collect();
    let sums: BTreeSet<String> = marks::topics(SUMS).collect();
    let beyond: BTreeSet<String> = marks::topics(words)
        .filter(|t| !t.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|t| !named.contains(t) && !sums.contains(t))
        .collect();
    beyond.len() >= TOPICS_MIN
}

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    // What a wrong number would mean is no merit.
    if !heard.judged.as_ref().is_some_and(|j| j.final_right) {
        return Vec::new();
    }
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let consequences = quant.map_or(&[][..], |q| &q.consequences);
    let found = heard.hits().find(|f| {
        consequences.iter().any(|c| c.id == f.hit.item)
            && !asks(f.turn, f.hit.at)
            && quant.is_some_and(|q| goes_beyond(f.turn, f.hit.at, q))
    });
    found.map(|f| Catch::at(f.turn, f.hit.at, "You said what the number means.")).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_in, right};

    #[test]
    fn a_consequence_holds() {
        check_in(right(), "H4", "q1", "It is {531: 531}, [c1: little for such a utility]", &["little for such a utility"]);
    }

    #[test]
    fn a_bare_result_is_something_else() {
        check_in(right(), "H4", "q1", "It is {531: 531}", &[]);
    }

    #[test]
    fn a_number_near_a_consequence_is_never_taken_for_it() {
        for bare in ["[c1: That's about {8.7: 8.7%}]", "[c1: times {0.59: 0.59} is about {664: 664 million euros}]"] {
            check_in(right(), "H4", "q1", bare, &[]);
        }
    }

    #[test]
    fn a_question_is_never_taken_for_it() {
        check_in(right(), "H4", "q1", "[c1: So net is {1.9: 1.9 million}]?", &[]);
        check_in(right(), "H4", "q1", "[c1: Is that little for such a utility]?", &[]);
    }

    #[test]
    fn the_opposite_meaning_is_never_taken_for_it() {
        check_in(right(), "H4", "q1", "It is {531: 531}, [!c1: huge for such a utility]", &[]);
    }

    #[test]
    fn the_meaning_of_a_wrong_number_is_something_else() {
        check("H4", "q1", "It is {531: 531}, [c1: little for such a utility]", &[]);
    }
}
