//! Where a number word is no quantity: labels, lists, pronouns; and where a number is rough or negative.

use super::unit::{currency_before, unit_after};
use super::words::{
    BEFORE_PRONOUN, ENUMERATED, ENUMERATED_ADJECTIVES, LABELS, ROUGH_AFTER, ROUGH_BEFORE,
    scale_word,
};
use crate::tokens::{Kind, Token, mark, word};

/// Largest count that can head a list of points.
const LISTED_MAX: &str = "20";

/// Words after which `minus` is a sign and not a subtraction.
const BEFORE_SIGN: &[&str] = &[
    "is", "are", "was", "be", "at", "of", "to", "equals", "about", "roughly", "around", "nearly",
    "almost", "get", "gets", "gives", "give", "that's", "it's", "makes", "comes", "result",
    "answer", "or", "actually", "a", "say", "by", "lands", "ends", "with", "from", "becomes",
];

/// Words beside a bare `one` that make it a quantity.
const ONE_BESIDE: &[&str] = &[
    "times", "minus", "plus", "equals", "by", "over", "divided", "less",
];

/// Whether the number that starts at `start` and ends before `end` counts no quantity.
pub(super) fn no_quantity(tokens: &[Token], start: usize, end: usize, bare: bool) -> bool {
    glued_to_letters(tokens, start)
        || serial(&tokens[start])
        || list_mark(tokens, start, end)
        || labelled(tokens, start, bare)
        || bare && enumerates(tokens, start, end)
        || bare && pronoun(tokens, start, end)
}

/// `Q1`, `CO2`, `24/7`; but `x45`, `EUR5` and `USD5` hold quantities.
fn glued_to_letters(tokens: &[Token], start: usize) -> bool {
    let glued = tokens[start].kind == Kind::Number && tokens[start].glued;
    let before = start.checked_sub(1).map_or("", |i| word(tokens, i));
    let always = |i: usize| {
        mark(tokens, i + 1, '/')
            && tokens[i].text == "24"
            && tokens.get(i + 2).is_some_and(|t| t.text == "7")
    };
    let round_the_clock = always(start) || start > 1 && always(start - 2);
    let named =
        !before.is_empty() && before != "x" && currency_before(tokens, start.max(1) - 1).is_none();
    glued && named || round_the_clock
}

/// `0417` names something; it counts nothing.
fn serial(token: &Token) -> bool {
    let mut digits = token.text.bytes();
    token.kind == Kind::Number
        && digits.next() == Some(b'0')
        && digits.next().is_some_and(|b| b.is_ascii_digit())
}

/// `1. Demand`, `2) Supply`, `(3) Cost`, and `1st`.
fn list_mark(tokens: &[Token], start: usize, end: usize) -> bool {
    let token = &tokens[start];
    if token.kind != Kind::Number || token.text.contains('.') || end != start + 1 {
        return false;
    }
    let ordinal = tokens
        .get(end)
        .is_some_and(|t| t.glued && matches!(t.word(), "st" | "nd" | "rd" | "th"));
    let small = token.text.len() <= LISTED_MAX.len();
    let closed = mark(tokens, end, ')') && tokens[end].glued;
    let opened = start > 0 && mark(tokens, start - 1, '(') && closed;
    let heads = token.opens_line && (closed || mark(tokens, end, '.') || mark(tokens, end, ':'));
    let more = tokens.get(end + 1).is_some_and(|t| !t.glued);
    ordinal || small && more && (opened || heads)
}

/// `number one`, `step 3`, `option two`; `number of 3` is none.
fn labelled(tokens: &[Token], start: usize, bare: bool) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let label = word(tokens, before);
    let small = tokens[start].text.len() <= 2 || tokens[start].kind == Kind::Word;
    if label == "point" && bare && small {
        return true;
    }
    bare && small && tokens[start].kind != Kind::Mark && LABELS.contains(&label) && label != "no"
        || label == "no" && mark(tokens, start - 1, '.')
}

/// `two things`, `three main areas`, `four key drivers`.
fn enumerates(tokens: &[Token], start: usize, end: usize) -> bool {
    let mut at = end;
    for _ in 0..2 {
        at += usize::from(
            ENUMERATED_ADJECTIVES.contains(&word(tokens, at)) && !listed(tokens, at + 1, at),
        );
    }
    let long = tokens[start].kind == Kind::Number && tokens[start].text.len() > LISTED_MAX.len();
    !long && (ENUMERATED.contains(&word(tokens, at)) || at > end && word(tokens, at).is_empty())
}

/// `more` is an adjective only before a thing that is counted off.
fn listed(tokens: &[Token], next: usize, at: usize) -> bool {
    word(tokens, at) == "more" && !ENUMERATED.contains(&word(tokens, next))
}

/// `one` that stands for a thing said before.
fn pronoun(tokens: &[Token], start: usize, end: usize) -> bool {
    if word(tokens, start) != "one" || end != start + 1 {
        return false;
    }
    let before = start.checked_sub(1).map_or("", |i| word(tokens, i));
    let next = word(tokens, end);
    let operated = ONE_BESIDE.contains(&before) && !BEFORE_PRONOUN.contains(&before)
        || matches!(next, "minus" | "plus" | "times" | "over" | "divided")
        || matches!(before, "is" | "equals")
            && tokens.get(end).is_none_or(|t| t.kind == Kind::Mark);
    !operated && scale_word(next).is_none()
}

/// Whether the number that starts at `start` is preceded by a word of estimate, or followed by one.
pub(super) fn rough(tokens: &[Token], start: usize, end: usize) -> bool {
    let before = (start.saturating_sub(3)..start).rev().map(|i| &tokens[i]);
    for token in before {
        if token.is('~') || ROUGH_BEFORE.contains(&token.word()) {
            return true;
        }
        if !matches!(
            token.word(),
            "a" | "the" | "to" | "of" | "bit" | "just" | "little" | "than"
        ) {
            break;
        }
    }
    ROUGH_AFTER.contains(&word(tokens, end))
        || word(tokens, end) == "or" && matches!(word(tokens, end + 1), "so" | "thereabouts")
        || word(tokens, end) == "give" && word(tokens, end + 1) == "or"
}

/// Where the sign before the number begins, when it has one.
pub(super) fn minus(tokens: &[Token], start: usize, follows_number: bool) -> Option<usize> {
    let at = start.checked_sub(1)?;
    if word(tokens, at) == "negative" {
        return Some(at);
    }
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    if mark(tokens, at, '-') {
        let free = before.is_none_or(|t| !tokens[at].glued || t.is('(') || t.is('=') || t.is(':'));
        let operator = before.is_some_and(|t| t.kind == Kind::Number || t.is(')') || t.is('%'));
        let bullet = tokens[at].opens_line && !tokens[start].glued;
        return (free && tokens[start].glued && !operator && !follows_number && !bullet)
            .then_some(at);
    }
    let sign = word(tokens, at) == "minus"
        && !follows_number
        && before.is_none_or(|t| BEFORE_SIGN.contains(&t.word()) || t.is('='));
    sign.then_some(at)
}

/// Whether a unit stands right at `index`.
pub(super) fn has_unit(tokens: &[Token], index: usize) -> bool {
    unit_after(tokens, index).is_some()
}
