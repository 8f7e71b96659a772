//! Runs one case interview: reads what the candidate said, decides what the interviewer does and
//! says it from a phrasebook. Does no I/O and reads no clock: the caller hands in what happened
//! and when, and is handed back what to do next. It never praises and never scores.

mod act;
pub mod arithmetic;
mod challenge;
pub mod clauses;
mod engine;
pub mod intents;
mod journal;
mod language;
pub mod matching;
pub mod numbers;
mod phrase;
mod phrasebook;
mod plan;
pub mod play;
pub mod reader;
mod reading;
mod structure;
mod talk;
mod tokens;
mod view;

pub use act::Act;
pub use challenge::{Challenge, Reaction, challenges, reaction};
pub use engine::{ENGINE_VERSION, Interview};
pub use journal::{
    At, Clock, CloseCause, ENTRY_BYTES_MAX, Entry, GapCause, Input, NotAnEntry, Output, decode,
    encode,
};
pub use plan::{Mode, Plan};
pub use reader::{READER_VERSION, Reader};
pub use reading::{
    Hit, Intent, IntentRead, NumberRead, Reading, Span, StepRead, Tree, TreeBranch, Zone,
};
pub use talk::{TALK_WORDS, longest_without_point};
pub use tokens::READ_BYTES_MAX;
pub use view::{PartView, View};
