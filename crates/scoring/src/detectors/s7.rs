//! S7: the plan is not used again.

use std::collections::BTreeSet;

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::worth::branches;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S7",
    name: "The plan is not used again",
    severity: Severity::Major,
    dimension: Dimension::Structure,
    what: "The recommendation comes back to no branch of the plan that was presented.",
    why: "A plan that is dropped was for show; the listener cannot see what was settled.",
    example: "A plan by market, site and capability, and an ending about signs and lighting.",
    instead: "Close each branch aloud, and let the reasons of the ending be the branches.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::ending(heard, SegmentKind::Synthesis) else { return Vec::new() };
    let planned = branches(heard.case).filter(|b| heard.before.branches.contains(&b.id));
    let topics: BTreeSet<String> = planned.flat_map(|b| marks::topics(&b.label)).collect();
    let back = heard.turns.iter().any(|t| marks::topics(t.text).any(|topic| topics.contains(&topic)));
    if topics.is_empty() || back || heard.hits().next().is_some() {
        return Vec::new();
    }
    vec![Catch::at(turn, span, "No branch of the plan comes back at the end.")]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_in, Scene};
    use crate::heard::Before;

    fn planned() -> Scene {
        let before = Before { attempt: true, branches: vec!["s1".into(), "s2".into()], ..Before::default() };
        Scene { before, ..Scene::default() }
    }

    #[test]
    fn an_ending_apart_from_the_plan_is_caught() {
        check_in(planned(), "S7", "synthesis", "Put up signs, light the roof", &["light the roof"]);
    }

    #[test]
    fn an_ending_that_names_a_branch_passes() {
        check_in(planned(), "S7", "synthesis", "The market is there, put up signs", &[]);
    }

    #[test]
    fn an_ending_without_a_plan_before_it_is_never_caught() {
        check("S7", "synthesis", "Put up signs, light the roof", &[]);
    }
}
