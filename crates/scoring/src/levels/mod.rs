//! From what was heard in a segment to a level 1 to 5: a few features a kind, weighted by the
//! whole numbers in `rubric.toml`. Every feature is a share of something that can be pointed at.

mod brainstorm;
mod clarify;
mod exhibit;
pub mod fit;
pub mod model;
mod quant;
mod structure;
mod synthesis;

use casebook::SegmentKind;

use crate::heard::Heard;
pub use model::{FULL, Feature, Model};

/// The features that the level of a kind of segment rests on, in order.
#[must_use]
pub fn features_of(kind: SegmentKind) -> &'static [Feature] {
    match kind {
        SegmentKind::Clarify => clarify::FEATURES,
        SegmentKind::Structure => structure::FEATURES,
        SegmentKind::Quant => quant::FEATURES,
        SegmentKind::Exhibit => exhibit::FEATURES,
        SegmentKind::Brainstorm => brainstorm::FEATURES,
        SegmentKind::Synthesis => synthesis::FEATURES,
    }
}

/// What was heard as features, in the order of [`features_of`], each 0 to [`FULL`].
#[must_use]
pub fn features(heard: &Heard) -> Vec<i32> {
    match heard.kind() {
        SegmentKind::Clarify => clarify::features(heard),
        SegmentKind::Structure => structure::features(heard),
        SegmentKind::Quant => quant::features(heard),
        SegmentKind::Exhibit => exhibit::features(heard),
        SegmentKind::Brainstorm => brainstorm::features(heard),
        SegmentKind::Synthesis => synthesis::features(heard),
    }
}

const fn raises(name: &'static str, what: &'static str) -> Feature {
    Feature {
        name,
        raises: true,
        what,
    }
}

const fn lowers(name: &'static str, what: &'static str) -> Feature {
    Feature {
        name,
        raises: false,
        what,
    }
}

/// Words to the grader lower a level in every kind: whoever needs them has less to say.
const TO_GRADER: Feature = lowers("to_grader", "words aimed at the grader");
