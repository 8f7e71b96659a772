//! Stops talk that comes to no point, words that only repeat ours, and answers to a question that
//! comes later. Nothing said before is lost: the part goes on from where it was.

use std::collections::BTreeSet;

use casebook::SegmentKind;

use super::floor::{Floor, Heard};
use super::goal::PLAYBACK;
use super::structure::draws_a_tree;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::talk::{TALK_WORDS, longest_without_point};
use crate::{Act, Mode};

/// The time in the room that the same talk may take over several turns.
const TALK_MS: u64 = 90_000;

/// Fewer words than this in that time are thinking, not talk.
const SLOW_WORDS_MIN: usize = 75;

/// A sceptic stops talk at half its length.
const STRESS_PARTS: usize = 2;

/// A shorter text may well use the same words by chance.
const ECHO_WORDS_MIN: usize = 10;

/// Words in a row that make a place the same as one of ours.
const ECHO_RUN: usize = 4;

/// Of ten runs, this many from our words make an echo.
const ECHO_TENTHS: usize = 8;

/// Ways to come to the end of the case.
const ENDING: &[&str] = &[
    "i recommend",
    "i would recommend",
    "i'd recommend",
    "my recommendation",
    "my final answer",
    "my advice",
    "in conclusion",
];

impl Floor<'_> {
    /// Asks for the headline of talk that has come to no point for a minute and a half; false when
    /// it has one, or was stopped here before.
    pub(crate) fn stop_talk(&mut self, heard: Heard<'_>) -> bool {
        if self.state.part.was_stopped("headline") || self.state.part.over.is_some() {
            return false;
        }
        let parts = match self.plan.mode {
            Mode::Stress => STRESS_PARTS,
            Mode::Learn | Mode::Exam => 1,
        };
        let talk = &self.state.talk;
        let (longest, _) = longest_without_point(heard.text, heard.reading);
        let since = talk.since.unwrap_or(self.state.now);
        let took = self.state.now.0.saturating_sub(since.0);
        let slow = took >= TALK_MS / parts as u64 && talk.words >= SLOW_WORDS_MIN;
        if !slow && longest.max(talk.words) < TALK_WORDS / parts {
            return false;
        }
        let cause = "headline".to_owned();
        self.phrase(Act::Interrupt { cause }, Phrase::AskHeadline, &[]);
        true
    }

    /// Asks for own words when ours were handed back; false when there is more to it.
    pub(crate) fn take_echo(&mut self, heard: Heard<'_>) -> bool {
        let words = plain(heard.text);
        // Saying a calculation's question again is how a good answer to it begins.
        let restates = self.kind() == Some(SegmentKind::Quant) || says(heard.text, PLAYBACK);
        if words.len() < ECHO_WORDS_MIN || restates {
            return false;
        }
        let ours: Vec<Vec<String>> = self.state.said.iter().map(|line| plain(line)).collect();
        let ours: BTreeSet<&[String]> = ours
            .iter()
            .flat_map(|line| line.windows(ECHO_RUN))
            .collect();
        let runs = words.len() + 1 - ECHO_RUN;
        let same = words
            .windows(ECHO_RUN)
            .filter(|run| ours.contains(run))
            .count();
        if same * 10 < runs * ECHO_TENTHS {
            return false;
        }
        self.probe("own-words", Phrase::ProbeOwnWords, &[]);
        true
    }

    /// Keeps a recommendation for the end while the opening or the plan is at hand.
    pub(crate) fn take_ahead(&mut self, heard: Heard<'_>) -> bool {
        let early = matches!(
            self.kind(),
            Some(SegmentKind::Clarify | SegmentKind::Structure)
        );
        let asks = !heard.reading.questions.is_empty() || draws_a_tree(heard);
        if !early || asks || self.state.lost > 0 || !says(heard.text, ENDING) {
            return false;
        }
        self.phrase(Act::Redirect, Phrase::RedirectEnding, &[]);
        true
    }
}

/// Lower-case words without marks.
fn plain(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
