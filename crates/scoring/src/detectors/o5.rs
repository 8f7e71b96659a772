//! O5: the goal is forgotten.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::worth::goal_topics;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "O5",
    name: "The goal is forgotten",
    severity: Severity::Major,
    dimension: Dimension::Framing,
    what: "The recommendation does not come back to what the client asked for.",
    why: "Advice that does not answer the question cannot be acted on.",
    example: "So we found that chargers are busy in the evening and drivers like supermarkets.",
    instead: "Begin the recommendation with the question: whether the goal is met, by how much, by when.",
    catch,
};

/// Fewer words are a greeting, not an ending.
const FEW_WORDS: usize = 8;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::opening(heard, SegmentKind::Synthesis) else { return Vec::new() };
    let goal = goal_topics(heard.case);
    let back = heard.turns.iter().any(|t| marks::topics(t.text).any(|topic| goal.contains(&topic)));
    if back || heard.hits().next().is_some() || heard.word_count() < FEW_WORDS {
        return Vec::new();
    }
    let what = format!("The ending does not come back to the goal: {}", heard.case.objective.text);
    vec![Catch::at(turn, span, what)]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn an_ending_without_the_goal_is_caught() {
        check("O5", "synthesis", "Chargers are busy in the evening, drivers like shops and hate queues", &["Chargers are busy in the evening"]);
    }

    #[test]
    fn an_ending_that_makes_a_point_of_the_case_passes() {
        check("O5", "synthesis", "[p1: The shops earn their money back in six] and that is quick enough for them", &[]);
    }

    #[test]
    fn an_ending_with_the_hurdle_is_never_caught() {
        check("O5", "synthesis", "Only one type of location clears the payback hurdle that was set for us", &[]);
    }
}
