//! Reading an exhibit: what it shows, what else, and what follows.

use casebook::{Exhibit, InsightKind};

use super::floor::{Floor, Heard};
use super::words::says;
use crate::phrasebook::Phrase;

/// Ways to say what follows from something.
pub(crate) const SO_WHAT: &[&str] = &[
    "so we should",
    "so they should",
    "so i would",
    "i would recommend",
    "i'd recommend",
    "which means",
    "this means",
    "that means",
    "therefore",
    "it follows",
    "implies",
    "implication",
    "so what",
    "should focus",
    "suggests",
    "recommend",
    "should",
    "so for the client",
    "the conclusion",
    "conclude",
    "which tells",
    "that tells",
    "this tells",
    "consequence",
    "so the answer",
];

/// Fewer words than this do not read an exhibit.
const READING_WORDS_MIN: usize = 6;

impl<'a> Floor<'a> {
    /// An utterance on an exhibit.
    pub(crate) fn exhibit(&mut self, heard: Heard<'_>) {
        let Some(exhibit) = self.shown() else {
            self.leave();
            return;
        };
        let part = &self.state.part;
        let seen = |kind: InsightKind| {
            exhibit
                .insights
                .iter()
                .filter(|i| i.kind == kind && part.covered.items.contains(&i.id))
                .count()
        };
        let (main, misread) = (seen(InsightKind::Essential), seen(InsightKind::Misreading));
        let against = !part.covered.against.is_empty();
        let all = exhibit
            .insights
            .iter()
            .filter(|i| i.kind == InsightKind::Essential)
            .count();
        if part.covered.words < READING_WORDS_MIN && !part.probed("more") {
            self.probe("more", Phrase::ProbeThin, &[]);
        } else if main == 0 && (misread > 0 || against) && !part.probed("reading") {
            self.probe("reading", Phrase::ProbeReading, &[]);
        } else if main < all && !part.probed("see-more") {
            self.probe("see-more", Phrase::ProbeSeeMore, &[]);
        } else if !self.says_so_what(heard) && !self.state.part.probed("so-what") {
            self.probe("so-what", Phrase::ProbeSoWhat, &[]);
        } else if !self.push_back(heard) {
            self.leave();
        }
    }

    fn says_so_what(&self, heard: Heard<'_>) -> bool {
        says(heard.text, SO_WHAT)
    }

    /// The exhibit of the current segment.
    pub(crate) fn shown(&self) -> Option<&'a Exhibit> {
        let id = &self.segment()?.id;
        self.case.exhibits.iter().find(|exhibit| exhibit.id == *id)
    }
}
