//! `GET /cases`: the case library. The filter is a plain form: its address can be kept and sent.

use axum::extract::{Query, State};
use casebook::{Case, Format, INDUSTRIES, TOPICS};

use super::past::{self, Past};
use super::{Page, Shown, show};
use crate::access::Visitor;
use crate::words::{format_slug, format_words, industry_words, kind_line, topic_words};
use crate::{AppState, t, t1};
use askama::Template;

/// The longest search text used; what follows is cut.
const SEARCH_CHARS: usize = 100;

/// Sums of the four axes (4 to 20) up to which a case counts as lighter, and as middle.
const LIGHTER_UP_TO: u8 = 10;
const MIDDLE_UP_TO: u8 = 13;

/// The facets in the order shown: address word and the values they may take.
const FACETS: [&str; 4] = ["industry", "type", "difficulty", "format"];

/// What the visitor chose.
#[derive(Debug, Default, Clone)]
struct Filter {
    chosen: Vec<(&'static str, String)>,
    words: String,
}

struct Facet {
    name: &'static str,
    legend: String,
    options: Vec<FacetOption>,
}

struct FacetOption {
    value: String,
    label: String,
    count: usize,
    on: bool,
}

/// A row of the list.
pub(super) struct CaseRow {
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) teaser: String,
    pub(super) kind: String,
    pub(super) axes: [(String, u8); 4],
    pub(super) last: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "library.html")]
struct LibraryPage {
    page: Page,
    total: usize,
    facets: Vec<Facet>,
    chosen: usize,
    words: String,
    rows: Vec<CaseRow>,
    told: String,
    mend: Option<String>,
}

/// `GET /cases`
pub async fn list(
    State(app): State<AppState>,
    visitor: Visitor,
    Query(query): Query<Vec<(String, String)>>,
) -> Shown {
    let filter = Filter::read(query);
    let past = past::of(&app, &visitor).await?;
    let cases: Vec<&Case> = app
        .casebook
        .all()
        .into_iter()
        .map(|l| l.case.as_ref())
        .collect();
    let rows: Vec<CaseRow> = cases
        .iter()
        .filter(|c| filter.lets(c, None))
        .map(|c| row(c, &past))
        .collect();
    let page = Page::new(&t("library-title"), &STYLES)
        .at("library")
        .with(&["js/facets.js"]);
    show(&LibraryPage {
        page,
        total: cases.len(),
        facets: FACETS.iter().map(|f| facet(f, &filter, &cases)).collect(),
        chosen: filter.chosen.len() + usize::from(!filter.words.is_empty()),
        told: told(rows.len(), cases.len()),
        mend: rows.is_empty().then(|| filter.mend(&cases)).flatten(),
        words: filter.words,
        rows,
    })
}

const STYLES: [&str; 4] = [
    "components/controls.css",
    "components/form.css",
    "components/library.css",
    "components/notice.css",
];

fn told(shown: usize, total: usize) -> String {
    crate::ta(
        "library-told",
        &[("shown", &shown.to_string()), ("total", &total.to_string())],
    )
}

/// A case as a row, with how its last attempt ended.
pub(super) fn row(case: &Case, past: &[Past]) -> CaseRow {
    let last = past.iter().find(|p| p.slug == case.slug);
    CaseRow {
        slug: case.slug.clone(),
        title: case.title.clone(),
        teaser: case.teaser.clone(),
        kind: kind_line(case),
        axes: axes(case),
        last: last.map(|p| (p.standing.clone(), p.day.clone())),
    }
}

/// The four axes in words and steps.
pub(super) fn axes(case: &Case) -> [(String, u8); 4] {
    let d = case.difficulty;
    [
        (t("axis-ambiguity"), d.ambiguity),
        (t("axis-math"), d.math),
        (t("axis-exhibits"), d.exhibits),
        (t("axis-pressure"), d.pressure),
    ]
}

fn difficulty(case: &Case) -> &'static str {
    let d = case.difficulty;
    match d.ambiguity + d.math + d.exhibits + d.pressure {
        sum if sum <= LIGHTER_UP_TO => "lighter",
        sum if sum <= MIDDLE_UP_TO => "middle",
        _ => "heavier",
    }
}

fn values(facet: &str, case: &Case) -> Vec<String> {
    match facet {
        "industry" => vec![case.industry.clone()],
        "type" => case.topics.clone(),
        "difficulty" => vec![difficulty(case).to_owned()],
        _ => case
            .formats
            .iter()
            .map(|f| format_slug(*f).to_owned())
            .collect(),
    }
}

/// Every value a facet may take, with its words.
fn options(facet: &str) -> Vec<(String, String)> {
    let pair = |slug: &str, words: String| (slug.to_owned(), words);
    match facet {
        "industry" => INDUSTRIES
            .iter()
            .map(|(s, _)| pair(s, industry_words(s)))
            .collect(),
        "type" => TOPICS
            .iter()
            .map(|(s, _)| pair(s, topic_words(s)))
            .collect(),
        "difficulty" => ["lighter", "middle", "heavier"]
            .iter()
            .map(|s| pair(s, t(&format!("difficulty-{s}"))))
            .collect(),
        _ => [Format::InterviewerLed, Format::CandidateLed]
            .iter()
            .map(|f| pair(format_slug(*f), format_words(*f)))
            .collect(),
    }
}

/// A facet with counts: how many cases a box would show, given the other facets. Values that no
/// case of the library has are left out; a nil under the present choice is shown as nil.
fn facet(name: &'static str, filter: &Filter, cases: &[&Case]) -> Facet {
    let all = options(name)
        .into_iter()
        .filter(|(value, _)| cases.iter().any(|c| values(name, c).contains(value)));
    let options = all
        .map(|(value, label)| FacetOption {
            count: cases
                .iter()
                .filter(|c| filter.lets(c, Some(name)) && values(name, c).contains(&value))
                .count(),
            on: filter.chosen.iter().any(|(f, v)| *f == name && *v == value),
            value,
            label,
        })
        .collect();
    Facet {
        name,
        legend: t(&format!("facet-{name}")),
        options,
    }
}

impl Filter {
    /// Reads the address; unknown words in it are passed over.
    fn read(query: Vec<(String, String)>) -> Self {
        let mut filter = Self::default();
        for (key, value) in query {
            if key == "q" {
                filter.words = value.trim().chars().take(SEARCH_CHARS).collect();
            } else if let Some(facet) = FACETS.iter().find(|f| **f == key)
                && options(facet).iter().any(|(known, _)| *known == value)
                && !filter.chosen.contains(&(facet, value.clone()))
            {
                filter.chosen.push((facet, value));
            }
        }
        filter
    }

    /// Whether a case is shown: one chosen value of every facet that has any, and every word.
    /// `but` names a facet to leave aside.
    fn lets(&self, case: &Case, but: Option<&str>) -> bool {
        FACETS.iter().filter(|f| Some(**f) != but).all(|facet| {
            let mut chosen = self.chosen.iter().filter(|(f, _)| f == facet).peekable();
            let here = values(facet, case);
            chosen.peek().is_none() || chosen.any(|(_, value)| here.contains(value))
        }) && self.finds(case)
    }

    fn finds(&self, case: &Case) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let topics: Vec<String> = case.topics.iter().map(|s| topic_words(s)).collect();
        let parts = [
            &case.title,
            &case.client,
            &case.teaser,
            &case.trains,
            &case.region,
        ];
        let mut text: String = parts.iter().flat_map(|p| [p.as_str(), " "]).collect();
        text.push_str(&industry_words(&case.industry));
        text.push(' ');
        text.push_str(&topics.join(" "));
        let text = text.to_lowercase();
        self.words
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }

    /// What to drop so that cases show again: the one choice whose loss brings back the most.
    fn mend(&self, cases: &[&Case]) -> Option<String> {
        let without = |filter: &Self| cases.iter().filter(|c| filter.lets(c, None)).count();
        let mut best = (0, String::new());
        for (at, (facet, value)) in self.chosen.iter().enumerate() {
            let mut fewer = self.clone();
            fewer.chosen.remove(at);
            let count = without(&fewer);
            if count > best.0 {
                let label = options(facet).into_iter().find(|(v, _)| v == value);
                best = (count, label.map(|(_, words)| words).unwrap_or_default());
            }
        }
        let wordless = Self {
            words: String::new(),
            ..self.clone()
        };
        let count = without(&wordless);
        if count > best.0 {
            best = (count, self.words.clone());
        }
        (best.0 > 0).then(|| t1("library-mend", "choice", best.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_what_is_known_and_passes_over_the_rest() {
        let pairs = [
            ("industry", "media"),
            ("industry", "x"),
            ("q", " ferry "),
            ("evil", "1"),
        ];
        let query = pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect();
        let filter = Filter::read(query);
        assert_eq!(filter.chosen, vec![("industry", "media".to_owned())]);
        assert_eq!(filter.words, "ferry");
    }
}
