//! The attempt against its clock: stretches in parts, silences, and times the clock stood still.

use casebook::Case;
use interview::{At, Entry, Input, Output};

use crate::attempt::said;
use crate::{Silence, Stretch, Timeline, marks};

/// A silence longer than this is drawn; shorter ones are breath.
pub const SILENCE_MS: u64 = 20_000;

/// What a word takes to say, so that a long turn is not taken for a long silence before it.
const WORD_MS: u64 = 400;

/// Reads the time line of a journal.
#[must_use]
pub(crate) fn read(case: &Case, entries: &[Entry]) -> Timeline {
    let end = entries.last().map_or(At(0), |e| e.at);
    Timeline {
        segments: stretches(case, entries, end),
        silences: silences(entries),
        gaps: entries
            .iter()
            .filter_map(|e| match e.input {
                Input::Resumed { gap_ms, .. } => Some((e.at, gap_ms)),
                _ => None,
            })
            .collect(),
        end,
    }
}

fn stretches(case: &Case, entries: &[Entry], end: At) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for entry in entries {
        for output in &entry.outputs {
            let Output::Entered { segment } = output else {
                continue;
            };
            if let Some(last) = stretches.last_mut() {
                last.to = entry.at;
            }
            let known = case.segments.iter().find(|s| s.id == *segment);
            stretches.push(Stretch {
                segment: segment.clone(),
                from: entry.at,
                to: end,
                budget_secs: known.map_or(0, |s| s.budget_secs),
            });
        }
    }
    stretches
}

/// From the end of one turn to the begin of the candidate's next, as near as words tell it.
fn silences(entries: &[Entry]) -> Vec<Silence> {
    let (mut from, mut announced) = (At(0), false);
    let mut silences = Vec::new();
    for entry in entries {
        announced |= matches!(entry.input, Input::TookMinute);
        if let Some((text, _)) = said(&entry.input) {
            let words = u64::try_from(marks::words(text).count()).unwrap_or(u64::MAX);
            let to = At(entry.at.0.saturating_sub(words.saturating_mul(WORD_MS)));
            if to.0.saturating_sub(from.0) > SILENCE_MS {
                silences.push(Silence {
                    from,
                    to,
                    announced,
                });
            }
            (from, announced) = (entry.at, false);
        }
    }
    silences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::specimen::case;
    use interview::{GapCause, Reading};

    fn entry(seq: u32, at: u64, input: Input, outputs: Vec<Output>) -> Entry {
        Entry {
            seq,
            at: At(at),
            input,
            outputs,
        }
    }

    fn words(text: &str) -> Input {
        Input::Said {
            turn: String::new(),
            text: text.into(),
            reading: Box::new(Reading::default()),
        }
    }

    #[test]
    fn stretches_meet_and_the_last_one_ends_with_the_journal() {
        let enter = |s: &str| vec![Output::Entered { segment: s.into() }];
        let journal = [
            entry(0, 0, Input::Opened, enter("clarify")),
            entry(1, 60_000, Input::Done, enter("structure")),
            entry(2, 90_000, Input::Ended, vec![]),
        ];
        let drawn: Vec<(String, u64, u64)> = read(&case(), &journal)
            .segments
            .into_iter()
            .map(|s| (s.segment, s.from.0, s.to.0))
            .collect();
        assert_eq!(
            drawn,
            [
                ("clarify".into(), 0, 60_000),
                ("structure".into(), 60_000, 90_000)
            ]
        );
    }

    #[test]
    fn a_minute_that_was_asked_for_is_an_announced_silence() {
        let journal = [
            entry(0, 0, Input::Opened, vec![]),
            entry(1, 1_000, Input::TookMinute, vec![]),
            entry(2, 61_000, words("Here is my plan"), vec![]),
            entry(3, 70_000, words("And a second thought"), vec![]),
            entry(4, 99_000, words("Well"), vec![]),
        ];
        let drawn: Vec<(u64, bool)> = read(&case(), &journal)
            .silences
            .iter()
            .map(|s| (s.from.0, s.announced))
            .collect();
        assert_eq!(drawn, [(0, true), (70_000, false)]);
    }

    #[test]
    fn a_gap_stands_where_the_clock_stood() {
        let back = Input::Resumed {
            gap_ms: 5_000,
            cause: GapCause::Away,
        };
        let journal = [
            entry(0, 0, Input::Opened, vec![]),
            entry(1, 7_000, back, vec![]),
        ];
        assert_eq!(read(&case(), &journal).gaps, [(At(7_000), 5_000)]);
    }
}
