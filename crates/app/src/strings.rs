//! Every sentence the product says outside cases and findings, through Fluent. One language
//! now; no template holds a sentence of its own.

use std::borrow::Borrow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English files, a file for each part of the site.
const ENGLISH: &[(&str, &str)] = &[
    ("shell.ftl", include_str!("../locales/en/shell.ftl")),
    ("front.ftl", include_str!("../locales/en/front.ftl")),
    ("library.ftl", include_str!("../locales/en/library.ftl")),
    ("attempts.ftl", include_str!("../locales/en/attempts.ftl")),
    ("report.ftl", include_str!("../locales/en/report.ftl")),
    ("papers.ftl", include_str!("../locales/en/papers.ftl")),
    ("room.ftl", include_str!("../locales/en/room.ftl")),
    ("practice.ftl", include_str!("../locales/en/practice.ftl")),
];

fn english() -> &'static FluentBundle<FluentResource> {
    static BUNDLE: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]);
        // Isolation marks are for text of mixed direction; names in cases are Latin.
        bundle.set_use_isolating(false);
        for (file, text) in ENGLISH {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(whole) => whole,
                Err((readable, errors)) => {
                    tracing::error!(file, count = errors.len(), "string file has errors");
                    readable
                }
            };
            if bundle.add_resource(resource).is_err() {
                tracing::error!(file, "string file repeats a key");
            }
        }
        bundle
    })
}

/// The sentence of that key. A missing key shows itself; a test keeps that from happening.
#[must_use]
pub fn t(key: &str) -> String {
    filled(key, &FluentArgs::new())
}

/// The sentence with one word or name put in.
#[must_use]
pub fn t1(key: &str, name: &'static str, value: impl ToString) -> String {
    let mut args = FluentArgs::new();
    args.set(name, value.to_string());
    filled(key, &args)
}

/// The sentence with a count put in as `$n`, so that Fluent can choose the plural.
#[must_use]
pub fn tn(key: &str, n: impl Borrow<usize>) -> String {
    let mut args = FluentArgs::new();
    args.set("n", FluentValue::from(*n.borrow()));
    filled(key, &args)
}

/// The sentence with several words put in.
#[must_use]
pub fn ta(key: &str, words: &[(&'static str, &str)]) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in words {
        args.set(*name, (*value).to_owned());
    }
    filled(key, &args)
}

/// Whether the key exists.
#[must_use]
pub fn has(key: &str) -> bool {
    english()
        .get_message(key)
        .is_some_and(|m| m.value().is_some())
}

fn filled(key: &str, args: &FluentArgs<'_>) -> String {
    let Some(pattern) = english().get_message(key).and_then(|m| m.value()) else {
        tracing::error!(key, "string is missing");
        return key.to_owned();
    };
    let mut errors = Vec::new();
    english()
        .format_pattern(pattern, Some(args), &mut errors)
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_file_reads_without_an_error() {
        for (file, text) in ENGLISH {
            if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{file}: {errors:?}");
            }
        }
    }

    #[test]
    fn a_count_chooses_the_plural() {
        assert_eq!(tn("count-cases", 1usize), "1 case");
        assert_eq!(tn("count-cases", 3usize), "3 cases");
    }
}
