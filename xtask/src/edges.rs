//! Which crate may know which. The compiler forbids cycles; this forbids the rest.

use anyhow::Result;
use cargo_metadata::{DependencyKind, MetadataCommand};

/// Every allowed edge inside the workspace, besides those of `xtask`.
const ALLOWED: &[(&str, &[&str])] = &[
    ("casebook", &[]),
    ("interview", &["casebook"]),
    ("scoring", &["casebook", "interview"]),
    ("privacy", &[]),
    ("store_rows", &[]),
    ("store_sqlite", &["store_rows"]),
    ("store_pg", &["store_rows"]),
    ("store", &["store_rows", "store_sqlite", "store_pg"]),
    (
        "casingexpert",
        &["casebook", "interview", "scoring", "privacy", "store"],
    ),
    ("xtask", &["privacy"]),
];

/// Crates that may neither wait nor touch the world.
const PURE: &[&str] = &["casebook", "interview", "scoring", "privacy"];

/// Packages that a pure crate must not depend on.
const IMPURE: &[&str] = &[
    "tokio",
    "axum",
    "sqlx",
    "reqwest",
    "jiff",
    "chrono",
    "getrandom",
    "rand",
];

/// All edges that are not on the list.
pub(crate) fn problems() -> Result<Vec<String>> {
    let metadata = MetadataCommand::new().no_deps().exec()?;
    let mut problems = Vec::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            problems.push(format!(
                "{name}: a crate that xtask/src/edges.rs does not list"
            ));
            continue;
        };
        for dependency in &package.dependencies {
            let other = dependency.name.as_str();
            let ours = ALLOWED.iter().any(|(known, _)| *known == other);
            if dependency.kind != DependencyKind::Normal {
                continue;
            }
            if ours && !allowed.contains(&other) {
                problems.push(format!(
                    "{name} depends on {other}: not on the list of edges"
                ));
            }
            if PURE.contains(&name) && IMPURE.contains(&other) {
                problems.push(format!("{name} is pure and depends on {other}"));
            }
        }
    }
    Ok(problems)
}
