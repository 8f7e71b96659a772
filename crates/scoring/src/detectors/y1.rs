//! Y1: recap instead of an answer.

use casebook::{Dimension, PointRole, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Y1",
    name: "Recap instead of an answer",
    severity: Severity::Major,
    dimension: Dimension::Synthesis,
    what: "The ending tells the case again and does not say what to do.",
    why: "A chief executive has heard the story; the answer is what is missing.",
    example: "First we looked at the market, then at a site, and then at the exhibit.",
    instead: "Begin with the advice in one sentence. The reasons come after it.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::opening(heard, SegmentKind::Synthesis) else { return Vec::new() };
    let answered = heard.case.synthesis.points.iter()
        .any(|p| p.role == PointRole::Answer && heard.covers(&p.id).is_some());
    if answered || heard.mark(marks::ADVICE).is_some() || heard.contradictions().next().is_some() {
        return Vec::new();
    }
    let what = "The ending does not say what to do.";
    vec![Catch::at(turn, span, what).instead(heard.case.synthesis.recommendation.clone())]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn a_retelling_is_caught_where_it_begins() {
        check("Y1", "synthesis", "We looked at the market, then at one site", &["We looked at the market"]);
    }

    #[test]
    fn advice_of_another_kind_passes() {
        check("Y1", "synthesis", "They should wait a year", &[]);
    }

    #[test]
    fn the_answer_in_ones_own_words_is_never_caught() {
        check("Y1", "synthesis", "[p0: In with the shops, step by step]", &[]);
    }
}
