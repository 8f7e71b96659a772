//! The clock belongs to the server and stands still while nobody is there.

use std::time::Instant;

use interview::{At, GapCause, Input};
use serde_json::json;

use crate::support::{PATIENCE, TestApp};

#[test]
fn time_away_is_a_gap_in_the_journal_and_not_on_the_clock() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.until("entries");
    app.timepiece.advance(20_000);
    page.says("a", "Is rent fixed?");
    page.until("ack");
    drop(page);
    wait_for(&app, &id, |input| *input == Input::Paused);
    app.timepiece.advance(7_000);
    let mut back = app.page(&ada, &id);
    let (frame, html) = back.until("entries");
    assert_eq!(frame["stand"]["used_ms"], 20_000);
    assert!(html.contains("You were away for 7"), "{html}");
    let resumed = app.journal(&id).pop().expect("entries");
    assert_eq!(resumed.at, At(20_000));
    assert_eq!(
        resumed.input,
        Input::Resumed {
            gap_ms: 7_000,
            cause: GapCause::Away
        }
    );
}

#[test]
fn an_attempt_goes_on_after_a_kill_where_its_last_entry_was() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.until("entries");
    app.timepiece.advance(30_000);
    page.says("a", "Is rent fixed?");
    let (ack, _) = page.until("ack");
    let last = u32::try_from(ack["seq"].as_u64().expect("seq")).expect("small");
    let mut other = app.page(&ada, &id);
    let before = other.up_to(last);
    let app = app.killed_and_started();
    let mut back = app.page(&ada, &id);
    let (frame, after) = back.until("entries");
    assert!(after.starts_with(&before), "replay shows what was live");
    assert!(after.contains("The server was away for 60"), "{after}");
    assert_eq!(frame["stand"]["used_ms"], 30_000);
    back.says("a", "Is rent fixed?");
    assert_eq!(
        back.until("ack").0["seq"],
        ack["seq"],
        "a turn acknowledged before the kill is known after it"
    );
}

#[test]
fn a_deadline_passes_without_anybody_saying_anything() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.until("entries");
    app.timepiece.advance(3_600_000);
    let (frame, html) = page.until("entries");
    assert!(!html.is_empty(), "{frame}");
    let passed = app
        .journal(&id)
        .iter()
        .any(|entry| entry.input == Input::DeadlinePassed);
    assert!(passed);
}

#[test]
fn an_attempt_untouched_for_a_day_is_closed_with_its_report() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.says("a", "Is rent fixed?");
    page.until("ack");
    drop(page);
    wait_for(&app, &id, |input| *input == Input::Paused);
    app.timepiece.advance(23 * 3_600_000);
    let swept = |app: &TestApp| {
        app.runtime
            .block_on(casingexpert::rooms::sweep(&app.state.rooms))
            .expect("sweeps")
    };
    assert_eq!(swept(&app), 0);
    app.timepiece.advance(2 * 3_600_000);
    assert_eq!(swept(&app), 1);
    let attempt = app
        .runtime
        .block_on(app.state.store.attempt_by_id(&id))
        .expect("reads")
        .expect("attempt");
    assert_eq!(attempt.cause.as_deref(), Some("abandoned"));
    assert!(
        app.runtime
            .block_on(app.state.store.scorecard_latest(&id))
            .expect("reads")
            .is_some()
    );
    let (closed, _) = app.page(&ada, &id).until("closed");
    assert_eq!(closed["report"], json!(format!("/attempts/{id}")));
}

#[test]
fn an_empty_room_leaves_memory_and_comes_back_the_same() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.says("a", "Is rent fixed?");
    page.until("ack");
    drop(page);
    wait_for(&app, &id, |input| *input == Input::Paused);
    assert_eq!(app.state.rooms.open_count(), 1);
    app.timepiece.advance(61_000);
    let until = Instant::now() + PATIENCE;
    while app.state.rooms.open_count() > 0 && Instant::now() < until {
        std::thread::yield_now();
        app.timepiece.advance(1);
    }
    assert_eq!(app.state.rooms.open_count(), 0);
    let mut back = app.page(&ada, &id);
    assert!(back.until("entries").1.contains("Is rent fixed?"));
}

/// Waits until the journal ends with such an input.
fn wait_for(app: &TestApp, id: &store::AttemptId, is: impl Fn(&Input) -> bool) {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        if app.journal(id).last().is_some_and(|entry| is(&entry.input)) {
            return;
        }
        std::thread::yield_now();
    }
    panic!("the journal ends with {:?}", app.journal(id).last());
}
