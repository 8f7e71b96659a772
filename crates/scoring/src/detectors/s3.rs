//! S3: a hole in an obvious driver.

use casebook::{Branch, Dimension, Weight};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S3",
    name: "A hole in an obvious driver",
    severity: Severity::Major,
    dimension: Dimension::Structure,
    what: "A first-level branch without which this case is missed is not there, nor anything below it.",
    why: "The answer often lies in the part that was left out.",
    example: "I would look at the market and at the competitors.",
    instead: "Before you present, ask what would have to be true for the goal to be met, and check that each part is in.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::plan_end(heard) else { return Vec::new() };
    let there = |b: &Branch| {
        heard.covers(&b.id).is_some() || b.children.iter().any(|c| heard.covers(&c.id).is_some())
    };
    let tree = &heard.case.structure.branches;
    let missing: Vec<&Branch> =
        tree.iter().filter(|b| b.weight == Weight::Essential && !there(b)).collect();
    if missing.is_empty() || !tree.iter().any(there) {
        return Vec::new();
    }
    let labels: Vec<&str> = missing.iter().map(|b| b.label.as_str()).collect();
    let whys: Vec<&str> = missing.iter().map(|b| b.why.as_str()).collect();
    let what = format!("Nothing on: {}.", labels.join("; "));
    vec![Catch::at(turn, span, what).instead(whys.join(" "))]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_lines};

    #[test]
    fn a_missing_branch_is_caught_where_the_plan_ends() {
        check("S3", "structure", "I look at [s1: the market], [s1a: its size]", &["its size"]);
    }

    #[test]
    fn a_branch_reached_from_below_passes() {
        check("S3", "structure", "I look at [s1: the market], then [s2a: how busy a point is]", &[]);
    }

    #[test]
    fn a_question_after_the_plan_is_not_where_it_is_caught() {
        let lines = ["I look at [s1: the market], [s1a: its size]", "Do you have data on prices?"];
        check_lines("S3", "structure", &lines, &["its size"]);
    }

    #[test]
    fn a_plan_that_was_never_presented_is_never_caught() {
        check("S3", "structure", "May I take a minute?", &[]);
    }
}
