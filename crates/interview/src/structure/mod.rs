//! The candidate's issue tree: from prose, and from the editor to text. Finds shape only; whether
//! the branches are the right ones is for the matcher and the scorer.

mod prose;

use crate::{Span, Tree, TreeBranch};

pub(crate) use prose::from_prose;

/// Branches kept on one level; nobody speaks or draws more.
const BRANCHES_MAX: usize = 24;

/// Levels written out; the editor allows fewer.
const LEVELS_MAX: usize = 6;

/// Longest label kept, in characters.
const LABEL_MAX: usize = 160;

/// The tree as transcript text, a branch a line indented by level, and the place of each label.
#[must_use]
pub(crate) fn as_text(tree: &Tree) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut places = Vec::new();
    write_level(&tree.branches, 0, &mut text, &mut places);
    (text, places)
}

fn write_level(level: &[TreeBranch], depth: usize, text: &mut String, places: &mut Vec<Span>) {
    if depth >= LEVELS_MAX {
        return;
    }
    for branch in level.iter().take(BRANCHES_MAX) {
        let label: String = branch
            .label
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let label: String = label.chars().take(LABEL_MAX).collect();
        if !label.is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&"  ".repeat(depth));
            text.push_str("- ");
            let start = text.len();
            text.push_str(&label);
            places.push(Span {
                start,
                end: text.len(),
            });
            if branch.first {
                text.push_str(" (test first)");
            }
        }
        write_level(&branch.children, depth + 1, text, places);
    }
}
