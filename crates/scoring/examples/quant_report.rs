//! Prints how often the arithmetic judge agrees with calibration labels, which were made by
//! language-model graders and not by people. Reads a folder with `cases` and `responses`; fits
//! nothing.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a report is printed"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use casebook::{Authored, Case, Exact, Quant, SegmentKind, import_neutral};
use interview::arithmetic::read_steps;
use interview::numbers::read_numbers;
use scoring::quant::{Judged, Utterance, judge};
use serde_json::Value;

/// Agreement counted over lines.
#[derive(Default, Clone, Copy)]
struct Tally {
    lines: usize,
    value: usize,
    right: usize,
    error: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args
        .next()
        .ok_or("give the folder that holds `cases` and `responses`")?;
    let show = args.next().is_some_and(|arg| arg == "--misses");
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir(Path::new(&folder).join("responses"))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    files.sort();
    for file in files {
        let name = file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("")
            .to_owned();
        let case = case(
            &Path::new(&folder)
                .join("cases")
                .join(format!("{name}.yaml")),
        )?;
        for line in std::fs::read_to_string(&file)?.lines() {
            let line: Value = serde_json::from_str(line)?;
            let Some(quant) = asked_quant(&case, &line) else {
                continue;
            };
            let counted = count(quant, &line, show);
            add(tallies.entry(name.clone()).or_default(), counted);
            add(tallies.entry("total".to_owned()).or_default(), counted);
        }
    }
    print(&tallies);
    Ok(())
}

fn case(path: &Path) -> Result<Case, Box<dyn Error>> {
    let (source, problems) = import_neutral(&std::fs::read_to_string(path)?);
    let source = source.ok_or_else(|| format!("{}: {problems:?}", path.display()))?;
    let (authored, problems) = Authored::parse(&source);
    let authored = authored.ok_or_else(|| format!("{}: {problems:?}", path.display()))?;
    authored
        .case(0)
        .map_err(|_| format!("{}: no authored numbers", path.display()).into())
}

/// `quant1` is the first calculation question of the case.
fn asked_quant<'c>(case: &'c Case, line: &Value) -> Option<&'c Quant> {
    let index = match line["segment"].as_str()? {
        "quant1" => 0,
        "quant2" => 1,
        _ => return None,
    };
    let mut segments = case
        .segments
        .iter()
        .filter(|s| s.kind == SegmentKind::Quant);
    let segment = segments.nth(index)?;
    case.quants.iter().find(|quant| quant.id == segment.id)
}

fn count(quant: &Quant, line: &Value, show: bool) -> Tally {
    let text = line["text"].as_str().unwrap_or("");
    let (numbers, steps) = (read_numbers(text), read_steps(text));
    let judged = judge(
        quant,
        &[Utterance {
            entry: 0,
            text,
            numbers: &numbers,
            steps: &steps,
        }],
    );
    let gold: Option<Exact> = match &line["final_value"] {
        Value::Number(number) => number.to_string().parse().ok(),
        _ => None,
    };
    let (said, right) = judged
        .headline()
        .map_or((None, false), |h| (h.said.clone(), h.right));
    let tally = Tally {
        lines: 1,
        value: usize::from(agrees(quant, &gold, &said)),
        right: usize::from(Some(right) == line["final_right"].as_bool()),
        error: usize::from(judged.error.label() == line["error"].as_str()),
    };
    if show && tally.value + tally.right + tally.error < 3 {
        print_miss(line, &judged, tally);
    }
    tally
}

/// The same value within the case's tolerance or one in a hundred.
fn agrees(quant: &Quant, gold: &Option<Exact>, said: &Option<Exact>) -> bool {
    match (gold, said) {
        (None, None) => true,
        (Some(gold), Some(said)) => {
            let hundredth = Exact(&gold.abs().0 * &Exact::power_of_ten(-2).0);
            let tolerance = &quant.asked[quant.headline].tolerance;
            said.within(gold, &hundredth) || said.within(gold, tolerance)
        }
        _ => false,
    }
}

/// Labels and verdict of a line on which they differ; never its words.
fn print_miss(line: &Value, judged: &Judged, tally: Tally) {
    let said = judged.headline().and_then(|h| h.said.clone());
    eprintln!(
        "{} value {} right {} error {}: gold {} {} {}, judged {said:?} {:?}",
        line["id"],
        tally.value,
        tally.right,
        tally.error,
        line["final_value"],
        line["final_right"],
        line["error"],
        judged.error.label(),
    );
}

fn add(tally: &mut Tally, more: Tally) {
    tally.lines += more.lines;
    tally.value += more.value;
    tally.right += more.right;
    tally.error += more.error;
}

fn print(tallies: &BTreeMap<String, Tally>) {
    println!(
        "{:26}{:>6}{:>8}{:>8}{:>8}",
        "case", "lines", "value", "right", "error"
    );
    for (name, t) in tallies {
        let share = |count: usize| {
            format!(
                "{}.{} %",
                count * 100 / t.lines,
                count * 1000 / t.lines % 10
            )
        };
        println!(
            "{name:26}{:>6}{:>8}{:>8}{:>8}",
            t.lines,
            share(t.value),
            share(t.right),
            share(t.error)
        );
    }
}
