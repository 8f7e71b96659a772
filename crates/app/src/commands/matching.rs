//! `casingexpert match FILE.jsonl`: how the matcher alone does on labelled single sentences.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::Args;
use interview::matching::match_report;

use super::score::text_of;

/// What to match.
#[derive(Debug, Clone, Args)]
pub struct MatchArgs {
    /// Labelled sentences, a JSON object a line: `item` and `utterance` lines.
    pub file: PathBuf,
    /// Print what was found in every utterance as well, a JSON object a line.
    #[arg(long)]
    pub lines: bool,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be read, naming the first bad line.
pub fn run(args: &MatchArgs) -> anyhow::Result<ExitCode> {
    let place = args.file.display();
    let report = match_report(&text_of(&args.file)?).map_err(|e| anyhow!("{place}: {e}"))?;
    let mut out = std::io::stdout().lock();
    if args.lines {
        for line in &report.lines {
            writeln!(out, "{}", serde_json::to_string(line)?)?;
        }
    }
    writeln!(out, "utterances              {}", report.utterances)?;
    writeln!(out, "F1                      {}", share(report.f1))?;
    writeln!(out, "precision               {}", share(report.precision))?;
    writeln!(out, "recall                  {}", share(report.recall))?;
    writeln!(out, "F1 of nothing covered   {}", share(report.none_f1))?;
    writeln!(
        out,
        "contradictions credited {} of {}",
        report.contradictions_accepted, report.contradictions
    )?;
    writeln!(out, "Labels are by language models, not people.")?;
    Ok(ExitCode::SUCCESS)
}

/// Thousandths as `0.873`.
fn share(permille: u16) -> String {
    format!("{}.{:03}", permille / 1000, permille % 1000)
}
