//! Privacy, findings, scoring, about.

use axum::http::StatusCode;
use casingexpert::pages::privacy::data_map;
use scoring::detectors;

use crate::visitor::TestApp;

#[tokio::test]
async fn the_privacy_page_shows_every_item_of_the_map() {
    let app = TestApp::new().await;
    let answer = app.visitor().opens("/privacy").await;
    let map = data_map().expect("the map reads");
    assert!(!map.items.is_empty());
    for item in &map.items {
        answer.shows(&item.label);
    }
}

#[tokio::test]
async fn every_finding_has_its_page() {
    let app = TestApp::new().await;
    let list = app.visitor().opens("/findings").await;
    for detector in detectors::ALL {
        list.shows(&format!("/findings/{}\"", detector.code));
        let answer = app
            .visitor()
            .opens(&format!("/findings/{}", detector.code))
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", detector.code);
        answer.shows(detector.code);
    }
}

#[tokio::test]
async fn a_code_that_is_none_is_not_found() {
    let app = TestApp::new().await;
    assert_eq!(
        app.visitor().opens("/findings/Z9").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_scoring_page_says_who_graded_and_what_is_not_calibrated() {
    let app = TestApp::new().await;
    let answer = app.visitor().opens("/scoring").await;
    answer
        .shows("language models graded, not people")
        .shows("Not calibrated.")
        .shows("Not an official scorecard");
}

#[tokio::test]
async fn the_about_page_names_the_licences() {
    let app = TestApp::new().await;
    app.visitor()
        .opens("/about")
        .await
        .shows("Apache License")
        .shows("SIL Open Font License");
}
