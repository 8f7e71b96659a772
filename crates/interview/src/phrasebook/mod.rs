//! Words for acts: several ways to say each thing, so that an attempt does not hear the same line
//! twice while another is left. Never praises, never scores, never holds anything about a case.

use std::collections::BTreeMap;
use std::sync::LazyLock;

mod phrase;

pub(crate) use phrase::Phrase;

/// The English lines, one list a phrase, `{slot}` where the case's words go.
const ENGLISH: &str = include_str!("../../phrases/en.toml");

static BOOK: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| toml::from_str(ENGLISH).unwrap_or_default());

/// The least-used way to say `phrase`, given what was said before. Ties are broken by `salt`, so
/// that two attempts do not run through the same lines in the same order.
pub(crate) fn word(phrase: Phrase, slots: &[(&str, &str)], said: &[String], salt: u64) -> String {
    let Some(lines) = BOOK.get(phrase.key()).filter(|lines| !lines.is_empty()) else {
        return String::new();
    };
    let count = lines.len() as u64;
    let best = (0..lines.len())
        .min_by_key(|index| {
            let line = &lines[*index];
            let turned = (*index as u64 + salt) % count;
            (times_said(line, said), turned)
        })
        .unwrap_or(0);
    fill(&lines[best], slots)
}

/// Every slot replaced by its value.
fn fill(line: &str, slots: &[(&str, &str)]) -> String {
    let mut text = line.to_owned();
    for (name, value) in slots {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// How often a line was said: its longest stretch between slots is looked for.
fn times_said(line: &str, said: &[String]) -> usize {
    let stretch = line
        .split(['{', '}'])
        .step_by(2)
        .max_by_key(|part| part.len())
        .unwrap_or(line);
    said.iter().filter(|text| text.contains(stretch)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that would tell the candidate how it went.
    const PRAISE: &[&str] = &[
        "great",
        "good",
        "excellent",
        "perfect",
        "well done",
        "nice",
        "impressive",
        "correct",
        "right answer",
        "that is wrong",
        "you are right",
        "brilliant",
        "fantastic",
        "awesome",
        "amazing",
        "!",
    ];

    #[test]
    fn every_phrase_has_lines_and_frequent_ones_have_eight() {
        for phrase in Phrase::all() {
            let lines = BOOK.get(phrase.key()).map_or(0, Vec::len);
            let least = if phrase.frequent() { 8 } else { 2 };
            assert!(lines >= least, "{} has {lines} lines", phrase.key());
        }
    }

    #[test]
    fn every_line_belongs_to_a_phrase() {
        for key in BOOK.keys() {
            assert!(Phrase::all().any(|p| p.key() == key), "{key} is never said");
        }
    }

    #[test]
    fn no_line_belongs_to_two_phrases() {
        let mut seen = std::collections::BTreeSet::new();
        for line in BOOK.values().flatten() {
            assert!(seen.insert(line), "{line:?} is said for two things");
        }
    }

    #[test]
    fn no_line_praises_or_blames() {
        for line in BOOK.values().flatten() {
            let lower = line.to_lowercase();
            for word in PRAISE {
                assert!(!lower.contains(word), "{line:?} says {word:?}");
            }
        }
    }

    #[test]
    fn one_line_asks_at_most_one_question() {
        for line in BOOK.values().flatten() {
            assert!(line.matches('?').count() <= 1, "{line:?}");
        }
    }

    #[test]
    fn a_line_is_not_said_again_while_another_is_unused() {
        let mut said = Vec::new();
        for turn in 0..8 {
            let line = word(Phrase::Acknowledge, &[], &said, turn * 7);
            assert!(!said.contains(&line), "{line:?} came twice");
            said.push(line);
        }
    }

    #[test]
    fn slots_are_filled() {
        let line = word(Phrase::AskBack, &[("item", "the payback hurdle")], &[], 0);
        assert!(
            line.contains("the payback hurdle") && !line.contains('{'),
            "{line}"
        );
    }
}
