//! Which items of a case a piece of text covers: word overlap, character runs and sentence
//! vectors, fused by a small logistic model. Knows no segment rules and keeps no state.

mod bank;
mod embedding;
mod fusion;
mod items;
mod lexicon;
mod opposite;
mod report;
mod spoken;
mod wordpiece;
mod words;

pub use bank::Bank;
pub use fusion::{ANSWER, SURE, UNSURE, zone};
pub use items::{Item, ItemKind, misreadings, of_case};
pub use report::{MatchLine, MatchReport, match_report};

pub(crate) use words::{is_stop, stem, words};

/// Items kept for one clause: more than three in a breath are seldom meant.
const COVER_LIMIT: usize = 3;

/// An item is kept beside the best one when its probability is at most this much lower, in thousandths.
const BESIDE: u16 = 200;

/// An item that a piece of text covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// Place in [`Bank::items`].
    pub item: usize,
    /// Probability in thousandths.
    pub permille: u16,
    /// The text says the opposite of the item.
    pub opposite: bool,
}

/// The items among `allowed` that `text` covers with at least `floor` thousandths, best first.
#[must_use]
pub fn covers(bank: &Bank, text: &str, floor: u16, allowed: impl Fn(&Item) -> bool) -> Vec<Cover> {
    let measured = bank.measure(text);
    let said = words(text);
    let mut found: Vec<Cover> = Vec::new();
    for (at, item) in bank.items().iter().enumerate() {
        if !allowed(item) {
            continue;
        }
        let weights = fusion::weights(item.kind);
        let permille = fusion::permille(weights, &measured.features[at]);
        if permille < floor {
            continue;
        }
        let opposite = opposite::is_opposite(item, measured.opposite_lead[at], &said);
        found.push(Cover {
            item: at,
            permille,
            opposite,
        });
    }
    found.retain(|cover| {
        cover.opposite || opposite::meets_require(&bank.items()[cover.item], &said)
    });
    found.sort_by(|a, b| b.permille.cmp(&a.permille).then(a.item.cmp(&b.item)));
    let best = found.first().map_or(0, |cover| cover.permille);
    found.retain(|cover| cover.permille + BESIDE >= best);
    found.truncate(COVER_LIMIT);
    found
}
