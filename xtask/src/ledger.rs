//! What a candidate was promised against what the database holds. Pure: both lists come from
//! elsewhere.

use std::fmt;

/// A turn as it left the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sent {
    /// Made by the page.
    pub(crate) turn: String,
    pub(crate) words: String,
    /// The entry that the server said holds it, once it said so.
    pub(crate) acknowledged: Option<u64>,
}

/// A turn as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) seq: u64,
    pub(crate) turn: String,
    pub(crate) words: String,
}

/// A promise that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Breach {
    /// Acknowledged and not there.
    Lost { turn: String, seq: u64 },
    /// There with other words than were sent.
    Altered { turn: String, seq: u64 },
    /// There more than once.
    Twice {
        turn: String,
        first: u64,
        again: u64,
    },
    /// There, but not in the entry that was named.
    Moved { turn: String, said: u64, seq: u64 },
    /// There though nobody sent it.
    Unsent { turn: String, seq: u64 },
    /// A page is shown another entry than it was shown live, or none.
    Unlike { seq: u64 },
    /// Entries are missing between the first and the last.
    Gap { entries: u64, last: u64 },
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lost { turn, seq } => {
                write!(f, "{turn} was acknowledged as entry {seq} and is gone")
            }
            Self::Altered { turn, seq } => write!(f, "{turn}, entry {seq}, has other words"),
            Self::Twice { turn, first, again } => {
                write!(f, "{turn} was taken twice, as entries {first} and {again}")
            }
            Self::Moved { turn, said, seq } => {
                write!(
                    f,
                    "{turn} was acknowledged as entry {said} and is entry {seq}"
                )
            }
            Self::Unsent { turn, seq } => write!(f, "{turn}, entry {seq}, was never sent"),
            Self::Unlike { seq } => write!(f, "entry {seq} is not what the page saw live"),
            Self::Gap { entries, last } => {
                write!(
                    f,
                    "{entries} entries are there and the last is number {last}"
                )
            }
        }
    }
}

/// What comparing found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub(crate) breaches: Vec<Breach>,
    /// Turns that were kept before the page heard of it. No breach: nothing was promised yet.
    pub(crate) early: usize,
}

/// Holds what was sent against what was kept.
pub(crate) fn compare(sent: &[Sent], kept: &[Kept]) -> Comparison {
    let mut found = Comparison::default();
    for one in sent {
        let turn = one.turn.clone();
        let mut places = kept.iter().filter(|place| place.turn == one.turn);
        let Some(place) = places.next() else {
            if let Some(seq) = one.acknowledged {
                found.breaches.push(Breach::Lost { turn, seq });
            }
            continue;
        };
        if let Some(again) = places.next() {
            let (first, again) = (place.seq, again.seq);
            found.breaches.push(Breach::Twice { turn, first, again });
            continue;
        }
        let seq = place.seq;
        if place.words != one.words {
            found.breaches.push(Breach::Altered { turn, seq });
            continue;
        }
        match one.acknowledged {
            Some(said) if said != seq => found.breaches.push(Breach::Moved { turn, said, seq }),
            Some(_) => {}
            None => found.early += 1,
        }
    }
    let unsent = kept
        .iter()
        .filter(|place| sent.iter().all(|one| one.turn != place.turn));
    found.breaches.extend(unsent.map(|place| Breach::Unsent {
        turn: place.turn.clone(),
        seq: place.seq,
    }));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `turn words seq`, one a line; `-` where nothing was acknowledged.
    fn sent(lines: &str) -> Vec<Sent> {
        let read = |line: &str| {
            let mut parts = line.split_whitespace().map(str::to_owned);
            let mut part = || parts.next().expect("three parts");
            Sent {
                turn: part(),
                words: part(),
                acknowledged: part().parse().ok(),
            }
        };
        lines.lines().map(read).collect()
    }

    fn kept(lines: &str) -> Vec<Kept> {
        let as_kept = |one: Sent| Kept {
            seq: one.acknowledged.expect("an entry has a number"),
            turn: one.turn,
            words: one.words,
        };
        sent(lines).into_iter().map(as_kept).collect()
    }

    fn said(sent_lines: &str, kept_lines: &str) -> (Vec<String>, usize) {
        let found = compare(&sent(sent_lines), &kept(kept_lines));
        let breaches = found.breaches.iter().map(ToString::to_string);
        (breaches.collect(), found.early)
    }

    #[test]
    fn what_was_acknowledged_and_is_there_keeps_the_promise() {
        assert_eq!(
            said("t1 six 1\nt2 nine 3", "t1 six 1\nt2 nine 3"),
            (vec![], 0)
        );
    }

    #[test]
    fn a_missing_turn_is_lost_when_it_was_acknowledged_and_no_loss_otherwise() {
        let lost = vec!["t2 was acknowledged as entry 3 and is gone".to_owned()];
        assert_eq!(said("t1 six 1\nt2 nine 3", "t1 six 1"), (lost, 0));
        assert_eq!(said("t1 six 1\nt2 nine -", "t1 six 1"), (vec![], 0));
    }

    #[test]
    fn a_turn_with_other_words_is_named() {
        let altered = vec!["t1, entry 1, has other words".to_owned()];
        assert_eq!(said("t1 six 1", "t1 nine 1"), (altered.clone(), 0));
        assert_eq!(said("t1 six -", "t1 nine 1"), (altered, 0));
    }

    #[test]
    fn a_turn_that_is_there_twice_is_named_with_both_places() {
        let twice = vec!["t1 was taken twice, as entries 1 and 2".to_owned()];
        assert_eq!(said("t1 six 1", "t1 six 1\nt1 six 2"), (twice.clone(), 0));
        assert_eq!(said("t1 six -", "t1 six 1\nt1 six 2"), (twice, 0));
    }

    #[test]
    fn a_turn_kept_before_its_acknowledgement_arrived_is_counted_and_breaks_nothing() {
        assert_eq!(
            said("t1 six 1\nt2 nine -", "t1 six 1\nt2 nine 3"),
            (vec![], 1)
        );
    }

    #[test]
    fn a_turn_in_another_entry_or_from_nobody_is_named() {
        let moved = vec!["t1 was acknowledged as entry 1 and is entry 2".to_owned()];
        assert_eq!(said("t1 six 1", "t1 six 2"), (moved, 0));
        let unsent = vec!["t9, entry 2, was never sent".to_owned()];
        assert_eq!(said("t1 six 1", "t1 six 1\nt9 six 2"), (unsent, 0));
    }
}
