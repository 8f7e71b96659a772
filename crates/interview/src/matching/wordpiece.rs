//! WordPiece: cuts a text into the word pieces of the embedding model's vocabulary.
//! Equal to the BERT uncased tokenizer for Latin text; does no full Unicode decomposition.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{bounded, fold};

/// The vocabulary, a piece a line; the line number is the piece's id.
const VOCABULARY: &str = include_str!("../../models/minilm-l6-int8/vocab.txt");

/// Longer words are unknown to the model, as in the tokenizer it was trained with.
const WORD_LIMIT: usize = 100;

static IDS: LazyLock<HashMap<&'static str, u32>> =
    LazyLock::new(|| VOCABULARY.lines().zip(0u32..).collect());

/// Ids of the pieces of `text`; words outside the vocabulary are left out.
#[must_use]
pub(crate) fn pieces(text: &str) -> Vec<u32> {
    let mut ids = Vec::new();
    let mut word = String::new();
    for c in bounded(text).chars() {
        if c.is_whitespace() || c.is_control() {
            cut(&mut word, &mut ids);
        } else if is_alone(c) {
            cut(&mut word, &mut ids);
            fold(c, &mut word);
            cut(&mut word, &mut ids);
        } else {
            fold(c, &mut word);
        }
    }
    cut(&mut word, &mut ids);
    ids
}

/// Punctuation and ideographs are words by themselves.
fn is_alone(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Greedy longest pieces of `word`; adds nothing when some part is in no piece. Empties `word`.
fn cut(word: &mut String, ids: &mut Vec<u32>) {
    let whole = std::mem::take(word);
    if whole.is_empty() || whole.len() > WORD_LIMIT {
        return;
    }
    let mut found = Vec::new();
    let mut start = 0;
    while start < whole.len() {
        match longest(&whole, start) {
            Some((id, end)) => {
                found.push(id);
                start = end;
            }
            None => return,
        }
    }
    ids.append(&mut found);
}

fn longest(word: &str, start: usize) -> Option<(u32, usize)> {
    let mut piece = String::with_capacity(word.len() + 2);
    let ends = word[start..]
        .char_indices()
        .map(|(at, c)| start + at + c.len_utf8());
    for end in ends.rev() {
        piece.clear();
        if start > 0 {
            piece.push_str("##");
        }
        piece.push_str(&word[start..end]);
        if let Some(&id) = IDS.get(piece.as_str()) {
            return Some((id, end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let lines: Vec<&str> = VOCABULARY.lines().collect();
        let names: Vec<&str> = pieces(text).iter().map(|&id| lines[id as usize]).collect();
        names.join(" ")
    }

    #[test]
    fn text_is_cut_into_known_pieces() {
        assert_eq!(shown("Utilisation's high!"), "ut ##ilis ##ation ' s high !");
        assert_eq!(shown("Cafés €5"), "cafes € ##5");
    }

    #[test]
    fn unknown_and_endless_words_are_left_out() {
        assert_eq!(shown("\u{1f600} price"), "price");
        assert_eq!(shown(&"x".repeat(500)), "");
    }
}
