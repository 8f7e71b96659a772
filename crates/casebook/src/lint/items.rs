//! Finds everything in a case that a candidate may be heard to say, with its place. Judges
//! nothing.

use crate::document::Table;
use crate::source::Place;

/// What an item is, in the author's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Fact,
    Decoy,
    Branch,
    Exhibit,
    Insight,
    Misreading,
    Consequence,
    Group,
    Idea,
    Point,
    Risk,
    NextStep,
}

impl Kind {
    /// The word for it in a problem.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Decoy => "decoy",
            Self::Branch => "branch",
            Self::Exhibit => "exhibit",
            Self::Insight => "insight",
            Self::Misreading => "misreading",
            Self::Consequence => "consequence",
            Self::Group => "group",
            Self::Idea => "idea",
            Self::Point => "point",
            Self::Risk => "risk",
            Self::NextStep => "next step",
        }
    }
}

/// One item.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    pub(super) table: &'a Table,
    pub(super) place: &'a Place,
}

impl Item<'_> {
    /// How many entries the list at `key` has.
    pub(super) fn count(&self, key: &str) -> usize {
        length(self.table, key)
    }

    /// `insight "i1"`.
    pub(super) fn name(&self) -> String {
        format!("{} `{}`", self.kind.word(), self.id)
    }
}

/// Entries of the list at `key`; a single value is one.
pub(super) fn length(table: &Table, key: &str) -> usize {
    use crate::document::Value;
    table.get(key).map_or(0, |node| match &node.value {
        Value::List(items) => items.len(),
        _ => 1,
    })
}

/// Every item of the case.
pub(super) fn items(whole: &Table) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    found.extend(children(whole, "fact", Kind::Fact));
    found.extend(children(whole, "decoy", Kind::Decoy));
    for (structure, _) in whole.tables("structure") {
        branches(structure, &mut found);
    }
    for (quant, _) in whole.tables("quant") {
        found.extend(children(quant, "consequence", Kind::Consequence));
    }
    for exhibit in children(whole, "exhibit", Kind::Exhibit) {
        let insights = children(exhibit.table, "insight", Kind::Insight);
        found.push(exhibit);
        found.extend(insights.into_iter().map(misread));
    }
    for (brainstorm, _) in whole.tables("brainstorm") {
        for group in children(brainstorm, "group", Kind::Group) {
            let ideas = children(group.table, "idea", Kind::Idea);
            found.push(group);
            found.extend(ideas);
        }
    }
    for (synthesis, _) in whole.tables("synthesis") {
        found.extend(children(synthesis, "point", Kind::Point));
        found.extend(children(synthesis, "risk", Kind::Risk));
        found.extend(children(synthesis, "next_step", Kind::NextStep));
    }
    found
}

fn children<'a>(table: &'a Table, key: &str, kind: Kind) -> Vec<Item<'a>> {
    let tables = table.tables(key).into_iter();
    tables
        .map(|(table, place)| Item {
            kind,
            id: table.raw("id").unwrap_or_default(),
            table,
            place,
        })
        .collect()
}

fn branches<'a>(table: &'a Table, found: &mut Vec<Item<'a>>) {
    for branch in children(table, "branch", Kind::Branch) {
        let inner = branch.table;
        found.push(branch);
        branches(inner, found);
    }
}

fn misread(item: Item<'_>) -> Item<'_> {
    let kind = match item.table.raw("kind") {
        Some("misreading") => Kind::Misreading,
        _ => item.kind,
    };
    Item { kind, ..item }
}
