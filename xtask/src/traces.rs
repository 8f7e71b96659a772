//! What the program leaves outside the database, found in its sources and held against
//! `privacy/data-map.toml`: log fields, cookies, keys of the browser's storage. The columns are
//! held against it by the store's own tests.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use privacy::{DataMap, Kind, differences};
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// The one function that names the cookies.
const COOKIE_FUNCTION: &str = "cookie_name";

/// The one script that may touch the browser's storage.
const STORAGE_SCRIPT: &str = "crates/app/static/js/room-store.js";

/// Ways to leave something in a browser.
const STORAGE_WORDS: &[&str] = &[
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "document.cookie",
    "caches.open",
];

/// Everything that the map and the sources do not agree on.
pub(crate) fn problems(
    root: &Path,
    sources: &[(String, String)],
    scripts: &[(String, String)],
) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(root.join("privacy/data-map.toml"))
        .context("reading privacy/data-map.toml")?;
    let (map, problems) = DataMap::parse(&text);
    let Some(map) = map else {
        return Ok(problems.iter().map(ToString::to_string).collect());
    };
    let mut found = Found::default();
    for (_, text) in sources
        .iter()
        .filter(|(name, _)| name.starts_with("crates/app/src/"))
    {
        if let Ok(file) = syn::parse_file(text) {
            found.visit_file(&file);
        }
    }
    let (keys, mut said) = storage(scripts);
    for (kind, names) in [
        (Kind::Log, &found.log_fields),
        (Kind::Cookie, &found.cookies),
        (Kind::Browser, &keys),
    ] {
        let differ = differences(&map, kind, names.iter().map(String::as_str));
        said.extend(differ.iter().map(ToString::to_string));
    }
    Ok(said)
}

#[derive(Default)]
struct Found {
    log_fields: BTreeSet<String>,
    cookies: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Found {
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if call
            .path
            .segments
            .first()
            .is_some_and(|first| first.ident == "tracing")
        {
            self.log_fields.extend(fields(call.tokens.clone()));
        }
        visit::visit_macro(self, call);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.ident == COOKIE_FUNCTION {
            let mut literals = Literals::default();
            literals.visit_block(&item.block);
            self.cookies.extend(literals.0);
        }
        visit::visit_impl_item_fn(self, item);
    }
}

#[derive(Default)]
struct Literals(Vec<String>);

impl<'ast> Visit<'ast> for Literals {
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.0.push(literal.value());
    }
}

/// The field names of one log call: `%error, seq, status = 200, "answered"` has `error`, `seq` and
/// `status`. The message and what follows it is none.
fn fields(tokens: TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut at_start = true;
    for token in tokens {
        match token {
            TokenTree::Literal(_) if at_start => break,
            TokenTree::Ident(name) if at_start => {
                names.push(name.to_string());
                at_start = false;
            }
            TokenTree::Punct(mark) if mark.as_char() == ',' => at_start = true,
            _ => {}
        }
    }
    names
}

/// The storage keys that the scripts use, and scripts that use storage and must not.
fn storage(scripts: &[(String, String)]) -> (BTreeSet<String>, Vec<String>) {
    let mut keys = BTreeSet::new();
    let mut problems = Vec::new();
    for (name, text) in scripts {
        if name == STORAGE_SCRIPT {
            keys.extend(
                names(text, "PARTS")
                    .into_iter()
                    .map(|part| format!("casingexpert.{part}.<attempt>")),
            );
            keys.extend(
                names(text, "CHOICES")
                    .into_iter()
                    .map(|choice| format!("casingexpert.{choice}")),
            );
        } else if let Some(word) = STORAGE_WORDS.iter().find(|word| text.contains(**word)) {
            problems.push(format!(
                "{name}: uses {word}; only {STORAGE_SCRIPT} keeps things"
            ));
        }
    }
    (keys, problems)
}

/// The strings in `const PARTS = ["draft", "notes"];`
fn names<'a>(script: &'a str, list: &str) -> Vec<&'a str> {
    let list = script
        .split(&format!("const {list} = ["))
        .nth(1)
        .and_then(|rest| rest.split(']').next());
    list.unwrap_or_default()
        .split('"')
        .skip(1)
        .step_by(2)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_call_gives_its_field_names_and_not_its_message() {
        let call = r#"attempt = %self.id, seq, %error, took_ms = f(a, b), "entry {} kept", words"#;
        let tokens = call.parse().expect("tokens");
        assert_eq!(fields(tokens), ["attempt", "seq", "error", "took_ms"]);
    }

    #[test]
    fn a_script_that_keeps_things_in_another_place_is_named() {
        let script = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let (keys, problems) = storage(&[
            script(
                STORAGE_SCRIPT,
                "const PARTS = [\"draft\", \"notes\"];\nconst CHOICES = [\"keys\"];\nlocalStorage.x",
            ),
            script(
                "crates/app/static/js/room.js",
                "sessionStorage.setItem(1, 2)",
            ),
        ]);
        assert_eq!(
            keys.into_iter().collect::<Vec<_>>(),
            [
                "casingexpert.draft.<attempt>",
                "casingexpert.keys",
                "casingexpert.notes.<attempt>"
            ]
        );
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}
