//! What the signs and functions do to exact numbers. Truth is 1, falsehood 0.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Fault, POWER};
use crate::Exact;

/// Functions and how many values each takes.
pub(super) const FUNCTIONS: &[(&str, usize, usize)] = &[
    ("min", 1, 16),
    ("max", 1, 16),
    ("round", 1, 2),
    ("floor", 1, 1),
    ("ceil", 1, 1),
    ("abs", 1, 1),
    ("if", 3, 3),
];

/// Whether `count` values suit the function `name`; `None` when there is no such function.
pub(super) fn takes(name: &str, count: usize) -> Option<bool> {
    let found = FUNCTIONS.iter().find(|(known, ..)| *known == name);
    found.map(|(_, least, most)| (*least..=*most).contains(&count))
}

/// Whether a value counts as true.
pub(super) fn truth(value: &Exact) -> bool {
    !value.0.is_zero()
}

fn flag(value: bool) -> Exact {
    Exact::whole(i64::from(value))
}

/// `left sign right`.
pub(super) fn combine(sign: &str, left: &Exact, right: &Exact) -> Result<Exact, Fault> {
    Ok(match sign {
        "+" => Exact(&left.0 + &right.0),
        "-" => Exact(&left.0 - &right.0),
        "*" => Exact(&left.0 * &right.0),
        "/" if right.0.is_zero() => return Err(Fault::DividedByNought),
        "/" => Exact(&left.0 / &right.0),
        "^" => power(left, right)?,
        "<" => flag(left < right),
        "<=" => flag(left <= right),
        ">" => flag(left > right),
        ">=" => flag(left >= right),
        "=" => flag(left == right),
        "<>" => flag(left != right),
        "and" => flag(truth(left) && truth(right)),
        _ => flag(truth(left) || truth(right)),
    })
}

fn power(base: &Exact, exponent: &Exact) -> Result<Exact, Fault> {
    let whole = exponent.0.is_integer().then(|| exponent.0.to_integer());
    let whole = whole.and_then(|n| n.to_i64()).ok_or(Fault::Power)?;
    if !(-POWER..=POWER).contains(&whole) {
        return Err(Fault::Power);
    }
    let times = usize::try_from(whole.unsigned_abs()).map_err(|_| Fault::Power)?;
    let raised = num_traits::pow(base.0.clone(), times);
    if whole >= 0 {
        return Ok(Exact(raised));
    }
    if raised.is_zero() {
        return Err(Fault::DividedByNought);
    }
    Ok(Exact(raised.recip()))
}

/// Minus or `not`.
pub(super) fn turn(sign: &str, value: &Exact) -> Exact {
    match sign {
        "not" => flag(!truth(value)),
        _ => Exact(-&value.0),
    }
}

/// A function of values; `if` is taken care of by the caller.
pub(super) fn apply(name: &str, values: &[Exact]) -> Result<Exact, Fault> {
    let first = values.first().cloned().unwrap_or_else(Exact::zero);
    Ok(match name {
        "min" => values.iter().min().cloned().unwrap_or(first),
        "max" => values.iter().max().cloned().unwrap_or(first),
        "floor" => Exact(first.0.floor()),
        "ceil" => Exact(first.0.ceil()),
        "abs" => first.abs(),
        _ => round(&first, values.get(1))?,
    })
}

/// Half away from nought, to a number of places that may be negative.
fn round(value: &Exact, places: Option<&Exact>) -> Result<Exact, Fault> {
    let places = places.map_or(Some(0), |p| {
        p.0.is_integer()
            .then(|| p.0.to_integer().to_i64())
            .flatten()
    });
    let places = places
        .filter(|p| (-18..=18).contains(p))
        .ok_or(Fault::Power)?;
    let places = i32::try_from(places).map_err(|_| Fault::Power)?;
    let scale = Exact::power_of_ten(places).0;
    let scaled = &value.0 * &scale;
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    let whole = (scaled.abs() + half).floor();
    let signed = if scaled.is_negative() { -whole } else { whole };
    Ok(Exact(signed / scale))
}
