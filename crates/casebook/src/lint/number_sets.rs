//! Enough number sets, each sound: constraints hold, every value is had twice alike.

use std::collections::BTreeSet;

use crate::build;
use crate::names::Values;
use crate::source::{Place, Problem};
use crate::{Authored, Case, NoVariant};

use super::{Lint, seeds_in_words};

/// Seeds tried, beside 0.
pub(super) const TRIED: u64 = 40;

/// How many different number sets a case must have among those tried: enough to practise it
/// again for months without meeting the same figures.
pub(super) const WANTED: usize = 20;

/// A number set that exists, with the case it makes.
pub(super) struct NumberSet<'a> {
    pub(super) seed: u64,
    pub(super) values: Values<'a>,
    pub(super) case: Case,
    pub(super) problems: Vec<Problem>,
}

/// The number sets of the seeds tried.
pub(super) struct NumberSets<'a> {
    /// Seed 0 first.
    pub(super) there: Vec<NumberSet<'a>>,
    pub(super) missing: Vec<NoVariant>,
}

impl<'a> NumberSets<'a> {
    /// Draws them all.
    pub(super) fn of(authored: &'a Authored) -> Self {
        let mut sets = Self {
            there: Vec::new(),
            missing: Vec::new(),
        };
        for seed in 0..=TRIED {
            match authored.values(seed) {
                Ok(values) => sets.there.push(number_set(authored, seed, values)),
                Err(missing) => sets.missing.push(missing),
            }
        }
        sets
    }
}

fn number_set<'a>(authored: &'a Authored, seed: u64, values: Values<'a>) -> NumberSet<'a> {
    let (source, whole) = (&authored.source, &authored.whole);
    let (case, problems) = build::case(source, whole, &values, seed, authored.hash());
    NumberSet {
        seed,
        values,
        case,
        problems,
    }
}

pub(super) fn check(lint: &Lint<'_>) {
    authored_numbers(lint);
    enough(lint);
    evaluators(lint);
    faults(lint);
}

/// Seed 0 is drawn from nothing, so nothing else holds it to the constraints.
fn authored_numbers(lint: &Lint<'_>) {
    let values = lint.authored.authored_values();
    for constraint in &lint.authored.named.constraints {
        let held = values.of(constraint.definition);
        if held.is_ok_and(|value| value != crate::Exact::zero()) {
            continue;
        }
        let words = match constraint.words.as_str() {
            "" => String::new(),
            words => format!(" ({words})"),
        };
        lint.problem(
            &constraint.place,
            format!(
                "constraint `{}`{words} does not hold in the authored numbers",
                constraint.name
            ),
            "correct the constraint or the numbers",
        );
    }
}

fn enough(lint: &Lint<'_>) {
    let start = Place::start("numbers.toml");
    if !lint.moving.any() {
        lint.problem(
            &start,
            "no number moves, so every number set is the same",
            "give parameters `choices`, or `from`, `to` and `step`",
        );
        return;
    }
    let sets = lint.sets.there.iter().filter(|set| set.seed > 0);
    let different: BTreeSet<_> = sets.map(|set| set.values.drawn().to_vec()).collect();
    if different.len() < WANTED {
        let broken: BTreeSet<_> = lint.sets.missing.iter().map(|m| &m.broken).collect();
        let broken: Vec<_> = broken.into_iter().map(|name| format!("`{name}`")).collect();
        let because = match broken.as_slice() {
            [] => String::new(),
            names => format!(", mostly for {}", names.join(", ")),
        };
        lint.problem(
            &start,
            format!(
                "{} different number sets among seeds 1 to {TRIED}{because}",
                different.len()
            ),
            format!("widen the ranges or ease the constraints until there are {WANTED}"),
        );
    }
}

/// Every definition, and every number of the case, by both evaluators.
fn evaluators(lint: &Lint<'_>) {
    for (at, definition) in lint.authored.named.definitions.list.iter().enumerate() {
        let differs = |set: &&NumberSet<'_>| {
            let first = set.values.of(at);
            first.is_ok() && set.values.by_second_evaluator().of(at) != first
        };
        report(lint, &definition.place, &definition.name, differs);
    }
    let numbers_differ = |set: &&NumberSet<'_>| {
        let again = number_set(lint.authored, set.seed, set.values.by_second_evaluator());
        set.case.quants != again.case.quants || set.case.exhibits != again.case.exhibits
    };
    let start = Place::start("quant.toml");
    report(lint, &start, "a question or exhibit", numbers_differ);
}

fn report(lint: &Lint<'_>, place: &Place, name: &str, differs: impl Fn(&&NumberSet<'_>) -> bool) {
    let sets = lint.sets.there.iter();
    let seeds: Vec<_> = sets.filter(differs).map(|set| set.seed).collect();
    if !seeds.is_empty() {
        let what = format!(
            "the two evaluators disagree on {name} in {}",
            seeds_in_words(&seeds)
        );
        lint.problem(place, what, "write the formula with more brackets");
    }
}

/// What goes wrong in some number set only, such as a division by nought.
fn faults(lint: &Lint<'_>) {
    let mut met: Vec<(&Problem, Vec<u64>)> = Vec::new();
    for set in lint.sets.there.iter().filter(|set| set.seed > 0) {
        for problem in &set.problems {
            match met.iter_mut().find(|(known, _)| *known == problem) {
                Some((_, seeds)) => seeds.push(set.seed),
                None => met.push((problem, vec![set.seed])),
            }
        }
    }
    let authored = |problem: &Problem| {
        let first = lint.sets.there.first();
        first.is_some_and(|set| set.problems.contains(problem))
    };
    for (problem, seeds) in met {
        if authored(problem) {
            continue;
        }
        let place = Place {
            file: problem.file.clone(),
            line: problem.line,
            column: problem.column,
        };
        let what = format!("{} in {}", problem.what, seeds_in_words(&seeds));
        lint.problem(&place, what, problem.mend.as_str());
    }
}
