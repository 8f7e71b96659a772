//! `cargo xtask test`: each step a command a person could type, in the order that fails soonest.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::kills::{self, Target};
use crate::{bench, debian, postgres::Cluster, tidy};

/// Runs everything that must hold before a change lands.
pub(crate) fn test() -> Result<()> {
    debian::install_missing()?;
    step("format", cargo(&["fmt", "--all", "--check"]))?;
    tidy::run()?;
    step(
        "lints",
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    let cluster = Cluster::start()?;
    let mut tests = cargo(&["test", "--workspace"]);
    tests.env("PG_TEST_URL", cluster.url());
    tests.env("CASINGEXPERT_SKIP_NOTHING", "1");
    step("tests", tests)?;
    println!("everything holds");
    Ok(())
}

/// Writes what the sentence model makes of the cases' phrasings.
pub(crate) fn vectors() -> Result<()> {
    step(
        "vectors",
        cargo(&[
            "run",
            "--release",
            "-p",
            "casingexpert",
            "--example",
            "vectors",
        ]),
    )
}

/// Kills the product on each database and prints what was found.
pub(crate) fn kills(binary: &Path, kills: u32, prove: bool) -> Result<()> {
    let lines = if prove {
        prove_lines(binary, kills)?
    } else {
        kill_lines(binary, kills)?
    };
    lines.iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// Kills the product on each database: a line of findings for each.
pub(crate) fn kill_lines(binary: &Path, kills: u32) -> Result<Vec<String>> {
    on_each_database(binary, |name, target| {
        let found = kills::run(target, kills)?;
        Ok(vec![format!(
            "{name}: {} kills, {} acknowledged turns all there, {} more kept before their acknowledgement arrived",
            found.kills, found.acknowledged, found.unacknowledged_but_kept
        )])
    })
}

/// Loses an acknowledged turn after each kill, on each database: what was reported of it.
pub(crate) fn prove_lines(binary: &Path, kills: u32) -> Result<Vec<String>> {
    on_each_database(binary, |name, target| {
        let reported = kills::prove(target, kills)?;
        let mut lines = vec![format!(
            "{name}: {kills} kills with the last acknowledged entry taken out of the database, {} reported and nothing else",
            reported.len()
        )];
        lines.extend(reported.first().map(|first| format!("  such as: {first}")));
        Ok(lines)
    })
}

fn on_each_database(
    binary: &Path,
    measure: impl Fn(&str, &Target<'_>) -> Result<Vec<String>>,
) -> Result<Vec<String>> {
    let slug = bench::first_case(binary)?;
    debian::install_missing()?;
    let cluster = Cluster::start()?;
    let url = cluster.url();
    let mut lines = Vec::new();
    for (name, database) in [("SQLite", None), ("PostgreSQL", Some(url.as_str()))] {
        let target = Target {
            binary,
            slug: &slug,
            database,
        };
        lines.extend(measure(name, &target)?);
    }
    Ok(lines)
}

/// Feeds malformed input to everything that takes bytes from outside: a line for each.
pub(crate) fn fuzz_lines(secs: u64, seed: Option<u64>) -> Result<Vec<String>> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let output = cargo(&["test", "--quiet", "--package", "casingexpert"])
        .args([
            "--test",
            "fuzz",
            "--",
            "--nocapture",
            "nothing_from_outside",
        ])
        .env("CASINGEXPERT_FUZZ_SECS", secs.to_string())
        .env("CASINGEXPERT_FUZZ_SEED", seed.unwrap_or(now).to_string())
        .stderr(Stdio::inherit())
        .output()
        .context("starting the fuzz targets")?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("an input broke a parser and is kept in its corpus:\n{printed}");
    }
    Ok(printed
        .lines()
        .filter(|line| line.contains(" executions in "))
        .map(|line| line.trim_start_matches('.').to_owned())
        .collect())
}

/// The binary to measure: the one named, or the product built as people run it.
pub(crate) fn release_binary(named: Option<PathBuf>) -> Result<PathBuf> {
    if let Some(binary) = named {
        return Ok(binary);
    }
    step(
        "release build",
        cargo(&["build", "--release", "--package", "casingexpert"]),
    )?;
    let metadata = cargo_metadata::MetadataCommand::new().no_deps().exec()?;
    Ok(metadata
        .target_directory
        .join("release/casingexpert")
        .into_std_path_buf())
}

fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args);
    command
}

fn step(name: &str, mut command: Command) -> Result<()> {
    println!("== {name}");
    let began = Instant::now();
    let status = command
        .status()
        .with_context(|| format!("starting {name}"))?;
    println!("== {name}: {} s", began.elapsed().as_secs());
    if !status.success() {
        bail!("{name} failed: see above");
    }
    Ok(())
}
