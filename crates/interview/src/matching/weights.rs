//! Fitted weights of the evidence, in thousandths. Written by `cargo run --release -p interview
//! --example fit_weights -- CALIBRATION MATCHING.jsonl`; see `docs/decisions/001-matcher.md`.

use super::evidence::EVIDENCE;
use super::items::ItemKind;

/// Bias and slopes for items of a kind.
#[must_use]
pub(crate) fn answer_weights(kind: ItemKind) -> (i32, &'static [i32; EVIDENCE]) {
    match kind {
        ItemKind::Fact | ItemKind::Decoy | ItemKind::Exhibit => (0, &FACT),
        ItemKind::Branch => (0, &FACT),
        ItemKind::Insight | ItemKind::Consequence => (0, &FACT),
        ItemKind::Group | ItemKind::Idea => (0, &FACT),
        ItemKind::Point | ItemKind::Risk | ItemKind::NextStep => (0, &FACT),
    }
}

const FACT: [i32; EVIDENCE] = [6000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
