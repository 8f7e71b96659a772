//! What an author should mend before a case is published: a small file a rule, all problems at
//! once. Reads only; it never corrects a case.

mod challenges;
mod comparing;
mod expected;
mod items;
mod moving;
mod number_sets;
mod parts;
mod plays;
mod prose;
mod reads;
mod references;
mod segments;
mod totals;
mod traps;
mod typed_figures;

use std::cell::RefCell;

use crate::document::Table;
use crate::source::{Place, Problem};
use crate::{Authored, Case};

use moving::Moving;
use number_sets::NumberSets;

/// A case under examination.
pub(crate) struct Lint<'a> {
    authored: &'a Authored,
    whole: &'a Table,
    /// The case at the authored numbers.
    case: Case,
    sets: NumberSets<'a>,
    moving: Moving,
    problems: RefCell<Vec<Problem>>,
}

#[cfg(test)]
mod tests;

/// Every rule.
const RULES: &[fn(&Lint<'_>)] = &[
    challenges::check,
    comparing::check,
    expected::check,
    number_sets::check,
    parts::check,
    plays::check,
    reads::check,
    references::check,
    segments::check,
    totals::check,
    traps::check,
    typed_figures::check,
];

impl Authored {
    /// Everything that keeps the case from being published, in order of file and line. What
    /// [`Authored::parse`] lists is not repeated.
    #[must_use]
    pub fn lint(&self) -> Vec<Problem> {
        let lint = Lint::new(self);
        for rule in RULES {
            rule(&lint);
        }
        let mut problems = lint.problems.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

impl<'a> Lint<'a> {
    fn new(authored: &'a Authored) -> Self {
        let values = authored.authored_values();
        let (source, whole) = (&authored.source, &authored.whole);
        let (case, _) = crate::build::case(source, whole, &values, 0, authored.hash());
        Self {
            authored,
            whole,
            case,
            sets: NumberSets::of(authored),
            moving: Moving::of(&authored.named),
            problems: RefCell::default(),
        }
    }

    fn problem(&self, place: &Place, what: impl Into<String>, mend: impl Into<String>) {
        self.problems
            .borrow_mut()
            .push(Problem::at(place, what, mend));
    }
}

/// Number sets in words: `3, 8 and 12`, cut after a few.
fn seeds_in_words(seeds: &[u64]) -> String {
    const LISTED: usize = 6;
    let said: Vec<_> = seeds.iter().take(LISTED).map(u64::to_string).collect();
    let more = match seeds.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("number set {}{more}", said.join(", "))
}
