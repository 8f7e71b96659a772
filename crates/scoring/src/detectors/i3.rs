//! I3: a hint passed over.

use std::collections::BTreeSet;

use casebook::Dimension;

use super::{Catch, Detector, place};
use crate::heard::{Heard, Turn};
use crate::marks;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "I3",
    name: "A hint passed over",
    severity: Severity::Major,
    dimension: Dimension::Presence,
    what: "The turn after a hint took nothing from it and added nothing.",
    why: "How somebody takes a pointer shows how they would take a manager's.",
    example: "I would stay with what I said before.",
    instead: "Say what the hint changes: then I look at the cost first, which is so much.",
    catch,
};

/// Fewer words than this are no answer yet.
const WORDS_MIN: usize = 4;

fn passes_over(heard: &Heard, turn: &Turn, rung: u8) -> bool {
    let hints = &heard.segment.hints;
    let hint = hints.get(usize::from(rung).saturating_sub(1)).map_or("", String::as_str);
    let topics: BTreeSet<String> = marks::topics(hint).collect();
    let adds = !turn.reading.hits.is_empty() || !turn.reading.numbers.is_empty() || !turn.reading.steps.is_empty();
    let takes = marks::topics(turn.text).any(|topic| topics.contains(&topic));
    let asks = place::asks(turn, turn.whole()) || !turn.reading.intents.is_empty();
    let short = marks::words(turn.text).count() < WORDS_MIN;
    !(adds || takes || asks || short)
}

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let hinted = &heard.before.moments.hinted;
    let mut turns = heard.turns.iter();
    let found = turns.find(|turn| {
        let mut rungs = hinted.iter().filter(|(entry, _)| *entry == turn.entry);
        rungs.any(|(_, rung)| passes_over(heard, turn, *rung))
    });
    found
        .map(|turn| Catch::at(turn, turn.whole(), "This takes nothing from the hint that came before it."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{Scene, check, check_in};
    use crate::heard::{Before, Moments};

    fn hinted() -> Scene {
        let moments = Moments { hinted: vec![(3, 1)], ..Moments::default() };
        Scene { before: Before { moments, ..Before::default() }, ..Scene::default() }
    }

    #[test]
    fn a_turn_that_takes_nothing_from_a_hint_is_caught() {
        let said = "I would stay with what was said";
        check_in(hinted(), "I3", "structure", said, &[said]);
    }

    #[test]
    fn a_turn_that_adds_something_passes() {
        check_in(hinted(), "I3", "structure", "Then I begin with [s2: one site]", &[]);
    }

    #[test]
    fn a_question_and_a_turn_without_a_hint_are_never_caught() {
        check_in(hinted(), "I3", "structure", "What do you mean with that?", &[]);
        check("I3", "structure", "I would stay with what was said", &[]);
    }
}
