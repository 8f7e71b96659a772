//! Reaching a server, beginning a write and reading an error, as PostgreSQL has it.

use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Postgres, Transaction};
use store_rows::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// A request that gets no connection within this is told so.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// PostgreSQL allows a hundred connections unless told otherwise; ours leave room for others.
const CONNECTIONS_MAX: u32 = 10;

/// One PostgreSQL database. Reads and writes share the pool.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) writer: PgPool,
    pub(crate) reader: PgPool,
}

impl Store {
    /// Connects and brings the tables up to date.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url).map_err(|error| StoreError::Address {
            address: "postgres://...".to_owned(),
            why: error.to_string(),
        })?;
        let place = place(&options);
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS_MAX)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.application_name("casingexpert"))
            .await
            .map_err(|error| StoreError::Unreachable {
                cause: format!("{place}: {error}"),
            })?;
        MIGRATIONS
            .run(&pool)
            .await
            .map_err(|error| migrating(&place, error))?;
        Ok(Self {
            writer: pool.clone(),
            reader: pool,
        })
    }

    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.writer.begin().await.map_err(refused("write"))
    }

    /// The server overwrites deleted rows when it next vacuums; there is nothing to ask of it here.
    #[expect(
        clippy::unused_async,
        reason = "SQLite has something to do at this point"
    )]
    pub(crate) async fn forget_deleted(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Waits for what is being written and closes the connections.
    pub async fn close(&self) {
        self.writer.close().await;
    }

    /// Every column of every table, as `table.column`, sorted.
    pub async fn columns(&self) -> Result<Vec<String>, StoreError> {
        sqlx::query_scalar(
            "SELECT table_name || '.' || column_name FROM information_schema.columns
             WHERE table_schema = current_schema()
             ORDER BY 1",
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("schema"))
    }
}

/// Where the database is, without user and password.
fn place(options: &PgConnectOptions) -> String {
    format!(
        "{} on {}:{}",
        options.get_database().unwrap_or("postgres"),
        options.get_host(),
        options.get_port()
    )
}

fn migrating(place: &str, error: MigrateError) -> StoreError {
    let known = MIGRATIONS
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0);
    match error {
        MigrateError::VersionMissing(found) if found > known => StoreError::Newer {
            place: place.to_owned(),
            found,
            known,
        },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            refused("database")(error)
        }
        other => StoreError::Foreign {
            place: place.to_owned(),
            cause: other.to_string(),
        },
    }
}

/// Turns PostgreSQL's state into our error; `what` names the row that was being written.
pub(crate) fn refused(what: &'static str) -> impl Fn(sqlx::Error) -> StoreError {
    move |error| match &error {
        sqlx::Error::Database(said) => {
            // Never the `DETAIL` line: it quotes the row.
            let cause = said.message().to_owned();
            if said.is_unique_violation() {
                return StoreError::Conflict {
                    what: what.to_owned(),
                };
            }
            if said.is_foreign_key_violation() {
                return StoreError::Missing {
                    what: format!("row for this {what} to belong to"),
                };
            }
            let state = said.code().unwrap_or_default().into_owned();
            match state.as_str() {
                "53100" => StoreError::Full { cause },
                "57P01" | "57P02" | "57P03" | "53300" => StoreError::Unreachable { cause },
                _ if state.starts_with("08") => StoreError::Unreachable { cause },
                _ => StoreError::Refused { cause },
            }
        }
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => {
            StoreError::Unreachable {
                cause: error.to_string(),
            }
        }
        _ => StoreError::Refused {
            cause: error.to_string(),
        },
    }
}
