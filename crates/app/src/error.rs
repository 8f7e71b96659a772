//! What can go wrong while answering a request, and the one place that turns it into a page.
//! Causes go to the log without what people said; the page says what to do next.

use askama::Template;
use axum::extract::Request;
use axum::extract::rejection::FormRejection;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use store::StoreError;

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
    /// More was sent than any page of ours sends.
    TooLarge,
    /// No answer came in time.
    Slow,
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
    /// Of a form that did not arrive as its page makes it.
    pub(crate) fn of_form(rejection: FormRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            _ => Self::BadInput("error-bad-input-form"),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::BadInput(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(error) => match error.downcast_ref() {
                Some(StoreError::Full { .. }) => StatusCode::INSUFFICIENT_STORAGE,
                Some(StoreError::Unreachable { .. }) => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    fn words(&self) -> (String, String) {
        match self {
            Self::NotFound => (t("error-not-found-head"), t("error-not-found-text")),
            Self::Forbidden => (t("error-forbidden-head"), t("error-forbidden-text")),
            Self::BadInput(key) => (t("error-bad-input-head"), t(key)),
            Self::TooLarge => (t("error-too-large-head"), t("error-too-large-text")),
            Self::Slow => (t("error-slow-head"), t("error-slow-text")),
            Self::Internal(error) => match error.downcast_ref() {
                Some(StoreError::Full { .. }) => (t("error-full-head"), t("error-full-text")),
                Some(StoreError::Unreachable { .. }) => {
                    (t("error-unreachable-head"), t("error-unreachable-text"))
                }
                _ => (t("error-internal-head"), t("error-internal-text")),
            },
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

/// Gives the bare answers of the layers that guard size and time the page that other errors have.
pub(crate) async fn dressed(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let bare = !response.headers().contains_key(header::CONTENT_TYPE);
    match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge.into_response(),
        StatusCode::SERVICE_UNAVAILABLE if bare => Failure::Slow.into_response(),
        _ => response,
    }
}

/// The answer when a handler panicked: the same page as for any other fault here.
pub(crate) fn after_panic(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    Failure::Internal("a handler panicked".into()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cause: &str, error: impl FnOnce(String) -> StoreError) -> (u16, String) {
        let failure = Failure::from(error(cause.to_owned()));
        (failure.status().as_u16(), failure.words().0)
    }

    #[test]
    fn a_full_disk_and_a_lost_database_are_told_apart() {
        let full = shown("no space", |cause| StoreError::Full { cause });
        assert_eq!(full, (507, "The disk of this server is full".to_owned()));
        let gone = shown("refused", |cause| StoreError::Unreachable { cause });
        assert_eq!(gone, (503, "The database does not answer".to_owned()));
    }
}
