//! What was said, by journal entry.

use std::collections::HashMap;

use interview::{Entry, Input, Output, Tree};

/// The words of an entry; `None` when nothing was said in it.
pub(crate) fn words(entry: &Entry) -> Option<&str> {
    match &entry.input {
        Input::Said { text, .. } | Input::Presented { text, .. } => Some(text),
        _ => None,
    }
}

/// Entry number to running clock in milliseconds.
pub(crate) fn clocks(entries: &[Entry]) -> HashMap<u32, u64> {
    entries.iter().map(|e| (e.seq, e.at.0)).collect()
}

/// What the candidate said in each part, in order, by segment id. What is said before the first
/// part begins belongs to none.
pub(crate) fn by_segment(entries: &[Entry]) -> HashMap<String, Vec<(u32, &str)>> {
    let mut said: HashMap<String, Vec<(u32, &str)>> = HashMap::new();
    let mut here: Option<String> = None;
    for entry in entries {
        if let (Some(words), Some(segment)) = (words(entry), &here) {
            said.entry(segment.clone())
                .or_default()
                .push((entry.seq, words));
        }
        for output in &entry.outputs {
            if let Output::Entered { segment } = output {
                here = Some(segment.clone());
            }
        }
    }
    said
}

/// The last issue tree that was laid out: the one presented from the editor, else the fullest
/// read from speech.
pub(crate) fn tree(entries: &[Entry]) -> Option<&Tree> {
    let presented = entries.iter().rev().find_map(|e| match &e.input {
        Input::Presented { tree, .. } if !tree.branches.is_empty() => Some(tree),
        _ => None,
    });
    presented.or_else(|| {
        let spoken = entries.iter().filter_map(|e| match &e.input {
            Input::Said { reading, .. } => reading.tree.as_ref(),
            _ => None,
        });
        spoken
            .filter(|t| !t.branches.is_empty())
            .max_by_key(|t| t.branches.len())
    })
}
