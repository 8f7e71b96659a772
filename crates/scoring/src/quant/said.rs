//! Every number of an answer with what stands around it, ready to be compared with reference values.

use casebook::Exact;
use interview::{NumberRead, Span, StepRead};

/// Words read on either side of a number.
const WORDS_AROUND: usize = 9;

/// Bytes looked at on either side of a number to find those words.
const BYTES_AROUND: usize = 120;

/// Marks that end a sentence, besides a full stop with a space after it.
const STOPS: [char; 4] = [';', '?', '!', '\n'];

/// One utterance of the candidate in a calculation segment.
#[derive(Debug, Clone, Copy)]
pub struct Utterance<'t> {
    /// Journal entry.
    pub entry: u32,
    /// The words.
    pub text: &'t str,
    /// Numbers read in it.
    pub numbers: &'t [NumberRead],
    /// Steps read in it.
    pub steps: &'t [StepRead],
}

/// A number with its surroundings.
#[derive(Debug, Clone)]
pub(super) struct Said<'t> {
    /// Index into the utterances.
    pub(super) utterance: usize,
    pub(super) number: &'t NumberRead,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    /// Part of a question.
    pub(super) questioned: bool,
    /// No other number stands before it in its sentence.
    pub(super) first: bool,
    /// The result of a step.
    pub(super) result: bool,
    /// An operand of a step.
    pub(super) operand: bool,
    /// Added to, or something taken off it, in a step whose result was said.
    pub(super) adjusted: bool,
}

/// All numbers that stand, in the order said.
pub(super) fn all<'t>(utterances: &[Utterance<'t>]) -> Vec<Said<'t>> {
    let mut found = Vec::new();
    for (at, utterance) in utterances.iter().enumerate() {
        for (index, number) in utterance.numbers.iter().enumerate() {
            if number.withdrawn {
                continue;
            }
            let (before, after) = around(utterance.text, number.at);
            let rest = utterance.text.get(number.at.end..).unwrap_or("");
            let end = rest.split(". ").next().and_then(|part| part.find(STOPS));
            let questioned = end.is_some_and(|at| rest[at..].starts_with('?'));
            let earlier = index.checked_sub(1).and_then(|i| utterance.numbers.get(i));
            let between = earlier.and_then(|n| utterance.text.get(n.at.end..number.at.start));
            let first = between.is_none_or(|gap| gap.contains(". ") || gap.contains(STOPS));
            found.push(Said {
                utterance: at,
                number,
                before,
                after,
                questioned,
                first,
                result: utterance.steps.iter().any(|s| s.result == Some(index)),
                operand: utterance.steps.iter().any(|s| s.operands.contains(&index)),
                adjusted: utterance.steps.iter().any(|s| adjusts(s, index)),
            });
        }
    }
    found
}

/// Whether the step adds something to the number at `index` or takes it off, and ends on a result.
fn adjusts(step: &StepRead, index: usize) -> bool {
    let Some(at) = step.operands.iter().position(|operand| *operand == index) else {
        return false;
    };
    let beside = [at.checked_sub(1), Some(at)].into_iter().flatten();
    let sums = beside
        .filter_map(|i| step.operators.get(i))
        .any(|o| matches!(o, '+' | '-'));
    sums && step.result.is_some_and(|result| result > index)
}

/// The words before a place, nearest first, and the words after it, both within the sentence.
fn around(text: &str, at: Span) -> (Vec<String>, Vec<String>) {
    let mut from = at.start.saturating_sub(BYTES_AROUND);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (at.end + BYTES_AROUND).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let head = text.get(from..at.start).unwrap_or("");
    let head = head.rsplit(STOPS).next().unwrap_or("");
    let head = head.rsplit(". ").next().unwrap_or("");
    let tail = text.get(at.end..to).unwrap_or("");
    let tail = tail.split(STOPS).next().unwrap_or("");
    let tail = tail.split(". ").next().unwrap_or("");
    let before = words(head).rev().take(WORDS_AROUND).collect();
    let after = words(tail).take(WORDS_AROUND).collect();
    (before, after)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = String> + '_ {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && c != '=')
                .to_lowercase()
        })
        .filter(|w| !w.is_empty())
}

impl Said<'_> {
    /// Whether one of `words` stands within `reach` words before the number.
    pub(super) fn led_by(&self, words: &[&str], reach: usize) -> bool {
        self.before
            .iter()
            .take(reach)
            .any(|w| words.contains(&w.as_str()))
    }

    /// Whether the number is the first of a sentence that one of `words` opens.
    pub(super) fn opened_by(&self, words: &[&str]) -> bool {
        self.first
            && self.before.len() < WORDS_AROUND
            && self
                .before
                .last()
                .is_some_and(|w| words.contains(&w.as_str()))
    }

    /// Whether one of `words` stands within `reach` words after the number.
    pub(super) fn followed_by(&self, words: &[&str], reach: usize) -> bool {
        self.after
            .iter()
            .take(reach)
            .any(|w| words.contains(&w.as_str()))
    }

    /// The values this number may stand for: as said, the other end of a range, and `one ten` as
    /// 1.10. A teen for a ty, never five times apart, is a doubt about hearing and no other value.
    pub(super) fn values(&self) -> impl Iterator<Item = &Exact> {
        let hundredth =
            self.number.doubt.as_ref().filter(|doubt| {
                doubt.abs() < Exact(&self.number.value.abs().0 / &Exact::whole(5).0)
            });
        std::iter::once(&self.number.value)
            .chain(self.number.to.as_ref())
            .chain(hundredth)
    }
}
