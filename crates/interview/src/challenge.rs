//! Challenges and how they were taken, read from a journal: what was challenged, whether it was
//! right, and what the candidate made of it. Judges nothing.

use std::collections::BTreeMap;

use casebook::{Case, Exact, InsightKind, PointRole, Segment, SegmentKind};

use crate::engine::state::Covered;
use crate::engine::words::says;
use crate::{Act, Entry, Input, Intent, Output, Reading};

/// How a candidate takes a challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// Keeps the answer and says why.
    HoldsWithReason,
    /// Changes the answer and says why.
    RevisesWithReason,
    /// Gives way without a reason.
    Folds,
    /// Keeps the answer without a reason.
    DigsIn,
    /// Neither was heard: a question back, a remark.
    Open,
}

/// One challenge of the interviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Segment id.
    pub segment: String,
    /// Entry in which it was put.
    pub put: u32,
    /// Pushback id; empty for a doubt about a number or about anything said.
    pub pushback: String,
    /// Whether what it challenges is right; `None` when the case cannot tell.
    pub right: Option<bool>,
    /// Entry in which it was answered in words, and how; `None` when it was passed over.
    pub taken: Option<(u32, Reaction)>,
}

/// Ways to keep an answer.
const HOLD: &[&str] = &[
    "i stay with",
    "i stick with",
    "i stand by",
    "i hold",
    "i still",
    "i would still",
    "i'd still",
    "i would keep",
    "i'd keep",
    "i would not change",
    "i wouldn't change",
    "i disagree",
    "i do not agree",
    "i don't agree",
    "i see it differently",
    "i am sure",
    "i'm sure",
    "i am confident",
    "i'm confident",
    "i am certain",
    "i'm certain",
    "my answer stands",
    "it stands",
    "i maintain",
    "i insist",
    "it is right",
    "it's right",
    "the number is right",
    "i don't think so",
    "i do not think so",
];

/// Ways to give way.
const GIVE: &[&str] = &[
    "you are right",
    "you're right",
    "fair point",
    "good point",
    "fair enough",
    "i agree",
    "i was wrong",
    "my mistake",
    "you have a point",
    "that is true",
    "that's true",
    "i take that back",
    "i withdraw",
    "i did not think of",
    "i didn't think of",
    "if you say so",
    "whatever you",
    "as you say",
];

/// Ways to change an answer.
const REVISE: &[&str] = &[
    "i would change",
    "i'd change",
    "i would revise",
    "i'd revise",
    "let me correct",
    "let me redo",
    "let me recalculate",
    "let me adjust",
    "let me revise",
    "i correct",
    "i would now",
    "i'd now",
    "so instead",
    "instead i",
    "then i would",
    "then i'd",
    "then we should",
    "i would rather",
    "i'd rather",
    "i made a mistake",
    "i made an error",
    "i forgot",
];

/// Ways to turn after giving way: "fair point, but ...".
const TURN: &[&str] = &["but", "however", "although", "still", "even so", "yet"];

/// Ways to give a reason.
const REASON: &[&str] = &[
    "because",
    "since",
    "given that",
    "due to",
    "the reason",
    "which means",
    "that means",
    "even if",
    "unless",
    "as long as",
    "compared",
    "for example",
    "the data",
    "the exhibit",
    "the table",
    "so that",
    "would need",
    "depends on",
];

/// A bare yes or no is at most this long.
const BARE_WORDS_MAX: usize = 4;

/// Two figures set side by side are a reason; one alone is the answer again.
const FIGURES_MIN: usize = 2;

/// How these words take a challenge.
#[must_use]
pub fn reaction(text: &str, reading: &Reading) -> Reaction {
    let reason = says(text, REASON)
        || !reading.steps.is_empty()
        || reading.numbers.iter().filter(|n| !n.withdrawn).count() >= FIGURES_MIN;
    let bare = text.split_whitespace().count() <= BARE_WORDS_MAX;
    let wants = |intent| reading.intents.iter().any(|read| read.intent == intent);
    let gives = says(text, GIVE) || (bare && (wants(Intent::Yes) || says(text, &["ok", "okay"])));
    let holds = says(text, HOLD) || wants(Intent::No) || (gives && says(text, TURN));
    match (gives, holds, says(text, REVISE), reason) {
        (_, false, true, true) | (true, false, _, true) => Reaction::RevisesWithReason,
        (_, false, true, false) | (true, false, _, false) => Reaction::Folds,
        (_, _, _, true) => Reaction::HoldsWithReason,
        (_, true, _, false) => Reaction::DigsIn,
        (false, false, false, false) => Reaction::Open,
    }
}

/// Every challenge of an attempt, in order.
#[must_use]
pub fn challenges(case: &Case, entries: &[Entry]) -> Vec<Challenge> {
    let mut all: Vec<Challenge> = Vec::new();
    let mut covered: BTreeMap<String, Covered> = BTreeMap::new();
    let (mut here, mut open) = (String::new(), false);
    for entry in entries {
        match &entry.input {
            Input::Said { text, reading, .. } | Input::Presented { text, reading, .. } => {
                if let Some(last) = all.last_mut().filter(|_| std::mem::take(&mut open)) {
                    last.taken = Some((entry.seq, reaction(text, reading)));
                }
                covered
                    .entry(here.clone())
                    .or_default()
                    .add(&Covered::of(reading, text));
            }
            Input::Done | Input::AskedHint | Input::Ended | Input::Abandoned => open = false,
            _ => {}
        }
        for output in &entry.outputs {
            match output {
                Output::Entered { segment } => here.clone_from(segment),
                Output::Say { act, .. } => {
                    let Some(pushback) = challenged(act) else {
                        continue;
                    };
                    open = true;
                    let said = covered.entry(here.clone()).or_default();
                    all.push(Challenge {
                        segment: here.clone(),
                        put: entry.seq,
                        pushback: pushback.to_owned(),
                        right: is_right(case, &here, act, said),
                        taken: None,
                    });
                }
                _ => {}
            }
        }
    }
    all
}

/// The pushback that an act puts; empty for a doubt.
fn challenged(act: &Act) -> Option<&str> {
    match act {
        Act::PushBack { pushback } => Some(pushback),
        Act::Probe { missing } if missing == "check" => Some(""),
        Act::Interrupt { cause } if cause == "number" => Some(""),
        _ => None,
    }
}

/// Whether what was said before a challenge is right.
fn is_right(case: &Case, segment: &str, act: &Act, said: &Covered) -> Option<bool> {
    let Act::PushBack { pushback } = act else {
        // A number is doubted by itself only when it is off.
        return Some(false);
    };
    let line = case.pushbacks.iter().find(|p| p.id == *pushback);
    let aimed = line.filter(|p| !p.target.is_empty());
    if let Some(line) = aimed {
        return Some(line.aims_at_right);
    }
    let segment = case.segments.iter().find(|s| s.id == segment)?;
    by_kind(case, segment, said).or_else(|| line.map(|p| p.aims_at_right))
}

/// Whether the main thing that a part asks for was said; `None` where there is no such thing.
pub(crate) fn by_kind(case: &Case, segment: &Segment, said: &Covered) -> Option<bool> {
    match segment.kind {
        SegmentKind::Quant => {
            let quant = case.quants.iter().find(|q| q.id == segment.id)?;
            let asked = quant.asked.get(quant.headline)?;
            let is = |value: &Exact| {
                said.numbers
                    .iter()
                    .any(|n| n.may_be(value, &asked.tolerance))
            };
            Some(is(&asked.value) || is(&asked.value.abs()))
        }
        SegmentKind::Exhibit => {
            let exhibit = case.exhibits.iter().find(|e| e.id == segment.id)?;
            let saw = |kind| {
                let mut insights = exhibit.insights.iter().filter(|i| i.kind == kind);
                insights.any(|i| said.items.contains(&i.id))
            };
            Some(saw(InsightKind::Essential) && !saw(InsightKind::Misreading))
        }
        SegmentKind::Synthesis => {
            let mut points = case.synthesis.points.iter();
            Some(points.any(|p| p.role == PointRole::Answer && said.items.contains(&p.id)))
        }
        SegmentKind::Clarify | SegmentKind::Structure | SegmentKind::Brainstorm => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Reaction) {
        let cut = crate::clauses::cut(text);
        let reading = Reading {
            intents: crate::intents::read_intents(text, &cut),
            numbers: crate::numbers::read_numbers(text),
            steps: crate::arithmetic::read_steps(text),
            ..Reading::default()
        };
        assert_eq!(reaction(text, &reading), expect, "{text}");
    }

    #[test]
    fn a_reason_makes_the_difference_between_holding_and_digging_in() {
        check(
            "I stay with it, because the site pays back within seven years.",
            Reaction::HoldsWithReason,
        );
        check("I'm sure, it is right.", Reaction::DigsIn);
        check("No.", Reaction::DigsIn);
        check(
            "Fair point, but even if the price falls it pays back.",
            Reaction::HoldsWithReason,
        );
        check(
            "60 cents times 900 million is 540 million.",
            Reaction::HoldsWithReason,
        );
    }

    #[test]
    fn a_reason_makes_the_difference_between_revising_and_folding() {
        check(
            "You're right, I forgot the cost of power, which means it is less.",
            Reaction::RevisesWithReason,
        );
        check(
            "Let me redo that: 60 times 9 is 540.",
            Reaction::RevisesWithReason,
        );
        check("You're right, sorry.", Reaction::Folds);
        check("Okay.", Reaction::Folds);
    }

    #[test]
    fn a_question_back_is_left_open() {
        check("What exactly do you have in mind?", Reaction::Open);
    }
}
