//! Fits the weights of the evidence to labelled answers and sentences, prints leave-one-case-out
//! agreement and the table of `matching/weights.rs`.
#![allow(clippy::print_stdout, reason = "a command for developers")]
#![allow(
    clippy::needless_range_loop,
    reason = "matrices are written by index, as in textbooks"
)]
#![allow(clippy::cast_precision_loss, reason = "counts of items")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use interview::Reader;
use interview::matching::{EVIDENCE, ItemKind, labelled_sentences};
use serde_json::Value;

const SIZE: usize = EVIDENCE + 1;

/// Pull of the slopes towards nought, on evidence of equal spread.
const RIDGE: f64 = 10.0;

/// What a single sentence counts beside an answer: it was written to test a matcher, an answer to
/// be understood.
const SENTENCE: f64 = 0.3;

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

/// Mean and spread of each kind of evidence.
fn spreads(rows: &[&Row]) -> ([f64; SIZE], [f64; SIZE]) {
    let count = rows.len().max(1) as f64;
    let (mut mean, mut spread) = ([0.0; SIZE], [1.0; SIZE]);
    for at in 1..SIZE {
        mean[at] = rows.iter().map(|r| r.x[at]).sum::<f64>() / count;
        let square = rows
            .iter()
            .map(|r| (r.x[at] - mean[at]).powi(2))
            .sum::<f64>();
        spread[at] = (square / count).sqrt().max(1e-9);
    }
    (mean, spread)
}

/// Ridge logistic regression by Newton steps.
fn fit(rows: &[&Row]) -> [f64; SIZE] {
    let (mean, spread) = spreads(rows);
    let scaled: Vec<[f64; SIZE]> = rows
        .iter()
        .map(|r| std::array::from_fn(|at| (r.x[at] - mean[at]) / spread[at]))
        .collect();
    let mut w = [0.0; SIZE];
    for _ in 0..12 {
        let mut g = [0.0; SIZE];
        let mut h = vec![[0.0; SIZE]; SIZE];
        for (row, x) in rows.iter().zip(&scaled) {
            let p = 1.0 / (1.0 + (-dot(&w, x)).exp());
            let counts = if row.sentence { SENTENCE } else { 1.0 };
            let e = counts * (p - f64::from(u8::from(row.gold)));
            for i in 0..SIZE {
                g[i] += e * x[i];
                for j in 0..SIZE {
                    h[i][j] += counts * p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        for i in 0..SIZE {
            let r = if i == 0 { 1e-6 } else { RIDGE };
            g[i] += r * w[i];
            h[i][i] += r;
        }
        let step = solve(h, g);
        for i in 0..SIZE {
            w[i] -= step[i];
        }
    }
    let mut raw = w;
    for at in 1..SIZE {
        raw[at] = w[at] / spread[at];
        raw[0] -= raw[at] * mean[at];
    }
    raw
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

/// Rows by class of item.
type Rows = BTreeMap<&'static str, Vec<Row>>;

fn strings(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

fn load(path: &Path) -> Result<casebook::Case, Box<dyn Error>> {
    let slug = path
        .file_stem()
        .and_then(|s| s.to_str())
        .unwrap_or_default();
    let (source, _) = casebook::import_named(&std::fs::read_to_string(path)?, slug);
    let (authored, problems) = casebook::Authored::parse(&source.ok_or("not a case")?);
    let authored = authored.ok_or_else(|| format!("{problems:?}"))?;
    Ok(authored.case(0).map_err(|e| format!("{e:?}"))?)
}

/// The texts of a response with the ids that graders saw in each: a clarifying question each.
fn labelled(line: &Value) -> Vec<(String, BTreeSet<String>)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    if line["segment"] != "clarify" {
        return vec![(text(&line["text"]), strings(&line["hits"]))];
    }
    let questions = line["questions"].as_array().into_iter().flatten();
    let hits = line["hits"].as_array().into_iter().flatten();
    questions
        .zip(hits)
        .map(|(question, hits)| (text(question), strings(hits)))
        .collect()
}

/// First letter of the ids that graders marked in a segment, and the class of their items.
fn marked(segment: &str) -> Option<(&'static str, &'static str)> {
    match segment {
        "clarify" => Some(("f", "FACT")),
        "structure" => Some(("s", "BRANCH")),
        "exhibit" => Some(("i", "INSIGHT")),
        "brainstorm" => Some(("b", "IDEA")),
        "synthesis" => Some(("p", "POINT")),
        _ => None,
    }
}

fn answers(folder: &Path, rows: &mut Rows) -> Result<(), Box<dyn Error>> {
    let files = std::fs::read_dir(folder.join("cases"))?.filter_map(Result::ok);
    let mut files: Vec<_> = files.map(|entry| entry.path()).collect();
    files.sort();
    let mut unit = 0;
    for path in files {
        let case = load(&path)?;
        let reader = Reader::new(&case);
        let lines = folder
            .join("responses")
            .join(format!("{}.jsonl", case.slug));
        for line in std::fs::read_to_string(lines)?.lines() {
            let line: Value = serde_json::from_str(line)?;
            let segment = line["segment"].as_str().unwrap_or_default();
            let Some((prefix, class)) = marked(segment).filter(|_| !line["hits"].is_null()) else {
                continue;
            };
            for (text, gold) in labelled(&line) {
                unit += 1;
                let mut best: BTreeMap<String, Row> = BTreeMap::new();
                for (id, kind, cover) in reader.weigh(segment, &text) {
                    let x = inputs(&cover.evidence.values);
                    let weaker = best.get(&id).is_some_and(|old| old.x[1] >= x[1]);
                    if weaker || !id.starts_with(prefix) || kind == ItemKind::Group {
                        continue;
                    }
                    let (gold, opposite) = (gold.contains(&id), cover.opposite);
                    let case = case.slug.clone();
                    best.insert(
                        id,
                        Row {
                            unit,
                            case,
                            sentence: false,
                            gold,
                            opposite,
                            x,
                        },
                    );
                }
                rows.entry(class).or_default().extend(best.into_values());
            }
        }
    }
    Ok(())
}

fn sentences(jsonl: &str, rows: &mut Rows) -> Result<(), Box<dyn Error>> {
    for (at, line) in labelled_sentences(jsonl)?.into_iter().enumerate() {
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
    Ok(())
}

/// Prints agreement on each case with weights fitted on the others.
fn print_left_out(rows: &Rows) {
    let (mut alone, mut alone_none) = (Tally::default(), Tally::default());
    for (class, rows) in rows {
        let cases: BTreeSet<&String> = rows.iter().map(|r| &r.case).collect();
        let (mut all, mut none) = (Tally::default(), Tally::default());
        for case in cases {
            let (held, train): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| &r.case == case);
            let mut w = fit(&train);
            level(&mut w, &train);
            if held[0].sentence {
                judge(&held, &w, &mut alone, &mut alone_none);
            } else {
                judge(&held, &w, &mut all, &mut none);
            }
        }
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        let (p, r) = (share(all.0, all.1), share(all.0, all.2));
        let (f1, none_f1) = (all.f1(), none.f1());
        let items = all.2;
        println!("// {class}: P {p:.3} R {r:.3} F1 {f1:.3} none-F1 {none_f1:.3}, {items} items");
    }
    println!(
        "// sentences: F1 {:.3} none-F1 {:.3}",
        alone.f1(),
        alone_none.f1()
    );
}

/// By case, the weights fitted on all other cases.
fn left_out(rows: &Rows) -> Value {
    let cases: BTreeSet<&String> = rows
        .values()
        .flatten()
        .filter(|r| !r.sentence)
        .map(|r| &r.case)
        .collect();
    let fitted = |case: &String, rows: &Vec<Row>| {
        let train: Vec<&Row> = rows.iter().filter(|r| &r.case != case).collect();
        let mut w = fit(&train);
        level(&mut w, &train);
        w.map(|w| (w * 1000.0).round())
    };
    let each = cases.into_iter().map(|case| {
        let kinds = rows.iter().map(|(class, rows)| {
            let weights = fitted(case, rows).to_vec();
            ((*class).to_owned(), Value::from(weights))
        });
        (case.clone(), Value::Object(kinds.collect()))
    });
    Value::Object(each.collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (folder, jsonl) = args
        .next()
        .zip(args.next())
        .ok_or("usage: fit_weights FOLDER JSONL [LEFT_OUT.json]")?;
    let mut rows = Rows::new();
    answers(Path::new(&folder), &mut rows)?;
    sentences(&std::fs::read_to_string(jsonl)?, &mut rows)?;
    print_left_out(&rows);
    if let Some(file) = args.next() {
        std::fs::write(file, serde_json::to_string_pretty(&left_out(&rows))?)?;
    }
    for (class, rows) in &rows {
        let train: Vec<&Row> = rows.iter().collect();
        let mut w = fit(&train);
        level(&mut w, &train);
        let shown: Vec<String> = w.iter().map(|w| format!("{:.0}", w * 1000.0)).collect();
        let (bias, slopes) = (&shown[0], shown[1..].join(", "));
        println!("const {class}: Weights = ({bias}, [{slopes}]);");
    }
    Ok(())
}
