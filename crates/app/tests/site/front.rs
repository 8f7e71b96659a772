//! The first page, and the way from it into a room.

use axum::http::{StatusCode, header};

use crate::visitor::TestApp;

#[tokio::test]
async fn one_click_on_the_first_page_leads_to_a_room() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let front = visitor.opens("/").await;
    front.shows("<form class=\"plan-go actions\" method=\"post\" action=\"/attempts\">");
    let slug = between(&front.text, "name=\"case\" value=\"", "\"");
    let attempt = visitor.begins(slug).await;
    let room = visitor.opens(&format!("{attempt}/room")).await;
    assert_eq!(room.status, StatusCode::OK);
}

#[tokio::test]
async fn the_specimen_is_played_and_scored_and_its_links_lead_somewhere() {
    let app = TestApp::new().await;
    let front = app.visitor().opens("/").await;
    front
        .shows("A stretch of an attempt")
        .shows("Practice feedback, not an official scorecard.");
    front
        .shows("Interviewer")
        .shows("class=\"finding finding--drift\"");
    front.has_no_dead_anchor();
}

#[tokio::test]
async fn the_cookie_holds_a_token_and_is_out_of_reach_of_scripts() {
    let app = TestApp::new().await;
    let answer = app
        .visitor()
        .sends("/attempts", "case=ev-charging-entry")
        .await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("text");
    let token = between(cookie, "casingexpert=", ";");
    assert_eq!(token.len(), 64, "{cookie}");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert!(
        !cookie.contains("Secure"),
        "plain http cannot set it: {cookie}"
    );
}

#[tokio::test]
async fn behind_tls_the_cookie_is_bound_to_the_host() {
    let app = TestApp::at("https://cases.example.org").await;
    let answer = app
        .visitor()
        .sends("/attempts", "case=ev-charging-entry")
        .await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("text");
    assert!(cookie.starts_with("__Host-casingexpert="), "{cookie}");
    assert!(
        cookie.contains("; Secure") && cookie.contains("Path=/;"),
        "{cookie}"
    );
    assert!(
        answer
            .headers
            .contains_key(header::STRICT_TRANSPORT_SECURITY)
    );
}

#[tokio::test]
async fn a_second_attempt_keeps_the_person() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    visitor.begins("ev-charging-entry").await;
    let cookie = visitor.cookie.clone();
    visitor.begins("airport-lounge-sizing").await;
    assert_eq!(visitor.cookie, cookie);
    assert_eq!(app.state.store.person_count().await.expect("a count"), 1);
    visitor.opens("/").await.shows("Recent");
}

fn between<'a>(text: &'a str, opener: &str, closer: &str) -> &'a str {
    let (_, rest) = text.split_once(opener).expect("the opener");
    rest.split_once(closer).expect("the closer").0
}
