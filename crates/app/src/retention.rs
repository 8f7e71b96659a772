//! The daily sweep that the privacy page promises: guests whom nobody can be any more go, with all
//! that was theirs. Safe to run twice.

use std::time::Duration;

use store::{Store, StoreError, Swept};

use crate::clock::now_ms;

/// Once a day, as the data map says; the limits are counted in days.
pub const SWEEP_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// Removes what has reached its limit.
///
/// # Errors
/// When the database refuses; the next sweep finds the same rows.
pub async fn sweep(store: &Store) -> Result<Swept, StoreError> {
    store.sweep(now_ms()).await
}

/// Sweeps at the start and then every day, as long as the server runs.
pub async fn sweep_for_ever(store: Store) {
    let mut days = tokio::time::interval(SWEEP_EVERY);
    loop {
        days.tick().await;
        if let Err(error) = sweep(&store).await {
            tracing::error!(%error, "what reached its limit was not removed; tried again in a day");
        }
    }
}
