//! Writes TOML that people go on editing: short lists on a line, long ones a line an item.

use std::fmt::Write as _;

/// How long a list may be before it is broken into lines.
const LINE_CHARS: usize = 100;

/// A quoted text as it is.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.trim().chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(control));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Prose without figures to fill in: braces stay braces.
pub(super) fn prose(text: &str) -> String {
    text.trim().replace('{', "{{").replace('}', "}}")
}

/// A file in the making.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
}

impl Page {
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// `[[fact]]` with an empty line before it.
    pub(super) fn head(&mut self, head: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(head);
    }

    /// `key = "text"`; nothing for an empty text.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        if !text.trim().is_empty() {
            self.line(&format!("{key} = {}", quoted(text)));
        }
    }

    /// `key = value` as it is.
    pub(super) fn plain(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    /// `key = ["a", "b"]`; nothing for an empty list.
    pub(super) fn texts(&mut self, key: &str, texts: &[String]) {
        let items: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
        self.items(key, &items);
    }

    /// `key = [a, b]` of items written already.
    pub(super) fn items(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let line = format!("{key} = [{}]", items.join(", "));
        if line.chars().count() <= LINE_CHARS {
            return self.line(&line);
        }
        self.line(&format!("{key} = ["));
        for item in items {
            self.line(&format!("  {item},"));
        }
        self.line("]");
    }
}
