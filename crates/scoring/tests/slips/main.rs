//! Wrong answers made on purpose: slips of twelve kinds on number sets of every case, rounded as
//! people say them, must be told for what they are; numbers that come from nowhere must not be.
//! The slips are edits of the written formulas, worked out by a small evaluator of this test: it
//! shares no code with what explains them.

#![allow(
    clippy::print_stdout,
    reason = "the figures are read in the test's output"
)]

mod edit;
mod sums;

use std::collections::BTreeMap;
use std::path::Path;

use casebook::{Authored, Case, Exact, Quant, Source};
use scoring::Mistake;
use scoring::quant::Explainer;

use edit::{Kind, slip};
use sums::Draw;

/// Slips tried.
const SLIPS: usize = 2_000;

/// Numbers from nowhere tried.
const UNRELATED: usize = 500;

/// Number sets of each case.
const SEEDS: u64 = 5;

/// Digits that a number is said with.
const DIGITS: [i32; 2] = [3, 4];

/// Nearer to a listed mistake than this, in thousandths, the author's name is the right one.
const LISTED_PERMILLE: i64 = 6;

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("a folder can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    paths.sort();
    let mut draw = Draw(7);
    let mut cases = Vec::new();
    for path in paths {
        let (authored, _) = Authored::parse(&source(&path));
        let authored = authored.expect("a case can be read");
        let mut made = 0;
        while made < SEEDS {
            if let Ok(case) = authored.case(draw.below(1 << 20) as u64) {
                cases.push(case);
                made += 1;
            }
        }
    }
    cases
}

fn source(folder: &Path) -> Source {
    let mut files = Vec::new();
    for (at, prefix) in [(folder.to_path_buf(), ""), (folder.join("plays"), "plays/")] {
        for entry in std::fs::read_dir(at).expect("a case folder") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                let name = path
                    .file_name()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned();
                let text = std::fs::read_to_string(&path).expect("text");
                files.push((format!("{prefix}{name}"), text));
            }
        }
    }
    Source { files }
}

/// The number as said: to so many digits.
fn said(value: &Exact, digits: i32) -> Exact {
    let size = (-9..15)
        .rev()
        .find(|p| value.abs() >= Exact::power_of_ten(*p))
        .unwrap_or(0);
    let unit = Exact::power_of_ten(size - digits + 1);
    Exact((&value.0 / &unit.0).round() * &unit.0)
}

fn near(one: &Exact, other: &Exact, permille: i64) -> bool {
    let limit = Exact(&other.abs().0 * &Exact::whole(permille).0 * &Exact::power_of_ten(-3).0);
    one.within(other, &limit)
}

fn usable(quant: &Quant, index: usize, value: &Exact) -> bool {
    let asked = &quant.asked[index];
    let listed = quant
        .traps
        .iter()
        .any(|trap| near(value, &trap.value, LISTED_PERMILLE));
    !value.within(&asked.value, &asked.tolerance) && !listed && *value != Exact::zero()
}

/// Whether `mistake` tells the kind of slip that was made.
fn tells(kind: Kind, mistake: &Mistake) -> bool {
    let (code, text) = (mistake.code.as_str(), mistake.mistake.as_str());
    match kind {
        Kind::PowerOfTen => code == "Q1",
        Kind::WrongBase | Kind::Points => code == "Q2",
        Kind::Inverted => code == "Q4",
        Kind::Dropped => text.contains("left out") || matches!(code, "Q5" | "Q12"),
        Kind::Doubled => text.contains("twice"),
        Kind::Row => code == "Q14",
        Kind::Period => code == "Q3",
        Kind::Markup => code == "Q6",
        Kind::Gross => matches!(code, "Q5" | "Q11") || text.contains("left out"),
        Kind::Rounding => code == "Q13",
        Kind::Digit => code == "Q14",
        Kind::Sign => code == "Q7",
    }
}

#[test]
fn slips_are_told_by_their_kind_and_numbers_from_nowhere_are_not_explained() {
    let cases = cases();
    let places: Vec<(&Quant, usize, Explainer)> = cases
        .iter()
        .flat_map(|case| &case.quants)
        .flat_map(|quant| (0..quant.asked.len()).map(move |i| (quant, i, Explainer::new(quant, i))))
        .collect();
    for digits in DIGITS {
        let told = told_by_kind(&places, digits);
        let mut draw = Draw(13);
        let nowhere = (0..UNRELATED).filter(|_| unexplained(&places, digits, &mut draw));
        let nowhere = nowhere.count();
        println!("to {digits} digits: told by kind {told} of {SLIPS}");
        println!("to {digits} digits: from nowhere, not explained {nowhere} of {UNRELATED}");
        assert!(told * 10 >= SLIPS * 9, "{told} of {SLIPS}");
        assert!(nowhere * 10 >= UNRELATED * 9, "{nowhere} of {UNRELATED}");
    }
}

/// Slips that were told for what they are.
fn told_by_kind(places: &[(&Quant, usize, Explainer)], digits: i32) -> usize {
    let mut draw = Draw(11);
    let mut counts: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    for made in 0..SLIPS {
        let kind = Kind::ALL[made % Kind::ALL.len()];
        let (value, (_, _, explainer)) = one(kind, places, digits, &mut draw);
        let right = explainer.explain(&value).iter().any(|m| tells(kind, m));
        let count = counts.entry(kind).or_default();
        *count = (count.0 + usize::from(right), count.1 + 1);
    }
    for (kind, (right, of)) in &counts {
        println!("{kind:?}: {right} of {of}");
    }
    counts.values().map(|(right, _)| right).sum()
}

/// A slip of that kind at a place that lets one be made.
fn one<'p, 'q>(
    kind: Kind,
    places: &'p [(&'q Quant, usize, Explainer)],
    digits: i32,
    draw: &mut Draw,
) -> (Exact, &'p (&'q Quant, usize, Explainer)) {
    for _ in 0..100_000 {
        let place = &places[draw.below(places.len())];
        let (quant, index, _) = place;
        let Some(value) = slip(kind, quant, *index, draw) else {
            continue;
        };
        let value = said(&value, digits);
        if usable(quant, *index, &value) {
            return (value, place);
        }
    }
    panic!("no place lets a slip of kind {kind:?} be made");
}

/// A number between a tenth and ten times the right one that no slip explains.
fn unexplained(places: &[(&Quant, usize, Explainer)], digits: i32, draw: &mut Draw) -> bool {
    loop {
        let (quant, index, explainer) = &places[draw.below(places.len())];
        let asked = &quant.asked[*index];
        let factor = Exact::ratio(1_000 + draw.below(9_000) as i64, 3_000).expect("not by nought");
        let value = said(&Exact(&asked.value.0 * &factor.0), digits);
        if !value.within(&asked.value, &asked.tolerance) && value != Exact::zero() {
            return explainer.explain(&value).is_empty();
        }
    }
}
