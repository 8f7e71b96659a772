//! `GET /scoring`: how levels and verdicts come about, printed from the rubric in force.

use askama::Template;
use scoring::rubric::{Rubric, rubric};

use super::{Page, Shown, show};
use crate::t;

#[derive(Template)]
#[template(path = "scoring.html")]
struct ScoringPage {
    page: Page,
    rubric: &'static Rubric,
    verdicts: Vec<(String, &'static str)>,
}

const STYLES: [&str; 4] = [
    "components/controls.css",
    "components/policy.css",
    "components/pages.css",
    "components/site.css",
];

/// `GET /scoring`
pub async fn show_rules() -> Shown {
    let rubric = rubric();
    let verdicts = ["ready", "borderline", "not-yet", "not-tested"]
        .into_iter()
        .filter_map(|v| {
            rubric
                .verdict
                .get(v)
                .map(|rule| (t(&format!("verdict-{v}")), rule.as_str()))
        });
    let page = Page::new(&t("scoring-title"), &STYLES);
    show(&ScoringPage {
        page,
        rubric,
        verdicts: verdicts.collect(),
    })
}
