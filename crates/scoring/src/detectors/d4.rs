//! D4: a view that was never looked at again.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "D4",
    name: "The view was never updated",
    severity: Severity::Major,
    dimension: Dimension::Drive,
    what: "The plan stated what you expected, and nothing said later confirmed, dropped or changed it.",
    why: "A view earns its place by being tested aloud; otherwise it was a figure of speech.",
    example: "So my recommendation is to enter.",
    instead: "After each finding say what it does to your view: I expected the price to decide; it is the volume.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let before = &heard.before;
    if !before.attempt || before.view.is_none() || before.updated {
        return Vec::new();
    }
    let view = before.view.clone().unwrap_or_default();
    place::opening(heard, SegmentKind::Synthesis)
        .map(|(turn, span)| Catch::at(turn, span, format!("In your plan you said: {view}. Nothing later comes back to it.")))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{Scene, check_in};
    use crate::heard::Before;

    fn viewed(updated: bool, attempt: bool) -> Scene {
        let view = Some("I expect utilisation to decide".to_owned());
        Scene { before: Before { attempt, view, updated, ..Before::default() }, ..Scene::default() }
    }

    #[test]
    fn an_ending_without_a_word_on_the_view_is_caught() {
        check_in(viewed(false, true), "D4", "synthesis", "Enter, with shops first.", &["Enter"]);
    }

    #[test]
    fn an_ending_after_an_update_passes() {
        check_in(viewed(true, true), "D4", "synthesis", "Enter, with shops first.", &[]);
    }

    #[test]
    fn a_single_answer_is_never_caught() {
        check_in(viewed(false, false), "D4", "synthesis", "Enter, with shops first.", &[]);
    }
}
