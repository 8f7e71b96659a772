//! From sentences to a whole answer: what all clauses of a stretch of speech together say about each
//! item. A long answer is judged by its best clause, by how often the item led, by how much of the
//! item turns up anywhere, and by what it left to the items beside it.

use super::bank::{Bank, Measured, Stretch};
use super::coverage::Covered;
use super::fusion::{SENTENCE, logit};
use super::items::Item;
use super::meaning::{meant, shown};
use super::opposite;
use super::words::{without_fillers, words};
use crate::Span;

/// How many kinds of evidence there are.
pub const EVIDENCE: usize = 30;

/// What each number of [`Evidence::values`] is.
pub const EVIDENCE_NAMES: [&str; EVIDENCE] = [
    "sentence",
    "meaning",
    "lead",
    "led",
    "kin",
    "opposite",
    "behind",
    "keywords",
    "meaning of two ways",
    "meaning's lead there",
    "meaning's best lead",
    "meaning on two pieces",
    "meaning behind",
    "said by word",
    "bearing by word",
    "both by word",
    "lead in said",
    "lead in bearing",
    "lead in both",
    "answer",
    "answer's lead",
    "length",
    "phrasing covered",
    "two phrasings covered",
    "item covered",
    "own words",
    "lead in phrasing covered",
    "lead in item covered",
    "figures",
    "share of figures",
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

/// Place of nearness in meaning among the features of a sentence.
const MEANING: usize = 6;

/// Place of the two nearest phrasings in meaning.
const TWO: usize = 7;

/// Place of keywords.
const KEYWORDS: usize = 3;

/// Pieces of speech measured once, ready to be weighed.
pub(crate) struct Heard<'a> {
    bank: &'a Bank,
    measured: Vec<Measured>,
    covered: Vec<Covered>,
    /// Log-odds of the sentence model, by piece and item.
    odds: Vec<Vec<f32>>,
    length: f32,
}

/// One number an open item.
type Column = Vec<f32>;

impl<'a> Heard<'a> {
    /// Measures `pieces` of `text`: clauses, and stretches made of them.
    #[must_use]
    pub(crate) fn new(bank: &'a Bank, text: &str, pieces: &[Span]) -> Self {
        let within =
            |outer: &Span, inner: &Span| outer.start <= inner.start && inner.end <= outer.end;
        let holds_another =
            |at: &&Span| pieces.iter().any(|other| other != *at && within(at, other));
        let mut clauses: Vec<Span> = pieces
            .iter()
            .filter(|at| !holds_another(at))
            .copied()
            .collect();
        clauses.sort_by_key(|at| (at.start, at.end));
        clauses.dedup();
        let spoken = |at: &Span| without_fillers(&words(at.of(text)));
        let all: Vec<Vec<String>> = clauses.iter().map(spoken).collect();
        let meant = meant(
            &clauses
                .iter()
                .map(|at| shown(asked(text, at)))
                .collect::<Vec<_>>(),
        );
        let stretches: Vec<Stretch> = pieces
            .iter()
            .map(|piece| {
                let first = clauses.iter().position(|at| within(piece, at)).unwrap_or(0);
                let count = clauses.iter().filter(|at| within(piece, at)).count();
                Stretch {
                    words: spoken(piece),
                    clauses: first..first + count,
                }
            })
            .collect();
        let measured = bank.measure(&meant, &stretches);
        let odds = measured.iter().map(|one| {
            let each = one
                .features
                .iter()
                .map(|f| logit(&SENTENCE, f).clamp(-CERTAIN, CERTAIN));
            each.collect()
        });
        let said = all.concat();
        #[allow(clippy::cast_precision_loss, reason = "a count of words")]
        let length = (1.0 + said.len() as f32).ln();
        Self {
            odds: odds.collect(),
            covered: bank.covered(&said),
            bank,
            measured,
            length,
        }
    }

    /// Weighs the pieces for every item that is `allowed`.
    #[must_use]
    pub(crate) fn weigh(&self, allowed: impl Fn(&Item) -> bool) -> Vec<Evidence> {
        let items = self.bank.items();
        let open: Vec<usize> = (0..items.len()).filter(|&at| allowed(&items[at])).collect();
        if open.is_empty() || self.measured.is_empty() {
            return Vec::new();
        }
        let leaders: Vec<Leaders> = (0..self.measured.len())
            .map(|piece| self.leaders(piece, &open))
            .collect();
        let top = leaders.iter().map(|l| l.first.1).fold(-CERTAIN, f32::max);
        let whole = self.whole(&open);
        let found = open.iter().enumerate().map(|(place, &item)| {
            let piece = self.best(item);
            let mut values = [0.0; EVIDENCE];
            self.by_sentence(&mut values[..8], &leaders, item, piece, top);
            for (value, column) in values[8..].iter_mut().zip(&whole) {
                *value = column[place];
            }
            Evidence {
                item,
                piece,
                values,
                opposite: opposite::is_opposite(self.measured[piece].opposite_lead[item]),
            }
        });
        found.collect()
    }

    fn best(&self, item: usize) -> usize {
        let odds = |piece: &usize| self.odds[*piece][item];
        let best = (0..self.odds.len()).reduce(|a, b| if odds(&b) > odds(&a) { b } else { a });
        best.unwrap_or(0)
    }

    fn by_sentence(
        &self,
        values: &mut [f32],
        leaders: &[Leaders],
        item: usize,
        piece: usize,
        top: f32,
    ) {
        let odds = self.odds[piece][item];
        let leader = &leaders[piece];
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
        let opposite = self.measured[piece].opposite_lead[item];
        let opposite = opposite.map_or(0.0, |(meaning, runs)| (meaning + runs).clamp(-0.5, 0.5));
        let own = [
            odds / CERTAIN,
            self.most(item, MEANING),
            (odds - other).clamp(-CERTAIN, CERTAIN) / CERTAIN,
            led,
            self.kin(item) / CERTAIN,
            opposite,
            (odds - top) / CERTAIN,
            self.most(item, KEYWORDS),
        ];
        values.copy_from_slice(&own);
    }

    /// The evidence from `meaning of two ways` on, a column a kind.
    fn whole(&self, open: &[usize]) -> Vec<Column> {
        let each =
            |value: &dyn Fn(usize) -> f32| open.iter().map(|&item| value(item)).collect::<Column>();
        let meaning = each(&|item| self.most(item, MEANING));
        let behind = meaning.iter().copied().fold(f32::MIN, f32::max);
        let by_word = |kind: usize| {
            each(&|item| {
                let all = self.measured.iter().map(|one| one.by_word[item][kind]);
                all.fold(0.0, f32::max)
            })
        };
        let (said, bears, both) = (by_word(0), by_word(1), by_word(2));
        let answer = each(&|item| {
            let all = self.measured.iter().map(|one| one.answer[item]);
            all.fold(0.0, f32::max)
        });
        let phrasing = each(&|item| self.covered[item].phrasing);
        let whole_item = each(&|item| self.covered[item].item);
        vec![
            each(&|item| self.most(item, TWO)),
            each(&|item| self.meaning_lead(self.best(item), item, open)),
            each(&|item| {
                let pieces = 0..self.measured.len();
                let leads = pieces.map(|piece| self.meaning_lead(piece, item, open));
                leads.fold(-1.0, f32::max)
            }),
            each(&|item| self.two_most(item)),
            meaning.iter().map(|m| m - behind).collect(),
            said.clone(),
            bears.clone(),
            both.clone(),
            leads(&said),
            leads(&bears),
            leads(&both),
            answer.clone(),
            leads(&answer),
            vec![self.length; open.len()],
            phrasing.clone(),
            each(&|item| self.covered[item].two),
            whole_item.clone(),
            each(&|item| self.covered[item].own),
            leads(&phrasing),
            leads(&whole_item),
            each(&|item| self.covered[item].figures),
            each(&|item| self.covered[item].figures_share),
        ]
    }

    fn most(&self, item: usize, feature: usize) -> f32 {
        let each = self.measured.iter().map(|one| one.features[item][feature]);
        each.fold(-1.0, f32::max)
    }

    /// Mean nearness in meaning of the two pieces that are nearest.
    fn two_most(&self, item: usize) -> f32 {
        let mut most = [f32::MIN; 2];
        for one in &self.measured {
            let near = one.features[item][MEANING];
            if near > most[0] {
                most = [near, most[0]];
            } else if near > most[1] {
                most[1] = near;
            }
        }
        if most[1] > f32::MIN {
            f32::midpoint(most[0], most[1])
        } else {
            most[0]
        }
    }

    fn meaning_lead(&self, piece: usize, item: usize, open: &[usize]) -> f32 {
        let near = |at: usize| self.measured[piece].features[at][MEANING];
        let others = open.iter().filter(|&&other| other != item);
        let other = others.map(|&other| near(other)).fold(f32::MIN, f32::max);
        if other > f32::MIN {
            near(item) - other
        } else {
            0.0
        }
    }

    /// The best log-odds among the items directly above and below in the author's tree.
    fn kin(&self, item: usize) -> f32 {
        let kin = self.bank.kin(item).iter();
        let best = kin.flat_map(|&kin| self.odds.iter().map(move |odds| odds[kin]));
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

/// A clause with the mark that makes a question of it.
fn asked<'t>(text: &'t str, at: &Span) -> &'t str {
    let mark = text[at.end..].starts_with('?');
    &text[at.start..at.end + usize::from(mark)]
}

/// How far each is ahead of the best other one; nothing where there is no other.
fn leads(column: &[f32]) -> Column {
    let lead = |at: usize| {
        let others = column.iter().enumerate().filter(|(other, _)| *other != at);
        let other = others.map(|(_, value)| *value).fold(f32::MIN, f32::max);
        if other > f32::MIN {
            column[at] - other
        } else {
            0.0
        }
    };
    (0..column.len()).map(lead).collect()
}
