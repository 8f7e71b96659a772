//! Whole numbers and decimals said in words: `two forty`, `six oh nine`, `a hundred and five`.

use casebook::Exact;

use super::words::{Atom, atom, homophone, scale_word};
use crate::tokens::{Token, mark, word};

/// Pieces in one spoken number; a longer run is a list or noise.
const PIECES_MAX: usize = 15;

/// Words that show two digits in a row to be one number: `six seven minus one six`.
const OPERATORS: &[&str] = &["minus", "plus", "times", "less", "divided"];

/// A whole number below a scale word.
pub(super) struct Whole {
    pub(super) value: u64,
    /// What else it may have been, as numerator and denominator.
    pub(super) doubt: Option<(i64, i64)>,
    /// Index of the token after it.
    pub(super) end: usize,
    /// Said with `hundred` or as three digits, so that it can stand for thousands of a million.
    pub(super) wide: bool,
    /// The decimal in `eleven six`, 11.6.
    pub(super) tenths: Option<u64>,
}

/// One or two digits that belong together.
#[derive(Clone, Copy)]
struct Piece {
    value: u64,
    /// `d` one digit, `0` nought, `t` two digits.
    kind: u8,
    end: usize,
    /// The teen for a ty, and the other way round.
    flip: Option<u64>,
}

/// The index after the token at `index`, past a hyphen that joins two words.
pub(super) fn after(tokens: &[Token], index: usize) -> usize {
    let joined = mark(tokens, index + 1, '-')
        && tokens[index + 1].glued
        && tokens
            .get(index + 2)
            .is_some_and(|t| t.glued && !t.word().is_empty());
    if joined { index + 2 } else { index + 1 }
}

fn piece(tokens: &[Token], index: usize) -> Option<Piece> {
    let end = after(tokens, index);
    let made = |value, kind, flip| {
        Some(Piece {
            value,
            kind,
            end,
            flip,
        })
    };
    match atom(word(tokens, index))? {
        Atom::Digit(0) => made(0, b'0', None),
        Atom::Digit(value) => made(value, b'd', None),
        Atom::Teen(value) => made(value, b't', (value > 12).then(|| (value - 10) * 10)),
        Atom::Tens(value) => Some(tens(tokens, end, value)),
        Atom::Hundred => None,
    }
}

/// `forty`, `forty-two`, and `forty to percent` where `to` can only be a digit.
fn tens(tokens: &[Token], next: usize, value: u64) -> Piece {
    let after_next = after(tokens, next);
    let digit = match atom(word(tokens, next)) {
        Some(Atom::Digit(digit)) if digit > 0 => Some(digit),
        None if ends_number(word(tokens, after_next)) => homophone(word(tokens, next)),
        _ => None,
    };
    match digit {
        Some(digit) => Piece {
            value: value + digit,
            kind: b't',
            end: after_next,
            flip: None,
        },
        None => Piece {
            value,
            kind: b't',
            end: next,
            flip: (value > 20).then(|| value / 10 + 10),
        },
    }
}

fn ends_number(word: &str) -> bool {
    scale_word(word).is_some_and(|power| power > 2) || matches!(word, "percent" | "point")
}

fn pieces(tokens: &[Token], index: usize) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = index;
    while found.len() < PIECES_MAX {
        let Some(next) = piece(tokens, at) else { break };
        at = next.end;
        found.push(next);
    }
    found
}

/// Reads a spoken whole number at `index`.
pub(super) fn whole(tokens: &[Token], index: usize) -> Option<Whole> {
    let mut found = pieces(tokens, index);
    let first = *found.first()?;
    if word(tokens, index) == "oh" {
        return None;
    }
    if found.len() == 1 && word(tokens, first.end) == "hundred" && first.value > 0 {
        return Some(hundreds(tokens, first.end, first.value));
    }
    if found.len() > 1 && word(tokens, found.last()?.end) == "hundred" {
        found.pop();
        if found.len() == 1 && word(tokens, first.end) == "hundred" {
            return Some(hundreds(tokens, first.end, first.value));
        }
    }
    let operated = found.len() == 2 && OPERATORS.contains(&past_comma(tokens, found[1].end));
    (1..=found.len())
        .rev()
        .find_map(|length| joined(&found[..length], operated))
}

/// `hundred` at `index`, `count` of them, with `and five` or `thirty-one` after.
pub(super) fn hundreds(tokens: &[Token], index: usize, count: u64) -> Whole {
    let mut end = after(tokens, index);
    let (mut value, mut doubt) = (count * 100, None);
    let from = if word(tokens, end) == "and" {
        end + 1
    } else {
        end
    };
    if let Some(tail) = tail(tokens, from) {
        value += tail.value;
        end = tail.end;
        doubt = tail
            .flip
            .map(|flip| ((value - tail.value + flip).cast_signed(), 1));
    }
    Whole {
        value,
        doubt,
        end,
        wide: true,
        tenths: None,
    }
}

/// Tens and units after `hundred`; not the head of a number of its own.
fn tail(tokens: &[Token], index: usize) -> Option<Piece> {
    let mut first = piece(tokens, index)?;
    if first.kind == b'0' {
        let unit = piece(tokens, first.end).filter(|p| p.kind == b'd')?;
        first = unit;
    }
    let own = word(tokens, first.end) == "hundred"
        || word(tokens, index - 1) == "and" && word(tokens, first.end) == "point";
    (!own).then_some(first)
}

fn past_comma(tokens: &[Token], index: usize) -> &str {
    word(tokens, index + usize::from(mark(tokens, index, ',')))
}

/// Joins pieces the way people run digits together; `None` when they are not one number.
fn joined(pieces: &[Piece], operated: bool) -> Option<Whole> {
    let kinds: Vec<u8> = pieces.iter().map(|p| p.kind).collect();
    let v: Vec<u64> = pieces.iter().map(|p| p.value).collect();
    let last = pieces.last()?;
    let made = |value: u64, doubt| {
        Some(Whole {
            value,
            doubt,
            end: last.end,
            wide: value >= 100,
            tenths: None,
        })
    };
    let flipped = |value: u64| {
        last.flip
            .map(|flip| ((value - last.value + flip).cast_signed(), 1))
    };
    let hundredths = |value: u64| Some((value.cast_signed(), 100));
    match kinds.as_slice() {
        [b'd' | b'0' | b't'] => made(v[0], flipped(v[0])),
        [b'd', b'd'] if v[1] == v[0] + 1 && !operated => None,
        [b't', b't'] | [b'd', b't'] => {
            let value = v[0] * 100 + v[1];
            made(value, hundredths(value))
        }
        [b'd', b'0', b'd'] => {
            let value = v[0] * 100 + v[2];
            made(value, hundredths(value))
        }
        [b't', b'd'] if !v[0].is_multiple_of(10) || v[0] == 10 => Some(Whole {
            value: v[0],
            doubt: None,
            end: last.end,
            wide: false,
            tenths: Some(v[1]),
        }),
        [b't', b'0', b'd'] => made(v[0] * 100 + v[2], None),
        [b'd' | b't', b'd', b't'] => made(v[0] * 1000 + v[1] * 100 + v[2], None),
        [b'd' | b't', b'd', b'0', b'd'] => made(v[0] * 1000 + v[1] * 100 + v[3], None),
        [b'd', b't', b'd', b't'] => made((v[0] * 100 + v[1]) * 1000 + v[2] * 100 + v[3], None),
        [b't', b'd', b'd', b'd' | b'0'] => made(v[0] * 1000 + v[1] * 100 + v[2] * 10 + v[3], None),
        digits if digits.len() > 1 && !digits.contains(&b't') && digits[0] == b'd' => {
            let value = v.iter().fold(0, |sum, digit| sum * 10 + digit);
            let below = 10_i64.checked_pow(u32::try_from(v.len() - 1).ok()?)?;
            made(value, Some((value.cast_signed(), below)))
        }
        _ => None,
    }
}

/// The decimals said after `point`, as digits, and the index after them.
pub(super) fn decimals(tokens: &[Token], index: usize) -> Option<(String, usize)> {
    let (mut digits, mut at) = (String::new(), index);
    while let Some(next) = piece(tokens, at).filter(|_| digits.len() < PIECES_MAX) {
        digits.push_str(&next.value.to_string());
        at = next.end;
    }
    (!digits.is_empty()).then_some((digits, at))
}

/// `whole` with the decimals `digits`.
pub(super) fn with_decimals(whole: &Exact, digits: &str) -> Option<Exact> {
    let part: Exact = format!("0.{digits}").parse().ok()?;
    Some(Exact(&whole.0 + &part.0))
}
