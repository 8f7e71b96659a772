//! Statements on the journal: the next entry in, the entries out.

// Statements on journal rows, compiled once for each database.

use sqlx::query;
use store_rows::{AttemptId, JournalRow, StoreError};

use super::attempt::version;
use crate::backend::{Store, refused};

impl Store {
    pub async fn attempt_journal_append(
        &self,
        attempt: &AttemptId,
        seq: u32,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        // One statement, so that the check and the write cannot be parted: the attempt is open and
        // `seq` is the next one.
        let written = query!(
            "INSERT INTO journal (attempt, seq, payload, written_ms)
             SELECT $1, $2, $3, $4
             WHERE EXISTS (SELECT 1 FROM attempt WHERE id = $1 AND closed_ms IS NULL)
               AND $2 = (SELECT COALESCE(MAX(seq) + 1, 0) FROM journal WHERE attempt = $1)",
            attempt.as_str(),
            i64::from(seq),
            payload,
            now_ms
        )
        .execute(&self.writer)
        .await
        .map_err(refused("journal entry"))?
        .rows_affected();
        if written == 1 {
            return Ok(());
        }
        match self.attempt_by_id(attempt).await? {
            None => Err(StoreError::Missing {
                what: "attempt".to_owned(),
            }),
            Some(found) if found.closed_ms.is_some() => Err(StoreError::Closed),
            Some(_) => Err(StoreError::Conflict {
                what: format!("journal entry {seq}"),
            }),
        }
    }

    pub async fn attempt_journal(
        &self,
        attempt: &AttemptId,
        from_seq: u32,
    ) -> Result<Vec<JournalRow>, StoreError> {
        let rows = query!(
            "SELECT seq, payload, written_ms FROM journal
             WHERE attempt = $1 AND seq >= $2 ORDER BY seq",
            attempt.as_str(),
            i64::from(from_seq)
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("journal"))?;
        Ok(rows
            .into_iter()
            .map(|row| JournalRow {
                seq: version(row.seq),
                payload: row.payload.into(),
                written_ms: row.written_ms,
            })
            .collect())
    }
}
