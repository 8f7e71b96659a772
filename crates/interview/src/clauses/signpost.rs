//! Signposts: words that tell the listener where the speech stands.

use super::Range;
use crate::tokens::{Kind, Token, mark, word};

/// Words that open a point when they stand at its head.
const HEADS: &[&str] = &[
    "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth",
    "finally", "lastly", "last", "next",
];

/// Words that may stand before a head.
const BEFORE_HEAD: &[&str] = &[
    "and", "so", "then", "my", "the", "okay", "ok", "well", "but",
];

/// Whole phrases.
const PHRASES: &[&[&str]] = &[
    &["to", "sum", "up"],
    &["in", "summary"],
    &["to", "summarise"],
    &["to", "summarize"],
    &["in", "conclusion"],
    &["to", "conclude"],
    &["to", "recap"],
    &["to", "begin", "with"],
    &["to", "start", "with"],
    &["first", "of", "all"],
    &["on", "the", "one", "hand"],
    &["on", "the", "other", "hand"],
    &["number", "one"],
    &["number", "two"],
    &["number", "three"],
    &["my", "recommendation", "is"],
    &["bottom", "line"],
    &["moving", "on"],
    &["let", "me", "start"],
    &["let's", "start"],
    &["turning", "to"],
    &["last", "but", "not", "least"],
];

/// Counts that announce a list.
const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "2", "3", "4", "5", "6",
];

/// Words that stand between the count and what is counted.
const COUNT_ADJECTIVES: &[&str] = &["main", "key", "big", "quick", "broad", "major", "different"];

/// What a list is announced as.
const COUNTED: &[&str] = &[
    "things",
    "areas",
    "buckets",
    "parts",
    "reasons",
    "branches",
    "levers",
    "points",
    "steps",
    "questions",
    "drivers",
    "factors",
    "pieces",
    "topics",
    "blocks",
    "pillars",
    "groups",
    "ideas",
    "observations",
    "messages",
    "categories",
    "themes",
    "ways",
];

/// The signposts in `tokens`, in order.
pub(super) fn find(tokens: &[Token]) -> Vec<Range> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        match phrase(tokens, at)
            .or_else(|| announced(tokens, at))
            .or_else(|| head(tokens, at))
        {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn phrase(tokens: &[Token], at: usize) -> Option<usize> {
    PHRASES
        .iter()
        .find(|phrase| {
            phrase
                .iter()
                .enumerate()
                .all(|(n, w)| word(tokens, at + n) == *w)
        })
        .map(|phrase| at + phrase.len())
}

/// `three main areas`.
fn announced(tokens: &[Token], at: usize) -> Option<usize> {
    let count = tokens.get(at).filter(|t| t.kind != Kind::Mark)?;
    if !COUNTS.contains(&count.text.as_str()) {
        return None;
    }
    let noun = at + 1 + usize::from(COUNT_ADJECTIVES.contains(&word(tokens, at + 1)));
    COUNTED.contains(&word(tokens, noun)).then_some(noun + 1)
}

/// `first`, at the head of a point or set off by a comma.
fn head(tokens: &[Token], at: usize) -> Option<usize> {
    if !HEADS.contains(&word(tokens, at)) {
        return None;
    }
    let mut before = at;
    while before > 0 && BEFORE_HEAD.contains(&word(tokens, before - 1)) {
        before -= 1;
    }
    let opens = before == 0 || tokens[before - 1].kind == Kind::Mark || tokens[before].opens_line;
    let adverb = word(tokens, at).ends_with("ly");
    (opens || adverb || mark(tokens, at + 1, ',')).then_some(at + 1)
}
