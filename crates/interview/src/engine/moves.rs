//! From part to part, for both formats, and in and out of the interview.

use casebook::{Format, Release, Segment, SegmentKind};

use super::floor::Floor;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, CloseCause, Output};

/// Ways to say where to go next.
const NEXT_WISH: &[&str] = &[
    "next i",
    "next we",
    "next is",
    "next on my",
    "now i want",
    "now i'd like",
    "then i want",
    "then i'd like",
    "i'd like to see",
    "i would like to see",
    "i want to see",
    "i'd go to",
    "let's go to",
    "move on to",
    "turn to",
];

/// A wish this near to a part names it: one word that only it has.
const NEAR_WISH: u32 = 1000;

/// How the interviewer leads over to the next part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    /// By what kind of part it is.
    Plain,
    /// The candidate chose it.
    Follow,
    /// The candidate chose another, which this one comes before.
    Before,
    /// The candidate chose nothing.
    Suggest,
    /// It is the last before the end.
    LastOne,
    /// Something was said that leads over already.
    Said,
}

impl<'a> Floor<'a> {
    /// The candidate enters the room.
    pub(crate) fn open(&mut self) {
        let Some(first) = self.case.segments.first() else {
            self.close(CloseCause::Finished);
            return;
        };
        self.put(Output::Entered {
            segment: first.id.clone(),
        });
        self.say(Act::Prompt, self.case.prompt.trim().to_owned());
        let given: Vec<_> = self
            .case
            .facts
            .iter()
            .filter(|fact| fact.release == Release::Given)
            .collect();
        if !given.is_empty() {
            let text = given
                .iter()
                .map(|f| f.answer.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            let facts = given.iter().map(|fact| fact.id.clone()).collect();
            self.say(Act::GiveFacts { facts }, text);
        }
        self.ask(first);
    }

    /// Asks a part's question.
    fn ask(&mut self, segment: &Segment) {
        let act = Act::Ask {
            segment: segment.id.clone(),
        };
        let text = self.question_of(segment);
        if !text.is_empty() {
            self.say(act, text);
            return;
        }
        let phrase = match segment.kind {
            SegmentKind::Clarify => Phrase::AskClarify,
            SegmentKind::Structure => Phrase::AskStructure,
            _ => Phrase::AskSynthesis,
        };
        self.phrase(act, phrase, &[]);
    }

    /// What the author has a part ask; empty when nothing.
    pub(crate) fn question_of(&self, segment: &Segment) -> String {
        let authored = match segment.kind {
            SegmentKind::Quant => self
                .case
                .quants
                .iter()
                .find(|q| q.id == segment.id)
                .map(|q| &q.question),
            SegmentKind::Exhibit => self
                .case
                .exhibits
                .iter()
                .find(|e| e.id == segment.id)
                .map(|e| &e.question),
            SegmentKind::Brainstorm => self
                .case
                .brainstorms
                .iter()
                .find(|b| b.id == segment.id)
                .map(|b| &b.question),
            _ => None,
        };
        let text = if segment.opener.is_empty() {
            authored
        } else {
            Some(&segment.opener)
        };
        text.map_or_else(String::new, |text| text.trim().to_owned())
    }

    /// Opens a part and asks its question.
    pub(crate) fn go_to(&mut self, index: usize, lead: Lead) {
        let segment: &'a Segment = &self.case.segments[index];
        let exhibit = self
            .case
            .exhibits
            .iter()
            .find(|exhibit| exhibit.id == segment.id);
        let act = match exhibit {
            Some(exhibit) => Act::HandOver {
                exhibit: exhibit.id.clone(),
            },
            None => Act::MoveOn {
                segment: segment.id.clone(),
            },
        };
        if let Some(phrase) = lead_phrase(lead, segment.kind) {
            self.lead_over(act, lead, phrase);
        }
        self.put(Output::Entered {
            segment: segment.id.clone(),
        });
        if let Some(exhibit) = exhibit {
            self.put(Output::Handed {
                exhibit: exhibit.id.clone(),
            });
        }
        self.ask(segment);
    }

    /// Takes the answer and leads over in one line.
    fn lead_over(&mut self, act: Act, lead: Lead, phrase: Phrase) {
        let mut text = self.word(phrase, &[]);
        if matches!(lead, Lead::Plain | Lead::LastOne) && self.state.part.turns > 0 {
            text = format!("{} {text}", self.word(Phrase::Thanks, &[]));
        }
        self.say(act, text);
    }

    /// Leaves the current part for whatever comes next in this format.
    pub(crate) fn leave(&mut self) {
        self.wind_up();
        match self.plan.format {
            Format::InterviewerLed => self.leave_in_order(),
            Format::CandidateLed => self.leave_by_choice(),
        }
    }

    /// What is still to be said of the current part before it is left.
    pub(crate) fn wind_up(&mut self) {
        self.tell_left_open();
        self.give_result_if_needed();
    }

    fn leave_in_order(&mut self) {
        match self.next_unvisited() {
            Some(index) => self.go_to(index, Lead::Plain),
            None => self.close(CloseCause::Finished),
        }
    }

    fn leave_by_choice(&mut self) {
        let open = self.open_parts();
        let from = self.kind();
        if from == Some(SegmentKind::Clarify) || self.is_last() || open.is_empty() {
            self.leave_in_order();
        } else if open.len() == 1 && from != Some(SegmentKind::Structure) {
            self.go_to(open[0], Lead::LastOne);
        } else if from == Some(SegmentKind::Structure) {
            self.ask_where_first();
        } else if let Some(index) = self.wished_next() {
            self.go_to(index, Lead::Follow);
        } else {
            self.phrase(Act::AskWhere, Phrase::AskWhereNext, &[]);
        }
    }

    /// The open part that the last words named as the next one: who has said where to go is not
    /// asked again.
    fn wished_next(&self) -> Option<usize> {
        let said = self.state.part.text.lines().last()?;
        let mut sentences = said.split(['.', '!', '?', ';']);
        let wish = sentences.rfind(|sentence| says(sentence, NEXT_WISH))?;
        let parts = self.open_parts().into_iter();
        let near = parts.map(|index| (index, self.affinity.nearness(index, wish, &[])));
        let best = near.max_by_key(|(index, near)| (*near, std::cmp::Reverse(*index)));
        best.filter(|(_, near)| *near >= NEAR_WISH)
            .map(|(index, _)| index)
    }

    /// The first part in the author's order that was not entered.
    pub(crate) fn next_unvisited(&self) -> Option<usize> {
        self.state.visited.iter().position(|seen| !seen)
    }

    /// Parts between structure and end that were not entered.
    pub(crate) fn open_parts(&self) -> Vec<usize> {
        let middle = |kind| {
            matches!(
                kind,
                SegmentKind::Quant | SegmentKind::Exhibit | SegmentKind::Brainstorm
            )
        };
        let all = self.case.segments.iter().enumerate();
        all.filter(|(index, segment)| middle(segment.kind) && !self.state.visited[*index])
            .map(|(index, _)| index)
            .collect()
    }

    /// Whether the current part is the end of the case.
    pub(crate) fn is_last(&self) -> bool {
        self.kind() == Some(SegmentKind::Synthesis) || self.next_unvisited().is_none()
    }

    /// "Done with this part", by button or in words.
    pub(crate) fn done(&mut self) {
        self.end_minute();
        if self.state.choosing {
            self.pick_next(Lead::Suggest);
        } else if self.is_last() && !self.has_answered() && self.state.part.probes.is_empty() {
            self.probe("answer", Phrase::ProbeRecommend, &[]);
        } else {
            self.leave();
        }
    }

    /// Whether anything was said in this part before the words that want to leave it.
    fn has_answered(&self) -> bool {
        self.state.part.turns > u32::from(self.state.fresh.words > 0)
    }

    /// The interviewer picks the next part.
    pub(crate) fn pick_next(&mut self, lead: Lead) {
        match self.next_unvisited() {
            Some(index) => self.go_to(index, lead),
            None => self.close(CloseCause::Finished),
        }
    }

    /// Ends the interview.
    pub(crate) fn close(&mut self, cause: CloseCause) {
        let phrase = match cause {
            CloseCause::Finished => Phrase::CloseFinished,
            CloseCause::EndedEarly | CloseCause::Abandoned => Phrase::CloseEarly,
            CloseCause::TimeUp => Phrase::CloseTime,
        };
        self.phrase(Act::Close, phrase, &[]);
        self.put(Output::Closed { cause });
    }
}

fn lead_phrase(lead: Lead, kind: SegmentKind) -> Option<Phrase> {
    match (lead, kind) {
        (Lead::Said, _) | (_, SegmentKind::Clarify) => None,
        (_, SegmentKind::Synthesis) => Some(Phrase::MoveSynthesis),
        (Lead::Follow, _) => Some(Phrase::Follow),
        (Lead::Before, _) => Some(Phrase::FirstThis),
        (Lead::Suggest, _) => Some(Phrase::ByOurselves),
        (Lead::LastOne, _) => Some(Phrase::OneMore),
        (Lead::Plain, SegmentKind::Structure) => Some(Phrase::MoveStructure),
        (Lead::Plain, SegmentKind::Quant) => Some(Phrase::MoveQuant),
        (Lead::Plain, SegmentKind::Exhibit) => Some(Phrase::MoveExhibit),
        (Lead::Plain, SegmentKind::Brainstorm) => Some(Phrase::MoveBrainstorm),
    }
}
