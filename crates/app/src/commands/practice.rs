//! `casingexpert practice SLUG`: an attempt in the terminal, with the interviewer, reader and
//! scorer of the rooms. Nothing is stored.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, mpsc};

use anyhow::{Context, anyhow, bail};
use casebook::{Case, Dimension, Format};
use clap::Args;
use interview::play::{self, PLAY_BYTES_MAX};
use interview::{Entry, Mode, Plan, Reader};

use super::page::Page;
use super::record::Record;
use super::report;
use super::talk::{self, Talk};
use crate::CaseLibrary;
use crate::rooms::{Timepiece, Transcript};

/// Lines typed ahead of the interviewer; a pasted answer of many lines waits here.
const LINES_AHEAD: usize = 1_000;

/// What to practise, and how.
#[derive(Debug, Clone, Args)]
pub struct PracticeArgs {
    /// The case, as `casingexpert case list` names it.
    pub slug: String,
    /// Who leads: interviewer-led or candidate-led; without it the author's choice.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub format: Option<Format>,
    /// learn (hints), exam (none) or stress (none, and a sceptic who interrupts).
    #[arg(long, value_name = "MODE", value_parser = mode, default_value = "learn")]
    pub mode: Mode,
    /// Number set; 0 is the authored one.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Without clocks.
    #[arg(long)]
    pub untimed: bool,
    /// Run a scripted attempt from a file instead of asking.
    #[arg(long, value_name = "FILE")]
    pub play: Option<PathBuf>,
    /// Keep the talk in a new file, a JSON line a turn.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// A folder of further cases, one folder a case.
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "interviewer-led" => Ok(Format::InterviewerLed),
        "candidate-led" => Ok(Format::CandidateLed),
        _ => Err("write interviewer-led or candidate-led".into()),
    }
}

fn mode(text: &str) -> Result<Mode, String> {
    match text {
        "learn" => Ok(Mode::Learn),
        "exam" => Ok(Mode::Exam),
        "stress" => Ok(Mode::Stress),
        _ => Err("write learn, exam or stress".into()),
    }
}

/// Runs the command at the terminal.
///
/// # Errors
/// When the case or the play cannot be used, or the terminal is gone.
pub fn run(args: &PracticeArgs) -> anyhow::Result<ExitCode> {
    let library = CaseLibrary::load(args.cases.as_deref())?;
    let mut out = std::io::stdout().lock();
    match &args.play {
        Some(file) => run_play(&library, args, file, &mut out)?,
        None => run_talk(&library, args, typed(), &mut out)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The lines of standard input as they come; they end with it.
fn typed() -> mpsc::Receiver<String> {
    let (lines, typed) = mpsc::sync_channel(LINES_AHEAD);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if lines.send(line).is_err() {
                return;
            }
        }
    });
    typed
}

fn case_of(library: &CaseLibrary, slug: &str, seed: u64) -> anyhow::Result<Arc<Case>> {
    if library.find(slug).is_none() {
        bail!("there is no case `{slug}`: `casingexpert case list` names them");
    }
    library.case(slug, seed).map_err(|_| {
        anyhow!(
            "the case `{slug}` has no number set {seed}: try another --seed, 0 is the authored one"
        )
    })
}

fn run_talk(
    library: &CaseLibrary,
    args: &PracticeArgs,
    typed: mpsc::Receiver<String>,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let case = case_of(library, &args.slug, args.seed)?;
    let plan = Plan {
        format: chosen_format(&case, args.format)?,
        mode: args.mode,
        timed: !args.untimed,
        objective: String::new(),
        target: Dimension::Structure,
        rule: None,
    };
    let mut page = Page::new(out);
    page.plain(&talk::greeting(&case, &plan, args.record.as_deref()))?;
    let record = match &args.record {
        Some(file) => Some(Record::create(file, &case, &plan)?),
        None => None,
    };
    let talk = Talk::new(case.clone(), plan.clone(), typed, Timepiece::server()).kept_in(record);
    let entries = talk.hold(&mut page)?;
    report::print(library, &case, &plan, &entries, &mut page)
}

fn chosen_format(case: &Case, wanted: Option<Format>) -> anyhow::Result<Format> {
    match wanted {
        None => case
            .formats
            .first()
            .copied()
            .context("the case names no format"),
        Some(format) if case.formats.contains(&format) => Ok(format),
        Some(_) => bail!(
            "the case `{}` is not played in that format: leave --format out",
            case.slug
        ),
    }
}

fn run_play(
    library: &CaseLibrary,
    args: &PracticeArgs,
    file: &Path,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let unread = || format!("cannot read the play {}", file.display());
    if std::fs::metadata(file).with_context(unread)?.len() > PLAY_BYTES_MAX as u64 {
        bail!(
            "{} is longer than {} KiB: split it",
            file.display(),
            PLAY_BYTES_MAX / 1024
        );
    }
    let text = std::fs::read_to_string(file).with_context(unread)?;
    let in_file = |problem: play::PlayProblem| anyhow!("{}: {problem}", file.display());
    let header = play::header(&text).map_err(in_file)?;
    // The play says which numbers its figures are of, unless the command line does.
    let seed = if args.seed == 0 {
        header.seed
    } else {
        args.seed
    };
    let case = case_of(library, &args.slug, seed)?;
    let text = filled(library, &case, &text).with_context(|| file.display().to_string())?;
    let played = play::run_play(&case, &Reader::new(&case), &text).map_err(in_file)?;
    let mut page = Page::new(out);
    print_transcript(&case, &played.entries, &mut page)?;
    report::print(library, &case, &played.plan, &played.entries, &mut page)
}

/// A play is a template over the case's numbers, so that one text fits every number set.
fn filled(library: &CaseLibrary, case: &Case, text: &str) -> anyhow::Result<String> {
    match library.find(&case.slug) {
        Some(listed) => listed
            .authored
            .fill(text, case.seed)
            .map_err(|p| anyhow!("{p}")),
        None => Ok(text.to_owned()),
    }
}

fn print_transcript(
    case: &Arc<Case>,
    entries: &[Entry],
    page: &mut Page<'_, impl Write>,
) -> anyhow::Result<()> {
    let mut transcript = Transcript::new(case.clone());
    for entry in entries {
        for line in transcript.lines(entry) {
            page.line(&line)?;
        }
        talk::print_exhibits(case, entry, page)?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "../../../interview/tests/fixture/mod.rs"]
mod fixture;

#[cfg(test)]
mod tests {
    use super::*;

    fn args(slug: &str) -> PracticeArgs {
        PracticeArgs {
            slug: slug.into(),
            format: None,
            mode: Mode::Learn,
            seed: 0,
            untimed: false,
            play: None,
            record: None,
            cases: None,
        }
    }

    /// The whole screen of an attempt of the small case, the report included.
    fn screen(lines: &[&str]) -> String {
        let case = Arc::new(fixture::case());
        let plan = fixture::plan(Format::InterviewerLed, Mode::Learn, true);
        let (sender, typed) = mpsc::sync_channel(LINES_AHEAD);
        for line in lines {
            sender.send((*line).to_owned()).expect("is read");
        }
        drop(sender);
        let mut out = Vec::new();
        let mut page = Page::new(&mut out);
        let talk = Talk::new(case.clone(), plan.clone(), typed, Timepiece::by_hand());
        let entries = talk.hold(&mut page).expect("talks");
        report::print(&CaseLibrary::default(), &case, &plan, &entries, &mut page).expect("prints");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn an_attempt_in_the_terminal_ends_in_a_report() {
        let screen = screen(&[
            "Is the rent fixed?",
            "/nonsense",
            "/done",
            "/tree",
            "Guests",
            "  Evening *",
            "",
            "/time",
            "/done",
        ]);
        for shown in [
            "0:00   == Part 1. Clarify",
            "Brot und Bohne runs 40 bakeries.",
            "Commands: /minute",
            "== Part 2. Structure",
            "Structure 0:00 / 7:00, Whole case 0:00 / 29:00",
            "== Part 3. Payback",
            "The case was ended early.",
            "Report: A bakery",
            "never an official scorecard",
            "You spoke 2 times.",
        ] {
            assert!(screen.contains(shown), "{shown} is not in:\n{screen}");
        }
    }

    #[test]
    fn a_talk_is_kept_turn_by_turn_with_the_acts_behind_it() {
        let folder = tempfile::tempdir().expect("makes a folder");
        let file = folder.path().join("talk.jsonl");
        let case = Arc::new(fixture::case());
        let plan = fixture::plan(Format::InterviewerLed, Mode::Learn, true);
        let record = Record::create(&file, &case, &plan).expect("is new");
        let (sender, typed) = mpsc::sync_channel(LINES_AHEAD);
        for line in ["Is the rent fixed?", "/done"] {
            sender.send(line.to_owned()).expect("is read");
        }
        drop(sender);
        let mut out = Vec::new();
        Talk::new(case.clone(), plan.clone(), typed, Timepiece::by_hand())
            .kept_in(Some(record))
            .hold(&mut Page::new(&mut out))
            .expect("talks");
        let kept = std::fs::read_to_string(&file).expect("is kept");
        for line in [
            r#""format":"interviewer-led","mode":"learn""#,
            r#"{"at":"0:00","who":"candidate","text":"Is the rent fixed?"}"#,
            r#""who":"interviewer","act":{"ask-reason":{"fact":"rent"}}"#,
            r#"{"at":"0:00","stage":"done"}"#,
        ] {
            assert!(kept.contains(line), "{line} is not in:\n{kept}");
        }
        assert!(Record::create(&file, &case, &plan).is_err());
    }

    #[test]
    fn a_case_that_is_not_there_says_where_the_names_are() {
        let (_, typed) = mpsc::sync_channel(1);
        let told = run_talk(
            &CaseLibrary::default(),
            &args("nope"),
            typed,
            &mut Vec::new(),
        );
        let told = told.expect_err("no such case").to_string();
        assert_eq!(
            told,
            "there is no case `nope`: `casingexpert case list` names them"
        );
    }

    #[test]
    fn a_word_that_is_no_format_says_what_to_write() {
        assert_eq!(format("candidate-led"), Ok(Format::CandidateLed));
        assert_eq!(
            format("bcg"),
            Err("write interviewer-led or candidate-led".into())
        );
        assert_eq!(mode("stress"), Ok(Mode::Stress));
        assert_eq!(mode("hard"), Err("write learn, exam or stress".into()));
    }
}
