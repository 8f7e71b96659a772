//! The whole transcript, with the words that findings rest on marked and numbered.

use std::ops::Range;

use casebook::Case;
use interview::{Entry, GapCause, Input, Output, Span};

use super::findings::Numbered;
use super::said;
use crate::{clock, t, ta, tn};

/// A line of the transcript.
pub(crate) enum Line {
    /// A part begins.
    Part { clock: String, name: String },
    /// The interviewer.
    Asks { clock: String, text: String },
    /// The candidate.
    Says {
        id: u32,
        clock: String,
        pieces: Vec<Piece>,
    },
    /// Something that happened.
    Stage { clock: String, text: String },
}

/// A stretch of a candidate's turn under the same findings.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The words.
    pub text: String,
    /// Findings that begin here: number and whether they are drift.
    pub begins: Vec<(usize, bool)>,
    /// Whether any finding covers it.
    pub marked: bool,
    /// Whether one of those is drift.
    pub drift: bool,
}

/// The transcript of a journal.
pub(crate) fn of(case: &Case, entries: &[Entry], numbered: &Numbered<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for entry in entries {
        let at = clock::minutes(entry.at.0);
        if let Some(words) = said::words(entry) {
            let pieces = pieces(words, &marks(entry.seq, numbered));
            lines.push(Line::Says {
                id: entry.seq,
                clock: at.clone(),
                pieces,
            });
        } else if let Some(text) = stage(&entry.input) {
            lines.push(Line::Stage {
                clock: at.clone(),
                text,
            });
        }
        lines.extend(
            entry
                .outputs
                .iter()
                .filter_map(|output| answered(case, &at, output)),
        );
    }
    lines
}

/// Places in the words of an entry, with number and kind.
fn marks(seq: u32, numbered: &Numbered<'_>) -> Vec<(Span, usize, bool)> {
    let all = numbered.in_time().into_iter();
    all.filter(|(f, _)| f.entry == seq)
        .map(|(f, view)| (f.span, view.no, view.drift))
        .collect()
}

/// Cuts a text where findings begin and end. Places that do not fit the text are passed over.
fn pieces(text: &str, marks: &[(Span, usize, bool)]) -> Vec<Piece> {
    let fits = |span: &Span| {
        text.get(span.start..span.end)
            .is_some_and(|s| !s.is_empty())
    };
    let marks: Vec<_> = marks.iter().filter(|(span, ..)| fits(span)).collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(s, ..)| [s.start, s.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let stretches = cuts.windows(2).map(|pair| pair[0]..pair[1]);
    stretches
        .map(|Range { start, end }| {
            let over = || {
                marks
                    .iter()
                    .filter(|(s, ..)| s.start <= start && end <= s.end)
            };
            let begins = over().filter(|(s, ..)| s.start == start);
            Piece {
                text: text[start..end].to_owned(),
                begins: begins.map(|(_, no, drift)| (*no, *drift)).collect(),
                marked: over().next().is_some(),
                drift: over().any(|(_, _, drift)| *drift),
            }
        })
        .collect()
}

fn stage(input: &Input) -> Option<String> {
    Some(match input {
        Input::TookMinute => t("report-stage-minute"),
        Input::AskedHint => t("report-stage-hint"),
        Input::Done => t("report-stage-done"),
        Input::Ended => t("report-stage-ended"),
        Input::Abandoned => t("report-stage-abandoned"),
        Input::Resumed { gap_ms, cause } => {
            let key = match cause {
                GapCause::Away => "report-stage-away",
                GapCause::ServerDown => "report-stage-down",
            };
            ta(key, &[("span", &clock::span(*gap_ms))])
        }
        _ => return None,
    })
}

fn answered(case: &Case, at: &str, output: &Output) -> Option<Line> {
    let clock = at.to_owned();
    match output {
        Output::Entered { segment } => {
            let place = case.segments.iter().position(|s| s.id == *segment)?;
            let name = tn("report-part", place + 1);
            Some(Line::Part {
                clock,
                name: format!("{name}. {}", case.segments[place].name),
            })
        }
        Output::Say { text, .. } => Some(Line::Asks {
            clock,
            text: text.clone(),
        }),
        Output::Handed { exhibit } => {
            let title = case
                .exhibits
                .iter()
                .find(|e| e.id == *exhibit)
                .map(|e| e.title.as_str());
            let text = ta(
                "report-stage-exhibit",
                &[("title", title.unwrap_or(exhibit))],
            );
            Some(Line::Stage { clock, text })
        }
        Output::Minute { running: false } => Some(Line::Stage {
            clock,
            text: t("report-stage-minute-over"),
        }),
        Output::Warned { over: true, .. } => Some(Line::Stage {
            clock,
            text: t("report-stage-over"),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marks: &[(usize, usize, usize)]) -> String {
        let marks: Vec<_> = marks
            .iter()
            .map(|(start, end, no)| {
                (
                    Span {
                        start: *start,
                        end: *end,
                    },
                    *no,
                    true,
                )
            })
            .collect();
        let all = pieces(text, &marks);
        all.iter()
            .map(|p| match (p.marked, p.begins.as_slice()) {
                (false, _) => p.text.clone(),
                (true, begins) => {
                    let numbers: Vec<_> = begins.iter().map(|(no, _)| no.to_string()).collect();
                    format!("[{}{}]", numbers.join(","), p.text)
                }
            })
            .collect()
    }

    #[test]
    fn a_turn_is_cut_where_findings_begin_and_end() {
        assert_eq!(
            shown("a margin of 28 cents", &[(2, 8, 1)]),
            "a [1margin] of 28 cents"
        );
        assert_eq!(
            shown("a margin of 28 cents", &[(2, 14, 1), (12, 20, 2)]),
            "a [1margin of ][228][ cents]"
        );
        assert_eq!(shown("plain", &[]), "plain");
    }

    #[test]
    fn a_place_outside_the_words_or_inside_a_letter_marks_nothing() {
        assert_eq!(shown("28 €", &[(3, 4, 1), (0, 90, 2)]), "28 €");
    }
}
