//! The opening: the goal is played back, questions get the facts that the case holds.

use casebook::SegmentKind;

use super::facts::{ANYTHING, Asked};
use super::floor::{Floor, Heard};
use super::goal::{PLAYBACK, Playback, playback};
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Intent};

/// A question this short is a heading: it is asked to be put in full before it is turned down.
const FRAGMENT_WORDS_MAX: usize = 4;

/// Ways to ask what the client wants: the case always holds that.
const GOAL: &[&str] = &[
    "goal",
    "goals",
    "objective",
    "objectives",
    "achieve",
    "aim",
    "aims",
    "success",
    "hope for",
    "hoping for",
];

/// Ways to announce the plan.
const TO_PLAN: &[&str] = &[
    "my structure",
    "my framework",
    "my approach",
    "my plan",
    "structure the problem",
    "lay out",
    "structure this",
    "ready to structure",
    "how i would approach",
    "how i'd approach",
    "structure it",
    "break it down",
    "break this down",
    "a structure",
    "the structure",
    "structure please",
    "ready to plan",
    "make a plan",
    "start structuring",
    "i'll structure",
    "let me structure",
    "my issue tree",
    "i have enough",
    "i've got enough",
    "i have what i need",
    "i've got what i need",
    "i am clear",
    "i'm clear",
    "no further questions",
    "no more questions",
    "done with my questions",
    "ready to go on",
    "ready to move on",
];

/// Longer words have more in them than the wish to go on to the plan: their end tells.
const TO_PLAN_WORDS_MAX: usize = 40;

/// Sentences that are the end of a long turn.
const LAST_SENTENCES: usize = 2;

impl<'a> Floor<'a> {
    /// An utterance in the opening.
    pub(crate) fn clarify(&mut self, heard: Heard<'_>) {
        if self.is_plan(heard) {
            self.enter_structure_quietly();
            self.structure(heard);
            return;
        }
        if wants_to_plan(heard) {
            self.begin_plan();
            return;
        }
        let settled = self.settle_goal(heard);
        if settled && is_one_playback(heard) {
            return;
        }
        let asked = self.asked(heard);
        if self.answer_clarify(heard, &asked) || settled {
            return;
        }
        self.phrase(Act::Acknowledge, Phrase::Noted, &[]);
    }

    fn begin_plan(&mut self) {
        self.enter_structure_quietly();
        let segment = self.segment().map_or_else(String::new, |s| s.id.clone());
        self.phrase(Act::Ask { segment }, Phrase::GoAhead, &[]);
    }

    /// Whether the last thing asked was to be more exact.
    fn was_just_asked_which(&self) -> bool {
        self.state.part.probes.last().is_some_and(|p| p == "which")
            && self.state.part.probes.len() > 1
    }

    /// Read as the structure, or from a tree.
    pub(super) fn is_plan(&self, heard: Heard<'_>) -> bool {
        let structure = self
            .case
            .segments
            .iter()
            .find(|s| s.kind == SegmentKind::Structure);
        structure.is_some_and(|segment| segment.id == heard.reading.segment)
    }

    /// Confirms or corrects a goal played back; false when none was.
    pub(super) fn settle_goal(&mut self, heard: Heard<'_>) -> bool {
        if self.state.part.goal_settled {
            return false;
        }
        let known = self.state.said.join(" ");
        match playback(self.case, &known, heard.text) {
            Playback::None => false,
            Playback::Right => {
                let mut text = self.word(Phrase::GoalRight, &[]);
                if heard.reading.questions.is_empty() && self.state.part.over.is_none() {
                    text = format!("{text} {}", self.word(Phrase::GiveFirst, &[]));
                }
                self.say(Act::ConfirmGoal { right: true }, text);
                true
            }
            // A question in the same breath is answered instead: the goal is mostly what it asks.
            Playback::Wrong if !heard.reading.questions.is_empty() => false,
            Playback::Wrong => {
                let lead = self.word(Phrase::GoalWrong, &[]);
                let text = format!("{lead} {}", self.case.objective.text);
                self.say(Act::ConfirmGoal { right: false }, text);
                true
            }
        }
    }

    fn answer_clarify(&mut self, heard: Heard<'_>, asked: &Asked<'a>) -> bool {
        if heard.wants(Intent::AskAssume) && asked.facts.is_empty() {
            self.allow("assume", Phrase::AllowAssume);
            return true;
        }
        if says(heard.text, ANYTHING) && asked.facts.is_empty() {
            self.probe("which", Phrase::WhichFigure, &[]);
            return true;
        }
        if self.answer(heard, asked) {
            return true;
        }
        let wants = !heard.reading.questions.is_empty() || heard.wants(Intent::AskExhibit);
        if heard.wants(Intent::AskMeaning) {
            self.allow("definition", Phrase::AllowDefinition);
        } else if wants && heard.words() <= FRAGMENT_WORDS_MAX && !self.was_just_asked_which() {
            self.probe("which", Phrase::FullQuestion, &[]);
        } else if wants && says(heard.text, GOAL) {
            let lead = self.word(Phrase::RepeatLead, &[]);
            let goal = self.case.objective.text.trim();
            self.say(Act::Repeat, format!("{lead} {goal}"));
        } else if wants {
            self.no_data("");
        } else {
            return false;
        }
        true
    }
}

/// Whether the candidate wants to lay out the plan: said so, or asked leave to.
fn wants_to_plan(heard: Heard<'_>) -> bool {
    const LEAVE: &[&str] = &["can i", "could i", "may i", "shall i", "can we", "shall we"];
    let asks_leave = |at: &crate::Span| says(at.of(heard.text), LEAVE);
    let only_leave = heard.reading.questions.iter().all(asks_leave);
    let said = if heard.words() <= TO_PLAN_WORDS_MAX {
        heard.text.to_owned()
    } else {
        let sentences: Vec<&str> = heard.text.split_inclusive(['.', '!', '?']).collect();
        sentences[sentences.len().saturating_sub(LAST_SENTENCES)..].concat()
    };
    only_leave && says(&said, TO_PLAN)
}

/// Whether the only question, if any, is the playback itself: "So the goal is ..., right?"
fn is_one_playback(heard: Heard<'_>) -> bool {
    match heard.reading.questions.as_slice() {
        [] => true,
        [only] => says(only.of(heard.text), PLAYBACK),
        _ => false,
    }
}
