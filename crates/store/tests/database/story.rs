//! One story, told to each database: a person practises, is scored twice, writes a rule, tries it
//! in a second attempt and deletes everything.

use crate::databases::{each, fresh_id};
use store::{AttemptId, GUEST_KEPT_DAYS, NewAttempt, PersonId, Store, StoreError};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const NOW: i64 = 1_795_000_000_000;
/// Swept rows are older than any other test's, since all may share one database.
const LONG_AGO: i64 = 900_000_000_000;

struct Guest<'a> {
    on: &'a str,
    store: &'a Store,
    id: PersonId,
}

impl<'a> Guest<'a> {
    async fn arrives(on: &'a str, store: &'a Store, token: &[u8; 32], now_ms: i64) -> Self {
        let id = PersonId::from(fresh_id());
        store.person_create(&id, now_ms).await.unwrap();
        store.sign_in_create(&id, token, now_ms).await.unwrap();
        let found = store.person_by_token(token, now_ms).await.unwrap();
        assert_eq!(found.map(|person| person.id), Some(id.clone()), "{on}");
        Self { on, store, id }
    }

    async fn plans(&self, rule_from: Option<&AttemptId>) -> AttemptId {
        let id = AttemptId::from(fresh_id());
        self.store
            .attempt_create(&NewAttempt {
                id: id.clone(),
                person: self.id.clone(),
                slug: "ev-charging-entry".to_owned(),
                case_hash: "c0ffee".to_owned(),
                seed: u64::MAX,
                engine: 1,
                reader: 2,
                plan: b"plan".to_vec().into(),
                rule_from: rule_from.cloned(),
                created_ms: NOW,
            })
            .await
            .unwrap();
        id
    }

    async fn says(&self, attempt: &AttemptId, seq: u32, words: &str) -> Result<(), StoreError> {
        self.store
            .attempt_journal_append(attempt, seq, words.as_bytes(), NOW + i64::from(seq))
            .await
    }

    async fn hears(&self, attempt: &AttemptId, from: u32) -> String {
        let rows = self.store.attempt_journal(attempt, from).await.unwrap();
        rows.iter()
            .map(|row| format!("{} {}", row.seq, String::from_utf8_lossy(&row.payload)))
            .collect::<Vec<_>>()
            .join("; ")
    }

    async fn nothing_is_left_of(&self, attempt: &AttemptId) {
        let (store, on) = (self.store, self.on);
        assert_eq!(store.attempt_by_id(attempt).await.unwrap(), None, "{on}");
        assert_eq!(self.hears(attempt, 0).await, "", "{on}");
        assert_eq!(store.scorecard_latest(attempt).await.unwrap(), None, "{on}");
        assert_eq!(store.rule_of(attempt).await.unwrap(), None, "{on}");
    }
}

#[tokio::test]
async fn a_person_practises_is_scored_and_deletes_everything() {
    for (on, store) in each("story").await {
        let guest = Guest::arrives(on, &store, &token(), NOW).await;
        let first = guest.plans(None).await;
        the_journal_takes_each_entry_once(&guest, &first).await;
        the_attempt_closes_once(&guest, &first).await;
        the_newest_scoring_counts(&guest, &first).await;
        the_rule_is_carried_and_answered(&guest, &first).await;

        let stranger = PersonId::from(fresh_id());
        let refused = store.attempt_delete(&stranger, &first).await;
        assert!(
            matches!(refused, Err(StoreError::Missing { .. })),
            "{on}: {refused:?}"
        );
        store.attempt_delete(&guest.id, &first).await.unwrap();
        guest.nothing_is_left_of(&first).await;
        assert_eq!(
            store.attempt_list(&guest.id).await.unwrap().len(),
            1,
            "{on}"
        );

        let second = store.attempt_list(&guest.id).await.unwrap()[0].id.clone();
        store.person_delete(&guest.id).await.unwrap();
        guest.nothing_is_left_of(&second).await;
        store.close().await;
    }
}

async fn the_journal_takes_each_entry_once(guest: &Guest<'_>, attempt: &AttemptId) {
    let on = guest.on;
    guest.says(attempt, 0, "opened").await.unwrap();
    guest.says(attempt, 1, "said").await.unwrap();
    for (seq, why) in [(1, "again"), (3, "with a gap")] {
        let refused = guest.says(attempt, seq, why).await;
        assert!(
            matches!(refused, Err(StoreError::Conflict { .. })),
            "{on} {why}: {refused:?}"
        );
    }
    guest.says(attempt, 2, "done").await.unwrap();
    assert_eq!(
        guest.hears(attempt, 0).await,
        "0 opened; 1 said; 2 done",
        "{on}"
    );
    assert_eq!(guest.hears(attempt, 2).await, "2 done", "{on}");
    let too_large = guest
        .says(attempt, 3, &"x".repeat(store::PAYLOAD_BYTES_MAX + 1))
        .await;
    assert!(
        matches!(too_large, Err(StoreError::TooLarge { .. })),
        "{on}: {too_large:?}"
    );
}

async fn the_attempt_closes_once(guest: &Guest<'_>, attempt: &AttemptId) {
    let (store, on) = (guest.store, guest.on);
    let stale = store.attempt_stale(NOW + 3).await.unwrap();
    assert!(stale.contains(attempt), "{on}");
    assert!(
        !store
            .attempt_stale(NOW + 2)
            .await
            .unwrap()
            .contains(attempt),
        "{on}"
    );
    assert!(
        store
            .attempt_close(attempt, "finished", NOW + 9)
            .await
            .unwrap(),
        "{on}"
    );
    assert!(
        !store
            .attempt_close(attempt, "abandoned", NOW + 10)
            .await
            .unwrap(),
        "{on}"
    );
    let closed = store.attempt_by_id(attempt).await.unwrap().unwrap();
    assert_eq!(closed.cause.as_deref(), Some("finished"), "{on}");
    assert_eq!(
        (closed.seed, closed.engine, closed.reader),
        (u64::MAX, 1, 2),
        "{on}"
    );
    assert!(
        !store
            .attempt_stale(NOW + 99)
            .await
            .unwrap()
            .contains(attempt),
        "{on}"
    );
    let refused = guest.says(attempt, 3, "late").await;
    assert!(
        matches!(refused, Err(StoreError::Closed)),
        "{on}: {refused:?}"
    );
}

async fn the_newest_scoring_counts(guest: &Guest<'_>, attempt: &AttemptId) {
    let (store, on) = (guest.store, guest.on);
    store
        .scorecard_add(attempt, 1, 7, b"first", NOW)
        .await
        .unwrap();
    store
        .scorecard_add(attempt, 2, 8, b"second", NOW)
        .await
        .unwrap();
    let again = store.scorecard_add(attempt, 2, 8, b"third", NOW).await;
    assert!(
        matches!(again, Err(StoreError::Conflict { .. })),
        "{on}: {again:?}"
    );
    let latest = store.scorecard_latest(attempt).await.unwrap().unwrap();
    assert_eq!(
        (latest.version, latest.rubric, &latest.payload[..]),
        (2, 8, &b"second"[..]),
        "{on}"
    );
    let all = store.scorecard_list(&guest.id).await.unwrap();
    assert_eq!(all, [latest], "{on}");
}

async fn the_rule_is_carried_and_answered(guest: &Guest<'_>, first: &AttemptId) {
    let (store, on) = (guest.store, guest.on);
    store
        .rule_set(&guest.id, first, b"draft", NOW)
        .await
        .unwrap();
    store
        .rule_set(&guest.id, first, b"rule", NOW + 1)
        .await
        .unwrap();
    let rule = store.rule_latest(&guest.id).await.unwrap().unwrap();
    assert_eq!(
        (&rule.attempt, &rule.payload[..]),
        (first, &b"rule"[..]),
        "{on}"
    );
    let second = guest.plans(Some(first)).await;
    assert_eq!(
        store.rule_answers(first).await.unwrap(),
        Vec::<bool>::new(),
        "{on}"
    );
    store.rule_answer(&second, true).await.unwrap();
    assert_eq!(store.rule_answers(first).await.unwrap(), [true], "{on}");
    let carried = store.attempt_by_id(&second).await.unwrap().unwrap();
    assert_eq!(carried.rule_held, Some(true), "{on}");
    let stranger = PersonId::from(fresh_id());
    let refused = store.rule_set(&stranger, first, b"mine", NOW).await;
    assert!(
        matches!(refused, Err(StoreError::Missing { .. })),
        "{on}: {refused:?}"
    );
}

#[tokio::test]
async fn of_writers_that_race_for_one_place_in_the_journal_one_wins() {
    for (on, store) in each("race").await {
        let guest = Guest::arrives(on, &store, &token(), NOW).await;
        let attempt = guest.plans(None).await;
        for seq in 0..5 {
            let mut writers = tokio::task::JoinSet::new();
            for writer in 0..8_u8 {
                let (store, attempt) = (store.clone(), attempt.clone());
                writers.spawn(async move {
                    store
                        .attempt_journal_append(&attempt, seq, &[writer], NOW)
                        .await
                });
            }
            let results = writers.join_all().await;
            let won = results.iter().filter(|result| result.is_ok()).count();
            let lost = |result: &&Result<(), StoreError>| {
                matches!(result, Err(StoreError::Conflict { .. }))
            };
            assert_eq!(
                (won, results.iter().filter(lost).count()),
                (1, 7),
                "{on}: {results:?}"
            );
        }
        assert_eq!(
            store.attempt_journal(&attempt, 0).await.unwrap().len(),
            5,
            "{on}"
        );
        store.close().await;
    }
}

#[tokio::test]
async fn a_case_is_kept_as_it_was_first_played() {
    for (on, store) in each("snapshot").await {
        let hash = format!("{:?}", fresh_id());
        store
            .case_snapshot_put(&hash, 3, b"case", NOW)
            .await
            .unwrap();
        store
            .case_snapshot_put(&hash, 3, b"other", NOW)
            .await
            .unwrap();
        let kept = store.case_snapshot_get(&hash, 3).await.unwrap().unwrap();
        assert_eq!(&kept[..], b"case", "{on}");
        assert_eq!(
            store.case_snapshot_get(&hash, 4).await.unwrap(),
            None,
            "{on}"
        );
        store.close().await;
    }
}

#[tokio::test]
async fn a_guest_is_swept_after_the_stated_days_and_not_before() {
    for (on, store) in each("sweep").await {
        let (gone, back) = (token(), token());
        let forgotten = Guest::arrives(on, &store, &gone, LONG_AGO).await;
        let attempt = forgotten.plans(None).await;
        forgotten.says(&attempt, 0, "opened").await.unwrap();
        Guest::arrives(on, &store, &back, LONG_AGO).await;
        let last_day = LONG_AGO + GUEST_KEPT_DAYS * DAY_MS;
        store
            .person_by_token(&back, LONG_AGO + DAY_MS)
            .await
            .unwrap();

        store.sweep(last_day).await.unwrap();
        assert!(
            store
                .person_by_token(&gone, LONG_AGO)
                .await
                .unwrap()
                .is_some(),
            "{on}"
        );
        store.sweep(last_day + 1).await.unwrap();
        assert_eq!(
            store.person_by_token(&gone, LONG_AGO).await.unwrap(),
            None,
            "{on}"
        );
        forgotten.nothing_is_left_of(&attempt).await;
        assert!(
            store
                .person_by_token(&back, LONG_AGO)
                .await
                .unwrap()
                .is_some(),
            "{on}"
        );
        store.close().await;
    }
}

fn token() -> [u8; 32] {
    let mut token = [0; 32];
    token[..16].copy_from_slice(&fresh_id());
    token
}
