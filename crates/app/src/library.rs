//! The case library: the cases in the binary and those in the operator's folder, read once at
//! the start. A broken case is named in the log with everything that is wrong with it and left
//! out; it never stops the server.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::Context;
use casebook::{Authored, Case, Source, import_named};
use rust_embed::RustEmbed;

use crate::error::Failure;
use crate::pages::report::Specimen;

/// Filled cases kept in memory. One is about 100 kB; a busy server plays fewer number sets
/// at a time than this.
const CASES_KEPT: usize = 256;

/// The largest file read from a case folder: ten times the longest of ours.
const CASE_FILE_BYTES: u64 = 1024 * 1024;

#[derive(RustEmbed)]
#[folder = "../../cases"]
#[allow_missing = true]
struct Embedded;

/// One case as written, with its first number set filled in for the library pages.
pub struct Listed {
    /// As written.
    pub authored: Authored,
    /// With the authored numbers.
    pub case: Arc<Case>,
}

/// All cases, by slug.
#[derive(Default)]
pub struct CaseLibrary {
    cases: BTreeMap<String, Listed>,
    filled: Mutex<HashMap<(String, u64), Arc<Case>>>,
    specimen: OnceLock<Option<Specimen>>,
}

impl CaseLibrary {
    /// Reads the cases of the binary, then those of `folder`; a case there replaces one of the
    /// same name.
    ///
    /// # Errors
    /// When the folder cannot be read at all.
    pub fn load(folder: Option<&Path>) -> anyhow::Result<Self> {
        let mut library = Self::default();
        for (slug, source) in embedded() {
            library.add(&slug, &source);
        }
        if let Some(folder) = folder {
            let place = || format!("cannot read the case folder `{}`", folder.display());
            for (slug, source) in at(folder).with_context(place)? {
                library.add(&slug, &source);
            }
        }
        tracing::info!(cases = library.cases.len(), "case library read");
        Ok(library)
    }

    /// Takes in one case, or says in the log why not.
    fn add(&mut self, folder: &str, source: &Source) {
        let (authored, problems) = Authored::parse(source);
        for problem in &problems {
            tracing::warn!(case = folder, %problem, "case has a problem");
        }
        let Some(authored) = authored else {
            tracing::error!(case = folder, "case left out");
            return;
        };
        match authored.case(0) {
            Ok(case) => {
                let slug = authored.slug().to_owned();
                self.cases.insert(
                    slug,
                    Listed {
                        authored,
                        case: Arc::new(case),
                    },
                );
            }
            Err(error) => tracing::error!(case = folder, %error, "case left out"),
        }
    }

    /// Every case with its authored numbers, in the order of their titles.
    #[must_use]
    pub fn all(&self) -> Vec<&Listed> {
        let mut all: Vec<&Listed> = self.cases.values().collect();
        all.sort_by(|a, b| a.case.title.cmp(&b.case.title));
        all
    }

    /// The case of that slug.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<&Listed> {
        self.cases.get(slug)
    }

    /// The specimen for the first page, played and scored when it is first asked for; `None`
    /// when no case has a play that runs.
    pub fn specimen(&self) -> Option<&Specimen> {
        self.specimen.get_or_init(|| Specimen::of(self)).as_ref()
    }

    /// The case filled with one number set.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when there is no such case or it has no such number set.
    pub fn case(&self, slug: &str, seed: u64) -> Result<Arc<Case>, Failure> {
        let listed = self.find(slug).ok_or(Failure::NotFound)?;
        if seed == listed.case.seed {
            return Ok(Arc::clone(&listed.case));
        }
        // A panic elsewhere cannot leave half a case in the map.
        let mut filled = self.filled.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (slug.to_owned(), seed);
        if let Some(case) = filled.get(&key) {
            return Ok(Arc::clone(case));
        }
        let case = Arc::new(listed.authored.case(seed).map_err(|_| Failure::NotFound)?);
        if filled.len() >= CASES_KEPT {
            filled.clear();
        }
        filled.insert(key, Arc::clone(&case));
        Ok(case)
    }
}

/// The cases of the binary: folder name and files.
#[must_use]
pub fn embedded() -> BTreeMap<String, Source> {
    let mut cases: BTreeMap<String, Source> = BTreeMap::new();
    for path in Embedded::iter() {
        let (Some((slug, inside)), Some(file)) = (path.split_once('/'), Embedded::get(&path))
        else {
            continue;
        };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        let source = cases.entry(slug.to_owned()).or_default();
        source.files.push((inside.to_owned(), text));
    }
    cases
}

/// The cases at a path: one case folder, or a folder of case folders and neutral YAML files. What
/// is no text or too large is left out and named in the log.
///
/// # Errors
/// When a folder cannot be listed.
pub fn at(root: &Path) -> std::io::Result<BTreeMap<String, Source>> {
    let mut cases = BTreeMap::new();
    let name = |path: &Path| path.file_stem().map(|n| n.to_string_lossy().into_owned());
    if root.join("case.toml").is_file() {
        cases.insert(name(root).unwrap_or_default(), folder(root)?);
        return Ok(cases);
    }
    for entry in std::fs::read_dir(root)? {
        let path = entry?.path();
        let Some(slug) = name(&path) else { continue };
        if path.join("case.toml").is_file() {
            cases.insert(slug, folder(&path)?);
        } else if path
            .extension()
            .is_some_and(|end| end == "yaml" || end == "yml")
            && let Some(source) = text_of(&path).and_then(|yaml| imported(&yaml, &slug))
        {
            cases.insert(slug, source);
        }
    }
    Ok(cases)
}

/// A neutral YAML case as a case folder; what is wrong with it goes to the log.
fn imported(yaml: &str, slug: &str) -> Option<Source> {
    let (source, problems) = import_named(yaml, slug);
    for problem in &problems {
        tracing::warn!(case = slug, %problem, "case has a problem");
    }
    source
}

fn folder(root: &Path) -> std::io::Result<Source> {
    let mut source = Source::default();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Some(text) = text_of(&path) {
                let inside = path.strip_prefix(root).unwrap_or(&path);
                source
                    .files
                    .push((inside.to_string_lossy().into_owned(), text));
            }
        }
    }
    source.files.sort();
    Ok(source)
}

fn text_of(path: &Path) -> Option<String> {
    let small = path.metadata().is_ok_and(|m| m.len() <= CASE_FILE_BYTES);
    let text = small.then(|| std::fs::read_to_string(path).ok()).flatten();
    if text.is_none() {
        tracing::warn!(file = %path.display(), "file of a case is too large or no text; left out");
    }
    text
}
