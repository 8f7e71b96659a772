//! Agreement with graded answers: levels from models that never saw the case they are tried on,
//! beside what the same models reach on answers they have seen and what length alone reaches.
//! Graders of the calibration set are language models; a page that shows these figures says so.

use std::collections::{BTreeMap, BTreeSet};

use casebook::SegmentKind;

use crate::agreement::{Overlap, count, kappa, kappa_interval, mean_difference, signed_error};
use crate::gold::{Gold, Hits};
use crate::levels::fit::{Graded, fit};
use crate::levels::{FULL, Feature, Model, features_of, settle};
use crate::marks;
use crate::report_numbers::NumberCounts;
use crate::respond::{Examined, Response};
use crate::rubric::{KINDS, Levels, NamedModel, RUBRIC_VERSION};

/// Answers of at most this many words are reported apart: terse must not mean low.
const SHORT_WORDS: usize = 20;

/// Words of an answer after which length says no more, for the baseline.
const LONG_WORDS: f64 = 150.0;

/// Seed of the bootstrap, so that a report repeats.
const SEED: u64 = 2;

/// An answer, its labels and what was seen in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Slug of its case.
    pub case: String,
    /// The answer.
    pub response: Response,
    /// Its labels.
    pub gold: Gold,
    /// What the scorer saw.
    pub examined: Examined,
}

/// The figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// All segments together.
    pub overall: Row,
    /// A segment name each.
    pub segments: Vec<Row>,
    /// Kappa of each case when it was left out.
    pub cases: Vec<(String, Option<f64>)>,
    /// How the numbers of calculations were read and judged.
    pub numbers: NumberCounts,
    /// Wrong answers whose error carries the graders' name.
    pub errors_named: (usize, usize),
    /// Lines that game, and how many of them stand above their gold level.
    pub gaming: (usize, usize),
    /// Of short answers: how many, and the mean signed error.
    pub short: (usize, Option<f64>),
    /// Of spoken and of typed answers, the mean signed error.
    pub voice: (Option<f64>, Option<f64>),
}

/// The figures of one segment, or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// `clarify`, `quant2`, `all`.
    pub name: String,
    /// Answers.
    pub answers: usize,
    /// Kappa when the answer's case was left out of the fit.
    pub out: Option<f64>,
    /// Its interval over answers.
    pub interval: Option<(f64, f64)>,
    /// Kappa on answers that the fit has seen.
    pub seen: Option<f64>,
    /// Kappa of length alone, case left out.
    pub length: Option<f64>,
    /// Standardized mean difference, case left out.
    pub difference: Option<f64>,
    /// Harmonic mean of hit precision and recall; `None` where graders label none.
    pub hits: Option<f64>,
}

/// Fits every kind's model to all answers.
#[must_use]
pub fn fit_levels(answers: &[Measured]) -> Levels {
    let fitted = |kind| (kind, NamedModel::name(kind, &fit_kind(kind, answers, "")));
    Levels {
        version: RUBRIC_VERSION,
        answers: answers.iter().filter(|a| a.gold.level.is_some()).count(),
        models: KINDS.into_iter().map(fitted).collect(),
    }
}

/// Measures the scorer on graded answers. Answers without a gold level are left out.
#[must_use]
pub fn report(answers: &[Measured]) -> Report {
    let graded: Vec<&Measured> = answers.iter().filter(|a| a.gold.level.is_some()).collect();
    let levels = Predicted::of(answers, &graded);
    let mut names: Vec<&str> = graded.iter().map(|a| a.response.segment.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let rows = names.iter().map(|name| {
        let of = |a: &Measured| a.response.segment == *name;
        row(name, &graded, &levels, of)
    });
    let cases: BTreeSet<&str> = graded.iter().map(|a| a.case.as_str()).collect();
    let by_case = |case: &&str| {
        let (gold, out) = levels.pairs(&graded, &levels.out, |a| a.case == *case);
        ((*case).to_owned(), kappa(&gold, &out))
    };
    let error_of = |pick: &dyn Fn(&Measured) -> bool| {
        let (gold, out) = levels.pairs(&graded, &levels.out, pick);
        (gold.len(), signed_error(&gold, &out))
    };
    Report {
        overall: row("all", &graded, &levels, |_| true),
        segments: rows.collect(),
        cases: cases.iter().map(by_case).collect(),
        numbers: NumberCounts::of(&graded),
        errors_named: errors_named(&graded),
        gaming: gaming(&graded, &levels.out),
        short: error_of(&|a| marks::words(&a.response.text).count() <= SHORT_WORDS),
        voice: (
            error_of(&|a| a.response.voice).1,
            error_of(&|a| !a.response.voice).1,
        ),
    }
}

/// Levels of every graded answer, in order.
struct Predicted {
    out: Vec<u8>,
    seen: Vec<u8>,
    length: Vec<u8>,
}

impl Predicted {
    fn of(answers: &[Measured], graded: &[&Measured]) -> Self {
        let mut fitted: BTreeMap<(SegmentKind, String), Model> = BTreeMap::new();
        let mut lengths: BTreeMap<(SegmentKind, String), Model> = BTreeMap::new();
        let level = |model: &Model, a: &Measured| {
            settle(model.level(&a.examined.features), a.examined.earned)
        };
        let mut levels = Self {
            out: Vec::new(),
            seen: Vec::new(),
            length: Vec::new(),
        };
        for a in graded {
            let kind = a.examined.kind;
            let left_out = (kind, a.case.clone());
            let all = (kind, String::new());
            let model = fitted.entry(left_out.clone());
            levels.out.push(level(
                model.or_insert_with(|| fit_kind(kind, answers, &a.case)),
                a,
            ));
            let model = fitted
                .entry(all)
                .or_insert_with(|| fit_kind(kind, answers, ""));
            levels.seen.push(level(model, a));
            let model = lengths.entry(left_out);
            let model = model.or_insert_with(|| fit_length(kind, answers, &a.case));
            levels.length.push(model.level(&[length(a)]));
        }
        levels
    }

    fn pairs(
        &self,
        graded: &[&Measured],
        given: &[u8],
        pick: impl Fn(&Measured) -> bool,
    ) -> (Vec<u8>, Vec<u8>) {
        let picked = graded.iter().zip(given).filter(|(a, _)| pick(a));
        picked
            .filter_map(|(a, level)| Some((a.gold.level?, *level)))
            .unzip()
    }
}

fn row(
    name: &str,
    graded: &[&Measured],
    levels: &Predicted,
    of: impl Fn(&Measured) -> bool,
) -> Row {
    let (gold, out) = levels.pairs(graded, &levels.out, &of);
    let (_, seen) = levels.pairs(graded, &levels.seen, &of);
    let (_, length) = levels.pairs(graded, &levels.length, &of);
    Row {
        name: name.to_owned(),
        answers: gold.len(),
        out: kappa(&gold, &out),
        interval: kappa_interval(&gold, &out, SEED),
        seen: kappa(&gold, &seen),
        length: kappa(&gold, &length),
        difference: mean_difference(&gold, &out),
        hits: hit_overlap(graded, of).f1(),
    }
}

/// The model of a kind on every answer but those of the case left out.
fn fit_kind(kind: SegmentKind, answers: &[Measured], left_out: &str) -> Model {
    fit(
        features_of(kind),
        &graded(kind, answers, left_out, |a| a.examined.features.clone()),
    )
}

fn fit_length(kind: SegmentKind, answers: &[Measured], left_out: &str) -> Model {
    const LENGTH: &[Feature] = &[Feature {
        name: "length",
        raises: true,
        what: "words",
    }];
    fit(
        LENGTH,
        &graded(kind, answers, left_out, |a| vec![length(a)]),
    )
}

fn graded(
    kind: SegmentKind,
    answers: &[Measured],
    left_out: &str,
    features: impl Fn(&Measured) -> Vec<i32>,
) -> Vec<Graded> {
    answers
        .iter()
        .filter(|a| a.examined.kind == kind && a.case != left_out)
        .filter_map(|a| {
            Some(Graded {
                features: features(a),
                level: a.gold.level?,
            })
        })
        .collect()
}

/// The logarithm of the words, as a feature.
fn length(a: &Measured) -> i32 {
    let words = count(marks::words(&a.response.text).count());
    let share = (1.0 + words).ln() / (1.0 + LONG_WORDS).ln();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "between nought and a few thousand"
    )]
    let feature = (share * f64::from(FULL)) as i32;
    feature
}

fn hit_overlap(graded: &[&Measured], of: impl Fn(&Measured) -> bool) -> Overlap {
    let labelled: BTreeSet<(&str, SegmentKind)> = graded
        .iter()
        .filter(|a| a.gold.hits.as_ref().is_some_and(|h| !h.all().is_empty()))
        .map(|a| (a.case.as_str(), a.examined.kind))
        .collect();
    let mut overlap = Overlap::default();
    for a in graded.iter().filter(|a| of(a)) {
        // A case whose graders labelled no item of a kind says nothing about its hits.
        if let Some(gold) = &a.gold.hits
            && labelled.contains(&(a.case.as_str(), a.examined.kind))
        {
            add_hits(&mut overlap, gold, &a.examined.responded.hits);
        }
    }
    overlap
}

fn add_hits(overlap: &mut Overlap, gold: &Hits, given: &Hits) {
    match (gold, given) {
        (Hits::ByQuestion(gold), Hits::ByQuestion(given)) if gold.len() == given.len() => {
            for (gold, given) in gold.iter().zip(given) {
                overlap.add(gold, given);
            }
        }
        _ => overlap.add(&gold.all(), &given.all()),
    }
}

fn errors_named(graded: &[&Measured]) -> (usize, usize) {
    let wrong: Vec<&&Measured> = graded
        .iter()
        .filter(|a| a.examined.kind == SegmentKind::Quant && a.gold.error.is_some())
        .collect();
    let named = wrong
        .iter()
        .filter(|a| a.gold.error == a.examined.responded.error)
        .count();
    (named, wrong.len())
}

fn gaming(graded: &[&Measured], out: &[u8]) -> (usize, usize) {
    let games: Vec<(&&Measured, &u8)> = graded
        .iter()
        .zip(out)
        .filter(|(a, _)| a.gold.gaming)
        .collect();
    let above = games
        .iter()
        .filter(|(a, level)| a.gold.level.is_some_and(|g| **level > g))
        .count();
    (games.len(), above)
}
