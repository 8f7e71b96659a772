//! Transcript and case to findings, scorecard and time line. Pure: no clock, no I/O. No finding
//! without a place in the transcript, no level without findings or coverage behind it, and every
//! scorecard names the rubric version that gave it.

pub mod agreement;
mod arithmetic;
pub mod detectors;
pub mod gold;
pub mod heard;
mod judging;
pub mod levels;
mod marks;
pub mod oracle;
pub mod report;
mod report_text;
pub mod respond;
pub mod rubric;
mod scorecard;
mod stuffing;
mod worth;

pub use arithmetic::{Arithmetic, ErrorName};
pub use respond::{NoSegment, Responded, Response, respond};
pub use rubric::RUBRIC_VERSION;
pub use scorecard::*;

/// The highest level; the lowest is 1.
pub const LEVELS: u8 = 5;
