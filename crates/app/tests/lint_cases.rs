//! Nothing is left to mend in the cases of the binary.

use casebook::Authored;
use casingexpert::library;
use interview::matching::{of_case, texts_of, unknown_of};

#[test]
fn lint_finds_nothing_in_the_cases_of_the_binary() {
    let mut problems = Vec::new();
    for (slug, source) in library::embedded() {
        let (authored, found) = Authored::parse(&source);
        let all = found
            .into_iter()
            .chain(authored.iter().flat_map(Authored::lint));
        problems.extend(all.map(|problem| format!("{slug}/{problem}")));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_phrasing_was_read_beforehand() {
    let unknown: Vec<String> = library::embedded()
        .into_iter()
        .filter_map(|(slug, source)| {
            let case = Authored::parse(&source).0?.case(0).ok()?;
            let count = unknown_of(&texts_of(&of_case(&case)));
            (count > 0).then(|| format!("{slug}: {count}"))
        })
        .collect();
    assert!(
        unknown.is_empty(),
        "run `cargo xtask vectors`, phrasings changed in {}",
        unknown.join(", ")
    );
}
