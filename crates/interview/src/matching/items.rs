//! Everything in a case that an utterance can cover, by kind, with all ways to say it.

use std::collections::BTreeSet;

use super::words::{content_stems, words};
use casebook::{Branch, Case, Insight, InsightKind, Reads, SegmentKind};

/// What an item is, hence when it may be covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// A datum that can be asked for.
    Fact,
    /// A topic without data.
    Decoy,
    /// A branch of the reference structure.
    Branch,
    /// A chart that can be asked for.
    Exhibit,
    /// Something an exhibit shows, misreadings included.
    Insight,
    /// What a result means.
    Consequence,
    /// A group of ideas.
    Group,
    /// An idea.
    Idea,
    /// A point of the ending.
    Point,
    /// A risk named in the ending.
    Risk,
    /// A next step named in the ending.
    NextStep,
}

impl ItemKind {
    /// All kinds, in declaration order.
    pub const ALL: [Self; 11] = [
        Self::Fact,
        Self::Decoy,
        Self::Branch,
        Self::Exhibit,
        Self::Insight,
        Self::Consequence,
        Self::Group,
        Self::Idea,
        Self::Point,
        Self::Risk,
        Self::NextStep,
    ];
}

/// A thing to recognise.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Id as in the case.
    pub id: String,
    /// What it is.
    pub kind: ItemKind,
    /// Id of the segment it belongs to; empty for facts, decoys and exhibit requests.
    pub home: String,
    /// Id of the branch or group it stands under; empty on the first level.
    pub under: String,
    /// Ways to say it.
    pub phrasings: Vec<String>,
    /// Words that point to it.
    pub keywords: Vec<String>,
    /// Groups that must each be met.
    pub require: Vec<Vec<String>>,
    /// Ways to say the opposite.
    pub contradicts: Vec<String>,
    /// Sentences that it is answered with.
    pub answers: Vec<String>,
}

impl Item {
    fn new(id: &str, kind: ItemKind, home: &str, own: &[&str], reads: &Reads) -> Self {
        let own = own.iter().map(|text| (*text).to_owned());
        let said = own.chain(reads.phrasings.iter().cloned());
        Self {
            id: id.to_owned(),
            kind,
            home: home.to_owned(),
            under: String::new(),
            phrasings: distinct(said),
            keywords: reads.keywords.clone(),
            require: reads.require.clone(),
            contradicts: reads.contradicts.clone(),
            answers: Vec::new(),
        }
    }
}

/// Most phrasings an item keeps: authors write five to ten, the rest would only cost time.
const PHRASING_LIMIT: usize = 40;

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts
        .filter(|text| !text.trim().is_empty() && seen.insert(text.to_lowercase()))
        .take(PHRASING_LIMIT)
        .collect()
}

/// All items of a case.
#[must_use]
pub fn of_case(case: &Case) -> Vec<Item> {
    let mut items = Vec::new();
    let goal = goal_fact(case);
    for fact in &case.facts {
        let item = Item::new(&fact.id, ItemKind::Fact, "", &[&fact.label], &fact.reads);
        let mut item = Item {
            answers: sentences(&fact.answer),
            ..item
        };
        if Some(&fact.id) == goal.as_ref() {
            item.phrasings
                .extend(ASKING_FOR_THE_GOAL.iter().map(|way| (*way).to_owned()));
        }
        items.push(item);
    }
    for decoy in &case.decoys {
        items.push(Item::new(
            &decoy.id,
            ItemKind::Decoy,
            "",
            &[&decoy.label],
            &decoy.reads,
        ));
    }
    let home = segment_of(case, SegmentKind::Structure);
    branches(&case.structure.branches, &home, "", &mut items);
    for exhibit in &case.exhibits {
        let own = [exhibit.title.as_str()];
        items.push(Item::new(
            &exhibit.id,
            ItemKind::Exhibit,
            "",
            &own,
            &exhibit.reads,
        ));
        insights(
            &exhibit.insights,
            ItemKind::Insight,
            &exhibit.id,
            &mut items,
        );
    }
    for quant in &case.quants {
        insights(
            &quant.consequences,
            ItemKind::Consequence,
            &quant.id,
            &mut items,
        );
    }
    ideas(case, &mut items);
    ending(case, &mut items);
    items
}

/// Ways to ask for the goal that fit any case.
const ASKING_FOR_THE_GOAL: &[&str] = &[
    "What is the goal?",
    "What are they trying to achieve?",
    "What does success look like?",
    "What exactly is the target?",
    "By when do they need it?",
    "What is the deadline?",
    "Over what time frame?",
];

/// A fact repeats at least this many words of the objective to be the goal.
const GOAL_WORDS_MIN: usize = 3;

/// The fact that tells the objective.
fn goal_fact(case: &Case) -> Option<String> {
    let stems =
        |text: &str| -> BTreeSet<String> { content_stems(&words(text)).into_iter().collect() };
    let objective = stems(&case.objective.text);
    let shared = |text: &str| stems(text).intersection(&objective).count();
    let each = case.facts.iter().map(|fact| (shared(&fact.answer), fact));
    // Of facts equally near, the author's earlier one.
    let best = each.rev().max_by_key(|(shared, _)| *shared);
    best.filter(|(shared, _)| *shared >= GOAL_WORDS_MIN)
        .map(|(_, fact)| fact.id.clone())
}

/// A text cut after full stops and semicolons.
fn sentences(text: &str) -> Vec<String> {
    let cut = text
        .split_inclusive(['.', ';'])
        .fold(Vec::<String>::new(), |mut all, part| {
            match all.last_mut() {
                // A point within a number ends no sentence.
                Some(last) if !part.starts_with(' ') => last.push_str(part),
                _ => all.push(part.to_owned()),
            }
            all
        });
    cut.into_iter().map(|part| part.trim().to_owned()).collect()
}

fn segment_of(case: &Case, kind: SegmentKind) -> String {
    let found = case.segments.iter().find(|segment| segment.kind == kind);
    found.map(|segment| segment.id.clone()).unwrap_or_default()
}

fn branches(level: &[Branch], home: &str, under: &str, items: &mut Vec<Item>) {
    for branch in level {
        let own = [branch.label.as_str()];
        let item = Item::new(&branch.id, ItemKind::Branch, home, &own, &branch.reads);
        items.push(Item {
            under: under.to_owned(),
            ..item
        });
        branches(&branch.children, home, &branch.id, items);
    }
}

fn insights(list: &[Insight], kind: ItemKind, home: &str, items: &mut Vec<Item>) {
    for insight in list {
        items.push(Item::new(
            &insight.id,
            kind,
            home,
            &[&insight.text],
            &insight.reads,
        ));
    }
}

fn ideas(case: &Case, items: &mut Vec<Item>) {
    for brainstorm in &case.brainstorms {
        for group in &brainstorm.groups {
            let own = [group.label.as_str()];
            items.push(Item::new(
                &group.id,
                ItemKind::Group,
                &brainstorm.id,
                &own,
                &group.reads,
            ));
            for idea in &group.ideas {
                let own = [idea.label.as_str()];
                let item = Item::new(&idea.id, ItemKind::Idea, &brainstorm.id, &own, &idea.reads);
                items.push(Item {
                    under: group.id.clone(),
                    ..item
                });
            }
        }
    }
}

fn ending(case: &Case, items: &mut Vec<Item>) {
    let home = segment_of(case, SegmentKind::Synthesis);
    for point in &case.synthesis.points {
        items.push(Item::new(
            &point.id,
            ItemKind::Point,
            &home,
            &[&point.text],
            &point.reads,
        ));
    }
    insights(&case.synthesis.risks, ItemKind::Risk, &home, items);
    insights(&case.synthesis.next_steps, ItemKind::NextStep, &home, items);
}

/// Ids of the misreadings of a case: items that are wrong to say.
#[must_use]
pub fn misreadings(case: &Case) -> BTreeSet<String> {
    let all = case.exhibits.iter().flat_map(|exhibit| &exhibit.insights);
    let wrong = all.filter(|insight| insight.kind == InsightKind::Misreading);
    wrong.map(|insight| insight.id.clone()).collect()
}
