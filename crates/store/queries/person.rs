//! Statements on persons, their sign-ins, and the sweep of those nobody can reach.

// Statements on person rows, compiled once for each database.

use sqlx::{query, query_as, query_scalar};
use store_rows::{Person, PersonId, StoreError, Swept, TOKEN_HASH_BYTES};

use crate::backend::{Store, refused};

/// A visit is noted to the day: finer would write on every request and tell more than is needed.
const SEEN_STEP_MS: i64 = 24 * 60 * 60 * 1000;

impl Store {
    pub async fn person_create(&self, id: &PersonId, now_ms: i64) -> Result<(), StoreError> {
        query!(
            "INSERT INTO person (id, created_ms, seen_ms) VALUES ($1, $2, $2)",
            id.as_str(),
            now_ms
        )
        .execute(&self.writer)
        .await
        .map_err(refused("person"))?;
        Ok(())
    }

    pub async fn sign_in_create(
        &self,
        person: &PersonId,
        token_hash: &[u8; TOKEN_HASH_BYTES],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        query!(
            "INSERT INTO sign_in (token_hash, person, created_ms, seen_ms) VALUES ($1, $2, $3, $3)",
            &token_hash[..],
            person.as_str(),
            now_ms
        )
        .execute(&self.writer)
        .await
        .map_err(refused("person"))?;
        Ok(())
    }

    pub async fn person_by_token(
        &self,
        token_hash: &[u8; TOKEN_HASH_BYTES],
        now_ms: i64,
    ) -> Result<Option<Person>, StoreError> {
        let found = query_as!(
            Person,
            "SELECT person.id, person.created_ms, sign_in.seen_ms
             FROM sign_in JOIN person ON person.id = sign_in.person
             WHERE sign_in.token_hash = $1",
            &token_hash[..]
        )
        .fetch_optional(&self.reader)
        .await
        .map_err(refused("person"))?;
        if let Some(person) = &found
            && now_ms.saturating_sub(person.seen_ms) >= SEEN_STEP_MS
        {
            self.person_seen(&person.id, token_hash, now_ms).await?;
        }
        Ok(found)
    }

    async fn person_seen(
        &self,
        person: &PersonId,
        token_hash: &[u8; TOKEN_HASH_BYTES],
        now_ms: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        query!(
            "UPDATE sign_in SET seen_ms = $1 WHERE token_hash = $2",
            now_ms,
            &token_hash[..]
        )
        .execute(&mut *tx)
        .await
        .map_err(refused("person"))?;
        query!(
            "UPDATE person SET seen_ms = $1 WHERE id = $2",
            now_ms,
            person.as_str()
        )
        .execute(&mut *tx)
        .await
        .map_err(refused("person"))?;
        tx.commit().await.map_err(refused("person"))
    }

    pub async fn person_delete(&self, person: &PersonId) -> Result<(), StoreError> {
        let gone = query!("DELETE FROM person WHERE id = $1", person.as_str())
            .execute(&self.writer)
            .await
            .map_err(refused("person"))?
            .rows_affected();
        if gone == 0 {
            return Err(StoreError::Missing {
                what: "person".to_owned(),
            });
        }
        self.forget_deleted().await
    }

    pub async fn sweep(&self, before_ms: i64) -> Result<Swept, StoreError> {
        let mut tx = self.begin().await?;
        let sign_ins = query!("DELETE FROM sign_in WHERE seen_ms < $1", before_ms)
            .execute(&mut *tx)
            .await
            .map_err(refused("sign-in"))?
            .rows_affected();
        let persons = query!("DELETE FROM person WHERE seen_ms < $1", before_ms)
            .execute(&mut *tx)
            .await
            .map_err(refused("person"))?
            .rows_affected();
        let snapshots = query!(
            "DELETE FROM case_snapshot WHERE written_ms < $1 AND NOT EXISTS (
                 SELECT 1 FROM attempt
                 WHERE attempt.case_hash = case_snapshot.case_hash
                   AND attempt.seed = case_snapshot.seed)",
            before_ms
        )
        .execute(&mut *tx)
        .await
        .map_err(refused("case"))?
        .rows_affected();
        tx.commit().await.map_err(refused("sweep"))?;
        if persons > 0 {
            self.forget_deleted().await?;
        }
        Ok(Swept {
            persons,
            sign_ins,
            snapshots,
        })
    }

    pub async fn person_count(&self) -> Result<i64, StoreError> {
        query_scalar!(r#"SELECT COUNT(*) AS "n!: i64" FROM person"#)
            .fetch_one(&self.reader)
            .await
            .map_err(refused("person"))
    }
}
