//! D5: waiting to be led, or leaving the question.

use casebook::Dimension;

use super::{Catch, Detector};
use crate::heard::{Heard, Turn};
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "D5",
    name: "Waiting to be led, or leaving the question",
    severity: Severity::Major,
    dimension: Dimension::Drive,
    what: "Asked where to go, you left it to the interviewer; or asked one thing, you turned to another.",
    why: "The candidate who leads is expected to lead, and the one who is asked is expected to answer.",
    example: "You tell me, what would you like to see?",
    instead: "Name the next branch and why it comes next. When asked something, answer that first.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let moments = &heard.before.moments;
    let at = |turn: &'h Turn<'a>, what: &str| Catch::at(turn, turn.whole(), what);
    let mut turns = heard.turns.iter();
    let found = turns.find_map(|turn| {
        if moments.led.contains(&turn.entry) {
            Some(at(turn, "You were asked where to go and left it to the interviewer."))
        } else if moments.strayed.contains(&turn.entry) {
            Some(at(turn, "This turned to something else than what was asked."))
        } else {
            None
        }
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{Scene, check_in};
    use crate::heard::{Before, Moments};

    fn met(led: &[u32], strayed: &[u32]) -> Scene {
        let moments = Moments { led: led.to_vec(), strayed: strayed.to_vec(), ..Moments::default() };
        Scene { before: Before { moments, ..Before::default() }, ..Scene::default() }
    }

    #[test]
    fn leaving_the_lead_is_caught() {
        check_in(met(&[3], &[]), "D5", "structure", "You tell me.", &["You tell me."]);
    }

    #[test]
    fn leaving_the_question_is_caught() {
        check_in(met(&[], &[3]), "D5", "q1", "Rivals matter more.", &["Rivals matter more."]);
    }

    #[test]
    fn another_turn_passes() {
        check_in(met(&[9], &[8]), "D5", "structure", "The price next.", &[]);
    }

    #[test]
    fn a_single_answer_is_never_caught() {
        check_in(Scene::default(), "D5", "structure", "You tell me.", &[]);
    }
}
