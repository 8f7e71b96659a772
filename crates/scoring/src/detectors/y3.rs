//! Y3: no number.

use casebook::{Dimension, PointRole, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Y3",
    name: "No number",
    severity: Severity::Major,
    dimension: Dimension::Synthesis,
    what: "The ending holds no figure.",
    why: "Reasons without size cannot be weighed.",
    example: "The supermarket is attractive and pays back quickly.",
    instead: "Give each reason its number: 5.9 years against a hurdle of seven.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.numbers().next().is_some() {
        return Vec::new();
    }
    let end = place::ending(heard, SegmentKind::Synthesis);
    let reason = heard.case.synthesis.points.iter().find(|p| p.role == PointRole::Reason);
    let instead = reason.map(|p| p.text.clone()).unwrap_or_default();
    end.map(|(turn, span)| Catch::at(turn, span, "No figure in the ending.").instead(instead))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn an_ending_without_figures_is_caught() {
        check("Y3", "synthesis", "Enter with the shops, they pay back fast", &["they pay back fast"]);
    }

    #[test]
    fn one_figure_passes() {
        check("Y3", "synthesis", "Enter with the shops, back in {6: six} years", &[]);
    }

    #[test]
    fn another_segment_is_never_caught() {
        check("Y3", "structure", "[s1: The market] first", &[]);
    }
}
