//! For whoever watches the server: is it up, and can it work.

use axum::extract::State;
use axum::http::StatusCode;

use crate::AppState;

/// `GET /healthz`: the program runs.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers too.
pub async fn ready(State(app): State<AppState>) -> (StatusCode, &'static str) {
    match app.store.person_count().await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "database does not answer");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "database does not answer\n",
            )
        }
    }
}
