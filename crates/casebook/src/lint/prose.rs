//! Finds every text whose truth may hang on the numbers, with its place and guards.

use crate::document::{Node, Table, Value};
use crate::source::Place;

use super::Lint;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// Told as true: a comparison in it must hold.
    Told,
    /// What a candidate may say, right or wrong, or a sample of it.
    Heard,
}

/// One text.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) place: Place,
    pub(super) scope: &'a str,
    /// Constraints named by `guard` in the tables around it.
    pub(super) guards: Vec<&'a str>,
    pub(super) voice: Voice,
}

/// Keys whose texts are told.
const TOLD: &[&str] = &[
    "answer",
    "question",
    "text",
    "title",
    "action_title",
    "note",
    "hints",
    "opener",
    "three",
    "five",
    "recommendation",
    "sample",
    "twist",
    "teaser",
    "crux",
    "why",
    "line",
    "reply",
    "target",
    "horizon",
];

/// Keys whose texts are what a candidate says, or a mistake.
const HEARD: &[&str] = &["phrasings", "contradicts", "mistake", "one"];

/// Files that are prose.
const FILES: &[(&str, Voice)] = &[
    ("prompt.md", Voice::Told),
    ("notes.md", Voice::Told),
    ("debrief.md", Voice::Told),
    ("plays/strong.play", Voice::Heard),
    ("plays/weak.play", Voice::Heard),
];

/// Tables whose texts are no prose: numbers, and columns and rows of exhibits.
const PASSED_OVER: &[&str] = &[
    "parameters",
    "derived",
    "constraints",
    "conditions",
    "columns",
    "rows",
    "step",
    "numbers",
];

/// Every text of the case.
pub(super) fn prose<'a>(lint: &Lint<'a>) -> Vec<Text<'a>> {
    let mut found = Vec::new();
    let files = FILES.iter().filter_map(|(path, voice)| {
        let text = lint.authored.source.text(path)?;
        Some((path, voice, text))
    });
    found.extend(files.map(|(path, voice, text)| Text {
        text,
        place: Place::start(path),
        scope: "",
        guards: Vec::new(),
        voice: *voice,
    }));
    let walk = Walk {
        scope: "",
        guards: Vec::new(),
        misread: false,
    };
    walk.table(lint.whole, &mut found);
    found
}

#[derive(Clone)]
struct Walk<'a> {
    scope: &'a str,
    guards: Vec<&'a str>,
    /// Inside a misreading, where nothing is told as true.
    misread: bool,
}

impl<'a> Walk<'a> {
    fn table(&self, table: &'a Table, found: &mut Vec<Text<'a>>) {
        let mut walk = self.clone();
        if let Some(guard) = table.get("guard") {
            walk.guards.extend(words(guard));
        }
        walk.misread |= table.raw("kind") == Some("misreading");
        for (key, node) in &table.entries {
            walk.node(key, node, found);
        }
    }

    fn node(&self, key: &str, node: &'a Node, found: &mut Vec<Text<'a>>) {
        if PASSED_OVER.contains(&key) {
            return;
        }
        match &node.value {
            Value::Table(table) => self.inner(key, table).table(table, found),
            Value::List(items) => items.iter().for_each(|item| self.node(key, item, found)),
            Value::Text(text) => {
                let voice = match () {
                    () if HEARD.contains(&key) => Voice::Heard,
                    () if TOLD.contains(&key) && self.misread => Voice::Heard,
                    () if TOLD.contains(&key) => Voice::Told,
                    () => return,
                };
                found.push(Text {
                    text,
                    place: node.place.clone(),
                    scope: self.scope,
                    guards: self.guards.clone(),
                    voice,
                });
            }
            Value::Number(_) | Value::Flag(_) => {}
        }
    }

    fn inner(&self, key: &str, table: &'a Table) -> Self {
        let mut walk = self.clone();
        if key == "quant" {
            walk.scope = table.raw("id").unwrap_or_default();
        }
        walk
    }
}

fn words(node: &Node) -> Vec<&str> {
    match &node.value {
        Value::List(items) => items.iter().filter_map(Node::raw).collect(),
        _ => node
            .raw()
            .map(|text| text.split_whitespace().collect())
            .unwrap_or_default(),
    }
}
