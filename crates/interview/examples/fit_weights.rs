//! Fits the weights of the evidence to labelled answers and sentences, prints leave-one-case-out
//! agreement and the table of `matching/weights.rs`.
#![allow(clippy::print_stdout, reason = "a command for developers")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use interview::Reader;
use interview::matching::{EVIDENCE, EVIDENCE_NAMES, ItemKind, labelled_sentences};
use serde_json::Value;

const SIZE: usize = EVIDENCE + 1;

#[derive(Clone)]
struct Row {
    unit: usize,
    case: String,
    sentence: bool,
    gold: bool,
    opposite: bool,
    x: [f64; SIZE],
}

fn class(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Fact | ItemKind::Decoy | ItemKind::Exhibit => "FACT",
        ItemKind::Branch => "BRANCH",
        ItemKind::Insight | ItemKind::Consequence => "INSIGHT",
        ItemKind::Group | ItemKind::Idea => "IDEA",
        _ => "POINT",
    }
}

fn inputs(values: &[f32; EVIDENCE]) -> [f64; SIZE] {
    let mut x = [1.0; SIZE];
    for (x, v) in x[1..].iter_mut().zip(values) {
        *x = f64::from(*v);
    }
    x
}

fn dot(w: &[f64; SIZE], x: &[f64; SIZE]) -> f64 {
    w.iter().zip(x).map(|(a, b)| a * b).sum()
}

/// Ridge logistic regression by Newton steps.
fn fit(rows: &[&Row], ridge: f64, masked: &BTreeSet<usize>) -> [f64; SIZE] {
    let mut w = [0.0; SIZE];
    for _ in 0..25 {
        let mut g = [0.0; SIZE];
        let mut h = vec![[0.0; SIZE]; SIZE];
        for row in rows {
            let p = 1.0 / (1.0 + (-dot(&w, &row.x)).exp());
            let e = p - f64::from(u8::from(row.gold));
            for i in 0..SIZE {
                g[i] += e * row.x[i];
                for j in 0..SIZE {
                    h[i][j] += p * (1.0 - p) * row.x[i] * row.x[j];
                }
            }
        }
        for i in 0..SIZE {
            let r = if i == 0 {
                1e-6
            } else if masked.contains(&i) {
                1e9
            } else {
                ridge
            };
            g[i] += r * w[i];
            h[i][i] += r;
        }
        let step = solve(h, g);
        for i in 0..SIZE {
            w[i] -= step[i];
        }
    }
    w
}

fn solve(mut a: Vec<[f64; SIZE]>, mut b: [f64; SIZE]) -> [f64; SIZE] {
    for i in 0..SIZE {
        let p = (i..SIZE)
            .max_by(|&x, &y| a[x][i].abs().total_cmp(&a[y][i].abs()))
            .unwrap_or(i);
        a.swap(i, p);
        b.swap(i, p);
        for r in i + 1..SIZE {
            let f = a[r][i] / a[i][i];
            for c in i..SIZE {
                a[r][c] -= f * a[i][c];
            }
            b[r] -= f * b[i];
        }
    }
    let mut x = [0.0; SIZE];
    for i in (0..SIZE).rev() {
        let s: f64 = (i + 1..SIZE).map(|c| a[i][c] * x[c]).sum();
        x[i] = (b[i] - s) / a[i][i];
    }
    x
}

/// Moves the bias so that as many items of answers reach 550 thousandths as were labelled.
fn level(w: &mut [f64; SIZE], rows: &[&Row]) {
    let answers: Vec<&&Row> = rows.iter().filter(|r| !r.sentence && !r.opposite).collect();
    let gold = rows.iter().filter(|r| !r.sentence && r.gold).count();
    let mut z: Vec<f64> = answers.iter().map(|r| dot(w, &r.x)).collect();
    z.sort_by(|a, b| b.total_cmp(a));
    if gold == 0 || gold >= z.len() {
        return;
    }
    let cut = (z[gold - 1] + z[gold]) / 2.0;
    w[0] += (0.55f64 / 0.45).ln() - cut;
}

#[derive(Default, Clone, Copy)]
struct Tally(usize, usize, usize);

impl Tally {
    fn f1(self) -> f64 {
        2.0 * self.0 as f64 / (self.1 + self.2).max(1) as f64
    }
}

/// F1 of items and of "nothing", over units.
fn judge(rows: &[&Row], w: &[f64; SIZE], all: &mut Tally, none: &mut Tally) {
    let mut units: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let found = !row.opposite && dot(w, &row.x) >= (0.55f64 / 0.45).ln();
        all.0 += usize::from(found && row.gold);
        all.1 += usize::from(found);
        all.2 += usize::from(row.gold);
        let unit = units.entry(row.unit).or_default();
        unit.0 += usize::from(found);
        unit.1 += usize::from(row.gold);
    }
    for (found, gold) in units.into_values() {
        none.0 += usize::from(found == 0 && gold == 0);
        none.1 += usize::from(found == 0);
        none.2 += usize::from(gold == 0);
    }
}

fn gold(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

fn answers(
    folder: &str,
    cases: &str,
    out: &mut BTreeMap<&'static str, Vec<Row>>,
) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<_> = std::fs::read_dir(cases)?
        .filter_map(Result::ok)
        .map(|e| e.path())
        .collect();
    files.sort();
    let mut unit = 0;
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
        let lines = Path::new(folder)
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
            let mut pairs = Vec::new();
            if segment == "clarify" {
                for (q, h) in line["questions"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .zip(line["hits"].as_array().into_iter().flatten())
                {
                    pairs.push((q.as_str().unwrap_or_default().to_owned(), gold(h)));
                }
            } else {
                pairs.push((
                    line["text"].as_str().unwrap_or_default().to_owned(),
                    gold(&line["hits"]),
                ));
            }
            for (text, gold) in pairs {
                unit += 1;
                let mut best: BTreeMap<String, Row> = BTreeMap::new();
                for (id, kind, cover) in reader.weigh(segment, &text) {
                    if !id.starts_with(prefix)
                        || (segment == "brainstorm" && kind == ItemKind::Group)
                    {
                        continue;
                    }
                    let row = Row {
                        unit,
                        case: case.slug.clone(),
                        sentence: false,
                        gold: gold.contains(&id),
                        opposite: cover.opposite,
                        x: inputs(&cover.evidence.values),
                    };
                    let _ = kind;
                    match best.get(&id) {
                        Some(old) if old.x[1] >= row.x[1] => {}
                        _ => {
                            best.insert(id, row);
                        }
                    }
                }
                let class = match prefix {
                    "f" => "FACT",
                    "s" => "BRANCH",
                    "i" => "INSIGHT",
                    "b" => "IDEA",
                    _ => "POINT",
                };
                out.entry(class).or_default().extend(best.into_values());
            }
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let mut rows: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
    answers(&args[1], &args[2], &mut rows)?;
    for (at, line) in labelled_sentences(&std::fs::read_to_string(&args[3])?)?
        .into_iter()
        .enumerate()
    {
        for (gold, cover) in line.items {
            rows.entry(class(line.kind)).or_default().push(Row {
                unit: 1_000_000 + at,
                case: line.case.clone(),
                sentence: true,
                gold,
                opposite: cover.opposite,
                x: inputs(&cover.evidence.values),
            });
        }
    }
    let ridge: f64 = std::env::var("RIDGE")
        .ok()
        .and_then(|v| v.parse().ok())
        .unwrap_or(1.0);
    let masked: BTreeSet<usize> = std::env::var("MASK")
        .unwrap_or_default()
        .split(',')
        .filter_map(|n| EVIDENCE_NAMES.iter().position(|m| *m == n))
        .map(|i| i + 1)
        .collect();
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut sentence_all = Tally::default();
    let mut sentence_none = Tally::default();
    for (class, rows) in &rows {
        let cases: BTreeSet<&String> = rows.iter().map(|r| &r.case).collect();
        let (mut all, mut none) = (Tally::default(), Tally::default());
        for case in cases {
            let keep = |r: &&Row| {
                &r.case != case && (only.is_empty() || (only == "answers") != r.sentence)
            };
            let train: Vec<&Row> = rows.iter().filter(keep).collect();
            let mut w = fit(&train, ridge, &masked);
            level(&mut w, &train);
            let held: Vec<&Row> = rows.iter().filter(|r| &r.case == case).collect();
            if held[0].sentence {
                judge(&held, &w, &mut sentence_all, &mut sentence_none)
            } else {
                judge(&held, &w, &mut all, &mut none)
            }
        }
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        println!(
            "// {class:8} left out: P {:.3} R {:.3} F1 {:.3} none-F1 {:.3} (items {}, nothing {})",
            share(all.0, all.1),
            share(all.0, all.2),
            all.f1(),
            none.f1(),
            all.2,
            none.2
        );
    }
    println!(
        "// sentences left out: F1 {:.3} none-F1 {:.3}",
        sentence_all.f1(),
        sentence_none.f1()
    );
    for (class, rows) in &rows {
        let train: Vec<&Row> = rows
            .iter()
            .filter(|r| only.is_empty() || (only == "answers") != r.sentence)
            .collect();
        let mut w = fit(&train, ridge, &masked);
        level(&mut w, &train);
        let shown: Vec<String> = w.iter().map(|w| format!("{:.0}", w * 1000.0)).collect();
        println!(
            "const {class}: Weights = ({}, [{}]);",
            shown[0],
            shown[1..].join(", ")
        );
    }
    Ok(())
}
