//! The exhibits that were handed over, as they lie on the desk: neutral, a table with its
//! title, unit and source. What an exhibit shows is the candidate's work and is not said here.

use askama::Template;
use casebook::{Cell, Exhibit};

use crate::ta;

#[derive(Template)]
#[template(path = "room_exhibit.html")]
struct Figure<'a> {
    exhibit: &'a Exhibit,
    /// `Exhibit 1, handed over at 18:20`.
    handed: String,
    measures: Vec<Measure<'a>>,
}

/// A row of the table: one measure across the options, so that a row has one unit.
struct Measure<'a> {
    label: &'a str,
    unit: &'a str,
    cells: Vec<Shown>,
}

struct Shown {
    text: String,
    number: bool,
}

/// The figure for the desk: the `number`th exhibit, handed over at `at`.
#[must_use]
pub(super) fn figure(exhibit: &Exhibit, number: usize, at: &str) -> String {
    let measures = exhibit
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| Measure {
            label: &column.label,
            unit: &column.unit,
            cells: exhibit
                .rows
                .iter()
                .map(|row| shown(row.cells.get(index), column.places))
                .collect(),
        })
        .collect();
    let handed = ta(
        "room-exhibit-no",
        &[("number", &number.to_string()), ("at", at)],
    );
    Figure {
        exhibit,
        handed,
        measures,
    }
    .render()
    .unwrap_or_default()
}

fn shown(cell: Option<&Cell>, places: u32) -> Shown {
    match cell {
        Some(Cell::Number(value)) => Shown {
            text: grouped(&value.decimal(places)),
            number: true,
        },
        Some(Cell::Text(text)) => Shown {
            text: text.clone(),
            number: false,
        },
        Some(Cell::Empty) | None => Shown {
            text: String::new(),
            number: false,
        },
    }
}

/// `-1600.5` as `−1,600.5`.
fn grouped(decimal: &str) -> String {
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", decimal),
    };
    let (whole, part) = digits.split_once('.').map_or((digits, ""), |(w, p)| (w, p));
    let mut text = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push('.');
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_have_a_comma_and_minus_is_a_minus() {
        let check = |from: &str, to: &str| assert_eq!(grouped(from), to);
        check("1600", "1,600");
        check("-1234567.25", "\u{2212}1,234,567.25");
        check("0.59", "0.59");
        check("169", "169");
    }
}
