//! How many of an item's own words and figures turn up anywhere in a stretch of speech. An insight
//! of three figures is seldom said in one clause.

use std::collections::{BTreeMap, BTreeSet};

use super::items::Item;
use super::spoken::number_keys;
use super::words::{content_stems, words};

/// Own words of an item count up to this many.
const OWN_LIMIT: usize = 3;

/// Shared figures count up to this many.
const FIGURES_LIMIT: usize = 3;

/// An item is known by the figures of its text and of the first way to say it.
const FIGURES_IN: usize = 2;

/// The words of all items.
pub(crate) struct Coverage {
    /// In how many items each stem stands.
    spread: BTreeMap<String, usize>,
    items: Vec<Own>,
}

struct Own {
    /// Stems by phrasing.
    phrasings: Vec<Vec<String>>,
    /// How many phrasings hold each stem.
    stems: BTreeMap<String, usize>,
    figures: BTreeSet<String>,
}

/// What of an item was said.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Covered {
    /// Share of the best phrasing, by weight of its words.
    pub(crate) phrasing: f32,
    /// The same over the two best.
    pub(crate) two: f32,
    /// Share of all words of the item.
    pub(crate) item: f32,
    /// Words said that no other item has.
    pub(crate) own: f32,
    /// Figures of the item that were said.
    pub(crate) figures: f32,
    /// Their share of its figures.
    pub(crate) figures_share: f32,
}

impl Coverage {
    /// Indexes the items.
    pub(crate) fn new(items: &[Item]) -> Self {
        let items: Vec<Own> = items.iter().map(Own::new).collect();
        let mut spread = BTreeMap::new();
        for stem in items.iter().flat_map(|item| item.stems.keys()) {
            *spread.entry(stem.clone()).or_insert(0) += 1;
        }
        Self { spread, items }
    }

    /// What of every item was said in these words.
    pub(crate) fn of(&self, said: &[String]) -> Vec<Covered> {
        let stems: BTreeSet<String> = content_stems(said)
            .into_iter()
            .filter(|s| is_word(s))
            .collect();
        let figures = number_keys(said);
        let covered = |own: &Own| self.covered(own, &stems, &figures);
        self.items.iter().map(covered).collect()
    }

    fn covered(&self, own: &Own, said: &BTreeSet<String>, figures: &BTreeSet<String>) -> Covered {
        let mut shares: Vec<f32> = own
            .phrasings
            .iter()
            .map(|stems| {
                let each = stems.iter().map(|stem| (stem, 1));
                self.share(each, said)
            })
            .collect();
        shares.sort_by(|a, b| b.total_cmp(a));
        let best = shares.first().copied().unwrap_or(0.0);
        let rare =
            |stem: &&String| own.stems.contains_key(*stem) && self.spread.get(*stem) == Some(&1);
        let shared = own.figures.intersection(figures).count();
        Covered {
            phrasing: best,
            two: f32::midpoint(best, shares.get(1).copied().unwrap_or(best)),
            item: self.share(own.stems.iter().map(|(stem, n)| (stem, *n)), said),
            own: count(said.iter().filter(rare).count().min(OWN_LIMIT)),
            figures: count(shared.min(FIGURES_LIMIT)),
            figures_share: count(shared) / count(own.figures.len().max(1)),
        }
    }

    /// The weight of the stems that were said in that of all.
    fn share<'a>(
        &self,
        stems: impl Iterator<Item = (&'a String, usize)>,
        said: &BTreeSet<String>,
    ) -> f32 {
        let (mut all, mut met) = (0.0, 0.0);
        for (stem, times) in stems {
            let spread = count(self.spread.get(stem).copied().unwrap_or(0)) + 0.5;
            let weight = count(times) * (1.0 + count(self.items.len()) / spread).ln();
            all += weight;
            if said.contains(stem) {
                met += weight;
            }
        }
        if all > 0.0 { met / all } else { 0.0 }
    }
}

impl Own {
    fn new(item: &Item) -> Self {
        let spoken: Vec<Vec<String>> = item.phrasings.iter().map(|text| words(text)).collect();
        let phrasings: Vec<Vec<String>> = spoken.iter().map(|words| distinct(words)).collect();
        let mut stems = BTreeMap::new();
        for stem in phrasings.iter().flatten() {
            *stems.entry(stem.clone()).or_insert(0) += 1;
        }
        let figures = spoken
            .iter()
            .take(FIGURES_IN)
            .flat_map(|words| number_keys(words));
        Self {
            phrasings: phrasings
                .into_iter()
                .filter(|stems| !stems.is_empty())
                .collect(),
            stems,
            figures: figures.collect(),
        }
    }
}

fn distinct(words: &[String]) -> Vec<String> {
    let stems: BTreeSet<String> = content_stems(words)
        .into_iter()
        .filter(|s| is_word(s))
        .collect();
    stems.into_iter().collect()
}

fn is_word(stem: &str) -> bool {
    !stem.contains(|c: char| c.is_ascii_digit())
}

fn count(of: usize) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    let count = of as f32;
    count
}
