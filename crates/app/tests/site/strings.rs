//! No page asks for a sentence or a file that does not exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use casebook::Dimension;
use casingexpert::strings::has;

fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                _ if path.is_dir() => open.push(path),
                Some(extension) if extension == end => found.push(path),
                _ => {}
            }
        }
    }
    found
}

/// The first text in quotes after each of the openers.
fn named(openers: &[&str]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in files("src", "rs")
        .into_iter()
        .chain(files("templates", "html"))
    {
        let text = fs::read_to_string(path).expect("text");
        for opener in openers {
            for (at, _) in text.match_indices(opener) {
                let before = text[..at].chars().next_back();
                let rest = text[at + opener.len()..].trim_start();
                let whole = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
                if let (true, Some(rest)) = (whole, rest.strip_prefix('"'))
                    && let Some((name, _)) = rest.split_once('"')
                {
                    names.insert(name.to_owned());
                }
            }
        }
    }
    names
}

#[test]
fn every_sentence_that_a_page_asks_for_exists() {
    let asked = named(&["t(", "t1(", "tn(", "ta(", "BadInput("]);
    assert!(asked.len() > 100, "the crawl found only {}", asked.len());
    let missing: Vec<_> = asked
        .iter()
        .filter(|key| !key.contains('{') && key.contains('-') && !has(key))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_dimension_has_its_words() {
    for dimension in Dimension::ALL {
        for key in [
            format!("dimension-{}", dimension.slug()),
            format!("dimension-{}-help", dimension.slug()),
        ] {
            assert!(has(&key), "{key}");
        }
    }
}

#[test]
fn every_file_that_a_page_links_exists() {
    let mut linked = named(&["asset("]);
    for path in files("src", "rs") {
        let text = fs::read_to_string(path).expect("text");
        linked.extend(text.split('"').filter(|s| is_asset(s)).map(str::to_owned));
    }
    assert!(linked.len() > 10, "the crawl found only {}", linked.len());
    for path in linked {
        assert!(
            casingexpert::asset(&path).contains('-') && hashed(&path),
            "{path}"
        );
    }
}

fn is_asset(text: &str) -> bool {
    (text.starts_with("components/") && text.ends_with(".css"))
        || (text.starts_with("js/") && text.ends_with(".js"))
}

/// A file that is there comes back under another name.
fn hashed(path: &str) -> bool {
    casingexpert::asset(path) != format!("/static/{path}")
}
