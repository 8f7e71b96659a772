//! Y4: against the findings.

use casebook::{Dimension, PointRole, SegmentKind};

use super::{Catch, Detector};
use super::place::sentence;
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Y4",
    name: "Against the findings",
    severity: Severity::Fatal,
    dimension: Dimension::Synthesis,
    what: "The ending says the opposite of what the numbers showed.",
    why: "Whoever acts on it loses the money that the case was about.",
    example: "Go for the motorway, it has the highest utilisation.",
    instead: "Before the ending, name the finding that decided, and let the answer follow from it.",
    catch,
};

/// Points of the ending that show which side an advice is on.
const POINTS_IN_FAVOUR: usize = 2;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Synthesis {
        return Vec::new();
    }
    let points = &heard.case.synthesis.points;
    // Whoever gave the answer, or has two of the case's points, did not advise against the findings:
    // words near an opposite set a limit to the advice, and the reader is weak in direction.
    let covered: Vec<_> = points.iter().filter(|p| heard.covers(&p.id).is_some()).collect();
    if covered.iter().any(|p| p.role == PointRole::Answer) || covered.len() >= POINTS_IN_FAVOUR {
        return Vec::new();
    }
    heard
        .contradictions()
        .filter_map(|found| {
            let point = points.iter().find(|p| p.id == found.hit.item)?;
            let what = format!("The case found otherwise. {}", sentence(&point.text));
            Some(Catch::at(found.turn, found.hit.at, what).instead(heard.case.synthesis.recommendation.clone()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn the_opposite_advice_is_caught() {
        check("Y4", "synthesis", "[!p0: Go for the motorway], it is busiest", &["Go for the motorway"]);
    }

    #[test]
    fn advice_that_the_case_does_not_speak_of_passes() {
        check("Y4", "synthesis", "Also repaint the vans", &[]);
    }

    #[test]
    fn the_answer_is_never_caught() {
        check("Y4", "synthesis", "[p0: Enter with supermarkets], not the motorway", &[]);
        check("Y4", "synthesis", "[p0: Enter with supermarkets], but [!p1: do not build them all]", &[]);
    }
}
