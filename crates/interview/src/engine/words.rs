//! Plain word work for decisions that need no reader: content words, crudely stemmed.

/// Words that carry no content.
const STOP: &[&str] = &[
    "about", "all", "also", "and", "any", "are", "because", "been", "before", "being", "but",
    "can", "could", "did", "does", "each", "for", "from", "give", "had", "has", "have", "how",
    "into", "its", "just", "know", "let", "like", "look", "many", "may", "more", "most", "much",
    "need", "not", "now", "one", "our", "out", "over", "per", "see", "should", "some", "start",
    "take", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "two", "very", "want", "was", "were", "what", "when", "where", "which", "who",
    "why", "will", "with", "would", "you", "your",
];

/// The shortest word that carries content.
const WORD_CHARS_MIN: usize = 3;

/// The content words of a text, lower case, without common endings.
pub(crate) fn stems(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() >= WORD_CHARS_MIN && !STOP.contains(&word.as_str()))
        .map(|word| stem(&word))
        .collect()
}

/// A word without its commonest endings; enough to join `sites` and `site`, `charging` and
/// `charge`.
fn stem(word: &str) -> String {
    for ending in [
        "ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e", "y",
    ] {
        if let Some(root) = word.strip_suffix(ending)
            && root.chars().count() > WORD_CHARS_MIN
        {
            return root.to_owned();
        }
    }
    word.to_owned()
}

/// A label or question as it stands after a colon: `Payback hurdle.` becomes `payback hurdle`,
/// `How long?` becomes `how long`, `EBIT margin` stays.
pub(crate) fn inside(label: &str) -> String {
    let label = label.trim().trim_end_matches(['.', '?']);
    let mut chars = label.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let second = chars.clone().next();
    let is_name = second.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == ' ');
    if is_name {
        label.to_owned()
    } else {
        first.to_lowercase().chain(chars).collect()
    }
}

/// Whether the text holds one of these, each a stretch of lower-case words.
pub(crate) fn says(text: &str, stretches: &[&str]) -> bool {
    let mut lower = String::from(" ");
    for word in text
        .to_lowercase()
        .replace('’', "'")
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
    {
        if !word.is_empty() {
            lower.push_str(word);
            lower.push(' ');
        }
    }
    stretches
        .iter()
        .any(|stretch| lower.contains(&format!(" {stretch} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_do_not_part_a_word_from_itself() {
        assert_eq!(stems("charging sites"), stems("charge site"));
    }

    #[test]
    fn a_label_takes_its_place_in_a_sentence_but_an_abbreviation_keeps_its_capitals() {
        assert_eq!(inside("Payback hurdle."), "payback hurdle");
        assert_eq!(inside("EBIT margin"), "EBIT margin");
        assert_eq!(inside("How long?"), "how long");
    }

    #[test]
    fn a_stretch_is_found_between_punctuation_but_not_inside_a_word() {
        assert!(says("So, which means: less.", &["which means"]));
        assert!(!says("somewhich meansless", &["which means"]));
    }
}
