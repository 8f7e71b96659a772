//! What joins two numbers: an operator, a word that leads to a result, or nothing.

use crate::numbers::Found;
use crate::tokens::{Kind, Token, mark, word};

/// Words between two numbers of one step.
const GAP_WORDS_MAX: usize = 9;

/// Words after a full stop before the operator or the result.
const OPENING_WORDS_MAX: usize = 4;

/// What joins two numbers.
pub(super) enum Link {
    Operator(Operator),
    /// `is`, `so`, `=`.
    Result,
    /// `a quarter of that is 1.5`: an operator on the last result, then a result.
    OfThatResult(char),
    /// Nothing but a pause: a result when the step bears it out.
    Pause,
    Break,
}

/// An operator, and whether only the result can bear it out.
#[derive(Clone, Copy)]
pub(super) struct Operator {
    pub(super) sign: char,
    pub(super) weak: bool,
}

/// Words that lead to a result.
const RESULT: &[&str] = &[
    "is",
    "are",
    "equals",
    "equal",
    "makes",
    "make",
    "gives",
    "give",
    "giving",
    "so",
    "that's",
    "thats",
    "it's",
    "comes",
    "get",
    "gets",
    "getting",
    "got",
    "becomes",
    "leaves",
    "leaving",
    "leave",
    "yields",
    "yield",
    "result",
    "be",
    "was",
    "lands",
    "brings",
    "means",
    "totals",
    "equalling",
    "making",
    "i'm",
    "we're",
    "come",
    "which's",
    "has",
    "have",
    "left",
    "saves",
];

/// Words for the last result.
const THAT: &[&str] = &["that", "this", "it", "which", "those", "these", "them"];

/// Words that may stand between a step and its result when nothing else does.
const PAUSES: &[&str] = &[
    "hmm",
    "um",
    "uh",
    "er",
    "erm",
    "about",
    "roughly",
    "around",
    "nearly",
    "almost",
    "say",
    "a",
    "bit",
    "over",
    "under",
    "just",
    "then",
    "okay",
    "ok",
    "i",
    "think",
    "call",
    "it",
    "or",
    "like",
    "something",
    "well",
    "yes",
    "right",
];

/// What joins `first` to `second`.
pub(super) fn between(tokens: &[Token], first: &Found, second: &Found) -> Link {
    let Some(gap) = tokens.get(first.end..second.start) else {
        return Link::Break;
    };
    let words = gap.iter().filter(|t| t.kind == Kind::Word).count();
    if words > GAP_WORDS_MAX || gap.iter().any(|t| t.is('(') || t.is('?')) && words > 0 {
        return Link::Break;
    }
    let from = opening(gap);
    let part = &gap[from..];
    if from > 0 && part.iter().filter(|t| t.kind == Kind::Word).count() > OPENING_WORDS_MAX {
        return Link::Break;
    }
    let announced = from > 0 && part.len() == 2 && part[1].is(',');
    if announced && operator(part, 0, false).is_some() {
        return Link::Break;
    }
    classify(first, part, from > 0)
}

/// Where the last sentence of the gap begins.
fn opening(gap: &[Token]) -> usize {
    let end = |i: &usize| {
        let token = &gap[*i];
        token.is(';') || token.is('.') || *i > 0 && token.opens_line
    };
    (0..gap.len())
        .rev()
        .find(end)
        .map_or(0, |i| if gap[i].opens_line { i } else { i + 1 })
}

fn classify(first: &Found, part: &[Token], after_stop: bool) -> Link {
    let share = first.read.unit == "%" || first.power.is_none();
    let operator = (0..part.len()).find_map(|i| operator(part, i, share).map(|o| (i, o)));
    let result = (0..part.len()).rev().find(|i| leads(part, *i));
    match (operator, result) {
        (Some((at, operator)), Some(end)) if end > at => {
            let that = part[at..end].iter().any(|t| THAT.contains(&t.word()));
            if that {
                Link::OfThatResult(operator.sign)
            } else {
                Link::Break
            }
        }
        (Some((_, operator)), _) if !(after_stop && operator.weak) => Link::Operator(operator),
        (None, Some(_)) => Link::Result,
        (None, None) if part.iter().all(pauses) => Link::Pause,
        _ => Link::Break,
    }
}

/// A comma, or a word said while thinking.
fn pauses(token: &Token) -> bool {
    match token.kind {
        Kind::Mark => token.is(',') || token.is('.') || token.is(':') || token.is(';'),
        Kind::Word => PAUSES.contains(&token.word()),
        Kind::Number => false,
    }
}

fn leads(part: &[Token], index: usize) -> bool {
    let token = &part[index];
    token.is('=') || token.is('>') || token.is('~') || RESULT.contains(&token.word())
}

/// The operator at `index` of a gap; `share` when the number before is a percentage or a fraction.
fn operator(part: &[Token], index: usize, share: bool) -> Option<Operator> {
    let token = &part[index];
    let last = index + 1 == part.len();
    let next = word(part, index + 1);
    let strong = |sign| Some(Operator { sign, weak: false });
    let weak = |sign| Some(Operator { sign, weak: true });
    match token.text.as_str() {
        "*" | "\u{b7}" => strong('*'),
        "+" => strong('+'),
        "/" | "-" if last && part.len() <= 2 => strong(token.text.chars().next()?),
        "x" | "times" | "multiplied" | "multiply" | "multiplying" => strong('*'),
        "over" if last || next == "the" => strong('/'),
        "divided" | "divide" | "dividing" => strong('/'),
        "plus" | "add" | "adding" => strong('+'),
        "minus" | "subtract" | "subtracting" => strong('-'),
        "less" if next != "than" => strong('-'),
        "off" | "away" if index > 0 && word(part, index - 1).starts_with("tak") => strong('-'),
        "of" if share => strong('*'),
        "at" | "by" if last || index + 2 == part.len() => weak('*'),
        "and" if last => weak('+'),
        _ => None,
    }
}

/// The operator right before a number that opens a step: `minus 10%`, `take off 10%`.
pub(super) fn before(tokens: &[Token], found: &Found) -> Option<char> {
    let at = |back: usize| {
        found
            .start
            .checked_sub(back)
            .map_or("", |i| word(tokens, i))
    };
    let near = if matches!(at(1), "the" | "a" | "another" | "by") {
        2
    } else {
        1
    };
    match at(near) {
        "times" => Some('*'),
        "divided" | "over" => Some('/'),
        "plus" | "add" | "adding" => Some('+'),
        "minus" | "less" | "subtract" => Some('-'),
        "off" | "away" if at(near + 1).starts_with("tak") => Some('-'),
        "multiplied" => Some('*'),
        _ if near == 1 && found.start > 0 && mark(tokens, found.start - 1, '*') => Some('*'),
        _ => None,
    }
}
