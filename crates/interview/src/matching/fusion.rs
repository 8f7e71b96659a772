//! From nearness to probability, and from probability to zone.

use super::bank::{FEATURES, Features};
use super::evidence::EVIDENCE;
use super::weights;
use crate::Zone;

/// A logistic model over [`Features`], in thousandths so that it reads and stores exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weights {
    /// Added whatever the text.
    pub bias: i32,
    /// One a measure.
    pub slopes: [i32; FEATURES],
}

/// From this probability on, in thousandths, an item counts.
pub const SURE: u16 = 550;

/// From this probability on the interviewer asks back.
pub const UNSURE: u16 = 250;

/// For clarifying questions: a missed question is worse than a spare fact.
pub const ANSWER: u16 = 200;

/// From this probability on a single sentence counts, in the report on single sentences: it gives an
/// item one chance only, where an answer gives it many (`docs/decisions/001-matcher.md`).
pub(crate) const SENTENCE_FLOOR: u16 = 400;

/// Weights of `docs/decisions/001-matcher.md`, fitted on single sentences.
pub(crate) const SENTENCE: Weights = Weights {
    bias: -4898,
    slopes: [-777, 4696, 817, 871, 2085, 1557, -915, 3543, 8973],
};

/// Log-odds that a sentence with these measures covers the item.
#[must_use]
pub(crate) fn logit(weights: &Weights, features: &Features) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "weights are small")]
    let sum = weights
        .slopes
        .iter()
        .zip(features)
        .map(|(&slope, x)| slope as f32 * x)
        .sum::<f32>();
    #[allow(clippy::cast_precision_loss, reason = "weights are small")]
    let bias = weights.bias as f32;
    (bias + sum) / 1000.0
}

/// Probability in thousandths of the given log-odds.
#[must_use]
pub(crate) fn permille(odds: f32) -> u16 {
    let p = 1000.0 / (1.0 + (-odds).exp());
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within 0 to 1000"
    )]
    let permille = p.clamp(0.0, 1000.0).round() as u16;
    permille
}

/// Probability in thousandths that an answer with this evidence covers an item that these weights are for.
#[must_use]
pub(crate) fn answer_permille(weights: &weights::Weights, values: &[f32; EVIDENCE]) -> u16 {
    let (bias, slopes) = weights;
    #[allow(clippy::cast_precision_loss, reason = "weights are small")]
    let sum = slopes
        .iter()
        .zip(values)
        .map(|(&slope, x)| slope as f32 * x)
        .sum::<f32>();
    #[allow(clippy::cast_precision_loss, reason = "weights are small")]
    let bias = *bias as f32;
    permille((bias + sum) / 1000.0)
}

/// The zone of a probability; `None` when it is too weak to mention.
#[must_use]
pub fn zone(permille: u16) -> Option<Zone> {
    match permille {
        SURE.. => Some(Zone::Sure),
        UNSURE.. => Some(Zone::Unsure),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_begin_where_stated() {
        let zones = [249, 250, 549, 550, 1000].map(zone);
        let (none, unsure, sure) = (None, Some(Zone::Unsure), Some(Zone::Sure));
        assert_eq!(zones, [none, unsure, unsure, sure, sure]);
    }

    #[test]
    fn nearness_raises_probability() {
        let far = permille(logit(&SENTENCE, &[0.0; FEATURES]));
        let near = [0.5, 0.5, 0.3, 1.0, 0.0, 1.5, 0.6, 0.6, 0.3];
        let near = permille(logit(&SENTENCE, &near));
        assert!(far < 20 && near > 900, "{far} {near}");
    }
}
