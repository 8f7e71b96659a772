//! Prints how far scores agree with graded answers and writes the fitted weights:
//! `cargo run --release -p scoring --example calibrate -- FOLDER [--write | LEFT_OUT.json]`. LEFT_OUT.json, from `fit_weights`,
//! has the reader weigh each case as if it had never seen it. FOLDER holds
//! `cases/*.yaml` and `responses/*.jsonl`. A tool beside the product: it may read files and print.
#![expect(clippy::print_stdout, reason = "a command-line tool prints its result")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use casebook::{Authored, Case};
use interview::Reader;
use interview::matching::{Fitted, Weights};
use scoring::gold::{Line, read_lines};
use scoring::report::{Measured, fit_levels, report};
use scoring::respond::{Examined, examine, examine_as_graded};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(
        arguments
            .next()
            .ok_or("name the folder of graded answers")?,
    );
    let second = arguments.next();
    let write = second.as_deref() == Some("--write");
    let left_out: Value = match second.filter(|_| !write) {
        Some(file) => serde_json::from_str(&fs::read_to_string(file)?)?,
        None => Value::Null,
    };
    let (mut read, mut graded) = (Vec::new(), Vec::new());
    for path in files(&folder.join("responses"), "jsonl")? {
        let (lines, bad) = read_lines(&fs::read_to_string(&path)?);
        for problem in bad {
            println!("{}: {problem}", path.display());
        }
        for (slug, lines) in by_case(lines) {
            let case = case(&folder.join("cases").join(format!("{slug}.yaml")))?;
            let reader = Reader::new(&case);
            let reader = match fitted(&left_out[&slug]) {
                Some(fitted) => reader.weighed(fitted),
                None => reader,
            };
            for line in lines {
                let seen = examine(&case, &reader, &line.response)?;
                let ideal = examine_as_graded(&case, &reader, &line.response, &line.gold)?;
                read.push(measured(&line, seen));
                graded.push(measured(&line, ideal));
            }
        }
    }
    println!("As read by the reader\n{}", report(&read));
    println!(
        "As read by the graders (hits and numbers from their labels)\n{}",
        report(&graded)
    );
    if write {
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("rubric/levels.toml");
        fs::write(&target, toml::to_string_pretty(&fit_levels(&read))?)?;
        println!("wrote {}", target.display());
    }
    Ok(())
}

/// The reader's weights fitted without a case.
fn fitted(weights: &Value) -> Option<Fitted> {
    let of = |class: &str| -> Option<Weights> {
        let all = weights[class].as_array()?.iter().map(Value::as_f64);
        #[expect(clippy::cast_possible_truncation, reason = "whole numbers in the file")]
        let all: Option<Vec<i32>> = all.map(|w| w.map(|w| w as i32)).collect();
        let all = all?;
        let (bias, slopes) = all.split_first()?;
        Some((*bias, slopes.try_into().ok()?))
    };
    Some(Fitted {
        fact: of("FACT")?,
        branch: of("BRANCH")?,
        insight: of("INSIGHT")?,
        idea: of("IDEA")?,
        point: of("POINT")?,
    })
}

fn measured(line: &Line, examined: Examined) -> Measured {
    Measured {
        case: line.case.clone(),
        response: line.response.clone(),
        gold: line.gold.clone(),
        examined,
    }
}

fn by_case(lines: Vec<Line>) -> BTreeMap<String, Vec<Line>> {
    let mut cases: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in lines {
        cases.entry(line.case.clone()).or_default().push(line);
    }
    cases
}

fn case(path: &Path) -> Result<Case, Box<dyn Error>> {
    let slug = path
        .file_stem()
        .ok_or("a case without a name")?
        .to_string_lossy();
    let (source, problems) = casebook::import_named(&fs::read_to_string(path)?, &slug);
    let source = source.ok_or_else(|| format!("{}: {problems:?}", path.display()))?;
    let (authored, problems) = Authored::parse(&source);
    let authored = authored.ok_or_else(|| format!("{}: {problems:?}", path.display()))?;
    Ok(authored.case(0)?)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    found.sort();
    Ok(found)
}
