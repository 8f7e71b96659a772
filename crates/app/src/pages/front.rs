//! `GET /`: what this is, shown and not claimed; for a returning visitor what comes next.

use askama::Template;
use axum::extract::State;

use super::library::{self, CaseRow};
use super::past::{self, Past};
use super::report::{Specimen, transcript};
use super::{Page, Shown, case, show};
use crate::access::Visitor;
use crate::rule::{self, CorrectionRule};
use crate::words::dimension_words;
use crate::{AppState, t};

/// Attempts shown here; the rest is a click away.
const RECENT: usize = 4;

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage<'a> {
    page: Page,
    next: Option<CaseRow>,
    target: String,
    rule: Option<CorrectionRule>,
    recent: Vec<Past>,
    specimen: Option<&'a Specimen>,
}

const STYLES: [&str; 8] = [
    "components/controls.css",
    "components/transcript.css",
    "components/scorecard.css",
    "components/finding.css",
    "components/trace.css",
    "components/library.css",
    "components/pages.css",
    "components/site.css",
];

/// `GET /`
pub async fn show_front(State(app): State<AppState>, visitor: Visitor) -> Shown {
    let mut past = past::of(&app, &visitor).await?;
    let next = next_case(&app, &past).map(|c| library::row(&c, &past));
    let target = dimension_words(case::usual_target(&past));
    past.truncate(RECENT);
    let casebook = app.casebook.clone();
    // The first visitor after a start waits for it; nobody else's request does.
    tokio::task::spawn_blocking(move || casebook.specimen().is_some()).await?;
    let specimen = app.casebook.specimen();
    show(&FrontPage {
        page: Page::new(&t("front-title"), &STYLES).at("front"),
        next,
        target,
        rule: rule::latest(&app, &visitor).await?.map(|(_, rule)| rule),
        recent: past,
        specimen,
    })
}

/// The lightest case not yet played, or the one played longest ago.
fn next_case(app: &AppState, past: &[Past]) -> Option<std::sync::Arc<casebook::Case>> {
    let weight = |case: &casebook::Case| {
        let d = case.difficulty;
        let played = past.iter().position(|p| p.slug == case.slug);
        (
            played.map(|at| usize::MAX - at),
            d.ambiguity + d.math + d.exhibits + d.pressure,
        )
    };
    let cases = app.casebook.all();
    cases
        .into_iter()
        .min_by_key(|l| weight(&l.case))
        .map(|l| l.case.clone())
}
