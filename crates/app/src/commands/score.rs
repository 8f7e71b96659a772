//! `casingexpert score FILE.jsonl`: scores answers to single segments, a JSON line each, or prints
//! how far the scores agree with the graders' labels in the file.

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, anyhow};
use casebook::Case;
use clap::Args;
use interview::Reader;
use scoring::Responded;
use scoring::gold::{Line, read_lines};
use scoring::report::{Measured, report};
use scoring::respond::examine;
use serde::Serialize;

use crate::CaseLibrary;

/// The largest file read: a hundred times the calibration set.
const FILE_BYTES: u64 = 256 * 1024 * 1024;

/// What to score.
#[derive(Debug, Clone, Args)]
pub struct ScoreArgs {
    /// Answers, a JSON object a line: id, case, segment, text.
    pub file: PathBuf,
    /// A folder of further cases, one folder or one neutral YAML file a case.
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
    /// Print agreement with the labels in the file instead of scores.
    #[arg(long)]
    pub report: bool,
}

/// A printed line.
#[derive(Serialize)]
struct Scored<'a> {
    id: &'a str,
    #[serde(flatten)]
    responded: Responded,
}

/// Runs the command. Its exit code is 1 when a line could not be scored.
///
/// # Errors
/// When the file or the cases cannot be read.
pub fn run(args: &ScoreArgs) -> anyhow::Result<ExitCode> {
    let library = CaseLibrary::load(args.cases.as_deref())?;
    let (lines, bad) = read_lines(&text_of(&args.file)?);
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    for problem in &bad {
        writeln!(err, "{}: {problem}", args.file.display())?;
    }
    let mut cast = Cast {
        library: &library,
        known: HashMap::new(),
    };
    let (mut measured, mut failed) = (Vec::new(), bad.len());
    for line in lines {
        match cast.measure(line) {
            Ok((id, seen)) if !args.report => {
                let scored = Scored {
                    id: &id,
                    responded: seen.examined.responded,
                };
                writeln!(out, "{}", serde_json::to_string(&scored)?)?;
            }
            Ok((_, seen)) => measured.push(seen),
            Err(error) => {
                failed += 1;
                writeln!(err, "{error:#}")?;
            }
        }
    }
    if args.report {
        writeln!(out, "{}", report(&measured))?;
        writeln!(
            out,
            "Graders of the calibration set are language models, not people."
        )?;
    }
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Text of a file of answers.
pub(super) fn text_of(file: &Path) -> anyhow::Result<String> {
    let place = || format!("cannot read `{}`", file.display());
    let bytes = std::fs::metadata(file).with_context(place)?.len();
    if bytes > FILE_BYTES {
        return Err(anyhow!(
            "{bytes} bytes are more than {FILE_BYTES}; split the file"
        ))
        .with_context(place);
    }
    std::fs::read_to_string(file).with_context(place)
}

/// The cases of a file with their readers, each made once.
struct Cast<'a> {
    library: &'a CaseLibrary,
    known: HashMap<String, (Arc<Case>, Reader)>,
}

impl Cast<'_> {
    fn measure(&mut self, line: Line) -> anyhow::Result<(String, Measured)> {
        let Line {
            id,
            case: slug,
            response,
            gold,
        } = line;
        if !self.known.contains_key(&slug) {
            let listed = self.library.find(&slug);
            let listed = listed.ok_or_else(|| {
                anyhow!("{id}: no case is called `{slug}`; name its folder with --cases, and see `casingexpert case lint` for one that was left out")
            })?;
            let case = Arc::clone(&listed.case);
            let reader = Reader::new(&case);
            self.known.insert(slug.clone(), (case, reader));
        }
        let (case, reader) = &self.known[&slug];
        let examined = examine(case, reader, &response).with_context(|| id.clone())?;
        Ok((
            id,
            Measured {
                case: slug,
                response,
                gold,
                examined,
            },
        ))
    }
}
