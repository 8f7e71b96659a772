//! The end: a recommendation, at most one thing asked for that it lacks, at most one challenge.

use casebook::{Insight, PointRole};

use super::floor::{Floor, Heard};
use super::words::says;
use crate::phrasebook::Phrase;

/// Ways to recommend.
const RECOMMEND: &[&str] = &[
    "recommend",
    "recommendation",
    "should",
    "my advice",
    "i would",
    "i'd",
    "my answer",
    "advise",
    "yes",
    "no",
    "enter",
    "do not",
    "go ahead",
    "we propose",
    "i suggest",
    "launch",
    "roll out",
    "stop",
    "raise",
    "keep",
    "bid",
    "build",
    "buy",
    "invest",
    "focus on",
    "go for",
    "go with",
    "tell the",
    "reprice",
    "cut",
    "open",
];

/// Ways to name a risk.
pub(super) const RISK: &[&str] = &[
    "risk",
    "risks",
    "could go wrong",
    "danger",
    "threat",
    "worry",
    "concern",
    "unless",
    "depends on",
    "the condition",
    "downside",
    "if it fails",
    "watch out",
];

/// Ways to name a next step.
pub(super) const NEXT: &[&str] = &[
    "next step",
    "next steps",
    "next i",
    "next we",
    "first step",
    "as a next",
    "on monday",
    "then i would",
    "i would now",
    "within the next",
    "start by",
    "begin by",
    "pilot",
    "to do next",
    "from here",
];

impl Floor<'_> {
    /// An utterance in the end part.
    pub(crate) fn synthesis(&mut self, heard: Heard<'_>) {
        let part = &self.state.part;
        let fresh = part.probes.is_empty() && part.pushed.is_empty();
        if fresh && self.probe_ending(heard) {
            return;
        }
        if !self.push_back(heard) {
            self.leave();
        }
    }

    /// Asks for the weightiest thing the ending lacks; false when it has all of it.
    fn probe_ending(&mut self, heard: Heard<'_>) -> bool {
        let covered = &self.state.part.covered;
        let synthesis = &self.case.synthesis;
        let answered = synthesis
            .points
            .iter()
            .any(|p| p.role == PointRole::Answer && covered.items.contains(&p.id));
        let named = |items: &[Insight]| items.iter().any(|item| covered.items.contains(&item.id));
        let (risk, next) = (named(&synthesis.risks), named(&synthesis.next_steps));
        if !answered && covered.against.is_empty() && !says(heard.text, RECOMMEND) {
            self.probe("answer", Phrase::ProbeRecommend, &[]);
        } else if covered.numbers.is_empty() {
            self.probe("number", Phrase::ProbeNumber, &[]);
        } else if !risk && !says(heard.text, RISK) {
            self.probe("risk", Phrase::ProbeRisk, &[]);
        } else if !next && !says(heard.text, NEXT) {
            self.probe("next-step", Phrase::ProbeNext, &[]);
        } else {
            return false;
        }
        true
    }
}
