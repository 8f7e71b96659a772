//! Saying something again: the goal, a fact, or what was asked.

use casebook::SegmentKind;

use super::facts::Asked;
use super::floor::{Floor, Heard};
use super::state::Pending;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Zone};

/// Ways to name the goal.
const GOAL: &[&str] = &["goal", "goals", "objective", "objectives", "aim"];

/// Ways to name what was asked.
const QUESTION: &[&str] = &["question", "task", "prompt", "case", "problem", "situation"];

/// A probe is at most this long.
const PROBE_WORDS_MAX: usize = 12;

impl Floor<'_> {
    /// Says again what is named, or else the last thing asked.
    pub(crate) fn repeat(&mut self, heard: Heard<'_>) {
        let told = heard.reading.hits.iter().find_map(|hit| {
            let fact = self.case.facts.iter().find(|fact| fact.id == hit.item)?;
            (hit.zone == Zone::Sure && self.state.facts.contains(&fact.id)).then_some(fact)
        });
        let text = if says(heard.text, GOAL) {
            self.case.objective.text.trim().to_owned()
        } else if says(heard.text, QUESTION) {
            self.question_named()
        } else if let Some(fact) = told {
            self.give(&[fact], &Asked::default());
            return;
        } else {
            self.last_asked()
        };
        let lead = self.word(Phrase::RepeatLead, &[]);
        self.say(Act::Repeat, format!("{lead} {text}"));
    }

    /// What "the question" means now: in the opening it is that of the whole case.
    fn question_named(&self) -> String {
        if self.state.answering != Pending::Nothing {
            self.state.question.clone()
        } else if self.kind() == Some(SegmentKind::Clarify) {
            self.case.prompt.trim().to_owned()
        } else {
            self.question_at_hand()
        }
    }

    fn last_asked(&self) -> String {
        let waits = self.state.answering != Pending::Nothing;
        // A short probe makes no sense without the question that it belongs to.
        let short = self.state.question.split_whitespace().count() <= PROBE_WORDS_MAX;
        if waits || !short {
            self.state.question.clone()
        } else if self.kind() == Some(SegmentKind::Clarify) {
            let last = self.state.said.last();
            let last = last.filter(|line| **line != self.state.main_question);
            last.map_or_else(|| self.case.prompt.trim().to_owned(), Clone::clone)
        } else {
            self.question_at_hand()
        }
    }

    /// The question of the part, or where to go next when that is asked.
    pub(crate) fn question_at_hand(&self) -> String {
        if self.state.choosing {
            return self.state.question.clone();
        }
        let authored = self.segment().map(|segment| self.question_of(segment));
        authored
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| self.state.main_question.clone())
    }
}
