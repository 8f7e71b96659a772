//! Units and currencies around a number.

use crate::tokens::{Kind, Token, mark, word};

/// A unit read in the tokens.
pub(super) struct UnitRead {
    /// Canonical name: `%`, `pp`, `EUR`, `months`.
    pub(super) name: &'static str,
    /// The value is in hundredths of the unit: cents.
    pub(super) hundredths: bool,
    /// Index of the token after it.
    pub(super) next: usize,
}

/// A currency sign or code that stands before its number.
pub(super) fn currency_before(tokens: &[Token], index: usize) -> Option<(&'static str, usize)> {
    let token = tokens.get(index)?;
    let name = match token.kind {
        Kind::Mark => sign(&token.text)?,
        Kind::Word if token.text == "us" && mark(tokens, index + 1, '$') => {
            return Some(("USD", index + 2));
        }
        Kind::Word => code(&token.text)?,
        Kind::Number => return None,
    };
    Some((name, index + 1))
}

fn sign(text: &str) -> Option<&'static str> {
    Some(match text {
        "\u{20ac}" => "EUR",
        "$" => "USD",
        "\u{a3}" => "GBP",
        "\u{a5}" => "JPY",
        "\u{20b9}" => "INR",
        _ => return None,
    })
}

fn code(text: &str) -> Option<&'static str> {
    Some(match text {
        "eur" => "EUR",
        "usd" => "USD",
        "gbp" => "GBP",
        "jpy" => "JPY",
        "chf" => "CHF",
        "idr" | "rp" => "IDR",
        "inr" | "rs" => "INR",
        _ => return None,
    })
}

/// A unit that stands after its number.
pub(super) fn unit_after(tokens: &[Token], index: usize) -> Option<UnitRead> {
    let token = tokens.get(index)?;
    let plain = |name, next| {
        Some(UnitRead {
            name,
            hundredths: false,
            next,
        })
    };
    if token.kind == Kind::Mark {
        let name = if token.text == "%" {
            percent_mark(tokens, index)?
        } else {
            sign(&token.text)?
        };
        return plain(name, index + 1);
    }
    if let Some((name, next)) = two_words(tokens, index) {
        return plain(name, next);
    }
    let text = token.word();
    if matches!(text, "cent" | "cents" | "ct" | "cts" | "pence") {
        let name = if text == "pence" { "GBP" } else { "cents" };
        return Some(UnitRead {
            name,
            hundredths: true,
            next: index + 1,
        });
    }
    plain(one_word(text)?, index + 1)
}

/// `5%-points` and `5% points` are points; a bare sign is percent.
fn percent_mark(tokens: &[Token], index: usize) -> Option<&'static str> {
    let points = |i: usize| matches!(word(tokens, i), "points" | "point" | "pts");
    let dashed = mark(tokens, index + 1, '-') && points(index + 2);
    Some(if dashed || points(index + 1) {
        "pp"
    } else {
        "%"
    })
}

fn two_words(tokens: &[Token], index: usize) -> Option<(&'static str, usize)> {
    let second = if mark(tokens, index + 1, '-') {
        index + 2
    } else {
        index + 1
    };
    let name = match (word(tokens, index), word(tokens, second)) {
        ("percentage" | "percent", "point" | "points") => "pp",
        ("basis", "point" | "points") => "bp",
        ("per", "cent") => "%",
        ("kilowatt", "hour" | "hours") => "kWh",
        ("megawatt", "hour" | "hours") => "MWh",
        ("gigawatt", "hour" | "hours") => "GWh",
        ("terawatt", "hour" | "hours") => "TWh",
        ("square", "metres" | "meters") => "m2",
        _ => return None,
    };
    Some((name, second + 1))
}

fn one_word(text: &str) -> Option<&'static str> {
    Some(match text {
        "percent" | "pct" => "%",
        "pp" | "ppt" | "ppts" => "pp",
        "bps" => "bp",
        "euro" | "euros" | "eur" | "eu" => "EUR",
        "dollar" | "dollars" | "usd" | "bucks" => "USD",
        "pound" | "pounds" | "gbp" | "quid" => "GBP",
        "yen" | "jpy" => "JPY",
        "franc" | "francs" | "chf" => "CHF",
        "rupiah" | "rupiahs" | "idr" => "IDR",
        "rupee" | "rupees" | "inr" => "INR",
        "month" | "months" | "mo" | "mos" => "months",
        "year" | "years" | "yr" | "yrs" => "years",
        "week" | "weeks" => "weeks",
        "day" | "days" => "days",
        "hour" | "hours" | "hr" | "hrs" | "h" => "hours",
        "minute" | "minutes" | "min" | "mins" => "minutes",
        "kwh" => "kWh",
        "mwh" => "MWh",
        "gwh" => "GWh",
        "twh" => "TWh",
        "kw" | "kilowatt" | "kilowatts" => "kW",
        "mw" | "megawatt" | "megawatts" => "MW",
        "gj" | "gigajoule" | "gigajoules" => "GJ",
        "tonne" | "tonnes" | "ton" | "tons" => "tonnes",
        "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" => "kg",
        "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => "km",
        _ => return None,
    })
}

/// The stretch of time in `a month`, `per year`.
fn period(text: &str) -> Option<&'static str> {
    Some(match text {
        "month" | "mo" => "month",
        "year" | "yr" | "annum" | "y" => "year",
        "week" => "week",
        "day" => "day",
        "hour" | "h" | "hr" => "hour",
        "quarter" => "quarter",
        _ => return None,
    })
}

/// What the number is counted per: `per visit`, `a month`, `/yr`, `monthly`.
pub(super) fn per(tokens: &[Token], index: usize) -> Option<String> {
    let next = word(tokens, index + 1);
    if mark(tokens, index, '/') {
        return period(next).map(str::to_owned);
    }
    match word(tokens, index) {
        "per" | "each" | "every" if period(next).is_some() => period(next).map(str::to_owned),
        "per" if !next.is_empty() && next != "cent" => Some(next.to_owned()),
        "a" | "an" | "the" => period(next).map(str::to_owned),
        "monthly" => Some("month".into()),
        "yearly" | "annually" | "annual" => Some("year".into()),
        "daily" => Some("day".into()),
        "weekly" => Some("week".into()),
        _ => None,
    }
}
