//! What a browser may do with our pages, and which requests it may make on a visitor's behalf.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::AppState;
use crate::config::PublicUrl;
use crate::error::Failure;

/// Nothing but our own style sheets, scripts, fonts and images. Style attributes are allowed
/// alone: they carry lengths drawn to scale, never what a person wrote, and no style element.
const CONTENT_SECURITY_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; \
     font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'",
);

/// Devices that no page asks for. The microphone joins when there is something that listens.
const PERMISSIONS_POLICY: HeaderValue = HeaderValue::from_static(
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
);

/// Half a year, the least that lists of https-only hosts ask for.
const STRICT_TRANSPORT: HeaderValue = HeaderValue::from_static("max-age=15768000");

/// Sets the headers of every answer.
pub(crate) async fn headers(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let out = response.headers_mut();
    out.insert(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    out.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    out.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    out.insert(
        HeaderName::from_static("permissions-policy"),
        PERMISSIONS_POLICY,
    );
    out.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    if app.config.public_url.is_https() {
        out.insert(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
    }
    // Pages change with every turn and may be read on a shared machine.
    out.entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses a request that changes something and that another site caused.
pub(crate) async fn own_site_only(
    State(app): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if reads || from_own_site(&app.config.public_url, request.headers()) {
        next.run(request).await
    } else {
        Failure::Forbidden.into_response()
    }
}

/// Whether a request comes from a page of this server. Browsers say so in `Sec-Fetch-Site`;
/// older ones in `Origin`. A client that sends neither is no browser and carries no visitor's
/// cookie by accident.
#[must_use]
pub fn from_own_site(public_url: &PublicUrl, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|v| v.to_str().unwrap_or("?"));
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        None => true,
        Some(origin) => own_origin(public_url, origin, text(header::HOST)),
    }
}

/// Whether an `Origin` is the public address, or the very host that was asked.
fn own_origin(public_url: &PublicUrl, origin: &str, host: Option<&str>) -> bool {
    origin.eq_ignore_ascii_case(public_url.as_str())
        || origin
            .split_once("://")
            .is_some_and(|(_, named)| Some(named) == host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[(&'static str, &'static str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, HeaderValue::from_static(value));
        }
        from_own_site(&PublicUrl::local(8080), &map)
    }

    #[test]
    fn another_site_is_refused_and_our_own_pages_are_not() {
        assert!(check(&[("sec-fetch-site", "same-origin")]));
        assert!(check(&[("sec-fetch-site", "none")]));
        assert!(!check(&[("sec-fetch-site", "cross-site")]));
        assert!(!check(&[("sec-fetch-site", "same-site")]));
    }

    #[test]
    fn a_browser_without_fetch_headers_is_told_by_its_origin() {
        assert!(check(&[
            ("origin", "http://localhost:8080"),
            ("host", "127.0.0.1:8080")
        ]));
        assert!(check(&[
            ("origin", "http://127.0.0.1:8080"),
            ("host", "127.0.0.1:8080")
        ]));
        assert!(!check(&[
            ("origin", "https://elsewhere.example"),
            ("host", "localhost:8080")
        ]));
        assert!(!check(&[("origin", "null"), ("host", "localhost:8080")]));
        assert!(check(&[]), "a terminal client sends neither");
    }
}
