//! Ids are unique, and whatever is named exists.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Node, Table, Value};
use crate::source::Place;
use crate::template::{Piece, Template};

use super::Lint;
use super::items::{Kind, items};
use super::prose::prose;

pub(super) fn check(lint: &Lint<'_>) {
    let ids = unique(lint);
    pushbacks(lint, &ids);
    structure(lint);
    guards(lint);
}

/// Every id with its place; a second one is a problem.
fn unique(lint: &Lint<'_>) -> BTreeSet<String> {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    let items = items(lint.whole);
    let mut all: Vec<(&str, &Place)> = items.iter().map(|i| (i.id, i.place)).collect();
    for key in ["quant", "brainstorm", "pushback"] {
        all.extend(with_ids(lint.whole, key));
    }
    for (quant, _) in lint.whole.tables("quant") {
        all.extend(with_ids(quant, "trap"));
    }
    for (id, place) in all {
        if id.is_empty() {
            continue;
        }
        if let Some(there) = first.get(id) {
            let what = format!("id `{id}` is already used at {}:{}", there.file, there.line);
            lint.problem(place, what, "give it another id");
        } else {
            first.insert(id, place);
        }
    }
    first.keys().map(|id| (*id).to_owned()).collect()
}

fn with_ids<'a>(table: &'a Table, key: &str) -> Vec<(&'a str, &'a Place)> {
    let tables = table.tables(key).into_iter();
    tables
        .map(|(table, place)| (table.raw("id").unwrap_or_default(), place))
        .collect()
}

fn pushbacks(lint: &Lint<'_>, ids: &BTreeSet<String>) {
    let steps: BTreeSet<&str> = lint
        .case
        .quants
        .iter()
        .flat_map(|quant| quant.steps.iter().map(|step| step.name.as_str()))
        .collect();
    for (table, place) in lint.whole.tables("pushback") {
        let segment = table.raw("segment").unwrap_or_default();
        if !lint.case.segments.iter().any(|s| s.id == segment) {
            let known: Vec<_> = lint.case.segments.iter().map(|s| s.id.as_str()).collect();
            let what = format!("`segment` names `{segment}`, which is not played");
            lint.problem(place, what, format!("use one of: {}", known.join(", ")));
        }
        let target = table.raw("target").unwrap_or_default();
        if !target.is_empty() && !ids.contains(target) && !steps.contains(target) {
            let what = format!("`target` names `{target}`, which is no item");
            lint.problem(
                place,
                what,
                "name the id of a fact, branch, insight, idea, point or trap, or a step",
            );
        }
    }
}

fn structure(lint: &Lint<'_>) {
    let items = items(lint.whole);
    let branches: BTreeSet<&str> = items
        .iter()
        .filter(|item| item.kind == Kind::Branch)
        .map(|item| item.id)
        .collect();
    for (structure, _) in lint.whole.tables("structure") {
        named(lint, structure.get("test_first"), "test_first", &branches);
        for (alternative, _) in structure.tables("alternative") {
            for (branch, _) in alternative.tables("branch") {
                named(lint, branch.get("covers"), "covers", &branches);
            }
        }
    }
}

fn named(lint: &Lint<'_>, node: Option<&Node>, key: &str, branches: &BTreeSet<&str>) {
    for node in node.map(entries).unwrap_or_default() {
        let id = node.raw().unwrap_or_default();
        if !branches.contains(id) {
            let what = format!("`{key}` names `{id}`, which is no branch");
            lint.problem(&node.place, what, "use the ids under [[structure.branch]]");
        }
    }
}

fn entries(node: &Node) -> Vec<&Node> {
    match &node.value {
        Value::List(items) => items.iter().collect(),
        _ => vec![node],
    }
}

/// A guard must be a constraint: a condition may be false.
fn guards(lint: &Lint<'_>) {
    for text in prose(lint) {
        for guard in &text.guards {
            guard_exists(lint, guard, &text.place);
        }
        let Ok(template) = Template::read(text.text) else {
            continue;
        };
        for piece in &template.pieces {
            if let Piece::Guard(at, guards) = piece {
                let place = text.place.inside(text.text, *at);
                guards
                    .iter()
                    .for_each(|guard| guard_exists(lint, guard, &place));
            }
        }
    }
}

fn guard_exists(lint: &Lint<'_>, guard: &str, place: &Place) {
    let constraints = &lint.authored.named.constraints;
    if !constraints.iter().any(|known| known.name == guard) {
        let what = format!("guard `{guard}` is no constraint");
        lint.problem(place, what, "name one under [constraints]");
    }
}
