//! The interviewer has the floor: what is decided on one input, collected in order.

use casebook::{Case, Segment, SegmentKind};

use super::affinity::Affinity;
use super::state::State;
use crate::phrasebook::{Phrase, word};
use crate::{Act, Intent, Output, Plan, Reading};

/// One input being answered. Every output is taken into the state at once, so that a later
/// decision on the same input sees the earlier ones.
pub(crate) struct Floor<'a> {
    /// The case.
    pub(crate) case: &'a Case,
    /// What was agreed.
    pub(crate) plan: &'a Plan,
    /// What its parts and facts are about.
    pub(crate) affinity: &'a Affinity,
    /// What is remembered.
    pub(crate) state: State,
    /// What was decided so far.
    pub(crate) out: Vec<Output>,
}

/// An utterance with what was read in it.
#[derive(Clone, Copy)]
pub(crate) struct Heard<'a> {
    /// The words.
    pub(crate) text: &'a str,
    /// What was read in them.
    pub(crate) reading: &'a Reading,
}

impl Heard<'_> {
    /// Whether the candidate wants this of the interviewer.
    pub(crate) fn wants(&self, intent: Intent) -> bool {
        self.reading
            .intents
            .iter()
            .any(|read| read.intent == intent)
    }

    /// Words said.
    pub(crate) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

impl<'a> Floor<'a> {
    /// Puts out one thing.
    pub(crate) fn put(&mut self, output: Output) {
        self.state.apply(self.case, &output);
        self.out.push(output);
    }

    /// Says these words for this act.
    pub(crate) fn say(&mut self, act: Act, text: String) {
        self.put(Output::Say { act, text });
    }

    /// Says a line of the phrasebook for this act.
    pub(crate) fn phrase(&mut self, act: Act, phrase: Phrase, slots: &[(&str, &str)]) {
        let text = self.word(phrase, slots);
        self.say(act, text);
    }

    /// A line of the phrasebook, not yet said.
    pub(crate) fn word(&self, phrase: Phrase, slots: &[(&str, &str)]) -> String {
        let mut all = vec![("client", self.case.client.as_str())];
        all.extend_from_slice(slots);
        word(phrase, &all, &self.state.said, self.salt())
    }

    /// Asks for what is missing.
    pub(crate) fn probe(&mut self, missing: &str, phrase: Phrase, slots: &[(&str, &str)]) {
        let missing = missing.to_owned();
        self.phrase(Act::Probe { missing }, phrase, slots);
    }

    /// The current segment.
    pub(crate) fn segment(&self) -> Option<&'a Segment> {
        self.state.here.map(|index| &self.case.segments[index])
    }

    /// The current segment's kind.
    pub(crate) fn kind(&self) -> Option<SegmentKind> {
        self.state.kind
    }

    /// A number that differs from attempt to attempt and from turn to turn, and is the same
    /// whenever the same journal is played.
    pub(crate) fn salt(&self) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let parts = [
            self.case.seed,
            u64::from(self.state.heard),
            self.plan.target as u64,
        ];
        let bytes = self
            .case
            .slug
            .bytes()
            .chain(parts.into_iter().flat_map(u64::to_le_bytes));
        for byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash >> 8
    }
}
