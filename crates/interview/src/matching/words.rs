//! Words of an utterance for matching: lower case, accents folded, with stems, stop words and
//! fillers told apart. Never looks at a case.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Words that carry no topic.
pub(crate) const STOP: &str = "a about above after again all also am an and any are as at be because been before being \
 both but by can could did do does doing don't for from further get got had has have having he her here hers him his how \
 i i'd i'll i'm i've if in into is isn't it it's its itself just let let's me might more most my no nor not now of off on once \
 only or other our out over own per same shall she should so some such than that that's the their them then there there's \
 these they they're this those through to too under until up us very was we we'd we'll we're we've were what what's when where \
 which while who whom why will with would you you'd your yours one two first second third also really actually maybe \
 perhaps want like would need know think look see going go say said tell give make makes sure okay ok thing things lot \
 bit well right still even much many way ways kind sort point part";

/// Sounds and phrases that only hold the floor.
const FILLERS: &str = "um uh uhm umm erm er hmm hm mm mhm ah eh oh yeah yep yup okay ok like so basically literally \
 honestly obviously actually right alright anyway well";

/// Fillers of two words.
const FILLER_PAIRS: [(&str, &str); 5] = [
    ("you", "know"),
    ("i", "mean"),
    ("sort", "of"),
    ("kind", "of"),
    ("let's", "say"),
];

static STOP_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| sorted(STOP));
static FILLER_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| sorted(FILLERS));

fn sorted(list: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = list.split_whitespace().collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The longest text read for matching, in bytes: about 3,000 words, ten times a long spoken answer.
pub(crate) const TEXT_LIMIT: usize = 20_000;

/// `text` cut at a character boundary so that it is at most [`TEXT_LIMIT`] bytes.
#[must_use]
pub(crate) fn bounded(text: &str) -> &str {
    if text.len() <= TEXT_LIMIT {
        return text;
    }
    let mut end = TEXT_LIMIT;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Words in order: runs of letters and digits, with an apostrophe or a decimal mark inside, and `%`.
#[must_use]
pub(crate) fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = bounded(text).chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        if c.is_alphanumeric() {
            fold(c, &mut word);
        } else if matches!(c, '\'' | '\u{2019}') && !word.is_empty() && next.is_alphabetic() {
            word.push('\'');
        } else if c == '.' && ends_in_digit(&word) && next.is_ascii_digit() {
            word.push('.');
        } else if c == ',' && ends_in_digit(&word) && next.is_ascii_digit() {
            // A thousands mark: the digits run on.
        } else {
            close(&mut word, &mut words);
            if c == '%' {
                words.push("percent".to_owned());
            }
        }
    }
    close(&mut word, &mut words);
    words
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

fn close(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// Adds `c` in lower case without its accent; Latin letters only, others stay.
pub(super) fn fold(c: char, word: &mut String) {
    for low in c.to_lowercase() {
        match low {
            'à'..='å' | 'ā' | 'ă' | 'ą' => word.push('a'),
            'æ' => word.push_str("ae"),
            'ç' | 'ć' | 'č' => word.push('c'),
            'ď' | 'đ' => word.push('d'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' => word.push('e'),
            'ì'..='ï' | 'ī' => word.push('i'),
            'ł' => word.push('l'),
            'ñ' | 'ń' | 'ň' => word.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => word.push('o'),
            'ř' => word.push('r'),
            'ß' => word.push_str("ss"),
            'ś' | 'š' | 'ş' => word.push('s'),
            'ť' => word.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => word.push('u'),
            'ý' | 'ÿ' => word.push('y'),
            'ź' | 'ż' | 'ž' => word.push('z'),
            // Combining accents of decomposed text.
            '\u{300}'..='\u{36f}' => {}
            other => word.push(other),
        }
    }
}

/// Whether the word carries no topic.
#[must_use]
pub(crate) fn is_stop(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

fn is_filler(word: &str) -> bool {
    FILLER_WORDS.binary_search(&word).is_ok()
}

/// `words` without fillers and without the repeats of a stammer.
#[must_use]
pub(crate) fn without_fillers(words: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut skip = false;
    for (at, word) in words.iter().enumerate() {
        if std::mem::take(&mut skip) || is_filler(word) || kept.last() == Some(word) {
            continue;
        }
        let next = words.get(at + 1).map_or("", String::as_str);
        if FILLER_PAIRS.contains(&(word, next)) {
            skip = true;
            continue;
        }
        kept.push(word.clone());
    }
    kept
}

/// The Porter stem of a lower-case word.
#[must_use]
pub(crate) fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    STEMMER.stem(word).into_owned()
}

/// Stems of the words that carry a topic, in order.
#[must_use]
pub(crate) fn content_stems(words: &[String]) -> Vec<String> {
    words
        .iter()
        .filter(|w| !is_stop(w))
        .map(|w| stem(w))
        .collect()
}

/// Whether this only holds the floor; a mark behind it is part of it.
pub(crate) fn holds_the_floor(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.', '\u{2026}']).to_lowercase();
    FILLER_WORDS.binary_search(&bare.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        words(text).join(" ")
    }

    #[test]
    fn words_fold_case_accents_and_marks() {
        assert_eq!(
            joined("Cafés, it's 1,500.50% — naïve"),
            "cafes it's 1500.50 percent naive"
        );
    }

    #[test]
    fn fillers_and_stammers_go() {
        let spoken = words("um so I, I would like, you know, the the price");
        assert_eq!(without_fillers(&spoken).join(" "), "i would the price");
    }

    #[test]
    fn stems_join_forms_of_a_word() {
        assert_eq!(stem("margins"), stem("margin"));
        assert_eq!(stem("client's"), "client");
    }

    #[test]
    fn a_huge_text_is_cut_at_a_character() {
        let huge = "é".repeat(TEXT_LIMIT);
        assert!(bounded(&huge).len() <= TEXT_LIMIT);
    }
}
