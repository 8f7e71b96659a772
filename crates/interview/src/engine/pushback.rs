//! Challenges: at most one a part, aimed at what this candidate said.

use casebook::{Pushback, PushbackKind, SegmentKind};

use super::floor::{Floor, Heard};
use crate::Act;

impl<'a> Floor<'a> {
    /// Challenges the candidate if the part has a fitting line and none was used; false otherwise.
    pub(crate) fn push_back(&mut self, _heard: Heard<'_>) -> bool {
        if self.state.part.pushed.is_some() {
            return false;
        }
        let Some(pushback) = self.fitting_pushback() else {
            return false;
        };
        let (id, line) = (pushback.id.clone(), pushback.line.clone());
        self.say(Act::PushBack { pushback: id }, line);
        true
    }

    /// Lines aimed at something said come before lines for any answer. Which of them is settled
    /// by the attempt, so that about half of the challenges meet something right.
    fn fitting_pushback(&self) -> Option<&'a Pushback> {
        let id = self.segment().map(|segment| segment.id.as_str())?;
        let here: Vec<&Pushback> = self
            .case
            .pushbacks
            .iter()
            .filter(|p| p.segment == id)
            .collect();
        // "Why first?" was asked already when the priority was missing.
        let asked_why = self.state.part.probed("priority");
        // A plan made for this case is not told that it would fit any other.
        let generic = !self.is_in_structure() || self.is_generic();
        let here: Vec<&Pushback> = here
            .into_iter()
            .filter(|p| !(asked_why && p.kind == PushbackKind::Logic))
            .filter(|p| p.kind != PushbackKind::Generic || generic)
            .collect();
        let covered = &self.state.part.covered;
        let aimed: Vec<_> = here
            .iter()
            .filter(|p| covered.items.contains(&p.target) || covered.against.contains(&p.target))
            .copied()
            .collect();
        let open: Vec<_> = here
            .iter()
            .filter(|p| p.target.is_empty())
            .copied()
            .collect();
        let choice = if aimed.is_empty() { open } else { aimed };
        let right = self.salt() & 1 == 0;
        let wanted: Vec<_> = choice
            .iter()
            .filter(|p| p.aims_at_right == right)
            .copied()
            .collect();
        let pool = if wanted.is_empty() { choice } else { wanted };
        let pick = (self.salt() >> 1) as usize % pool.len().max(1);
        pool.get(pick).copied()
    }

    fn is_in_structure(&self) -> bool {
        self.kind() == Some(SegmentKind::Structure)
    }
}
