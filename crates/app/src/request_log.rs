//! One line a request: method, route, status, time. Never the address of the visitor, never the
//! path as asked (it holds attempt ids), never a query or a body.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

/// Writes the line once the answer is known.
pub(crate) async fn write(request: Request, next: Next) -> Response {
    let begun = std::time::Instant::now();
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>();
    let route = matched.map_or_else(|| "none".to_owned(), |m| m.as_str().to_owned());
    let response = next.run(request).await;
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route, status = response.status().as_u16(), took_ms, "answered");
    response
}
