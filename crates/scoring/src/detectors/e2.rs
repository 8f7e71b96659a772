//! E2: describes, no consequence.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "E2",
    name: "Describes, no consequence",
    severity: Severity::Major,
    dimension: Dimension::Insight,
    what: "Figures are read out and nothing is concluded from them.",
    why: "The interviewer can read; what counts is what it means for the question.",
    example: "Motorway has 16, supermarkets 10, city 8 and rural 4.",
    instead: "Begin with the message, then the two figures that carry it, then what it changes.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::ending(heard, SegmentKind::Exhibit) else { return Vec::new() };
    let figures = heard.numbers().count();
    let drawn = heard.mark(marks::CONSEQUENCE).is_some() || heard.mark(marks::ADVICE).is_some();
    let compared = heard.mark(marks::COMPARISON).is_some();
    if figures < 2 || drawn || compared || heard.hits().next().is_some() {
        return Vec::new();
    }
    vec![Catch::at(turn, span, format!("{figures} figures, and nothing concluded from them."))]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn figures_read_out_are_caught_where_they_end() {
        check("E2", "e1", "Motorway {16: sixteen}, city {8: eight}, rural {4: four}", &["rural four"]);
    }

    #[test]
    fn figures_with_a_message_pass() {
        check("E2", "e1", "[i1: Only supermarkets clear it], {6: six} years against {10: ten}", &[]);
    }

    #[test]
    fn a_conclusion_in_other_words_is_never_caught() {
        check("E2", "e1", "Motorway {16: sixteen}, city {8: eight}, which means use is no guide", &[]);
    }
}
