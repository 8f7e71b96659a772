//! The house rules that a machine can check. All breaches are listed at once.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::{edges, promises, traces};

/// A file longer than this is split; a table of data is exempt, see [`is_table`].
const FILE_LINES: usize = 600;

/// A function longer than this is split, tests included.
const FUNCTION_LINES: usize = 70;

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &[
    "manager", "service", "helper", "helpers", "util", "utils", "misc", "common",
];

/// Texts that must not be left in Rust code, with why.
const LEFT_IN: &[(&str, &str)] = &[
    (concat!("#[ign", "ore"), "an ignored test cannot fail"),
    (concat!("FIX", "ME"), "open work belongs in an issue"),
    (
        concat!("thread::sl", "eep("),
        "wait for what happens, not for time",
    ),
];

/// Checks every tracked Rust file and the dependency edges.
pub(crate) fn run() -> Result<()> {
    let root = root()?;
    let mut problems = edges::problems()?;
    let mut sources = Vec::new();
    for file in tracked(&root, "*.rs")? {
        let text = std::fs::read_to_string(root.join(&file))
            .with_context(|| format!("reading {}", file.display()))?;
        check_file(&file, &text, &mut problems);
        sources.push((file.display().to_string(), text));
    }
    problems.extend(promises::problems(&root, &sources)?);
    let mut scripts = Vec::new();
    for file in tracked(&root, "crates/app/static/**.js")? {
        let text = std::fs::read_to_string(root.join(&file))?;
        scripts.push((file.display().to_string(), text));
    }
    problems.extend(traces::problems(&root, &sources, &scripts)?);
    if problems.is_empty() {
        println!("tidy: nothing to mend");
        return Ok(());
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    bail!("tidy: {} to mend", problems.len());
}

fn check_file(file: &Path, text: &str, problems: &mut Vec<String>) {
    let name = file.display();
    let lines = text.lines().count();
    if lines > FILE_LINES && !is_table(text) {
        problems.push(format!("{name}: {lines} lines, split at {FILE_LINES}"));
    }
    if !text.starts_with("//") {
        problems.push(format!(
            "{name}: begins with no comment that says what it is"
        ));
    }
    let stem = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or("");
    if EMPTY_NAMES.contains(&stem) {
        problems.push(format!("{name}: the name says nothing"));
    }
    for (left, why) in LEFT_IN {
        for (at, line) in text.lines().enumerate() {
            if line.contains(left) {
                problems.push(format!("{name}:{}: `{left}`: {why}", at + 1));
            }
        }
    }
    match syn::parse_file(text) {
        Ok(parsed) => Lengths { file, problems }.visit_file(&parsed),
        Err(error) => problems.push(format!("{name}: does not parse: {error}")),
    }
}

/// A file whose first lines say `Table of data` holds rows, not logic.
fn is_table(text: &str) -> bool {
    text.lines()
        .take(3)
        .any(|line| line.contains("Table of data"))
}

struct Lengths<'a> {
    file: &'a Path,
    problems: &'a mut Vec<String>,
}

impl Lengths<'_> {
    fn measure(&mut self, name: &syn::Ident, block: &syn::Block) {
        let (from, to) = (block.span().start().line, block.span().end().line);
        let lines = to - from + 1;
        if lines > FUNCTION_LINES {
            let file = self.file.display();
            self.problems.push(format!(
                "{file}:{from}: `{name}` has {lines} lines, split at {FUNCTION_LINES}"
            ));
        }
    }
}

impl<'ast> Visit<'ast> for Lengths<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.measure(&item.sig.ident, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.measure(&item.sig.ident, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
}

pub(crate) fn root() -> Result<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(manifest
        .parent()
        .context("xtask lies in the workspace")?
        .to_owned())
}

fn tracked(root: &Path, pattern: &str) -> Result<Vec<PathBuf>> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
            "--",
            pattern,
        ])
        .current_dir(root)
        .output()
        .context("listing files with git")?;
    if !listed.status.success() {
        bail!("git ls-files failed in {}", root.display());
    }
    Ok(String::from_utf8_lossy(&listed.stdout)
        .split('\0')
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .filter(|path| root.join(path).exists())
        .collect())
}
