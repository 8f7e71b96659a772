//! What a word means: left to its usual sense, unless the case has a fact that settles it.

use super::floor::{Floor, Heard};
use super::words::says;
use crate::Intent;
use crate::phrasebook::Phrase;

/// Ways to ask for the sense of a word, not for something about it.
const SENSE: &[&str] = &["mean", "means", "meant", "meaning", "definition"];

/// Others whose sense is a fact of the case.
const OTHERS: &[&str] = &["client", "they", "he", "she", "owner", "owners", "company"];

/// Ways in which a fact settles a sense.
const SETTLES: &[&str] = &[
    "mean",
    "means",
    "meant",
    "counts",
    "defined",
    "defines",
    "definition",
];

impl Floor<'_> {
    /// Takes a question for the meaning of a word; false when it is none, or when facts answer it.
    pub(crate) fn take_meaning(&mut self, heard: Heard<'_>) -> bool {
        let asks = heard.text.contains('?') || !heard.reading.questions.is_empty();
        if !heard.wants(Intent::AskMeaning) || !asks {
            return false;
        }
        let quoted = crate::intents::quotes_a_word(heard.text);
        let sense = (quoted || says(heard.text, SENSE)) && !says(heard.text, OTHERS);
        let asked = self.asked(heard);
        let settled = |answer: &str| !sense || says(answer, SETTLES);
        if asked.facts.iter().any(|fact| settled(&fact.answer))
            || (!sense && !asked.decoys.is_empty())
        {
            return false;
        }
        self.allow("definition", Phrase::AllowDefinition);
        true
    }
}
