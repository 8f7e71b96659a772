//! `GET /about`: what runs here, under which licence, and what others made that is in it.

use askama::Template;

use super::{Page, Shown, show};
use crate::{prose, t};

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    page: Page,
    version: &'static str,
    licence: &'static str,
    third_party: String,
}

const STYLES: [&str; 3] = [
    "components/controls.css",
    "components/pages.css",
    "components/site.css",
];

/// `GET /about`
pub async fn show_about() -> Shown {
    let (_, third_party) = prose::document(include_str!("../../../../THIRD_PARTY.md"));
    show(&AboutPage {
        page: Page::new(&t("about-title"), &STYLES),
        version: env!("CARGO_PKG_VERSION"),
        licence: include_str!("../../../../LICENSE"),
        third_party,
    })
}
