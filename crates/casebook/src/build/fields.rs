//! Reads the keys of a table while filling in prose and formulas, and notes what is wrong
//! instead of stopping.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::document::{Node, Table, Value};
use crate::names::{Calculation, Values};
use crate::source::{Place, Problem};
use crate::template::Template;
use crate::{Claim, Exact, Reads};

use super::units::CLAIM_TOLERANCE_PERCENT;

/// A case being made from its tables at one number set.
pub(crate) struct Build<'a> {
    pub(crate) values: &'a Values<'a>,
    pub(crate) problems: RefCell<Vec<Problem>>,
}

impl Build<'_> {
    pub(crate) fn problem(&self, place: &Place, what: impl Into<String>, mend: impl Into<String>) {
        let problem = Problem::at(place, what, mend);
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Prose with its figures.
    pub(crate) fn fill(&self, text: &str, place: &Place, scope: &str) -> String {
        let filled = Template::read(text).and_then(|template| template.fill(self.values, scope));
        filled.unwrap_or_else(|flaw| {
            self.problem(&place.inside(text, flaw.at), flaw.what, flaw.mend);
            text.to_owned()
        })
    }

    /// The value of a formula written in `node`.
    pub(crate) fn exact(&self, node: &Node, scope: &str) -> Option<Exact> {
        let text = node.raw().unwrap_or_default();
        let names = self.values.within(scope);
        let second = self.values.second();
        let value = Calculation::read(text).and_then(|c| c.value(&names, second));
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.problem(
                    &node.place,
                    format!("`{text}`: {fault}"),
                    "write a number or a formula over the names of the case",
                );
                None
            }
        }
    }
}

/// The keys of one table.
pub(crate) struct Fields<'a> {
    pub(crate) build: &'a Build<'a>,
    pub(crate) table: &'a Table,
    pub(crate) place: &'a Place,
    /// Quant whose names come first.
    pub(crate) scope: String,
    seen: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(build: &'a Build<'a>, table: &'a Table, place: &'a Place) -> Self {
        Self {
            build,
            table,
            place,
            scope: String::new(),
            seen: RefCell::default(),
        }
    }

    pub(crate) fn within(mut self, scope: &str) -> Self {
        self.scope = scope.to_owned();
        self
    }

    /// The node at `key`, marked as read.
    pub(crate) fn node(&self, key: &'static str) -> Option<&'a Node> {
        self.seen.borrow_mut().insert(key);
        self.table.get(key)
    }

    fn text_of(&self, node: &Node) -> String {
        match node.raw() {
            Some(text) => self.build.fill(text.trim(), &node.place, &self.scope),
            None => {
                let what = format!("a text is wanted, this is {}", node.kind());
                self.build.problem(&node.place, what, "put it in quotes");
                String::new()
            }
        }
    }

    /// The prose at `key`; its absence is a problem.
    pub(crate) fn text(&self, key: &'static str) -> String {
        match self.node(key) {
            Some(node) => self.text_of(node),
            None => {
                let what = format!("`{key}` is missing");
                self.build
                    .problem(self.place, what, format!("add {key} = \"...\""));
                String::new()
            }
        }
    }

    /// The prose at `key`, or `otherwise`.
    pub(crate) fn text_or(&self, key: &'static str, otherwise: &str) -> String {
        let node = self.node(key);
        node.map_or_else(|| otherwise.to_owned(), |node| self.text_of(node))
    }

    /// The list of prose at `key`; a single text is a list of one.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<String> {
        match self.node(key) {
            None => Vec::new(),
            Some(Node {
                value: Value::List(items),
                ..
            }) => items.iter().map(|item| self.text_of(item)).collect(),
            Some(node) => vec![self.text_of(node)],
        }
    }

    /// The list of lists at `key`.
    fn groups(&self, key: &'static str) -> Vec<Vec<String>> {
        let Some(node) = self.node(key) else {
            return Vec::new();
        };
        let Value::List(groups) = &node.value else {
            self.build.problem(
                &node.place,
                format!("`{key}` is {}", node.kind()),
                "write groups of words: [[\"fixed cost\", \"overhead\"], [\"per unit\"]]",
            );
            return Vec::new();
        };
        let words = |group: &Node| match &group.value {
            Value::List(items) => items.iter().map(|item| self.text_of(item)).collect(),
            _ => vec![self.text_of(group)],
        };
        groups
            .iter()
            .map(words)
            .filter(|group| !group.is_empty())
            .collect()
    }

    pub(crate) fn flag(&self, key: &'static str) -> bool {
        match self.node(key) {
            Some(Node {
                value: Value::Flag(flag),
                ..
            }) => *flag,
            None => false,
            Some(node) => {
                self.build.problem(
                    &node.place,
                    format!("`{key}` is {}", node.kind()),
                    "write true or false",
                );
                false
            }
        }
    }

    /// A small whole number at `key`.
    pub(crate) fn whole(&self, key: &'static str, otherwise: u32) -> u32 {
        let Some(node) = self.node(key) else {
            return otherwise;
        };
        node.raw()
            .and_then(|text| text.parse().ok())
            .unwrap_or_else(|| {
                self.build.problem(
                    &node.place,
                    format!("`{key}` is no whole number"),
                    "write it like 3",
                );
                otherwise
            })
    }

    /// A word out of a fixed list at `key`.
    pub(crate) fn word<T: DeserializeOwned>(&self, key: &'static str, otherwise: T) -> T {
        let Some(node) = self.node(key) else {
            return otherwise;
        };
        self.word_of(node).unwrap_or(otherwise)
    }

    pub(crate) fn word_of<T: DeserializeOwned>(&self, node: &Node) -> Option<T> {
        let text = node.raw().unwrap_or_default();
        match serde_json::from_value(serde_json::Value::String(text.to_owned())) {
            Ok(word) => Some(word),
            Err(error) => {
                let mend = error.to_string().split_once("expected ").map_or_else(
                    || "see docs/case-format.md".to_owned(),
                    |(_, words)| format!("write {words}"),
                );
                self.build
                    .problem(&node.place, format!("`{text}` is not known here"), mend);
                None
            }
        }
    }

    /// The value of the formula at `key`.
    pub(crate) fn exact(&self, key: &'static str) -> Option<Exact> {
        let node = self.node(key)?;
        self.build.exact(node, &self.scope)
    }

    /// The tables at `key`, in order.
    pub(crate) fn children(&self, key: &'static str) -> Vec<Fields<'a>> {
        self.seen.borrow_mut().insert(key);
        let tables = self.table.tables(key);
        tables
            .into_iter()
            .map(|(table, place)| Fields::new(self.build, table, place).within(&self.scope))
            .collect()
    }

    /// How the item is recognised.
    pub(crate) fn reads(&self) -> Reads {
        self.node("guard");
        Reads {
            phrasings: self.texts("phrasings"),
            keywords: self.texts("keywords"),
            require: self.groups("require"),
            numbers: self.claims(),
            contradicts: self.texts("contradicts"),
        }
    }

    fn claims(&self) -> Vec<Claim> {
        match self.node("numbers") {
            None => Vec::new(),
            Some(Node {
                value: Value::List(items),
                ..
            }) => items.iter().filter_map(|item| self.claim(item)).collect(),
            Some(node) => self.claim(node).into_iter().collect(),
        }
    }

    /// A number to be said: a formula, or a table of value, tolerance and unit.
    fn claim(&self, node: &Node) -> Option<Claim> {
        let values = self.build.values;
        let table = node.table();
        let source = table.and_then(|table| table.get("value")).unwrap_or(node);
        let value = self.build.exact(source, &self.scope)?;
        let named = source
            .raw()
            .and_then(|name| values.definitions.find(name.trim(), &self.scope));
        let unit = match (table.and_then(|table| table.raw("unit")), named) {
            (Some(unit), _) => unit.to_owned(),
            (None, Some(at)) => values.definitions.list[at].unit.clone(),
            (None, None) if source.raw().is_some_and(|text| text.trim().ends_with('%')) => {
                "%".into()
            }
            (None, None) => String::new(),
        };
        let tolerance = match table.and_then(|table| table.get("tolerance")) {
            Some(node) => self.build.exact(node, &self.scope)?,
            None => {
                Exact(value.abs().0 * Exact::whole(CLAIM_TOLERANCE_PERCENT).0 / Exact::whole(100).0)
            }
        };
        Some(Claim {
            value: crate::names::shown(&value, &unit),
            tolerance: crate::names::shown(&tolerance, &unit),
            unit,
        })
    }

    /// Marks keys as known that another part reads.
    pub(crate) fn also(&self, keys: &[&'static str]) {
        self.seen.borrow_mut().extend(keys);
    }

    /// Notes the keys that nobody read.
    pub(crate) fn done(self) {
        let seen = self.seen.borrow();
        for (key, node) in &self.table.entries {
            if !seen.contains(key.as_str()) {
                let known: Vec<_> = seen.iter().copied().collect();
                self.build.problem(
                    &node.place,
                    format!("nothing reads `{key}`"),
                    format!("use one of: {}", known.join(", ")),
                );
            }
        }
    }
}
