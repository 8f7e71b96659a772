//! Learn mode: as a part is left, what stayed open in it is named. What the answer would have been
//! is not, and nothing is said of how it went.

use casebook::SegmentKind;

use super::brainstorm::{IDEAS_ENOUGH, RANK};
use super::exhibit::SO_WHAT;
use super::floor::Floor;
use super::synthesis::RISK;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Mode};

/// More than this many would be a list to read, not a remark.
const NAMED_MAX: usize = 2;

impl Floor<'_> {
    /// Names what stayed open in the part that is being left.
    pub(crate) fn tell_left_open(&mut self) {
        if self.plan.mode != Mode::Learn || self.state.part.turns == 0 {
            return;
        }
        let mut open = self.left_open();
        open.truncate(NAMED_MAX);
        if open.is_empty() {
            return;
        }
        let words: Vec<&str> = open.iter().map(|(_, words)| *words).collect();
        let missing = open.iter().map(|(id, _)| (*id).to_owned()).collect();
        let list = words.join(" and ");
        self.phrase(
            Act::Feedback { missing },
            Phrase::LeftOpen,
            &[("missing", &list)],
        );
    }

    /// What stayed open, weightiest first, and how it is called.
    fn left_open(&self) -> Vec<(&'static str, &'static str)> {
        let text = &self.state.part.text;
        let wanted: Vec<(bool, &'static str, &'static str)> = match self.kind() {
            Some(SegmentKind::Structure) => vec![
                (
                    !self.state.named_first && self.state.first_branch.is_none(),
                    "priority",
                    "which branch comes first",
                ),
                (
                    self.is_generic(),
                    "generic",
                    "what is particular to this client",
                ),
            ],
            Some(SegmentKind::Quant) => self.open_in_quant(),
            Some(SegmentKind::Exhibit) => {
                vec![(!says(text, SO_WHAT), "so-what", "what follows from it")]
            }
            Some(SegmentKind::Brainstorm) => vec![
                (
                    self.ideas_said() < IDEAS_ENOUGH,
                    "more-ideas",
                    "further kinds of ideas",
                ),
                (!says(text, RANK), "rank", "which idea comes first"),
            ],
            Some(SegmentKind::Synthesis) => vec![
                (
                    self.state.part.covered.numbers.is_empty(),
                    "number",
                    "the number that carries it",
                ),
                (!self.names_risk(text), "risk", "a risk"),
            ],
            Some(SegmentKind::Clarify) | None => Vec::new(),
        };
        // What was asked for and answered in words that we do not know is not called missing. How
        // many ideas there are and what the number is we do know.
        let known = ["result", "other-part", "more-ideas"];
        let answered = |id: &str| !known.contains(&id) && self.state.part.has_answered(id);
        let open = wanted
            .into_iter()
            .filter(|(open, id, _)| *open && !answered(id));
        open.map(|(_, id, words)| (id, words)).collect()
    }

    fn open_in_quant(&self) -> Vec<(bool, &'static str, &'static str)> {
        let Some(quant) = self.computed() else {
            return Vec::new();
        };
        let covered = &self.state.part.covered.items;
        let meant = quant.consequences.iter().any(|c| covered.contains(&c.id))
            || says(&self.state.part.text, SO_WHAT);
        let found = self.has_headline(quant);
        let others = quant.asked.iter().any(|asked| !self.has_number(asked));
        vec![
            (!found, "result", "the number asked for"),
            (
                found && others,
                "other-part",
                "the other part of the question",
            ),
            (!meant, "meaning", "what the number means"),
        ]
    }

    /// Whether a risk was named, in the author's words or in the usual ones.
    fn names_risk(&self, text: &str) -> bool {
        let covered = &self.state.part.covered.items;
        let mut risks = self.case.synthesis.risks.iter();
        risks.any(|risk| covered.contains(&risk.id)) || says(text, RISK)
    }
}
