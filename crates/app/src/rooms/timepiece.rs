//! What time it is, for rooms: ticks for clocks and deadlines, epoch time for the store.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::clock::now_ms;

/// The server's time, or one that a test moves by hand.
#[derive(Debug, Clone)]
pub enum Timepiece {
    /// The monotonic clock since the server began. It stands still while a laptop sleeps, and
    /// so do the rooms on it.
    Server(Instant),
    /// Moved by [`Timepiece::advance`].
    ByHand(Arc<watch::Sender<u64>>),
}

impl Timepiece {
    /// The server's own.
    #[must_use]
    pub fn server() -> Self {
        Self::Server(Instant::now())
    }

    /// One that stands at nought until it is moved.
    #[must_use]
    pub fn by_hand() -> Self {
        Self::ByHand(Arc::new(watch::Sender::new(0)))
    }

    /// Milliseconds that only grow.
    #[must_use]
    pub fn ticks_ms(&self) -> u64 {
        match self {
            Self::Server(began) => u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
            Self::ByHand(hand) => *hand.borrow(),
        }
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn epoch_ms(&self) -> i64 {
        match self {
            Self::Server(_) => now_ms(),
            Self::ByHand(hand) => i64::try_from(*hand.borrow()).unwrap_or(i64::MAX),
        }
    }

    /// Returns once [`ticks_ms`](Self::ticks_ms) has reached `ticks`; never for `None`.
    pub async fn reaches(&self, ticks: Option<u64>) {
        let Some(ticks) = ticks else {
            return std::future::pending().await;
        };
        match self {
            Self::Server(_) => {
                let left = ticks.saturating_sub(self.ticks_ms());
                tokio::time::sleep(Duration::from_millis(left)).await;
            }
            Self::ByHand(hand) => {
                let mut seen = hand.subscribe();
                if seen.wait_for(|now| *now >= ticks).await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        }
    }

    /// Moves a timepiece that goes by hand; the server's own is left alone.
    pub fn advance(&self, ms: u64) {
        if let Self::ByHand(hand) = self {
            hand.send_modify(|now| *now += ms);
        }
    }
}
