//! E4: misses mix, base or outlier.

use casebook::{Dimension, Insight, InsightKind, SegmentKind};

use super::{Catch, Detector};
use super::place::{claimed, sees_the_point, sentence};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "E4",
    name: "Misses mix, base or outlier",
    severity: Severity::Major,
    dimension: Dimension::Insight,
    what: "A total or an average is taken for its parts.",
    why: "The pattern that changes the plan is mostly in the parts.",
    example: "On average a site pays back, so we can build everywhere.",
    instead: "Ask of every total what it is made of, and of every share what it is a share of.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Exhibit {
        return Vec::new();
    }
    let exhibit = heard.case.exhibits.iter().find(|e| e.id == heard.segment.id);
    let insights = exhibit.map_or(&[][..], |e| &e.insights);
    if sees_the_point(heard, insights) {
        return Vec::new();
    }
    let wrong = insights.iter().filter(|i| i.kind == InsightKind::Misreading && i.code.as_deref() == Some("E4"));
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
    fn an_average_taken_for_its_parts_is_caught() {
        check("E4", "e1", "[m4: On average a site pays back]", &["On average a site pays back"]);
    }

    #[test]
    fn another_misreading_passes() {
        check("E4", "e1", "[m1: Motorway is best]", &[]);
    }

    #[test]
    fn the_misreading_refuted_or_asked_about_is_never_caught() {
        check("E4", "e1", "[m4: On average a site pays back], but only because one carries the rest.", &[]);
        check("E4", "e1", "Although [m4: on average a site pays back], three of four fail.", &[]);
        check("E4", "e1", "So [m4: on average a site pays back]?", &[]);
        check("E4", "e1", "Price is not the point. [m4: On average a site pays back]", &["On average a site pays back"]);
    }

    #[test]
    fn taking_the_average_apart_is_never_caught() {
        check("E4", "e1", "[i1: Only one of four clears it], the average hides that", &[]);
    }
}
