//! Numbers as people type and say them, with their exact values and places. Judges nothing: whether
//! a number is right for the case is for others to say.

mod amount;
mod context;
mod fraction;
mod range;
mod repair;
mod spoken;
mod unit;
mod words;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use casebook::Exact;

use crate::tokens::{self, Kind, Token, mark, word};
use crate::{NumberRead, Span};

/// Numbers read in one utterance; a turn with more is a pasted table.
pub const NUMBERS_MAX: usize = 512;

/// A number with the tokens it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) read: NumberRead,
    /// Index of its first token, sign and currency included.
    pub(crate) start: usize,
    /// Index of the token after it, unit included.
    pub(crate) end: usize,
    /// The power of ten said with it; `None` for fractions.
    pub(crate) power: Option<u32>,
    hundredths: bool,
    /// Made of a scale word alone, after a correction.
    same_scale_word: bool,
}

/// Reads every number of quantity in `text`, in order of place. Never fails: what is not a number
/// is left out.
#[must_use]
pub fn read_numbers(text: &str) -> Vec<NumberRead> {
    find(&tokens::cut(text))
        .into_iter()
        .map(|found| found.read)
        .collect()
}

/// The numbers in `tokens`.
pub(crate) fn find(tokens: &[Token]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < NUMBERS_MAX {
        let follows = found.last().is_some_and(|last| last.end + 1 == at);
        match one(tokens, at, follows) {
            Some(Read::Number(next)) => {
                at = next.end.max(at + 1);
                found.push(*next);
            }
            Some(Read::Nothing(end)) => at = end.max(at + 1),
            None => at += 1,
        }
    }
    name_cents(tokens, &mut found);
    range::join(tokens, &mut found);
    repair::repair(tokens, &mut found);
    found
}

enum Read {
    Number(Box<Found>),
    /// A number word that counts no quantity; the reading goes on after it.
    Nothing(usize),
}

/// Reads the number that starts at token `at`.
fn one(tokens: &[Token], at: usize, follows_number: bool) -> Option<Read> {
    let (currency, first) = match unit::currency_before(tokens, at) {
        Some((name, next)) => (name, next),
        None => ("", at),
    };
    let start_sign = context::minus(tokens, at, follows_number);
    if let Some(found) = multiple(tokens, at) {
        return Some(Read::Number(Box::new(found)));
    }
    let body = body(tokens, first)?;
    let unit = unit::unit_after(tokens, body.end).filter(|_| !is_product(tokens, body.end));
    let bare =
        unit.is_none() && currency.is_empty() && body.power == Some(0) && start_sign.is_none();
    if context::no_quantity(tokens, first, body.end, bare) {
        return Some(Read::Nothing(body.end));
    }
    let mut made = dressed(tokens, body, unit, currency);
    made.start = start_sign.unwrap_or(at);
    if start_sign.is_some() {
        made.read.value = Exact(-made.read.value.0);
        made.read.doubt = made.read.doubt.map(|d| Exact(-d.0));
    }
    made.read.rough = context::rough(tokens, made.start, made.end);
    made.read.at = Span {
        start: tokens[made.start].at.start,
        end: tokens[made.end - 1].at.end,
    };
    add_period(tokens, &mut made);
    Some(Read::Number(Box::new(made)))
}

/// A number before its unit.
struct Body {
    value: Exact,
    doubt: Option<Exact>,
    end: usize,
    power: Option<u32>,
}

fn body(tokens: &[Token], at: usize) -> Option<Body> {
    if let Some((value, end)) = fraction::fraction(tokens, at) {
        return Some(Body {
            value,
            doubt: None,
            end,
            power: None,
        });
    }
    let found = amount::amount(tokens, at)?;
    Some(Body {
        value: found.value,
        doubt: found.doubt,
        end: found.end,
        power: Some(found.power),
    })
}

/// The number with its unit, the cents after the unit, and `3x`.
fn dressed(tokens: &[Token], body: Body, unit: Option<unit::UnitRead>, currency: &str) -> Found {
    let mut made = Found {
        read: NumberRead {
            at: Span { start: 0, end: 0 },
            value: body.value,
            to: None,
            unit: currency.to_owned(),
            doubt: body.doubt,
            rough: false,
            withdrawn: false,
            scale: body.power.unwrap_or(0),
        },
        start: 0,
        end: body.end,
        power: body.power,
        hundredths: false,
        same_scale_word: false,
    };
    if let Some(unit) = unit {
        if currency.is_empty() {
            unit.name.clone_into(&mut made.read.unit);
        }
        if unit.hundredths {
            made.hundredths = true;
            let hundredth = Exact::power_of_ten(-2);
            made.read.value = Exact(&made.read.value.0 * &hundredth.0);
            made.read.doubt = made.read.doubt.map(|d| Exact(&d.0 * &hundredth.0));
        }
        made.end = unit.next;
        small_change(tokens, &mut made, unit.name);
    } else if is_times(tokens, body.end) {
        made.read.unit = "x".into();
        made.end = body.end + 1;
    }
    made
}

/// `four euros fifty`, `4 euros and 54 cents`.
fn small_change(tokens: &[Token], made: &mut Found, unit: &str) {
    let money = matches!(unit, "EUR" | "USD" | "GBP") && word(tokens, made.end - 1).len() > 2;
    let whole = made.read.value.0.is_integer() && made.power == Some(0) && !made.hundredths;
    if !money || !whole {
        return;
    }
    let linked = word(tokens, made.end) == "and";
    let Some(cents) = amount::amount(tokens, made.end + usize::from(linked)) else {
        return;
    };
    let below = cents.value < Exact::whole(100) && cents.value >= Exact::whole(10);
    let named = unit::unit_after(tokens, cents.end);
    let said = named.as_ref().is_some_and(|u| u.hundredths);
    let plain = !linked
        && below
        && named.is_none()
        && tokens
            .get(cents.end)
            .is_none_or(|t| t.kind == Kind::Mark && !t.is('*') && !t.is('/'));
    if cents.power == 0 && (said || plain) {
        made.read.value = Exact(&made.read.value.0 + &cents.value.0 * &Exact::power_of_ten(-2).0);
        made.end = named.filter(|_| said).map_or(cents.end, |u| u.next);
    }
}

/// `twice`, `double 5`, `triple`.
fn multiple(tokens: &[Token], at: usize) -> Option<Found> {
    let value = match word(tokens, at) {
        "twice" | "double" => 2,
        "thrice" | "triple" => 3,
        _ => return None,
    };
    let body = Body {
        value: Exact::whole(value),
        doubt: None,
        end: at + 1,
        power: Some(0),
    };
    let mut made = dressed(tokens, body, None, "x");
    (made.start, made.end, made.read.at) = (at, at + 1, tokens[at].at);
    Some(made)
}

/// `2.7x` said of a multiple, not `120 x 45`.
fn is_times(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.word() == "x" && t.glued) && !is_product(tokens, at)
}

/// Whether an `x` here multiplies.
fn is_product(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    word(tokens, at) == "x"
        && next.is_some_and(|t| {
            t.kind == Kind::Number || t.is('(') || unit::currency_before(tokens, at + 1).is_some()
        })
}

/// `a month`, `per visit` after the number.
fn add_period(tokens: &[Token], made: &mut Found) {
    let fraction = made.power.is_none() && !context::has_unit(tokens, made.end - 1);
    let divides = mark(tokens, made.end, '/') && made.read.unit.is_empty();
    if fraction || divides {
        return;
    }
    if let Some(period) = unit::per(tokens, made.end) {
        let lead = if made.read.unit.is_empty() { "" } else { " " };
        made.read.unit = format!("{}{lead}per {period}", made.read.unit);
    }
}

/// Cents belong to the currency that the utterance speaks of; the euro when it names none.
fn name_cents(tokens: &[Token], found: &mut [Found]) {
    let dollars = tokens
        .iter()
        .any(|t| matches!(t.text.as_str(), "$" | "usd" | "dollar" | "dollars"));
    let euros = tokens
        .iter()
        .any(|t| matches!(t.text.as_str(), "\u{20ac}" | "eur" | "euro" | "euros"));
    let name = if dollars && !euros { "USD" } else { "EUR" };
    for number in found
        .iter_mut()
        .filter(|n| n.read.unit.starts_with("cents"))
    {
        number.read.unit = number.read.unit.replacen("cents", name, 1);
    }
}
