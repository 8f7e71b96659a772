//! Closes attempts that nobody touched for a day, with their reports. Safe to run twice.

use std::time::Duration;

use super::limits::ABANDONED_AFTER_MS;
use super::{Move, Rooms, Trouble};

/// An attempt is closed at most this long after its day is over, or when somebody opens it.
pub const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);

/// Closes what lies untouched and returns how many attempts were looked at.
///
/// # Errors
/// When the database does not list them.
pub async fn sweep(rooms: &Rooms) -> Result<usize, store::StoreError> {
    let before = rooms.0.timepiece.epoch_ms() - ABANDONED_AFTER_MS;
    let stale = rooms.0.store.attempt_stale(before).await?;
    for id in &stale {
        match rooms.make(id, Move::Abandon, false).await {
            Ok(_) | Err(Trouble::Closed | Trouble::Gone) => {}
            Err(trouble) => tracing::warn!(attempt = %id, %trouble, "attempt was not swept"),
        }
    }
    Ok(stale.len())
}

/// Sweeps at the start and then every hour, as long as the server runs.
pub async fn sweep_for_ever(rooms: Rooms) {
    let mut hours = tokio::time::interval(SWEEP_EVERY);
    loop {
        hours.tick().await;
        if let Err(error) = sweep(&rooms).await {
            tracing::error!(%error, "stale attempts were not listed");
        }
    }
}
