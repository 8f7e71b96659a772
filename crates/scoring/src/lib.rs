//! Transcript and case to findings, scorecard and time line. Pure: no clock, no I/O. No finding
//! without a place in the transcript, no level without findings or coverage behind it, and every
//! scorecard names the rubric version that gave it.

pub mod agreement;
mod arithmetic;
mod attempt;
pub mod detectors;
pub mod gold;
pub mod heard;
mod judging;
#[cfg(test)]
mod laws;
pub mod levels;
mod marks;
mod moments;
mod next_case;
pub mod oracle;
pub mod quant;
pub mod report;
pub mod report_numbers;
mod report_text;
pub mod respond;
pub mod rubric;
mod score;
mod scorecard;
mod segment_score;
mod signals;
mod stuffing;
mod timeline;
mod verdict;
mod worth;

pub use arithmetic::{Arithmetic, ErrorName};
pub use next_case::{Tried, next_case};
pub use respond::{NoSegment, Responded, Response, respond};
pub use rubric::RUBRIC_VERSION;
pub use score::{SCORER_VERSION, score};
pub use scorecard::*;
pub use timeline::SILENCE_MS;

/// The highest level; the lowest is 1.
pub const LEVELS: u8 = 5;
