//! What a candidate said in one segment, as detectors and level models see it: the turns with
//! their readings, less the words that earn nothing. Judges nothing.

use casebook::{Case, Segment, SegmentKind};
use interview::{At, Challenge, Hit, Intent, NumberRead, Reading, Span, Zone};

use crate::arithmetic::Arithmetic;
use crate::{marks, stuffing};

/// One turn of the candidate.
#[derive(Debug, Clone)]
pub struct Turn<'a> {
    /// Journal entry; 0 for a single response.
    pub entry: u32,
    /// Running clock.
    pub at: At,
    /// The words.
    pub text: &'a str,
    /// What the reader made of them.
    pub reading: &'a Reading,
    /// Places that earn nothing: words to the grader, strings of keywords.
    pub dropped: Vec<Span>,
}

impl<'a> Turn<'a> {
    /// A turn, with what earns nothing marked.
    #[must_use]
    pub fn new(entry: u32, at: At, text: &'a str, reading: &'a Reading) -> Self {
        let mut dropped = grader_spans(text, reading);
        dropped.extend(stuffing::spans(text, reading));
        Self {
            entry,
            at,
            text,
            reading,
            dropped,
        }
    }

    /// Whether at least half of `span` earns something.
    #[must_use]
    pub fn keeps(&self, span: Span) -> bool {
        let lost: usize = self.dropped.iter().map(|d| shared(*d, span)).sum();
        lost * 2 <= span.end.saturating_sub(span.start)
    }

    /// The whole turn as a place.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span {
            start: 0,
            end: self.text.len(),
        }
    }
}

/// What earlier segments left behind, for findings that span segments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// Branches that the presented structure covered.
    pub branches: Vec<String>,
    /// Whether this is an attempt; a single response has no before and no after.
    pub attempt: bool,
    /// Whether the interviewer asked for risks in this segment and was answered in words.
    pub risk_answered: bool,
    /// The clause of the plan that stated a view.
    pub view: Option<String>,
    /// Whether anything said after the plan comes back to that view.
    pub updated: bool,
    /// What the interviewer did in this segment.
    pub moments: Moments,
}

/// What the interviewer did in a segment, as far as findings rest on it, by the entries of the
/// turns concerned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moments {
    /// Challenges put here.
    pub challenges: Vec<Challenge>,
    /// Turns that came after a hint, with its rung.
    pub hinted: Vec<(u32, u8)>,
    /// Turns for which there was nothing: no data, no such branch.
    pub dead: Vec<u32>,
    /// Turns that left the choice of the next part to the interviewer.
    pub led: Vec<u32>,
    /// Turns that had to be brought back to the question.
    pub strayed: Vec<u32>,
}

/// One segment of an attempt, or one single response.
#[derive(Debug, Clone)]
pub struct Heard<'a> {
    /// The case at its seed.
    pub case: &'a Case,
    /// The segment.
    pub segment: &'a Segment,
    /// The candidate's turns in order.
    pub turns: Vec<Turn<'a>>,
    /// The arithmetic verdict; quant segments only.
    pub judged: Option<Arithmetic>,
    /// Running clock spent.
    pub used_secs: u32,
    /// Highest rung of the hint ladder taken.
    pub hint_rung: u8,
    /// What earlier segments left behind.
    pub before: Before,
}

/// A hit and the turn it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Found<'h, 'a> {
    /// The turn.
    pub turn: &'h Turn<'a>,
    /// The hit.
    pub hit: &'h Hit,
}

impl<'a> Heard<'a> {
    /// The kind of work.
    #[must_use]
    pub fn kind(&self) -> SegmentKind {
        self.segment.kind
    }

    /// Hits that count: sure, not the opposite, not in words that earn nothing.
    pub fn hits(&self) -> impl Iterator<Item = Found<'_, 'a>> {
        self.all_hits()
            .filter(|f| f.hit.zone == Zone::Sure && !f.hit.contradicts)
    }

    /// Hits that say the opposite of an item.
    pub fn contradictions(&self) -> impl Iterator<Item = Found<'_, 'a>> {
        self.all_hits()
            .filter(|f| f.hit.zone == Zone::Sure && f.hit.contradicts)
    }

    fn all_hits(&self) -> impl Iterator<Item = Found<'_, 'a>> {
        self.turns.iter().flat_map(|turn| {
            let kept = turn.reading.hits.iter().filter(|hit| turn.keeps(hit.at));
            kept.map(move |hit| Found { turn, hit })
        })
    }

    /// The first place where an item is covered.
    #[must_use]
    pub fn covers(&self, item: &str) -> Option<Found<'_, 'a>> {
        self.hits().find(|f| f.hit.item == item)
    }

    /// How many of these items are covered.
    pub fn covered<'i>(&self, items: impl IntoIterator<Item = &'i str>) -> usize {
        items
            .into_iter()
            .filter(|item| self.covers(item).is_some())
            .count()
    }

    /// Numbers that stand: not taken back, not in words that earn nothing.
    pub fn numbers(&self) -> impl Iterator<Item = (&Turn<'a>, &NumberRead)> {
        self.turns.iter().flat_map(|turn| {
            let kept = turn
                .reading
                .numbers
                .iter()
                .filter(|n| !n.withdrawn && turn.keeps(n.at));
            kept.map(move |number| (turn, number))
        })
    }

    /// Questions asked that earn something.
    pub fn questions(&self) -> impl Iterator<Item = (&Turn<'a>, Span)> {
        self.turns.iter().flat_map(|turn| {
            let kept = turn.reading.questions.iter().filter(|q| turn.keeps(**q));
            kept.map(move |question| (turn, *question))
        })
    }

    /// Clauses that earn something.
    pub fn clauses(&self) -> impl Iterator<Item = (&Turn<'a>, Span)> {
        self.turns.iter().flat_map(|turn| {
            let kept = turn.reading.clauses.iter().filter(|c| turn.keeps(**c));
            kept.map(move |clause| (turn, *clause))
        })
    }

    /// The first place of any of these words of general English.
    #[must_use]
    pub fn mark(&self, words: &[&str]) -> Option<(&Turn<'a>, Span)> {
        self.turns.iter().find_map(|turn| {
            let mut places = marks::places(turn.text, words);
            places
                .find(|span| turn.keeps(*span))
                .map(|span| (turn, span))
        })
    }

    /// Every place of any of these words, turn by turn.
    pub fn marked<'h>(
        &'h self,
        words: &'static [&'static str],
    ) -> impl Iterator<Item = (&'h Turn<'a>, Span)> {
        self.turns.iter().flat_map(move |turn| {
            let places: Vec<Span> = marks::places(turn.text, words)
                .filter(|span| turn.keeps(*span))
                .collect();
            places.into_iter().map(move |span| (turn, span))
        })
    }

    /// Whether any of these words was said at all: what claims that something is missing looks
    /// at words that earn nothing too.
    #[must_use]
    pub fn said_any(&self, words: &[&str]) -> bool {
        self.turns
            .iter()
            .any(|turn| marks::places(turn.text, words).next().is_some())
    }

    /// How many places hold any of these words.
    #[must_use]
    pub fn mark_count(&self, words: &[&str]) -> usize {
        self.turns
            .iter()
            .map(|turn| {
                marks::places(turn.text, words)
                    .filter(|s| turn.keeps(*s))
                    .count()
            })
            .sum()
    }

    /// Words that earn something.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.turns
            .iter()
            .map(|turn| {
                marks::words(turn.text)
                    .filter(|(span, _)| turn.keeps(*span))
                    .count()
            })
            .sum()
    }

    /// Whether anything was said, words that earn nothing included.
    #[must_use]
    pub fn spoke(&self) -> bool {
        self.turns
            .iter()
            .any(|turn| marks::words(turn.text).next().is_some())
    }

    /// Whether words were aimed at the grader.
    #[must_use]
    pub fn to_grader(&self) -> bool {
        self.turns
            .iter()
            .any(|turn| !grader_spans(turn.text, turn.reading).is_empty())
    }

    /// The clause around a place, or the place itself.
    #[must_use]
    pub fn clause_of(turn: &Turn<'a>, span: Span) -> Span {
        let around = |c: &&Span| c.start <= span.start && span.end <= c.end;
        turn.reading
            .clauses
            .iter()
            .find(around)
            .copied()
            .unwrap_or(span)
    }
}

/// The clauses that hold words to the grader: half a sentence left over would be read as content.
fn grader_spans(text: &str, reading: &Reading) -> Vec<Span> {
    let read = reading
        .intents
        .iter()
        .filter(|i| i.intent == Intent::Grader)
        .map(|i| i.at);
    let places = marks::places(text, marks::GRADING).chain(marks::levels_named(text));
    let marked = places.map(|place| {
        let around = |c: &&Span| c.start <= place.start && place.end <= c.end;
        reading
            .clauses
            .iter()
            .find(around)
            .copied()
            .unwrap_or(place)
    });
    read.chain(marked).collect()
}

/// Bytes that two places share.
fn shared(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
