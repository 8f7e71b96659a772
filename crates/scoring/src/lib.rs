//! Transcript and case to findings, scorecard and time line. Pure: no clock, no I/O. No finding
//! without a place in the transcript, no level without findings or coverage behind it, and every
//! scorecard names the rubric version that gave it.

mod scorecard;

pub use scorecard::*;
