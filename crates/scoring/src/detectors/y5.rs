//! Y5: no risk or no next step.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Y5",
    name: "No risk or no next step",
    severity: Severity::Minor,
    dimension: Dimension::Synthesis,
    what: "The ending names no danger, or nothing to do on Monday.",
    why: "Advice that sees no danger sounds naive; advice without a next step stays on paper.",
    example: "Enter with the supermarkets, because they pay back in 5.9 years.",
    instead: "Close with: the main risk is this, handled so. Next I would do that.",
    catch,
};

/// Other words for a danger.
const DANGER: &[&str] = &[
    "risky", "dangers", "dangerous", "threats", "threaten", "threatens", "worries", "worried",
    "concerns", "concerned", "downsides", "go wrong", "goes wrong", "could fail", "might fail",
    "may fail", "uncertain", "uncertainty", "exposed to", "vulnerable", "pitfall", "pitfalls",
];

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let Some((turn, span)) = place::ending(heard, SegmentKind::Synthesis) else { return Vec::new() };
    let end = &heard.case.synthesis;
    // To claim that none is named, half a match, any word for danger and any answer to the
    // interviewer's question for risks count.
    let near = |id: &str| heard.turns.iter().flat_map(|t| &t.reading.hits).any(|hit| hit.item == id);
    let risk = end.risks.iter().any(|r| near(&r.id))
        || heard.before.risk_answered
        || heard.said_any(marks::RISK)
        || heard.said_any(DANGER);
    let next = heard.covered(end.next_steps.iter().map(|n| n.id.as_str())) > 0
        || heard.mark(marks::NEXT).is_some();
    let (missing, instead) = match (risk, next) {
        (true, true) => return Vec::new(),
        (false, true) => ("No risk is named.", end.risks.first()),
        (true, false) => ("No next step is named.", end.next_steps.first()),
        (false, false) => ("Neither a risk nor a next step is named.", end.risks.first()),
    };
    let instead = instead.map(|i| i.text.clone()).unwrap_or_default();
    vec![Catch::at(turn, span, missing).instead(instead)]
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{Scene, check, check_in, check_lines};
    use crate::heard::Before;

    #[test]
    fn an_ending_without_a_risk_is_caught() {
        check("Y5", "synthesis", "[p0: Enter with the shops], [n1: sign with the chain]", &["sign with the chain"]);
    }

    #[test]
    fn a_risk_and_a_next_step_pass() {
        check("Y5", "synthesis", "[p0: Enter], [r1: idle points could sink it], [n1: sign with the chain]", &[]);
    }

    #[test]
    fn risks_listed_in_another_turn_pass() {
        let plain = ["[p0: Enter], [n1: sign with the chain]", "My worries: idle points; grid delays"];
        check_lines("Y5", "synthesis", &plain, &[]);
        let asked = Scene { before: Before { risk_answered: true, ..Before::default() }, ..Scene::default() };
        check_in(asked, "Y5", "synthesis", "[n1: sign with the chain], idle points, grid delays", &[]);
    }

    #[test]
    fn both_named_in_plain_words_are_never_caught() {
        check("Y5", "synthesis", "Enter. The main risk is idle points. As a next step talk to the chain", &[]);
    }
}
