//! The opening: the goal is played back, questions get the facts that the case holds.

use super::facts::Asked;
use super::floor::{Floor, Heard};
use super::goal::{Playback, playback};
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Intent};

/// Ways to ask for everything at once.
const ANYTHING: &[&str] = &[
    "any data",
    "all the data",
    "what data",
    "any information",
    "all the information",
    "more information",
    "what information",
    "anything else i should know",
    "everything you have",
];

/// A plan laid out here is at least this long.
const PLAN_WORDS_MIN: usize = 40;

impl<'a> Floor<'a> {
    /// An utterance in the opening.
    pub(crate) fn clarify(&mut self, heard: Heard<'_>) {
        if self.is_plan(heard) {
            self.enter_structure_quietly();
            self.structure(heard);
            return;
        }
        let asked = self.asked(heard);
        let settled = self.settle_goal(heard);
        if self.answer_clarify(heard, &asked) || settled {
            return;
        }
        self.phrase(Act::Acknowledge, Phrase::Noted, &[]);
    }

    fn is_plan(&self, heard: Heard<'_>) -> bool {
        let branches = heard
            .reading
            .tree
            .as_ref()
            .map_or(0, |tree| tree.branches.len());
        branches > 1 && heard.words() >= PLAN_WORDS_MIN && heard.reading.questions.len() < branches
    }

    /// Confirms or corrects a goal played back; false when none was.
    fn settle_goal(&mut self, heard: Heard<'_>) -> bool {
        if self.state.part.goal_settled {
            return false;
        }
        let known = self.state.said.join(" ");
        match playback(self.case, &known, heard.text) {
            Playback::None => false,
            Playback::Right => {
                let mut text = self.word(Phrase::GoalRight, &[]);
                if heard.reading.questions.is_empty() {
                    text = format!("{text} {}", self.word(Phrase::GiveFirst, &[]));
                }
                self.say(Act::ConfirmGoal { right: true }, text);
                true
            }
            Playback::Wrong => {
                let lead = self.word(Phrase::GoalWrong, &[]);
                let text = format!("{lead} {}", self.case.objective.text);
                self.say(Act::ConfirmGoal { right: false }, text);
                true
            }
        }
    }

    fn answer_clarify(&mut self, heard: Heard<'_>, asked: &Asked<'a>) -> bool {
        if self.answer(heard, asked) {
            return true;
        }
        let wants = !heard.reading.questions.is_empty() || heard.wants(Intent::AskExhibit);
        if heard.wants(Intent::AskAssume) {
            self.allow("assume", Phrase::AllowAssume);
        } else if says(heard.text, ANYTHING) {
            self.probe("which", Phrase::WhichFigure, &[]);
        } else if heard.wants(Intent::AskMeaning) {
            self.allow("definition", Phrase::AllowDefinition);
        } else if wants && !self.state.part.goal_settled {
            self.no_data("");
        } else if wants && !matches!(playback(self.case, "", heard.text), Playback::None) {
            return false;
        } else if wants {
            self.no_data("");
        } else {
            return false;
        }
        true
    }
}
