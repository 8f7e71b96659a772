//! `cargo xtask test`: each step a command a person could type, in the order that fails soonest.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{debian, postgres::Cluster, tidy};

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
