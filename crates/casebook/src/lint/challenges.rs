//! Challenges of every kind, about half of them aimed at what is right: otherwise a candidate
//! learns that a challenge means a mistake.

use std::collections::BTreeSet;

use crate::source::Place;

use super::Lint;

/// The kinds, as written.
const KINDS: &[&str] = &[
    "data",
    "logic",
    "alternative",
    "feasibility",
    "disagree",
    "generic",
];

/// Fewest challenges.
const WANTED: usize = 6;

/// Least and greatest share aimed at right answers, in per cent.
const AT_RIGHT: (usize, usize) = (40, 60);

pub(super) fn check(lint: &Lint<'_>) {
    let start = Place::start("interview.toml");
    let pushbacks = &lint.case.pushbacks;
    let count = pushbacks.len();
    if count < WANTED {
        let what = format!("{count} pushbacks, {WANTED} are wanted");
        lint.problem(&start, what, "add [[pushback]] tables");
    }
    let tables = lint.whole.tables("pushback");
    let met: BTreeSet<_> = tables.iter().filter_map(|(t, _)| t.raw("kind")).collect();
    let missing: Vec<_> = KINDS
        .iter()
        .filter(|kind| !met.contains(*kind))
        .copied()
        .collect();
    if !missing.is_empty() {
        let what = format!("no pushback of kind {}", missing.join(", "));
        lint.problem(&start, what, "add one of each kind");
    }
    let right = pushbacks.iter().filter(|p| p.aims_at_right).count();
    let (least, most) = AT_RIGHT;
    if count > 0 && !(least * count..=most * count).contains(&(100 * right)) {
        let what = format!("{right} of {count} pushbacks aim at right answers");
        let mend = format!("set aims_at_right on {least} to {most} % of them");
        lint.problem(&start, what, mend);
    }
}
