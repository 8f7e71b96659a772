//! Y2: it depends.

use casebook::{Dimension, PointRole, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Y2",
    name: "It depends",
    severity: Severity::Fatal,
    dimension: Dimension::Synthesis,
    what: "The ending leaves the answer open.",
    why: "The client asked for a decision and has none.",
    example: "It depends on how the market develops; there are pros and cons.",
    instead: "Choose, say how sure you are, and name the one fact that would turn the answer.",
    catch,
};

/// Words that choose, whatever else is left open.
const CHOICE: &[&str] =
    &["recommend", "should", "my answer", "i advise", "i suggest", "we suggest", "go for", "i would"];

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Synthesis {
        return Vec::new();
    }
    let answered = heard.case.synthesis.points.iter()
        .any(|p| p.role == PointRole::Answer && heard.covers(&p.id).is_some());
    let chosen = answered || heard.mark(CHOICE).is_some();
    let open = heard.mark(marks::HEDGE).filter(|_| !chosen);
    open.map(|(turn, span)| {
        Catch::at(turn, Heard::clause_of(turn, span), "The answer is left open.")
            .instead(heard.case.synthesis.recommendation.clone())
    })
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn an_open_ending_is_caught() {
        check("Y2", "synthesis", "It depends on the market, time will tell", &["It depends on the market"]);
    }

    #[test]
    fn an_answer_with_what_it_depends_on_passes() {
        check("Y2", "synthesis", "[p0: Enter in stages], how far depends on utilisation", &[]);
    }

    #[test]
    fn a_plain_recommendation_is_never_caught() {
        check("Y2", "synthesis", "I recommend to enter, with supermarkets", &[]);
    }
}
