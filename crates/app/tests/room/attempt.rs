//! An attempt from the first page to its report.

use axum::http::StatusCode;
use interview::Input;
use serde_json::{Value, json};

use crate::support::{TestApp, transcript};

#[test]
fn a_whole_attempt_ends_in_a_report() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    let (opened, html) = page.until("entries");
    assert!(html.contains("Brot und Bohne runs 40 bakeries."), "{html}");
    assert_eq!(opened["stand"]["segment"], "clarify");
    assert_eq!(opened["stand"]["running"], true);
    let mut stand = opened["stand"].clone();
    let mut parts = Vec::new();
    for turn in 0.. {
        let part = stand["segment"].as_str().expect("a part").to_owned();
        if parts.last() != Some(&part) {
            parts.push(part.clone());
        }
        page.says(
            &format!("turn-{turn}"),
            "Payback is the goal, so I would look at guests and costs.",
        );
        page.until("ack");
        page.send(&json!({"kind": "done", "segment": part}));
        let Some(next) = until_part_changes(&mut page, &part) else {
            break;
        };
        stand = next;
    }
    assert_eq!(
        parts,
        [
            "clarify",
            "structure",
            "q1",
            "locations",
            "ideas",
            "synthesis"
        ]
    );
    let attempt = app
        .runtime
        .block_on(app.state.store.attempt_by_id(&id))
        .expect("reads")
        .expect("attempt");
    assert_eq!(attempt.cause.as_deref(), Some("finished"));
    let card = app
        .runtime
        .block_on(app.state.store.scorecard_latest(&id))
        .expect("reads")
        .expect("scorecard");
    assert_eq!(card.version, 1);
    let report = format!("/attempts/{id}");
    assert_eq!(
        app.get(&ada, &format!("/attempts/{id}/room")),
        (StatusCode::SEE_OTHER, report)
    );
}

/// The stand once another part is current; `None` when the attempt is over.
fn until_part_changes(page: &mut crate::support::Page, part: &str) -> Option<Value> {
    for _ in 0..20 {
        let frame = page.next()?;
        match frame["kind"].as_str() {
            Some("closed") => return None,
            Some("entries")
                if frame["stand"]["segment"] != part && frame["stand"]["segment"] != "" =>
            {
                return Some(frame["stand"].clone());
            }
            Some("entries" | "stand" | "ack") => {}
            _ => panic!("{frame}"),
        }
    }
    panic!("part {part} was not left");
}

#[test]
fn a_turn_sent_again_is_acknowledged_again_and_not_repeated() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.says("same", "What does success look like?");
    let (first, _) = page.until("ack");
    page.says("same", "What does success look like?");
    let (again, _) = page.until("ack");
    assert_eq!(first, again);
    let said = app
        .journal(&id)
        .iter()
        .filter(|e| matches!(e.input, Input::Said { .. }))
        .count();
    assert_eq!(said, 1);
}

#[test]
fn a_press_on_a_page_that_shows_an_earlier_part_ends_no_second_part() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.send(&json!({"kind": "done", "segment": "clarify"}));
    page.send(&json!({"kind": "done", "segment": "clarify"}));
    page.says("after", "Four things matter.");
    page.until("ack");
    let done = app
        .journal(&id)
        .iter()
        .filter(|e| e.input == Input::Done)
        .count();
    assert_eq!(done, 1);
}

#[test]
fn two_tabs_are_both_live_and_show_one_order() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let (mut left, mut right) = (app.page(&ada, &id), app.page(&ada, &id));
    left.says("left", "Who are the customers?");
    let (left_ack, _) = left.until("ack");
    right.says("right", "Is rent fixed?");
    let (right_ack, _) = right.until("ack");
    let last = u32::try_from(right_ack["seq"].as_u64().expect("seq")).expect("small");
    assert!(left_ack["seq"].as_u64() < right_ack["seq"].as_u64());
    let (mut a, mut b) = (app.page(&ada, &id), app.page(&ada, &id));
    assert_eq!(a.up_to(last), b.up_to(last));
}

#[test]
fn a_reload_shows_the_same_html_as_the_live_page() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.says("a", "<script>alert(1)</script> & what is the goal?");
    page.until("ack");
    let tree = json!({"branches": [{"label": "Guests", "first": true, "children": [{"label": "Evening", "first": false, "children": []}]}]});
    page.send(&json!({"kind": "presented", "turn": "b", "tree": tree}));
    let (ack, _) = page.until("ack");
    let last = u32::try_from(ack["seq"].as_u64().expect("seq")).expect("small");
    let mut fresh = app.page(&ada, &id);
    let live = fresh.up_to(last);
    assert!(live.contains("&#60;script&#62;alert(1)"), "{live}");
    assert!(live.contains("Evening"), "{live}");
    let (status, whole) = app.get(&ada, &format!("/attempts/{id}/room"));
    assert_eq!(status, StatusCode::OK);
    assert_eq!(transcript(&whole), live.trim());
    assert!(
        whole.contains("I will say what it means."),
        "the rule is shown"
    );
}

#[test]
fn without_javascript_forms_do_the_same() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let room = format!("/attempts/{id}/room");
    let back = (StatusCode::SEE_OTHER, format!("{room}#draft"));
    assert_eq!(app.post(&ada, &format!("{room}/enter"), ""), back);
    assert_eq!(
        app.post(
            &ada,
            &format!("{room}/say"),
            "turn=f1&text=Is+rent+fixed%3F"
        ),
        back
    );
    assert_eq!(
        app.post(
            &ada,
            &format!("{room}/say"),
            "turn=f1&text=Is+rent+fixed%3F"
        ),
        back
    );
    assert_eq!(
        app.post(&ada, &format!("{room}/done"), "segment=clarify"),
        back
    );
    let (_, page) = app.get(&ada, &room);
    assert_eq!(page.matches("Is rent fixed?").count(), 1);
    assert!(page.contains("Part 2. Structure"), "{page}");
    let (status, kept) = app.post(&ada, &format!("{room}/say"), "turn=f2&text=+");
    assert_eq!(status, StatusCode::OK);
    assert!(kept.contains("There are no words in it."));
    let (_, drafted) = app.post(&ada, &format!("{room}/minute"), "text=My+draft");
    assert!(
        drafted.contains("My draft</textarea>"),
        "a draft outlives another button"
    );
    let report = (StatusCode::SEE_OTHER, format!("/attempts/{id}"));
    assert_eq!(app.post(&ada, &format!("{room}/end"), ""), report);
}
