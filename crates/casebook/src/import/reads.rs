//! How an item is recognised, derived from its own texts: keywords, `require` groups, number
//! claims. A group is kept only if every phrasing of the item has a word of it, so that
//! nothing the author wrote is refused.

use std::collections::BTreeMap;

use super::amounts::in_text;
use super::figures::Figures;
use super::toml_text::{Page, quoted};

/// How many keywords an item gets.
const KEYWORDS: usize = 6;

/// How many derived `require` groups an item gets.
const GROUPS: usize = 3;

/// Words that tell nothing about an item.
const IDLE: &[&str] = &[
    "about", "above", "after", "again", "against", "also", "another", "because", "been", "before",
    "being", "below", "between", "both", "could", "does", "doing", "down", "each", "either",
    "else", "even", "every", "first", "from", "have", "here", "into", "itself", "just", "less",
    "like", "many", "more", "most", "much", "must", "need", "never", "next", "nothing", "once",
    "only", "other", "over", "same", "should", "since", "some", "still", "such", "take", "than",
    "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "under",
    "until", "very", "want", "well", "were", "what", "when", "where", "which", "while", "will",
    "with", "without", "would", "your", "client", "board",
];

/// Directions: an insight that says one is not met by its opposite.
const DIRECTIONS: &[&[&str]] = &[
    &[
        "up",
        "rise",
        "rises",
        "rose",
        "risen",
        "grow",
        "grows",
        "grew",
        "grown",
        "higher",
        "increase",
        "increased",
        "increases",
        "more",
        "gain",
        "gained",
    ],
    &[
        "down",
        "fall",
        "falls",
        "fell",
        "fallen",
        "lower",
        "drop",
        "dropped",
        "drops",
        "decrease",
        "decreased",
        "less",
        "lose",
        "loses",
        "lost",
        "loss",
        "shrink",
        "shrinks",
    ],
];

/// Words of a text that tell something, in lower case.
pub(super) fn telling(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    let words = split.map(|word| word.trim_matches('\'').to_lowercase());
    words
        .filter(|word| word.chars().count() >= 4 && !IDLE.contains(&word.as_str()))
        .filter(|word| !word.chars().any(|c| c.is_ascii_digit()))
        .collect()
}

/// The words that the texts of an item share, commonest first, then in order.
pub(super) fn keywords(texts: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (order, word) in texts.iter().flat_map(|text| telling(text)).enumerate() {
        counts.entry(word).or_insert((0, order)).0 += 1;
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by_key(|(_, (count, order))| (std::cmp::Reverse(*count), *order));
    words
        .into_iter()
        .take(KEYWORDS)
        .map(|(word, _)| word)
        .collect()
}

fn has(text: &str, wanted: &str) -> bool {
    let stem: String = wanted
        .chars()
        .take(wanted.chars().count().max(5) - 1)
        .collect();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        word.eq_ignore_ascii_case(wanted)
            || word.to_lowercase().starts_with(&stem) && stem.len() > 3
    })
}

/// Groups that every text of the item meets: names of rows, directions, shared words.
pub(super) fn require(text: &str, phrasings: &[String], names: &[String]) -> Vec<Vec<String>> {
    let all: Vec<&str> = std::iter::once(text)
        .chain(phrasings.iter().map(String::as_str))
        .collect();
    let mut groups: Vec<Vec<String>> = Vec::new();
    let named = names.iter().flat_map(|name| telling(name));
    let named: Vec<String> = named.filter(|word| has(text, word)).collect();
    groups.push(named);
    for words in DIRECTIONS {
        if words.iter().any(|word| has_exactly(text, word)) {
            groups.push(words.iter().map(|word| (*word).to_owned()).collect());
        }
    }
    let shared = telling(text).into_iter();
    let shared = shared.filter(|word| all.iter().all(|text| has(text, word)));
    groups.extend(shared.map(|word| vec![word]));
    groups.retain(|group| {
        !group.is_empty()
            && all
                .iter()
                .all(|text| group.iter().any(|word| has(text, word)))
    });
    groups.dedup();
    groups.truncate(GROUPS);
    groups
}

fn has_exactly(text: &str, wanted: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| word.eq_ignore_ascii_case(wanted))
}

/// Claims for the figures of a text, in base units.
pub(super) fn claims(text: &str) -> Vec<String> {
    let claim = |amount: super::amounts::Amount| {
        let unit = if amount.power == -2 { "%" } else { "" };
        format!(
            "{{ value = {}, unit = {} }}",
            quoted(&amount.written()),
            quoted(unit)
        )
    };
    let mut found: Vec<String> = Vec::new();
    for claim in in_text(text).into_iter().map(claim) {
        if !found.contains(&claim) {
            found.push(claim);
        }
    }
    found
}

/// Writes `require` when there is any.
pub(super) fn write_require(page: &mut Page, groups: &[Vec<String>]) {
    let written: Vec<_> = groups
        .iter()
        .map(|group| {
            let words: Vec<_> = group.iter().map(|word| quoted(word)).collect();
            format!("[{}]", words.join(", "))
        })
        .collect();
    page.items("require", &written);
}

/// Writes phrasings and the keywords they share with `also`.
pub(super) fn write_phrasings(
    page: &mut Page,
    phrasings: &[String],
    also: &str,
    fill: &Figures,
    home: &str,
) {
    let written: Vec<_> = phrasings
        .iter()
        .map(|text| fill.within(home, text))
        .collect();
    page.texts("phrasings", &written);
    let mut texts = phrasings.to_vec();
    texts.push(also.to_owned());
    page.texts("keywords", &keywords(&texts));
}
