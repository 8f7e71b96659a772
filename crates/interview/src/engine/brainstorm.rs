//! Ideas: as many as come, then which one first.

use casebook::Brainstorm;

use super::floor::{Floor, Heard};
use super::words::says;
use crate::phrasebook::Phrase;

/// With fewer ideas than this "what else?" is asked twice.
pub(super) const IDEAS_ENOUGH: usize = 5;

/// Fewer words than this, and none of the ideas known, are no idea yet.
const IDEA_WORDS_MIN: usize = 4;

/// Ways to rank ideas.
pub(super) const RANK: &[&str] = &[
    "start with",
    "begin with",
    "most promising",
    "first priority",
    "prioritise",
    "prioritize",
    "most important",
    "biggest",
    "my favourite",
    "my favorite",
    "would pick",
    "would choose",
    "do first",
    "first one",
    "first with",
    "go first",
    "first as",
    "first because",
    "first since",
    "comes first",
    "would be first",
    "leads",
    "top of",
    "quick win",
    "rank",
    "highest impact",
    "go for",
];

impl<'a> Floor<'a> {
    /// An utterance with ideas.
    pub(crate) fn brainstorm(&mut self, heard: Heard<'_>) {
        let ideas = self.ideas_said();
        let part = &self.state.part;
        let asked = part
            .probes
            .iter()
            .filter(|p| p.as_str() == "more-ideas")
            .count();
        let rounds = if ideas < IDEAS_ENOUGH { 2 } else { 1 };
        let ranked = part.probed("rank");
        if ideas == 0 && part.covered.words < IDEA_WORDS_MIN && !part.probed("more") {
            self.probe("more", Phrase::ProbeThin, &[]);
        } else if asked < rounds && !ranked && !self.has_nothing_more(heard) {
            self.probe("more-ideas", Phrase::ProbeMoreIdeas, &[]);
        } else if !ranked && !says(heard.text, RANK) {
            self.probe("rank", Phrase::ProbeRank, &[]);
        } else if !self.push_back(heard) {
            self.leave();
        }
    }

    pub(super) fn ideas_said(&self) -> usize {
        let Some(brainstorm) = self.asked_for_ideas() else {
            return 0;
        };
        let covered = &self.state.part.covered.items;
        let ideas = brainstorm.groups.iter().flat_map(|group| &group.ideas);
        ideas.filter(|idea| covered.contains(&idea.id)).count()
    }

    /// The idea question of the current segment.
    fn asked_for_ideas(&self) -> Option<&'a Brainstorm> {
        let id = &self.segment()?.id;
        self.case.brainstorms.iter().find(|b| b.id == *id)
    }
}
