//! Structure: how much of the issue tree was laid out, how deep, how close to this client, and
//! whether something comes first.

use casebook::{Branch, Weight};

use super::{Feature, lowers, raises};
use crate::heard::Heard;
use crate::marks;
use crate::worth::{branches, full_if, permille, points};

/// Points of a full structure: a dozen essential branches of both levels.
const POINTS_IN_FULL: usize = 30;

/// Counts up to this are signposts more often than figures.
const SMALL_COUNT: i64 = 10;

pub(super) const FEATURES: &[Feature] = &[
    raises("branches", "branches covered"),
    raises("points", "branches covered, by weight"),
    raises("essential", "essential branches covered"),
    raises("level_one", "first-level branches reached"),
    raises("level_two", "second-level branches covered"),
    raises("two_levels", "first-level branches with two below them"),
    raises("priority", "says what comes first"),
    raises("hypothesis", "states a view to test"),
    raises("figures", "uses the case's numbers"),
    lowers("generic", "share of branches that fit any case"),
];

pub(super) fn features(heard: &Heard) -> Vec<i32> {
    let tree = &heard.case.structure.branches;
    let covered: Vec<&Branch> = branches(heard.case)
        .filter(|b| heard.covers(&b.id).is_some())
        .collect();
    let worth: Vec<&&Branch> = covered
        .iter()
        .filter(|b| b.weight != Weight::Generic)
        .collect();
    let essential = branches(heard.case)
        .filter(|b| b.weight == Weight::Essential)
        .count();
    let essential_covered = covered
        .iter()
        .filter(|b| b.weight == Weight::Essential)
        .count();
    let below = |b: &Branch| heard.covered(b.children.iter().map(|c| c.id.as_str()));
    let own: Vec<&Branch> = tree
        .iter()
        .filter(|b| b.weight != Weight::Generic)
        .collect();
    let reached = own
        .iter()
        .filter(|b| heard.covers(&b.id).is_some() || below(b) > 0)
        .count();
    let if_any = |feature: i32| if covered.is_empty() { 0 } else { feature };
    let second: usize = own.iter().map(|b| below(b)).sum();
    vec![
        permille(worth.len(), 12),
        permille(
            covered.iter().map(|b| points(b.weight)).sum(),
            POINTS_IN_FULL,
        ),
        permille(essential_covered, essential.min(8)),
        permille(reached, own.len().min(4)),
        permille(second, 8),
        permille(own.iter().filter(|b| below(b) >= 2).count(), 3),
        priority(heard),
        if_any(permille(heard.mark_count(marks::HYPOTHESIS), 2)),
        if_any(permille(figures(heard), 4)),
        permille(covered.len() - worth.len(), covered.len()),
    ]
}

/// A marked branch in the editor or a word that ranks; half without any branch to rank.
fn priority(heard: &Heard) -> i32 {
    let marked = heard.turns.iter().any(|turn| {
        turn.reading.tree.as_ref().is_some_and(|tree| {
            tree.branches
                .iter()
                .any(|b| b.first || b.children.iter().any(|c| c.first))
        })
    });
    let ranked = marked || heard.mark(marks::PRIORITY).is_some();
    if heard.hits().next().is_some() {
        full_if(ranked)
    } else {
        full_if(ranked) / 2
    }
}

/// Numbers with a unit or of some size: `three areas` and `two levels` are no figures.
fn figures(heard: &Heard) -> usize {
    let size = casebook::Exact::whole(SMALL_COUNT);
    heard
        .numbers()
        .filter(|(_, n)| !n.unit.is_empty() || n.value.abs() > size)
        .count()
}
