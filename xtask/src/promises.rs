//! Holds `docs/promises.md` against the tree: every file and every test it names exists, and a
//! promise that names no test is not called kept.

use std::path::Path;

use anyhow::{Context, Result};

/// The columns of the table.
const COLUMNS: usize = 5;

/// Everything in the table that is not so. `sources` are all tracked Rust files with their text.
pub(crate) fn problems(root: &Path, sources: &[(String, String)]) -> Result<Vec<String>> {
    let path = root.join("docs/promises.md");
    let text = std::fs::read_to_string(&path).context("reading docs/promises.md")?;
    let mut problems = Vec::new();
    for (at, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with("| "))
        .skip(1)
    {
        for problem in check_row(root, line, sources) {
            problems.push(format!("docs/promises.md:{}: {problem}", at + 1));
        }
    }
    Ok(problems)
}

fn check_row(root: &Path, line: &str, sources: &[(String, String)]) -> Vec<String> {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let &[promise, _page, code, test, state] = cells.as_slice() else {
        return vec![format!("{} cells where {COLUMNS} belong", cells.len())];
    };
    let mut problems = Vec::new();
    for file in quoted(code) {
        if !root.join(file).exists() {
            problems.push(format!("names `{file}`, which is not there"));
        }
    }
    let tests = quoted(test);
    for name in &tests {
        let needle = format!("fn {name}(");
        if !sources.iter().any(|(_, text)| text.contains(&needle)) {
            problems.push(format!("names the test `{name}`, which is not there"));
        }
    }
    if state.starts_with("kept") && tests.is_empty() {
        problems.push(format!("\"{promise}\" is called kept and names no test"));
    }
    problems
}

/// The texts between backticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::check_row;
    use std::path::Path;

    fn check(line: &str) -> String {
        let sources = [("a.rs".to_owned(), "fn a_real_test() {}".to_owned())];
        check_row(Path::new(env!("CARGO_MANIFEST_DIR")), line, &sources).join("; ")
    }

    #[test]
    fn a_row_is_held_against_the_tree() {
        assert_eq!(
            check("| p | `/x` | `Cargo.toml` | `a_real_test` | kept |"),
            ""
        );
        assert_eq!(check("| p | – | – | – | open: later |"), "");
        assert_eq!(
            check("| p | – | – | – | kept |"),
            "\"p\" is called kept and names no test"
        );
        assert_eq!(
            check("| p | – | `gone.rs` | `gone` | kept |"),
            "names `gone.rs`, which is not there; names the test `gone`, which is not there"
        );
        assert_eq!(check("| p | – | kept |"), "3 cells where 5 belong");
    }
}
