//! Fractions: `a third`, `two thirds`, `half a million`, `3/4`, `three quarters of a percent`.

use casebook::Exact;

use super::amount::scale;
use super::spoken::after;
use super::unit::unit_after;
use super::words::{Atom, atom, fraction_word};
use crate::tokens::{Kind, Token, mark, word};

/// Largest denominator of a typed fraction; beyond it `/` divides.
const DENOMINATOR_MAX: i64 = 12;

/// Reads a fraction at `index`: its value and the index after it.
pub(super) fn fraction(tokens: &[Token], index: usize) -> Option<(Exact, usize)> {
    typed(tokens, index).or_else(|| said(tokens, index))
}

/// `3/4`, but not `120/2` and not a step of a formula.
fn typed(tokens: &[Token], index: usize) -> Option<(Exact, usize)> {
    let whole = |i: usize| -> Option<i64> {
        let token = tokens.get(i).filter(|t| t.kind == Kind::Number)?;
        token.text.parse().ok()
    };
    let (top, bottom) = (whole(index)?, whole(index + 2)?);
    let end = index + 3;
    let glued = mark(tokens, index + 1, '/') && tokens[index + 1].glued && tokens[index + 2].glued;
    let chained = ['=', '*', '/', '+']
        .iter()
        .any(|c| mark(tokens, end, *c) || index > 0 && mark(tokens, index - 1, *c));
    let small = 0 < top && top < bottom && bottom <= DENOMINATOR_MAX;
    (glued && small && !chained && !mark(tokens, end, '%'))
        .then(|| Exact::ratio(top, bottom))
        .flatten()
        .map(|value| (value, end))
}

fn said(tokens: &[Token], index: usize) -> Option<(Exact, usize)> {
    let (count, at) = count(tokens, index)?;
    let (bottom, plural) = fraction_word(word(tokens, at))?;
    let bare = at == index;
    let whose = word(tokens, at + 1) == "of";
    let before = index.checked_sub(1).map_or("", |i| word(tokens, i));
    let allowed = match bottom {
        2 => !(matches!(before, "first" | "second") || plural && count == 1),
        4 if bare => whose && !matches!(before, "first" | "second" | "third" | "fourth" | "last"),
        _ if bare => false,
        _ if count == 1 => whose || ends_phrase(tokens, at + 1),
        _ => plural || mark(tokens, at - 1, '-') || whose,
    };
    let value = Exact::ratio(count, bottom).filter(|_| allowed)?;
    Some(of_a(tokens, value, at + 1))
}

/// How many of the fraction: `a`, `two`, or nothing.
fn count(tokens: &[Token], index: usize) -> Option<(i64, usize)> {
    let text = word(tokens, index);
    if matches!(text, "a" | "an") {
        return Some((1, index + 1));
    }
    match atom(text) {
        Some(Atom::Digit(count)) if count > 0 && text != "oh" => {
            Some((count.cast_signed(), after(tokens, index)))
        }
        Some(_) => None,
        None => Some((1, index)),
    }
}

/// Words after which `a third` can only be a share, not the third in a row.
fn ends_phrase(tokens: &[Token], index: usize) -> bool {
    let Some(token) = tokens.get(index) else {
        return true;
    };
    if token.kind != Kind::Word {
        return true;
    }
    matches!(
        token.text.as_str(),
        "of" | "less"
            | "more"
            | "off"
            | "higher"
            | "lower"
            | "goes"
            | "go"
            | "is"
            | "are"
            | "a"
            | "comes"
            | "to"
            | "or"
            | "and"
            | "in"
            | "above"
            | "below"
            | "so"
            | "from"
            | "at"
            | "times"
            | "by"
            | "on"
            | "which"
            | "that"
            | "lost"
            | "left"
            | "would"
            | "will"
            | "million"
            | "billion"
            | "percent"
            | "for"
            | "than"
            | "smaller"
            | "bigger"
            | "cheaper"
            | "too"
    )
}

/// `half a million`, `quarter of a million`, `half a percent`: the scale of what it is a part of.
fn of_a(tokens: &[Token], value: Exact, index: usize) -> (Exact, usize) {
    let mut at = index;
    if word(tokens, at) == "of" {
        at += 1;
    }
    if matches!(word(tokens, at), "a" | "an" | "one") {
        at += 1;
    } else if at != index {
        return (value, index);
    }
    let (power, end) = scale(tokens, at, true);
    if power > 0 {
        return (
            Exact(&value.0 * &Exact::power_of_ten(power.cast_signed()).0),
            end,
        );
    }
    if word(tokens, at) == "dozen" {
        return (Exact(&value.0 * &Exact::whole(12).0), at + 1);
    }
    let unit = at > index && unit_after(tokens, at).is_some();
    (value, if unit { at } else { index })
}
