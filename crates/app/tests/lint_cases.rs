//! Nothing is left to mend in the cases of the binary.

use casebook::Authored;
use casingexpert::library;

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
