//! S5: no priority.

use casebook::Dimension;

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::worth::branches;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S5",
    name: "No priority",
    severity: Severity::Major,
    dimension: Dimension::Structure,
    what: "The plan does not say which branch comes first.",
    why: "Without an order you look as if every branch mattered the same, and time goes evenly into all.",
    example: "I would look at the market, the economics and the capabilities.",
    instead: "End the plan with: I start with this branch, because I expect it to decide.",
    catch,
};

/// More ways to put one branch first; to claim that none is, any of them counts.
const FIRST: &[&str] = &[
    "starting with", "starting from", "beginning with", "start from", "start on", "start in",
    "start at", "first i would", "first i'd", "first i will", "first i'll", "first, i would",
    "first, i'd", "first, i will", "first, i'll", "first we", "first, we", "i would first",
    "i'd first", "i will first", "i'll first", "first thing", "look at first", "tackle first",
    "go first", "goes first", "first priority", "first up", "begin by", "begin in",
];

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::plan_end(heard) else { return Vec::new() };
    let drawn = heard.turns.iter().filter_map(|t| t.reading.tree.as_ref());
    let marked = drawn.flat_map(|t| &t.branches).any(|b| b.first || b.children.iter().any(|c| c.first));
    let covered = branches(heard.case).filter(|b| heard.covers(&b.id).is_some()).count();
    if marked || covered < 2 || heard.said_any(marks::PRIORITY) || heard.said_any(FIRST) {
        return Vec::new();
    }
    let first = heard.case.structure.test_first.first();
    let best = branches(heard.case).find(|b| Some(&b.id) == first);
    let instead = best.map(|b| format!("Here `{}` comes first. {}", b.label, b.why));
    let what = "No branch is put first.";
    vec![Catch::at(turn, span, what).instead(instead.unwrap_or_default())]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn a_plan_without_order_is_caught_where_it_ends() {
        check("S5", "structure", "[s1: The market], [s2: the site]", &["the site"]);
    }

    #[test]
    fn a_plan_that_ranks_passes() {
        check("S5", "structure", "[s1: The market], [s2: the site], I would start with the site", &[]);
    }

    #[test]
    fn saying_what_comes_first_in_any_words_passes() {
        for order in ["starting with the site", "First, I would look at the site", "I'd begin with the site"] {
            check("S5", "structure", &format!("[s1: The market], [s2: the site]. {order}"), &[]);
        }
    }

    #[test]
    fn a_single_branch_is_never_caught() {
        check("S5", "structure", "[s2: The site]", &[]);
    }
}
