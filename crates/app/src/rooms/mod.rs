//! The rooms in which attempts happen: one task an attempt, any number of pages on it, one
//! journal. Decides nothing about the case; that is `interview`'s.

mod asks;
mod clock;
mod driver;
mod frames;
mod journal;
pub mod limits;
mod readers;
pub(crate) mod socket;
mod stand;
mod sweep;
mod timepiece;
mod transcript;
mod trouble;
pub mod words;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use interview::Reader;
use store::{AttemptId, Store};
use tokio::sync::{OnceCell, mpsc, oneshot};

use asks::{Ask, Joined};
pub use asks::{Look, Move};
pub(crate) use clock::RunningClock;
use driver::Room;
pub use frames::{ErrorKind, FromPage, Laid, Part, PartState, Shown, Stand, ToPage};
pub use journal::{JournalError, Kept, load};
use limits::{QUEUE, READERS, ROOMS};
pub use readers::MakeReader;
use readers::Readers;
pub use stand::{Face, Rail, RailPart, rail};
pub use sweep::{SWEEP_EVERY, sweep, sweep_for_ever};
pub use timepiece::Timepiece;
pub use transcript::{Line, Row, Transcript, Who, tree_rows};
pub use trouble::Trouble;

/// How often a question is put again to a room that was being dropped when it was asked.
const TRIES: usize = 3;

/// The way to the task of one room, filled once the room is rebuilt.
type Door = Arc<OnceCell<mpsc::Sender<Ask>>>;

/// Every room in memory. Cheap to clone.
#[derive(Clone)]
pub struct Rooms(Arc<Inner>);

struct Inner {
    store: Store,
    timepiece: Timepiece,
    doors: Mutex<HashMap<AttemptId, Door>>,
    readers: Readers,
}

/// A socket's place in a room; leaving is said by whoever holds it.
struct Place {
    door: mpsc::Sender<Ask>,
    look: Look,
    told: tokio::sync::broadcast::Receiver<asks::Told>,
}

impl Place {
    /// Gives the place back; the clock counts until `heard`.
    async fn leave(self, heard: u64) {
        // A room that is gone has nobody in it.
        let _ = self.door.send(Ask::Leave { heard }).await;
    }
}

impl Rooms {
    /// No room yet; they are rebuilt from their journals when somebody comes.
    #[must_use]
    pub fn new(store: Store, timepiece: Timepiece) -> Self {
        Self::reading(store, timepiece, Reader::new)
    }

    /// The same, reading the cases by readers made so.
    #[must_use]
    pub fn reading(store: Store, timepiece: Timepiece, make: MakeReader) -> Self {
        Self(Arc::new(Inner {
            store,
            timepiece,
            doors: Mutex::default(),
            readers: Readers::new(make, READERS),
        }))
    }

    /// What time it is for rooms.
    #[must_use]
    pub fn timepiece(&self) -> &Timepiece {
        &self.0.timepiece
    }

    /// The room as it stands, without coming in.
    ///
    /// # Errors
    /// When the attempt cannot be loaded.
    pub async fn look(&self, id: &AttemptId, since: Option<u32>) -> Result<Look, Trouble> {
        let (look, _) = self.ask(id, |reply| Ask::Look { since, reply }).await?;
        Ok(look)
    }

    /// Does something in the room and returns the journal entry that holds it.
    ///
    /// # Errors
    /// When it was not done; nothing of it is in the journal then, except where the answer
    /// was lost, and a turn sent again finds itself.
    pub async fn make(&self, id: &AttemptId, what: Move, by_form: bool) -> Result<u32, Trouble> {
        let put = |reply| Ask::Move {
            what: what.clone(),
            by_form,
            reply,
        };
        self.ask(id, put).await?.0
    }

    /// Comes in with a socket.
    async fn join(&self, id: &AttemptId, since: Option<u32>) -> Result<Place, Trouble> {
        let (joined, door) = self.ask(id, |reply| Ask::Join { since, reply }).await?;
        let Joined { look, told } = joined?;
        Ok(Place { door, look, told })
    }

    /// How many rooms are in memory.
    #[must_use]
    pub fn open_count(&self) -> usize {
        self.doors().len()
    }

    async fn ask<T>(
        &self,
        id: &AttemptId,
        put: impl Fn(oneshot::Sender<T>) -> Ask,
    ) -> Result<(T, mpsc::Sender<Ask>), Trouble> {
        for _ in 0..TRIES {
            let door = self.door(id).await?;
            let (reply, answer) = oneshot::channel();
            if door.send(put(reply)).await.is_ok()
                && let Ok(answer) = answer.await
            {
                return Ok((answer, door));
            }
            self.forget(id, |kept| kept.is_closed());
        }
        Err(Trouble::NotKept)
    }

    async fn door(&self, id: &AttemptId) -> Result<mpsc::Sender<Ask>, Trouble> {
        let door = {
            let mut doors = self.doors();
            if doors.len() >= ROOMS && !doors.contains_key(id) {
                return Err(Trouble::Crowded);
            }
            doors.entry(id.clone()).or_default().clone()
        };
        let opened = door.get_or_try_init(|| self.open(id)).await;
        if opened.is_err() {
            let mut doors = self.doors();
            if doors.get(id).is_some_and(|kept| kept.get().is_none()) {
                doors.remove(id);
            }
        }
        opened.cloned()
    }

    /// Rebuilds the room from its journal and starts its task.
    async fn open(&self, id: &AttemptId) -> Result<mpsc::Sender<Ask>, Trouble> {
        let Inner {
            store, timepiece, ..
        } = &*self.0;
        let kept = load(store, id).await?;
        let reader = self.0.readers.of(&kept.case).await?;
        let touched_ms = kept.touched_ms;
        let mut room = Room::rebuilt(id.clone(), store.clone(), timepiece.clone(), reader, kept);
        room.settle(touched_ms).await?;
        let (door, asks) = mpsc::channel(QUEUE);
        let (rooms, id, own) = (self.clone(), id.clone(), door.downgrade());
        tokio::spawn(async move {
            let same =
                |kept: &mpsc::Sender<Ask>| own.upgrade().is_some_and(|own| own.same_channel(kept));
            room.run(asks, |asks| {
                let mut doors = rooms.doors();
                if !asks.is_empty() {
                    return false;
                }
                if doors.get(&id).and_then(|door| door.get()).is_some_and(same) {
                    doors.remove(&id);
                }
                true
            })
            .await;
            rooms.forget(&id, |kept| kept.is_closed());
        });
        Ok(door)
    }

    fn forget(&self, id: &AttemptId, which: impl Fn(&mpsc::Sender<Ask>) -> bool) {
        let mut doors = self.doors();
        if doors.get(id).and_then(|door| door.get()).is_some_and(which) {
            doors.remove(id);
        }
    }

    fn doors(&self) -> std::sync::MutexGuard<'_, HashMap<AttemptId, Door>> {
        // Nothing panics while holding it, and a map is whole after every single change.
        self.0.doors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
