//! H1: the goal was pinned down.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::worth::goal_fact;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "H1",
    name: "The goal was pinned down",
    severity: Severity::Held,
    dimension: Dimension::Framing,
    what: "The opening asks what success is.",
    why: "Everything later can be held against it.",
    example: "What return would the board call a success, and by when?",
    instead: "Keep it as your first question in every case.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Clarify {
        return Vec::new();
    }
    let found = goal_fact(heard.case).and_then(|f| heard.covers(&f.id));
    found.map(|f| Catch::at(f.turn, f.hit.at, "You asked what success is.")).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn asking_for_the_hurdle_holds() {
        check("H1", "clarify", "[f1: What payback do they want?]", &["What payback do they want?"]);
    }

    #[test]
    fn asking_for_the_budget_is_something_else() {
        check("H1", "clarify", "[f2: What is the budget?]", &[]);
    }

    #[test]
    fn the_goal_in_another_segment_is_never_taken_for_it() {
        check("H1", "structure", "[f1: The payback they want]", &[]);
    }
}
