//! What may be asked of a room and what it answers. Types only.

use std::sync::Arc;

use interview::Tree;
use tokio::sync::{broadcast, oneshot};

use super::frames::{Laid, Shown, Stand};
use super::trouble::Trouble;

/// Something the candidate does.
#[derive(Debug, Clone, PartialEq)]
pub enum Move {
    /// An utterance, already made safe.
    Said {
        /// Made by the page.
        turn: String,
        /// The words.
        text: String,
    },
    /// The issue tree, already made safe.
    Presented {
        /// Made by the page.
        turn: String,
        /// The tree.
        tree: Tree,
    },
    /// Comes in, from a page without a socket.
    Enter,
    /// "Take a minute."
    Minute,
    /// "Done with this part."
    Done {
        /// The part that the page showed.
        segment: String,
    },
    /// "Hint."
    Hint {
        /// The rungs that the page showed as taken.
        rung: u8,
    },
    /// "End early."
    End,
    /// Nobody touched it for a day. Nothing happens while somebody is in the room.
    Abandon,
}

/// A question to the task that owns the interview.
pub(super) enum Ask {
    /// A socket comes in.
    Join {
        /// Last entry its page shows.
        since: Option<u32>,
        /// The backlog and what comes after.
        reply: Reply<Joined>,
    },
    /// A socket is gone.
    Leave {
        /// Tick at which it was last heard.
        heard: u64,
    },
    /// Somebody looks without coming in.
    Look {
        /// Last entry its page shows.
        since: Option<u32>,
        /// What is there.
        reply: oneshot::Sender<Look>,
    },
    /// The candidate does something.
    Move {
        /// What.
        what: Move,
        /// From a page without a socket, which counts as being in the room for a while.
        by_form: bool,
        /// The entry that holds it.
        reply: Reply<u32>,
    },
}

/// A room as seen from after some entry on.
#[derive(Debug, Clone)]
pub struct Look {
    /// Title of the case.
    pub title: String,
    /// Entries, in order.
    pub entries: Vec<Arc<Shown>>,
    /// Exhibits laid with them.
    pub exhibits: Vec<Laid>,
    /// Where everything stands.
    pub stand: Stand,
    /// Whether the attempt is over.
    pub closed: bool,
}

/// A socket's place in the room.
#[derive(Debug)]
pub(super) struct Joined {
    /// What was there.
    pub(super) look: Look,
    /// What comes.
    pub(super) told: broadcast::Receiver<Told>,
}

/// What every socket of a room is told, in one order.
#[derive(Debug, Clone)]
pub(super) enum Told {
    /// A new entry.
    Entry {
        /// As the page shows it.
        shown: Arc<Shown>,
        /// Exhibits it lays on the desk.
        laid: Arc<[Laid]>,
        /// Where everything stands after it.
        stand: Stand,
    },
    /// Clocks only.
    Stand(Stand),
    /// The attempt is over and its report is there.
    Closed,
    /// The room in memory is dropped; come in again.
    Dropped,
}

/// A channel for one answer.
pub(super) type Reply<T> = oneshot::Sender<Result<T, Trouble>>;
