//! A file a page, its template beside it in `templates/`. Pages read and show; what is decided
//! about an interview is decided in the pure crates.

pub mod about;
pub mod attempts;
pub mod case;
pub mod correction_rule;
pub mod findings;
pub mod front;
pub mod library;
pub mod past;
pub mod privacy;
pub mod report;
pub mod room;
pub mod scoring_rules;

use askama::Template;
use axum::response::Html;

use crate::error::Failure;

/// What every page tells the frame around it.
#[derive(Debug, Default)]
pub struct Page {
    /// Before the product's name in the browser's tab.
    pub title: String,
    /// Which place in the navigation is this one: `front`, `library`, `attempts`, or none.
    pub section: &'static str,
    /// Style sheets beyond tokens and base, by their path in `static/`.
    pub styles: &'static [&'static str],
    /// Scripts, by their path in `static/`. Every page reads and works without them.
    pub scripts: &'static [&'static str],
}

impl Page {
    /// A page outside the navigation, without scripts.
    #[must_use]
    pub fn new(title: &str, styles: &'static [&'static str]) -> Self {
        Self {
            title: title.to_owned(),
            styles,
            ..Self::default()
        }
    }

    /// The same page at a place in the navigation.
    #[must_use]
    pub fn at(self, section: &'static str) -> Self {
        Self { section, ..self }
    }

    /// The same page with scripts.
    #[must_use]
    pub fn with(self, scripts: &'static [&'static str]) -> Self {
        Self { scripts, ..self }
    }

    pub(crate) fn is(&self, section: &str) -> bool {
        self.section == section
    }
}

/// What a handler of a page returns.
pub type Shown = Result<Html<String>, Failure>;

/// Fills a template.
pub(crate) fn show(template: &impl Template) -> Shown {
    Ok(Html(template.render()?))
}
