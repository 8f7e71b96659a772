//! The phrasings of a case, indexed once, and how near a piece of text comes to each item.
//! Decides nothing: `fusion` turns nearness into probability.

use std::collections::BTreeSet;
use std::ops::Range;

use super::coverage::{Coverage, Covered};
use super::items::Item;
use super::lexicon::Lexicon;
use super::meaning::{Meant, Vector, meant, shown};
use super::spoken::number_keys;
use super::transformer::WIDTH;
use super::weights::Fitted;
use super::word_by_word::{ByWord, Words};
use super::words::{content_stems, words};

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

/// What a phrasing is to its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A way to say it.
    Own,
    /// Its keywords, taken for one more way to say it.
    Keywords,
    /// A way to say the opposite.
    Opposite,
    /// What it is answered with.
    Answer,
}

struct Phrasing {
    item: usize,
    role: Role,
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
    by_word: Words,
    coverage: Coverage,
    common: Vector,
    keywords: Vec<Vec<Vec<String>>>,
    numbers: Vec<BTreeSet<String>>,
    kin: Vec<Vec<usize>>,
    fitted: Fitted,
}

/// A stretch of speech measured against every item of a bank.
pub(crate) struct Measured {
    /// One per item.
    pub(crate) features: Vec<Features>,
    /// One per item: nearness to the nearest opposite phrasing less that to the nearest own one,
    /// by meaning and by character runs; `None` without opposite phrasings.
    pub(crate) opposite_lead: Vec<Option<(f32, f32)>>,
    /// One per item: the best of its phrasings word by word.
    pub(crate) by_word: Vec<ByWord>,
    /// One per item: nearness in meaning to what it is answered with.
    pub(crate) answer: Vec<f32>,
}

/// A stretch of speech: its words and which of the neighbouring clauses it is made of.
pub(crate) struct Stretch {
    pub(crate) words: Vec<String>,
    pub(crate) clauses: Range<usize>,
}

impl Bank {
    /// Indexes `items`.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        let texts = phrasings_of(&items);
        let spoken: Vec<Vec<String>> = texts.iter().map(|(_, _, text)| words(text)).collect();
        let shown: Vec<String> = texts.iter().map(|(_, _, text)| shown(text)).collect();
        let meant = meant(&shown);
        let plain: Vec<Vector> = meant
            .iter()
            .map(|one| Meant::together(std::slice::from_ref(one)))
            .collect();
        let common = mean(
            texts
                .iter()
                .zip(&plain)
                .filter_map(|((_, role, _), vector)| (*role != Role::Answer).then_some(vector)),
        );
        let phrasing = |((item, role, _), plain): (&(usize, Role, String), &Vector)| Phrasing {
            item: *item,
            role: *role,
            shared: plain.dot(&common),
            length: apart_length(plain, &common),
            vector: plain.clone(),
        };
        Self {
            phrasings: texts.iter().zip(&plain).map(phrasing).collect(),
            lexicon: Lexicon::new(&spoken),
            by_word: Words::new(&meant),
            coverage: Coverage::new(&items),
            common,
            keywords: items.iter().map(keyword_stems).collect(),
            numbers: items.iter().map(item_numbers).collect(),
            kin: (0..items.len()).map(|at| kin(&items, at)).collect(),
            fitted: Fitted::RELEASE,
            items,
        }
    }

    /// The same items, weighed otherwise than in this release: for measuring with a case left out.
    #[must_use]
    pub fn weighed(self, fitted: Fitted) -> Self {
        Self { fitted, ..self }
    }

    pub(crate) fn fitted(&self) -> &Fitted {
        &self.fitted
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

    /// What of every item was said in these words, wherever it stands among them.
    pub(crate) fn covered(&self, words: &[String]) -> Vec<Covered> {
        self.coverage.of(words)
    }

    /// Measures stretches of speech, made of neighbouring `clauses`, against every item.
    pub(crate) fn measure(&self, clauses: &[Meant], stretches: &[Stretch]) -> Vec<Measured> {
        let ranges: Vec<Range<usize>> = stretches.iter().map(|s| s.clauses.clone()).collect();
        let by_word = self.by_word.compare(clauses, &ranges);
        let each = stretches.iter().zip(&by_word);
        each.map(|(stretch, by_word)| {
            let plain = Meant::together(&clauses[stretch.clauses.clone()]);
            self.measure_one(&stretch.words, &plain, by_word)
        })
        .collect()
    }

    fn measure_one(&self, words: &[String], plain: &Vector, by_word: &[ByWord]) -> Measured {
        let stems = content_stems(words);
        let near = self.nearest(words, plain, by_word);
        let numbers = number_keys(words);
        #[allow(clippy::cast_precision_loss, reason = "a count of words")]
        let length = (1.0 + stems.len() as f32).ln();
        let (runs_lead, meaning_lead) = (leads(&near, |n| n.runs), leads(&near, |n| n.meaning));
        let features = (0..self.items.len()).map(|at| {
            let own = &near[at];
            let keywords = self.keywords[at]
                .iter()
                .filter(|k| k.iter().all(|s| stems.contains(s)));
            #[allow(clippy::cast_precision_loss, reason = "at most two")]
            let keywords = keywords.count().min(KEYWORD_LIMIT) as f32;
            let shared = !numbers.is_disjoint(&self.numbers[at]);
            [
                own.stems,
                own.runs,
                runs_lead[at],
                keywords,
                f32::from(u8::from(shared)),
                length,
                own.meaning,
                own.plain_two(),
                meaning_lead[at],
            ]
        });
        let opposite = near.iter().map(|n| {
            let seen = n.opposite_meaning > f32::MIN;
            seen.then_some((n.opposite_meaning - n.meaning, n.opposite_runs - n.runs))
        });
        Measured {
            features: features.collect(),
            opposite_lead: opposite.collect(),
            by_word: near.iter().map(|n| n.by_word).collect(),
            answer: near.iter().map(|n| n.answer).collect(),
        }
    }

    fn nearest(&self, words: &[String], plain: &Vector, by_word: &[ByWord]) -> Vec<Nearest> {
        let stems = self.lexicon.stem_overlap(words);
        let runs = self.lexicon.run_overlap(words);
        let (shared, length) = (plain.dot(&self.common), apart_length(plain, &self.common));
        let common = COMMON_SHARE * COMMON_SHARE * self.common.dot(&self.common);
        let mut near = vec![Nearest::default(); self.items.len()];
        for (at, phrasing) in self.phrasings.iter().enumerate() {
            let cosine = plain.dot(&phrasing.vector);
            // The cosine of both vectors less the common share, from products already known.
            let apart = cosine - COMMON_SHARE * (shared + phrasing.shared) + common;
            let meaning = apart / (length * phrasing.length).max(f32::MIN_POSITIVE);
            let near = &mut near[phrasing.item];
            match phrasing.role {
                Role::Answer => near.answer = near.answer.max(cosine),
                Role::Opposite => {
                    near.opposite_meaning = near.opposite_meaning.max(meaning);
                    near.opposite_runs = near.opposite_runs.max(runs[at]);
                }
                Role::Own | Role::Keywords => {
                    near.stems = near.stems.max(stems[at]);
                    near.runs = near.runs.max(runs[at]);
                    near.meaning = near.meaning.max(meaning);
                    near.add_plain(cosine);
                    if phrasing.role == Role::Own {
                        near.add_by_word(by_word[at]);
                    }
                }
            }
        }
        near
    }
}

/// Every text of the items, with whose it is and what it is to it.
fn phrasings_of(items: &[Item]) -> Vec<(usize, Role, String)> {
    let mut texts = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let mut add = |role, text: &str| {
            if !text.trim().is_empty() {
                texts.push((at, role, bare(text)));
            }
        };
        item.phrasings.iter().for_each(|text| add(Role::Own, text));
        add(Role::Keywords, &item.keywords.join(" "));
        item.contradicts
            .iter()
            .for_each(|text| add(Role::Opposite, text));
        item.answers.iter().for_each(|text| add(Role::Answer, text));
    }
    texts.truncate(PHRASING_LIMIT);
    texts
}

/// Every text that a bank of these items compares speech with.
#[must_use]
pub fn texts_of(items: &[Item]) -> Vec<String> {
    phrasings_of(items)
        .into_iter()
        .map(|(_, _, text)| text)
        .collect()
}

#[derive(Clone)]
struct Nearest {
    stems: f32,
    runs: f32,
    meaning: f32,
    plain: [f32; 2],
    opposite_meaning: f32,
    opposite_runs: f32,
    by_word: ByWord,
    answer: f32,
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
            by_word: [0.0; 3],
            answer: 0.0,
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

    fn add_by_word(&mut self, by_word: ByWord) {
        for (most, more) in self.by_word.iter_mut().zip(by_word) {
            *most = most.max(more);
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

/// How far each item is ahead of the best other one.
fn leads(near: &[Nearest], measure: impl Fn(&Nearest) -> f32) -> Vec<f32> {
    let (mut first, mut second) = ((usize::MAX, 0f32), 0f32);
    for (at, value) in near.iter().map(&measure).enumerate() {
        if value > first.1 {
            second = first.1;
            first = (at, value);
        } else {
            second = second.max(value);
        }
    }
    let other = |at| if at == first.0 { second } else { first.1 };
    let each = near.iter().enumerate();
    each.map(|(at, own)| measure(own) - other(at)).collect()
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

fn mean<'a>(vectors: impl Iterator<Item = &'a Vector>) -> Vector {
    let mut sum = Vector::zeros(WIDTH);
    let mut count = 0f32;
    for vector in vectors {
        sum += vector;
        count += 1.0;
    }
    sum / count.max(1.0)
}

/// Length of `vector` once the common share is taken away.
fn apart_length(vector: &Vector, common: &Vector) -> f32 {
    let mut left = vector.clone();
    left.scaled_add(-COMMON_SHARE, common);
    left.dot(&left).sqrt()
}
