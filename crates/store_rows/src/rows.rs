//! One struct a kind of row. Times are milliseconds since 1970, UTC.

use crate::{AttemptId, Payload, PersonId};

/// Length of a hashed sign-in token: SHA-256.
pub const TOKEN_HASH_BYTES: usize = 32;

/// Someone who practises. A guest is a person without credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// First visit that needed a person.
    pub created_ms: i64,
    /// Last visit, to the day.
    pub seen_ms: i64,
}

/// An attempt about to begin.
#[derive(Debug, Clone)]
pub struct NewAttempt {
    /// Made by the caller.
    pub id: AttemptId,
    /// Whose it is.
    pub person: PersonId,
    /// The case.
    pub slug: String,
    /// SHA-256 of the authored case, lower-case hex.
    pub case_hash: String,
    /// Number set of the case.
    pub seed: u64,
    /// Engine that runs it.
    pub engine: u32,
    /// Reader that reads it.
    pub reader: u32,
    /// The plan, encoded; it holds the objective in the person's words.
    pub plan: Payload,
    /// The attempt whose correction rule is tried in this one.
    pub rule_from: Option<AttemptId>,
    /// Now.
    pub created_ms: i64,
}

/// An attempt as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its id.
    pub id: AttemptId,
    /// Whose it is.
    pub person: PersonId,
    /// The case.
    pub slug: String,
    /// SHA-256 of the authored case, lower-case hex.
    pub case_hash: String,
    /// Number set of the case.
    pub seed: u64,
    /// Engine that ran it.
    pub engine: u32,
    /// Reader that read it.
    pub reader: u32,
    /// The plan, encoded.
    pub plan: Payload,
    /// When it was planned.
    pub created_ms: i64,
    /// When it closed; open while `None`.
    pub closed_ms: Option<i64>,
    /// Why it closed, in the engine's word.
    pub cause: Option<String>,
    /// Whether the rule carried into it held; `None` until answered.
    pub rule_held: Option<bool>,
}

/// One line of an attempt's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// 0, 1, 2, ... without gaps.
    pub seq: u32,
    /// The entry, encoded.
    pub payload: Payload,
    /// When it was written.
    pub written_ms: i64,
}

/// One scoring of an attempt. Scoring again adds a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScorecardRow {
    /// The attempt.
    pub attempt: AttemptId,
    /// 1 for the first scoring.
    pub version: u32,
    /// Version of the rubric.
    pub rubric: u32,
    /// The scorecard, encoded.
    pub payload: Payload,
    /// When it was scored.
    pub written_ms: i64,
}

/// A correction rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    /// The attempt after which it was written.
    pub attempt: AttemptId,
    /// The sentence, encoded.
    pub payload: Payload,
    /// When it was written.
    pub written_ms: i64,
}

/// What a sweep took away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Persons whose sign-in nobody can hold any more, with all that was theirs.
    pub persons: u64,
    /// Sign-ins left unused for as long.
    pub sign_ins: u64,
    /// Stored cases that no attempt refers to.
    pub snapshots: u64,
}
