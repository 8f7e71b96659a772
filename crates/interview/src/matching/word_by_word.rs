//! Two texts compared word by word: for each word of one the nearest word of the other, rare words
//! counting more. Finds an idea that is spread over a long stretch of speech.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use ndarray::{Array2, ArrayView2, Axis, concatenate};

use super::meaning::Meant;
use super::wordpiece::pieces;
use super::words::STOP;

/// A word that carries no topic counts this much of what its rareness would give it.
const STOP_SHARE: f32 = 0.1;

/// Nearness by words: how much of the phrasing was said, how much of what was said bears on the
/// phrasing, and the mean of both for the best phrasing.
pub(crate) type ByWord = [f32; 3];

/// The words of all phrasings of a bank.
pub(crate) struct Words {
    near: Array2<f32>,
    weights: Vec<f32>,
    phrasings: Vec<Range<usize>>,
    spread: BTreeMap<u32, usize>,
}

impl Words {
    /// Indexes the phrasings.
    pub(crate) fn new(phrasings: &[Meant]) -> Self {
        let mut spread: BTreeMap<u32, usize> = BTreeMap::new();
        for meant in phrasings {
            let mut ids = meant.ids.clone();
            ids.sort_unstable();
            ids.dedup();
            for id in ids {
                *spread.entry(id).or_default() += 1;
            }
        }
        let views: Vec<ArrayView2<f32>> = phrasings.iter().map(|m| m.near.view()).collect();
        let near = concatenate(Axis(0), &views).unwrap_or_default();
        let mut from = 0;
        let ranges = phrasings.iter().map(|meant| {
            let own = from..from + meant.near.nrows();
            from = own.end;
            own
        });
        let ranges: Vec<_> = ranges.collect();
        let mut words = Self {
            near,
            weights: Vec::new(),
            phrasings: ranges,
            spread,
        };
        words.weights = phrasings.iter().flat_map(|m| words.weigh(m)).collect();
        words
    }

    /// A weight for each row of a text.
    fn weigh(&self, meant: &Meant) -> Vec<f32> {
        #[allow(clippy::cast_precision_loss, reason = "counts of phrasings")]
        let weight = |id: &u32| {
            let all = self.phrasings.len() as f32 + 1.0;
            let spread = self.spread.get(id).copied().unwrap_or(0) as f32 + 0.5;
            let rare = (all / spread).ln().max(0.0);
            if is_stop(*id) {
                STOP_SHARE * rare
            } else {
                rare
            }
        };
        meant
            .ids
            .iter()
            .take(meant.near.nrows())
            .map(weight)
            .collect()
    }

    /// Compares stretches of speech, made of neighbouring texts, with every phrasing.
    pub(crate) fn compare(&self, texts: &[Meant], stretches: &[Range<usize>]) -> Vec<Vec<ByWord>> {
        let compared: Vec<Compared> = texts.iter().map(|text| self.compare_one(text)).collect();
        let stretch = |at: &Range<usize>| self.join(&compared[at.clone()]);
        stretches.iter().map(stretch).collect()
    }

    fn compare_one(&self, text: &Meant) -> Compared {
        if text.near.nrows() == 0 || self.near.nrows() == 0 {
            return Compared {
                said: vec![0.0; self.near.nrows()],
                bears: vec![0.0; self.phrasings.len()],
                weight: 0.0,
            };
        }
        let products = text.near.dot(&self.near.t());
        let weights = self.weigh(text);
        let said = products.fold_axis(Axis(0), 0f32, |a, b| a.max(*b)).to_vec();
        let mut bears = vec![0.0; self.phrasings.len()];
        for (row, weight) in products.rows().into_iter().zip(&weights) {
            let row = row.to_slice().unwrap_or(&[]);
            for (sum, own) in bears.iter_mut().zip(&self.phrasings) {
                let own = row.get(own.clone()).unwrap_or(&[]);
                *sum += weight * own.iter().fold(0f32, |a, b| a.max(*b));
            }
        }
        Compared {
            said,
            bears,
            weight: weights.iter().sum(),
        }
    }

    /// All of a stretch against every phrasing.
    fn join(&self, texts: &[Compared]) -> Vec<ByWord> {
        let weight: f32 = texts.iter().map(|text| text.weight).sum();
        let share = |sum: f32, of: f32| if of > 0.0 { sum / of } else { 0.0 };
        let each = self.phrasings.iter().enumerate().map(|(phrasing, own)| {
            let bears: f32 = texts.iter().map(|text| text.bears[phrasing]).sum();
            let own_weight: f32 = self.weights[own.clone()].iter().sum();
            let said: f32 = own
                .clone()
                .map(|at| {
                    let most = texts.iter().map(|text| text.said[at]).fold(0f32, f32::max);
                    self.weights[at] * most
                })
                .sum();
            let (said, bears) = (share(said, own_weight), share(bears, weight));
            [said, bears, f32::midpoint(said, bears)]
        });
        each.collect()
    }
}

/// One text against all phrasings.
struct Compared {
    /// By word of the phrasings: the nearest word of the text.
    said: Vec<f32>,
    /// By phrasing: the weighted sum over the words of the text of their nearest word in it.
    bears: Vec<f32>,
    /// Weight of all words of the text.
    weight: f32,
}

fn is_stop(id: u32) -> bool {
    static IDS: LazyLock<Vec<u32>> = LazyLock::new(|| {
        let mut ids: Vec<u32> = STOP.split_whitespace().flat_map(pieces).collect();
        ids.sort_unstable();
        ids
    });
    IDS.binary_search(&id).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::meaning::meant;
    use super::*;

    #[test]
    fn words_spread_over_two_clauses_meet_their_phrasing() {
        let texts = |all: &[&str]| meant(&all.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>());
        let phrasings = texts(&[
            "leases of station cafes run out soon",
            "bread is losing guests",
        ]);
        let words = Words::new(&phrasings);
        let said = texts(&["the best shops at stations", "have the shortest leases"]);
        let compared = words.compare(&said, &[0..1, 1..2, 0..2]);
        let told = |at: usize| compared[at][0][0];
        assert!(told(2) > told(0) && told(2) > told(1));
        assert!(compared[2][0][2] > compared[2][1][2]);
    }

    #[test]
    fn nothing_said_bears_on_nothing() {
        let phrasings = meant(&["leases run out".to_owned()]);
        let said = meant(&[String::new()]);
        let compared = Words::new(&phrasings).compare(&said, &[0..1, 0..0]);
        assert_eq!(compared, vec![vec![[0.0; 3]]; 2]);
    }
}
