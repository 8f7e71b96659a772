//! The journal: every input with its time, the reading made of it and what was said back.

use serde::{Deserialize, Serialize};

use crate::{Act, Reading, Tree};

/// Milliseconds of running clock since the attempt began. Gaps are not in it.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct At(pub u64);

/// Something that happened to an interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// The candidate entered the room for the first time.
    Opened,
    /// The candidate finished an utterance.
    Said {
        /// Made by the client, so that a resend is harmless.
        turn: String,
        /// The words.
        text: String,
        /// What was read in them.
        reading: Box<Reading>,
    },
    /// The candidate presented the issue tree from the editor.
    Presented {
        /// Made by the client, so that a resend is harmless.
        turn: String,
        /// The tree.
        tree: Tree,
        /// The tree as lines, the text that findings quote.
        text: String,
        /// What was read in it.
        reading: Box<Reading>,
    },
    /// "Take a minute."
    TookMinute,
    /// "Done with this part."
    Done,
    /// "Hint."
    AskedHint,
    /// "End early."
    Ended,
    /// Nobody is connected any more; the clock stands.
    Paused,
    /// Somebody is connected again.
    Resumed {
        /// How long the clock stood, in milliseconds.
        gap_ms: u64,
        /// Why.
        cause: GapCause,
    },
    /// The moment named by [`Interview::deadline`](crate::Interview::deadline) passed.
    DeadlinePassed,
    /// Untouched for 24 hours.
    Abandoned,
}

/// Why a clock stood still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapCause {
    /// No page was connected.
    Away,
    /// The server was down.
    ServerDown,
}

/// What the caller must do next, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Output {
    /// A part of the case begins.
    Entered {
        /// Segment id.
        segment: String,
    },
    /// Show the candidate this interviewer turn.
    Say {
        /// What was decided.
        act: Act,
        /// The words chosen for it.
        text: String,
    },
    /// Lay this exhibit on the desk.
    Handed {
        /// Exhibit id.
        exhibit: String,
    },
    /// A clock has one minute left, or is over.
    Warned {
        /// Which clock.
        clock: Clock,
        /// Over, or one minute left.
        over: bool,
    },
    /// The minute asked for is running, or has ended.
    Minute {
        /// Running or ended.
        running: bool,
    },
    /// Nothing more will happen.
    Closed {
        /// Why.
        cause: CloseCause,
    },
}

/// The two clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// Of the part.
    Segment,
    /// Of the whole case.
    Attempt,
}

/// Why an attempt closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CloseCause {
    /// The last part was done.
    Finished,
    /// The candidate ended it.
    EndedEarly,
    /// The case's time was up.
    TimeUp,
    /// Untouched for 24 hours.
    Abandoned,
}

/// One entry of the journal: durable before anyone reacts to it, never rewritten.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// 0, 1, 2, ... without gaps.
    pub seq: u32,
    /// Running clock at which it happened.
    pub at: At,
    /// What happened.
    pub input: Input,
    /// What the engine decided.
    pub outputs: Vec<Output>,
}

/// The longest encoded entry that is decoded: a 20,000-character utterance with a dense reading
/// stays well below it.
pub const ENTRY_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Why bytes are not an entry.
#[derive(Debug)]
pub enum NotAnEntry {
    /// More than [`ENTRY_BYTES_MAX`].
    TooLong(usize),
    /// Not what [`encode`] writes.
    Malformed(serde_json::Error),
}

impl std::fmt::Display for NotAnEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLong(bytes) => write!(f, "journal entry of {bytes} bytes is over the limit"),
            Self::Malformed(_) => f.write_str("journal entry is not readable"),
        }
    }
}

impl std::error::Error for NotAnEntry {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::TooLong(_) => None,
            Self::Malformed(cause) => Some(cause),
        }
    }
}

/// The bytes of an entry. Readable by every later release: fields are only added, with defaults.
#[must_use]
pub fn encode(entry: &Entry) -> Vec<u8> {
    // Every type in an entry is a struct, an enum, text or a whole number, so writing cannot fail.
    serde_json::to_vec(entry).unwrap_or_default()
}

/// The entry in these bytes.
///
/// # Errors
/// When the bytes are too many or were not written by [`encode`].
pub fn decode(bytes: &[u8]) -> Result<Entry, NotAnEntry> {
    if bytes.len() > ENTRY_BYTES_MAX {
        return Err(NotAnEntry::TooLong(bytes.len()));
    }
    serde_json::from_slice(bytes).map_err(NotAnEntry::Malformed)
}
