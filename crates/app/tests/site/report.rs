//! The report of an attempt that was played through.

use axum::http::StatusCode;
use casingexpert::{codec, scored};
use scoring::{Scorecard, Severity};

use crate::visitor::{TestApp, Visitor};

async fn played(app: &TestApp) -> (Visitor, String) {
    let mut visitor = app.visitor();
    let form = "case=ev-charging-entry&target=quant&objective=%3Cb%3EBe+quick%3C%2Fb%3E";
    let answer = visitor.sends("/attempts", form).await;
    let attempt = answer.location().trim_end_matches("/room").to_owned();
    app.plays(&attempt).await;
    (visitor, attempt)
}

#[tokio::test]
async fn an_open_attempt_leads_back_to_its_room() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let attempt = visitor.begins("ev-charging-entry").await;
    assert_eq!(
        visitor.opens(&attempt).await.location(),
        format!("{attempt}/room")
    );
}

#[tokio::test]
async fn a_report_opens_with_the_target_skill_and_ends_with_one_rule() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let report = visitor.opens(&attempt).await;
    assert_eq!(report.status, StatusCode::OK);
    let places = [
        "Practice feedback, not an official scorecard.",
        "<h1>Quant",
        "class=\"word\"",
        "Where it drifted",
        "The arithmetic",
        "Level by level",
        "Beside a strong answer",
        "Transcript</h2>",
        "Next case</h2>",
        "The rule for next time",
    ];
    let found: Vec<Option<usize>> = places.iter().map(|p| report.text.find(p)).collect();
    assert!(found.iter().all(Option::is_some), "{places:?} {found:?}");
    assert!(found.is_sorted(), "{places:?} {found:?}");
}

#[tokio::test]
async fn every_finding_opens_the_words_it_rests_on() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let report = visitor.opens(&attempt).await;
    let card = card(&app, &attempt).await;
    assert!(
        card.findings.iter().any(|f| f.severity != Severity::Held),
        "no drift was found"
    );
    for number in 1..=card.findings.len() {
        report
            .shows(&format!("id=\"w-{number}\""))
            .shows(&format!("id=\"f-{number}\""));
    }
    report.has_no_dead_anchor();
}

#[tokio::test]
async fn a_report_says_who_graded_and_what_is_not_calibrated() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let report = visitor.opens(&attempt).await;
    report
        .shows("calibrated against language-model graders, not people")
        .shows("Not calibrated");
}

#[tokio::test]
async fn words_of_a_person_are_never_markup() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let report = visitor.opens(&attempt).await;
    report
        .hides("<b>Be quick")
        .shows("&#60;b&#62;Be quick&#60;/b&#62;");
}

#[tokio::test]
async fn a_scorecard_is_stored_once_and_shown_from_there() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let first = visitor.opens(&attempt).await;
    let stored = card(&app, &attempt).await;
    let second = visitor.opens(&attempt).await;
    assert_eq!(first.text, second.text);
    assert_eq!(card(&app, &attempt).await, stored);
}

#[tokio::test]
async fn a_report_outlives_its_case_in_the_library() {
    let app = TestApp::new().await;
    let (visitor, attempt) = played(&app).await;
    let later = app.restarted_without_cases().await;
    let mut visitor = later.returning(&visitor);
    let report = visitor.opens(&attempt).await;
    assert_eq!(report.status, StatusCode::OK);
    report
        .shows("A utility looks at fast charging")
        .shows("Beside a strong answer");
}

#[tokio::test]
async fn a_rule_meets_the_next_attempt_and_its_report_asks_whether_it_held() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let form = "when=a+fee+is+a+share%2C&will=take+it+from+the+price.";
    let answer = visitor.sends(&format!("{attempt}/rule"), form).await;
    assert_eq!(answer.location(), format!("{attempt}#rule"));
    let sentence = "When a fee is a share, I will take it from the price.";
    visitor
        .opens("/cases/airport-lounge-sizing")
        .await
        .shows(sentence);

    let next = visitor.begins("ev-charging-entry").await;
    let plan = scored::plan(&app.attempt(&next).await).expect("a plan");
    assert_eq!(plan.rule.as_deref(), Some(sentence));
    app.plays(&next).await;
    visitor
        .opens(&next)
        .await
        .shows(sentence)
        .shows("Did it hold?");
    visitor
        .sends(&format!("{next}/rule/held"), "held=yes")
        .await;
    visitor
        .opens(&next)
        .await
        .shows("You said that it held.")
        .hides("Did it hold?");
}

#[tokio::test]
async fn half_a_rule_is_refused_with_what_to_do() {
    let app = TestApp::new().await;
    let (mut visitor, attempt) = played(&app).await;
    let answer = visitor
        .sends(&format!("{attempt}/rule"), "when=asked&will=")
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    answer.shows("A rule has two halves.");
}

#[tokio::test]
async fn an_attempt_in_which_nothing_was_said_has_a_report_too() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let attempt = visitor.begins("ev-charging-entry").await;
    let play = "case ev-charging-entry, interviewer led, learn, seed 0
00:10  end
";
    app.runs(&app.attempt(&attempt).await, play).await;
    let report = visitor.opens(&attempt).await;
    assert_eq!(report.status, StatusCode::OK);
    report.shows("Not tested").has_no_dead_anchor();
}

#[tokio::test]
async fn every_committed_play_has_a_report_whose_findings_lead_to_words() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let mut plays = 0;
    for listed in app.state.casebook.all() {
        for (name, template) in listed.authored.plays() {
            let play = listed.authored.fill(&template, 0).expect("fills");
            let form = format!("case={}", listed.case.slug);
            let answer = app.visitor().sends("/attempts", &form).await;
            visitor.cookie = answer.cookie();
            let path = answer.location().trim_end_matches("/room").to_owned();
            app.runs(&app.attempt(&path).await, &play).await;
            let report = visitor.opens(&path).await;
            assert_eq!(report.status, StatusCode::OK, "{} {name}", listed.case.slug);
            report.has_no_dead_anchor();
            plays += 1;
        }
    }
    assert!(plays > 0, "no play was run");
}

async fn card(app: &TestApp, attempt: &str) -> Scorecard {
    let id = app.attempt(attempt).await.id;
    let row = app
        .state
        .store
        .scorecard_latest(&id)
        .await
        .expect("reads")
        .expect("is stored");
    codec::decode(&row.payload).expect("decodes")
}
