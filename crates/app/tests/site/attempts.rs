//! Planning an attempt, the list of attempts, deletion.

use axum::http::StatusCode;
use casebook::{Dimension, Format};
use casingexpert::scored;
use interview::Mode;

use crate::visitor::TestApp;

#[tokio::test]
async fn a_plan_is_kept_as_it_was_made() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let form = "case=ev-charging-entry&objective=Check+every+number.&target=synthesis\
                &format=candidate-led&mode=exam&clock=untimed";
    let answer = visitor.sends("/attempts", form).await;
    let attempt = app.attempt(answer.location()).await;
    let plan = scored::plan(&attempt).expect("a plan");
    assert_eq!(plan.objective, "Check every number.");
    assert_eq!(
        (plan.target, plan.format),
        (Dimension::Synthesis, Format::CandidateLed)
    );
    assert_eq!((plan.mode, plan.timed), (Mode::Exam, false));
}

#[tokio::test]
async fn a_sceptic_can_be_asked_for() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    visitor
        .opens("/cases/ev-charging-entry")
        .await
        .shows("A sceptic who challenges more");
    let form = "case=ev-charging-entry&mode=stress";
    let answer = visitor.sends("/attempts", form).await;
    let attempt = app.attempt(answer.location()).await;
    let plan = scored::plan(&attempt).expect("a plan");
    assert_eq!(plan.mode, Mode::Stress);
}

#[tokio::test]
async fn a_form_that_names_nothing_but_the_case_has_sensible_values() {
    let app = TestApp::new().await;
    let answer = app
        .visitor()
        .sends("/attempts", "case=ev-charging-entry")
        .await;
    let attempt = app.attempt(answer.location()).await;
    let plan = scored::plan(&attempt).expect("a plan");
    assert_eq!(
        (plan.mode, plan.timed, plan.rule),
        (Mode::Learn, true, None)
    );
    assert_eq!((attempt.seed, plan.target), (0, Dimension::Structure));
}

#[tokio::test]
async fn a_form_that_makes_no_sense_is_refused_with_a_page() {
    let app = TestApp::new().await;
    for (form, status) in [
        ("case=no-such-case", StatusCode::NOT_FOUND),
        ("objective=none", StatusCode::BAD_REQUEST),
        (
            "case=ev-charging-entry&format=sideways",
            StatusCode::BAD_REQUEST,
        ),
        ("case=ev-charging-entry&mode=easy", StatusCode::BAD_REQUEST),
    ] {
        let mut visitor = app.visitor();
        assert_eq!(
            visitor.sends("/attempts", form).await.status,
            status,
            "{form}"
        );
        assert_eq!(visitor.cookie, None, "{form} made a person");
    }
}

#[tokio::test]
async fn the_second_attempt_at_a_case_brings_the_next_numbers() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    visitor.begins("ev-charging-entry").await;
    let second = visitor.begins("ev-charging-entry").await;
    let seed = app.attempt(&second).await.seed;
    let sets = &app.state.casebook;
    let expected = (1..=32)
        .find(|s| sets.case("ev-charging-entry", *s).is_ok())
        .unwrap_or(0);
    assert_eq!(seed, expected);
}

#[tokio::test]
async fn only_whoever_made_an_attempt_finds_it() {
    let app = TestApp::new().await;
    let (mut owner, mut stranger) = (app.visitor(), app.visitor());
    let attempt = owner.begins("ev-charging-entry").await;
    stranger.begins("ev-charging-entry").await;
    for path in [attempt.clone(), format!("{attempt}/delete")] {
        assert_eq!(
            stranger.opens(&path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let answer = stranger.sends(&format!("{attempt}/delete"), "").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    owner.opens("/attempts").await.shows(&attempt);
    stranger.opens("/attempts").await.hides(&attempt);
}

#[tokio::test]
async fn a_deleted_attempt_is_asked_about_first_and_then_gone() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let attempt = visitor.begins("ev-charging-entry").await;
    visitor
        .opens(&format!("{attempt}/delete"))
        .await
        .shows("This cannot be undone.");
    visitor.opens("/attempts").await.shows(&attempt);
    let answer = visitor.sends(&format!("{attempt}/delete"), "").await;
    assert_eq!(answer.location(), "/attempts");
    visitor.opens("/attempts").await.shows("No attempts yet");
    assert_eq!(visitor.opens(&attempt).await.status, StatusCode::NOT_FOUND);
}
