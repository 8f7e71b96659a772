//! Prints the matcher's agreement with a file of labelled sentences: `match_report FILE.jsonl`.
#![allow(clippy::print_stdout, reason = "a command for developers")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("usage: match_report FILE.jsonl")?;
    let report = interview::matching::match_report(&std::fs::read_to_string(path)?)?;
    println!(
        "utterances {} P {} R {} F1 {} none-F1 {} contradictions credited {} of {}",
        report.utterances,
        report.precision,
        report.recall,
        report.f1,
        report.none_f1,
        report.contradictions_accepted,
        report.contradictions
    );
    Ok(())
}
