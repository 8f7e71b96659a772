//! Prints how well the reader's hits agree with a calibration folder (`cases/`, `responses/`).
#![allow(clippy::print_stdout, reason = "a command for developers")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use interview::Reader;
use serde_json::Value;

#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    found: usize,
    expected: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<String>, expected: &BTreeSet<String>) {
        self.right += found.intersection(expected).count();
        self.found += found.len();
        self.expected += expected.len();
    }
    fn shown(self) -> String {
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        format!(
            "P {:.3} R {:.3} F1 {:.3} (n {})",
            share(self.right, self.found),
            share(self.right, self.expected),
            share(2 * self.right, self.found + self.expected),
            self.expected
        )
    }
}

fn set(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("usage: hits_report FOLDER CASES")?;
    let cases = std::env::args()
        .nth(2)
        .ok_or("usage: hits_report FOLDER CASES")?;
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut times = Vec::new();
    let floor: u16 = std::env::var("FLOOR")
        .ok()
        .and_then(|v| v.parse().ok())
        .unwrap_or(250);
    let mut files: Vec<_> = std::fs::read_dir(&cases)?
        .filter_map(Result::ok)
        .map(|e| e.path())
        .collect();
    files.sort();
    for path in files {
        let slug = path
            .file_stem()
            .and_then(|s| s.to_str())
            .unwrap_or_default();
        let (source, _) = casebook::import_named(&std::fs::read_to_string(&path)?, slug);
        let (authored, problems) = casebook::Authored::parse(&source.ok_or("not a case")?);
        let authored = authored.ok_or_else(|| format!("{problems:?}"))?;
        let case = authored.case(0).map_err(|e| format!("{e:?}"))?;
        let reader = Reader::new(&case);
        let lines = Path::new(&folder)
            .join("responses")
            .join(format!("{}.jsonl", case.slug));
        for line in std::fs::read_to_string(lines)?.lines() {
            let line: Value = serde_json::from_str(line)?;
            let segment = line["segment"].as_str().unwrap_or_default();
            let prefix = match segment {
                "clarify" => "f",
                "structure" => "s",
                "exhibit" => "i",
                "brainstorm" => "b",
                "synthesis" => "p",
                _ => continue,
            };
            if line.get("hits").is_none() {
                continue;
            }
            let mut one = |text: &str, expected: BTreeSet<String>| {
                let start = Instant::now();
                let reading = reader.read(segment, text);
                times.push(start.elapsed().as_secs_f64() * 1e3);
                let found: BTreeSet<String> = reading
                    .hits
                    .iter()
                    .filter(|h| h.permille >= floor && !h.contradicts && h.item.starts_with(prefix))
                    .map(|h| h.item.clone())
                    .collect();
                if std::env::var("SHOW").is_ok() {
                    println!(
                        "{segment} {:?} missed {:?} spare {:?}",
                        found.intersection(&expected).collect::<Vec<_>>(),
                        expected.difference(&found).collect::<Vec<_>>(),
                        found.difference(&expected).collect::<Vec<_>>()
                    );
                }
                tallies
                    .entry(segment.to_owned())
                    .or_default()
                    .add(&found, &expected);
                let none = |s: &BTreeSet<String>| {
                    if s.is_empty() {
                        BTreeSet::from([String::new()])
                    } else {
                        BTreeSet::new()
                    }
                };
                tallies
                    .entry(format!("{segment} none"))
                    .or_default()
                    .add(&none(&found), &none(&expected));
            };
            if segment == "clarify" {
                let questions = line["questions"].as_array().into_iter().flatten();
                let hits = line["hits"].as_array().into_iter().flatten();
                for (q, h) in questions.zip(hits) {
                    one(q.as_str().unwrap_or_default(), set(h));
                }
            } else {
                one(
                    line["text"].as_str().unwrap_or_default(),
                    set(&line["hits"]),
                );
            }
        }
    }
    for (segment, tally) in tallies {
        println!("{segment:18} {}", tally.shown());
    }
    times.sort_by(f64::total_cmp);
    println!(
        "ms p50 {:.2} p95 {:.2} max {:.2}",
        times[times.len() / 2],
        times[times.len() * 95 / 100],
        times[times.len() - 1]
    );
    Ok(())
}
