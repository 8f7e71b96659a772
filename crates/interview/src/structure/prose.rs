//! An issue tree from prose: branches by enumeration, list lines or sentences; what follows a colon,
//! a dash or the name is the level below. Reads shape, not sense.

use super::{BRANCHES_MAX, LABEL_MAX};
use crate::clauses::{Range, sentences};
use crate::phrase::any_occurs;
use crate::tokens::{self, Kind, Token, mark, word};
use crate::{Tree, TreeBranch};

/// Words that open a branch when they stand at its head.
const ORDINALS: [&str; 14] = [
    "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth",
    "sixth", "finally", "lastly", "last", "next",
];

/// Counting words, which open a branch before a mark: `one, the market`, `two: cost`.
const CARDINALS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// Nouns that announce a numbered branch: `bucket one`, `number two`.
const COUNTED: [&str; 10] = [
    "number", "bucket", "branch", "area", "step", "part", "point", "pillar", "block", "question",
];

/// Words that may stand before a head.
const BEFORE_HEAD: [&str; 12] = [
    "and", "so", "then", "but", "the", "my", "um", "uh", "okay", "well", "as", "is",
];

/// Openings that say nothing about the branch.
const EMPTY_OPENINGS: [&str; 40] = [
    "i",
    "i'd",
    "i'll",
    "we",
    "we'd",
    "would",
    "will",
    "want",
    "to",
    "need",
    "look",
    "at",
    "like",
    "think",
    "about",
    "is",
    "are",
    "comes",
    "there's",
    "there",
    "the",
    "my",
    "and",
    "then",
    "so",
    "um",
    "uh",
    "on",
    "of",
    "all",
    "branch",
    "bucket",
    "area",
    "one",
    "check",
    "consider",
    "understand",
    "analyse",
    "analyze",
    "it's",
];

/// Shapes of a sentence that says where to begin.
const STARTS: [&str; 8] = [
    "i|i'd|i'll|we|we'd|let's|would|will ?like ?want|would|will ?to start|begin|starting|beginning with|at|by|from|there|on",
    "start|starting|begin ?with|by|at|from ?the first|second|third|fourth|fifth|last",
    "i|i'd|i'll|we|would|will prioritise|prioritize|focus",
    "i|i'd|i'll|we|would|will * look|test|check|go|tackle ?at|into|for first $",
    "test|look|check|tackle * first $",
    "my priority|hypothesis|bet|hunch",
    "first the|i|with|comes ?go one|two|three|four|five|first|second|third|fourth|fifth",
    "first|then 1|2|3|4|5",
];

/// Shapes of a sentence about the list, not of it.
const FRAMES: [&str; 5] = [
    "i|i'd|we|we'd|my ?would|will * areas|things|buckets|branches|parts|questions|pillars|topics|factors|blocks|pieces",
    "^ there are|is * things|questions|areas|parts|topics",
    "^ ?okay|so|um|sure|right|thanks my structure|approach|framework|tree",
    "^ two|three|four|five ?main|big|key things|questions|areas|buckets|parts|places",
    "^ to decide|answer|assess|understand",
];

/// The tree that `text` lays out; `None` when it holds no branch.
#[must_use]
pub(crate) fn from_prose(text: &str) -> Option<Tree> {
    let tokens = tokens::cut(text);
    let parts = sentences(&tokens);
    let (starts, rest): (Vec<Range>, Vec<Range>) = parts
        .into_iter()
        .partition(|part| any_occurs(&STARTS, &said(&tokens, part)) && !headed(&tokens, part));
    let heads = heads(&tokens, &rest);
    let spoken = Spoken {
        text,
        tokens: &tokens,
    };
    let mut branches = if heads.len() >= 2 {
        spoken.enumerated(&heads, &rest)
    } else {
        spoken.by_sentence(&rest)
    };
    branches.truncate(BRANCHES_MAX);
    for start in &starts {
        mark_first(&mut branches, &said(&tokens, start));
    }
    (!branches.is_empty()).then_some(Tree { branches })
}

fn said(tokens: &[Token], range: &Range) -> Vec<String> {
    let words = tokens[range.clone()]
        .iter()
        .filter(|t| t.kind != Kind::Mark);
    words.map(|t| t.text.clone()).collect()
}

/// Places where an enumerated branch begins (the head word), with where its words begin.
fn heads(tokens: &[Token], parts: &[Range]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for part in parts {
        let mut at = part.start;
        while at < part.end {
            match head_at(tokens, at) {
                Some(after) => {
                    found.push((at, after));
                    at = after;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn headed(tokens: &[Token], part: &Range) -> bool {
    let at = (part.start..part.end).find(|&at| !BEFORE_HEAD.contains(&word(tokens, at)));
    at.is_some_and(|at| head_at(tokens, at).is_some() && !CARDINALS.contains(&word(tokens, at)))
        && part.end - part.start > 8
}

/// Where the branch's words begin when a head stands at `at`.
fn head_at(tokens: &[Token], at: usize) -> Option<usize> {
    let opens = opens(tokens, at);
    let this = word(tokens, at);
    if tokens[at].opens_line
        && (tokens[at].is('-') || tokens[at].is('*') || tokens[at].is('\u{2022}'))
    {
        return Some(at + 1);
    }
    if opens && tokens[at].kind == Kind::Number && tokens[at].text.len() <= 2 {
        let marked = tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Mark && ".):-".contains(&t.text));
        let named = !word(tokens, at + 1).is_empty() && tokens[at].text.len() == 1;
        return (marked || named).then_some(at + 1 + usize::from(marked));
    }
    if opens && ORDINALS.contains(&this) {
        let named = COUNTED.contains(&word(tokens, at + 1));
        return Some(at + 1 + usize::from(named));
    }
    let counted = |i: usize| {
        CARDINALS.contains(&word(tokens, i))
            || tokens.get(i).is_some_and(|t| t.kind == Kind::Number)
    };
    if opens && COUNTED.contains(&this) && counted(at + 1) {
        return Some(at + 2);
    }
    let marked = tokens
        .get(at + 1)
        .is_some_and(|t| t.kind == Kind::Mark && ",:.-".contains(&t.text));
    (opens && CARDINALS.contains(&this) && marked).then_some(at + 2)
}

fn opens(tokens: &[Token], at: usize) -> bool {
    let mut before = at;
    while before > 0 && BEFORE_HEAD.contains(&word(tokens, before - 1)) {
        before -= 1;
    }
    before == 0
        || tokens[before - 1].kind == Kind::Mark
        || tokens[before].opens_line
        || tokens[at].opens_line
}

/// The text with its tokens.
struct Spoken<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Spoken<'_> {
    fn enumerated(&self, heads: &[(usize, usize)], parts: &[Range]) -> Vec<TreeBranch> {
        let end = parts.last().map_or(0, |part| part.end);
        let next = heads.iter().skip(1).map(|head| head.0).chain([end]);
        let ranges = heads
            .iter()
            .zip(next)
            .map(|(head, next)| head.1.min(next)..next);
        ranges.filter_map(|range| self.branch(range)).collect()
    }

    fn by_sentence(&self, parts: &[Range]) -> Vec<TreeBranch> {
        let about = |part: &Range| !any_occurs(&FRAMES, &said(self.tokens, part));
        let own: Vec<Range> = parts.iter().filter(|part| about(part)).cloned().collect();
        if let [only] = own.as_slice() {
            let listed = self.pieces(only.clone());
            if listed.len() >= 2 {
                return listed
                    .into_iter()
                    .filter_map(|piece| self.leaf(piece))
                    .collect();
            }
        }
        let joined = self.joined_after_colon(own);
        joined
            .into_iter()
            .filter_map(|part| self.branch(part))
            .collect()
    }

    /// A part that ends in a colon or a spaced dash names the part after it.
    fn joined_after_colon(&self, parts: Vec<Range>) -> Vec<Range> {
        let mut joined: Vec<Range> = Vec::new();
        for part in parts {
            let opens = joined.last().is_some_and(|last| {
                mark(self.tokens, last.end - 1, ':') || mark(self.tokens, last.end - 1, '-')
            });
            match joined.last_mut() {
                Some(last) if opens => last.end = part.end,
                _ => joined.push(part),
            }
        }
        joined
    }

    /// A branch from its words: the name up to the first colon, dash or comma, the rest below it.
    fn branch(&self, range: Range) -> Option<TreeBranch> {
        let start = range.clone().find(|&i| {
            self.tokens[i].kind != Kind::Mark && !EMPTY_OPENINGS.contains(&word(self.tokens, i))
        })?;
        let parts = self.pieces(start..range.end);
        let (name, below) = parts.split_first()?;
        let mut branch = self.leaf(name.clone())?;
        let below = below.iter().filter_map(|piece| self.leaf(piece.clone()));
        branch.children = below.take(BRANCHES_MAX).collect();
        Some(branch)
    }

    /// Stretches between marks and joining words.
    fn pieces(&self, range: Range) -> Vec<Range> {
        let (mut found, mut start) = (Vec::new(), range.start);
        for at in range.clone() {
            let token = &self.tokens[at];
            let parts_here = token.kind == Kind::Mark
                && ",:;.?!-()".contains(&token.text)
                && !(token.glued && self.tokens.get(at + 1).is_some_and(|t| t.glued));
            if parts_here || matches!(word(self.tokens, at), "and" | "plus" | "versus" | "so") {
                found.push(start..at);
                start = at + 1;
            }
        }
        found.push(start..range.end);
        found.retain(|piece| piece.clone().any(|i| self.tokens[i].kind != Kind::Mark));
        found
    }

    fn leaf(&self, piece: Range) -> Option<TreeBranch> {
        let first = piece.clone().find(|&i| {
            self.tokens[i].kind != Kind::Mark && !EMPTY_OPENINGS.contains(&word(self.tokens, i))
        })?;
        let last = piece.rev().find(|&i| self.tokens[i].kind != Kind::Mark)?;
        let label = self
            .text
            .get(self.tokens[first].at.start..self.tokens[last].at.end)?;
        let label: String = label.chars().take(LABEL_MAX).collect();
        Some(TreeBranch {
            label,
            ..TreeBranch::default()
        })
    }
}

/// Marks the branch that `said` wants tested first: by ordinal, or by a word of its name.
fn mark_first(branches: &mut [TreeBranch], said: &[String]) {
    let ordinal = said.iter().find_map(|word| {
        let counted = ["first", "second", "third", "fourth", "fifth", "sixth"]
            .iter()
            .position(|o| o == word);
        counted.or_else(|| {
            ["1", "2", "3", "4", "5", "6"]
                .iter()
                .position(|o| o == word)
        })
    });
    let stems: Vec<String> = said
        .iter()
        .filter(|w| !crate::matching::is_stop(w))
        .map(|w| crate::matching::stem(w))
        .collect();
    let named = branches.iter().position(|branch| {
        let mut words = crate::matching::words(&branch.label).into_iter();
        words.any(|word| {
            !crate::matching::is_stop(&word) && stems.contains(&crate::matching::stem(&word))
        })
    });
    let last = said
        .iter()
        .any(|word| word == "last")
        .then(|| branches.len().saturating_sub(1));
    if let Some(branch) = named
        .or(ordinal)
        .or(last)
        .and_then(|at| branches.get_mut(at))
    {
        branch.first = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let tree = from_prose(text).unwrap_or_default();
        let branch = |branch: &TreeBranch| {
            let below: Vec<&str> = branch.children.iter().map(|c| c.label.as_str()).collect();
            let star = if branch.first { "*" } else { "" };
            format!("{star}{} [{}]", branch.label, below.join("; "))
        };
        tree.branches
            .iter()
            .map(branch)
            .collect::<Vec<_>>()
            .join(" | ")
    }

    #[test]
    fn trees_are_read_as_the_table_says() {
        let mut wrong = String::new();
        for line in include_str!("trees.txt")
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty())
        {
            let (text, expect) = line.split_once(" => ").unwrap_or((line, ""));
            let read = shown(&text.replace("\\n", "\n"));
            if read != expect {
                wrong.push_str(&format!("{text}\n  expected {expect}\n  read     {read}\n"));
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }

    #[test]
    fn nothing_said_is_no_tree() {
        assert_eq!(from_prose(""), None);
        assert_eq!(from_prose("?!"), None);
    }
}
