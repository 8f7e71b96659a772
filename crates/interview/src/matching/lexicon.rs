//! Word overlap with a set of phrasings: BM25 over stems and TF-IDF over character runs.
//! Knows nothing of meaning; catches rare words and mis-heard ones.

use std::collections::HashMap;

use super::words::{is_stop, stem};

/// BM25 saturation and length weight, the usual ones.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// Shortest and longest character runs compared.
const RUNS: std::ops::RangeInclusive<usize> = 3..=5;

/// A stem or a run of characters, by its hash: terms are only compared, never shown.
type Term = u64;

/// An inverted index: a term's phrasings with the term's weight in each.
#[derive(Debug, Default)]
struct Postings(HashMap<Term, Vec<(usize, f32)>>);

/// An index over phrasings, addressed by their place in the list it was built from.
#[derive(Debug)]
pub(crate) struct Lexicon {
    size: usize,
    stems: Postings,
    runs: Postings,
}

impl Lexicon {
    /// Indexes phrasings given as lower-case words.
    #[must_use]
    pub(crate) fn new(phrasings: &[Vec<String>]) -> Self {
        let size = phrasings.len();
        let stems: Vec<_> = phrasings.iter().map(|words| counts(stems(words))).collect();
        let runs: Vec<_> = phrasings
            .iter()
            .map(|words| counts(char_runs(words)))
            .collect();
        Self {
            size,
            stems: bm25_postings(&stems),
            runs: run_postings(&runs, size),
        }
    }

    /// For each phrasing, how much of the query's weight in stems it holds, about 0 to 1.
    #[must_use]
    pub(crate) fn stem_overlap(&self, words: &[String]) -> Vec<f32> {
        let mut scores = vec![0f32; self.size];
        let mut possible = 0f32;
        for (stem, _) in counts(stems(words)) {
            let Some(found) = self.stems.0.get(&stem) else {
                possible += idf(self.size, 0);
                continue;
            };
            possible += idf(self.size, found.len());
            for &(phrasing, weight) in found {
                scores[phrasing] += weight;
            }
        }
        // The constant keeps one shared word of a one-word question from counting as everything.
        scores
            .iter()
            .map(|score| score / (possible + 4.0))
            .collect()
    }

    /// For each phrasing, the cosine of character runs.
    #[must_use]
    pub(crate) fn run_overlap(&self, words: &[String]) -> Vec<f32> {
        let mut scores = vec![0f32; self.size];
        let mut square = 0f32;
        for (run, count) in counts(char_runs(words)) {
            let found = self.runs.0.get(&run);
            let rarity = run_idf(self.size, found.map_or(0, Vec::len));
            let weight = (1.0 + count.ln()) * rarity;
            square += weight * weight;
            for &(phrasing, other) in found.into_iter().flatten() {
                scores[phrasing] += weight * other;
            }
        }
        let length = square.sqrt().max(f32::MIN_POSITIVE);
        scores.iter().map(|score| score / length).collect()
    }
}

/// How often each term occurs, in the order of terms so that sums are always the same.
fn counts(mut terms: Vec<Term>) -> Vec<(Term, f32)> {
    terms.sort_unstable();
    let mut counts: Vec<(Term, f32)> = Vec::with_capacity(terms.len());
    for term in terms {
        match counts.last_mut() {
            Some((last, count)) if *last == term => *count += 1.0,
            _ => counts.push((term, 1.0)),
        }
    }
    counts
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts of phrasings, far below 2^24"
)]
fn idf(size: usize, holding: usize) -> f32 {
    let (size, holding) = (size as f32, holding as f32);
    (1.0 + (size - holding + 0.5) / (holding + 0.5)).ln()
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts of phrasings, far below 2^24"
)]
fn run_idf(size: usize, holding: usize) -> f32 {
    ((size as f32 + 1.0) / (holding as f32 + 0.5)).ln()
}

type Counted = Vec<(Term, f32)>;

fn held(phrasings: &[Counted]) -> HashMap<Term, usize> {
    let mut held = HashMap::new();
    for (term, _) in phrasings.iter().flatten() {
        *held.entry(*term).or_insert(0) += 1;
    }
    held
}

fn bm25_postings(phrasings: &[Counted]) -> Postings {
    let held = held(phrasings);
    let lengths = phrasings
        .iter()
        .map(|terms| terms.iter().map(|(_, count)| count).sum());
    let lengths: Vec<f32> = lengths.collect();
    #[allow(
        clippy::cast_precision_loss,
        reason = "counts of phrasings, far below 2^24"
    )]
    let mean = lengths.iter().sum::<f32>() / (lengths.len().max(1) as f32);
    let mut postings = Postings::default();
    for (at, terms) in phrasings.iter().enumerate() {
        let norm = K1 * (1.0 - B + B * lengths[at] / mean.max(1.0));
        for (term, count) in terms {
            let weight = idf(phrasings.len(), held[term]) * count * (K1 + 1.0) / (count + norm);
            postings.0.entry(*term).or_default().push((at, weight));
        }
    }
    postings
}

fn run_postings(phrasings: &[Counted], size: usize) -> Postings {
    let held = held(phrasings);
    let mut postings = Postings::default();
    for (at, terms) in phrasings.iter().enumerate() {
        let weigh =
            |(term, count): &(Term, f32)| (*term, (1.0 + count.ln()) * run_idf(size, held[term]));
        let weighted: Counted = terms.iter().map(weigh).collect();
        let length = weighted.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        for (term, weight) in weighted {
            let share = weight / length.max(f32::MIN_POSITIVE);
            postings.0.entry(term).or_default().push((at, share));
        }
    }
    postings
}

/// FNV-1a, 64 bits: the same on every machine and run.
fn hash(text: impl Iterator<Item = char>) -> Term {
    text.fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

fn stems(words: &[String]) -> Vec<Term> {
    let topics = words.iter().filter(|word| !is_stop(word));
    topics.map(|word| hash(stem(word).chars())).collect()
}

/// Runs of three to five characters inside ` word `, stop words left out.
fn char_runs(words: &[String]) -> Vec<Term> {
    let mut runs = Vec::new();
    for word in words.iter().filter(|word| !is_stop(word)) {
        let padded: Vec<char> = std::iter::once(' ')
            .chain(word.chars())
            .chain([' '])
            .collect();
        for length in RUNS {
            runs.extend(padded.windows(length).map(|run| hash(run.iter().copied())));
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn lexicon() -> Lexicon {
        let texts = [
            "How large is the market?",
            "Who are the competitors?",
            "What is the price?",
        ];
        Lexicon::new(&texts.map(words))
    }

    #[test]
    fn a_shared_rare_stem_scores_highest() {
        let scores = lexicon().stem_overlap(&words("tell me about competitor moves"));
        assert!(scores[1] > 0.1, "{scores:?}");
        assert_eq!((scores[0], scores[2]), (0.0, 0.0));
    }

    #[test]
    fn a_misheard_word_still_overlaps_in_runs() {
        let scores = lexicon().run_overlap(&words("the competetors"));
        assert!(scores[1] > scores[0] && scores[1] > scores[2], "{scores:?}");
    }

    #[test]
    fn an_empty_index_and_an_empty_query_give_nothing() {
        assert!(Lexicon::new(&[]).stem_overlap(&words("price")).is_empty());
        assert_eq!(lexicon().run_overlap(&[]), vec![0.0; 3]);
    }
}
