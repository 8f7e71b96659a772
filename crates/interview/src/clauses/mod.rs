//! Cuts an utterance into clauses, and finds questions and signposts in it. Knows nothing of the
//! case: what a clause is about is for the matcher to say.

mod question;
mod signpost;

#[cfg(test)]
mod tests;

use crate::Span;
use crate::tokens::{self, Kind, Token, mark, word};

/// Clauses cut from one utterance; a longer one keeps its tail in the last clause.
pub const CLAUSES_MAX: usize = 256;

/// Words on either side of a comma that make each side a phrase of its own.
const PHRASE_WORDS_MIN: usize = 3;

/// Words on either side of a joining word such as `and then`.
const JOINED_WORDS_MIN: usize = 3;

/// A clause without any mark is cut at `and` once it is longer than this many words.
const RUN_WORDS_MAX: usize = 22;

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e", "g", "i", "vs", "approx", "etc", "mr", "ms", "dr", "no", "ca",
];

/// Words that open a clause of their own when enough was said before them.
const OPENERS: &[&str] = &[
    "but",
    "whereas",
    "however",
    "although",
    "though",
    "also",
    "secondly",
    "thirdly",
    "fourthly",
    "finally",
    "lastly",
    "then",
    "besides",
    "furthermore",
    "moreover",
    "additionally",
    "alternatively",
    "meanwhile",
    "otherwise",
    "because",
    "unless",
    "therefore",
];

/// Words that open a clause after `and`, `so` or `or`.
const AFTER_JOINT: &[&str] = &[
    "i", "we", "you", "they", "he", "she", "it", "then", "also", "second", "third", "fourth",
    "finally", "lastly", "there", "that", "this", "what", "how", "which", "who", "whether", "if",
    "i'd", "i'll", "i'm", "we're", "we'd", "they're", "that's", "it's", "do", "does", "is", "are",
    "can", "could", "let", "let's", "maybe", "perhaps", "another", "the", "our", "their",
];

/// Cuts `text` into clauses, in order, trimmed of white space and of the marks between them.
#[must_use]
pub fn cut(text: &str) -> Vec<Span> {
    let tokens = tokens::cut(text);
    let mut clauses = Vec::new();
    for sentence in sentences(&tokens) {
        for part in parts(&tokens, sentence) {
            push(&tokens, part, &mut clauses);
        }
    }
    clauses
}

/// Questions, with or without a question mark, in order.
#[must_use]
pub fn questions(text: &str) -> Vec<Span> {
    let tokens = tokens::cut(text);
    sentences(&tokens)
        .into_iter()
        .flat_map(|sentence| question::in_sentence(&tokens, sentence))
        .filter_map(|range| span(&tokens, range))
        .take(CLAUSES_MAX)
        .collect()
}

/// Words that tell the listener where the speech stands: `first`, `two things`, `to sum up`.
#[must_use]
pub fn signposts(text: &str) -> Vec<Span> {
    let tokens = tokens::cut(text);
    signpost::find(&tokens)
        .into_iter()
        .filter_map(|range| span(&tokens, range))
        .take(CLAUSES_MAX)
        .collect()
}

/// A stretch of tokens.
pub(crate) type Range = std::ops::Range<usize>;

fn span(tokens: &[Token], range: Range) -> Option<Span> {
    let (first, last) = (
        tokens.get(range.start)?,
        tokens.get(range.end.checked_sub(1)?)?,
    );
    Some(Span {
        start: first.at.start,
        end: last.at.end,
    })
}

/// Stretches between full stops, question marks, semicolons, colons, spaced dashes and line ends.
pub(crate) fn sentences(tokens: &[Token]) -> Vec<Range> {
    let (mut found, mut start) = (Vec::new(), 0);
    for index in 0..tokens.len() {
        if index > start && tokens[index].opens_line {
            found.push(start..index);
            start = index;
        }
        if ends_sentence(tokens, index) {
            found.push(start..index + 1);
            start = index + 1;
        }
    }
    found.push(start..tokens.len());
    found.retain(|range| range.clone().any(|i| tokens[i].kind != Kind::Mark));
    found
}

fn ends_sentence(tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    if token.kind != Kind::Mark {
        return false;
    }
    let next_glued = tokens.get(index + 1).is_some_and(|t| t.glued);
    match token.text.as_str() {
        "!" | "?" | ";" | "\u{2026}" => true,
        ":" => !next_glued,
        "." => {
            let before = index.checked_sub(1).map_or("", |i| word(tokens, i));
            !next_glued && !ABBREVIATIONS.contains(&before)
        }
        "-" => !token.glued && !next_glued && index > 0 && !between_numbers(tokens, index),
        _ => false,
    }
}

fn between_numbers(tokens: &[Token], index: usize) -> bool {
    let number = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t| t.kind == Kind::Number || t.is('%'))
    };
    number(index - 1) || number(index + 1)
}

/// Cuts one sentence at joining words, at commas between phrases, and at `and` in a long run.
fn parts(tokens: &[Token], sentence: Range) -> Vec<Range> {
    let (mut found, mut start) = (Vec::new(), sentence.start);
    for index in sentence.clone() {
        let before = |least| words(tokens, start..index, least);
        let after = |least| words(tokens, index..sentence.end, least);
        let joins =
            opens_clause(tokens, index) && before(JOINED_WORDS_MIN) && after(JOINED_WORDS_MIN + 1);
        let comma = mark(tokens, index, ',')
            && before(PHRASE_WORDS_MIN)
            && words(
                tokens,
                up_to_comma(tokens, index + 1..sentence.end),
                PHRASE_WORDS_MIN,
            );
        let run = matches!(word(tokens, index), "and" | "so" | "or")
            && before(JOINED_WORDS_MIN * 2)
            && after(JOINED_WORDS_MIN * 2 + 1)
            && words(tokens, start..sentence.end, RUN_WORDS_MAX + 1);
        if joins || comma || run {
            found.push(start..index);
            start = if comma { index + 1 } else { index };
        }
    }
    found.push(start..sentence.end);
    found
}

fn opens_clause(tokens: &[Token], index: usize) -> bool {
    let next = word(tokens, index + 1);
    match word(tokens, index) {
        "and" | "so" | "or" => AFTER_JOINT.contains(&next),
        "plus" | "on" => matches!(next, "we" | "i" | "the" | "there" | "top"),
        opener => {
            let joined = index
                .checked_sub(1)
                .is_some_and(|i| matches!(word(tokens, i), "and" | "so" | "or" | "but"));
            OPENERS.contains(&opener) && !joined
        }
    }
}

fn up_to_comma(tokens: &[Token], range: Range) -> Range {
    let end = range
        .clone()
        .take(PHRASE_WORDS_MIN * 4)
        .find(|i| mark(tokens, *i, ','))
        .unwrap_or(range.end);
    range.start..end
}

/// Whether a stretch holds at least this many words; looks no further, so that a long sentence
/// costs no more than a short one.
fn words(tokens: &[Token], range: Range, least: usize) -> bool {
    tokens[range]
        .iter()
        .filter(|t| t.kind != Kind::Mark)
        .take(least)
        .count()
        == least
}

/// Adds a clause, trimmed of marks at its ends; a lone word joins the clause before it.
fn push(tokens: &[Token], range: Range, clauses: &mut Vec<Span>) {
    let said = |i: &usize| {
        tokens[*i].kind != Kind::Mark || "%$\u{20ac}\u{a3}()".contains(&tokens[*i].text)
    };
    let (Some(first), Some(last)) = (range.clone().find(said), range.rev().find(said)) else {
        return;
    };
    let made = Span {
        start: tokens[first].at.start,
        end: tokens[last].at.end,
    };
    if clauses.len() < CLAUSES_MAX {
        clauses.push(made);
    } else if let Some(tail) = clauses.last_mut() {
        tail.end = made.end;
    }
}
