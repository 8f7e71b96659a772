//! Amounts with their scale: `4.2m`, `two million three hundred thousand`, `two and a half billion`.

use casebook::Exact;

use super::spoken::{after, decimals, hundreds, whole, with_decimals};
use super::unit::unit_after;
use super::words::{atom, fraction_word, homophone, scale_letter, scale_word};
use crate::tokens::{Kind, Token, word};

/// Powers of ten that one amount may reach; beyond it is noise.
const POWER_MAX: u32 = 18;

/// Words after which `a dollar` is one of them, and not the kind of something.
const AFTER_ONE_COIN: &[&str] = &[
    "a", "per", "each", "every", "more", "less", "and", "or", "for", "in", "on", "so", "which",
];

/// A number without its unit.
pub(super) struct Amount {
    pub(super) value: Exact,
    pub(super) doubt: Option<Exact>,
    /// Index of the token after it.
    pub(super) end: usize,
    /// The power of ten of its first scale word or letter; 0 for none.
    pub(super) power: u32,
}

/// A number before its scale.
struct Base {
    value: Exact,
    doubt: Option<Exact>,
    end: usize,
    /// Said in words.
    spoken: bool,
    /// May stand for thousands after `million`: `four million five oh two`.
    wide: bool,
}

/// Reads an amount at `index`: groups of falling scale, added up.
pub(super) fn amount(tokens: &[Token], index: usize) -> Option<Amount> {
    let mut total = group(tokens, index)?;
    let mut last = total.power;
    while last > 0 {
        let Some((next, power)) = lower_group(tokens, total.end, last) else {
            break;
        };
        let doubt = next.doubt.as_ref().map(|d| Exact(&total.value.0 + &d.0));
        total = Amount {
            value: Exact(&total.value.0 + &next.value.0),
            doubt,
            end: next.end,
            power: total.power,
        };
        last = power;
    }
    Some(total)
}

fn group(tokens: &[Token], index: usize) -> Option<Amount> {
    let base = base(tokens, index)?;
    Some(scaled(tokens, base))
}

/// A base and the scale words after it.
fn scaled(tokens: &[Token], base: Base) -> Amount {
    let (power, mut end) = scale(tokens, base.end, base.spoken);
    let times = |value: &Exact| Exact(&value.0 * &Exact::power_of_ten(power.cast_signed()).0);
    let mut value = times(&base.value);
    if power > 0
        && let Some((part, next)) = and_a_part(tokens, end)
    {
        value = Exact(&value.0 + &times(&part).0);
        end = next;
    }
    Amount {
        value,
        doubt: base.doubt.as_ref().map(times),
        end,
        power,
    }
}

/// The scale after a base: its power of ten and the index after it.
pub(super) fn scale(tokens: &[Token], index: usize, spoken: bool) -> (u32, usize) {
    let (mut power, mut end) = (0, index);
    loop {
        let at = if power == 0 {
            past_hyphen(tokens, end)
        } else {
            end
        };
        let text = word(tokens, at);
        let letter = if spoken || power > 0 {
            None
        } else {
            scale_letter(text)
        };
        let Some(more) = scale_word(text).or(letter) else {
            break;
        };
        if power + more > POWER_MAX {
            break;
        }
        power += more;
        end = at + 1;
    }
    (power, end)
}

fn past_hyphen(tokens: &[Token], index: usize) -> usize {
    let joined = tokens.get(index).is_some_and(|t| t.is('-') && t.glued)
        && tokens.get(index + 1).is_some_and(|t| t.glued);
    if joined { index + 1 } else { index }
}

/// A further group of a scale below `last`.
fn lower_group(tokens: &[Token], index: usize, last: u32) -> Option<(Amount, u32)> {
    let linked = word(tokens, index) == "and";
    let base = base(tokens, index + usize::from(linked))?;
    let (spoken, wide) = (base.spoken, base.wide);
    let amount = scaled(tokens, base);
    if amount.power > 0 {
        return (amount.power < last).then(|| {
            let power = amount.power;
            (amount, power)
        });
    }
    if !spoken {
        return None;
    }
    if last <= 3 {
        return Some((amount, 0));
    }
    (wide && !linked).then(|| {
        let up = Exact::power_of_ten(last.cast_signed() - 3);
        let value = Exact(&amount.value.0 * &up.0);
        (
            Amount {
                value,
                doubt: Some(amount.value),
                end: amount.end,
                power: 0,
            },
            0,
        )
    })
}

fn base(tokens: &[Token], index: usize) -> Option<Base> {
    let token = tokens.get(index)?;
    match token.kind {
        Kind::Number => digits(tokens, index),
        Kind::Word => spoken(tokens, index),
        Kind::Mark => None,
    }
}

/// A typed number, `and a half` and `point 5` included.
fn digits(tokens: &[Token], index: usize) -> Option<Base> {
    let token = &tokens[index];
    let mut value: Exact = token.text.parse().ok()?;
    let mut end = index + 1;
    let typed = |i: usize| {
        tokens
            .get(i)
            .filter(|t| t.kind == Kind::Number && !t.text.contains('.'))
    };
    if word(tokens, end) == "point"
        && !token.text.contains('.')
        && let Some(part) = typed(end + 1)
    {
        value = with_decimals(&value, &part.text)?;
        end += 2;
    } else if word(tokens, end) == "e"
        && tokens[end].glued
        && let Some(power) = typed(end + 1).filter(|t| t.glued && t.text.len() <= 2)
    {
        value = format!("{}e{}", token.text, power.text).parse().ok()?;
        end += 2;
    } else if let Some((part, next)) = and_a_part(tokens, end) {
        value = Exact(&value.0 + &part.0);
        end = next;
    }
    Some(Base {
        value,
        doubt: None,
        end,
        spoken: false,
        wide: false,
    })
}

fn spoken(tokens: &[Token], index: usize) -> Option<Base> {
    let text = word(tokens, index);
    if matches!(text, "a" | "an") {
        return article(tokens, index + 1);
    }
    if matches!(text, "point" | "dot") {
        let (part, end) = decimals(tokens, index + 1)?;
        let value = with_decimals(&Exact::zero(), &part)?;
        return Some(Base {
            value,
            doubt: None,
            end,
            spoken: true,
            wide: false,
        });
    }
    if let Some(found) = whole(tokens, index) {
        if let Some(tenths) = found.tenths {
            let value = Exact::ratio((found.value * 10 + tenths).cast_signed(), 10)?;
            return Some(Base {
                value,
                doubt: None,
                end: found.end,
                spoken: true,
                wide: false,
            });
        }
        return Some(with_part(
            tokens,
            found.value,
            found.doubt,
            found.end,
            found.wide,
        ));
    }
    bare_scale(tokens, index).or_else(|| misheard(tokens, index))
}

/// The decimals or the fraction after a spoken whole number.
fn with_part(
    tokens: &[Token],
    value: u64,
    doubt: Option<(i64, i64)>,
    end: usize,
    wide: bool,
) -> Base {
    let whole = Exact::whole(value.cast_signed());
    let doubt = doubt.and_then(|(top, bottom)| Exact::ratio(top, bottom));
    let point = matches!(word(tokens, end), "point" | "dot" | "comma");
    if let Some((part, next)) = decimals(tokens, end + 1).filter(|_| point)
        && let Some(value) = with_decimals(&whole, &part)
    {
        let doubt = doubt.and_then(|d| with_decimals(&d, &part));
        return Base {
            value,
            doubt,
            end: next,
            spoken: true,
            wide: false,
        };
    }
    if let Some((part, next)) = and_a_part(tokens, end) {
        let value = Exact(&whole.0 + &part.0);
        return Base {
            value,
            doubt: None,
            end: next,
            spoken: true,
            wide: false,
        };
    }
    if word(tokens, end) == "dozen" {
        let value = Exact(&whole.0 * &Exact::whole(12).0);
        return Base {
            value,
            doubt: None,
            end: end + 1,
            spoken: true,
            wide: false,
        };
    }
    Base {
        value: whole,
        doubt,
        end,
        spoken: true,
        wide,
    }
}

/// What follows `a`: `hundred and five`, `million`, `dozen`, `couple of`.
fn article(tokens: &[Token], index: usize) -> Option<Base> {
    let base = |value, end| {
        Some(Base {
            value: Exact::whole(value),
            doubt: None,
            end,
            spoken: true,
            wide: false,
        })
    };
    match word(tokens, index) {
        "hundred" => {
            let found = hundreds(tokens, index, 1);
            Some(with_part(tokens, found.value, found.doubt, found.end, true))
        }
        "dozen" => base(12, index + 1),
        "couple" => {
            let end = if word(tokens, index + 1) == "of" {
                index + 2
            } else {
                index + 1
            };
            scale_word(word(tokens, end)).and_then(|_| base(2, end))
        }
        _ if one_coin(tokens, index) => base(1, index),
        text => scale_word(text).and_then(|_| base(1, index)),
    }
}

/// `a dollar`, `a euro each`, but not `a dollar amount`.
fn one_coin(tokens: &[Token], index: usize) -> bool {
    let coin = matches!(word(tokens, index), "dollar" | "euro" | "franc" | "rupee");
    let ends = tokens.get(index + 1).is_none_or(|next| {
        next.kind == Kind::Mark && !next.is('-') || AFTER_ONE_COIN.contains(&next.word())
    });
    coin && ends
}

/// `hundred ten thousand`, `divided by thousand`: a scale that stands for one of it.
fn bare_scale(tokens: &[Token], index: usize) -> Option<Base> {
    let text = word(tokens, index);
    let power = scale_word(text).filter(|_| !text.ends_with('s'))?;
    let next = word(tokens, index + 1);
    let before = index.checked_sub(1).map_or("", |i| word(tokens, i));
    let operand = matches!(before, "by" | "times" | "over" | "per");
    let headed = power == 2
        && (next == "percent" || scale_word(next).is_some() || whole(tokens, index + 1).is_some());
    if power == 2 && (operand || headed) {
        let found = hundreds(tokens, index, 1);
        return Some(with_part(tokens, found.value, found.doubt, found.end, true));
    }
    operand.then(|| Base {
        value: Exact::whole(1),
        doubt: None,
        end: index,
        spoken: true,
        wide: false,
    })
}

/// A digit that the recogniser wrote as another word: `for point two million`.
fn misheard(tokens: &[Token], index: usize) -> Option<Base> {
    let digit = homophone(word(tokens, index))?;
    let next = word(tokens, index + 1);
    if let Some((part, end)) = and_a_part(tokens, index + 1)
        && scale_word(word(tokens, end)).is_some_and(|power| power > 2)
    {
        return Some(Base {
            value: Exact(&Exact::whole(digit.cast_signed()).0 + &part.0),
            doubt: None,
            end,
            spoken: true,
            wide: false,
        });
    }
    let decimal = next == "point" && decimals(tokens, index + 2).is_some();
    if !decimal && let Some(base) = misheard_price(tokens, index, digit) {
        return Some(base);
    }
    if !decimal && !matches!(next, "million" | "billion" | "trillion") {
        return None;
    }
    let text = digit.cast_signed();
    if !decimal {
        return Some(with_part(tokens, digit, None, index + 1, false));
    }
    let (part, end) = decimals(tokens, index + 2)?;
    let value = with_decimals(&Exact::whole(text), &part)?;
    let doubt = with_decimals(&Exact::zero(), &part);
    Some(Base {
        value,
        doubt,
        end,
        spoken: true,
        wide: false,
    })
}

/// `for thirty-two` may be the price `four thirty-two`: kept as the doubt about 32.
fn misheard_price(tokens: &[Token], index: usize, digit: u64) -> Option<Base> {
    let before = tokens.get(index.checked_sub(1)?)?;
    let number = before.kind == Kind::Number || atom(before.word()).is_some();
    if number || unit_after(tokens, index - 1).is_some() || scale_word(before.word()).is_some() {
        return None;
    }
    let found = whole(tokens, index + 1).filter(|w| (10..100).contains(&w.value))?;
    let bare = scale_word(word(tokens, found.end)).is_none() && word(tokens, found.end) != "point";
    let doubt = Exact::ratio((digit * 100 + found.value).cast_signed(), 100);
    let value = Exact::whole(found.value.cast_signed());
    bare.then_some(Base {
        value,
        doubt,
        end: found.end,
        spoken: true,
        wide: false,
    })
}

/// `and a half`, `and three quarters`.
fn and_a_part(tokens: &[Token], index: usize) -> Option<(Exact, usize)> {
    if word(tokens, index) != "and" {
        return None;
    }
    let (count, at) = match word(tokens, index + 1) {
        "a" | "an" | "one" => (1, index + 2),
        "two" => (2, index + 2),
        "three" => (3, index + 2),
        "half" => (1, index + 1),
        _ => return None,
    };
    let (bottom, _) = fraction_word(word(tokens, at))?;
    let whose = word(tokens, after(tokens, at)) == "of";
    let part = Exact::ratio(count, bottom).filter(|p| p.0 < Exact::whole(1).0 && !whose)?;
    Some((part, at + 1))
}
