//! The databases a test runs on: a fresh SQLite file always, PostgreSQL when `PG_TEST_URL` is set.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use store::Store;

/// Opens every database there is to test on, each with its name.
pub(crate) async fn each(test: &str) -> Vec<(&'static str, Store)> {
    let file = fresh_folder(test).join("casingexpert.db");
    let sqlite = Store::open(&format!("sqlite:{}", file.display()))
        .await
        .unwrap();
    let mut all = vec![("SQLite", sqlite)];
    match std::env::var("PG_TEST_URL") {
        Ok(url) => all.push(("PostgreSQL", Store::open(&url).await.unwrap())),
        // Straight to the terminal: what is printed inside a passing test is swallowed.
        Err(_) => {
            let notice = format!(
                "SKIPPED: {test} on PostgreSQL; `cargo xtask test` runs it, or set PG_TEST_URL\n"
            );
            std::io::stderr().write_all(notice.as_bytes()).unwrap();
        }
    }
    all
}

/// A folder that no other test uses, not yet made.
pub(crate) fn fresh_folder(test: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}-{:032x}", unique()))
}

/// Bytes of an id that no other row has, also in a database that earlier runs have used.
pub(crate) fn fresh_id() -> [u8; 16] {
    unique().to_be_bytes()
}

fn unique() -> u128 {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let nanos = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_nanos();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    (nanos << 40) | (u128::from(std::process::id() & 0xff_ffff) << 16) | u128::from(count & 0xffff)
}
