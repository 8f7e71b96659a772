//! Tolerances and other conventions about numbers in a case file.

/// How far a number said may be from the exact one where the author gives no tolerance, in
/// per cent: people round to two or three figures.
pub(crate) const CLAIM_TOLERANCE_PERCENT: i64 = 2;
