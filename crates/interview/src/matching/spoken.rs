//! Which numbers two texts share, by their digits alone: `2.4`, `sixteen`, `fifty five`.
//! Magnitudes and units are the number reader's work; here a shared figure is only a hint.

use std::collections::BTreeSet;

const UNITS: [&str; 20] = [
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

const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// Figures in `words`; one and two say too little and are left out.
#[must_use]
pub(crate) fn number_keys(words: &[String]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut open_tens = None;
    for word in words {
        let tens = open_tens.take();
        if let Some(at) = TENS
            .iter()
            .position(|tens| !tens.is_empty() && tens == word)
        {
            open_tens = Some(at * 10);
            keys.insert((at * 10).to_string());
        } else if let Some(unit) = UNITS.iter().position(|unit| unit == word) {
            let value = unit + tens.filter(|_| unit < 10).unwrap_or(0);
            if let Some(tens) = tens.filter(|_| unit < 10) {
                keys.remove(&tens.to_string());
            }
            keys.insert(value.to_string());
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            let digits: String = word
                .chars()
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .collect();
            keys.insert(digits.trim_end_matches('.').to_owned());
        }
    }
    keys.retain(|key| !matches!(key.as_str(), "0" | "1" | "2"));
    keys
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn digits_and_words_meet() {
        let keys = |text: &str| {
            number_keys(&words(text))
                .into_iter()
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(keys("about fifty five percent of 1,600"), "1600 55");
        assert_eq!(keys("sixteen of the twenty, 2.4m"), "16 2.4 20");
        assert_eq!(keys("one or two"), "");
    }
}
