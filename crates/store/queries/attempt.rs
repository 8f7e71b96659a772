//! Statements on attempts: planned, closed, listed, deleted.

// Statements on attempt rows, compiled once for each database.

use sqlx::query;
use store_rows::{Attempt, AttemptId, NewAttempt, PersonId, StoreError};

use crate::backend::{Store, refused};

/// Builds an [`Attempt`] from the record of any statement that selects its columns.
macro_rules! attempt {
    ($row:expr) => {{
        let row = $row;
        Attempt {
            id: row.id.into(),
            person: row.person.into(),
            slug: row.slug,
            case_hash: row.case_hash,
            seed: row.seed.cast_unsigned(),
            engine: version(row.engine),
            reader: version(row.reader),
            plan: row.plan.into(),
            created_ms: row.created_ms,
            closed_ms: row.closed_ms,
            cause: row.cause,
            rule_held: row.rule_held,
        }
    }};
}

/// Versions were `u32` when they were written.
pub(super) fn version(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or(u32::MAX)
}

impl Store {
    pub async fn attempt_create(&self, new: &NewAttempt) -> Result<(), StoreError> {
        query!(
            "INSERT INTO attempt (id, person, slug, case_hash, seed, engine, reader, plan,
                                  created_ms, rule_from)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            new.id.as_str(),
            new.person.as_str(),
            new.slug,
            new.case_hash,
            new.seed.cast_signed(),
            i64::from(new.engine),
            i64::from(new.reader),
            &new.plan[..],
            new.created_ms,
            new.rule_from.as_ref().map(AttemptId::as_str)
        )
        .execute(&self.writer)
        .await
        .map_err(refused("attempt"))?;
        Ok(())
    }

    pub async fn attempt_by_id(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        let row = query!(
            "SELECT id, person, slug, case_hash, seed, engine, reader, plan, created_ms,
                    closed_ms, cause, rule_held
             FROM attempt WHERE id = $1",
            id.as_str()
        )
        .fetch_optional(&self.reader)
        .await
        .map_err(refused("attempt"))?;
        Ok(row.map(|row| attempt!(row)))
    }

    pub async fn attempt_list(
        &self,
        person: &PersonId,
        limit: i64,
    ) -> Result<Vec<Attempt>, StoreError> {
        let rows = query!(
            "SELECT id, person, slug, case_hash, seed, engine, reader, plan, created_ms,
                    closed_ms, cause, rule_held
             FROM attempt WHERE person = $1 ORDER BY created_ms DESC, id DESC LIMIT $2",
            person.as_str(),
            limit
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("attempt"))?;
        Ok(rows.into_iter().map(|row| attempt!(row)).collect())
    }

    pub async fn attempt_close(
        &self,
        id: &AttemptId,
        cause: &str,
        now_ms: i64,
    ) -> Result<bool, StoreError> {
        let closed = query!(
            "UPDATE attempt SET closed_ms = $1, cause = $2 WHERE id = $3 AND closed_ms IS NULL",
            now_ms,
            cause,
            id.as_str()
        )
        .execute(&self.writer)
        .await
        .map_err(refused("attempt"))?
        .rows_affected();
        if closed == 0 && self.attempt_by_id(id).await?.is_none() {
            return Err(StoreError::Missing {
                what: "attempt".to_owned(),
            });
        }
        Ok(closed > 0)
    }

    pub async fn attempt_delete(
        &self,
        person: &PersonId,
        id: &AttemptId,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let gone = query!(
            "DELETE FROM attempt WHERE id = $1 AND person = $2",
            id.as_str(),
            person.as_str()
        )
        .execute(&mut *tx)
        .await
        .map_err(refused("attempt"))?
        .rows_affected();
        tx.commit().await.map_err(refused("attempt"))?;
        if gone == 0 {
            return Err(StoreError::Missing {
                what: "attempt".to_owned(),
            });
        }
        self.forget_deleted().await
    }

    pub async fn attempt_stale(&self, before_ms: i64) -> Result<Vec<AttemptId>, StoreError> {
        let rows = query!(
            "SELECT id FROM attempt
             WHERE closed_ms IS NULL AND created_ms < $1 AND NOT EXISTS (
                 SELECT 1 FROM journal
                 WHERE journal.attempt = attempt.id AND journal.written_ms >= $1)
             ORDER BY created_ms",
            before_ms
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("attempt"))?;
        Ok(rows.into_iter().map(|row| row.id.into()).collect())
    }
}
