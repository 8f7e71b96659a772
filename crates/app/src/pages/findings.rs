//! `GET /findings` and `GET /findings/{code}`: the catalogue of findings. Each detector's own
//! document is its help page.

use askama::Template;
use axum::extract::Path;
use casebook::Dimension;
use scoring::detectors::{self, Detector};

use super::{Page, Shown, show};
use crate::error::Failure;
use crate::t;
use crate::words::{dimension_words, severity_words};

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    page: Page,
    groups: Vec<Group>,
}

struct Group {
    dimension: String,
    slug: &'static str,
    entries: Vec<(&'static Detector, String)>,
}

#[derive(Template)]
#[template(path = "finding_help.html")]
struct HelpPage {
    page: Page,
    detector: &'static Detector,
    severity: String,
    dimension: String,
    others: Vec<(&'static Detector, String)>,
}

const STYLES: [&str; 4] = [
    "components/controls.css",
    "components/finding.css",
    "components/pages.css",
    "components/site.css",
];

/// `GET /findings`
pub async fn list() -> Shown {
    let groups = Dimension::ALL.into_iter().map(|dimension| Group {
        dimension: dimension_words(dimension),
        slug: dimension.slug(),
        entries: of(dimension),
    });
    let groups = groups.filter(|g| !g.entries.is_empty()).collect();
    show(&FindingsPage {
        page: Page::new(&t("findings-title"), &STYLES),
        groups,
    })
}

/// `GET /findings/{code}`
pub async fn help(Path(code): Path<String>) -> Shown {
    let detector = detectors::by_code(&code).ok_or(Failure::NotFound)?;
    let mut others = of(detector.dimension);
    others.retain(|(other, _)| other.code != detector.code);
    show(&HelpPage {
        page: Page::new(detector.name, &STYLES),
        detector,
        severity: severity_words(detector.severity),
        dimension: dimension_words(detector.dimension),
        others,
    })
}

fn of(dimension: Dimension) -> Vec<(&'static Detector, String)> {
    let all = detectors::ALL.iter().filter(|d| d.dimension == dimension);
    all.map(|d| (d, severity_words(d.severity))).collect()
}
