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
    -2661,
    [
        -674, -114, 556, 34, 991, 0, 503, 16, 1721, -102, 3049, 2336, -2587, -314, 1821, 909, 2654,
        -975, -332, 0, 0, -64, -209, -1004, 5001, -145, 571, 786, -1017, 1613,
    ],
);
const FACT: Weights = (
    -3062,
    [
        366, -997, 387, 344, 0, 0, 358, 148, 270, 765, 1568, 410, -648, 2792, 311, 1437, -298,
        4298, 1390, -725, 3697, -73, 883, -182, 1332, 989, -1028, 1617, -3814, -3814,
    ],
);
const IDEA: Weights = (
    -5785,
    [
        1276, 1347, 582, 193, 0, 0, -349, 237, 1167, 1081, 2249, 2461, -1333, 1893, 1309, 2408,
        118, -1459, 123, 0, 0, -419, -634, 24, 3148, 428, -636, 1332, -393, 901,
    ],
);
const INSIGHT: Weights = (
    -1973,
    [
        561, 463, 781, 346, 0, -1356, 118, 93, -720, -211, 1669, 156, -716, 2701, 752, 257, 479,
        424, -1349, 0, 0, -607, -253, -589, 2226, 369, 111, 1594, 463, 715,
    ],
);
const POINT: Weights = (
    -6936,
    [
        630, 995, 376, 417, 0, 0, 266, -414, 1466, -381, 1494, 1522, -2068, 701, 4069, 1013, -387,
        -1300, -1447, 0, 0, -266, 398, 383, 2672, 42, -329, -550, 139, 1450,
    ],
);
