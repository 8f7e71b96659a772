//! The phrasings of a case, indexed once, and how near a piece of text comes to each item.
//! Decides nothing: `fusion` turns nearness into probability.

use std::collections::BTreeSet;

use super::embedding::{Vector, WIDTH, dot, embed};
use super::items::Item;
use super::lexicon::Lexicon;
use super::spoken::number_keys;
use super::words::{content_stems, without_fillers, words};

/// How many measures there are.
pub(crate) const FEATURES: usize = 9;

/// Nearness of a text to an item: overlap of stems, of character runs, the lead of the latter over the
/// next item, keywords, shared number, length of the text, nearness in meaning, the same over the two
/// nearest phrasings, the lead in meaning.
pub(crate) type Features = [f32; FEATURES];

/// Share of the mean phrasing that is taken from each vector: what all phrasings of a case have in
/// common tells nothing between them (`docs/decisions/001-matcher.md`).
const COMMON_SHARE: f32 = 0.5;

/// Keywords count up to this many.
const KEYWORD_LIMIT: usize = 2;

/// Most phrasings in a bank; a full case has about 400.
const PHRASING_LIMIT: usize = 4_000;

/// Words with which authors open a phrasing that describes instead of saying.
const LEADS: [&str; 24] = [
    "asks about",
    "asks whether",
    "asks if",
    "asks for",
    "asks how",
    "asks what",
    "asks",
    "notes that",
    "notes",
    "identifies that",
    "identifies",
    "suggests",
    "recommends",
    "states that",
    "states",
    "mentions",
    "concludes that",
    "points out that",
    "sees that",
    "breaks",
    "separates",
    "considers",
    "proposes",
    "names",
];

struct Phrasing {
    item: usize,
    opposite: bool,
    vector: Vector,
    /// Product with the mean phrasing.
    shared: f32,
    /// Length once the common share is taken away.
    length: f32,
}

/// An indexed set of items.
pub struct Bank {
    items: Vec<Item>,
    phrasings: Vec<Phrasing>,
    lexicon: Lexicon,
    common: Vector,
    keywords: Vec<Vec<Vec<String>>>,
    numbers: Vec<BTreeSet<String>>,
    kin: Vec<Vec<usize>>,
}

/// A text measured against every item of a bank.
pub struct Measured {
    /// One per item.
    pub features: Vec<Features>,
    /// One per item: nearness to the nearest opposite phrasing less that to the nearest own one,
    /// by meaning and by character runs; `None` without opposite phrasings.
    pub opposite_lead: Vec<Option<(f32, f32)>>,
}

impl Bank {
    /// Indexes `items`.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        let mut texts = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let joined = item.keywords.join(" ");
            let own = item
                .phrasings
                .iter()
                .map(String::as_str)
                .chain([joined.as_str()]);
            texts.extend(own.filter(|t| !t.is_empty()).map(|t| (at, false, bare(t))));
            texts.extend(item.contradicts.iter().map(|t| (at, true, bare(t))));
        }
        texts.truncate(PHRASING_LIMIT);
        let spoken: Vec<Vec<String>> = texts.iter().map(|(_, _, text)| words(text)).collect();
        let plain: Vec<Vector> = spoken.iter().map(|words| embed(&words.join(" "))).collect();
        let common = mean(&plain);
        let phrasing = |((item, opposite, _), plain): (&(usize, bool, String), &Vector)| Phrasing {
            item: *item,
            opposite: *opposite,
            vector: *plain,
            shared: dot(plain, &common),
            length: apart_length(plain, &common),
        };
        Self {
            phrasings: texts.iter().zip(&plain).map(phrasing).collect(),
            lexicon: Lexicon::new(&spoken),
            common,
            keywords: items.iter().map(keyword_stems).collect(),
            numbers: items.iter().map(item_numbers).collect(),
            kin: (0..items.len()).map(|at| kin(&items, at)).collect(),
            items,
        }
    }

    /// Items directly above and below item `at` in the author's tree.
    #[must_use]
    pub fn kin(&self, at: usize) -> &[usize] {
        self.kin.get(at).map_or(&[], Vec::as_slice)
    }

    /// The items, in the order of all results.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Measures `text` against every item.
    #[must_use]
    pub fn measure(&self, text: &str) -> Measured {
        let words = without_fillers(&words(text));
        let stems = content_stems(&words);
        let plain = embed(&words.join(" "));
        let near = self.nearest(&words, &plain);
        let numbers = number_keys(&words);
        #[allow(clippy::cast_precision_loss, reason = "a count of words")]
        let length = (1.0 + stems.len() as f32).ln();
        let features = (0..self.items.len()).map(|at| {
            let own = &near[at];
            let keywords = self.keywords[at]
                .iter()
                .filter(|k| k.iter().all(|s| stems.contains(s)));
            #[allow(clippy::cast_precision_loss, reason = "at most two")]
            let keywords = keywords.count().min(KEYWORD_LIMIT) as f32;
            let shared = !numbers.is_disjoint(&self.numbers[at]);
            let runs_lead = own.runs - best_other(&near, at, |n| n.runs);
            let meaning_lead = own.meaning - best_other(&near, at, |n| n.meaning);
            let two = own.plain_two();
            [
                own.stems,
                own.runs,
                runs_lead,
                keywords,
                f32::from(u8::from(shared)),
                length,
                own.meaning,
                two,
                meaning_lead,
            ]
        });
        let opposite = near.iter().map(|n| {
            let seen = n.opposite_meaning > f32::MIN;
            seen.then_some((n.opposite_meaning - n.meaning, n.opposite_runs - n.runs))
        });
        Measured {
            features: features.collect(),
            opposite_lead: opposite.collect(),
        }
    }

    fn nearest(&self, words: &[String], plain: &Vector) -> Vec<Nearest> {
        let stems = self.lexicon.stem_overlap(words);
        let runs = self.lexicon.run_overlap(words);
        let (shared, length) = (dot(plain, &self.common), apart_length(plain, &self.common));
        let common = COMMON_SHARE * COMMON_SHARE * dot(&self.common, &self.common);
        let mut near = vec![Nearest::default(); self.items.len()];
        for (at, phrasing) in self.phrasings.iter().enumerate() {
            let cosine = dot(plain, &phrasing.vector);
            // The cosine of both vectors less the common share, from products already known.
            let apart = cosine - COMMON_SHARE * (shared + phrasing.shared) + common;
            let meaning = apart / (length * phrasing.length).max(f32::MIN_POSITIVE);
            let near = &mut near[phrasing.item];
            if phrasing.opposite {
                near.opposite_meaning = near.opposite_meaning.max(meaning);
                near.opposite_runs = near.opposite_runs.max(runs[at]);
            } else {
                near.stems = near.stems.max(stems[at]);
                near.runs = near.runs.max(runs[at]);
                near.meaning = near.meaning.max(meaning);
                near.add_plain(cosine);
            }
        }
        near
    }
}

#[derive(Clone)]
struct Nearest {
    stems: f32,
    runs: f32,
    meaning: f32,
    plain: [f32; 2],
    opposite_meaning: f32,
    opposite_runs: f32,
}

impl Default for Nearest {
    fn default() -> Self {
        Self {
            stems: 0.0,
            runs: 0.0,
            meaning: -1.0,
            plain: [-1.0; 2],
            opposite_meaning: f32::MIN,
            opposite_runs: 0.0,
        }
    }
}

impl Nearest {
    fn add_plain(&mut self, cosine: f32) {
        if cosine > self.plain[0] {
            self.plain = [cosine, self.plain[0]];
        } else if cosine > self.plain[1] {
            self.plain[1] = cosine;
        }
    }

    /// Mean of the two nearest phrasings; of the only one when there is one.
    fn plain_two(&self) -> f32 {
        if self.plain[1] < -0.99 {
            self.plain[0]
        } else {
            f32::midpoint(self.plain[0], self.plain[1])
        }
    }
}

fn best_other(near: &[Nearest], at: usize, measure: impl Fn(&Nearest) -> f32) -> f32 {
    let others = near.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, n)| measure(n)).fold(0.0, f32::max)
}

fn bare(phrasing: &str) -> String {
    let low = phrasing.trim().to_lowercase();
    let lead = LEADS.iter().find(|lead| {
        low.strip_prefix(**lead)
            .is_some_and(|rest| rest.starts_with(' '))
    });
    lead.map_or(low.as_str(), |lead| low[lead.len()..].trim_start())
        .to_owned()
}

fn keyword_stems(item: &Item) -> Vec<Vec<String>> {
    let stems = item
        .keywords
        .iter()
        .map(|keyword| content_stems(&words(keyword)));
    stems.filter(|stems| !stems.is_empty()).collect()
}

fn kin(items: &[Item], at: usize) -> Vec<usize> {
    let here = &items[at];
    let related = |other: &&Item| {
        other.kind == here.kind
            && (other.under == here.id || (here.under == other.id && !here.under.is_empty()))
    };
    let places = items.iter().enumerate().filter(|(_, other)| related(other));
    places.map(|(place, _)| place).collect()
}

fn item_numbers(item: &Item) -> BTreeSet<String> {
    item.phrasings
        .iter()
        .flat_map(|text| number_keys(&words(text)))
        .collect()
}

fn mean(vectors: &[Vector]) -> Vector {
    let mut sum = [0f32; WIDTH];
    for vector in vectors {
        for (total, part) in sum.iter_mut().zip(vector) {
            *total += part;
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "a count of phrasings")]
    let count = vectors.len().max(1) as f32;
    sum.map(|total| total / count)
}

/// Length of `vector` once the common share is taken away.
fn apart_length(vector: &Vector, common: &Vector) -> f32 {
    let mut left = *vector;
    for (part, shared) in left.iter_mut().zip(common) {
        *part -= COMMON_SHARE * shared;
    }
    dot(&left, &left).sqrt()
}
