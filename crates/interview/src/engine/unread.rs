//! Questions that went by unheard beside one that was answered.

use casebook::Fact;

use super::facts::{ASK_BACK_PERMILLE, URGING, overlap};
use super::floor::Heard;
use super::words::stems;
use crate::Span;

/// Questions beside another one in which nothing was recognised although they have a topic. Clauses
/// of one sentence are one question, and one that only goes on about the last is none of its own.
pub(super) fn unread(heard: Heard<'_>, questions: &[Span], given: &Fact) -> usize {
    let sentences = sentences(heard.text, questions);
    if sentences.len() < 2 {
        return 0;
    }
    let urging = stems(&URGING.join(" "));
    let answer = stems(&format!(
        "{} {}",
        given.answer,
        given.reads.phrasings.join(" ")
    ));
    let has_topic = |at: Span| {
        let words = stems(at.of(heard.text));
        // One word of the answer is enough: it was about the same thing.
        let answered = words.iter().any(|stem| answer.contains(stem));
        !answered && words.iter().any(|stem| !urging.contains(stem))
    };
    let read = |at: Span| {
        let mut hits = heard.reading.hits.iter();
        hits.any(|hit| hit.permille >= ASK_BACK_PERMILLE && overlap(hit.at, at))
    };
    sentences
        .into_iter()
        .filter(|at| !read(*at) && has_topic(*at) && opens_anew(at.of(heard.text)))
        .count()
}

/// Questions joined where no sentence ends between them.
fn sentences(text: &str, questions: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for &question in questions {
        let ends = |last: &Span| {
            let between = &text[last.start..question.start.max(last.start)];
            between.contains(['?', '.', '!'])
        };
        match joined.last_mut() {
            Some(last) if !ends(last) => last.end = question.end,
            _ => joined.push(question),
        }
    }
    joined
}

/// Whether a question is put in full, not as more words for the one before: "Any limit, I mean?"
fn opens_anew(question: &str) -> bool {
    const MORE: &[&str] = &[
        "any", "or", "like", "such", "for", "meaning", "i", "so", "say", "maybe", "at", "in", "by",
        "per", "just", "only",
    ];
    let first = question
        .split_whitespace()
        .next()
        .unwrap_or("")
        .to_lowercase();
    !MORE.contains(&first.trim_matches(|c: char| !c.is_alphanumeric()))
}
