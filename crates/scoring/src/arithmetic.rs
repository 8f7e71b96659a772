//! The arithmetic verdict of one quant segment, as detectors and level models use it. Made by
//! `quant::judge`; nothing here computes.

use casebook::Exact;

use crate::quant::Signals;
use crate::{Mistake, Trace};

/// What became of a calculation question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arithmetic {
    /// The headline number as the candidate ended on it, in base units.
    pub final_value: Option<Exact>,
    /// Its base unit; empty when no number was given.
    pub final_unit: String,
    /// Within the case's tolerance.
    pub final_right: bool,
    /// What went wrong, if anything did.
    pub error: ErrorName,
    /// The mistake in a few words.
    pub slip: Option<String>,
    /// Other asked numbers: how many were right, out of how many.
    pub others_right: (usize, usize),
    /// Steps of the reference route that were said right, out of how many.
    pub steps_right: (usize, usize),
    /// What the answer shows of the work behind its number.
    pub signals: Signals,
    /// A wrong number that the candidate put right without help.
    pub self_caught: bool,
    /// Steps against the exact solution.
    pub trace: Option<Trace>,
}

impl Arithmetic {
    /// Likely mistakes, at most two.
    #[must_use]
    pub fn mistakes(&self) -> &[Mistake] {
        self.trace.as_ref().map_or(&[], |trace| &trace.mistakes)
    }

    /// Whether a headline number was given.
    #[must_use]
    pub fn answered(&self) -> bool {
        self.final_value.is_some()
    }
}

/// The name of what went wrong, as gold labels have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ErrorName {
    /// Number and reasoning right.
    #[default]
    None,
    /// A trap of the case, by id.
    Trap(String),
    /// A mistake that the case does not list.
    Unlisted,
    /// No number given.
    NoAnswer,
}

impl ErrorName {
    /// As printed: `None` for right, a trap's id, `unlisted` or `no_answer`.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Trap(id) => Some(id),
            Self::Unlisted => Some("unlisted"),
            Self::NoAnswer => Some("no_answer"),
        }
    }
}
