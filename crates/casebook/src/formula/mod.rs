//! The language of formulas: exact arithmetic over names. Two evaluators that share nothing
//! but the words and the arithmetic of fractions check one another.

mod arithmetic;
mod stack;
mod tree;
mod words;

pub(crate) use stack::Program;
pub(crate) use tree::Formula;

use crate::Exact;

/// The longest formula, in characters: a reference route fits in a tenth of it.
pub(crate) const FORMULA_CHARS: usize = 1_000;

/// The deepest nesting of brackets and calls, so that no text can exhaust the stack.
pub(crate) const NESTING: usize = 48;

/// The largest whole power, so that no formula can grow without bound.
pub(crate) const POWER: i64 = 64;

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    /// Not a formula: byte offset and reason.
    #[error("{1}")]
    Unreadable(usize, String),
    /// Nothing has that name.
    #[error("nothing is called `{0}`")]
    Unknown(String),
    /// A name that needs itself.
    #[error("`{0}` is defined by way of itself")]
    Circular(String),
    /// Divided by nought.
    #[error("divides by nought")]
    DividedByNought,
    /// A power that is no small whole number.
    #[error("a power must be a whole number from -{POWER} to {POWER}")]
    Power,
    /// A cell that holds a word, or none.
    #[error("`{0}` holds no number")]
    NoNumber(String),
}

/// Gives names their values.
pub(crate) trait Names {
    /// The value of `name`.
    fn value(&self, name: &str) -> Result<Exact, Fault>;
}

#[cfg(test)]
mod tests;
