//! H6: a slip was caught.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "H6",
    name: "A slip was caught",
    severity: Severity::Held,
    dimension: Dimension::Quant,
    what: "A wrong number was put right without help.",
    why: "Interviewers forgive a slip that you find before they do.",
    example: "Six hundred million, no, six billion.",
    instead: "Keep saying the order of magnitude aloud, so that you hear the slip.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Quant || !heard.judged.as_ref().is_some_and(|j| j.final_right) {
        return Vec::new();
    }
    let taken_back = heard.turns.iter().find_map(|turn| {
        let number = turn.reading.numbers.iter().find(|n| n.withdrawn && turn.keeps(n.at))?;
        Some((turn, Heard::clause_of(turn, number.at)))
    });
    taken_back
        .map(|(turn, span)| Catch::at(turn, span, "You found this slip yourself."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use interview::At;

    use super::super::specimen::{case, check_in, mistaken, read, right, Scene};
    use crate::heard::{Before, Turn};

    fn found(scene: Scene) -> Vec<String> {
        let case = case();
        let (text, mut reading) = read("q1", "It is {600: six hundred}, no, {6000: six thousand}");
        reading.numbers[0].withdrawn = true;
        let heard = Heard {
            case: &case,
            segment: &case.segments[2],
            turns: vec![Turn::new(0, At(0), &text, &reading)],
            judged: scene.judged,
            used_secs: 0,
            hint_rung: 0,
            before: Before::default(),
        };
        catch(&heard).iter().map(|c| c.span.of(c.turn.text).to_owned()).collect()
    }

    #[test]
    fn a_number_taken_back_before_a_right_result_holds() {
        assert_eq!(found(right()), ["It is six hundred"]);
    }

    #[test]
    fn a_number_taken_back_before_a_wrong_result_is_something_else() {
        assert!(found(mistaken("Q1")).is_empty());
    }

    #[test]
    fn a_result_without_a_slip_is_never_taken_for_it() {
        check_in(right(), "H6", "q1", "It is {6000: six thousand}", &[]);
    }
}
