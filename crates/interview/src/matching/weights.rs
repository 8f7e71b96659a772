//! Fitted weights of the evidence, in thousandths. Written by `cargo run --release -p interview
//! --example fit_weights -- CALIBRATION MATCHING.jsonl`; see `docs/decisions/001-matcher.md`.

use super::evidence::EVIDENCE;
use super::items::ItemKind;

/// Bias and slopes.
pub type Weights = (i32, [i32; EVIDENCE]);

/// The weights of all kinds of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted {
    /// Facts, decoys and exhibits that are asked for.
    pub fact: Weights,
    /// Branches.
    pub branch: Weights,
    /// Insights and consequences.
    pub insight: Weights,
    /// Groups and ideas.
    pub idea: Weights,
    /// Points, risks and next steps of the ending.
    pub point: Weights,
}

impl Fitted {
    /// The weights of this release.
    pub const RELEASE: Self = Self {
        fact: FACT,
        branch: BRANCH,
        insight: INSIGHT,
        idea: IDEA,
        point: POINT,
    };

    /// Those for items of a kind.
    #[must_use]
    pub(crate) fn of(&self, kind: ItemKind) -> &Weights {
        match kind {
            ItemKind::Fact | ItemKind::Decoy | ItemKind::Exhibit => &self.fact,
            ItemKind::Branch => &self.branch,
            ItemKind::Insight | ItemKind::Consequence => &self.insight,
            ItemKind::Group | ItemKind::Idea => &self.idea,
            ItemKind::Point | ItemKind::Risk | ItemKind::NextStep => &self.point,
        }
    }
}

const BRANCH: Weights = (
    -2676,
    [
        -688, -118, 588, 21, 991, 0, 492, 18, 1732, -92, 3025, 2325, -2573, -306, 1814, 925, 2694,
        -957, -388, 0, 0, -64, -198, -1018, 4998, -145, 564, 789, -1017, 1611,
    ],
);
const FACT: Weights = (
    -3287,
    [
        377, -909, 459, 371, 0, 0, 319, 124, 723, 436, 1367, 215, -683, 2656, 345, 1452, -590,
        4521, 1515, -747, 3804, -83, 1033, -85, 1120, 1037, -970, 1610, -3722, -3722,
    ],
);
const IDEA: Weights = (
    -5800,
    [
        1271, 1348, 594, 145, 0, 0, -340, 232, 1174, 1089, 2295, 2485, -1323, 1875, 1317, 2392,
        108, -1470, 131, 0, 0, -409, -625, 30, 3164, 443, -629, 1339, -392, 904,
    ],
);
const INSIGHT: Weights = (
    -1971,
    [
        562, 460, 781, 345, 0, -1358, 117, 94, -721, -201, 1672, 147, -707, 2708, 743, 272, 495,
        424, -1368, 0, 0, -608, -255, -592, 2228, 367, 106, 1599, 463, 718,
    ],
);
const POINT: Weights = (
    -6926,
    [
        625, 981, 386, 409, 0, 0, 258, -414, 1467, -322, 1447, 1519, -2054, 705, 4061, 1020, -405,
        -1318, -1436, 0, 0, -264, 401, 388, 2684, 42, -331, -554, 141, 1456,
    ],
);
