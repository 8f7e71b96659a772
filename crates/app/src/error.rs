//! What can go wrong while answering a request, and the one place that turns it into a page.
//! Causes go to the log without what people said; the page says what to do next.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::pages::Page;
use crate::strings::t;

/// Why a request was not answered as asked.
#[derive(Debug)]
pub enum Failure {
    /// No such page, or one that is not this visitor's: the two are not told apart.
    NotFound,
    /// The request came from another site.
    Forbidden,
    /// What was sent does not fit; the key of the sentence that says what does.
    BadInput(&'static str),
    /// Something here broke.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Internal(Box::new(error))
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    head: String,
    text: String,
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::BadInput(_) => StatusCode::BAD_REQUEST,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(&self) -> (String, String) {
        match self {
            Self::NotFound => (t("error-not-found-head"), t("error-not-found-text")),
            Self::Forbidden => (t("error-forbidden-head"), t("error-forbidden-text")),
            Self::BadInput(key) => (t("error-bad-input-head"), t(key)),
            Self::Internal(_) => (t("error-internal-head"), t("error-internal-text")),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Self::Internal(error) = &self {
            tracing::error!(cause = %chain(error.as_ref()), "request failed");
        }
        let status = self.status();
        let (head, text) = self.words();
        let page = Page::new(&head, &["components/controls.css", "components/notice.css"]);
        let filled = ErrorPage {
            page,
            status: status.as_u16(),
            head,
            text,
        }
        .render();
        match filled {
            Ok(html) => (status, Html(html)).into_response(),
            Err(_) => status.into_response(),
        }
    }
}

/// The error and everything under it, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut under = error.source();
    while let Some(cause) = under {
        line.push_str(": ");
        line.push_str(&cause.to_string());
        under = cause.source();
    }
    line
}

/// The answer when a handler panicked: the same page as for any other fault here.
pub(crate) fn after_panic(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    Failure::Internal("a handler panicked".into()).into_response()
}
