//! B2: stops at two or three.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "B2",
    name: "Stops at two or three",
    severity: Severity::Minor,
    dimension: Dimension::Creativity,
    what: "Fewer than four ideas.",
    why: "The first three come to everybody; what counts begins after them.",
    example: "Vouchers and advertising.",
    instead: "When you run dry, turn the question: another customer, another time, another partner.",
    catch,
};

/// The first three come to everybody.
const FEW: usize = 3;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::ending(heard, SegmentKind::Brainstorm) else { return Vec::new() };
    let asked = heard.case.brainstorms.iter().find(|b| b.id == heard.segment.id);
    let groups = asked.map_or(&[][..], |b| &b.groups);
    let ideas = groups.iter().flat_map(|g| &g.ideas).map(|i| i.id.as_str());
    let named = heard.covered(ideas);
    // Ideas that the case does not list are clauses too: a long answer is not a thin one.
    if named == 0 || named > FEW || heard.clauses().count() > 2 * FEW {
        return Vec::new();
    }
    vec![Catch::at(turn, span, format!("The list ends after {named}."))]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn two_ideas_are_caught_where_they_end() {
        check("B2", "b1", "[a1: Vouchers], [a2: fleets]", &["fleets"]);
    }

    #[test]
    fn four_pass() {
        check("B2", "b1", "[a1: Vouchers], [a2: fleets], [a4: signs], [a5: an app]", &[]);
    }

    #[test]
    fn a_long_answer_with_ideas_of_its_own_is_never_caught() {
        check("B2", "b1", "[a1: Vouchers], a game, a song, a bench, a dog park, a choir, a swap shop", &[]);
    }
}
