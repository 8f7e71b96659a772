//! Candidate-led: where the candidate wants to go. A request that meets a part opens it; one that
//! meets nothing is tried twice, then the interviewer offers the next part.

use casebook::{Cell, Exact, Exhibit, Quant};

use super::facts::ANYTHING;
use super::floor::{Floor, Heard};
use super::moves::Lead;
use super::words::{says, stems};
use crate::phrasebook::Phrase;
use crate::{Act, Intent, Zone};

/// This near, what was said is about the part and nothing else.
const NEAR_STRONG: u32 = 2000;

/// Less near than this, the part was not meant.
const NEAR_LEAST: u32 = 450;

/// This near to another part, an utterance has run ahead to it: two words that only it has.
const NEAR_ELSEWHERE: u32 = 2 * NEAR_STRONG;

/// Turns spent asking for facts before a part is opened.
const FACT_TURNS_MAX: u32 = 3;

/// Choices that lead nowhere before the interviewer picks.
const LOST_MAX: u32 = 1;

/// Ways to head for the end.
const CONCLUDE: &[&str] = &[
    "conclude",
    "recommendation",
    "recommend",
    "wrap up",
    "final answer",
    "summarise",
    "summarize",
];

/// One content word in this many of a request has to name the figure that a calculation tells.
const ASKED_PARTS: usize = 2;

/// Ways to want to work on something rather than be told a figure.
const ANALYSE: &[&str] = &[
    "analyse",
    "analyze",
    "assess",
    "break down",
    "break it down",
    "calculate",
    "compute",
    "dig into",
    "estimate",
    "evaluate",
    "explore",
    "go into",
    "go to",
    "look at",
    "look into",
    "model",
    "quantify",
    "run the numbers",
    "size",
    "start with",
    "begin with",
    "test",
    "turn to",
    "work out",
    "work on",
];

impl Floor<'_> {
    /// An utterance that says where to go, or asks for facts on the way there.
    pub(crate) fn choose(&mut self, heard: Heard<'_>) {
        if heard.wants(Intent::MoveOn) || self.has_nothing_more(heard) {
            self.pick_next(Lead::Suggest);
            return;
        }
        let Some((index, near)) = self.nearest(heard) else {
            self.pick_next(Lead::Plain);
            return;
        };
        let asked = self.asked(heard);
        let wants_data = self.wants_data(heard);
        let asks = !asked.facts.is_empty() || !asked.decoys.is_empty();
        let turns = self.state.heard - self.state.choosing_since;
        if self.state.part.over.is_some() || says(heard.text, CONCLUDE) {
            self.pick_next(Lead::LastOne);
        } else if near >= NEAR_STRONG
            && !(asks && turns < FACT_TURNS_MAX && (wants_data || self.is_narrow(heard)))
        {
            self.follow(index);
        } else if asks && turns < FACT_TURNS_MAX && self.answer(heard, &asked) {
        } else if near >= NEAR_LEAST {
            self.follow(index);
        } else if asked.maybe.is_some() && self.answer(heard, &asked) {
        } else if wants_data && turns < FACT_TURNS_MAX && !says(heard.text, ANYTHING) {
            self.no_data("");
        } else if self.state.lost < LOST_MAX {
            let asks = heard.wants(Intent::AskExhibit) || !heard.reading.questions.is_empty();
            let phrase = if asks {
                Phrase::WhatThere
            } else {
                Phrase::NoBranch
            };
            self.phrase(Act::Redirect, phrase, &[]);
        } else {
            self.phrase(Act::Redirect, Phrase::RedirectDead, &[]);
            self.pick_next(Lead::Said);
        }
    }

    /// Whether data is asked for, not something to be worked on.
    fn wants_data(&self, heard: Heard<'_>) -> bool {
        let asks = heard.text.trim_end().ends_with('?') && !heard.reading.questions.is_empty();
        let works = !heard.reading.steps.is_empty() || says(heard.text, ANALYSE);
        (asks || heard.wants(Intent::AskExhibit)) && !works
    }

    /// Whether a part tells what a request for data asks for: an exhibit about it, or a calculation
    /// with that among its figures.
    fn tells(&self, index: usize, heard: Heard<'_>, items: &[&str]) -> bool {
        let id = self.case.segments[index].id.as_str();
        if items.contains(&id) || self.case.exhibits.iter().any(|e| e.id == id) {
            return true;
        }
        let Some(quant) = self.case.quants.iter().find(|q| q.id == id) else {
            return false;
        };
        let mut said = stems(heard.text);
        said.sort();
        said.dedup();
        let given = quant.given.iter().map(|given| &given.label);
        let mut labels = given.chain(quant.asked.iter().map(|asked| &asked.label));
        labels.any(|label| {
            let label = stems(&label.replace('_', " "));
            let shared = label.iter().filter(|stem| said.contains(stem)).count();
            // A word in passing is no request for what bears its name.
            let whole = shared > 0 && (shared == label.len() || shared > 1);
            whole && shared * ASKED_PARTS >= said.len()
        })
    }

    /// Brings a candidate back who runs ahead to another part while one is asked; false when the
    /// utterance has anything to do with the part at hand.
    pub(crate) fn take_stray(&mut self, heard: Heard<'_>) -> bool {
        let fresh = &self.state.fresh;
        let touches =
            !(fresh.items.is_empty() && fresh.against.is_empty() && fresh.numbers.is_empty());
        let (Some(here), false) = (self.state.here, touches) else {
            return false;
        };
        let near_here = self.affinity.nearness(here, heard.text, &[]);
        let elsewhere = self
            .open_parts()
            .into_iter()
            .any(|part| self.affinity.nearness(part, heard.text, &[]) >= NEAR_ELSEWHERE);
        let strays = elsewhere && near_here == 0 && self.has_own_topic();
        if !strays || self.state.lost > LOST_MAX {
            return false;
        }
        let phrase = match self.state.lost {
            0 => Phrase::RedirectLater,
            _ => Phrase::BackToQuestion,
        };
        self.phrase(Act::Redirect, phrase, &[]);
        true
    }

    /// Opening, structure and end are about everything; nobody strays from them.
    fn has_own_topic(&self) -> bool {
        use casebook::SegmentKind::{Brainstorm, Exhibit, Quant};
        matches!(self.kind(), Some(Quant | Exhibit | Brainstorm))
    }

    /// A single short question wants its fact before anything bigger.
    fn is_narrow(&self, heard: Heard<'_>) -> bool {
        const NARROW_WORDS_MAX: usize = 14;
        heard.text.trim_end().ends_with('?') && heard.words() <= NARROW_WORDS_MAX
    }

    fn nearest(&self, heard: Heard<'_>) -> Option<(usize, u32)> {
        let sure = heard
            .reading
            .hits
            .iter()
            .filter(|hit| hit.zone == Zone::Sure);
        let items: Vec<&str> = sure.map(|hit| hit.item.as_str()).collect();
        let open = self.open_parts();
        let named = open.iter().find(|index| {
            let id = &self.case.segments[**index].id;
            items.contains(&id.as_str())
        });
        if let Some(index) = named {
            return Some((*index, NEAR_STRONG));
        }
        // Of parts equally near the author's earlier one is meant.
        open.into_iter()
            .map(|index| {
                let far = self.wants_data(heard) && !self.tells(index, heard, &items);
                let near = self.affinity.nearness(index, heard.text, &items);
                (index, if far { 0 } else { near })
            })
            .max_by_key(|(index, near)| (*near, std::cmp::Reverse(*index)))
    }

    /// Goes where the candidate wants, by way of a calculation that the part would give away.
    fn follow(&mut self, index: usize) {
        let before = self
            .open_parts()
            .into_iter()
            .find(|other| *other != index && self.spoils(index, *other));
        match before {
            Some(other) => self.go_to(other, Lead::Before),
            None => self.go_to(index, Lead::Follow),
        }
    }

    /// Whether opening one part shows the result of a calculation not yet done.
    fn spoils(&self, index: usize, other: usize) -> bool {
        let id = |index: usize| self.case.segments[index].id.as_str();
        let Some(quant) = self.case.quants.iter().find(|quant| quant.id == id(other)) else {
            return false;
        };
        let shown = match self
            .case
            .exhibits
            .iter()
            .find(|exhibit| exhibit.id == id(index))
        {
            Some(exhibit) => cells(exhibit),
            None => self
                .case
                .quants
                .iter()
                .filter(|shown| shown.id == id(index))
                .flat_map(|shown| shown.given.iter().map(|given| given.value.clone()))
                .collect(),
        };
        results(quant).any(|result| shown.iter().any(|value| shows(value, result)))
    }
}

fn cells(exhibit: &Exhibit) -> Vec<Exact> {
    let all = exhibit.rows.iter().flat_map(|row| &row.cells);
    all.filter_map(|cell| match cell {
        Cell::Number(value) => Some(value.clone()),
        _ => None,
    })
    .collect()
}

/// What a calculation finds out: its steps and answers, less what it is told.
fn results(quant: &Quant) -> impl Iterator<Item = &Exact> {
    let steps = quant.steps.iter().map(|step| &step.value);
    let asked = quant.asked.iter().map(|asked| &asked.value);
    steps
        .chain(asked)
        .filter(|value| !quant.given.iter().any(|given| given.value == **value))
}

/// Whether a value on a page is this result, in ones, thousands or millions; round figures that
/// turn up everywhere are let pass.
fn shows(value: &Exact, result: &Exact) -> bool {
    const DISTINCT_MIN: i64 = 100;
    const RESULT_MIN: i64 = 1000;
    const TOLERANCE_PARTS: i64 = 500;
    let small = value.abs() < Exact::whole(DISTINCT_MIN) || result.abs() < Exact::whole(RESULT_MIN);
    if small || is_round(value) {
        return false;
    }
    [0, 3, 6].into_iter().any(|power| {
        let scaled = Exact(&value.0 * Exact::power_of_ten(power).0);
        let tolerance = Exact(scaled.abs().0 / Exact::whole(TOLERANCE_PARTS).0);
        scaled.within(result, &tolerance)
    })
}

fn is_round(value: &Exact) -> bool {
    let hundredth = Exact(&value.0 / Exact::whole(100).0);
    hundredth == hundredth.rounded(0)
}
