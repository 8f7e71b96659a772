//! The only SQL of the product: persons, attempts and their journals, scorecards and correction
//! rules, on SQLite or PostgreSQL behind one API. A journal entry is written before anyone reacts
//! to it and never rewritten, except by erasure. It never reads a payload, and reads no clock:
//! callers say what time it is.
//!
//! What "durable" means: when a write returns, it outlives a kill of this program, a crash of the
//! system and a power cut, on both databases, as far as the disk keeps what it was told to flush.
//! SQLite runs in WAL mode with `synchronous=FULL` (a flush for each commit), PostgreSQL with its
//! own default `synchronous_commit=on`.

mod address;
mod open;

pub use open::{GUEST_KEPT_DAYS, LIST_MAX, PAYLOAD_BYTES_MAX, Store};
pub use store_rows::{
    Attempt, AttemptId, JournalRow, NewAttempt, Payload, Person, PersonId, RuleRow, ScorecardRow,
    StoreError, Swept, TOKEN_HASH_BYTES,
};
