//! The rubric in force: names, anchors and rules for pages from `rubric.toml`, weights and cut
//! points from `levels.toml`. Both are part of the program; a scorecard names their version.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use casebook::{Dimension, SegmentKind};
use serde::{Deserialize, Serialize};

use crate::levels::{Model, features_of};

/// Version of names, rules, weights and cut points together. Raised with every change that can
/// move a level.
pub const RUBRIC_VERSION: u32 = 2;

/// The kinds of segment in playing order.
pub const KINDS: [SegmentKind; 6] = [
    SegmentKind::Clarify,
    SegmentKind::Structure,
    SegmentKind::Quant,
    SegmentKind::Exhibit,
    SegmentKind::Brainstorm,
    SegmentKind::Synthesis,
];

/// Names, anchors and rules, for pages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Rubric {
    /// Same as [`RUBRIC_VERSION`].
    pub version: u32,
    /// Shown wherever a level is.
    pub label: String,
    /// The verdict rule, a sentence a verdict.
    pub verdict: BTreeMap<String, String>,
    /// From segments to dimensions, in sentences.
    pub rules: Vec<String>,
    /// The ten, in the order of [`Dimension::ALL`].
    pub dimensions: Vec<Anchors>,
}

/// A dimension as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Anchors {
    /// Which.
    pub dimension: Dimension,
    /// As a head.
    pub name: String,
    /// Whether graded answers stand behind its level.
    pub calibrated: bool,
    /// Below this the verdict is `not yet`.
    pub core: bool,
    /// What each level looks like, 1 to 5.
    pub levels: [String; 5],
}

/// Fitted weights, as written to `levels.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    /// Same as [`RUBRIC_VERSION`].
    pub version: u32,
    /// Graded answers behind them.
    pub answers: usize,
    /// A kind of segment each.
    pub models: BTreeMap<SegmentKind, NamedModel>,
}

/// A model with its weights by feature name, so that a changed feature list cannot shift them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedModel {
    /// Thousandths of a level.
    pub base: i32,
    /// Thousandths of a level, rising.
    pub cuts: [i32; 4],
    /// Thousandths of a level for a full feature.
    pub weights: BTreeMap<String, i32>,
}

impl NamedModel {
    /// Names the weights of a kind's model.
    #[must_use]
    pub fn name(kind: SegmentKind, model: &Model) -> Self {
        let names = features_of(kind).iter().map(|f| f.name.to_owned());
        let weights = names.zip(model.weights.iter().copied()).collect();
        Self {
            base: model.base,
            cuts: model.cuts,
            weights,
        }
    }

    /// The model in the order of the kind's features; an unnamed feature weighs nothing.
    #[must_use]
    pub fn model(&self, kind: SegmentKind) -> Model {
        let weight = |name: &str| self.weights.get(name).copied().unwrap_or(0);
        let weights = features_of(kind).iter().map(|f| weight(f.name)).collect();
        Model {
            base: self.base,
            weights,
            cuts: self.cuts,
        }
    }
}

static RUBRIC: LazyLock<Rubric> = LazyLock::new(|| {
    // Embedded and read by a test: cannot fail on anybody's input.
    toml::from_str(include_str!("../rubric/rubric.toml")).expect("the embedded rubric reads")
});

static LEVELS: LazyLock<Levels> = LazyLock::new(|| {
    toml::from_str(include_str!("../rubric/levels.toml")).expect("the embedded levels read")
});

/// The rubric in force.
#[must_use]
pub fn rubric() -> &'static Rubric {
    &RUBRIC
}

/// The model in force for a kind of segment.
#[must_use]
pub fn model(kind: SegmentKind) -> Model {
    let neutral = || Model {
        base: 3000,
        weights: Vec::new(),
        cuts: [1500, 2500, 3500, 4500],
    };
    LEVELS
        .models
        .get(&kind)
        .map_or_else(neutral, |named| named.model(kind))
}

/// The dimension that a kind of segment shows.
#[must_use]
pub fn dimension_of(kind: SegmentKind) -> Dimension {
    match kind {
        SegmentKind::Clarify => Dimension::Framing,
        SegmentKind::Structure => Dimension::Structure,
        SegmentKind::Quant => Dimension::Quant,
        SegmentKind::Exhibit => Dimension::Insight,
        SegmentKind::Brainstorm => Dimension::Creativity,
        SegmentKind::Synthesis => Dimension::Synthesis,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_read_and_carry_this_version() {
        assert_eq!(rubric().version, RUBRIC_VERSION);
        assert_eq!(LEVELS.version, RUBRIC_VERSION);
    }

    #[test]
    fn every_dimension_has_its_anchors_in_order() {
        let named: Vec<Dimension> = rubric().dimensions.iter().map(|d| d.dimension).collect();
        assert_eq!(named, Dimension::ALL);
    }

    #[test]
    fn every_weight_names_a_feature_and_keeps_its_sign() {
        for kind in KINDS {
            let named = &LEVELS.models[&kind];
            assert_eq!(named.weights.len(), features_of(kind).len(), "{kind:?}");
            for feature in features_of(kind) {
                let weight = named.weights[feature.name];
                assert!(
                    if feature.raises {
                        weight >= 0
                    } else {
                        weight <= 0
                    },
                    "{}",
                    feature.name
                );
            }
            assert!(
                named.cuts.windows(2).all(|pair| pair[0] < pair[1]),
                "{kind:?}"
            );
        }
    }
}
