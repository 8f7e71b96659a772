//! A figure typed in where a name should stand: right at the authored numbers, wrong at others.

use crate::Exact;
use crate::names::{Definition, is_percent};
use crate::template::{Piece, Template};

use super::Lint;
use super::prose::{Text, prose};

/// Words that multiply the number before them, with the power of ten.
const SCALES: &[(&str, i32)] = &[
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("k", 3),
    ("m", 6),
    ("bn", 9),
];

/// How many words on either side may say what a small number counts.
const WORDS_NEAR: usize = 4;

/// Whole numbers below this are too common to be taken for a value by their digits alone.
const COMMON_BELOW: i64 = 100;

/// Significant figures from which a rounded value is known by its digits.
const FIGURES: usize = 3;

/// Letters of a word that make it the same as another: `sites` and `site`.
const STEM: usize = 4;

/// Words of names that say nothing about which number it is.
const EMPTY_WORDS: &[&str] = &[
    "share",
    "rate",
    "margin",
    "cost",
    "price",
    "year",
    "month",
    "total",
    "value",
    "count",
    "million",
    "thousand",
    "point",
    "with",
    "from",
    "after",
    "before",
    "their",
    "under",
    "over",
    "this",
    "that",
    "today",
    "each",
    "cancelled",
];

/// A number in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    at: usize,
    text: String,
    value: Exact,
    /// What one of its last digit is worth.
    unit: Exact,
    percent: bool,
    near: Vec<String>,
}

pub(super) fn check(lint: &Lint<'_>) {
    for text in prose(lint) {
        let Ok(template) = Template::read(text.text) else {
            continue;
        };
        pieces(lint, &text, &template.pieces);
    }
}

fn pieces(lint: &Lint<'_>, text: &Text<'_>, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Words(at, words) => {
                for typed in numbers(words) {
                    judge(lint, text, *at, &typed);
                }
            }
            Piece::Choice { yes, no, .. } => {
                self::pieces(lint, text, yes);
                self::pieces(lint, text, no);
            }
            Piece::Figure { .. } | Piece::Guard(..) => {}
        }
    }
}

fn judge(lint: &Lint<'_>, text: &Text<'_>, at: usize, typed: &Typed) {
    let Some(values) = lint.sets.there.first().map(|set| &set.values) else {
        return;
    };
    let definitions = &lint.authored.named.definitions.list;
    let same = |index: usize| {
        let value = values.of(index);
        // Constraints and conditions are worth 0 or 1, which nobody means by a digit.
        let is_figure = |value: &Exact| *value != Exact::zero() && *value != Exact::whole(1);
        value.is_ok_and(|value| is_figure(&value) && typed.says(&definitions[index], &value))
    };
    let (moving, constant): (Vec<usize>, Vec<usize>) = (0..definitions.len())
        .filter(|index| same(*index))
        .partition(|index| lint.moving.is(*index));
    // A constant of the same value may be what is meant.
    let Some(first) = moving.first().filter(|_| constant.is_empty()) else {
        return;
    };
    let name = &definitions[*first].name;
    let place = text.place.inside(text.text, at + typed.at);
    let what = format!("`{}` is typed in, but `{name}` moves", typed.text);
    lint.problem(
        &place,
        what,
        format!(
            "write {{{name}}} in a fitting style, or {{{}}} if it is another matter",
            typed.plain()
        ),
    );
}

impl Typed {
    fn plain(&self) -> String {
        let digits = self
            .text
            .split(|c: char| !(c.is_ascii_digit() || c == '.'))
            .collect::<String>();
        if self.percent {
            format!("{digits}%")
        } else {
            digits
        }
    }

    /// Whether it is how this value would be written.
    fn says(&self, definition: &Definition, value: &Exact) -> bool {
        if self.percent != is_percent(&definition.unit) {
            return false;
        }
        if self.value == *value {
            let small = self.value < Exact::whole(COMMON_BELOW) && self.figures() < FIGURES;
            return !small || self.names(definition);
        }
        let half = Exact(&self.unit.0 / Exact::whole(2).0);
        let figures = self.figures();
        let significant = figures >= FIGURES || figures > 1 && self.text.contains('.');
        significant && self.value.within(value, &half)
    }

    fn figures(&self) -> usize {
        let digits: String = self.text.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').len()
    }

    /// Whether a telling word beside it is of the name or label of what it may stand for.
    fn names(&self, definition: &Definition) -> bool {
        let words = format!("{} {}", definition.name, definition.label).to_lowercase();
        let telling = words
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.len() >= STEM && !is_empty_word(word));
        let stems: Vec<&str> = telling.filter_map(|word| word.get(..STEM)).collect();
        let beside = |stem: &&str| self.near.iter().any(|word| word.starts_with(stem));
        stems.iter().any(beside)
    }
}

fn is_empty_word(word: &str) -> bool {
    EMPTY_WORDS.iter().any(|empty| word.starts_with(empty))
}

/// The words on either side of a number, lower case.
fn beside(words: &str, start: usize, end: usize) -> Vec<String> {
    let clean = |word: &str| {
        word.to_lowercase()
            .replace(|c: char| !c.is_alphabetic(), "")
    };
    let before = words[..start].split_whitespace().rev().take(WORDS_NEAR);
    let after = words[end..].split_whitespace().take(WORDS_NEAR);
    before.chain(after).map(clean).collect()
}

/// The numbers written in digits.
fn numbers(words: &str) -> Vec<Typed> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = words[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|i| at + i)
    {
        let length = digits(&words[start..]);
        let glued = words[..start].chars().next_back();
        let is_name = glued.is_some_and(|c| c.is_alphabetic() || c == '_');
        // Plays begin their lines with minutes and seconds.
        let is_time = glued == Some(':') || words[start + length..].starts_with(':');
        if !is_name && !is_time {
            found.extend(number(words, start, length));
        }
        at = start + length;
    }
    found
}

/// Bytes of the number at the start: digits, commas between them, one point.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let next_is_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes[end] {
            b'0'..=b'9' => end += 1,
            b',' | b'.' if next_is_digit => end += 1,
            _ => break,
        }
    }
    end
}

fn number(words: &str, start: usize, length: usize) -> Option<Typed> {
    let text = &words[start..start + length];
    let plain = text.replace(',', "");
    let places = plain.split_once('.').map_or(0, |(_, part)| part.len());
    let after = &words[start + length..];
    let next = after
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let next = next.trim_end_matches(|c: char| !c.is_alphabetic());
    let percent = after.starts_with('%') || next == "percent";
    let power = SCALES.iter().find(|(word, _)| *word == next);
    let power = power.map_or(if percent { -2 } else { 0 }, |(_, power)| *power);
    let scale = Exact::power_of_ten(power);
    let value: Exact = plain.parse().ok()?;
    let last = Exact::power_of_ten(-i32::try_from(places).ok()?);
    Some(Typed {
        at: start,
        text: text.to_owned() + if after.starts_with('%') { "%" } else { "" },
        value: Exact(value.0 * &scale.0),
        unit: Exact(last.0 * &scale.0),
        percent,
        near: beside(words, start, start + length),
    })
}
