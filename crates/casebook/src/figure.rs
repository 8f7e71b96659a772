//! Exact numbers as people write and say them. Rounds for display only.

use num_traits::{Signed, ToPrimitive, Zero};

use crate::Exact;

/// How a figure is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Style {
    /// Divided by ten to this before writing.
    pub(crate) power: i32,
    /// Written after the number.
    pub(crate) word: &'static str,
    /// Decimals.
    pub(crate) places: u32,
    /// Whether noughts at the end stay.
    pub(crate) fixed: bool,
    /// In words.
    pub(crate) spelled: bool,
}

impl Style {
    /// A plain number with at most two decimals.
    pub(crate) fn plain() -> Self {
        Self {
            power: 0,
            word: "",
            places: 2,
            fixed: false,
            spelled: false,
        }
    }

    /// Per cent with at most two decimals.
    pub(crate) fn percent() -> Self {
        Self {
            power: -2,
            word: "%",
            ..Self::plain()
        }
    }

    /// Reads `million`, `in thousand 1`, `percent 0`, `.2`, `3`, `words`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut style = Self::plain();
        let mut bare = false;
        for word in text.split_whitespace() {
            match word {
                "in" => bare = true,
                "plain" => {}
                "percent" => (style.power, style.word) = (-2, "%"),
                "thousand" => (style.power, style.word) = (3, " thousand"),
                "million" => (style.power, style.word) = (6, " million"),
                "billion" => (style.power, style.word) = (9, " billion"),
                "words" => style.spelled = true,
                digits => {
                    let number = digits.strip_prefix('.').unwrap_or(digits);
                    style.fixed = digits.starts_with('.');
                    style.places = number.parse().ok().filter(|places| *places <= 12)?;
                }
            }
        }
        if bare {
            style.word = "";
        }
        Some(style)
    }

    /// The figure in this style.
    pub(crate) fn write(&self, value: &Exact) -> String {
        let scaled = Exact(&value.0 / Exact::power_of_ten(self.power).0);
        if self.spelled {
            let word = if self.word == "%" {
                " percent"
            } else {
                self.word
            };
            return format!("{}{word}", spelled(&scaled, self.places));
        }
        let mut text = grouped(&scaled, self.places);
        if self.fixed && self.places > 0 {
            let dot = text.find('.').unwrap_or_else(|| {
                text.push('.');
                text.len() - 1
            });
            let have = text.len() - dot - 1;
            text.push_str(&"0".repeat((self.places as usize).saturating_sub(have)));
        }
        format!("{text}{}", self.word)
    }
}

/// Decimal text with thousands commas and at most `places` decimals.
pub(crate) fn grouped(value: &Exact, places: u32) -> String {
    let text = value.decimal(places);
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, part) = match rest.split_once('.') {
        Some((whole, part)) => (whole, format!(".{part}")),
        None => (rest, String::new()),
    };
    let mut marked = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            marked.push(',');
        }
        marked.push(digit);
    }
    format!("{sign}{marked}{part}")
}

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: &[&str] = &[
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

const SCALES: &[(u64, &str)] = &[
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// A number as it is said: `two point four`, `minus twelve thousand`.
fn spelled(value: &Exact, places: u32) -> String {
    let rounded = value.rounded(places);
    let sign = if rounded.0.is_negative() {
        "minus "
    } else {
        ""
    };
    let text = rounded.abs().decimal(places);
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let number = rounded.abs().0.to_integer().to_u64();
    let mut said = number.map_or_else(|| whole.to_owned(), whole_in_words);
    if !part.is_empty() && !rounded.0.is_zero() {
        said.push_str(" point");
        for digit in part.bytes() {
            said.push(' ');
            said.push_str(SMALL[usize::from(digit - b'0')]);
        }
    }
    format!("{sign}{said}")
}

fn whole_in_words(number: u64) -> String {
    for (scale, name) in SCALES {
        if number >= *scale {
            let head = format!("{} {name}", whole_in_words(number / scale));
            return match number % scale {
                0 => head,
                rest => format!("{head} {}", whole_in_words(rest)),
            };
        }
    }
    let small = |n: u64| SMALL[usize::try_from(n).unwrap_or(0)];
    match number {
        0..20 => small(number).to_owned(),
        20..100 => {
            let tens = TENS[usize::try_from(number / 10).unwrap_or(0)];
            match number % 10 {
                0 => tens.to_owned(),
                rest => format!("{tens}-{}", small(rest)),
            }
        }
        _ => {
            let head = format!("{} hundred", small(number / 100));
            match number % 100 {
                0 => head,
                rest => format!("{head} {}", whole_in_words(rest)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Style;

    fn check(number: &str, style: &str, expected: &str) {
        let value = number.parse().expect("a number");
        let written = Style::read(style).map(|style| style.write(&value));
        assert_eq!(written.as_deref(), Some(expected), "{number}|{style}");
    }

    #[test]
    fn figures_are_written_as_the_style_says() {
        check("531000000", "million", "531 million");
        check("531000000", "in million", "531");
        check("4502000", "million 1", "4.5 million");
        check("168778.24", "0", "168,778");
        check("168778", "in thousand 0", "169");
        check("0.25", "percent", "25%");
        check("0.108959", "percent 1", "10.9%");
        check("5.9", ".2", "5.90");
        check("-907200", "", "-907,200");
        check("2400000", "million words", "two point four million");
        check(
            "1261440",
            "words",
            "one million two hundred sixty-one thousand four hundred forty",
        );
        check("0.12", "percent words", "twelve percent");
        check("-12", "words", "minus twelve");
    }

    #[test]
    fn an_unknown_style_is_refused() {
        assert_eq!(Style::read("millions"), None);
        assert_eq!(Style::read("99"), None);
    }
}
