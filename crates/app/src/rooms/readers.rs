//! The readers of the cases being played, one for each case and number set. Making one embeds
//! every phrasing of the case, so it is made once, off the threads that answer requests, and kept
//! for a while after the last room on it is gone.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use casebook::Case;
use interview::Reader;
use tokio::sync::OnceCell;

use super::trouble::Trouble;

/// Makes a reader of a case.
pub type MakeReader = fn(&Case) -> Reader;

/// A reader being made or made; whoever comes meanwhile waits for the same one.
type Slot = Arc<OnceCell<Arc<Reader>>>;

/// Case hash and number set.
type Key = (String, u64);

pub(super) struct Readers {
    make: MakeReader,
    most: usize,
    /// Longest unused first.
    kept: Mutex<Vec<(Key, Slot)>>,
}

impl Readers {
    /// Keeps at most `most`, besides those that rooms hold anyway.
    pub(super) fn new(make: MakeReader, most: usize) -> Self {
        Self {
            make,
            most,
            kept: Mutex::default(),
        }
    }

    /// The reader of a case.
    pub(super) async fn of(&self, case: &Arc<Case>) -> Result<Arc<Reader>, Trouble> {
        let slot = self.slot((case.hash.clone(), case.seed));
        let made = slot.get_or_try_init(|| {
            let (make, case) = (self.make, case.clone());
            tokio::task::spawn_blocking(move || Arc::new(make(&case)))
        });
        Ok(made.await.map_err(|_| Trouble::NotRead)?.clone())
    }

    fn slot(&self, key: Key) -> Slot {
        let mut kept = self.kept();
        let slot = match kept.iter().position(|(known, _)| *known == key) {
            Some(at) => kept.remove(at).1,
            None => Slot::default(),
        };
        while kept.len() >= self.most {
            let Some(idle) = kept.iter().position(|(_, slot)| is_idle(slot)) else {
                break;
            };
            kept.remove(idle);
        }
        kept.push((key, slot.clone()));
        slot
    }

    fn kept(&self) -> MutexGuard<'_, Vec<(Key, Slot)>> {
        // Nothing panics while holding it, and a list is whole after every single change.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether nobody but the list holds it.
fn is_idle(slot: &Slot) -> bool {
    let made = slot.get();
    Arc::strong_count(slot) == 1 && made.is_none_or(|reader| Arc::strong_count(reader) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CaseLibrary;

    fn cases() -> Vec<Arc<Case>> {
        let library = CaseLibrary::load(None).expect("the cases of the binary");
        let all = library.all().into_iter();
        all.take(3).map(|listed| listed.case.clone()).collect()
    }

    #[tokio::test]
    async fn everyone_who_asks_for_a_case_shares_one_reader_even_while_it_is_made() {
        let readers = Readers::new(Reader::without_matching, 2);
        let cases = cases();
        let (first, second) = tokio::join!(readers.of(&cases[0]), readers.of(&cases[0]));
        let (first, second) = (first.expect("made"), second.expect("made"));
        assert!(Arc::ptr_eq(&first, &second));
    }

    #[tokio::test]
    async fn the_longest_unused_goes_and_one_in_use_stays() {
        let readers = Readers::new(Reader::without_matching, 1);
        let cases = cases();
        let used = readers.of(&cases[0]).await.expect("made");
        let idle = Arc::downgrade(&readers.of(&cases[1]).await.expect("made"));
        assert!(idle.upgrade().is_some(), "kept after its last room");
        let other = readers.of(&cases[2]).await.expect("made");
        assert!(
            idle.upgrade().is_none(),
            "gone when another needs its place"
        );
        let again = readers.of(&cases[0]).await.expect("kept");
        assert!(Arc::ptr_eq(&used, &again), "a room is on it");
        drop(other);
    }
}
