//! Clauses, questions and signposts as tables.

use super::{cut, questions, signposts};
use crate::Span;

/// Lines `text => part | part`; `-` is none.
fn check(table: &str, read: fn(&str) -> Vec<Span>) {
    let mut wrong = String::new();
    for line in table
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let Some((said, expect)) = line.split_once(" => ") else {
            panic!("no ` => ` in `{line}`");
        };
        let parts: Vec<&str> = read(said).iter().map(|s| s.of(said)).collect();
        let parts = if parts.is_empty() {
            "-".to_owned()
        } else {
            parts.join(" | ")
        };
        if parts != expect {
            wrong.push_str(&format!(
                "{said}\n  expected {expect}\n  read     {parts}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn clauses_are_cut_as_the_table_says() {
    check(include_str!("clauses.txt"), cut);
}

#[test]
fn questions_are_found_as_the_table_says() {
    check(include_str!("questions.txt"), questions);
}

#[test]
fn signposts_are_found_as_the_table_says() {
    check(include_str!("signposts.txt"), signposts);
}
