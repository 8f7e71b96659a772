//! S4: one level only.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S4",
    name: "One level only",
    severity: Severity::Minor,
    dimension: Dimension::Structure,
    what: "Branches stand without anything below them.",
    why: "A head without its parts does not say what you would look at.",
    example: "Market, economics, capabilities, entry mode.",
    instead: "Under each branch name the two or three things you would look at.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::opening(heard, SegmentKind::Structure) else { return Vec::new() };
    let tree = &heard.case.structure.branches;
    let first = heard.covered(tree.iter().map(|b| b.id.as_str()));
    let below = tree.iter().flat_map(|b| &b.children);
    let second = heard.covered(below.map(|b| b.id.as_str()));
    let drawn = heard.turns.iter().filter_map(|t| t.reading.tree.as_ref());
    let drawn_below = drawn.flat_map(|t| &t.branches).any(|b| !b.children.is_empty());
    if first < 2 || second > 0 || drawn_below {
        return Vec::new();
    }
    vec![Catch::at(turn, span, format!("{first} branches, and nothing below them."))]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn heads_alone_are_caught() {
        check("S4", "structure", "[s1: The market], [s2: the site], [s3: risks]", &["The market"]);
    }

    #[test]
    fn one_branch_taken_further_passes() {
        check("S4", "structure", "[s1: The market], [s2: the site], by [s2a: use]", &[]);
    }

    #[test]
    fn silence_on_branches_is_never_caught() {
        check("S4", "structure", "Let me think about this", &[]);
    }
}
