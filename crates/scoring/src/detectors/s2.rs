//! S2: branches overlap.

use std::collections::BTreeSet;

use casebook::{Dimension, SegmentKind};
use interview::Span;

use super::{Catch, Detector, place};
use crate::heard::{Heard, Turn};
use crate::marks;
use crate::worth::permille;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S2",
    name: "Branches overlap",
    severity: Severity::Major,
    dimension: Dimension::Structure,
    what: "Two branches of the plan say the same thing in other words.",
    why: "What overlaps is counted twice and argued twice.",
    example: "Cost per site; site costs and fees; then cost of sites abroad.",
    instead: "Give each branch a question that no other branch answers.",
    catch,
};

/// Two in three topics of the shorter label.
const MOSTLY_PERMILLE: i32 = 650;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Structure {
        return Vec::new();
    }
    let case = heard.case;
    let shared: BTreeSet<String> =
        [&case.client, &case.title, &case.prompt].into_iter().flat_map(|t| marks::topics(t)).collect();
    let drawn = place::presented(heard);
    drawn.and_then(|turn| overlap(turn, &shared)).into_iter().collect()
}

/// The first branch whose topics mostly stand in an earlier one. Words of the client's own
/// question belong to every branch and tell none apart.
fn overlap<'h, 'a>(turn: &'h Turn<'a>, given: &BTreeSet<String>) -> Option<Catch<'h, 'a>> {
    let tree = turn.reading.tree.as_ref()?;
    let labels: Vec<&str> = tree.branches.iter().map(|b| b.label.as_str()).collect();
    let topics: Vec<BTreeSet<String>> = labels.iter()
        .map(|l| marks::topics(l).filter(|t| !given.contains(t)).collect())
        .collect();
    for later in 1..labels.len() {
        for earlier in 0..later {
            let shared = topics[later].intersection(&topics[earlier]).count();
            let fewer = topics[later].len().min(topics[earlier].len());
            if shared >= 2 && permille(shared, fewer) >= MOSTLY_PERMILLE {
                let start = turn.text.rfind(labels[later])?;
                let span = Span { start, end: start + labels[later].len() };
                let what = format!("This branch and `{}` ask the same.", labels[earlier]);
                return Some(Catch::at(turn, span, what));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use interview::{At, Reading, Tree, TreeBranch};

    use super::super::specimen::case;
    use crate::heard::Before;

    fn found(labels: [&str; 2]) -> Vec<String> {
        let case = case();
        let branch = |label: &str| TreeBranch { label: label.into(), ..TreeBranch::default() };
        let text = labels.join("; ");
        let reading = Reading {
            tree: Some(Tree { branches: labels.map(branch).to_vec() }),
            ..Reading::default()
        };
        let heard = Heard {
            case: &case,
            segment: &case.segments[1],
            turns: vec![Turn::new(0, At(0), &text, &reading)],
            judged: None,
            used_secs: 0,
            hint_rung: 0,
            before: Before::default(),
        };
        catch(&heard).iter().map(|c| c.span.of(c.turn.text).to_owned()).collect()
    }

    #[test]
    fn the_same_branch_twice_is_caught_the_second_time() {
        assert_eq!(found(["fixed costs of a site", "site fixed cost"]), ["site fixed cost"]);
    }

    #[test]
    fn one_shared_word_passes() {
        assert!(found(["demand for sites", "cost of a site"]).is_empty());
    }

    #[test]
    fn sharing_the_words_of_the_clients_question_passes() {
        assert!(found(["demand for fast charging", "fast charging sites"]).is_empty());
        assert!(found(["Vossberg's electric cars", "electric cars of Vossberg's rivals"]).is_empty());
    }

    #[test]
    fn branches_apart_are_never_caught() {
        assert!(found(["market demand", "capabilities"]).is_empty());
    }
}
