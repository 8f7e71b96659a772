//! H3: the result was checked.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
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
    if heard.kind() != SegmentKind::Quant || heard.numbers().next().is_none() {
        return Vec::new();
    }
    let check = heard.mark(marks::CHECK);
    check.map(|(turn, span)| Catch::at(turn, Heard::clause_of(turn, span), "You tested the result."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn a_check_holds() {
        check("H3", "q1", "It is {531: 531}, as a sanity check it is double today", &["as a sanity check it is double today"]);
    }

    #[test]
    fn a_bare_result_is_something_else() {
        check("H3", "q1", "It is {531: 531}", &[]);
    }

    #[test]
    fn a_check_of_nothing_is_never_taken_for_it() {
        check("H3", "q1", "Let me check my notes", &[]);
    }
}
