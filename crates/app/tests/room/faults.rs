//! What happens when the line breaks or the journal refuses.

use interview::{At, Entry, Input};
use serde_json::json;

use crate::support::TestApp;

#[test]
fn a_page_that_comes_back_is_given_what_it_missed() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let (mut here, mut there) = (app.page(&ada, &id), app.page(&ada, &id));
    let (frame, _) = there.until("entries");
    let seen = frame["stand"]["seq"].as_u64().expect("seq");
    drop(there);
    here.says("while-away", "Is rent fixed?");
    here.until("ack");
    let mut back = app.connect(&ada, &id).expect("socket");
    back.send(&json!({"kind": "since", "seq": seen}));
    let (missed, html) = back.until("entries");
    assert_eq!(missed["entries"][0]["seq"], seen + 1);
    assert!(html.contains("Is rent fixed?"), "{html}");
    assert!(
        !html.contains("Brot und Bohne runs 40 bakeries."),
        "nothing twice"
    );
}

#[test]
fn a_turn_that_the_journal_refuses_stays_with_the_page_and_counts_once_when_sent_again() {
    let app = TestApp::start();
    let ada = app.visitor(1);
    let id = app.attempt(&ada);
    let mut page = app.page(&ada, &id);
    page.until("entries");
    let next = u32::try_from(app.journal(&id).len()).expect("small");
    // Another writer takes the place of the next entry, so that the room's own is refused.
    let other = Entry {
        seq: next,
        at: At(0),
        input: Input::TookMinute,
        outputs: Vec::new(),
    };
    let bytes = interview::encode(&other);
    app.runtime
        .block_on(app.state.store.attempt_journal_append(&id, next, &bytes, 0))
        .expect("the other writer is first");
    page.says("mine", "Is rent fixed?");
    let (error, html) = page.until("error");
    assert_eq!(error["error"], "not-kept");
    assert_eq!(error["turn"], "mine");
    assert!(!html.contains("Is rent fixed?"), "nothing of it is shown");
    page.says("mine", "Is rent fixed?");
    let (ack, _) = page.until("ack");
    assert_eq!(ack["turn"], "mine");
    let journal = app.journal(&id);
    let said = journal
        .iter()
        .filter(|e| matches!(e.input, Input::Said { .. }))
        .count();
    assert_eq!(said, 1);
    assert!(
        journal
            .iter()
            .enumerate()
            .all(|(place, entry)| entry.seq as usize == place)
    );
}
