//! Hands a quant segment's turns to the arithmetic judge.

use casebook::{Case, Segment};
use interview::Reading;

use crate::arithmetic::Arithmetic;

/// The verdict on the numbers of a segment; `None` outside quant.
#[must_use]
pub(crate) fn judge(
    _case: &Case,
    _segment: &Segment,
    _turns: &[(u32, &str, &Reading)],
) -> Option<Arithmetic> {
    None
}
