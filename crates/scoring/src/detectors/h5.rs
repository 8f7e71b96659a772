//! H5: the answer came first.

use casebook::{Dimension, PointRole, SegmentKind};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "H5",
    name: "The answer came first",
    severity: Severity::Held,
    dimension: Dimension::Synthesis,
    what: "The ending begins with the answer.",
    why: "Whoever is called away after ten seconds still knows what to do.",
    example: "Enter, with supermarkets first. Three reasons.",
    instead: "Keep the first sentence for the advice alone.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Synthesis {
        return Vec::new();
    }
    let answers = heard.case.synthesis.points.iter().filter(|p| p.role == PointRole::Answer);
    let found = answers.filter_map(|p| heard.covers(&p.id)).find(|f| {
        let first = heard.turns.first().is_some_and(|t| t.entry == f.turn.entry);
        first && f.hit.at.start * 3 <= f.turn.text.len()
    });
    found.map(|f| Catch::at(f.turn, f.hit.at, "You began with the answer.")).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn an_answer_at_the_start_holds() {
        check("H5", "synthesis", "[p0: Enter with supermarkets], as [p1: they pay back in six years]", &["Enter with supermarkets"]);
    }

    #[test]
    fn an_answer_at_the_end_is_something_else() {
        check("H5", "synthesis", "[p1: A shop pays back in six years], the motorway in ten, so [p0: enter with shops]", &[]);
    }

    #[test]
    fn the_opposite_answer_is_never_taken_for_it() {
        check("H5", "synthesis", "[!p0: Stay out], too risky", &[]);
    }
}
