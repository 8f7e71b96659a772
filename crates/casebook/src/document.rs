//! The TOML files of a folder merged into one tree that remembers where everything stands.
//! Knows nothing of cases.

use toml::de::{DeTable, DeValue};

use crate::source::{FILE_BYTES, FOLDER_FILES, Place, Problem, Source};

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

/// What TOML can hold, numbers as written so that nothing passes through a float.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    Number(String),
    Flag(bool),
    List(Vec<Node>),
    Table(Table),
}

/// Keys in written order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    pub(crate) entries: Vec<(String, Node)>,
}

impl Table {
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        let found = self.entries.iter().find(|(name, _)| name == key);
        found.map(|(_, node)| node)
    }

    /// Tables in the list at `key`, in order; anything else there is passed over.
    pub(crate) fn tables(&self, key: &str) -> Vec<(&Table, &Place)> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        match &node.value {
            Value::List(items) => items
                .iter()
                .filter_map(|item| item.table().map(|table| (table, &item.place)))
                .collect(),
            Value::Table(table) => vec![(table, &node.place)],
            _ => Vec::new(),
        }
    }

    /// The text at `key`, as written.
    pub(crate) fn raw(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::raw)
    }
}

impl Node {
    pub(crate) fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Text or number as written.
    pub(crate) fn raw(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a text",
            Value::Number(_) => "a number",
            Value::Flag(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

/// Merges every `*.toml` of the folder; `case.toml` first, then by name.
pub(crate) fn merge(source: &Source, problems: &mut Vec<Problem>) -> Table {
    let mut whole = Table::default();
    if source.files.len() > FOLDER_FILES {
        problems.push(Problem::at(
            &Place::start("case.toml"),
            format!("the folder has {} files", source.files.len()),
            format!("keep at most {FOLDER_FILES}"),
        ));
        return whole;
    }
    let mut files: Vec<_> = source
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".toml") && !path.contains('/'))
        .collect();
    files.sort_by_key(|(path, _)| (path != "case.toml", path.clone()));
    for (path, text) in files {
        if text.len() > FILE_BYTES {
            problems.push(Problem::at(
                &Place::start(path),
                format!("the file has {} bytes", text.len()),
                format!("split it; a file may have {FILE_BYTES}"),
            ));
            continue;
        }
        let (parsed, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let offset = error.span().map_or(0, |span| span.start);
            problems.push(Problem::at(
                &Place::of(path, text, offset),
                format!("not TOML: {}", error.message()),
                "correct the line; everything else is still read",
            ));
        }
        let table = table_of(path, text, parsed.get_ref());
        join(&mut whole, table, problems);
    }
    whole
}

fn join(whole: &mut Table, more: Table, problems: &mut Vec<Problem>) {
    for (key, node) in more.entries {
        let Some((_, there)) = whole.entries.iter_mut().find(|(name, _)| *name == key) else {
            whole.entries.push((key, node));
            continue;
        };
        match (&mut there.value, node.value) {
            (Value::List(old), Value::List(new)) => old.extend(new),
            (Value::Table(old), Value::Table(new)) => join(old, new, problems),
            _ => problems.push(Problem::at(
                &node.place,
                format!(
                    "`{key}` is already set at {}:{}",
                    there.place.file, there.place.line
                ),
                "keep it in one file",
            )),
        }
    }
}

fn table_of(file: &str, text: &str, table: &DeTable<'_>) -> Table {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| {
            let mut node = node_of(file, text, value.get_ref(), value.span().start);
            if matches!(node.value, Value::Table(_) | Value::List(_)) {
                node.place = Place::of(file, text, key.span().start);
            }
            (key.span().start, (key.get_ref().to_string(), node))
        })
        .collect();
    entries.sort_by_key(|(at, _)| *at);
    Table {
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
    }
}

fn node_of(file: &str, text: &str, value: &DeValue<'_>, offset: usize) -> Node {
    let mut place = Place::of(file, text, offset);
    let value = match value {
        DeValue::String(words) => {
            place = inside_quotes(place, text, offset);
            Value::Text(words.to_string())
        }
        DeValue::Integer(number) => Value::Number(number.as_str().replace('_', "")),
        DeValue::Float(number) => Value::Number(number.as_str().replace('_', "")),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(moment) => Value::Text(moment.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| node_of(file, text, item.get_ref(), item.span().start))
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(table_of(file, text, table)),
    };
    Node { place, value }
}

/// The first character of a string, past its quotes.
fn inside_quotes(place: Place, text: &str, offset: usize) -> Place {
    let rest = text.get(offset..).unwrap_or_default();
    for quotes in ["\"\"\"", "'''"] {
        if let Some(after) = rest.strip_prefix(quotes) {
            if after.starts_with('\n') || after.starts_with("\r\n") {
                return Place {
                    line: place.line + 1,
                    column: 1,
                    ..place
                };
            }
            return Place {
                column: place.column + 3,
                ..place
            };
        }
    }
    Place {
        column: place.column + 1,
        ..place
    }
}
