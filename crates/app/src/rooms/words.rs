//! What a candidate sends, made safe to keep and to show: words stay, letters that only
//! steer a terminal or the direction of a line go. Judges nothing.

use interview::{Tree, TreeBranch};

use super::limits::{
    TREE_LABEL_BYTES, TREE_LEVELS, TREE_ROWS, TURN_ID_CHARS, UTTERANCE_BYTES, UTTERANCE_WORDS,
};

/// Why an utterance or a tree is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing is left once control characters are gone.
    #[error("There are no words in it. Write your answer, then send it.")]
    Empty,
    /// More than one utterance holds.
    #[error(
        "This is {words} words long. Send at most {UTTERANCE_WORDS} at a time, or about {UTTERANCE_BYTES} letters."
    )]
    Long {
        /// Words counted.
        words: usize,
    },
    /// More rows, levels or letters than a tree holds.
    #[error(
        "The tree is too large. At most {TREE_ROWS} rows on {TREE_LEVELS} levels, {TREE_LABEL_BYTES} letters a row."
    )]
    Tree,
    /// Not an id that a page makes.
    #[error("The turn has no usable name. Reload the page and send it again; your draft is kept.")]
    TurnId,
}

/// The words of an utterance.
///
/// # Errors
/// When nothing is left, or too much.
pub fn utterance(text: &str) -> Result<String, Refused> {
    if text.len() > 4 * UTTERANCE_BYTES {
        return Err(Refused::Long {
            words: text.split_whitespace().count(),
        });
    }
    let clean = shown(text).trim().to_owned();
    let words = clean.split_whitespace().count();
    if clean.is_empty() {
        Err(Refused::Empty)
    } else if clean.len() > UTTERANCE_BYTES || words > UTTERANCE_WORDS {
        Err(Refused::Long { words })
    } else {
        Ok(clean)
    }
}

/// The text with line ends made one kind and without control and direction characters.
#[must_use]
pub fn shown(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| is_shown(*c))
        .collect()
}

/// Letters that leave the reader with the words as written. Joiners stay: Hindi, Persian and
/// emoji are misspelt without them.
fn is_shown(letter: char) -> bool {
    let steers = matches!(
        letter,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    );
    letter == '\n' || letter == '\t' || !(letter.is_control() || steers)
}

/// The tree without empty rows; the children of an empty row go to the row above it.
///
/// # Errors
/// When it is empty or too large.
pub fn tree(tree: &Tree) -> Result<Tree, Refused> {
    if levels(&tree.branches) > TREE_LEVELS || rows(&tree.branches) > TREE_ROWS {
        return Err(Refused::Tree);
    }
    let branches = branches(&tree.branches)?;
    if branches.is_empty() {
        Err(Refused::Empty)
    } else {
        Ok(Tree { branches })
    }
}

fn branches(from: &[TreeBranch]) -> Result<Vec<TreeBranch>, Refused> {
    let mut kept: Vec<TreeBranch> = Vec::new();
    for branch in from {
        if branch.label.len() > TREE_LABEL_BYTES {
            return Err(Refused::Tree);
        }
        let label = shown(&branch.label)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let children = branches(&branch.children)?;
        match (label.is_empty(), kept.last_mut()) {
            (false, _) => kept.push(TreeBranch {
                label,
                first: branch.first,
                children,
            }),
            (true, Some(above)) => above.children.extend(children),
            (true, None) => kept.extend(children),
        }
    }
    Ok(kept)
}

fn rows(branches: &[TreeBranch]) -> usize {
    branches.iter().map(|b| 1 + rows(&b.children)).sum()
}

fn levels(branches: &[TreeBranch]) -> usize {
    branches
        .iter()
        .map(|b| 1 + levels(&b.children))
        .max()
        .unwrap_or(0)
}

/// A turn id as a page makes it.
///
/// # Errors
/// When it is empty, long, or holds more than letters, digits and `-`.
pub fn turn_id(id: &str) -> Result<String, Refused> {
    let plain = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if id.is_empty() || id.len() > TURN_ID_CHARS || !plain {
        return Err(Refused::TurnId);
    }
    Ok(id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_steering_letters_go() {
        let check =
            |text: &str, expected: &str| assert_eq!(utterance(text).as_deref(), Ok(expected));
        check("a\r\nb\rc", "a\nb\nc");
        check(
            "pay\u{202e}back\u{0} of 5.9\u{7} years\u{1b}[31m",
            "payback of 5.9 years[31m",
        );
        check("  <b>bold</b> & \"quoted\"  ", "<b>bold</b> & \"quoted\"");
        check("क्\u{200d}ष", "क्\u{200d}ष");
    }

    #[test]
    fn an_utterance_without_words_or_with_too_many_is_refused() {
        assert_eq!(utterance(" \u{202e}\u{0} "), Err(Refused::Empty));
        assert_eq!(
            utterance(&"a ".repeat(1_501)),
            Err(Refused::Long { words: 1_501 })
        );
        assert_eq!(
            utterance(&"a".repeat(10_000_000)),
            Err(Refused::Long { words: 1 })
        );
        assert!(utterance(&"a ".repeat(1_500)).is_ok());
    }

    fn branch(label: &str, children: Vec<TreeBranch>) -> TreeBranch {
        TreeBranch {
            label: label.into(),
            first: false,
            children,
        }
    }

    #[test]
    fn an_empty_row_hands_its_children_to_the_row_above() {
        let given = Tree {
            branches: vec![
                branch("Market\n", vec![]),
                branch(" ", vec![branch("Price", vec![])]),
            ],
        };
        let kept = Tree {
            branches: vec![branch("Market", vec![branch("Price", vec![])])],
        };
        assert_eq!(tree(&given), Ok(kept));
        assert_eq!(tree(&Tree::default()), Err(Refused::Empty));
    }

    #[test]
    fn a_tree_too_deep_or_too_wide_is_refused() {
        let deep = (0..5).fold(Vec::new(), |below, _| vec![branch("a", below)]);
        assert_eq!(tree(&Tree { branches: deep }), Err(Refused::Tree));
        let wide = vec![branch("a", vec![]); 61];
        assert_eq!(tree(&Tree { branches: wide }), Err(Refused::Tree));
    }
}
