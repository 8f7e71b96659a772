//! Forgets guests whom nobody can reach any more. Safe to run twice.

use std::time::Duration;

use store::Store;

use crate::clock::now_ms;

/// The promise counts days, so a day late is the most it can be.
const FORGET_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// Forgets at the start and then every day, as long as the server runs.
pub async fn forget_for_ever(store: Store) {
    let mut days = tokio::time::interval(FORGET_EVERY);
    loop {
        days.tick().await;
        match store.sweep(now_ms()).await {
            Ok(swept) if swept.persons > 0 => {
                tracing::info!(
                    persons = swept.persons,
                    "guests unused for too long forgotten"
                );
            }
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "unused guests were not forgotten"),
        }
    }
}
