//! Where a room meets the store: an attempt with its case is loaded, entries are appended, a
//! closed attempt is scored. Holds no state of its own.

use std::sync::Arc;

use casebook::Case;
use interview::{CloseCause, Entry, Output, Plan};
use store::{Attempt, AttemptId, JournalRow, Store, StoreError};

use crate::codec::{self, CodecError};

/// Why an attempt cannot be loaded or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A payload is from a later release, or damaged.
    #[error("attempt cannot be read")]
    Codec(#[from] CodecError),
    /// An entry is from a later release, or damaged.
    #[error("entry {seq} of the journal cannot be read: {why}")]
    Entry {
        /// Its number.
        seq: u32,
        /// What is wrong.
        why: String,
    },
    /// The case as it was played is gone.
    #[error("the case {slug} with number set {seed} is not stored with the attempt")]
    NoCase {
        /// Which case.
        slug: String,
        /// Which number set.
        seed: u64,
    },
    /// Decoding or scoring panicked.
    #[error("the attempt could not be worked on")]
    Broken(#[from] tokio::task::JoinError),
    /// There is no such attempt.
    #[error("there is no such attempt")]
    NoAttempt,
}

/// An attempt as it was kept.
#[derive(Debug)]
pub struct Kept {
    /// Its row.
    pub attempt: Attempt,
    /// What was agreed.
    pub plan: Plan,
    /// The case as it is played.
    pub case: Arc<Case>,
    /// Every entry, in order.
    pub entries: Vec<Entry>,
    /// When the last entry was written, or else the attempt planned.
    pub touched_ms: i64,
}

impl Kept {
    /// Why the interview ended, when it did.
    #[must_use]
    pub fn closed(&self) -> Option<CloseCause> {
        self.entries.last().and_then(closing)
    }
}

/// Why this entry ends the interview, when it does.
#[must_use]
pub(super) fn closing(entry: &Entry) -> Option<CloseCause> {
    entry.outputs.iter().find_map(|output| match output {
        Output::Closed { cause } => Some(*cause),
        _ => None,
    })
}

/// The attempt with its case and its whole journal.
///
/// # Errors
/// When it does not exist, or the database or a payload cannot be read.
pub async fn load(store: &Store, id: &AttemptId) -> Result<Kept, JournalError> {
    let attempt = store
        .attempt_by_id(id)
        .await?
        .ok_or(JournalError::NoAttempt)?;
    let plan = codec::decode(&attempt.plan)?;
    let case = store
        .case_snapshot_get(&attempt.case_hash, attempt.seed)
        .await?;
    let case = case.ok_or_else(|| JournalError::NoCase {
        slug: attempt.slug.clone(),
        seed: attempt.seed,
    })?;
    let rows = store.attempt_journal(id, 0).await?;
    let touched_ms = rows.last().map_or(attempt.created_ms, |row| row.written_ms);
    // A long journal takes milliseconds to read; other rooms answer meanwhile.
    let read = tokio::task::spawn_blocking(move || {
        let case = Arc::new(codec::decode::<Case>(&case)?);
        let entries = rows.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, JournalError>((case, entries))
    });
    let (case, entries) = read.await??;
    Ok(Kept {
        attempt,
        plan,
        case,
        entries,
        touched_ms,
    })
}

fn entry(row: &JournalRow) -> Result<Entry, JournalError> {
    interview::decode(&row.payload).map_err(|why| JournalError::Entry {
        seq: row.seq,
        why: why.to_string(),
    })
}

/// Appends an entry; when this returns it outlives a kill.
///
/// # Errors
/// When the database refuses, or another writer was first.
pub(super) async fn append(
    store: &Store,
    id: &AttemptId,
    entry: &Entry,
    now_ms: i64,
) -> Result<(), JournalError> {
    store
        .attempt_journal_append(id, entry.seq, &interview::encode(entry), now_ms)
        .await?;
    Ok(())
}

/// Scores a closed interview and closes its attempt. Safe to run again: a scorecard that is
/// there stays, and the first cause stays.
///
/// # Errors
/// When the database refuses; the journal says that the interview is over, so the next visit
/// or sweep finishes the work.
pub(super) async fn finish(
    store: &Store,
    id: &AttemptId,
    cause: CloseCause,
    now_ms: i64,
) -> Result<(), JournalError> {
    if store.scorecard_latest(id).await?.is_none() {
        let kept = load(store, id).await?;
        // Scoring a whole attempt takes tens of milliseconds; other rooms answer meanwhile.
        let scored = tokio::task::spawn_blocking(move || {
            let card = scoring::score(&kept.case, &kept.plan, &kept.entries);
            codec::encode(&card).map(|payload| (card.rubric, payload))
        });
        let (rubric, payload) = scored.await??;
        match store.scorecard_add(id, 1, rubric, &payload, now_ms).await {
            Ok(()) | Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    store.attempt_close(id, cause_slug(cause), now_ms).await?;
    Ok(())
}

/// The word for a cause in the database.
#[must_use]
pub(super) fn cause_slug(cause: CloseCause) -> &'static str {
    match cause {
        CloseCause::Finished => "finished",
        CloseCause::EndedEarly => "ended-early",
        CloseCause::TimeUp => "time-up",
        CloseCause::Abandoned => "abandoned",
    }
}
