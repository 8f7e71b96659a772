//! Figures of the neutral YAML in base units: `2.4` with `million cars` is 2,400,000 cars.

use crate::Exact;

/// A figure with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    /// As written.
    pub(super) raw: Exact,
    /// What formulas use: `25 %` is 1/4.
    pub(super) value: Exact,
    /// Base unit.
    pub(super) unit: String,
    /// Power of ten between the two.
    pub(super) power: i32,
}

impl Amount {
    /// A figure as written beside its unit.
    pub(super) fn of(raw: Exact, unit: &str) -> Self {
        let unit = unit.split(['(', ';']).next().unwrap_or_default().trim();
        let (power, unit) = scale(unit);
        let value = Exact(&raw.0 * Exact::power_of_ten(power).0);
        Self {
            raw,
            value,
            unit,
            power,
        }
    }

    /// `7.06 EUR per month`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-')));
        let (number, unit) = text.split_at(end.unwrap_or(text.len()));
        let raw = number.replace(',', "").parse().ok()?;
        Some(Self::of(raw, unit))
    }

    /// As the case format writes a value: `2.4 million`, `25%`, `0.59`.
    pub(super) fn written(&self) -> String {
        let word = match self.power {
            -2 => "%",
            3 => " thousand",
            6 => " million",
            9 => " billion",
            _ => "",
        };
        format!("{}{word}", self.raw.decimal(12))
    }

    /// Another figure in this one's unit, such as its tolerance.
    pub(super) fn like(&self, raw: Exact) -> Self {
        Self {
            value: Exact(&raw.0 * Exact::power_of_ten(self.power).0),
            raw,
            ..self.clone()
        }
    }
}

/// The power of ten in a unit, and the unit without it.
fn scale(unit: &str) -> (i32, String) {
    if unit.starts_with('%') {
        return (-2, unit.to_owned());
    }
    for (word, power) in [("thousand", 3), ("million", 6), ("billion", 9)] {
        if let Some(rest) = unit.strip_prefix(word)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (power, rest.trim().trim_start_matches("of ").to_owned());
        }
    }
    (0, unit.to_owned())
}

/// Whether two figures agree but for rounding in the third significant place.
pub(super) fn near(left: &Exact, right: &Exact) -> bool {
    let slack = Exact(right.abs().0 / Exact::whole(200).0);
    left.within(right, &slack)
}

/// Figures in a sentence, in base units: thousands commas, `%` and scale words understood.
pub(super) fn in_text(text: &str) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let part_of_word = rest[..at].ends_with(|c: char| c.is_alphabetic());
        let minus =
            rest[..at].ends_with('-') && !rest[..at - 1].ends_with(|c: char| c.is_alphanumeric());
        let end = rest[at..].find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let end = end.map_or(rest.len(), |length| at + length);
        let number = rest[at..end].trim_end_matches(['.', ',']).replace(',', "");
        rest = &rest[end..];
        let Ok(number) = number.parse::<Exact>() else {
            continue;
        };
        let number = if minus { Exact(-number.0) } else { number };
        if !part_of_word {
            let unit = rest.trim_start();
            let word = unit
                .find([' ', '.', ',', ';', ')'])
                .map_or(unit, |end| &unit[..end]);
            let kept = ["%", "thousand", "million", "billion"].contains(&word);
            let percent = if rest.starts_with('%') { "%" } else { word };
            found.push(Amount::of(
                number,
                if kept || rest.starts_with('%') {
                    percent
                } else {
                    ""
                },
            ));
        }
    }
    found
}
