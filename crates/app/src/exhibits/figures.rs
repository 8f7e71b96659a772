//! Numbers and times as exhibits print them.

use casebook::{Cell, Exact};
use interview::At;

/// Stands where nothing is known.
pub(super) const UNKNOWN: &str = "–";

/// `-1234.5` at two places as `−1,234.50`: every figure of a column has the same decimals.
pub(super) fn figure(value: &Exact, places: u32) -> String {
    let plain = value.decimal(places);
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", plain.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = thousands(whole);
    match places as usize {
        0 => format!("{sign}{whole}"),
        width => format!("{sign}{whole}.{part:0<width$}"),
    }
}

/// A number of the drawing (an axis tick, a sum) printed as [`figure`] would.
pub(super) fn drawn(value: f64, places: usize) -> String {
    let plain = format!("{:.places$}", value.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let sign = if value < 0.0 && plain.contains(|c| ('1'..='9').contains(&c)) {
        "−"
    } else {
        ""
    };
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{part}", thousands(whole))
}

/// A cell as it stands in a table.
pub(super) fn cell(cell: &Cell, places: u32) -> String {
    match cell {
        Cell::Number(value) => figure(value, places),
        Cell::Text(words) => words.clone(),
        Cell::Empty => UNKNOWN.to_owned(),
    }
}

/// `1_100_500` milliseconds as `18:20`.
pub(super) fn clock(at: At) -> String {
    let secs = at.0 / 1000;
    format!("{}:{:02}", secs / 60, secs % 60)
}

fn thousands(digits: &str) -> String {
    let mut marked = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            marked.push(',');
        }
        marked.push(digit);
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_its_column_s_decimals_a_true_minus_and_thousands() {
        for (text, places, expected) in [
            ("1600", 0, "1,600"),
            ("1234567.5", 1, "1,234,567.5"),
            ("-74.4", 0, "−74"),
            ("9.4", 2, "9.40"),
            ("1/3", 1, "0.3"),
            ("-0.01", 1, "0.0"),
            ("999", 0, "999"),
        ] {
            let value: Exact = text.parse().expect("a number");
            assert_eq!(figure(&value, places), expected, "{text}");
        }
    }

    #[test]
    fn a_time_counts_minutes_of_the_case() {
        assert_eq!(clock(At(1_100_999)), "18:20");
        assert_eq!(clock(At(0)), "0:00");
    }
}
