//! Statements on cases kept as they were played.

// Statements on case snapshot rows, compiled once for each database.

use sqlx::query;
use store_rows::{Payload, StoreError};

use crate::backend::{Store, refused};

impl Store {
    pub async fn case_snapshot_put(
        &self,
        case_hash: &str,
        seed: u64,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        query!(
            "INSERT INTO case_snapshot (case_hash, seed, payload, written_ms)
             VALUES ($1, $2, $3, $4) ON CONFLICT (case_hash, seed) DO NOTHING",
            case_hash,
            seed.cast_signed(),
            payload,
            now_ms
        )
        .execute(&self.writer)
        .await
        .map_err(refused("case"))?;
        Ok(())
    }

    pub async fn case_snapshot_get(
        &self,
        case_hash: &str,
        seed: u64,
    ) -> Result<Option<Payload>, StoreError> {
        let row = query!(
            "SELECT payload FROM case_snapshot WHERE case_hash = $1 AND seed = $2",
            case_hash,
            seed.cast_signed()
        )
        .fetch_optional(&self.reader)
        .await
        .map_err(refused("case"))?;
        Ok(row.map(|row| row.payload.into()))
    }
}
