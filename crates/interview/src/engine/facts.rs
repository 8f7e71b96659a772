//! Questions for facts: what is given, held back, asked about or not there. A fact leaves only
//! through its release rule.

use casebook::{Case, Fact, Release, SegmentKind};

use super::floor::{Floor, Heard};
use super::unread::unread;
use super::words::{inside, says, stems};
use crate::phrasebook::Phrase;
use crate::{Act, Hit, Intent, Span, Zone};

/// Facts given in one turn: a bundle of questions is answered by a person only so far.
const FACTS_A_TURN: usize = 2;

/// A question longer than this is a statement with a question in it, outside the opening.
const QUESTION_WORDS_MAX: usize = 30;

/// Less sure than this, asking back would put words in the candidate's mouth.
pub(super) const ASK_BACK_PERMILLE: u16 = 460;

/// This likely, asking back needs no word in common.
const LIKELY_PERMILLE: u16 = 500;

/// One telling word in this many has to belong to an item that is asked back about.
const PLAUSIBLE_PARTS: usize = 2;

/// One telling word in this many has to belong to a fact that is given without being quite sure.
const GIVEN_PARTS: usize = 4;

/// This sure, a fact was asked for whatever the words.
const GIVEN_PERMILLE: u16 = 700;

/// A topic named on its own, "the competitors", asks for it; more words than this are a sentence.
const TOPIC_WORDS_MAX: usize = 5;

/// This sure, a second item of the same question was meant as well.
const ALSO_MEANT_PERMILLE: u16 = 800;

/// This sure, a fact that was told already was meant again.
const AGAIN_PERMILLE: u16 = 900;

/// A fact told within this many lines of the interviewer is still on the screen.
const LATEST_LINES: usize = 6;

/// Words of questions that only urge an answer to another one: "can you tell me?", "do you have
/// numbers?"
pub(super) const URGING: &[&str] = &[
    "answer",
    "clarify",
    "data",
    "detail",
    "elaborate",
    "explain",
    "figure",
    "help",
    "idea",
    "information",
    "know",
    "number",
    "please",
    "question",
    "share",
    "tell",
];

/// Ways to ask for everything.
pub(crate) const ANYTHING: &[&str] = &[
    "any data",
    "all the data",
    "what data",
    "any information",
    "any other data",
    "other information",
    "anything else i should know",
    "all the information",
    "more information",
    "what information",
    "any other information",
    "any numbers",
    "everything you have",
];

/// Ways to give a reason.
const REASON: &[&str] = &[
    "because",
    "since",
    "so that",
    "so i can",
    "to see",
    "to understand",
    "to check",
    "to test",
    "to know whether",
    "to know if",
    "my hypothesis",
    "i suspect",
    "i want to find out",
    "in order to",
    "that would tell",
    "as this would",
    "as that would",
    "to find out",
    "to compare",
    "to estimate",
    "to size",
    "if it is",
    "i expect",
    "i think",
];

/// What a question asks for.
#[derive(Debug, Default)]
pub(crate) struct Asked<'a> {
    /// Facts surely asked for, in order of asking.
    pub(crate) facts: Vec<&'a Fact>,
    /// Decoys surely asked for.
    pub(crate) decoys: Vec<&'a str>,
    /// The best fact or decoy that may have been meant, when nothing is sure.
    pub(crate) maybe: Option<&'a str>,
    /// An exhibit not yet on the desk that shows it.
    pub(crate) exhibit: bool,
    /// Questions in which nothing was recognised.
    pub(crate) unknown: usize,
}

impl<'a> Floor<'a> {
    /// What this utterance asks for.
    pub(crate) fn asked(&self, heard: Heard<'_>) -> Asked<'a> {
        let mut asked = Asked::default();
        let questions: Vec<Span> = heard
            .reading
            .questions
            .iter()
            .copied()
            .filter(|at| !is_aside(heard, *at))
            .collect();
        let sure = heard
            .reading
            .hits
            .iter()
            .filter(|hit| hit.zone == Zone::Sure);
        for hit in sure.filter(|hit| self.is_meant(hit, heard, &questions)) {
            if let Some(fact) = self.case.facts.iter().find(|f| f.id == hit.item) {
                if !asked.facts.iter().any(|f| f.id == fact.id) {
                    asked.facts.push(fact);
                }
            } else if let Some(decoy) = self.case.decoys.iter().find(|d| d.id == hit.item) {
                asked.decoys.push(&decoy.id);
            }
        }
        if asked.facts.is_empty() && asked.decoys.is_empty() {
            asked.facts.extend(self.beside_question(heard));
        }
        let maybe = heard
            .reading
            .hits
            .iter()
            .filter(|hit| hit.zone == Zone::Unsure && known_id(self.case, &hit.item).is_some())
            .filter(|hit| !is_aside(heard, hit.at) && hit.permille >= ASK_BACK_PERMILLE)
            .filter(|hit| !self.state.asked_back.contains(&hit.item))
            .filter(|hit| {
                let words = questions.iter().find(|at| overlap(hit.at, **at));
                let words = words.map_or(heard.text, |at| at.of(heard.text));
                hit.permille >= LIKELY_PERMILLE || self.is_plausible(&hit.item, words)
            })
            .max_by_key(|hit| hit.permille);
        asked.maybe = maybe.and_then(|hit| known_id(self.case, &hit.item));
        if asked.facts.is_empty() && asked.decoys.is_empty() && asked.maybe.is_none() {
            asked.maybe = self.nearby(heard, &questions);
        }
        if self.only_states(heard) {
            asked.maybe = None;
        }
        asked.exhibit = self.asks_for_exhibit(heard);
        asked.unknown = match asked.facts.as_slice() {
            [only] => unread(heard, &questions, only),
            _ => 0,
        };
        asked
    }

    /// Whether an exhibit that was not handed over yet is surely asked for.
    fn asks_for_exhibit(&self, heard: Heard<'_>) -> bool {
        let mut sure = heard
            .reading
            .hits
            .iter()
            .filter(|hit| hit.zone == Zone::Sure);
        sure.any(|hit| {
            let mut parts = self.case.segments.iter().zip(&self.state.visited);
            parts.any(|(part, seen)| {
                !seen && part.kind == SegmentKind::Exhibit && part.id == hit.item
            })
        })
    }

    /// Whether the opening hears a sentence that asks for nothing, such as the goal played back: no
    /// question can have been meant by it.
    fn only_states(&self, heard: Heard<'_>) -> bool {
        let asks = !heard.reading.questions.is_empty() || heard.wants(Intent::AskExhibit);
        let topic = heard.words() <= TOPIC_WORDS_MAX;
        self.kind() == Some(SegmentKind::Clarify) && !asks && !topic
    }

    /// A fact surely spoken of beside a question in which none was seen: "... profit fell. Is there
    /// a target?"
    fn beside_question(&self, heard: Heard<'_>) -> Option<&'a Fact> {
        let sure = heard.reading.hits.iter().filter(|hit| {
            let weak = hit.zone != Zone::Sure || hit.permille < ALSO_MEANT_PERMILLE;
            !weak && !is_aside(heard, hit.at)
        });
        let facts = sure.filter_map(|hit| {
            let fact = self.case.facts.iter().find(|fact| fact.id == hit.item)?;
            Some((hit.permille, fact))
        });
        facts
            .max_by_key(|(permille, _)| *permille)
            .map(|(_, fact)| fact)
    }

    /// A fact that may be meant although the reader saw none: better to ask back than to say that
    /// there is no data where there is.
    fn nearby(&self, heard: Heard<'_>, questions: &[Span]) -> Option<&'a str> {
        let words: Vec<_> = questions.iter().map(|at| at.of(heard.text)).collect();
        let words = words.join(" ");
        let fact = self.affinity.fact_nearby(self.case, &words);
        fact.filter(|id| !self.state.asked_back.contains(*id))
            .filter(|id| self.is_plausible(id, &words))
    }

    /// Whether these words may mean the item: a telling part of them belongs to it. "Do you mean
    /// ...?" about something else is worse than a plain answer.
    fn is_plausible(&self, id: &str, words: &str) -> bool {
        self.shares_telling(id, words, PLAUSIBLE_PARTS)
    }

    /// Whether one telling word in `parts` belongs to the item.
    fn shares_telling(&self, id: &str, words: &str, parts: usize) -> bool {
        let idle = stems(&URGING.join(" "));
        let client = stems(&self.case.client);
        let mut said = stems(words);
        said.retain(|stem| !idle.contains(stem) && !client.contains(stem));
        said.sort();
        said.dedup();
        let shared = said
            .iter()
            .filter(|stem| self.affinity.has(id, stem))
            .count();
        shared * parts >= said.len().max(1)
    }

    /// Whether a hit is what was asked for: the best of its question or nearly as sure, and not
    /// in words around the question.
    fn is_meant(&self, hit: &Hit, heard: Heard<'_>, questions: &[Span]) -> bool {
        let words = hit.at.of(heard.text);
        let likely =
            hit.permille >= GIVEN_PERMILLE || self.shares_telling(&hit.item, words, GIVEN_PARTS);
        if is_aside(heard, hit.at) || !likely {
            return false;
        }
        if questions.is_empty() {
            return heard.reading.questions.is_empty();
        }
        let rivals = |at: Span| {
            let here = heard
                .reading
                .hits
                .iter()
                .filter(move |other| overlap(other.at, at));
            here.map(|other| other.permille).max().unwrap_or(0)
        };
        questions
            .iter()
            .filter(|at| overlap(hit.at, **at))
            .any(|at| hit.permille >= ALSO_MEANT_PERMILLE || hit.permille == rivals(*at))
    }

    /// Answers a question for facts outside the opening; false when it is none.
    pub(crate) fn take_request(&mut self, heard: Heard<'_>) -> bool {
        if self.kind() == Some(SegmentKind::Clarify) {
            return false;
        }
        if !self.is_request(heard) {
            return self.answer_closing_question(heard);
        }
        let asked = self.asked(heard);
        let anything = says(heard.text, ANYTHING) && asked.facts.is_empty();
        let assumes = heard.wants(Intent::AskAssume) && asked.facts.is_empty();
        let known = !asked.facts.is_empty() || !asked.decoys.is_empty() || asked.maybe.is_some();
        if known && !assumes && !anything {
            return self.answer(heard, &asked);
        }
        if heard.wants(Intent::AskAssume) {
            self.allow("assume", Phrase::AllowAssume);
        } else if anything {
            self.probe("which", Phrase::WhichFigure, &[]);
        } else if heard.wants(Intent::AskExhibit) {
            self.no_data("");
        } else {
            self.leave_open(heard);
        }
        true
    }

    /// Answers the question that a longer turn ends on, when a fact of the case is surely meant: what
    /// was said before it is taken in all the same. False when there is none.
    fn answer_closing_question(&mut self, heard: Heard<'_>) -> bool {
        let text = heard.text.trim_end();
        let Some(&question) = heard.reading.questions.last() else {
            return false;
        };
        let ends = question.end >= text.trim_end_matches(['?', ' ']).len();
        let short = question.of(heard.text).split_whitespace().count() <= QUESTION_WORDS_MAX;
        if self.kind() == Some(SegmentKind::Structure) || !text.ends_with('?') || !ends || !short {
            return false;
        }
        let words = question.of(heard.text);
        let meant = heard.reading.hits.iter().filter(|hit| {
            let sure = hit.zone == Zone::Sure && overlap(hit.at, question);
            sure && self.shares_telling(&hit.item, words, GIVEN_PARTS)
        });
        let facts: Vec<&Fact> = meant
            .filter_map(|hit| self.case.facts.iter().find(|fact| fact.id == hit.item))
            .filter(|fact| self.may_give(fact, heard) && !self.was_just_told(fact))
            .take(1)
            .collect();
        if facts.is_empty() {
            return false;
        }
        self.give(&facts, &Asked::default());
        true
    }

    /// Whether this asks the interviewer for something, rather than the case of itself: a
    /// structure or a calculation is full of questions that want no answer.
    pub(crate) fn is_request(&self, heard: Heard<'_>) -> bool {
        let short = heard.words() <= QUESTION_WORDS_MAX;
        if heard.wants(Intent::AskExhibit) && short {
            return true;
        }
        let asks = heard.text.trim_end().ends_with('?') && !heard.reading.questions.is_empty();
        let works = !heard.reading.steps.is_empty()
            || heard
                .reading
                .tree
                .as_ref()
                .is_some_and(|tree| tree.branches.len() > 1);
        asks && short && !works
    }

    /// A question that nothing in the case answers and that is not one for data.
    fn leave_open(&mut self, heard: Heard<'_>) {
        let phrase = match self.kind() {
            _ if heard.wants(Intent::AskMeaning) => Phrase::AllowDefinition,
            Some(SegmentKind::Quant) => Phrase::UseGiven,
            Some(SegmentKind::Exhibit) => Phrase::AsShown,
            _ => Phrase::YourCall,
        };
        self.allow("definition", phrase);
    }

    /// Lets the candidate go on in their own way.
    pub(crate) fn allow(&mut self, what: &str, phrase: Phrase) {
        self.phrase(
            Act::Allow {
                what: what.to_owned(),
            },
            phrase,
            &[],
        );
    }

    /// Answers what was asked; false when there was nothing to answer.
    pub(crate) fn answer(&mut self, heard: Heard<'_>, asked: &Asked<'a>) -> bool {
        let (open, shut): (Vec<&Fact>, Vec<&Fact>) = asked
            .facts
            .iter()
            .partition(|fact| self.may_give(fact, heard));
        let again = heard.wants(Intent::Repeat);
        let (new, told): (Vec<&Fact>, Vec<&Fact>) = open
            .iter()
            .partition(|fact| again || !self.was_just_told(fact));
        if !new.is_empty() {
            self.give(&new, asked);
            return true;
        }
        if !told.is_empty() {
            self.tell_nothing_new(&told, heard);
            return true;
        }
        if let Some(fact) = shut.first() {
            self.withhold(fact);
            return true;
        }
        if let Some(decoy) = asked.decoys.first() {
            self.no_data(decoy);
            return true;
        }
        if asked.exhibit {
            self.phrase(Act::Redirect, Phrase::ComeToThat, &[]);
            return true;
        }
        if let Some(item) = asked.maybe
            && let Some(question) = question_for(self.case, item, heard.text)
        {
            let act = Act::AskBack {
                item: item.to_owned(),
            };
            self.phrase(act, Phrase::AskBack, &[("item", &question)]);
            return true;
        }
        false
    }

    /// What was asked for stands on the screen. Who has it there seldom asks for it again, so unless
    /// that was surely meant it was something else, on which there is nothing.
    fn tell_nothing_new(&mut self, told: &[&Fact], heard: Heard<'_>) {
        let surely = heard.reading.hits.iter().any(|hit| {
            hit.permille >= AGAIN_PERMILLE && told.iter().any(|fact| fact.id == hit.item)
        });
        if surely || heard.reading.questions.is_empty() {
            let facts = told.iter().map(|fact| fact.id.clone()).collect();
            self.phrase(Act::GiveFacts { facts }, Phrase::NothingBeyond, &[]);
        } else {
            self.no_data("");
        }
    }

    /// Answers the last question of a part without asking anything back: the next part is about to
    /// be asked for.
    pub(crate) fn answer_last(&mut self, heard: Heard<'_>) {
        let asked = self.asked(heard);
        let mut open: Vec<&Fact> = asked.facts.clone();
        open.retain(|fact| self.may_give(fact, heard) && !self.was_just_told(fact));
        open.truncate(FACTS_A_TURN);
        if !open.is_empty() {
            self.give(&open, &Asked::default());
        } else if !heard.reading.questions.is_empty() {
            let decoy = asked.decoys.first().copied().unwrap_or_default().to_owned();
            self.phrase(Act::NoData { decoy }, Phrase::NoDataPlain, &[]);
        }
    }

    /// Whether the fact stands among the latest lines, where the candidate can still see it.
    fn was_just_told(&self, fact: &Fact) -> bool {
        let mut latest = self.state.said.iter().rev().take(LATEST_LINES);
        latest.any(|line| line.contains(fact.answer.as_str()))
    }

    fn may_give(&self, fact: &Fact, heard: Heard<'_>) -> bool {
        if self.state.facts.contains(&fact.id) {
            return true;
        }
        match fact.release {
            Release::Given | Release::OnRequest => true,
            Release::OnReasonedRequest => says(heard.text, REASON),
            Release::AfterStructure => self.state.planned,
        }
    }

    /// Gives facts, at most two, in one short answer.
    pub(crate) fn give(&mut self, facts: &[&Fact], asked: &Asked<'_>) {
        let now: Vec<_> = facts.iter().take(FACTS_A_TURN).collect();
        let mut text = now
            .iter()
            .map(|f| f.answer.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let tail = if facts.len() > FACTS_A_TURN {
            Some(Phrase::OneAtATime)
        } else if !asked.decoys.is_empty() {
            Some(Phrase::NoDataAlso)
        } else if asked.unknown > 0 {
            Some(Phrase::OtherAgain)
        } else if self.state.choosing && self.state.heard - self.state.choosing_since > 1 {
            Some(Phrase::WhereThen)
        } else {
            None
        };
        if let Some(phrase) = tail {
            text.push(' ');
            text.push_str(&self.word(phrase, &[]));
        }
        let ids = now.iter().map(|fact| fact.id.clone()).collect();
        self.say(Act::GiveFacts { facts: ids }, text);
    }

    fn withhold(&mut self, fact: &Fact) {
        let id = fact.id.clone();
        match fact.release {
            Release::AfterStructure => {
                self.phrase(Act::HoldBack { fact: id }, Phrase::HoldBack, &[]);
            }
            _ => self.phrase(Act::AskReason { fact: id }, Phrase::AskReason, &[]),
        }
    }

    /// Says that there is no data, in the decoy's words where it has some.
    pub(crate) fn no_data(&mut self, decoy: &str) {
        let reply = self
            .case
            .decoys
            .iter()
            .find(|d| d.id == decoy)
            .map(|d| d.reply.as_str());
        let act = Act::NoData {
            decoy: decoy.to_owned(),
        };
        match reply.filter(|text| !text.is_empty()) {
            Some(text) => self.say(act, text.to_owned()),
            None => self.phrase(act, Phrase::NoData, &[]),
        }
    }

    /// Gives one item that was meant after all.
    pub(crate) fn give_meant(&mut self, item: &str, heard: Heard<'_>) {
        let mut asked = Asked::default();
        if let Some(fact) = self.case.facts.iter().find(|f| f.id == item) {
            asked.facts.push(fact);
        } else if let Some(decoy) = self.case.decoys.iter().find(|d| d.id == item) {
            asked.decoys.push(&decoy.id);
        }
        if !self.answer(heard, &asked) {
            self.phrase(Act::Acknowledge, Phrase::Acknowledge, &[]);
        }
    }
}

/// The author's way of asking for a fact or decoy that is nearest to what was said, as it stands
/// after a colon. One with a figure in it might tell what was not asked yet.
fn question_for(case: &Case, id: &str, text: &str) -> Option<String> {
    let said = stems(text);
    let fact = case
        .facts
        .iter()
        .find(|f| f.id == id)
        .map(|f| (&f.reads, &f.label));
    let decoy = || {
        case.decoys
            .iter()
            .find(|d| d.id == id)
            .map(|d| (&d.reads, &d.label))
    };
    let (reads, label) = fact.or_else(decoy)?;
    let plain = reads
        .phrasings
        .iter()
        .filter(|way| !way.contains(|c: char| c.is_ascii_digit()));
    let shared = |way: &str| stems(way).iter().filter(|stem| said.contains(stem)).count();
    let nearest = plain.min_by_key(|way| (std::cmp::Reverse(shared(way)), way.len()));
    Some(inside(nearest.unwrap_or(label)))
}

/// The same id, living as long as the case.
fn known_id<'a>(case: &'a Case, id: &str) -> Option<&'a str> {
    let fact = case
        .facts
        .iter()
        .find(|f| f.id == id)
        .map(|f| f.id.as_str());
    fact.or_else(|| {
        case.decoys
            .iter()
            .find(|d| d.id == id)
            .map(|d| d.id.as_str())
    })
}

pub(super) fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether these words ask something of the interviewer, not of the case: time, a repeat, a
/// verdict.
fn is_aside(heard: Heard<'_>, at: Span) -> bool {
    use Intent::{AskAnswer, AskVerdict, CannotAnswer, Grader, Hint, MoveOn, Repeat, Time};
    let asides = [
        Time,
        Repeat,
        Hint,
        MoveOn,
        AskAnswer,
        AskVerdict,
        CannotAnswer,
        Grader,
    ];
    heard
        .reading
        .intents
        .iter()
        .any(|read| asides.contains(&read.intent) && overlap(read.at, at))
}
