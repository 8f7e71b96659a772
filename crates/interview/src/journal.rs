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
