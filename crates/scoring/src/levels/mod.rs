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

/// The level of features that a model gave, less one for words to the grader, never below 1; and
/// 1 where no word earns anything.
#[must_use]
pub fn settle(modelled: u8, heard: Earned) -> u8 {
    match heard {
        Earned::Nothing => 1,
        Earned::LessToGrader => modelled.saturating_sub(1).max(1),
        Earned::All => modelled,
    }
}

/// What of an answer earns anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earned {
    /// No word of it.
    Nothing,
    /// What is left after words to the grader.
    LessToGrader,
    /// All of it.
    All,
}

/// What of this answer earns anything.
#[must_use]
pub fn earned(heard: &Heard) -> Earned {
    if heard.word_count() == 0 {
        Earned::Nothing
    } else if heard.to_grader() {
        Earned::LessToGrader
    } else {
        Earned::All
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_to_the_grader_cost_a_level_and_no_more() {
        assert_eq!(settle(4, Earned::LessToGrader), 3);
        assert_eq!(settle(1, Earned::LessToGrader), 1);
        assert_eq!(settle(5, Earned::Nothing), 1);
        assert_eq!(settle(5, Earned::All), 5);
    }
}
