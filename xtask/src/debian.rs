//! Installs Debian packages that tests need, when they are missing. Never touches anything else.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Where a program may live besides `PATH`.
const POSTGRES_ROOT: &str = "/usr/lib/postgresql";

/// The client that reads a database file without the product.
const SQLITE_SHELL: &str = "/usr/bin/sqlite3";

/// Finds Chromium.
pub(crate) fn chromium() -> Option<PathBuf> {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
        .into_iter()
        .map(PathBuf::from)
        .find(|p| p.exists())
}

/// Finds the folder that holds `initdb` and `pg_ctl`, newest version first.
pub(crate) fn postgres_bin() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir(POSTGRES_ROOT)
        .ok()?
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists() && bin.join("pg_ctl").exists())
        .collect();
    versions.sort();
    versions.pop()
}

/// Installs Chromium, PostgreSQL and the SQLite shell when one is missing.
pub(crate) fn install_missing() -> Result<()> {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    if postgres_bin().is_none() {
        packages.push("postgresql");
    }
    if !Path::new(SQLITE_SHELL).exists() {
        packages.push("sqlite3");
    }
    if packages.is_empty() {
        return Ok(());
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!(
            "the tests need {}: install them, then run again",
            packages.join(" and ")
        );
    }
    apt(&["update", "-q"])?;
    let mut install = vec!["install", "-y", "-q", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)
}

/// Whether this process may do everything.
pub(crate) fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

fn apt(args: &[&str]) -> Result<()> {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    };
    let status = command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(args)
        .status()
        .context("starting apt-get")?;
    if !status.success() {
        bail!(
            "apt-get {} failed: run it by hand as root, then run `cargo xtask test` again",
            args.join(" ")
        );
    }
    Ok(())
}
