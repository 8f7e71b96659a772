//! E3: correlation taken as cause.

use casebook::{Dimension, Insight, InsightKind, SegmentKind};

use super::{Catch, Detector};
use super::place::{claimed, sentence};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "E3",
    name: "Correlation taken as cause",
    severity: Severity::Minor,
    dimension: Dimension::Insight,
    what: "Two columns move together and one is said to cause the other.",
    why: "A plan built on a cause that is none does nothing.",
    example: "The higher price drives the higher use.",
    instead: "Say that they move together, name another cause that could be behind both, and how to test it.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Exhibit {
        return Vec::new();
    }
    let exhibit = heard.case.exhibits.iter().find(|e| e.id == heard.segment.id);
    let insights = exhibit.map_or(&[][..], |e| &e.insights);
    let wrong = insights.iter().filter(|i| i.kind == InsightKind::Misreading && i.code.as_deref() == Some("E3"));
    wrong
        .filter_map(|i| {
            let found = claimed(heard, &i.id)?;
            let what = format!("The exhibit does not show that. {}", sentence(&i.text));
            Some(Catch::at(found.turn, found.hit.at, what).instead(main_message(insights)))
        })
        .collect()
}

fn main_message(insights: &[Insight]) -> String {
    let main = insights.iter().find(|i| i.kind == InsightKind::Essential);
    main.map(|i| i.text.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn a_cause_read_into_two_columns_is_caught() {
        check("E3", "e1", "[m3: Price drives use here]", &["Price drives use here"]);
    }

    #[test]
    fn another_misreading_passes() {
        check("E3", "e1", "[m1: Motorway is best]", &[]);
    }

    #[test]
    fn saying_that_they_move_together_is_never_caught() {
        check("E3", "e1", "[!m3: Price and use move together, one need not cause the other]", &[]);
    }
}
