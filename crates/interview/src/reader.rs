//! Reads an utterance for a segment: clauses, numbers, questions, intents, and the items of the
//! case that it covers. Remembers nothing between utterances and judges nothing.

mod echo;

use std::collections::BTreeMap;

use casebook::{Case, SegmentKind};

use crate::matching::{self, ANSWER, Bank, Cover, Item, ItemKind, UNSURE, zone};
use crate::{Hit, Intent, IntentRead, Reading, Span, Tree, Zone};
use crate::{arithmetic, clauses, intents, numbers, structure};
use echo::Echo;

/// Grows whenever the same words may be read otherwise than before.
pub const READER_VERSION: u32 = 2;

/// Questions matched in one utterance; more are a pasted list.
const QUESTION_LIMIT: usize = 40;

/// Hits kept of one utterance, best first.
const HIT_LIMIT: usize = 40;

/// Reads what is said about one case. Costs a few milliseconds to make; share it.
pub struct Reader {
    bank: Bank,
    kinds: BTreeMap<String, SegmentKind>,
    echo: Echo,
}

impl Reader {
    /// Indexes everything in `case` that can be covered.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        Self::over(case, matching::of_case(case))
    }

    fn over(case: &Case, items: Vec<Item>) -> Self {
        let kinds = case
            .segments
            .iter()
            .map(|segment| (segment.id.clone(), segment.kind));
        Self {
            bank: Bank::new(items),
            kinds: kinds.collect(),
            echo: Echo::new(&case.prompt),
        }
    }

    /// The same, weighed otherwise than in this release: for measuring with a case left out.
    #[must_use]
    pub fn weighed(self, fitted: matching::Fitted) -> Self {
        Self {
            bank: self.bank.weighed(fitted),
            ..self
        }
    }

    /// Reads everything and covers nothing. What matching costs is measured against it.
    #[must_use]
    pub fn without_matching(case: &Case) -> Self {
        Self::over(case, Vec::new())
    }

    /// Reads `text`, said in the segment `segment`. An unknown segment is read without hits on
    /// anything but facts.
    #[must_use]
    pub fn read(&self, segment: &str, text: &str) -> Reading {
        let cut = clauses::cut(text);
        let intents = intents::read_intents(text, &cut);
        let questions = clauses::questions(text);
        let structure = self.kinds.get(segment) == Some(&SegmentKind::Structure);
        Reading {
            reader: READER_VERSION,
            segment: segment.to_owned(),
            numbers: numbers::read_numbers(text),
            hits: self.hits(&Said {
                segment,
                text,
                cut: &cut,
                questions: &questions,
                intents: &intents,
            }),
            signposts: clauses::signposts(text),
            tree: structure.then(|| structure::from_prose(text)).flatten(),
            steps: arithmetic::read_steps(text),
            clauses: cut,
            intents,
            questions,
        }
    }

    /// Reads an issue tree from the editor: the text it stands for in the transcript, a branch a
    /// line, and the reading of that text.
    #[must_use]
    pub fn read_tree(&self, tree: &Tree) -> (String, Reading) {
        let mut kinds = self.kinds.iter();
        let found = kinds.find(|(_, kind)| **kind == SegmentKind::Structure);
        let segment = found.map(|(id, _)| id.as_str()).unwrap_or_default();
        let (text, lines) = structure::as_text(tree);
        let reading = Reading {
            reader: READER_VERSION,
            segment: segment.to_owned(),
            hits: self.hits(&Said {
                segment,
                text: &text,
                cut: &lines,
                questions: &[],
                intents: &[],
            }),
            clauses: lines,
            tree: Some(tree.clone()),
            ..Reading::default()
        };
        (text, reading)
    }

    /// The evidence behind every hit that [`Reader::read`] weighs, however weak, with the item's
    /// id and kind: for fitting weights and for explaining a hit.
    #[must_use]
    pub fn weigh(&self, segment: &str, text: &str) -> Vec<(String, ItemKind, Cover)> {
        let cut = clauses::cut(text);
        let intents = intents::read_intents(text, &cut);
        let questions = clauses::questions(text);
        let said = Said {
            segment,
            text,
            cut: &cut,
            questions: &questions,
            intents: &intents,
        };
        let named = |cover: Cover| {
            let item = &self.bank.items()[cover.item];
            (item.id.clone(), item.kind, cover)
        };
        self.covers(&said, Some(0)).into_iter().map(named).collect()
    }

    fn hits(&self, said: &Said) -> Vec<Hit> {
        let mut best: BTreeMap<usize, Hit> = BTreeMap::new();
        for cover in self.covers(said, None) {
            let hit = Hit {
                item: self.bank.items()[cover.item].id.clone(),
                at: cover.at,
                permille: cover.permille,
                zone: zone(cover.permille).unwrap_or(Zone::Unsure),
                contradicts: cover.opposite,
            };
            let kept = best.entry(cover.item).or_insert_with(|| hit.clone());
            if hit.permille > kept.permille {
                *kept = hit;
            }
        }
        let mut hits: Vec<Hit> = best.into_values().collect();
        hits.sort_by(|a, b| {
            b.permille
                .cmp(&a.permille)
                .then_with(|| a.item.cmp(&b.item))
        });
        hits.truncate(HIT_LIMIT);
        hits
    }

    /// What is covered: each question weighed by itself for what can be asked, the whole utterance
    /// for the segment's own items.
    fn covers(&self, said: &Said, floor: Option<u16>) -> Vec<Cover> {
        if self.bank.items().is_empty() {
            return Vec::new();
        }
        let kind = self.kinds.get(said.segment).copied();
        let whole = Span {
            start: 0,
            end: said.text.len(),
        };
        let mut found = Vec::new();
        let clarify = kind == Some(SegmentKind::Clarify);
        let ask_floor = floor.unwrap_or(if clarify { ANSWER } else { UNSURE });
        for stretch in said.asked(clarify) {
            let pieces = self.worth_matching(said, stretch);
            found.extend(matching::covers(
                &self.bank,
                said.text,
                &pieces,
                ask_floor,
                |item| {
                    matches!(
                        item.kind,
                        ItemKind::Fact | ItemKind::Decoy | ItemKind::Exhibit
                    )
                },
            ));
        }
        let pieces = self.worth_matching(said, whole);
        let own = |item: &Item| !item.home.is_empty() && item.home == said.segment;
        found.extend(matching::covers(
            &self.bank,
            said.text,
            &pieces,
            floor.unwrap_or(UNSURE),
            own,
        ));
        found
    }

    /// Pieces of a stretch, without what speaks to the grader or repeats the prompt.
    fn worth_matching(&self, said: &Said, stretch: Span) -> Vec<Span> {
        if self.echo.repeats(said.text) {
            return Vec::new();
        }
        let mut pieces = matching::pieces(said.cut, stretch);
        let grader = |at: &Span| said.wants(Intent::Grader, *at);
        pieces.retain(|at| !grader(at) && !self.echo.repeats(at.of(said.text)));
        pieces
    }
}

/// An utterance with what was read in it so far.
struct Said<'a> {
    segment: &'a str,
    text: &'a str,
    cut: &'a [Span],
    questions: &'a [Span],
    intents: &'a [IntentRead],
}

impl Said<'_> {
    fn wants(&self, intent: Intent, at: Span) -> bool {
        let mut intents = self.intents.iter();
        intents.any(|read| read.intent == intent && overlaps(at, read.at))
    }

    /// Stretches that ask: questions, and clauses that want data. While clarifying, a bare topic
    /// asks as well.
    fn asked(&self, clarify: bool) -> Vec<Span> {
        let mut asked: Vec<Span> = self
            .questions
            .iter()
            .copied()
            .take(QUESTION_LIMIT)
            .collect();
        for &at in self.cut {
            let known = asked.iter().any(|question| overlaps(at, *question));
            if !known
                && asked.len() < QUESTION_LIMIT
                && (clarify || self.wants(Intent::AskExhibit, at))
            {
                asked.push(at);
            }
        }
        asked
    }
}

fn overlaps(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}
