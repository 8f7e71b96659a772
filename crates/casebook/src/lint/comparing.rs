//! Words that compare are true only while the numbers say so. In a sentence with a moving
//! figure they need a constraint that vouches for them, or stand in a choice.

use crate::names::Definitions;
use crate::template::{Piece, Template};

use super::Lint;
use super::moving::Moving;
use super::prose::{Text, Voice, prose};

/// Words that compare, and why each may turn false when numbers move.
pub(super) const COMPARING: &[(&str, &str)] = &[
    ("halved", "a ratio of 2"),
    ("halves", "a ratio of 2"),
    ("about half", "a share near 1/2"),
    ("almost half", "a share near 1/2"),
    ("nearly half", "a share near 1/2"),
    ("over half", "a share above 1/2"),
    ("by half", "a share of 1/2"),
    ("doubled", "a ratio of 2"),
    ("doubles", "a ratio of 2"),
    ("double the", "a ratio of 2"),
    ("tripled", "a ratio of 3"),
    ("triples", "a ratio of 3"),
    ("twice", "a ratio of 2"),
    ("three times", "a ratio of 3"),
    ("a third", "a share of 1/3"),
    ("one third", "a share of 1/3"),
    ("two thirds", "a share of 2/3"),
    ("a quarter", "a share of 1/4"),
    ("one quarter", "a share of 1/4"),
    ("three quarters", "a share of 3/4"),
    ("a fifth", "a share of 1/5"),
    ("a tenth", "a share of 1/10"),
    ("most of", "a share above 1/2"),
    ("the most", "an order"),
    ("the least", "an order"),
    ("largest", "an order"),
    ("biggest", "an order"),
    ("smallest", "an order"),
    ("highest", "an order"),
    ("lowest", "an order"),
    ("fastest", "an order"),
    ("slowest", "an order"),
    ("cheapest", "an order"),
    ("shortest", "an order"),
    ("longest", "an order"),
    ("best", "an order"),
    ("worst", "an order"),
    ("only the", "one that passes a limit"),
    ("majority", "a share above 1/2"),
    ("more than", "an order of two"),
    ("less than", "an order of two"),
    ("fewer than", "an order of two"),
    ("higher", "an order of two"),
    ("lower", "an order of two"),
    ("larger", "an order of two"),
    ("smaller", "an order of two"),
    ("bigger", "an order of two"),
    ("cheaper", "an order of two"),
    ("dearer", "an order of two"),
    ("longer than", "an order of two"),
    ("shorter than", "an order of two"),
    ("faster than", "an order of two"),
    ("slower than", "an order of two"),
    ("better than", "an order of two"),
    ("worse than", "an order of two"),
    ("above", "an order of two"),
    ("below", "an order of two"),
    ("exceeds", "an order of two"),
    ("exceed", "an order of two"),
    ("outweighs", "an order of two"),
    ("outweigh", "an order of two"),
    ("misses the", "a limit not reached"),
    ("meets the", "a limit reached"),
    ("within the", "a limit kept"),
];

/// Set phrases that hold a comparing word and compare nothing.
const SET_PHRASES: &[&str] = &[
    "highest price",
    "lowest price",
    "at best",
    "at worst",
    "best case",
    "worst case",
    "above all",
    "the above",
];

pub(super) fn check(lint: &Lint<'_>) {
    for text in prose(lint) {
        if text.voice == Voice::Heard || !text.guards.is_empty() {
            continue;
        }
        if let Ok(template) = Template::read(text.text) {
            unguarded(lint, &text, &template);
        }
    }
}

/// A sentence as it is being read.
#[derive(Default)]
struct Sentence {
    /// Words outside choices, each figure as `#`.
    words: String,
    /// Where its first word stands.
    at: usize,
    moves: bool,
    guarded: bool,
}

fn unguarded(lint: &Lint<'_>, text: &Text<'_>, template: &Template) {
    let definitions = &lint.authored.named.definitions;
    for sentence in sentences(template, definitions, &lint.moving, text.scope) {
        if sentence.guarded || !sentence.moves {
            continue;
        }
        let Some((word, reason)) = comparing(&sentence.words) else {
            continue;
        };
        let place = text.place.inside(text.text, sentence.at);
        let what = format!("`{word}` ({reason}) beside a figure that moves");
        let mend =
            "add {!constraint} to the sentence, or choose words by {?condition: text | other}";
        lint.problem(&place, what, mend);
    }
}

/// The first comparing word of a sentence.
pub(super) fn comparing(words: &str) -> Option<(&'static str, &'static str)> {
    let spoken: String = words
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let spoken = spoken.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut padded = format!(" {spoken} ");
    for phrase in SET_PHRASES {
        padded = padded.replace(&format!(" {phrase} "), " # ");
    }
    let found = COMPARING
        .iter()
        .find(|(word, _)| padded.contains(&format!(" {word} ")));
    found.copied()
}

fn sentences(
    template: &Template,
    definitions: &Definitions,
    moving: &Moving,
    scope: &str,
) -> Vec<Sentence> {
    let mut done = Vec::new();
    let mut open = Sentence::default();
    for piece in &template.pieces {
        match piece {
            Piece::Words(at, words) => cut(*at, words, &mut open, &mut done),
            Piece::Figure { formula, .. } => {
                open.words.push('#');
                open.moves |= moving.formula(definitions, formula, scope);
            }
            Piece::Guard(..) => open.guarded = true,
            // A choice speaks for itself; figures in it stand beside its own words.
            Piece::Choice { .. } => open.words.push_str(" # "),
        }
    }
    done.push(open);
    done
}

/// Adds words to the open sentence and closes it at every full stop.
fn cut(at: usize, words: &str, open: &mut Sentence, done: &mut Vec<Sentence>) {
    let mut from = 0;
    for end in ends(words) {
        add(open, at + from, &words[from..end]);
        done.push(std::mem::take(open));
        from = end;
    }
    add(open, at + from, &words[from..]);
}

fn add(open: &mut Sentence, at: usize, words: &str) {
    if open.words.trim().is_empty() && !words.trim().is_empty() {
        open.at = at + (words.len() - words.trim_start().len());
    }
    open.words.push_str(words);
}

/// Byte offsets past each sentence end: a stop before a space, a line of its own, a bullet.
fn ends(words: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, letter) in words.char_indices() {
        let after = &words[at + letter.len_utf8()..];
        let stops =
            matches!(letter, '.' | '?' | '!' | ';') && after.starts_with(char::is_whitespace);
        let breaks = letter == '\n'
            && after
                .trim_start_matches(' ')
                .starts_with(['\n', '-', '*', '#']);
        if stops || breaks {
            found.push(at + letter.len_utf8());
        }
    }
    found
}
