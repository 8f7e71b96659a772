//! `cargo xtask queries`: asks both databases what each statement takes and gives, and writes the
//! answers to `.sqlx` in the crate, so that building needs no database.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::postgres::Cluster;

/// Writes both folders anew.
pub(crate) fn run() -> Result<()> {
    debian::install_missing()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("queries.db");
    let sqlite = PathBuf::from("crates/store_sqlite");
    for migration in migrations(&sqlite)? {
        feed(Command::new("sqlite3").arg(&file), &migration)?;
    }
    describe(&sqlite, "SQLITE_URL", &format!("sqlite:{}", file.display()))?;

    let cluster = Cluster::start()?;
    let pg = PathBuf::from("crates/store_pg");
    for migration in migrations(&pg)? {
        let mut psql = Command::new("psql");
        psql.args(["-q", "-v", "ON_ERROR_STOP=1"])
            .arg(cluster.url());
        feed(&mut psql, &migration)?;
    }
    describe(&pg, "PG_URL", &cluster.url())
}

/// A crate's migrations, oldest first.
fn migrations(package: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(package.join("migrations"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn feed(client: &mut Command, sql: &Path) -> Result<()> {
    let name = client.get_program().display().to_string();
    let status = client
        .stdin(Stdio::from(File::open(sql)?))
        .status()
        .with_context(|| format!("starting {name}: install it with `apt-get install {name}`"))?;
    if !status.success() {
        bail!("{} does not run: see above", sql.display());
    }
    Ok(())
}

/// Compiles the crate against a live database; the macros write what they learn.
fn describe(package: &Path, variable: &str, url: &str) -> Result<()> {
    let answers = std::path::absolute(package.join(".sqlx"))?;
    if answers.exists() {
        fs::remove_dir_all(&answers)?;
    }
    fs::create_dir(&answers)?;
    // Cargo cannot see that the database changed: make the crate look new.
    File::options()
        .append(true)
        .open(package.join("src/lib.rs"))?
        .set_modified(SystemTime::now())?;
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--quiet", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", &answers)
        .env(variable, url)
        .status()?;
    if !status.success() {
        bail!(
            "{}: a statement does not fit the database, see above",
            package.display()
        );
    }
    println!(
        "{}: {} statements",
        package.display(),
        fs::read_dir(&answers)?.count()
    );
    Ok(())
}
