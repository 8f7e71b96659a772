//! Numbers as the look asks: thousands with a comma, a true minus, a no-break space before the
//! unit. For display only; nothing is judged on these texts.

use casebook::Exact;

/// Decimals shown of a figure that has no stated number of them: two, as in money and years.
const PLACES: u32 = 2;

/// `1,261,440`, `−12.5`.
#[must_use]
pub fn figure(value: &Exact, places: u32) -> String {
    let plain = value.decimal(places);
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain.as_str()), |d| ("−", d));
    let (whole, part) = digits
        .split_once('.')
        .map_or((digits, None), |(w, p)| (w, Some(p)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push('.');
        out.push_str(part);
    }
    out
}

/// `1,261,440 kWh`, `12.5%`, `5.93 years`.
#[must_use]
pub fn quantity(value: &Exact, unit: &str) -> String {
    let digits = figure(value, PLACES);
    match unit {
        "" => digits,
        "%" => format!("{digits}%"),
        unit => format!("{digits}\u{a0}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_and_signed_for_reading() {
        let check = |text: &str, unit: &str, shown: &str| {
            assert_eq!(quantity(&text.parse().expect("number"), unit), shown);
        };
        check("1261440", "kWh", "1,261,440\u{a0}kWh");
        check("-1234.5", "EUR", "−1,234.5\u{a0}EUR");
        check("12.5", "%", "12.5%");
        check("999", "", "999");
        check("5.925", "years", "5.93\u{a0}years");
    }
}
