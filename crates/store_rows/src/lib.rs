//! What goes into the store and comes out of it: ids, rows and the one error, the same for both
//! databases. Contains no SQL and opens nothing.

mod error;
mod ids;
mod payload;
mod rows;

pub use error::StoreError;
pub use ids::{AttemptId, PersonId};
pub use payload::Payload;
pub use rows::{
    Attempt, JournalRow, NewAttempt, Person, RuleRow, ScorecardRow, Swept, TOKEN_HASH_BYTES,
};
