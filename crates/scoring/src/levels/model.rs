//! The level model as shipped: whole numbers only, so that the same words get the same level on
//! every machine. Holds no learning; see `fit`.

use serde::{Deserialize, Serialize};

use crate::LEVELS;

/// A feature at its fullest. Every feature lies between nought and this.
pub const FULL: i32 = 1000;

/// One thing that a level model weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feature {
    /// Name in `rubric.toml` and on pages.
    pub name: &'static str,
    /// Whether more of it raises the level. A fit may shrink a weight to nought, never turn it.
    pub raises: bool,
    /// In words, for pages.
    pub what: &'static str,
}

/// Weights and cut points of one kind of segment, in thousandths of a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// Where an answer with no feature stands.
    pub base: i32,
    /// One a feature, in the order of the kind's features: the move of a full feature.
    pub weights: Vec<i32>,
    /// From level 1 to 2, 2 to 3, 3 to 4, 4 to 5; rising.
    pub cuts: [i32; 4],
}

impl Model {
    /// Where an answer stands before cutting, in thousandths of a level.
    #[must_use]
    pub fn stand(&self, features: &[i32]) -> i32 {
        let moved: i64 = self
            .weights
            .iter()
            .zip(features)
            .map(|(&w, &f)| i64::from(w) * i64::from(f.clamp(0, FULL)) / i64::from(FULL))
            .sum();
        i32::try_from(i64::from(self.base) + moved).unwrap_or(i32::MAX)
    }

    /// The level, 1 to 5.
    #[must_use]
    pub fn level(&self, features: &[i32]) -> u8 {
        self.level_at(self.stand(features))
    }

    /// The level of a stand, 1 to 5.
    #[must_use]
    pub fn level_at(&self, stand: i32) -> u8 {
        let passed = self.cuts.iter().filter(|&&cut| stand >= cut).count();
        u8::try_from(passed + 1).unwrap_or(LEVELS).clamp(1, LEVELS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        Model {
            base: 1000,
            weights: vec![2000, -1000],
            cuts: [1500, 2000, 2500, 3000],
        }
    }

    #[test]
    fn a_feature_moves_by_its_weight() {
        assert_eq!(model().stand(&[500, 0]), 2000);
        assert_eq!(model().stand(&[500, 1000]), 1000);
    }

    #[test]
    fn a_stand_on_a_cut_has_passed_it() {
        assert_eq!(model().level(&[0, 0]), 1);
        assert_eq!(model().level(&[500, 0]), 3);
        assert_eq!(model().level(&[1000, 0]), 5);
    }

    #[test]
    fn a_feature_out_of_bounds_counts_as_full() {
        assert_eq!(model().level(&[i32::MAX, i32::MIN]), 5);
    }
}
