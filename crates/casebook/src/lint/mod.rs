//! What an author should mend before a case is published: a small file a rule, all problems at
//! once. Reads only; it never corrects a case.

mod moving;
mod number_sets;

use std::cell::RefCell;

use crate::Authored;
use crate::source::{Place, Problem};

use moving::Moving;
use number_sets::NumberSets;

/// A case under examination.
pub(crate) struct Lint<'a> {
    authored: &'a Authored,
    sets: NumberSets<'a>,
    moving: Moving,
    problems: RefCell<Vec<Problem>>,
}

impl Authored {
    /// Everything that keeps the case from being published, in order of file and line. What
    /// [`Authored::parse`] lists is not repeated.
    #[must_use]
    pub fn lint(&self) -> Vec<Problem> {
        let lint = Lint::new(self);
        number_sets::check(&lint);
        let mut problems = lint.problems.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

impl<'a> Lint<'a> {
    fn new(authored: &'a Authored) -> Self {
        Self {
            authored,
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
