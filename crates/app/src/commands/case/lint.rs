//! `case lint`: every problem of every case, with its place and how to mend it.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use casebook::{Authored, Source};

use crate::library;

/// Prints the problems. The exit code is 1 when there are any.
pub(super) fn run(path: Option<&Path>, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let sources = match path {
        None => library::embedded(),
        Some(path) => {
            let place = || format!("cannot read `{}`; name a case folder", path.display());
            library::at(path).with_context(place)?
        }
    };
    let mut problems = 0;
    for (slug, source) in &sources {
        problems += one(slug, source, out)?;
    }
    match (sources.len(), problems) {
        (0, _) => anyhow::bail!("there is no case here; a case folder holds a `case.toml`"),
        (cases, 0) => writeln!(out, "{cases} cases, no problems")?,
        (cases, problems) => writeln!(out, "{cases} cases, {problems} problems")?,
    }
    Ok(if problems == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn one(slug: &str, source: &Source, out: &mut impl Write) -> std::io::Result<usize> {
    let (authored, mut problems) = Authored::parse(source);
    if let Some(authored) = authored {
        problems.extend(authored.lint());
    }
    problems.sort();
    problems.dedup();
    for problem in &problems {
        writeln!(out, "{slug}/{problem}")?;
    }
    Ok(problems.len())
}
