//! Beside a strong answer: what was said in each part, next to one of several answers that would
//! pass.

use std::collections::HashMap;

use casebook::Case;
use interview::{At, Entry, Output};
use scoring::Scorecard;

use super::said;
use crate::exhibits::{Style, exhibit_html};

/// One part of the case.
pub(crate) struct SegmentView {
    pub name: String,
    pub question: String,
    pub level: Option<u8>,
    pub below: bool,
    pub hint_rung: u8,
    pub yours: Vec<(u32, String)>,
    pub strong: String,
    pub missed: Vec<String>,
    pub open: bool,
}

/// The parts that the attempt reached, in the case's order.
pub(crate) fn segments(case: &Case, card: &Scorecard, entries: &[Entry]) -> Vec<SegmentView> {
    let said = said::by_segment(entries);
    let reached = case.segments.iter().filter_map(|segment| {
        let score = card.segments.iter().find(|s| s.segment == segment.id)?;
        let yours = said.get(&segment.id).map(Vec::as_slice).unwrap_or_default();
        let missed = score
            .missed
            .iter()
            .filter_map(|id| label(case, id))
            .collect();
        Some(SegmentView {
            name: segment.name.clone(),
            question: segment.opener.clone(),
            level: score.level,
            below: score.level.is_some_and(|level| level < 3),
            hint_rung: score.hint_rung,
            yours: yours
                .iter()
                .map(|(seq, words)| (*seq, (*words).to_owned()))
                .collect(),
            strong: segment.samples.five.clone(),
            missed,
            open: segment.id == "synthesis",
        })
    });
    reached.collect()
}

/// The exhibits that were handed over, in the order of the case, with the message they carry.
pub(crate) fn exhibits(case: &Case, entries: &[Entry]) -> Vec<String> {
    let mut handed: HashMap<&str, At> = HashMap::new();
    for entry in entries {
        for output in &entry.outputs {
            if let Output::Handed { exhibit } = output {
                handed.entry(exhibit).or_insert(entry.at);
            }
        }
    }
    let numbered = case.exhibits.iter().zip(1..);
    numbered
        .filter_map(|(exhibit, number)| {
            let at = handed.get(exhibit.id.as_str())?;
            Some(exhibit_html(exhibit, number, Style::Report, Some(*at)))
        })
        .collect()
}

/// An item of the case in words, by its id.
pub(crate) fn label(case: &Case, id: &str) -> Option<String> {
    let fact = case.facts.iter().find(|f| f.id == id).map(|f| &f.label);
    let insights = case.exhibits.iter().flat_map(|e| &e.insights);
    let meanings = case.quants.iter().flat_map(|q| &q.consequences);
    let endings = case
        .synthesis
        .risks
        .iter()
        .chain(&case.synthesis.next_steps);
    let insight = insights
        .chain(meanings)
        .chain(endings)
        .find(|i| i.id == id)
        .map(|i| &i.text);
    let point = case
        .synthesis
        .points
        .iter()
        .find(|p| p.id == id)
        .map(|p| &p.text);
    let groups = case.brainstorms.iter().flat_map(|b| &b.groups);
    let idea = groups
        .flat_map(|g| &g.ideas)
        .find(|i| i.id == id)
        .map(|i| &i.label);
    let found = fact
        .or(insight)
        .or(point)
        .or(idea)
        .or_else(|| branch_label(case, id));
    found.cloned()
}

fn branch_label<'a>(case: &'a Case, id: &str) -> Option<&'a String> {
    let first = case.structure.branches.iter();
    first
        .flat_map(|b| std::iter::once(b).chain(&b.children))
        .find(|b| b.id == id)
        .map(|b| &b.label)
}
