//! The long measurements in one go, written to `docs/measured.md` with date and command. Judges
//! nothing; the figures stand beside what was asked for.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::wire::{self, Server};
use crate::{bench, steps, tidy};

/// Starts measured for the time to the first page.
const STARTS: usize = 5;

/// Kills after which an entry is lost on purpose.
const PROOFS: u32 = 5;

/// The command behind the scoring figures, all answers in one file.
const SCORE: &str = "casingexpert score --report ALL.jsonl --cases calibration/cases";

/// The command behind the matching figures.
const MATCH: &str = "casingexpert match calibration/matching-dev.jsonl";

/// Measures everything. `quick` shortens what is only repetition.
pub(crate) fn run(binary: &Path, quick: bool) -> Result<()> {
    let (kills, secs, fuzz) = if quick { (20, 30, 6) } else { (200, 300, 60) };
    let root = tidy::root()?;
    let mut page = head(&root)?;
    section(
        &mut page,
        "Start to first page",
        "cargo xtask bars",
        &[start(binary)?],
    )?;
    section(
        &mut page,
        "Kills",
        &format!("cargo xtask kills --kills {kills}"),
        &steps::kill_lines(binary, kills)?,
    )?;
    section(
        &mut page,
        "Kills that lose something on purpose",
        &format!("cargo xtask kills --prove --kills {PROOFS}"),
        &steps::prove_lines(binary, PROOFS)?,
    )?;
    let load = bench::Load { rooms: 50, secs };
    let command = format!("cargo xtask bench --rooms {} --secs {secs}", load.rooms);
    section(
        &mut page,
        "Fifty rooms",
        &command,
        &bench::run(binary, &load)?,
    )?;
    section(
        &mut page,
        "Malformed input",
        &format!("cargo xtask fuzz --secs {fuzz}"),
        &steps::fuzz_lines(fuzz, None)?,
    )?;
    section(&mut page, "Scoring", SCORE, &scoring(binary, &root)?)?;
    section(&mut page, "Matching", MATCH, &matching(binary, &root)?)?;
    let path = root.join("docs/measured.md");
    std::fs::write(&path, &page).context("writing docs/measured.md")?;
    println!("{page}");
    Ok(())
}

fn head(root: &Path) -> Result<String> {
    let said = |program: &str, args: &[&str]| -> Result<String> {
        let output = Command::new(program)
            .args(args)
            .current_dir(root)
            .output()?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let date = said("date", &["-u", "+%d %B %Y"])?;
    let commit = said("git", &["rev-parse", "--short", "HEAD"])?;
    let cores = std::thread::available_parallelism()?;
    Ok(format!(
        "# Measured\n\nWritten by `cargo xtask bars` on {date} at commit {commit}, {cores} cores, release build. The graders of the\n\
         scoring figures are language models, not people; see `docs/scoring.md`.\n"
    ))
}

fn section(page: &mut String, title: &str, command: &str, lines: &[String]) -> Result<()> {
    write!(
        page,
        "\n## {title}\n\n`{command}`\n\n```\n{}\n```\n",
        lines.join("\n")
    )?;
    Ok(())
}

/// Milliseconds from the command to the first page, on a data folder that is new each time.
fn start(binary: &Path) -> Result<String> {
    let mut took = Vec::new();
    for _ in 0..STARTS {
        let folder = tempfile::tempdir()?;
        let began = Instant::now();
        let server = Server::start(binary, &folder.path().join("data"), None)?;
        let (head, _) = wire::http(&server.authority, "GET", "/", "", None)?;
        took.push(began.elapsed());
        if !head.starts_with("HTTP/1.1 200") {
            bail!(
                "the front page answered: {}",
                head.lines().next().unwrap_or_default()
            );
        }
    }
    took.sort();
    let ms = |at: usize| took.get(at).map_or(0, Duration::as_millis);
    Ok(format!(
        "{STARTS} starts on a new data folder: median {} ms, longest {} ms",
        ms(STARTS / 2),
        ms(STARTS - 1)
    ))
}

/// The product's own report on the graded answers.
fn scoring(binary: &Path, root: &Path) -> Result<Vec<String>> {
    let calibration = root.join("calibration");
    let all = tempfile::NamedTempFile::new()?;
    let mut lines = String::new();
    for file in sorted(&calibration.join("responses"))? {
        lines.push_str(&std::fs::read_to_string(file)?);
    }
    std::fs::write(all.path(), lines)?;
    let mut command = Command::new(binary);
    command.args(["score", "--report"]).arg(all.path());
    printed(command.arg("--cases").arg(calibration.join("cases")))
}

/// The product's own report on the matcher alone.
fn matching(binary: &Path, root: &Path) -> Result<Vec<String>> {
    printed(
        Command::new(binary)
            .arg("match")
            .arg(root.join("calibration/matching-dev.jsonl")),
    )
}

fn printed(command: &mut Command) -> Result<Vec<String>> {
    let output = command.output()?;
    if !output.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(str::to_owned)
        .collect())
}

fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    Ok(files)
}
