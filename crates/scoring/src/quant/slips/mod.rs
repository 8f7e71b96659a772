//! The slips that people make on a route, each as one change to it: in a formula, in a number
//! taken from the question, in a result carried on.

mod numbers;
mod parts;

use casebook::Exact;

use super::route::{Route, Wrong};
use parts::Here;

/// Families of slips, likelier ones first: the order in which they explain one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A mistake that the author lists.
    Listed,
    /// A power of ten on the whole result.
    Scale,
    /// Plus for minus, a loss for a gain.
    Sign,
    /// A ratio turned over, a product for a quotient.
    Inverted,
    /// A month for a year.
    Period,
    /// A part or a factor left out.
    Dropped,
    /// A power of ten in a part.
    PartScale,
    /// An earlier result given for the one asked.
    Gross,
    /// A mark-up for a margin.
    Markup,
    /// A percentage taken of another base.
    Base,
    /// Percentage points for percent.
    Points,
    /// A part or a factor counted twice.
    Doubled,
    /// Another row of the question.
    Row,
    /// Rounded too early.
    Rounding,
    /// A digit copied wrong.
    Digit,
    /// A percentage of a base of another kind.
    FarBase,
}

/// A slip and how it is told.
pub(super) struct Slip {
    pub(super) kind: Kind,
    pub(super) wrong: Wrong,
    pub(super) code: &'static str,
    pub(super) text: String,
}

/// Ten, a hundred, a thousand, and the same the other way.
const POWERS: [i32; 6] = [1, 2, 3, -1, -2, -3];

/// Every slip on the way to the asked number.
pub(super) fn all(route: &Route<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for (step, needed) in route.needed().into_iter().enumerate() {
        let Some(formula) = route.formulas[step].as_ref().filter(|_| needed) else {
            continue;
        };
        for (node, part) in formula.all().into_iter().enumerate() {
            let here = Here { route, step, node };
            here.slips(part, &mut found);
        }
        numbers::results(route, step, &mut found);
    }
    numbers::givens(route, &mut found);
    found
}

fn reciprocal(value: &Exact) -> Option<Exact> {
    (*value != Exact::zero()).then(|| Exact(&Exact::whole(1).0 / &value.0))
}

/// Whether two units name the same kind of thing.
fn alike(one: &str, other: &str) -> bool {
    let head = |unit: &str| unit.split_whitespace().next().unwrap_or("").to_lowercase();
    head(one) == head(other)
}
