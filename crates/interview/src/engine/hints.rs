//! The hint ladder: one rung at a time, in learn mode only.

use super::floor::Floor;
use crate::phrasebook::Phrase;
use crate::{Act, Mode};

/// Rungs of a ladder.
pub(crate) const RUNGS: usize = 4;

impl Floor<'_> {
    /// Gives the next rung, or says that there is none.
    pub(crate) fn hint(&mut self) {
        if self.plan.mode != Mode::Learn {
            self.phrase(Act::NoHint, Phrase::NoHintMode, &[]);
            return;
        }
        let given = usize::from(self.state.part.hint);
        let next = self
            .segment()
            .and_then(|segment| segment.hints.iter().take(RUNGS).nth(given))
            .filter(|text| !text.is_empty())
            .cloned();
        match next {
            Some(hint) => {
                let lead = self.word(Phrase::HintLead, &[]);
                let rung = self.state.part.hint + 1;
                self.say(Act::Hint { rung }, format!("{lead} {hint}"));
            }
            None => self.phrase(Act::NoHint, Phrase::NoHintLeft, &[]),
        }
    }
}
