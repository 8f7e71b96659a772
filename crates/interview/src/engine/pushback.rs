//! Challenges: at most one a part, two from a sceptic, aimed at what this candidate said. About half
//! of them meet something right.

use casebook::{Pushback, PushbackKind, SegmentKind};

use super::floor::{Floor, Heard};
use super::structure::PRIORITY;
use super::words::{says, stems};
use crate::challenge::by_kind;
use crate::phrasebook::Phrase;
use crate::{Act, Mode};

/// Challenges in one part; more would turn it into a quarrel.
const PUSHES_MAX: usize = 1;

/// The same for a sceptic.
const STRESS_PUSHES_MAX: usize = 2;

/// With this many content words in common, what a line proposes was said by the candidate.
const SAID_STEMS_MIN: usize = 2;

impl<'a> Floor<'a> {
    /// Challenges the candidate if the part has a fitting line and none was used; false otherwise.
    pub(crate) fn push_back(&mut self, _heard: Heard<'_>) -> bool {
        let stress = self.plan.mode == Mode::Stress;
        let most = if stress {
            STRESS_PUSHES_MAX
        } else {
            PUSHES_MAX
        };
        if self.state.part.pushed.len() >= most {
            return false;
        }
        let fitting = self
            .fitting_pushback()
            .map(|pushback| (pushback.id.clone(), pushback.line.clone()));
        match fitting {
            Some((id, line)) => self.say(Act::PushBack { pushback: id }, line),
            None if stress && !self.state.part.pushed.contains(&String::new()) => {
                let pushback = String::new();
                self.phrase(Act::PushBack { pushback }, Phrase::Doubt, &[]);
            }
            None => return false,
        }
        true
    }

    /// Lines aimed at something said come before lines for any answer. Which of them is settled
    /// by the attempt, so that about half of the challenges meet something right.
    fn fitting_pushback(&self) -> Option<&'a Pushback> {
        let id = self.segment().map(|segment| segment.id.as_str())?;
        let here = self.case.pushbacks.iter().filter(|p| p.segment == id);
        let here: Vec<&Pushback> = here.filter(|p| self.fits(p)).collect();
        let (open, aimed): (Vec<&Pushback>, Vec<_>) =
            here.into_iter().partition(|p| p.target.is_empty());
        let choice = if aimed.is_empty() { open } else { aimed };
        let right = self.next_aims_at_right();
        let wanted: Vec<_> = choice
            .iter()
            .filter(|p| p.aims_at_right == right)
            .copied()
            .collect();
        let pool = if wanted.is_empty() { choice } else { wanted };
        let pick = (self.salt() >> 1) as usize % pool.len().max(1);
        pool.get(pick).copied()
    }

    /// Whether a line answers something that this candidate said in this part.
    fn fits(&self, line: &Pushback) -> bool {
        let part = &self.state.part;
        // "Why first?" was asked already when the priority was missing.
        let asked_why = part.probed("priority") && line.kind == PushbackKind::Logic;
        // A plan made for this case is not told that it would fit any other.
        let particular =
            line.kind == PushbackKind::Generic && self.is_in_structure() && !self.is_generic();
        if asked_why || particular || part.pushed.contains(&line.id) {
            return false;
        }
        let covered = &part.covered;
        if !line.target.is_empty() {
            return covered.items.contains(&line.target) && !covered.against.contains(&line.target);
        }
        // An open line that defends something right needs it to be there.
        let right = self
            .segment()
            .and_then(|segment| by_kind(self.case, segment, covered));
        if line.aims_at_right && right == Some(false) {
            return false;
        }
        match line.kind {
            PushbackKind::Data => !covered.numbers.is_empty() || !self.is_in_quant(),
            // "Why not begin with X?" is no question to somebody who begins with X, nor to somebody
            // who begins nowhere.
            PushbackKind::Logic => self.state.named_first && !self.proposes_what_was_said(line),
            PushbackKind::Alternative => !self.proposes_what_was_said(line),
            _ => true,
        }
    }

    /// Whether the sentences that put something first, or else all that was said, hold what the
    /// line puts forward.
    fn proposes_what_was_said(&self, line: &Pushback) -> bool {
        let logic = line.kind == PushbackKind::Logic;
        let known = stems(&format!("{} {}", self.case.client, self.case.prompt));
        let put: Vec<String> = stems(&line.line)
            .into_iter()
            .filter(|stem| !known.contains(stem))
            .collect();
        let sentences = self.state.part.text.split(['.', '\n', ';']);
        let said: String = sentences
            .filter(|sentence| !logic || says(sentence, PRIORITY))
            .collect::<Vec<_>>()
            .join(" ");
        let said = stems(&said);
        let shared = put.iter().filter(|stem| said.contains(stem)).count();
        shared >= if logic { 1 } else { SAID_STEMS_MIN }
    }

    /// The side that has had fewer challenges in this attempt; by chance when both had as many.
    fn next_aims_at_right(&self) -> bool {
        let used = |right: bool| {
            let mut lines = self
                .case
                .pushbacks
                .iter()
                .filter(|p| p.aims_at_right == right);
            let count = |id: &String| self.state.challenged.iter().filter(|c| *c == id).count();
            lines.by_ref().map(|p| count(&p.id)).sum::<usize>()
        };
        match used(true).cmp(&used(false)) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Greater => false,
            std::cmp::Ordering::Equal => self.salt() & 1 == 0,
        }
    }

    fn is_in_structure(&self) -> bool {
        self.kind() == Some(SegmentKind::Structure)
    }

    fn is_in_quant(&self) -> bool {
        self.kind() == Some(SegmentKind::Quant)
    }
}
