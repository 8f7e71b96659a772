//! Reads keys of the neutral YAML, whichever of its two shapes it has. Whatever is missing
//! is empty.

use serde_json::Value;

/// The text at `key`, numbers included.
pub(super) fn text(value: &Value, key: &str) -> String {
    value.get(key).map(plain).unwrap_or_default()
}

/// A scalar as text.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// The list at `key`.
pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    let found = value.get(key).and_then(Value::as_array);
    found.map_or(&[], Vec::as_slice)
}

/// The texts at `key`; one text is a list of one.
pub(super) fn texts(value: &Value, key: &str) -> Vec<String> {
    match value.get(key) {
        Some(Value::Array(items)) => items
            .iter()
            .map(plain)
            .filter(|text| !text.is_empty())
            .collect(),
        Some(Value::Null) | None => Vec::new(),
        Some(one) => vec![plain(one)],
    }
}

/// Letters, digits and `_`, a letter first.
pub(super) fn name(text: &str) -> String {
    let mut made = String::new();
    for letter in text.trim().to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            made.push(letter);
        } else if !made.ends_with('_') && !made.is_empty() {
            made.push('_');
        }
    }
    let made = made.trim_end_matches('_');
    match made.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("n{made}"),
        Some(_) => made.to_owned(),
        None => "unnamed".to_owned(),
    }
}

/// `a-b-c` of a title.
pub(super) fn slug(title: &str) -> String {
    name(title)
        .replace('_', "-")
        .chars()
        .take(64)
        .collect::<String>()
        .trim_end_matches('-')
        .to_owned()
}

/// Sentences of a paragraph, split after `.`, `?`, `!` and `;` before a space.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut sentence = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        sentence.push(letter);
        let ends = matches!(letter, '.' | '?' | '!' | ';');
        if ends && letters.peek().is_none_or(|next| next.is_whitespace()) {
            let whole = sentence.trim().trim_end_matches(';').to_owned();
            if !whole.is_empty() {
                found.push(whole);
            }
            sentence.clear();
        }
    }
    if !sentence.trim().is_empty() {
        found.push(sentence.trim().to_owned());
    }
    found
}
