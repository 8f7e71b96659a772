//! `GET /cases/{slug}`: what a case trains, without giving it away, and the plan of an attempt.

use askama::Template;
use axum::extract::{Path, State};
use casebook::{Case, Dimension};
use interview::Mode;

use super::library::{self, CaseRow};
use super::past::{self, Past};
use super::{Page, Shown, show};
use crate::access::Visitor;
use crate::error::Failure;
use crate::rule::{self, CorrectionRule};
use crate::words::{
    dimension_words, format_slug, format_words, industry_words, minutes_planned, mode_slug,
    mode_words, topic_words,
};
use crate::{AppState, t};

/// The dimension trained when nothing is known of a visitor: where most cases are lost first.
pub const FIRST_TARGET: Dimension = Dimension::Structure;

/// A choice of the form: value, words, help, chosen.
pub(super) struct Choice {
    pub(super) value: &'static str,
    pub(super) label: String,
    pub(super) help: String,
    pub(super) on: bool,
}

/// A part on the rail.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) minutes: String,
    pub(super) clock: String,
}

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    page: Page,
    case: std::sync::Arc<Case>,
    meta: String,
    version: String,
    minutes: u32,
    columns: String,
    parts: Vec<Part>,
    axes: [(String, u8); 4],
    times: usize,
    formats: Vec<Choice>,
    modes: Vec<Choice>,
    targets: Vec<Choice>,
    rule: Option<CorrectionRule>,
    related: Vec<CaseRow>,
    objective_chars: usize,
}

const STYLES: [&str; 7] = [
    "components/controls.css",
    "components/form.css",
    "components/rail.css",
    "components/transcript.css",
    "components/library.css",
    "components/pages.css",
    "components/site.css",
];

/// `GET /cases/{slug}`
pub async fn show_case(
    State(app): State<AppState>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Shown {
    let listed = app.casebook.find(&slug).ok_or(Failure::NotFound)?;
    let case = &listed.case;
    let past = past::of(&app, &visitor).await?;
    let target = usual_target(&past);
    let related = case
        .related
        .iter()
        .filter_map(|slug| app.casebook.find(slug));
    show(&CasePage {
        page: Page::new(&case.title, &STYLES).at("library"),
        meta: meta(case),
        version: version(case),
        minutes: minutes_planned(case),
        columns: columns(case),
        parts: parts(case),
        axes: library::axes(case),
        times: past.iter().filter(|p| p.slug == slug).count(),
        formats: formats(case),
        modes: modes(),
        targets: targets(target),
        rule: rule::latest(&app, &visitor).await?.map(|(_, rule)| rule),
        related: related.map(|l| library::row(&l.case, &past)).collect(),
        objective_chars: super::attempts::OBJECTIVE_CHARS,
        case: case.clone(),
    })
}

/// The dimension that was lowest last time, among those that were tested.
pub(super) fn usual_target(past: &[Past]) -> Dimension {
    let last = past.iter().find_map(|p| p.outcome.as_ref());
    let tested = last
        .into_iter()
        .flat_map(|c| &c.dimensions)
        .filter(|d| d.calibrated);
    tested
        .filter_map(|d| d.level.map(|level| (level, d.dimension)))
        .min()
        .map_or(FIRST_TARGET, |(_, dimension)| dimension)
}

fn meta(case: &Case) -> String {
    let topic = case
        .topics
        .first()
        .map(|s| topic_words(s))
        .unwrap_or_default();
    let mut place = industry_words(&case.industry);
    if !case.region.is_empty() {
        place = format!("{place}, {}", case.region);
    }
    crate::ta("case-meta", &[("topic", &topic), ("place", &place)])
}

fn version(case: &Case) -> String {
    let number = case.version.to_string();
    let words = [
        ("version", number.as_str()),
        ("author", &case.author),
        ("licence", &case.licence),
    ];
    crate::ta("case-version", &words)
}

/// Widths of the rail's columns: a minute has one width.
pub(super) fn columns(case: &Case) -> String {
    let widths: Vec<String> = case
        .segments
        .iter()
        .map(|s| format!("{}fr", s.budget_secs.max(1)))
        .collect();
    widths.join(" ")
}

/// The parts with their planned time.
pub(super) fn parts(case: &Case) -> Vec<Part> {
    case.segments
        .iter()
        .map(|s| Part {
            name: s.name.clone(),
            minutes: format!(
                "{}.{:02}",
                s.budget_secs / 60,
                s.budget_secs % 60 * 100 / 60
            ),
            clock: crate::clock::minutes(u64::from(s.budget_secs) * 1000),
        })
        .collect()
}

fn formats(case: &Case) -> Vec<Choice> {
    let first = case.formats.first().copied();
    case.formats
        .iter()
        .map(|format| Choice {
            value: format_slug(*format),
            label: format_words(*format),
            help: t(&format!("format-{}-help", format_slug(*format))),
            on: Some(*format) == first,
        })
        .collect()
}

fn modes() -> Vec<Choice> {
    [Mode::Learn, Mode::Exam, Mode::Stress]
        .into_iter()
        .map(|mode| Choice {
            value: mode_slug(mode),
            label: mode_words(mode),
            help: t(&format!("mode-{}-help", mode_slug(mode))),
            on: mode == Mode::Learn,
        })
        .collect()
}

fn targets(usual: Dimension) -> Vec<Choice> {
    Dimension::ALL
        .into_iter()
        .map(|dimension| Choice {
            value: dimension.slug(),
            label: dimension_words(dimension),
            help: t(&format!("dimension-{}-help", dimension.slug())),
            on: dimension == usual,
        })
        .collect()
}
