//! Draws number sets: the authored one for seed 0, others by SplitMix64 under the
//! constraints. The same slug and seed give the same numbers on every machine.

use sha2::{Digest, Sha256};

use crate::Exact;

/// The most values one parameter may take.
pub(crate) const CHOICES: usize = 10_000;

/// How many number sets are tried before a seed is given up. Constraints that let fewer than
/// one in a hundred through are too tight to be worth waiting for.
pub(crate) const DRAWS: usize = 2_000;

/// A number that differs between number sets.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) authored: Exact,
    pub(crate) choices: Vec<Exact>,
}

/// A seed whose numbers break the constraints however often they are drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "number set {seed} of `{slug}` keeps none of its constraints together (mostly `{broken}`); choose another seed"
)]
pub struct NoVariant {
    /// The case.
    pub slug: String,
    /// The seed asked for.
    pub seed: u64,
    /// The constraint that failed most often, or what else was wrong.
    pub broken: String,
}

/// Sebastiano Vigna's SplitMix64.
#[derive(Debug, Clone)]
pub(crate) struct SplitMix64(u64);

impl SplitMix64 {
    /// Starts from the first eight bytes of SHA-256 of `slug`, a nought byte and the seed.
    pub(crate) fn of(slug: &str, seed: u64) -> Self {
        let mut hash = Sha256::new();
        hash.update(slug.as_bytes());
        hash.update([0]);
        hash.update(seed.to_be_bytes());
        let bytes = hash.finalize();
        let start = bytes
            .iter()
            .take(8)
            .fold(0, |n, b| (n << 8) | u64::from(*b));
        Self(start)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// An index below `length`; the lists are far too short for the remainder to show.
    fn index(&mut self, length: usize) -> usize {
        let length = length.max(1) as u64;
        usize::try_from(self.next() % length).unwrap_or(0)
    }
}

/// One value for each parameter, in order.
pub(crate) fn draw(parameters: &[Parameter], dice: &mut SplitMix64) -> Vec<Exact> {
    parameters
        .iter()
        .map(|parameter| {
            let at = dice.index(parameter.choices.len());
            parameter
                .choices
                .get(at)
                .unwrap_or(&parameter.authored)
                .clone()
        })
        .collect()
}

/// The authored values, in order.
pub(crate) fn authored(parameters: &[Parameter]) -> Vec<Exact> {
    parameters.iter().map(|p| p.authored.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn the_generator_gives_the_published_sequence() {
        let mut dice = SplitMix64(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| dice.next()).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(drawn, published);
    }
}
