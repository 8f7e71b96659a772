//! Back to an earlier part: which part was meant, and from there back to the question at hand. A
//! return never leaves the current part.

use casebook::{Case, SegmentKind};

use super::floor::{Floor, Heard};
use super::state::State;
use super::words::{says, stems};
use crate::phrasebook::Phrase;
use crate::{Act, Intent};

/// A yes longer than this has the addition in it.
const BARE_YES_WORDS_MAX: usize = 4;

/// What the words for a kind of part count against a word of its name.
const KIND_WEIGHT: usize = 2;

/// Ways to name a part by its kind.
fn names(kind: SegmentKind) -> &'static [&'static str] {
    match kind {
        SegmentKind::Clarify => &["clarifying", "clarification", "goal", "objective"],
        SegmentKind::Structure => &["structure", "framework", "plan", "tree", "approach"],
        SegmentKind::Quant => &["calculation", "calculations", "number", "math", "maths"],
        SegmentKind::Exhibit => &["exhibit", "chart", "table", "graph"],
        SegmentKind::Brainstorm => &["idea", "ideas", "brainstorm", "brainstorming"],
        SegmentKind::Synthesis => &["recommendation", "conclusion", "summary"],
    }
}

/// The earlier part that these words name; of several, the latest in the author's order.
pub(super) fn named(case: &Case, state: &State, words: &str) -> Option<usize> {
    let said = stems(words);
    let score = |index: usize| {
        let segment = &case.segments[index];
        let name = stems(&segment.name);
        let by_name = name.iter().filter(|stem| said.contains(stem)).count();
        by_name + KIND_WEIGHT * usize::from(says(words, names(segment.kind)))
    };
    (0..case.segments.len())
        .filter(|index| state.visited[*index] && state.here != Some(*index))
        .map(|index| (score(index), index))
        .filter(|(score, _)| *score > 0)
        .max()
        .map(|(_, index)| index)
}

impl Floor<'_> {
    /// Takes what is added to an earlier part, which `words` asked to go back to; false when the
    /// utterance is something else.
    pub(crate) fn take_return(&mut self, words: &str, heard: Heard<'_>) -> bool {
        use Intent::{AskMeaning, GiveUp, GoBack, Grader, Hint, Repeat, Time};
        let other = [AskMeaning, GiveUp, GoBack, Grader, Hint, Repeat, Time];
        if other.into_iter().any(|intent| heard.wants(intent)) || self.is_request(heard) {
            return false;
        }
        if heard.wants(Intent::Yes) && heard.words() <= BARE_YES_WORDS_MAX {
            self.allow("return", Phrase::AllowReturn);
            return true;
        }
        let elsewhere = named(self.case, &self.state, words).is_some();
        if !elsewhere && self.has_substance() {
            return false;
        }
        let lead = self.word(Phrase::BackFromReturn, &[]);
        let question = self.question_at_hand();
        self.say(Act::Repeat, format!("{lead} {question}"));
        true
    }
}
