//! A wrong result tells which mistake was made only if it lies apart from the right one and from
//! every other, in every number set. Tolerances must be small enough for that to mean anything.

use crate::document::Table;
use crate::source::Place;
use crate::{Asked, Exact, Quant, Trap};

use super::{Lint, seeds_in_words};

/// The widest tolerance that needs no reason, in per cent of the value.
const TOLERANCE_PERCENT: i64 = 5;

pub(super) fn check(lint: &Lint<'_>) {
    for (index, quant) in lint.case.quants.iter().enumerate() {
        let tables = lint.whole.tables("quant");
        let Some((table, place)) = tables.get(index) else {
            continue;
        };
        tolerances(lint, index, quant, table, place);
        apart(lint, index, quant, table, place);
    }
}

/// The seeds in which something is so of this question.
fn seeds(lint: &Lint<'_>, index: usize, is_so: impl Fn(&Quant) -> bool) -> Vec<u64> {
    let sets = lint.sets.there.iter();
    sets.filter(|set| set.case.quants.get(index).is_some_and(&is_so))
        .map(|set| set.seed)
        .collect()
}

/// Where the table of that index stands, or else the question.
fn place_of<'a>(table: &'a Table, key: &str, index: usize, otherwise: &'a Place) -> &'a Place {
    let tables = table.tables(key);
    tables.get(index).map_or(otherwise, |(_, place)| place)
}

fn tolerances(lint: &Lint<'_>, index: usize, quant: &Quant, table: &Table, place: &Place) {
    for (at, asked) in quant.asked.iter().enumerate() {
        let place = place_of(table, "asked", at, place);
        let stated = table
            .tables("asked")
            .get(at)
            .is_some_and(|(t, _)| t.raw("why").is_some());
        let amiss = |quant: &Quant| quant.asked.get(at).is_some_and(|a| !sane(a, stated));
        let seeds = seeds(lint, index, amiss);
        if !seeds.is_empty() {
            let what = format!(
                "the tolerance of `{}` is nought or above {TOLERANCE_PERCENT} % of the value in {}",
                asked.step,
                seeds_in_words(&seeds)
            );
            let mend =
                "write it as a formula (\"2% * market\"), or say why it is so wide: why = \"...\"";
            lint.problem(place, what, mend);
        }
    }
}

fn sane(asked: &Asked, stated: bool) -> bool {
    let share = &asked.value.abs().0 * Exact::whole(TOLERANCE_PERCENT).0;
    let narrow = &asked.tolerance.0 * Exact::whole(100).0 <= share;
    asked.tolerance > Exact::zero() && (narrow || stated)
}

fn apart(lint: &Lint<'_>, index: usize, quant: &Quant, table: &Table, place: &Place) {
    for (at, trap) in quant.traps.iter().enumerate() {
        let place = place_of(table, "trap", at, place);
        let seeds_right = seeds(lint, index, |quant| {
            let trap = quant.traps.get(at);
            trap.is_some_and(|trap| is_right(quant, trap))
        });
        if !seeds_right.is_empty() {
            let what = format!(
                "trap `{}` lies within the tolerance of the right answer in {}",
                trap.id,
                seeds_in_words(&seeds_right)
            );
            lint.problem(
                place,
                what,
                "narrow the ranges, or add a constraint that keeps them apart",
            );
        }
        for (other_at, other) in quant.traps.iter().enumerate().take(at) {
            let same = |quant: &Quant| {
                let pair = quant.traps.get(at).zip(quant.traps.get(other_at));
                pair.is_some_and(|(one, two)| alike(quant, one, two))
            };
            let seeds = seeds(lint, index, same);
            if !seeds.is_empty() {
                let what = format!(
                    "traps `{}` and `{}` lie within the tolerance of one another in {}",
                    other.id,
                    trap.id,
                    seeds_in_words(&seeds)
                );
                lint.problem(place, what, "keep one, or keep them apart by a constraint");
            }
        }
    }
}

fn is_right(quant: &Quant, trap: &Trap) -> bool {
    let asked = quant.asked.get(trap.spoils);
    asked.is_some_and(|asked| {
        asked.unit == trap.unit && asked.value.within(&trap.value, &asked.tolerance)
    })
}

fn alike(quant: &Quant, one: &Trap, two: &Trap) -> bool {
    let asked = quant.asked.get(one.spoils);
    let comparable = one.spoils == two.spoils && one.unit == two.unit;
    comparable && asked.is_some_and(|asked| one.value.within(&two.value, &asked.tolerance))
}
