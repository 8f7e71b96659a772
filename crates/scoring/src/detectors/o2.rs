//! O2: no measure and no date.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::worth::{goal_fact, goal_topics};
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "O2",
    name: "No measure and no date",
    severity: Severity::Major,
    dimension: Dimension::Framing,
    what: "The opening neither asks how success is measured nor plays the goal back with its measure or date.",
    why: "Without a measure nobody can say later whether the answer is right.",
    example: "Who are the competitors? How big is the market?",
    instead: "Ask what result the client would call a success, and by when.",
    catch,
};

/// Topics of the goal that a played-back goal holds at least.
const TOPICS_PLAYED_BACK: usize = 2;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let goal = goal_fact(heard.case).is_some_and(|f| heard.covers(&f.id).is_some());
    let topics = goal_topics(heard.case);
    let mut said: Vec<String> = heard
        .turns
        .iter()
        .flat_map(|t| marks::topics(t.text).filter(|topic| topics.contains(topic)))
        .collect();
    said.sort();
    said.dedup();
    if goal || said.len() >= TOPICS_PLAYED_BACK {
        return Vec::new();
    }
    let due = place::opening(heard, SegmentKind::Clarify);
    due.into_iter()
        .map(|(turn, span)| {
            let what = "Success is not pinned down: neither its measure nor its date is asked for.";
            Catch::at(turn, span, what).instead(format!("The goal was: {}", heard.case.objective.text))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn questions_without_a_goal_are_caught_where_they_begin() {
        check("O2", "clarify", "[f2: What is the budget?] Who are the rivals?", &["What is the budget?"]);
    }

    #[test]
    fn asking_for_the_hurdle_passes() {
        check("O2", "clarify", "[f1: Which hurdle must it clear?]", &[]);
    }

    #[test]
    fn playing_the_goal_back_is_never_caught() {
        check("O2", "clarify", "So a site must have its payback within seven years, right?", &[]);
    }
}
