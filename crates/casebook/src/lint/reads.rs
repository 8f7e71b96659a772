//! Whether each item can be recognised in what a candidate says, and its opposite told apart.

use super::Lint;
use super::items::{Item, Kind, items};

/// Phrasings of an item: with fewer the reader rests on one author's turn of phrase.
const PHRASINGS: usize = 5;

/// Phrasings of what is seldom said and never decides a level.
const PHRASINGS_OF_LESSER: usize = 2;

/// Keywords of an item, synonyms included.
const KEYWORDS: usize = 3;

/// Opposites of an insight: one would be heard in one wording only.
const CONTRADICTIONS: usize = 2;

/// Topics without data: fewer make a candidate believe that every question has an answer.
const DECOYS: usize = 4;

pub(super) fn check(lint: &Lint<'_>) {
    let items = items(lint.whole);
    for item in &items {
        said(lint, item);
        distinct(lint, item);
    }
    let decoys = items.iter().filter(|i| i.kind == Kind::Decoy).count();
    if decoys < DECOYS {
        let what = format!("{decoys} decoys, {DECOYS} are wanted");
        let mend = "add [[decoy]] tables: near-miss topics on which the case has no data";
        lint.problem(&crate::source::Place::start("facts.toml"), what, mend);
    }
}

/// Enough phrasings and keywords.
fn said(lint: &Lint<'_>, item: &Item<'_>) {
    let (phrasings, keywords) = match item.kind {
        Kind::Group => (0, 1),
        Kind::Exhibit => (1, KEYWORDS),
        Kind::Consequence | Kind::Risk | Kind::NextStep => (PHRASINGS_OF_LESSER, KEYWORDS),
        _ => (PHRASINGS, KEYWORDS),
    };
    let found = item.count("phrasings");
    if found < phrasings {
        let what = format!(
            "{} has {found} phrasings, {phrasings} are wanted",
            item.name()
        );
        lint.problem(item.place, what, "add ways to say it as a candidate would");
    }
    let found = item.count("keywords");
    if found < keywords {
        let what = format!(
            "{} has {found} keywords, {keywords} are wanted",
            item.name()
        );
        lint.problem(item.place, what, "add words and synonyms that carry it");
    }
}

/// Insights and reasons must not be earned by their opposite or by words alone.
fn distinct(lint: &Lint<'_>, item: &Item<'_>) {
    if item.kind == Kind::Insight {
        if item.count("require") == 0 {
            let what = format!("{} has no `require`", item.name());
            let mend = "add groups of words that its opposite lacks: [[\"only\", \"alone\"], [\"supermarket\"]]";
            lint.problem(item.place, what, mend);
        }
        let found = item.count("contradicts");
        if found < CONTRADICTIONS {
            let what = format!(
                "{} has {found} `contradicts`, {CONTRADICTIONS} are wanted",
                item.name()
            );
            lint.problem(item.place, what, "add ways to say the opposite");
        }
    }
    let is_reason = item.kind == Kind::Point && item.table.raw("role") != Some("answer");
    if is_reason && item.count("numbers") == 0 {
        let what = format!("{} is a reason without numbers", item.name());
        lint.problem(item.place, what, "add numbers = [\"q1.market\"]");
    }
}
