//! Scripted attempts as text, a *play*: a header, then a line for everything that happens, with
//! the acts it led to below it. Runs a play on the real engine and reader; opens no file.
//!
//! ```text
//! case ev-charging-entry, interviewer led, learn, seed 0
//! 00:20  candidate  What would the board count as a success?
//!        reads f1
//!        act give-facts f1
//! 01:40  presents   Demand: cars, share in public; One site*: utilisation, margin
//! 03:00  silence
//! 03:10  done
//! ```
//!
//! Times are minutes and seconds of running clock. `silence` lets time pass; `minute`, `done`,
//! `hint` and `end` are the buttons; a `*` marks the branch to test first; `#` begins a comment.

mod expectation;
mod script;

use std::fmt;
use std::sync::Arc;

use casebook::Case;

pub use script::{Header, header};

use crate::{At, Entry, Input, Interview, Plan, Reader};
use script::{Happening, Line};

/// The longest play read, bytes: an hour of talk is about a fifth of it.
pub const PLAY_BYTES_MAX: usize = 256 * 1024;

/// Moments passed on the way to one line; an interview left alone ends long before.
const MOMENTS_MAX: usize = 200;

/// Something wrong with a play, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayProblem {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub mend: String,
}

impl fmt::Display for PlayProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}; {}", self.line, self.what, self.mend)
    }
}

impl std::error::Error for PlayProblem {}

/// A play that was run.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    /// What the header agreed.
    pub plan: Plan,
    /// The journal.
    pub entries: Vec<Entry>,
    /// For each entry the line of the play that it belongs to, from 1; the opening belongs to the
    /// header.
    pub lines: Vec<usize>,
}

/// Runs a play on a case. The header's seed is the caller's business: it has chosen `case` by it.
///
/// # Errors
/// The first line that cannot be understood, or that names another case.
pub fn run_play(case: &Arc<Case>, reader: &Reader, text: &str) -> Result<Played, PlayProblem> {
    let (header, lines) = script::parse(text)?;
    if header.slug != case.slug {
        return Err(PlayProblem {
            line: 1,
            what: format!("this play is for the case `{}`", header.slug),
            mend: format!("run it on that case, or write `case {}`", case.slug),
        });
    }
    let mut stage = Stage {
        interview: Interview::new(Arc::clone(case), header.plan.clone()),
        played: Played {
            plan: header.plan,
            entries: Vec::new(),
            lines: Vec::new(),
        },
    };
    stage.put(At(0), header.line, Input::Opened);
    for line in &lines {
        stage.pass_time(line);
        if stage.interview.is_closed() {
            break;
        }
        if let Some(input) = stage.input(reader, line) {
            stage.put(line.at, line.number, input);
        }
    }
    Ok(stage.played)
}

/// The same play with what it reads and which acts it leads to written below each line, old
/// expectations dropped.
///
/// # Errors
/// As [`run_play`].
pub fn annotate(case: &Arc<Case>, reader: &Reader, text: &str) -> Result<String, PlayProblem> {
    let played = run_play(case, reader, text)?;
    Ok(expectation::write(text, &played))
}

/// An interview on its way through a play.
struct Stage {
    interview: Interview,
    played: Played,
}

impl Stage {
    fn put(&mut self, at: At, line: usize, input: Input) {
        let outputs = self.interview.handle(at, input.clone());
        let seq = u32::try_from(self.played.entries.len()).unwrap_or(u32::MAX);
        self.played.entries.push(Entry {
            seq,
            at,
            input,
            outputs,
        });
        self.played.lines.push(line);
    }

    /// Everything that becomes due before a line.
    fn pass_time(&mut self, line: &Line) {
        for _ in 0..MOMENTS_MAX {
            match self.interview.deadline().filter(|due| *due <= line.at) {
                Some(due) => self.put(due, line.number, Input::DeadlinePassed),
                None => return,
            }
        }
    }

    fn input(&self, reader: &Reader, line: &Line) -> Option<Input> {
        let turn = format!("line {}", line.number);
        match &line.happening {
            Happening::Says(text) => {
                let reading = Box::new(reader.read(self.interview.segment_for(text), text));
                Some(Input::Said {
                    turn,
                    text: text.clone(),
                    reading,
                })
            }
            Happening::Presents(tree) => {
                let (text, reading) = reader.read_tree(tree);
                Some(Input::Presented {
                    turn,
                    tree: tree.clone(),
                    text,
                    reading: Box::new(reading),
                })
            }
            Happening::Minute => Some(Input::TookMinute),
            Happening::Done => Some(Input::Done),
            Happening::Hint => Some(Input::AskedHint),
            Happening::End => Some(Input::Ended),
            Happening::Silence => None,
        }
    }
}
