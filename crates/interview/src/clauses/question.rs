//! Questions, with or without their mark.

use super::Range;
use crate::tokens::{Token, mark, word};

/// Words that may stand before the question proper.
const LEAD_INS: &[&str] = &[
    "and", "so", "then", "also", "okay", "ok", "um", "uh", "erm", "well", "but", "or", "maybe",
    "first", "second", "third", "firstly", "secondly", "thirdly", "finally", "lastly", "just",
    "please", "sorry", "alright", "right", "yes", "yeah", "now", "next", "hi", "hello", "thanks",
    "hmm", "like", "to", "start", "with", "one", "question", "quick", "more", "my", "is",
    "another", "thing",
];

/// Lead-ins read before giving up: a longer preamble is a statement.
const LEAD_INS_MAX: usize = 8;

/// Verbs that open a yes-or-no question when a subject follows.
const AUXILIARIES: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "can", "could", "may", "might", "will",
    "would", "should", "have", "has", "am", "isn't", "aren't", "don't", "doesn't",
];

/// Subjects after an auxiliary.
const SUBJECTS: &[&str] = &[
    "we",
    "you",
    "i",
    "they",
    "it",
    "there",
    "the",
    "this",
    "that",
    "our",
    "their",
    "he",
    "she",
    "any",
    "these",
    "those",
    "all",
    "customers",
    "competitors",
    "prices",
    "anyone",
    "its",
    "some",
    "your",
    "both",
];

/// What follows a question word in a question.
const AFTER_QUESTION_WORD: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
    "can",
    "could",
    "would",
    "should",
    "will",
    "has",
    "have",
    "kind",
    "sort",
    "type",
    "kinds",
    "types",
    "much",
    "many",
    "long",
    "big",
    "large",
    "far",
    "fast",
    "often",
    "quickly",
    "about",
    "share",
    "percentage",
    "exactly",
    "else",
    "time",
    "high",
    "old",
    "soon",
    "happened",
    "happens",
    "drives",
    "drove",
    "makes",
    "counts",
    "full",
];

/// Phrases that ask without asking.
const ASKING: &[&[&str]] = &[
    &["do", "we", "know"],
    &["do", "you", "know"],
    &["do", "we", "have"],
    &["do", "you", "have"],
    &["could", "i", "ask"],
    &["can", "i", "ask"],
    &["may", "i", "ask"],
    &["could", "you", "tell"],
    &["can", "you", "tell"],
    &["can", "you", "share"],
    &["could", "you", "share"],
    &["i'd", "like", "to", "know"],
    &["i", "would", "like", "to", "know"],
    &["i'd", "like", "to", "understand"],
    &["i", "would", "like", "to", "understand"],
    &["i", "want", "to", "know"],
    &["i", "want", "to", "understand"],
    &["i", "wonder"],
    &["was", "wondering"],
    &["i'm", "wondering"],
    &["my", "question", "is"],
    &["i'd", "ask"],
    &["i", "would", "ask"],
    &["i'd", "like", "to", "ask"],
    &["i", "need", "to", "know"],
    &["tell", "me"],
    &["curious"],
    &["am", "i", "right"],
];

/// The questions of one sentence: the whole of it, or its halves when both ask.
pub(super) fn in_sentence(tokens: &[Token], sentence: Range) -> Vec<Range> {
    let mut starts = vec![sentence.start];
    for index in sentence.start + 1..sentence.end {
        let joint = matches!(word(tokens, index), "and" | "or") || mark(tokens, index, ',');
        if joint && index + 1 < sentence.end && asks_at(tokens, index + 1, false) {
            starts.push(index + 1);
        }
    }
    let marked = mark(tokens, sentence.end - 1, '?');
    let ends = starts.iter().skip(1).copied().chain([sentence.end]);
    let halves: Vec<Range> = starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(a, b)| a..b)
        .collect();
    let last = halves.len() - 1;
    halves
        .into_iter()
        .enumerate()
        .filter(|(index, half)| *index == last && marked || asks(tokens, half))
        .map(|(_, half)| trimmed(tokens, half))
        .collect()
}

/// Without the joint that led to the next half.
fn trimmed(tokens: &[Token], mut half: Range) -> Range {
    while half.end > half.start + 1
        && (matches!(word(tokens, half.end - 1), "and" | "or") || mark(tokens, half.end - 1, ','))
    {
        half.end -= 1;
    }
    half
}

fn asks(tokens: &[Token], range: &Range) -> bool {
    let phrase = ASKING.iter().any(|phrase| {
        range.clone().any(|i| {
            i + phrase.len() <= range.end
                && phrase
                    .iter()
                    .enumerate()
                    .all(|(n, w)| word(tokens, i + n) == *w)
        })
    });
    phrase || asks_at(tokens, range.start, true)
}

/// Whether a question starts at `index`, past a few lead-ins when `led`.
fn asks_at(tokens: &[Token], index: usize, led: bool) -> bool {
    for at in index..index + LEAD_INS_MAX {
        if opens(tokens, at) {
            return true;
        }
        let skip = LEAD_INS.contains(&word(tokens, at)) || mark(tokens, at, ',');
        if !led || !skip {
            return false;
        }
    }
    false
}

fn opens(tokens: &[Token], at: usize) -> bool {
    let (first, next) = (word(tokens, at), word(tokens, at + 1));
    match first {
        "what" | "who" | "where" | "when" | "why" | "how" => AFTER_QUESTION_WORD.contains(&next),
        "what's" | "how's" | "who's" | "where's" => true,
        "which" => {
            let asked = |i: usize| {
                AUXILIARIES.contains(&word(tokens, i)) && SUBJECTS.contains(&word(tokens, i + 1))
            };
            let noun = !AUXILIARIES.contains(&next) && !next.ends_with('s') && !next.is_empty();
            let verb = |i: usize| AUXILIARIES.contains(&word(tokens, i));
            next == "of" || (at + 2..at + 5).any(|i| asked(i) || noun && verb(i))
        }
        "whether" => at == 0 && !next.is_empty(),
        _ => AUXILIARIES.contains(&first) && SUBJECTS.contains(&next),
    }
}
