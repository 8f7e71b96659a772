//! E1: misreads the exhibit.

use casebook::{Dimension, Insight, InsightKind, SegmentKind};

use super::{Catch, Detector};
use super::place::{claimed, sees_the_point, sentence};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "E1",
    name: "Misreads the exhibit",
    severity: Severity::Major,
    dimension: Dimension::Insight,
    what: "A reading of the exhibit that its numbers do not bear.",
    why: "Everything built on a wrong reading falls with it.",
    example: "Motorways are best, because utilisation is highest there.",
    instead: "Read title, units and period aloud first, then check the first claim against two cells.",
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
    let wrong = insights.iter().filter(|i| i.kind == InsightKind::Misreading && i.code.as_deref().is_none_or(|c| c == "E1"));
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
    fn a_misreading_is_caught() {
        check("E1", "e1", "[m1: Motorway is best], sixteen percent", &["Motorway is best"]);
    }

    #[test]
    fn a_right_reading_near_it_passes() {
        check("E1", "e1", "[i1: Only supermarkets clear it], motorway looks best but is not", &[]);
    }

    #[test]
    fn the_misreading_denied_is_never_caught() {
        check("E1", "e1", "[!m1: Motorway is not best]", &[]);
    }
}
