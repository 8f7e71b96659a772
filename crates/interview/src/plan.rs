//! What was agreed before the attempt began.

use casebook::{Dimension, Format};
use serde::{Deserialize, Serialize};

/// How the interviewer behaves towards mistakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Hints on request; each rung caps the dimension.
    Learn,
    /// No hints.
    Exam,
    /// No hints, a sceptic who challenges more and interrupts sooner.
    Stress,
}

/// The plan of one attempt. The engine reads format, mode, timing and seed; the rest is kept
/// with it so that the report can open with what the candidate set out to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Who leads.
    pub format: Format,
    /// Learn or exam.
    pub mode: Mode,
    /// Whether clocks warn and move the interview on.
    pub timed: bool,
    /// What this attempt is for, in the candidate's words; may be empty.
    pub objective: String,
    /// The one dimension chosen before the attempt.
    pub target: Dimension,
    /// The correction rule carried over from last time: `When ..., I will ...`.
    pub rule: Option<String>,
}
