//! Writes what the sentence model makes of every phrasing of the cases of the binary, so that a room
//! opens without reading them: `cargo xtask vectors`. Prints how many there are.
#![expect(clippy::print_stdout, reason = "a command for developers")]

use std::collections::BTreeSet;
use std::path::Path;

use casebook::Authored;
use casingexpert::library;
use interview::matching::{known_of, of_case, texts_of};

#[path = "../../interview/tests/fixture/mod.rs"]
mod fixture;

/// Number sets whose phrasings are read: a few words follow the numbers.
const SEEDS: std::ops::Range<u64> = 0..12;

fn main() -> anyhow::Result<()> {
    let mut texts: BTreeSet<String> = texts_of(&of_case(&fixture::case())).into_iter().collect();
    for (slug, source) in library::embedded() {
        let (authored, problems) = Authored::parse(&source);
        let authored = authored.ok_or_else(|| anyhow::anyhow!("{slug}: {problems:?}"))?;
        for case in SEEDS.filter_map(|seed| authored.case(seed).ok()) {
            texts.extend(texts_of(&of_case(&case)));
        }
    }
    let texts: Vec<String> = texts.into_iter().collect();
    let bytes = known_of(&texts);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interview/models/known.bin");
    std::fs::write(file, &bytes)?;
    println!("{} phrasings, {} bytes", texts.len(), bytes.len());
    Ok(())
}
