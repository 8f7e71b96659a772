//! Statements on scorings of an attempt.

// Statements on scorecard rows, compiled once for each database.

use sqlx::query;
use store_rows::{AttemptId, PersonId, ScorecardRow, StoreError};

use super::attempt::version;
use crate::backend::{Store, refused};

/// Builds a [`ScorecardRow`] from the record of any statement that selects its columns.
macro_rules! scorecard {
    ($row:expr) => {{
        let row = $row;
        ScorecardRow {
            attempt: row.attempt.into(),
            version: version(row.version),
            rubric: version(row.rubric),
            payload: row.payload.into(),
            written_ms: row.written_ms,
        }
    }};
}

impl Store {
    pub async fn scorecard_add(
        &self,
        attempt: &AttemptId,
        card_version: u32,
        rubric: u32,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        query!(
            "INSERT INTO scorecard (attempt, version, rubric, payload, written_ms)
             VALUES ($1, $2, $3, $4, $5)",
            attempt.as_str(),
            i64::from(card_version),
            i64::from(rubric),
            payload,
            now_ms
        )
        .execute(&self.writer)
        .await
        .map_err(refused("scorecard"))?;
        Ok(())
    }

    pub async fn scorecard_latest(
        &self,
        attempt: &AttemptId,
    ) -> Result<Option<ScorecardRow>, StoreError> {
        let row = query!(
            "SELECT attempt, version, rubric, payload, written_ms FROM scorecard
             WHERE attempt = $1 ORDER BY version DESC LIMIT 1",
            attempt.as_str()
        )
        .fetch_optional(&self.reader)
        .await
        .map_err(refused("scorecard"))?;
        Ok(row.map(|row| scorecard!(row)))
    }

    pub async fn scorecard_list(
        &self,
        person: &PersonId,
        limit: i64,
    ) -> Result<Vec<ScorecardRow>, StoreError> {
        let rows = query!(
            "SELECT scorecard.attempt, scorecard.version, scorecard.rubric, scorecard.payload,
                    scorecard.written_ms
             FROM scorecard JOIN attempt ON attempt.id = scorecard.attempt
             WHERE attempt.person = $1 AND scorecard.version =
                 (SELECT MAX(last.version) FROM scorecard AS last
                  WHERE last.attempt = scorecard.attempt)
             ORDER BY attempt.created_ms DESC, attempt.id DESC LIMIT $2",
            person.as_str(),
            limit
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("scorecard"))?;
        Ok(rows.into_iter().map(|row| scorecard!(row)).collect())
    }
}
