//! Fitted weights of the evidence, in thousandths. Written by `cargo run --release -p interview
//! --example fit_weights -- CALIBRATION MATCHING.jsonl`; see `docs/decisions/001-matcher.md`.

use super::evidence::EVIDENCE;
use super::items::ItemKind;

type Weights = (i32, [i32; EVIDENCE]);

/// Bias and slopes for items of a kind.
#[must_use]
pub(crate) fn answer_weights(kind: ItemKind) -> &'static Weights {
    match kind {
        ItemKind::Fact | ItemKind::Decoy | ItemKind::Exhibit => &FACT,
        ItemKind::Branch => &BRANCH,
        ItemKind::Insight | ItemKind::Consequence => &INSIGHT,
        ItemKind::Group | ItemKind::Idea => &IDEA,
        ItemKind::Point | ItemKind::Risk | ItemKind::NextStep => &POINT,
    }
}

const BRANCH: Weights = (-1235, [555, 3144, 564, 365, 641, 0, 697, 288]);
const FACT: Weights = (-1532, [2287, 729, 1436, 628, 0, 0, 746, 4]);
const IDEA: Weights = (-2110, [3345, 2041, 1129, 122, 0, 0, 63, -37]);
const INSIGHT: Weights = (-1391, [2190, 80, 1002, 296, 0, -552, 1113, -204]);
const POINT: Weights = (-1982, [3467, 122, 549, 746, 0, 0, -866, -680]);
