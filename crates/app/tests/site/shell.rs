//! What holds for every answer: headers, errors, other sites, large bodies, health.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use casingexpert::{Access, table};

use crate::visitor::TestApp;

#[tokio::test]
async fn an_address_that_is_nothing_is_a_page_that_leads_on() {
    let app = TestApp::new().await;
    let answer = app.visitor().opens("/nowhere").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    answer
        .shows("There is nothing at this address")
        .shows("href=\"/cases\"");
}

#[tokio::test]
async fn every_answer_tells_the_browser_to_load_nothing_from_elsewhere() {
    let app = TestApp::new().await;
    for path in ["/", "/nowhere", "/privacy", "/healthz"] {
        let answer = app.visitor().opens(path).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .expect("text");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert_eq!(
            answer.headers[header::X_CONTENT_TYPE_OPTIONS],
            "nosniff",
            "{path}"
        );
    }
}

#[tokio::test]
async fn no_page_names_another_host() {
    let app = TestApp::new().await;
    for path in [
        "/",
        "/cases",
        "/attempts",
        "/privacy",
        "/findings",
        "/scoring",
    ] {
        let answer = app.visitor().opens(path).await;
        answer
            .hides("src=\"http")
            .hides("src=\"//")
            .hides("<script>")
            .hides(" onclick=");
        for line in answer.text.lines().filter(|l| l.contains("<link")) {
            assert!(!line.contains("href=\"http"), "{path}: {line}");
        }
    }
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let app = TestApp::new().await;
    let request = Request::post("/attempts")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("case=any"))
        .expect("a request");
    let answer = app.visitor().asks(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    answer.shows("This request came from another site");
}

#[tokio::test]
async fn a_form_of_ten_megabytes_is_refused() {
    let app = TestApp::new().await;
    let form = format!("case=any&objective={}", "a".repeat(10_000_000));
    let answer = app.visitor().sends("/attempts", &form).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    answer.shows("This is more than a form here can hold");
}

#[tokio::test]
async fn reading_sets_no_cookie() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    for path in [
        "/",
        "/cases",
        "/attempts",
        "/privacy",
        "/findings",
        "/scoring",
        "/about",
    ] {
        visitor.opens(path).await;
        assert_eq!(visitor.cookie, None, "{path}");
    }
}

#[tokio::test]
async fn an_attempt_of_nobody_is_not_found_on_every_owned_route() {
    let app = TestApp::new().await;
    let id = "0192ff00-0506-7008-890a-0b0c0d0e0f10";
    for route in table().into_iter().filter(|r| r.access == Access::Owner) {
        let path = route.path.replace("{id}", id);
        let answer = match route.method {
            Method::POST => app.visitor().sends(&path, "").await,
            _ => app.visitor().opens(&path).await,
        };
        assert_eq!(
            answer.status,
            StatusCode::NOT_FOUND,
            "{} {path}",
            route.method
        );
    }
}

#[tokio::test]
async fn whoever_watches_the_server_gets_an_answer() {
    let app = TestApp::new().await;
    assert_eq!(app.visitor().opens("/healthz").await.text, "ok\n");
    assert_eq!(app.visitor().opens("/readyz").await.text, "ready\n");
}

#[tokio::test]
async fn a_style_sheet_may_be_kept_for_ever() {
    let app = TestApp::new().await;
    let answer = app.visitor().opens(&casingexpert::asset("base.css")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/css");
    let cache = answer.headers[header::CACHE_CONTROL]
        .to_str()
        .expect("text");
    assert!(cache.contains("immutable"), "{cache}");
}
