//! The shape of `data-map.toml`, before anything is checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// A word with its place in the file.
pub(crate) type Word = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) in_force: Word,
    pub(crate) summary: Vec<String>,
    pub(crate) context: BTreeMap<Word, ContextSource>,
    pub(crate) purpose: BTreeMap<Word, PurposeSource>,
    pub(crate) retention: BTreeMap<Word, RetentionSource>,
    #[serde(default)]
    pub(crate) recipient: BTreeMap<Word, RecipientSource>,
    pub(crate) item: Vec<ItemSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContextSource {
    pub(crate) words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PurposeSource {
    pub(crate) why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionSource {
    pub(crate) keep: String,
    pub(crate) days: Option<u32>,
    pub(crate) ended_by: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecipientSource {
    pub(crate) name: String,
    pub(crate) why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemSource {
    pub(crate) label: Word,
    pub(crate) holds: String,
    #[serde(default)]
    pub(crate) columns: Vec<Word>,
    #[serde(default)]
    pub(crate) cookies: Vec<Word>,
    #[serde(default)]
    pub(crate) browser: Vec<Word>,
    #[serde(default)]
    pub(crate) log: Vec<Word>,
    #[serde(default)]
    pub(crate) files: Vec<Word>,
    pub(crate) category: Word,
    pub(crate) context: Word,
    pub(crate) purposes: Vec<Word>,
    pub(crate) retention: Word,
    #[serde(default)]
    pub(crate) recipients: Vec<Word>,
    pub(crate) export: bool,
    pub(crate) erase: Word,
    pub(crate) kept_because: Option<String>,
}
