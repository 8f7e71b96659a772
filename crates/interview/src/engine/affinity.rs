//! Which part of the case a candidate who leads is heading for: words shared between what was
//! said and what each part is about. Approximate on purpose: every part is visited in the end.

use std::collections::{BTreeMap, BTreeSet};

use casebook::{Branch, Case, Exhibit, Quant, Reads, SegmentKind};

use super::words::stems;

/// What each part is about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Affinity {
    /// By segment index: the stems of its texts; empty for opening, structure and end.
    topics: Vec<BTreeSet<String>>,
    /// In how many parts a stem occurs.
    spread: BTreeMap<String, u32>,
    /// Stems of every fact and branch, by id.
    items: BTreeMap<String, BTreeSet<String>>,
}

/// A shared word counts this much at most, in thousandths, when one part alone has it.
const WEIGHT_ALONE: u32 = 1000;

/// Said with the words themselves, a shared word counts more than by way of an item.
const OWN_WORDS: u32 = 2;

impl Affinity {
    /// From the texts of a case.
    pub(crate) fn new(case: &Case) -> Self {
        let topics: Vec<BTreeSet<String>> = case
            .segments
            .iter()
            .map(|segment| match segment.kind {
                SegmentKind::Quant | SegmentKind::Exhibit | SegmentKind::Brainstorm => topic(
                    case,
                    &segment.id,
                    &format!("{} {}", segment.name, segment.opener),
                ),
                _ => BTreeSet::new(),
            })
            .collect();
        let mut spread = BTreeMap::new();
        for stem in topics.iter().flatten() {
            *spread.entry(stem.clone()).or_insert(0) += 1;
        }
        let mut items: BTreeMap<_, _> = case
            .facts
            .iter()
            .map(|fact| {
                let text = format!("{} {} {}", fact.label, fact.answer, about(&fact.reads));
                (fact.id.clone(), stems(&text).into_iter().collect())
            })
            .collect();
        items.extend(case.decoys.iter().map(|decoy| {
            let text = format!("{} {}", decoy.label, about(&decoy.reads));
            (decoy.id.clone(), stems(&text).into_iter().collect())
        }));
        for branch in &case.structure.branches {
            add_branch(&mut items, branch);
        }
        Self {
            topics,
            spread,
            items,
        }
    }

    /// Whether a stem belongs to a fact, decoy or branch.
    pub(crate) fn has(&self, id: &str, stem: &String) -> bool {
        self.items.get(id).is_some_and(|item| item.contains(stem))
    }

    /// The fact that this question shares telling words with, when the reader saw none. A word
    /// counts less the more facts have it.
    pub(crate) fn fact_nearby<'c>(&self, case: &'c Case, text: &str) -> Option<&'c str> {
        const LONG_STEMS: usize = 5;
        const LEAST: u32 = 900;
        const LEAST_LONG: u32 = 1300;
        let said: BTreeSet<_> = stems(text).into_iter().collect();
        let weight = |stem: &String| {
            let facts = case
                .facts
                .iter()
                .filter(|fact| self.has(&fact.id, stem))
                .count();
            WEIGHT_ALONE / u32::try_from(facts.max(1)).unwrap_or(u32::MAX)
        };
        let near = |id: &str| -> u32 {
            said.iter()
                .filter(|stem| self.has(id, stem))
                .map(weight)
                .sum()
        };
        let least = if said.len() > LONG_STEMS {
            LEAST_LONG
        } else {
            LEAST
        };
        let best = case
            .facts
            .iter()
            .rev()
            .map(|fact| (near(&fact.id), fact))
            .max_by_key(|(near, _)| *near);
        best.filter(|(near, _)| *near >= least)
            .map(|(_, fact)| fact.id.as_str())
    }

    /// How near a part is to what was said, in thousandths of a word that only it has.
    pub(crate) fn nearness(&self, segment: usize, text: &str, items: &[&str]) -> u32 {
        let own: BTreeSet<_> = stems(text).into_iter().collect();
        let by_item: BTreeSet<&String> = items
            .iter()
            .filter_map(|id| self.items.get(*id))
            .flatten()
            .collect();
        let own: u32 = own.iter().map(|stem| self.weight(segment, stem)).sum();
        let by_item: u32 = by_item.iter().map(|stem| self.weight(segment, stem)).sum();
        own * OWN_WORDS + by_item / 4
    }

    fn weight(&self, segment: usize, stem: &str) -> u32 {
        let shared = self
            .topics
            .get(segment)
            .is_some_and(|topic| topic.contains(stem));
        let spread = self.spread.get(stem).copied().unwrap_or(1).max(1);
        if shared {
            WEIGHT_ALONE / spread / spread
        } else {
            0
        }
    }
}

fn add_branch(items: &mut BTreeMap<String, BTreeSet<String>>, branch: &Branch) {
    let text = format!("{} {}", branch.label, about(&branch.reads));
    items.insert(branch.id.clone(), stems(&text).into_iter().collect());
    for child in &branch.children {
        add_branch(items, child);
    }
}

fn about(reads: &Reads) -> String {
    format!("{} {}", reads.phrasings.join(" "), reads.keywords.join(" "))
}

fn topic(case: &Case, id: &str, name: &str) -> BTreeSet<String> {
    let mut text = name.to_owned();
    if let Some(quant) = case.quants.iter().find(|q| q.id == id) {
        text.push_str(&quant_topic(quant));
    }
    if let Some(exhibit) = case.exhibits.iter().find(|e| e.id == id) {
        text.push_str(&exhibit_topic(exhibit));
    }
    if let Some(brainstorm) = case.brainstorms.iter().find(|b| b.id == id) {
        text.push_str(&format!(" {}", brainstorm.question));
    }
    stems(&text).into_iter().collect()
}

fn quant_topic(quant: &Quant) -> String {
    let mut text = format!(" {}", quant.question);
    for label in quant
        .given
        .iter()
        .map(|g| &g.label)
        .chain(quant.steps.iter().map(|s| &s.label))
    {
        text.push_str(&format!(" {}", label.replace('_', " ")));
    }
    for asked in &quant.asked {
        text.push_str(&format!(" {}", asked.label));
    }
    text
}

fn exhibit_topic(exhibit: &Exhibit) -> String {
    let mut text = format!(
        " {} {} {}",
        exhibit.title,
        exhibit.question,
        about(&exhibit.reads)
    );
    for label in exhibit
        .columns
        .iter()
        .map(|c| &c.label)
        .chain(exhibit.rows.iter().map(|r| &r.label))
    {
        text.push_str(&format!(" {label}"));
    }
    text
}
