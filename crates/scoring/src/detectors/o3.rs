//! O3: parrots the prompt.

use std::collections::BTreeSet;

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::marks;
use crate::worth::permille;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "O3",
    name: "Parrots the prompt",
    severity: Severity::Minor,
    dimension: Dimension::Framing,
    what: "The opening says the prompt again, in its own words, and asks nothing.",
    why: "It spends a minute and shows no thought.",
    example: "So Vossberg is a utility with flat household sales and the board considers fast charging.",
    instead: "Say the goal in half a sentence of your own and ask the first question.",
    catch,
};

/// Fewer topics are a bridge to a question.
const TOPICS_OF_A_RETELLING: usize = 6;

/// Three in four words come from the prompt.
const MOSTLY_PERMILLE: i32 = 750;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let prompt: BTreeSet<String> = marks::topics(&heard.case.prompt).collect();
    let said: BTreeSet<String> = heard.turns.iter().flat_map(|t| marks::topics(t.text)).collect();
    let same = said.intersection(&prompt).count();
    let parrots = said.len() >= TOPICS_OF_A_RETELLING && permille(same, said.len()) >= MOSTLY_PERMILLE;
    if !parrots || heard.hits().next().is_some() || heard.questions().next().is_some() {
        return Vec::new();
    }
    let due = place::opening(heard, SegmentKind::Clarify);
    due.map(|(turn, span)| Catch::at(turn, span, "The prompt is told again and nothing is asked."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn the_prompt_told_again_is_caught() {
        check("O3", "clarify", "So Vossberg is a utility with flat household sales, the board considers entering public fast charging", &["So Vossberg is a utility with flat household sales"]);
    }

    #[test]
    fn the_prompt_told_again_with_a_question_passes() {
        check("O3", "clarify", "So Vossberg is a utility with flat household sales, the board considers entering public fast charging, why now?", &[]);
    }

    #[test]
    fn a_goal_in_few_words_is_never_caught() {
        check("O3", "clarify", "So the board wants fast charging to pay", &[]);
    }
}
