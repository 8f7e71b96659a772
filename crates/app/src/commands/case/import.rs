//! `case import`: neutral YAML to a case folder.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use casebook::{Authored, import_named};

/// Makes the folder and prints what the author has yet to mend. Never writes over a case.
pub(super) fn run(file: &Path, to: &Path, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let yaml = std::fs::read_to_string(file)
        .with_context(|| format!("cannot read `{}`", file.display()))?;
    let Some(slug) = file.file_stem().and_then(|stem| stem.to_str()) else {
        bail!(
            "`{}` has no name to make a slug of; rename it",
            file.display()
        );
    };
    let (source, mut problems) = import_named(&yaml, slug);
    if let Some(source) = source {
        let folder = to.join(slug);
        if folder.exists() {
            bail!(
                "`{}` is there already; move it away or use --to",
                folder.display()
            );
        }
        for (path, text) in &source.files {
            let target = folder.join(path);
            let parent = target.parent().unwrap_or(&folder);
            std::fs::create_dir_all(parent)
                .and_then(|()| std::fs::write(&target, text))
                .with_context(|| format!("cannot write `{}`", target.display()))?;
        }
        problems.extend(Authored::parse(&source).1);
        writeln!(
            out,
            "made {} with {} files",
            folder.display(),
            source.files.len()
        )?;
    }
    for problem in &problems {
        writeln!(out, "{slug}/{problem}")?;
    }
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
