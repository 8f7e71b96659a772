//! Q17: a number without meaning.

use casebook::Dimension;

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Q17",
    name: "A number without meaning",
    severity: Severity::Major,
    dimension: Dimension::Quant,
    what: "A result is given and nothing follows from it.",
    why: "The number was asked for in order to decide something.",
    example: "It comes to 5.9 years.",
    instead: "Add one sentence: which means that, against the goal.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let answered = heard.judged.as_ref().is_some_and(|j| j.answered());
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let consequences = quant.map_or(&[][..], |q| &q.consequences);
    let said = heard.covered(consequences.iter().map(|c| c.id.as_str())) > 0;
    let drawn = heard.mark(marks::CONSEQUENCE).or_else(|| heard.mark(marks::COMPARISON)).is_some();
    if !answered || said || drawn {
        return Vec::new();
    }
    let meaning = consequences.first().map(|c| c.text.clone()).unwrap_or_default();
    let place = place::judged_place(heard);
    place
        .map(|(turn, span)| {
            Catch::at(turn, span, "Nothing is said on what the number means.").instead(meaning)
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check, check_in, right};

    #[test]
    fn a_number_and_no_more_is_caught() {
        check_in(right(), "Q17", "q1", "So it is {531: 531 million}.", &["So it is 531 million"]);
    }

    #[test]
    fn a_number_with_a_consequence_passes() {
        check_in(right(), "Q17", "q1", "So it is {531: 531 million}, [c1: little for a utility].", &[]);
    }

    #[test]
    fn a_candidate_without_a_number_is_never_caught() {
        check("Q17", "q1", "May I take a minute for this?", &[]);
    }
}
