//! What the candidate wants of the interviewer rather than of the case: time, a repeat, a hint,
//! a verdict, the end. Short, neutral, then back to the question.

use casebook::SegmentKind;

use super::floor::{Floor, Heard};
use super::state::Pending;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, CloseCause, Intent, Mode, Output};

/// More than this many words are an answer, whatever else they also ask.
const ASIDE_WORDS_MAX: usize = 25;

/// Ways to say that nothing more comes.
const NOTHING: &[&str] = &[
    "nothing else",
    "not sure what else",
    "that's all",
    "that is all",
    "nothing more",
    "no more",
    "that's it",
    "that is it",
    "no other",
    "can't think of",
    "cannot think of",
    "nothing comes to mind",
    "no idea",
];

/// Ways to ask for a hint by its name.
const HINT: &[&str] = &["hint", "hints", "clue", "pointer", "nudge"];

/// Longer than this, something is said.
const NOTHING_WORDS_MAX: usize = 12;

/// A reason is at least this long.
const REASON_WORDS_MIN: usize = 3;

impl Floor<'_> {
    /// Whether the utterance has something about the case in it.
    pub(crate) fn has_substance(&self) -> bool {
        let fresh = &self.state.fresh;
        !(fresh.items.is_empty() && fresh.against.is_empty() && fresh.numbers.is_empty())
    }

    /// Takes an answer to a yes-or-no question of the interviewer; false when it is none.
    pub(crate) fn take_reply(&mut self, heard: Heard<'_>) -> bool {
        let (yes, no) = (heard.wants(Intent::Yes), heard.wants(Intent::No));
        match self.state.answering.clone() {
            Pending::Nothing => false,
            Pending::End if yes => {
                self.close(CloseCause::EndedEarly);
                true
            }
            Pending::End => self.go_on(no),
            Pending::Offer => self.take_offer_reply(heard, yes, no),
            Pending::Meant(item) if yes && !no => {
                self.give_meant(&item, heard);
                true
            }
            Pending::Meant(_)
                if no && !self.has_substance() && heard.words() <= REASON_WORDS_MIN =>
            {
                self.probe("again", Phrase::SayAgain, &[]);
                true
            }
            Pending::Meant(_) => false,
            Pending::Reason(_) if asks_back(heard) => false,
            Pending::Reason(fact) => self.take_reason(&fact, heard),
            Pending::Return(words) => self.take_return(&words, heard),
        }
    }

    fn go_on(&mut self, no: bool) -> bool {
        if no {
            self.phrase(Act::Acknowledge, Phrase::GoOn, &[]);
        }
        no
    }

    fn take_offer_reply(&mut self, heard: Heard<'_>, yes: bool, no: bool) -> bool {
        if self.has_substance() {
            return false;
        }
        let leave = heard.wants(Intent::MoveOn) || heard.wants(Intent::CannotAnswer);
        if heard.wants(Intent::Hint) || (yes && !leave && self.plan.mode == Mode::Learn) {
            self.hint();
        } else if leave || yes {
            self.leave();
        } else if no {
            self.probe("try", Phrase::TryIt, &[]);
        } else {
            return false;
        }
        true
    }

    fn take_reason(&mut self, id: &str, heard: Heard<'_>) -> bool {
        let Some(fact) = self.case.facts.iter().find(|fact| fact.id == id) else {
            return false;
        };
        let other = self.asked(heard).facts.iter().any(|asked| asked.id != id);
        if other || heard.words() < REASON_WORDS_MIN || heard.wants(Intent::No) {
            return false;
        }
        self.give(&[fact], &super::facts::Asked::default());
        true
    }

    /// Takes what is aimed at the interviewer; false when the utterance is about the case.
    pub(crate) fn take_aside(&mut self, heard: Heard<'_>) -> bool {
        let substance = self.has_substance();
        if heard.wants(Intent::GoBack) && heard.words() <= ASIDE_WORDS_MAX {
            self.allow("return", Phrase::AllowReturn);
            return true;
        }
        if heard.wants(Intent::Time) && heard.words() <= ASIDE_WORDS_MAX && !self.asks_facts(heard)
        {
            self.minute_asked();
            return true;
        }
        if self.gives_up_on_part(heard) {
            self.done();
            return true;
        }
        if heard.wants(Intent::Grader) && self.state.fresh.items.is_empty() {
            self.decline("grader", Phrase::DeclineGrader);
            return true;
        }
        if self.take_named_wish(heard) {
            return true;
        }
        if substance || (self.kind() == Some(SegmentKind::Clarify) && self.asks_facts(heard)) {
            return false;
        }
        self.take_wish(heard) || self.take_noise(heard)
    }

    /// A hint, a repeat or a meaning asked for by name: the words around it, which may well name
    /// things of the case, are no answer.
    fn take_named_wish(&mut self, heard: Heard<'_>) -> bool {
        let works = !(self.state.fresh.numbers.is_empty() && heard.reading.steps.is_empty());
        if works || heard.words() > ASIDE_WORDS_MAX {
            return false;
        }
        if heard.wants(Intent::Hint) && says(heard.text, HINT) {
            self.hint();
        } else if heard.wants(Intent::Repeat) {
            self.repeat(heard);
        } else {
            return self.take_meaning(heard);
        }
        true
    }

    /// "..., so let us move on": at the end of an answer that holds nothing else.
    fn gives_up_on_part(&self, heard: Heard<'_>) -> bool {
        const LAST_BYTES: usize = 4;
        let ends = |at: crate::Span| at.end + LAST_BYTES >= heard.text.trim_end().len();
        let asked = heard.reading.intents.iter();
        let leaves = asked
            .clone()
            .any(|read| read.intent == Intent::MoveOn && ends(read.at));
        leaves && self.state.fresh.items.is_empty() && self.state.fresh.numbers.len() <= 1
    }

    /// Whether the candidate says that nothing more comes.
    pub(crate) fn has_nothing_more(&self, heard: Heard<'_>) -> bool {
        heard.words() <= NOTHING_WORDS_MAX && says(heard.text, NOTHING) && !self.has_substance()
    }

    fn asks_facts(&self, heard: Heard<'_>) -> bool {
        let asked = self.asked(heard);
        !asked.facts.is_empty() || !asked.decoys.is_empty()
    }

    /// A wish that can be granted or refused.
    fn take_wish(&mut self, heard: Heard<'_>) -> bool {
        if heard.wants(Intent::GiveUp) {
            self.phrase(Act::ConfirmEnd, Phrase::ConfirmEnd, &[]);
        } else if heard.wants(Intent::Repeat) {
            self.repeat(heard);
        } else if heard.wants(Intent::Hint) {
            self.hint();
        } else if heard.wants(Intent::AskAnswer) {
            self.decline("answer", Phrase::DeclineAnswer);
        } else if heard.wants(Intent::AskVerdict) && heard.words() <= ASIDE_WORDS_MAX {
            self.decline("verdict", Phrase::DeclineVerdict);
        } else if heard.wants(Intent::CannotAnswer) && heard.words() <= ASIDE_WORDS_MAX {
            self.offer();
        } else if heard.wants(Intent::MoveOn) && heard.words() <= ASIDE_WORDS_MAX {
            self.done();
        } else {
            return false;
        }
        true
    }

    /// Talk that is not about the case.
    fn take_noise(&mut self, heard: Heard<'_>) -> bool {
        let (cause, phrase) = if heard.wants(Intent::OtherLanguage) {
            ("language", Phrase::DeclineLanguage)
        } else if heard.wants(Intent::Profanity) {
            ("profanity", Phrase::DeclineProfanity)
        } else if heard.wants(Intent::SmallTalk) && heard.words() <= ASIDE_WORDS_MAX {
            ("small-talk", Phrase::DeclineSmallTalk)
        } else {
            return false;
        };
        self.decline(cause, phrase);
        true
    }

    fn decline(&mut self, cause: &str, phrase: Phrase) {
        self.phrase(
            Act::Decline {
                cause: cause.to_owned(),
            },
            phrase,
            &[],
        );
    }

    /// A way out for a candidate who is stuck; the second time the part is left.
    pub(crate) fn offer(&mut self) {
        if self.state.part.offered {
            self.leave();
            return;
        }
        let (what, phrase) = match self.plan.mode {
            Mode::Learn => ("hint", Phrase::OfferHint),
            Mode::Exam | Mode::Stress => ("skip", Phrase::OfferSkip),
        };
        self.phrase(
            Act::Offer {
                what: what.to_owned(),
            },
            phrase,
            &[],
        );
    }

    /// Time asked for in words: at the end of the opening it is time for the structure.
    fn minute_asked(&mut self) {
        if self.kind() == Some(SegmentKind::Clarify) {
            self.enter_structure_quietly();
            self.grant_minute();
            let structure = self.segment().map_or_else(String::new, |s| s.id.clone());
            self.phrase(
                Act::Ask { segment: structure },
                Phrase::AskStructureAfter,
                &[],
            );
        } else {
            self.grant_minute();
        }
    }

    /// The one turn after a part's clock ran out.
    pub(crate) fn take_last_word(&mut self, heard: Heard<'_>) {
        let clarify = self.kind() == Some(SegmentKind::Clarify);
        if clarify && self.is_plan(heard) {
            self.clarify(heard);
            return;
        }
        let settled = clarify && self.settle_goal(heard);
        if !settled && (clarify || self.is_request(heard)) {
            self.answer_last(heard);
        }
        self.leave();
    }

    /// Grants a minute; asking again while it runs changes nothing.
    pub(crate) fn grant_minute(&mut self) {
        if self.state.minute_until.is_some() {
            return;
        }
        self.phrase(Act::GrantMinute, Phrase::GrantMinute, &[]);
        self.put(Output::Minute { running: true });
    }

    /// Speaking ends the minute.
    pub(crate) fn end_minute(&mut self) {
        if self.state.minute_until.is_some() {
            self.put(Output::Minute { running: false });
        }
    }
}

/// Whether a question of the interviewer is met with a wish instead of an answer.
fn asks_back(heard: Heard<'_>) -> bool {
    let wishes = [Intent::Hint, Intent::Repeat, Intent::AskMeaning];
    wishes.into_iter().any(|intent| heard.wants(intent))
}
