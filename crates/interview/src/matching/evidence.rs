//! From sentences to a whole answer: what all clauses of a stretch of speech together say about each
//! item. A long answer is judged by its best clause, by how often the item led, and by what it left
//! to the items beside it.

use super::bank::{Bank, Measured};
use super::fusion::{SENTENCE, logit};
use super::items::Item;
use super::opposite;

/// How many kinds of evidence there are.
pub const EVIDENCE: usize = 8;

/// What each number of [`Evidence::values`] is.
pub const EVIDENCE_NAMES: [&str; EVIDENCE] = [
    "sentence", "meaning", "lead", "led", "kin", "opposite", "behind", "keywords",
];

/// Evidence that a stretch of speech covers an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Place in [`Bank::items`].
    pub item: usize,
    /// Index of the piece that covers it best.
    pub piece: usize,
    /// One number a kind of evidence.
    pub values: [f32; EVIDENCE],
    /// Its best piece is nearer to the item's opposite.
    pub opposite: bool,
}

/// Bounds of a log-odds; beyond them one sentence is as good as certain.
const CERTAIN: f32 = 6.0;

/// Pieces of speech measured once, ready to be weighed.
pub(crate) struct Heard<'a> {
    bank: &'a Bank,
    measured: Vec<Measured>,
    /// Log-odds of the sentence model, by piece and item.
    odds: Vec<Vec<f32>>,
}

impl<'a> Heard<'a> {
    /// Measures `texts`, the pieces of an utterance.
    #[must_use]
    pub(crate) fn new(bank: &'a Bank, texts: &[&str]) -> Self {
        let measured: Vec<Measured> = texts.iter().map(|text| bank.measure(text)).collect();
        let odds = measured.iter().map(|one| {
            let each = one
                .features
                .iter()
                .map(|f| logit(&SENTENCE, f).clamp(-CERTAIN, CERTAIN));
            each.collect()
        });
        Self {
            odds: odds.collect(),
            bank,
            measured,
        }
    }

    /// Weighs the pieces `unit` (indexes) for every item that is `allowed`.
    #[must_use]
    pub(crate) fn weigh(&self, unit: &[usize], allowed: impl Fn(&Item) -> bool) -> Vec<Evidence> {
        let items = self.bank.items();
        let open: Vec<usize> = (0..items.len()).filter(|&at| allowed(&items[at])).collect();
        let leaders: Vec<Leaders> = unit
            .iter()
            .map(|&piece| self.leaders(piece, &open))
            .collect();
        let top = leaders.iter().map(|l| l.first.1).fold(-CERTAIN, f32::max);
        let best: Vec<Option<usize>> = open.iter().map(|&at| self.best(unit, at)).collect();
        let found = open.iter().zip(&best).filter_map(|(&at, best)| {
            let place = (*best)?;
            let mut values = self.values(unit, &leaders, at, place);
            values[4] = self.kin(unit, at) / CERTAIN;
            values[6] = (values[0] * CERTAIN - top) / CERTAIN;
            let piece = unit[place];
            let opposite = opposite::is_opposite(self.measured[piece].opposite_lead[at]);
            Some(Evidence {
                item: at,
                piece,
                values,
                opposite,
            })
        });
        found.collect()
    }

    fn best(&self, unit: &[usize], item: usize) -> Option<usize> {
        let odds = |place: &usize| self.odds[unit[*place]][item];
        (0..unit.len()).reduce(|a, b| if odds(&b) > odds(&a) { b } else { a })
    }

    fn values(
        &self,
        unit: &[usize],
        leaders: &[Leaders],
        item: usize,
        place: usize,
    ) -> [f32; EVIDENCE] {
        let most = |feature: usize| {
            let each = unit
                .iter()
                .map(|&piece| self.measured[piece].features[item][feature]);
            each.fold(-1.0, f32::max)
        };
        let odds = self.odds[unit[place]][item];
        let leader = &leaders[place];
        let other = if leader.first.0 == item {
            leader.second
        } else {
            leader.first.1
        };
        let led = leaders
            .iter()
            .filter(|l| l.first.0 == item && l.first.1 > -2.0)
            .count();
        #[allow(clippy::cast_precision_loss, reason = "a count of clauses")]
        let led = (1.0 + led as f32).ln();
        let opposite = self.measured[unit[place]].opposite_lead[item];
        let opposite = opposite.map_or(0.0, |(meaning, runs)| (meaning + runs).clamp(-0.5, 0.5));
        let lead = (odds - other).clamp(-CERTAIN, CERTAIN) / CERTAIN;
        [
            odds / CERTAIN,
            most(6),
            lead,
            led,
            0.0,
            opposite,
            0.0,
            most(3),
        ]
    }

    /// The best log-odds among the items directly above and below in the author's tree.
    fn kin(&self, unit: &[usize], item: usize) -> f32 {
        let kin = self.bank.kin(item).iter();
        let best = kin.flat_map(|&kin| unit.iter().map(move |&piece| self.odds[piece][kin]));
        best.fold(-CERTAIN, f32::max)
    }

    fn leaders(&self, piece: usize, open: &[usize]) -> Leaders {
        let mut leaders = Leaders {
            first: (usize::MAX, -CERTAIN),
            second: -CERTAIN,
        };
        for &item in open {
            let odds = self.odds[piece][item];
            if odds > leaders.first.1 {
                leaders = Leaders {
                    first: (item, odds),
                    second: leaders.first.1,
                };
            } else {
                leaders.second = leaders.second.max(odds);
            }
        }
        leaders
    }
}

/// The best item of a piece with its log-odds, and the log-odds of the runner-up.
struct Leaders {
    first: (usize, f32),
    second: f32,
}
