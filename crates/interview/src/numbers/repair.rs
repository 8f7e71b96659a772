//! Numbers that the speaker takes back: `six hundred, no, six billion`.

use super::Found;
use super::words::scale_word;
use crate::tokens::{Kind, Token, word};
use casebook::Exact;

/// Tokens between a number and the one that replaces it.
const GAP_TOKENS_MAX: usize = 14;

/// Words that take back what was said; one of them must stand in the gap.
const TAKES_BACK: &[&str] = &[
    "no",
    "sorry",
    "mean",
    "meant",
    "scratch",
    "wait",
    "correction",
    "rather",
    "oops",
    "mistake",
    "wrong",
    "strike",
    "apologies",
    "nope",
    "misspoke",
    "pardon",
    "whoops",
    "correct",
];

/// Words that may stand beside them.
const BESIDE: &[&str] = &[
    "i", "that", "that's", "thats", "it's", "its", "it", "is", "should", "be", "actually", "make",
    "uh", "um", "er", "erm", "eh", "not", "let", "me", "redo", "my", "hang", "hold", "on", "a",
    "second", "oh", "well", "of", "course", "the", "about", "roughly", "said", "say", "sec", "was",
    "or", "have", "to", "so", "and", "but", "right", "would", "minus", "you", "excuse", "just",
    "around", "moment", "one", "ok", "okay", "yes", "this", "nearly",
];

/// Marks withdrawn numbers, and reads a corrected scale: `531 billion, sorry, million`.
pub(super) fn repair(tokens: &[Token], found: &mut Vec<Found>) {
    rescale(tokens, found);
    for index in 1..found.len() {
        let (start, end) = (found[index - 1].end, found[index].start);
        if found[index].same_scale_word {
            continue;
        }
        match gap(tokens, start, end) {
            Gap::TakesBack => found[index - 1].read.withdrawn = true,
            Gap::Denies => found[index].read.withdrawn = true,
            Gap::Other => {}
        }
        let denied = word(tokens, found[index - 1].start.wrapping_sub(1)) == "not"
            && tokens[start..end.min(tokens.len())]
                .iter()
                .any(|t| t.word() == "but");
        if denied && end - start <= 3 {
            found[index - 1].read.withdrawn = true;
        }
    }
}

enum Gap {
    TakesBack,
    Denies,
    Other,
}

fn gap(tokens: &[Token], start: usize, end: usize) -> Gap {
    let Some(between) = tokens.get(start..end) else {
        return Gap::Other;
    };
    if between.len() > GAP_TOKENS_MAX {
        return Gap::Other;
    }
    let words: Vec<&str> = between
        .iter()
        .map(Token::word)
        .filter(|w| !w.is_empty())
        .collect();
    if words == ["not"] {
        return Gap::Denies;
    }
    let marks_only = between
        .iter()
        .all(|t| t.kind == Kind::Word || ",.;-:!?".contains(&t.text));
    let known = words
        .iter()
        .all(|w| TAKES_BACK.contains(w) || BESIDE.contains(w));
    if marks_only && known && words.iter().any(|w| TAKES_BACK.contains(w)) {
        Gap::TakesBack
    } else {
        Gap::Other
    }
}

/// A scale word on its own after words that take back corrects the number before it.
fn rescale(tokens: &[Token], found: &mut Vec<Found>) {
    let mut index = 0;
    while index < found.len() {
        let until = found.get(index + 1).map_or(tokens.len(), |next| next.start);
        if let Some(made) = rescaled(tokens, &found[index], until) {
            found[index].read.withdrawn = true;
            found.insert(index + 1, made);
            index += 1;
        }
        index += 1;
    }
}

fn rescaled(tokens: &[Token], last: &Found, until: usize) -> Option<Found> {
    let stop = until.min(last.end + GAP_TOKENS_MAX);
    let at = (last.end..stop).find(|i| scale_word(word(tokens, *i)).is_some())?;
    let power = scale_word(word(tokens, at))?;
    let before = last.power.filter(|p| *p != power)?;
    if !matches!(gap(tokens, last.end, at), Gap::TakesBack) {
        return None;
    }
    let shift = Exact::power_of_ten(power.cast_signed() - before.cast_signed());
    let mut made = last.clone();
    made.read.value = Exact(&last.read.value.0 * &shift.0);
    made.read.doubt = None;
    made.read.at = tokens[at].at;
    made.read.scale = power;
    (made.start, made.end, made.power, made.same_scale_word) = (at, at + 1, Some(power), true);
    Some(made)
}
