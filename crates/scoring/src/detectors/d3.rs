//! D3: staying in a dead branch.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "D3",
    name: "Staying in a dead branch",
    severity: Severity::Major,
    dimension: Dimension::Drive,
    what: "After two turns that led to no data, a third asked in the same way.",
    why: "Minutes spent where there is nothing are missing where the answer lies.",
    example: "And what do we know about their suppliers?",
    instead: "After the second no, assume a value, say it, and go to the next branch of your plan.",
    catch,
};

/// Turns without an answer in a row before the branch is dead.
const DEAD_MAX: usize = 2;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() == SegmentKind::Clarify {
        return Vec::new();
    }
    let dead = &heard.before.moments.dead;
    let mut row = 0;
    for turn in &heard.turns {
        row = if dead.contains(&turn.entry) { row + 1 } else { 0 };
        if row > DEAD_MAX {
            return vec![Catch::at(turn, turn.whole(), "This was the third turn in a row for which there is nothing.")];
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{Scene, check_in, check_scene};
    use crate::heard::{Before, Moments};

    fn dead(entries: &[u32]) -> Scene {
        let moments = Moments { dead: entries.to_vec(), ..Moments::default() };
        Scene { before: Before { moments, ..Before::default() }, ..Scene::default() }
    }

    const ASKED: &[&str] = &["Suppliers?", "Their suppliers?", "And suppliers?"];

    #[test]
    fn a_third_turn_without_an_answer_is_caught() {
        check_scene(dead(&[3, 4, 5]), "D3", "structure", ASKED, &["And suppliers?"]);
    }

    #[test]
    fn two_turns_pass() {
        check_scene(dead(&[3, 4]), "D3", "structure", ASKED, &[]);
    }

    #[test]
    fn the_opening_is_never_caught() {
        check_scene(dead(&[3, 4, 5]), "D3", "clarify", ASKED, &[]);
        check_in(dead(&[]), "D3", "structure", "Suppliers?", &[]);
    }
}
