//! `GET /privacy`: printed from the data map, which tests hold against the databases, the cookies
//! and the browser's storage. The page has no sentence of its own about what is stored.

use std::sync::LazyLock;

use askama::Template;
use privacy::{Context, DataMap, Item};

use super::{Page, Shown, show};
use crate::error::Failure;
use crate::{clock, t, t1};

/// The map that is in the repository, in the binary.
const MAP: &str = include_str!("../../../../privacy/data-map.toml");

static DATA_MAP: LazyLock<Option<DataMap>> = LazyLock::new(|| {
    let (map, problems) = DataMap::parse(MAP);
    for problem in &problems {
        tracing::error!(error = %problem, "data map has a problem");
    }
    map
});

/// The data map, if it reads; a test of the data map keeps it from failing here.
#[must_use]
pub fn data_map() -> Option<&'static DataMap> {
    DATA_MAP.as_ref()
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage {
    page: Page,
    in_force: String,
    summary: &'static [String],
    sections: Vec<Section>,
}

struct Section {
    key: &'static str,
    title: &'static str,
    words: &'static str,
    rows: Vec<Row>,
}

struct Row {
    label: &'static str,
    holds: &'static str,
    why: String,
    who: String,
    kept: &'static str,
    erased: String,
    places: String,
}

const STYLES: [&str; 4] = [
    "components/controls.css",
    "components/policy.css",
    "components/pages.css",
    "components/site.css",
];

/// `GET /privacy`
pub async fn show_policy() -> Shown {
    let map = data_map().ok_or_else(|| Failure::Internal("data map does not read".into()))?;
    show(&PrivacyPage {
        page: Page::new(&t("privacy-title"), &STYLES),
        in_force: in_words(&map.in_force),
        summary: &map.summary,
        sections: map
            .sections()
            .map(|(context, words, items)| section(context, words, &items))
            .collect(),
    })
}

fn section(context: Context, words: &'static str, items: &[&'static Item]) -> Section {
    let rows = items.iter().copied().map(row).collect();
    Section {
        key: context.key(),
        title: context.title(),
        words,
        rows,
    }
}

fn row(item: &'static Item) -> Row {
    let why: Vec<&str> = item.purposes.iter().map(|p| p.why.as_str()).collect();
    let who: Vec<String> = item
        .recipients
        .iter()
        .map(|r| format!("{}. {}", r.name, r.why))
        .collect();
    let places: Vec<&str> = item.places.iter().map(|p| p.name.as_str()).collect();
    Row {
        label: &item.label,
        holds: &item.holds,
        why: why.join(" "),
        who: if who.is_empty() {
            t("privacy-nobody")
        } else {
            who.join(" ")
        },
        kept: &item.retention.keep,
        erased: t1("privacy-erased", "how", item.erasure.words()),
        places: places.join(", "),
    }
}

/// `2026-11-24` as `24 November 2026`.
fn in_words(date: &str) -> String {
    let parsed = format!("{date}T00:00:00Z").parse::<jiff::Timestamp>();
    parsed.map_or_else(|_| date.to_owned(), |at| clock::date(at.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_in_the_binary_reads() {
        let (map, problems) = DataMap::parse(MAP);
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(map.is_some(), "{}", all.join("\n"));
    }

    #[test]
    fn the_date_is_written_for_people() {
        assert_eq!(in_words("2026-11-24"), "24 November 2026");
    }
}
