//! A talk kept as a file, a JSON line a turn, in the order in which it happened. Whoever wants to
//! show or judge a conversation has the words and, of the interviewer's, the act behind them.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use casebook::{Case, Format};
use interview::{Act, Entry, Input, Mode, Output, Plan};
use serde::Serialize;

use crate::clock::minutes;

/// One line of the file.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    /// The first: what is practised.
    Head {
        case: &'a str,
        seed: u64,
        format: Format,
        mode: Mode,
    },
    Turn {
        at: String,
        who: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        act: Option<&'a Act>,
        text: &'a str,
    },
    Stage {
        at: String,
        stage: &'a str,
    },
    Exhibit {
        at: String,
        exhibit: &'a str,
    },
}

/// Where a talk is kept.
pub(super) struct Record {
    file: File,
}

impl Record {
    /// Begins a new file; one that is there already is left as it is.
    pub(super) fn create(path: &Path, case: &Case, plan: &Plan) -> anyhow::Result<Self> {
        let file = File::create_new(path).with_context(|| {
            let path = path.display();
            format!("cannot keep the talk in {path}: name a new file in a folder that is there")
        })?;
        let mut record = Self { file };
        record.put(&Line::Head {
            case: &case.slug,
            seed: case.seed,
            format: plan.format,
            mode: plan.mode,
        })?;
        Ok(record)
    }

    /// Adds what happened at one moment.
    pub(super) fn add(&mut self, entry: &Entry) -> io::Result<()> {
        for line in lines(entry) {
            self.put(&line)?;
        }
        Ok(())
    }

    fn put(&mut self, line: &Line<'_>) -> io::Result<()> {
        let line = serde_json::to_string(line).map_err(io::Error::other)?;
        writeln!(self.file, "{line}")
    }
}

fn lines(entry: &Entry) -> Vec<Line<'_>> {
    let at = minutes(entry.at.0);
    let stage = |stage| {
        let at = at.clone();
        Some(Line::Stage { at, stage })
    };
    let turn = |who, act, text| {
        let at = at.clone();
        Some(Line::Turn { at, who, act, text })
    };
    let input = match &entry.input {
        Input::Said { text, .. } | Input::Presented { text, .. } => turn("candidate", None, text),
        Input::TookMinute => stage("minute"),
        Input::Done => stage("done"),
        Input::AskedHint => stage("hint"),
        Input::Ended => stage("end"),
        _ => None,
    };
    let said = entry.outputs.iter().filter_map(|output| match output {
        Output::Say { act, text } => turn("interviewer", Some(act), text),
        Output::Handed { exhibit } => Some(Line::Exhibit {
            at: at.clone(),
            exhibit,
        }),
        _ => None,
    });
    input.into_iter().chain(said).collect()
}
