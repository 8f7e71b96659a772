//! Cuts an utterance into the pieces that are matched, and finds what they cover.

use super::bank::Bank;
use super::evidence::{Evidence, Heard};
use super::fusion::answer_permille;
use super::items::Item;
use super::opposite::meets_require;
use super::words::words;
use crate::Span;

/// Clauses matched in one utterance; a minute of speech has about twenty.
const CLAUSES_MAX: usize = 80;

/// Two clauses are matched together when they are at most this long, in bytes: a longer pair holds
/// more than one thought and drowns both.
const PAIR_BYTES: usize = 240;

/// An item that speech covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cover {
    /// Place in [`Bank::items`].
    pub item: usize,
    /// The clause or clauses.
    pub at: Span,
    /// Probability in thousandths.
    pub permille: u16,
    /// The words say the opposite.
    pub opposite: bool,
    /// What the probability rests on.
    pub evidence: Evidence,
}

/// The clauses within `stretch`, neighbouring pairs of them, and the stretch itself if it is short.
#[must_use]
pub fn pieces(clauses: &[Span], stretch: Span) -> Vec<Span> {
    let within = |at: &&Span| at.start < stretch.end && stretch.start < at.end;
    let clip = |at: &Span| Span {
        start: at.start.max(stretch.start),
        end: at.end.min(stretch.end),
    };
    let own: Vec<Span> = clauses
        .iter()
        .filter(within)
        .map(clip)
        .take(CLAUSES_MAX)
        .collect();
    let pairs = own.windows(2).map(|pair| Span {
        start: pair[0].start,
        end: pair[1].end,
    });
    let short = |at: &Span| at.end - at.start <= PAIR_BYTES;
    let joined = pairs.chain([stretch]).filter(short);
    let mut all: Vec<Span> = own.iter().copied().chain(joined).collect();
    all.sort_by_key(|at| (at.start, at.end));
    all.dedup();
    all
}

/// What the pieces of `text` cover among the allowed items, with at least `floor` thousandths.
#[must_use]
pub fn covers(
    bank: &Bank,
    text: &str,
    pieces: &[Span],
    floor: u16,
    allowed: impl Fn(&Item) -> bool,
) -> Vec<Cover> {
    if !bank.items().iter().any(&allowed) {
        return Vec::new();
    }
    let heard = Heard::new(bank, text, pieces);
    let mut found = Vec::new();
    for evidence in heard.weigh(allowed) {
        let item = &bank.items()[evidence.item];
        let permille = answer_permille(bank.fitted().of(item.kind), &evidence.values);
        let at = pieces[evidence.piece];
        if permille < floor {
            continue;
        }
        if evidence.opposite || meets_require(item, &words(at.of(text))) {
            let opposite = evidence.opposite;
            found.push(Cover {
                item: evidence.item,
                at,
                permille,
                opposite,
                evidence,
            });
        }
    }
    found.sort_by(|a, b| b.permille.cmp(&a.permille).then(a.item.cmp(&b.item)));
    found
}
