//! Statements on correction rules and how they fared.

// Statements on rule rows, compiled once for each database.

use sqlx::{query, query_as, query_scalar};
use store_rows::{AttemptId, PersonId, RuleRow, StoreError};

use crate::backend::{Store, refused};

impl Store {
    pub async fn rule_set(
        &self,
        person: &PersonId,
        attempt: &AttemptId,
        payload: &[u8],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        let written = query!(
            "INSERT INTO correction_rule (attempt, person, payload, written_ms)
             SELECT $1, $2, $3, $4
             WHERE EXISTS (SELECT 1 FROM attempt WHERE id = $1 AND person = $2)
             ON CONFLICT (attempt) DO UPDATE
             SET payload = excluded.payload, written_ms = excluded.written_ms",
            attempt.as_str(),
            person.as_str(),
            payload,
            now_ms
        )
        .execute(&self.writer)
        .await
        .map_err(refused("rule"))?
        .rows_affected();
        missing_unless(written, "attempt")
    }

    pub async fn rule_of(&self, attempt: &AttemptId) -> Result<Option<RuleRow>, StoreError> {
        query_as!(
            RuleRow,
            "SELECT attempt, payload, written_ms FROM correction_rule WHERE attempt = $1",
            attempt.as_str()
        )
        .fetch_optional(&self.reader)
        .await
        .map_err(refused("rule"))
    }

    pub async fn rule_latest(&self, person: &PersonId) -> Result<Option<RuleRow>, StoreError> {
        query_as!(
            RuleRow,
            "SELECT attempt, payload, written_ms FROM correction_rule
             WHERE person = $1 ORDER BY written_ms DESC, attempt DESC LIMIT 1",
            person.as_str()
        )
        .fetch_optional(&self.reader)
        .await
        .map_err(refused("rule"))
    }

    pub async fn rule_answer(&self, attempt: &AttemptId, held: bool) -> Result<(), StoreError> {
        let written = query!(
            "UPDATE attempt SET rule_held = $1 WHERE id = $2",
            held,
            attempt.as_str()
        )
        .execute(&self.writer)
        .await
        .map_err(refused("attempt"))?
        .rows_affected();
        missing_unless(written, "attempt")
    }

    pub async fn rule_answers(&self, rule_of: &AttemptId) -> Result<Vec<bool>, StoreError> {
        query_scalar!(
            r#"SELECT rule_held AS "held!" FROM attempt
               WHERE rule_from = $1 AND rule_held IS NOT NULL ORDER BY created_ms, id"#,
            rule_of.as_str()
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("attempt"))
    }
}

fn missing_unless(written: u64, what: &str) -> Result<(), StoreError> {
    if written == 0 {
        return Err(StoreError::Missing {
            what: what.to_owned(),
        });
    }
    Ok(())
}
