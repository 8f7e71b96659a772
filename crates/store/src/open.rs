//! The facade: one method a statement, handed to whichever database was opened.

use store_rows::{
    Attempt, AttemptId, JournalRow, NewAttempt, Payload, Person, PersonId, RuleRow, ScorecardRow,
    StoreError, Swept, TOKEN_HASH_BYTES,
};

use crate::address::Address;

/// Largest value kept in one column. A turn of 20,000 characters with its reading stays under
/// 300 KB; an instantiated case under 600 KB.
pub const PAYLOAD_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Most rows one list returns: a practice attempt a day for over a year.
pub const LIST_MAX: i64 = 500;

/// How long an unused guest is kept. Browsers forget any cookie after 400 days, and the cookie is
/// the only key to a guest's attempts, so by then nobody can reach them.
pub const GUEST_KEPT_DAYS: i64 = 400;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The opened database. Cheap to clone; clones share the connections.
#[derive(Debug, Clone)]
pub enum Store {
    /// A file beside the program.
    Sqlite(store_sqlite::Store),
    /// A server.
    Postgres(store_pg::Store),
}

/// Calls the method of the same name on the database that was opened.
macro_rules! on_either {
    ($store:expr, $method:ident($($argument:expr),*)) => {
        match $store {
            Store::Sqlite(sqlite) => sqlite.$method($($argument),*).await,
            Store::Postgres(postgres) => postgres.$method($($argument),*).await,
        }
    };
}

fn within_limit(what: &'static str, payload: &[u8]) -> Result<(), StoreError> {
    if payload.len() > PAYLOAD_BYTES_MAX {
        return Err(StoreError::TooLarge {
            what,
            bytes: payload.len(),
            limit: PAYLOAD_BYTES_MAX,
        });
    }
    Ok(())
}

impl Store {
    /// Opens `sqlite:PATH` (file and folder are made when missing, readable by their owner alone)
    /// or `postgres://USER@HOST/NAME`, and brings the tables up to date. A database from a newer
    /// release is refused and left as it is.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        match Address::parse(url)? {
            Address::Sqlite(path) => Ok(Self::Sqlite(store_sqlite::Store::open(&path).await?)),
            Address::Postgres(url) => Ok(Self::Postgres(store_pg::Store::open(&url).await?)),
        }
    }

    /// Waits for writes in flight and closes.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(sqlite) => sqlite.close().await,
            Self::Postgres(postgres) => postgres.close().await,
        }
    }

    /// Every column that exists, as `table.column`, sorted; the data map must name each.
    pub async fn columns(&self) -> Result<Vec<String>, StoreError> {
        on_either!(self, columns())
    }

    /// Writes a new person.
    pub async fn person_create(&self, id: &PersonId, now_ms: i64) -> Result<(), StoreError> {
        on_either!(self, person_create(id, now_ms))
    }

    /// Lets whoever holds the token act as `person`. Only the token's SHA-256 is kept.
    pub async fn sign_in_create(
        &self,
        person: &PersonId,
        token_hash: &[u8; TOKEN_HASH_BYTES],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        on_either!(self, sign_in_create(person, token_hash, now_ms))
    }

    /// Whose token it is. Notes the visit, at most once a day.
    pub async fn person_by_token(
        &self,
        token_hash: &[u8; TOKEN_HASH_BYTES],
        now_ms: i64,
    ) -> Result<Option<Person>, StoreError> {
        on_either!(self, person_by_token(token_hash, now_ms))
    }

    /// Deletes a person with every attempt, scorecard, rule and sign-in, in one transaction.
    pub async fn person_delete(&self, person: &PersonId) -> Result<(), StoreError> {
        on_either!(self, person_delete(person))
    }

    /// How many persons there are.
    pub async fn person_count(&self) -> Result<i64, StoreError> {
        on_either!(self, person_count())
    }

    /// Deletes guests and sign-ins unused for [`GUEST_KEPT_DAYS`], with all that was theirs, and
    /// stored cases as old that no attempt refers to. Run it at start and once a day.
    pub async fn sweep(&self, now_ms: i64) -> Result<Swept, StoreError> {
        on_either!(self, sweep(now_ms.saturating_sub(GUEST_KEPT_DAYS * DAY_MS)))
    }

    /// Writes a planned attempt. `Missing` when the person or the rule's attempt is gone.
    pub async fn attempt_create(&self, new: &NewAttempt) -> Result<(), StoreError> {
        within_limit("plan", &new.plan)?;
        on_either!(self, attempt_create(new))
    }

    /// An attempt, whoever it belongs to: check `person` before showing it.
    pub async fn attempt_by_id(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        on_either!(self, attempt_by_id(id))
    }

    /// A person's attempts, newest first, at most [`LIST_MAX`].
    pub async fn attempt_list(&self, person: &PersonId) -> Result<Vec<Attempt>, StoreError> {
        on_either!(self, attempt_list(person, LIST_MAX))
    }

    /// Closes an attempt and says whether this call did it; the first cause stays.
    pub async fn attempt_close(
        &self,
        id: &AttemptId,
        cause: &str,
        now_ms: i64,
    ) -> Result<bool, StoreError> {
        on_either!(self, attempt_close(id, cause, now_ms))
    }

    /// Deletes a person's attempt with its journal, scorecards and rule, in one transaction.
    /// `Missing` also when it is somebody else's.
    pub async fn attempt_delete(
        &self,
        person: &PersonId,
        id: &AttemptId,
    ) -> Result<(), StoreError> {
        on_either!(self, attempt_delete(person, id))
    }

    /// Open attempts whose newest journal entry (or plan) is older than `before_ms`, oldest first.
    pub async fn attempt_stale(&self, before_ms: i64) -> Result<Vec<AttemptId>, StoreError> {
        on_either!(self, attempt_stale(before_ms))
    }

    /// Appends the next entry, durably. `seq` counts 0, 1, 2, ...: any other is a `Conflict`, so two
    /// writers cannot both believe that theirs was kept. `Closed` once the attempt is closed.
    pub async fn attempt_journal_append(
        &self,
        attempt: &AttemptId,
        seq: u32,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        within_limit("journal entry", payload)?;
        on_either!(self, attempt_journal_append(attempt, seq, payload, now_ms))
    }

    /// The journal in order, from `from_seq` on.
    pub async fn attempt_journal(
        &self,
        attempt: &AttemptId,
        from_seq: u32,
    ) -> Result<Vec<JournalRow>, StoreError> {
        on_either!(self, attempt_journal(attempt, from_seq))
    }

    /// Keeps a case as it was played. The same hash and seed are the same case, so the first stays.
    pub async fn case_snapshot_put(
        &self,
        case_hash: &str,
        seed: u64,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        within_limit("case", payload)?;
        on_either!(self, case_snapshot_put(case_hash, seed, payload, now_ms))
    }

    /// The case as it was played.
    pub async fn case_snapshot_get(
        &self,
        case_hash: &str,
        seed: u64,
    ) -> Result<Option<Payload>, StoreError> {
        on_either!(self, case_snapshot_get(case_hash, seed))
    }

    /// Adds a scoring. `version` counts from 1; one that exists is a `Conflict`.
    pub async fn scorecard_add(
        &self,
        attempt: &AttemptId,
        version: u32,
        rubric: u32,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        within_limit("scorecard", payload)?;
        on_either!(
            self,
            scorecard_add(attempt, version, rubric, payload, now_ms)
        )
    }

    /// The newest scoring.
    pub async fn scorecard_latest(
        &self,
        attempt: &AttemptId,
    ) -> Result<Option<ScorecardRow>, StoreError> {
        on_either!(self, scorecard_latest(attempt))
    }

    /// The newest scoring of each of a person's attempts, newest attempt first, at most
    /// [`LIST_MAX`].
    pub async fn scorecard_list(&self, person: &PersonId) -> Result<Vec<ScorecardRow>, StoreError> {
        on_either!(self, scorecard_list(person, LIST_MAX))
    }

    /// Writes the correction rule after an attempt, in place of an earlier one. `Missing` when the
    /// attempt is not the person's.
    pub async fn rule_set(
        &self,
        person: &PersonId,
        attempt: &AttemptId,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        within_limit("rule", payload)?;
        on_either!(self, rule_set(person, attempt, payload, now_ms))
    }

    /// The rule written after this attempt.
    pub async fn rule_of(&self, attempt: &AttemptId) -> Result<Option<RuleRow>, StoreError> {
        on_either!(self, rule_of(attempt))
    }

    /// The rule a person wrote last: the one to carry into the next attempt.
    pub async fn rule_latest(&self, person: &PersonId) -> Result<Option<RuleRow>, StoreError> {
        on_either!(self, rule_latest(person))
    }

    /// Notes whether the rule that was carried into `attempt` held.
    pub async fn rule_answer(&self, attempt: &AttemptId, held: bool) -> Result<(), StoreError> {
        on_either!(self, rule_answer(attempt, held))
    }

    /// How the rule written after `rule_of` fared in the attempts that carried it, oldest first.
    pub async fn rule_answers(&self, rule_of: &AttemptId) -> Result<Vec<bool>, StoreError> {
        on_either!(self, rule_answers(rule_of))
    }
}
