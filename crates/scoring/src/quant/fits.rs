//! Whether a number that was said stands for a reference value: units, unsaid scales, unsaid signs.

use casebook::Exact;

use super::said::Said;

/// A number without its scale is below this; `531` may stand for millions, `531,000` may not.
const UNSCALED_MAX: i64 = 10_000;

/// Words that make a number a loss.
const LOSS: &[&str] = &[
    "lose",
    "loses",
    "losing",
    "loss",
    "losses",
    "negative",
    "minus",
    "deficit",
    "red",
    "shortfall",
    "worse",
    "down",
    "drops",
    "drop",
    "falls",
    "fall",
    "decline",
    "declines",
    "below",
    "short",
    "burns",
    "burn",
    "lost",
    "under",
    "fell",
    "decrease",
    "decreases",
    "lower",
];

/// Words between a loss word and its number.
const LOSS_REACH: usize = 7;

/// What kind of thing a unit measures; two of different kind are never the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Percent and percentage points.
    Share,
    /// Any currency.
    Money,
    /// Years, months, days, hours.
    Time,
    /// Anything else that has a name.
    Other,
    /// No unit was said.
    Unsaid,
}

/// The measure of a unit written in words.
pub(super) fn measure(unit: &str) -> Measure {
    let head = unit.split_whitespace().next().unwrap_or("").to_lowercase();
    match head.as_str() {
        "" | "per" | "x" => Measure::Unsaid,
        "%" | "pp" | "percent" | "percentage" | "bp" => Measure::Share,
        code if code.len() == 3 && unit.chars().take(3).all(|c| c.is_ascii_uppercase()) => {
            Measure::Money
        }
        "years" | "year" | "months" | "month" | "days" | "day" | "weeks" | "hours" | "minutes"
        | "hour" | "week" => Measure::Time,
        _ => Measure::Other,
    }
}

/// Whether a number with unit `said` may stand for a value with unit `asked`.
pub(super) fn compatible(said: &str, asked: &str) -> bool {
    let (said, asked) = (measure(said), measure(asked));
    match (said, asked) {
        (Measure::Unsaid, _) => true,
        (Measure::Other, Measure::Other | Measure::Unsaid) => true,
        (Measure::Money | Measure::Time, Measure::Other) => false,
        (a, b) => a == b,
    }
}

/// A reference value to be recognised.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'c> {
    pub(super) value: &'c Exact,
    pub(super) tolerance: &'c Exact,
    pub(super) unit: &'c str,
}

/// What a number stands for when it is a reference value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    pub(super) value: Exact,
    /// Its scale, sign or hundredths had to be inferred.
    pub(super) inferred: bool,
}

/// What `said` stands for, when it is `target` within its tolerance.
pub(super) fn fits(said: &Said<'_>, target: Target<'_>) -> Option<Fit> {
    fits_when(said, target, |reading| {
        reading.within(target.value, target.tolerance)
    })
}

/// What `said` stands for, when one of its readings beside `target` is `close`; a reading as said
/// is preferred.
pub(super) fn fits_when(
    said: &Said<'_>,
    target: Target<'_>,
    close: impl Fn(&Exact) -> bool,
) -> Option<Fit> {
    if !compatible(&said.number.unit, target.unit) {
        return None;
    }
    let plain = said
        .values()
        .map(|value| converted(value, &said.number.unit, target.unit));
    let as_said = plain.take(1).find(|value| close(value));
    if let Some(value) = as_said {
        return Some(Fit {
            value,
            inferred: false,
        });
    }
    said.values().find_map(|value| {
        let found = readings(said, value, target)
            .into_iter()
            .find(|reading| close(reading))?;
        Some(Fit {
            value: found,
            inferred: true,
        })
    })
}

/// Every value that a number may mean beside a target: as said, with its scale or its sign unsaid.
pub(super) fn readings(said: &Said<'_>, value: &Exact, target: Target<'_>) -> Vec<Exact> {
    let plain = converted(value, &said.number.unit, target.unit);
    let mut found = vec![plain.clone()];
    let small = plain.abs() < Exact::whole(UNSCALED_MAX) && plain.abs() >= Exact::power_of_ten(-1);
    let share = measure(target.unit) == Measure::Share;
    if said.number.scale == 0 && small && !share && target.value.abs() >= Exact::whole(1000) {
        found.extend([3, 6, 9].map(|power| times_ten(&plain, power)));
    }
    if share && said.number.unit.is_empty() && plain.abs() < Exact::whole(1) {
        found.push(times_ten(&plain, 2));
    }
    let zero = Exact::zero();
    if target.value < &zero && plain > zero && is_loss(said) {
        let negative: Vec<Exact> = found.iter().map(|v| Exact(-v.0.clone())).collect();
        found.extend(negative);
    }
    found
}

/// Whether the words around a number call it a loss.
pub(super) fn is_loss(said: &Said<'_>) -> bool {
    said.led_by(LOSS, LOSS_REACH) || said.followed_by(LOSS, 4)
}

/// `value` times ten to the `power`.
pub(super) fn times_ten(value: &Exact, power: i32) -> Exact {
    Exact(&value.0 * &Exact::power_of_ten(power).0)
}

/// `value` from the unit said to the unit asked, where both are stretches of time or of energy.
pub(super) fn converted(value: &Exact, said: &str, asked: &str) -> Exact {
    let (Some(from), Some(to)) = (size(said), size(asked)) else {
        return value.clone();
    };
    if from.0 != to.0 {
        return value.clone();
    }
    Exact(&value.0 * &from.1.0 / &to.1.0)
}

/// The kind of a unit and how large it is in the smallest unit of its kind.
fn size(unit: &str) -> Option<(char, Exact)> {
    let head = unit.split_whitespace().next()?.to_lowercase();
    let (kind, whole) = match head.as_str() {
        "years" | "year" => ('t', 12),
        "months" | "month" => ('t', 1),
        "kwh" => ('e', 1),
        "mwh" => ('e', 1000),
        "gwh" => ('e', 1_000_000),
        "twh" => ('e', 1_000_000_000),
        _ => return None,
    };
    Some((kind, Exact::whole(whole)))
}
