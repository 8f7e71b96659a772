//! Slips with whole numbers: those taken from the question, and results carried on.

use casebook::Exact;

use super::{Kind, POWERS, Slip, alike};
use crate::quant::fits::times_ten;
use crate::quant::route::{Route, Wrong, is_share, is_timed};

/// Slips with the result of a step: noughts, rounding, and stopping there.
pub(super) fn results(route: &Route<'_>, step: usize, found: &mut Vec<Slip>) {
    let Some(value) = route.values[step].clone() else {
        return;
    };
    let label = route.label(step);
    let last = step == route.last;
    let kind = if last { Kind::Scale } else { Kind::PartScale };
    let whole: &[i32] = if last { &[6, -6] } else { &[] };
    for power in POWERS.iter().chain(whole) {
        let way = if *power > 0 { "too large" } else { "too small" };
        let factor = Exact::power_of_ten(power.abs());
        found.push(Slip {
            kind,
            wrong: Wrong::Result(step, times_ten(&value, *power)),
            code: "Q1",
            text: if last {
                format!("{factor} times {way}: a power of ten")
            } else {
                format!("{label} {factor} times {way}: a power of ten")
            },
        });
    }
    if last {
        whole_result(route, &value, found);
        return;
    }
    for value in rounded(&value) {
        found.push(Slip {
            kind: Kind::Rounding,
            text: format!("{label} rounded too early, to {}", value.decimal(4)),
            wrong: Wrong::Result(step, value),
            code: "Q13",
        });
    }
    let unit = &route.quant.steps[step].unit;
    let asked = &route.quant.steps[route.last];
    if alike(unit, &asked.unit) {
        found.push(Slip {
            kind: Kind::Gross,
            wrong: Wrong::Result(route.last, value),
            code: "Q11",
            text: format!("{label} given for {}", asked.label),
        });
    }
}

/// Slips with the asked number as a whole.
fn whole_result(route: &Route<'_>, value: &Exact, found: &mut Vec<Slip>) {
    let mut add = |kind, code, value: Exact, text: &str| {
        found.push(Slip {
            kind,
            wrong: Wrong::Result(route.last, value),
            code,
            text: text.to_owned(),
        });
    };
    add(
        Kind::Sign,
        "Q7",
        Exact(-value.0.clone()),
        "the sign is turned round",
    );
    if let Some(twelfth) = Exact::ratio(1, 12) {
        add(
            Kind::Period,
            "Q3",
            Exact(&value.0 * &twelfth.0),
            "a month taken for a year",
        );
    }
    add(
        Kind::Period,
        "Q3",
        Exact(&value.0 * &Exact::whole(12).0),
        "a year taken for a month",
    );
    for rounded in rounded(value) {
        add(Kind::Rounding, "Q13", rounded, "the result rounded too far");
    }
    if is_share(&route.quant.steps[route.last].unit) {
        let rest = Exact(&Exact::whole(1).0 - &value.0);
        add(
            Kind::Base,
            "Q2",
            rest,
            "the rest given instead of the share",
        );
    }
}

/// Slips with a number of the question.
pub(super) fn givens(route: &Route<'_>, found: &mut Vec<Slip>) {
    for (index, given) in route.quant.given.iter().enumerate() {
        let value = &route.givens[index];
        let label = &given.label;
        let mut add = |kind, code, value: Exact, text: String| {
            found.push(Slip {
                kind,
                wrong: Wrong::Given(index, value),
                code,
                text,
            });
        };
        for power in POWERS {
            let way = if power > 0 { "too large" } else { "too small" };
            let factor = Exact::power_of_ten(power.abs());
            add(
                Kind::PartScale,
                "Q1",
                times_ten(value, power),
                format!("{label} {factor} times {way}: a power of ten"),
            );
        }
        if is_timed(&given.unit) {
            add(
                Kind::Period,
                "Q3",
                Exact(&value.0 * &Exact::whole(12).0),
                format!("{label}: a year taken for a month"),
            );
            if let Some(twelfth) = Exact::ratio(1, 12) {
                add(
                    Kind::Period,
                    "Q3",
                    Exact(&value.0 * &twelfth.0),
                    format!("{label}: a month taken for a year"),
                );
            }
        }
        for rounded in rounded(value) {
            add(
                Kind::Rounding,
                "Q13",
                rounded,
                format!("{label} rounded too early"),
            );
        }
        for (other, taken) in route.quant.given.iter().zip(&route.givens) {
            if other.name != given.name && alike(&other.unit, &given.unit) {
                add(
                    Kind::Row,
                    "Q14",
                    taken.clone(),
                    format!("{} taken for {label}", other.label),
                );
            }
        }
        if is_share(&given.unit) {
            points(route, index, &mut add);
        }
        for copied in copied(value) {
            add(
                Kind::Digit,
                "Q14",
                copied,
                format!("{label} copied with a wrong digit"),
            );
        }
    }
}

/// A share raised by another as percent, where percentage points or the share itself belong.
fn points(
    route: &Route<'_>,
    index: usize,
    add: &mut impl FnMut(Kind, &'static str, Exact, String),
) {
    let (own, one) = (&route.givens[index], Exact::whole(1));
    let label = &route.quant.given[index].label;
    for (other, value) in route.quant.given.iter().zip(&route.givens) {
        if other.name == route.quant.given[index].name || !is_share(&other.unit) {
            continue;
        }
        let up = Exact(&value.0 * (&one.0 + &own.0));
        let change = Exact(&own.0 - &value.0);
        let relative = Exact(&value.0 * (&one.0 + &change.0));
        for value in [up, relative, change] {
            let text = format!(
                "{label} against {}: percent taken for percentage points",
                other.label
            );
            add(Kind::Points, "Q2", value, text);
        }
    }
}

/// The value rounded to one and to two digits, to the nearest and down.
fn rounded(value: &Exact) -> Vec<Exact> {
    let size = size(value);
    let mut found: Vec<Exact> = Vec::new();
    for digits in [1, 2, 3] {
        let power = size - digits + 1;
        let scaled = times_ten(value, -power);
        let nearest = times_ten(&scaled.rounded(0), power);
        let down = times_ten(&Exact(scaled.0.floor()), power);
        let up = times_ten(&Exact(scaled.0.ceil()), power);
        for rounded in [nearest, down, up] {
            if rounded != *value && rounded != Exact::zero() && !found.contains(&rounded) {
                found.push(rounded);
            }
        }
    }
    found
}

/// The power of ten of the first digit.
fn size(value: &Exact) -> i32 {
    let value = value.abs();
    (-12..=18)
        .rev()
        .find(|power| value >= Exact::power_of_ten(*power))
        .unwrap_or(0)
}

/// The value with one digit changed, or two neighbours changed about.
fn copied(value: &Exact) -> Vec<Exact> {
    let text = value.decimal(6);
    let places = text.split_once('.').map_or(0, |(_, part)| part.len());
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
    let lead = digits.iter().position(|d| *d != b'0').unwrap_or(0);
    let end = digits.iter().rposition(|d| *d != b'0').map_or(0, |i| i + 1);
    let mut found = Vec::new();
    let mut add = |digits: &[u8]| {
        let power = i32::try_from(places).unwrap_or(0);
        let read = std::str::from_utf8(digits)
            .ok()
            .and_then(|t| t.parse::<Exact>().ok());
        found.extend(
            read.map(|v| times_ten(&v, -power))
                .filter(|v| v != value && *v != Exact::zero()),
        );
    };
    for at in lead..end {
        for digit in b'0'..=b'9' {
            let mut changed = digits.clone();
            changed[at] = digit;
            add(&changed);
        }
        if at + 1 < end {
            let mut changed = digits.clone();
            changed.swap(at, at + 1);
            add(&changed);
        }
    }
    found
}
