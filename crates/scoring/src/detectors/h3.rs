//! H3: the result was checked.

use casebook::{Dimension, Exact, SegmentKind};
use interview::Span;

use super::place::asks;
use super::{Catch, Detector};
use crate::heard::{Heard, Turn};
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "H3",
    name: "The result was checked",
    severity: Severity::Held,
    dimension: Dimension::Quant,
    what: "A result was tested before moving on.",
    why: "One glance at the order of magnitude catches most slips.",
    example: "As a check, 900 million kilowatt-hours at sixty cents is about 540 million.",
    instead: "Keep doing it after every result, not only after the hard ones.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Quant {
        return Vec::new();
    }
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let given = |value: &Exact| quant.is_some_and(|q| q.given.iter().any(|g| g.value == *value));
    // There is nothing to test before a number that was worked out.
    let worked = |turn: &Turn, span: Span| {
        heard.numbers().any(|(before, number)| {
            let earlier = before.entry < turn.entry
                || before.entry == turn.entry && number.at.end <= span.start;
            earlier && !given(&number.value)
        })
    };
    let check = heard
        .marked(marks::CHECK)
        .find(|(turn, span)| worked(turn, *span) && !asks(turn, *span));
    check.map(|(turn, span)| Catch::at(turn, Heard::clause_of(turn, span), "You tested the result."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_lines};

    #[test]
    fn a_check_holds() {
        check("H3", "q1", "It is {531: 531}, as a sanity check it is double today", &["as a sanity check it is double today"]);
    }

    #[test]
    fn a_bare_result_is_something_else() {
        check("H3", "q1", "It is {531: 531}", &[]);
    }

    #[test]
    fn checking_the_question_before_any_result_is_never_taken_for_it() {
        check("H3", "q1", "Okay so just to check, you want the market in year four", &[]);
        check_lines("H3", "q1", &["Okay so just to check, it is one year", "It is {531: 531}"], &[]);
        check("H3", "q1", "It is {531: 531}. Just to check, do you want it per year?", &[]);
    }

    #[test]
    fn a_check_of_nothing_is_never_taken_for_it() {
        check("H3", "q1", "Let me check my notes", &[]);
    }
}
