//! Opening a file, beginning a write and reading an error, as SQLite has it.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Sqlite, Transaction};
use store_rows::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Writers queue in the pool, so only another program on the same file can make us wait here.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// A request that gets no connection within this is told so.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// Readers never wait for the writer; each costs a thread and a page cache of 2 MB.
const READERS_MAX: u32 = 4;
/// Only the one who runs the instance may look at what candidates wrote.
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

/// One SQLite file: a single writer, a few readers.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) writer: SqlitePool,
    pub(crate) reader: SqlitePool,
}

impl Store {
    /// Opens the file, making it and its folder when there is none, and brings its tables up to date.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        make_private(path).map_err(|cause| unwritable(path, &cause))?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // Each commit is flushed to the disk itself: an acknowledged turn outlives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true)
            // What is deleted is overwritten with zeros, not merely unlinked.
            .pragma("secure_delete", "ON");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.clone())
            .await
            .map_err(|error| opening(path, error))?;
        MIGRATIONS
            .run(&writer)
            .await
            .map_err(|error| migrating(path, error))?;
        let reader = SqlitePoolOptions::new()
            .max_connections(READERS_MAX)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.read_only(true))
            .await
            .map_err(|error| opening(path, error))?;
        Ok(Self { writer, reader })
    }

    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        // A deferred transaction that reads before it writes can fail whatever the timeout is.
        self.writer
            .begin_with("BEGIN IMMEDIATE")
            .await
            .map_err(refused("write"))
    }

    /// Empties the write-ahead log, which still holds what was just deleted.
    pub(crate) async fn forget_deleted(&self) -> Result<(), StoreError> {
        sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.writer)
            .await
            .map_err(refused("write"))?;
        Ok(())
    }

    /// Waits for what is being written and closes the file.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// Every column of every table, as `table.column`, sorted.
    pub async fn columns(&self) -> Result<Vec<String>, StoreError> {
        sqlx::query_scalar(
            "SELECT tables.name || '.' || columns.name
             FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table'
             ORDER BY 1",
        )
        .fetch_all(&self.reader)
        .await
        .map_err(refused("schema"))
    }
}

fn make_private(path: &Path) -> io::Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        DirBuilder::new()
            .recursive(true)
            .mode(FOLDER_MODE)
            .create(folder)?;
    }
    // SQLite gives the write-ahead log and the index beside the file the file's own mode.
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(FILE_MODE)
        .open(path)?;
    Ok(())
}

fn unwritable(path: &Path, cause: &io::Error) -> StoreError {
    if cause.kind() == io::ErrorKind::StorageFull {
        return StoreError::Full {
            cause: cause.to_string(),
        };
    }
    StoreError::Unwritable {
        place: place(path),
        cause: cause.to_string(),
    }
}

fn place(path: &Path) -> String {
    std::path::absolute(path)
        .unwrap_or_else(|_| PathBuf::from(path))
        .display()
        .to_string()
}

fn opening(path: &Path, error: sqlx::Error) -> StoreError {
    match refused("database")(error) {
        StoreError::Unwritable { cause, .. } => StoreError::Unwritable {
            place: place(path),
            cause,
        },
        StoreError::Foreign { cause, .. } => StoreError::Foreign {
            place: place(path),
            cause,
        },
        other => other,
    }
}

fn migrating(path: &Path, error: MigrateError) -> StoreError {
    let known = MIGRATIONS
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0);
    match error {
        MigrateError::VersionMissing(found) if found > known => StoreError::Newer {
            place: place(path),
            found,
            known,
        },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            opening(path, error)
        }
        other => StoreError::Foreign {
            place: place(path),
            cause: other.to_string(),
        },
    }
}

/// Turns SQLite's result code into our error; `what` names the row that was being written.
pub(crate) fn refused(what: &'static str) -> impl Fn(sqlx::Error) -> StoreError {
    move |error| match &error {
        sqlx::Error::Database(said) => {
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
            // https://sqlite.org/rescode.html: the low byte is the primary code.
            let code = said
                .code()
                .and_then(|code| code.parse::<u32>().ok())
                .unwrap_or(0)
                & 0xff;
            match code {
                8 | 10 | 14 => StoreError::Unwritable {
                    place: "file".to_owned(),
                    cause,
                },
                11 | 26 => StoreError::Foreign {
                    place: "file".to_owned(),
                    cause,
                },
                13 => StoreError::Full { cause },
                5 | 6 => StoreError::Unreachable { cause },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_full_disk_says_so_and_keeps_what_was_confirmed() {
        let folder = std::env::temp_dir().join(format!("casingexpert-full-{}", std::process::id()));
        let store = Store::open(&folder.join("casingexpert.db")).await.unwrap();
        store
            .case_snapshot_put("kept", 0, b"small", 0)
            .await
            .unwrap();
        // As many pages as there are now: the next one is what a full disk would refuse.
        sqlx::raw_sql("PRAGMA max_page_count = 1")
            .execute(&store.writer)
            .await
            .unwrap();
        let refused = store
            .case_snapshot_put("more", 0, &[7; 100_000], 0)
            .await
            .unwrap_err();
        assert!(matches!(refused, StoreError::Full { .. }), "{refused}");
        let kept = store.case_snapshot_get("kept", 0).await.unwrap();
        assert_eq!(kept.as_deref(), Some(&b"small"[..]));
        store.close().await;
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
