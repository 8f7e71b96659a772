//! H4: the meaning was said.

use casebook::Dimension;

use super::{Catch, Detector};
use crate::heard::Heard;
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

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    // What a wrong number would mean is no merit.
    if !heard.judged.as_ref().is_some_and(|j| j.final_right) {
        return Vec::new();
    }
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let consequences = quant.map_or(&[][..], |q| &q.consequences);
    let found = consequences.iter().find_map(|c| heard.covers(&c.id));
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
    fn the_opposite_meaning_is_never_taken_for_it() {
        check_in(right(), "H4", "q1", "It is {531: 531}, [!c1: huge for such a utility]", &[]);
    }

    #[test]
    fn the_meaning_of_a_wrong_number_is_something_else() {
        check("H4", "q1", "It is {531: 531}, [c1: little for such a utility]", &[]);
    }
}
