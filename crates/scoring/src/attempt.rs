//! A journal cut into the parts of the case: what the candidate said in each, how long it took,
//! and which hints were taken. Remembers everything, judges nothing.

use casebook::Case;
use interview::{Act, Entry, Input, Output, Reading};

use crate::heard::{Before, Heard, Turn};
use crate::{Stretch, Timeline, judging, marks, moments, timeline, worth};

/// An attempt in parts.
pub(crate) struct Attempt<'a> {
    /// One a segment reached, in the order of first reaching it.
    pub(crate) parts: Vec<Heard<'a>>,
    /// The attempt against its clock.
    pub(crate) timeline: Timeline,
    /// Candidate entries that followed a challenge.
    pub(crate) after_challenge: Vec<u32>,
    /// Whether a challenge was passed over by a button or by the end.
    pub(crate) challenge_passed_over: bool,
}

impl<'a> Attempt<'a> {
    /// Cuts a journal. Turns before the first part and parts that the case does not have are left
    /// out: they belong to another version of it.
    pub(crate) fn read(case: &'a Case, entries: &'a [Entry]) -> Self {
        let mut attempt = Self {
            parts: Vec::new(),
            timeline: timeline::read(case, entries),
            after_challenge: Vec::new(),
            challenge_passed_over: false,
        };
        let (mut current, mut challenged, mut risk_asked) = (None, false, false);
        for entry in entries {
            if let (Some(index), Some((text, reading))) = (current, said(&entry.input)) {
                let part: &mut Heard = &mut attempt.parts[index];
                part.turns
                    .push(Turn::new(entry.seq, entry.at, text, reading));
                part.before.risk_answered |=
                    std::mem::take(&mut risk_asked) && marks::words(text).next().is_some();
                if std::mem::take(&mut challenged) {
                    attempt.after_challenge.push(entry.seq);
                }
            }
            if passes_over(&entry.input) {
                attempt.challenge_passed_over |= std::mem::take(&mut challenged);
            }
            for output in &entry.outputs {
                match output {
                    Output::Entered { segment } => current = attempt.enter(case, segment),
                    Output::Say {
                        act: Act::Hint { rung },
                        ..
                    } => attempt.hint(current, *rung),
                    Output::Say {
                        act: Act::PushBack { .. },
                        ..
                    } => challenged = true,
                    Output::Say {
                        act: Act::Probe { missing },
                        ..
                    } => risk_asked = missing == "risk",
                    _ => {}
                }
            }
        }
        attempt.challenge_passed_over |= challenged;
        attempt.settle(case);
        moments::note(case, entries, &mut attempt.parts);
        attempt
    }

    fn enter(&mut self, case: &'a Case, id: &str) -> Option<usize> {
        let known = self.parts.iter().position(|p| p.segment.id == id);
        known.or_else(|| {
            let segment = case.segments.iter().find(|s| s.id == id)?;
            self.parts.push(Heard {
                case,
                segment,
                turns: Vec::new(),
                judged: None,
                used_secs: seconds_in(&self.timeline.segments, id),
                hint_rung: 0,
                before: Before {
                    attempt: true,
                    ..Before::default()
                },
            });
            Some(self.parts.len() - 1)
        })
    }

    fn hint(&mut self, current: Option<usize>, rung: u8) {
        if let Some(part) = current.and_then(|index| self.parts.get_mut(index)) {
            part.hint_rung = part.hint_rung.max(rung);
        }
    }

    /// What needs all turns of a part: the arithmetic, and the plan that later parts look back on.
    fn settle(&mut self, case: &Case) {
        let mut branches: Vec<String> = Vec::new();
        for part in &mut self.parts {
            let said: Vec<(u32, &str, &Reading)> = part
                .turns
                .iter()
                .map(|t| (t.entry, t.text, t.reading))
                .collect();
            part.judged = judging::judge(case, part.segment, &said);
            part.before.branches.clone_from(&branches);
            let covered = worth::branches(case).filter(|b| part.covers(&b.id).is_some());
            branches.extend(covered.map(|b| b.id.clone()));
        }
    }
}

/// The words of an input, and what was read in them.
pub(crate) fn said(input: &Input) -> Option<(&str, &Reading)> {
    match input {
        Input::Said { text, reading, .. } | Input::Presented { text, reading, .. } => {
            Some((text, reading))
        }
        _ => None,
    }
}

/// Whether an input is a button or an end pressed where words were due. A minute to think is none.
fn passes_over(input: &Input) -> bool {
    matches!(
        input,
        Input::Done | Input::AskedHint | Input::Ended | Input::Abandoned
    )
}

fn seconds_in(stretches: &[Stretch], segment: &str) -> u32 {
    let spent: u64 = stretches
        .iter()
        .filter(|s| s.segment == segment)
        .map(|s| s.to.0.saturating_sub(s.from.0))
        .sum();
    u32::try_from(spent / 1000).unwrap_or(u32::MAX)
}
