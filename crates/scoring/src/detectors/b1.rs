//! B1: an unsorted dump.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "B1",
    name: "An unsorted dump",
    severity: Severity::Major,
    dimension: Dimension::Creativity,
    what: "Four or more ideas and no group, no count, no order.",
    why: "The listener cannot see what is missing, and neither can you.",
    example: "Vouchers, fleets, night tariff, signs, an app, launch price.",
    instead: "Name two or three groups first, then fill them.",
    catch,
};

/// Fewer need no groups.
const MANY: usize = 4;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::opening(heard, SegmentKind::Brainstorm) else { return Vec::new() };
    let asked = heard.case.brainstorms.iter().find(|b| b.id == heard.segment.id);
    let groups = asked.map_or(&[][..], |b| &b.groups);
    let ideas = groups.iter().flat_map(|g| &g.ideas).map(|i| i.id.as_str());
    let named = heard.covered(ideas);
    let grouped = heard.covered(groups.iter().map(|g| g.id.as_str())) > 0;
    let signposted = heard.turns.iter().any(|t| !t.reading.signposts.is_empty());
    if named < MANY || grouped || signposted || heard.mark(marks::GROUPING).is_some() {
        return Vec::new();
    }
    let labels: Vec<&str> = groups.iter().map(|g| g.label.as_str()).collect();
    let what = format!("{named} ideas in no group.");
    vec![Catch::at(turn, span, what).instead(format!("Groups here: {}.", labels.join("; ")))]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn ideas_in_no_order_are_caught_where_they_begin() {
        check("B1", "b1", "[a1: Vouchers], [a2: fleets], [a4: signs], [a5: an app]", &["Vouchers"]);
    }

    #[test]
    fn ideas_in_a_named_group_pass() {
        check("B1", "b1", "[g1: With customers], [a1: vouchers], [a2: fleets], [a4: signs], [a5: an app]", &[]);
    }

    #[test]
    fn a_thin_list_is_never_caught() {
        check("B1", "b1", "[a1: Vouchers], [a2: fleets]", &[]);
    }
}
