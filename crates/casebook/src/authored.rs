//! A case folder that has been read: what can be played at any seed, and what is wrong with it.

use sha2::{Digest, Sha256};

use crate::build;
use crate::define::{Named, named};
use crate::document::{Table, merge};
use crate::draw::{DRAWS, NoVariant, SplitMix64, authored, draw};
use crate::formula::Fault;
use crate::names::Values;
use crate::source::{Place, Problem, Source};
use crate::template::Template;
use crate::{Case, Exact};

/// A case as its author wrote it.
#[derive(Debug, Clone)]
pub struct Authored {
    pub(crate) source: Source,
    pub(crate) whole: Table,
    pub(crate) named: Named,
    slug: String,
    hash: String,
}

impl Authored {
    /// Reads a folder. Everything wrong with it is listed at once; the value is there
    /// whenever the folder has a slug, however many problems it has.
    #[must_use]
    pub fn parse(source: &Source) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let whole = merge(source, &mut problems);
        let Some(slug) = whole.raw("slug").filter(|slug| is_slug(slug)) else {
            problems.push(Problem::at(
                &Place::start("case.toml"),
                "the case has no usable `slug`",
                "add slug = \"lower-case-words\", the name of its folder",
            ));
            return (None, problems);
        };
        let made = Self {
            slug: slug.to_owned(),
            hash: hash(source),
            source: source.clone(),
            named: named(&whole, &mut problems),
            whole,
        };
        let values = made.authored_values();
        let (_, more) = build::case(source, &made.whole, &values, 0, &made.hash);
        problems.extend(more);
        problems.sort();
        problems.dedup();
        (Some(made), problems)
    }

    /// Folder name and URL part.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// SHA-256 of the files, lower-case hex.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The case at a seed; 0 is the authored numbers.
    ///
    /// # Errors
    /// When the constraints let none of the drawn number sets through.
    pub fn case(&self, seed: u64) -> Result<Case, NoVariant> {
        let values = self.values(seed)?;
        let (case, _) = build::case(&self.source, &self.whole, &values, seed, &self.hash);
        Ok(case)
    }

    /// Name (`strong`) and text of each scripted attempt.
    #[must_use]
    pub fn plays(&self) -> Vec<(String, String)> {
        let name = |path: &str| {
            let inner = path.strip_prefix("plays/")?.strip_suffix(".play")?;
            Some(inner.to_owned())
        };
        let files = self.source.files.iter();
        files
            .filter_map(|(path, text)| Some((name(path)?, text.clone())))
            .collect()
    }

    /// A text with this case's figures at a seed, as plays are.
    ///
    /// # Errors
    /// When the text or the seed is no good; the place counts from the text's start.
    pub fn fill(&self, template: &str, seed: u64) -> Result<String, Problem> {
        let start = Place::start("text");
        let values = self.values(seed).map_err(|no_variant| {
            Problem::at(&start, no_variant.to_string(), "choose another seed")
        })?;
        let filled = Template::read(template).and_then(|read| read.fill(&values, ""));
        filled.map_err(|flaw| Problem::at(&start.inside(template, flaw.at), flaw.what, flaw.mend))
    }

    pub(crate) fn authored_values(&self) -> Values<'_> {
        Values::new(&self.named.definitions, authored(&self.named.parameters))
    }

    /// The values of a seed: the first drawn set that keeps every constraint.
    pub(crate) fn values(&self, seed: u64) -> Result<Values<'_>, NoVariant> {
        if seed == 0 {
            return Ok(self.authored_values());
        }
        let mut dice = SplitMix64::of(&self.slug, seed);
        let mut failures = vec![0_usize; self.named.constraints.len()];
        for _ in 0..DRAWS {
            let drawn = draw(&self.named.parameters, &mut dice);
            let values = Values::new(&self.named.definitions, drawn);
            match self.broken(&values) {
                None => return Ok(values),
                Some(constraint) => failures[constraint] += 1,
            }
        }
        let worst = failures.iter().enumerate().max_by_key(|(_, count)| **count);
        let broken = worst.map(|(at, _)| self.named.constraints[at].name.clone());
        Err(NoVariant {
            slug: self.slug.clone(),
            seed,
            broken: broken.unwrap_or_default(),
        })
    }

    /// The first constraint that does not hold.
    pub(crate) fn broken(&self, values: &Values<'_>) -> Option<usize> {
        let holds = |definition: usize| -> Result<bool, Fault> {
            Ok(values.of(definition)? != Exact::zero())
        };
        let mut constraints = self.named.constraints.iter();
        constraints.position(|constraint| holds(constraint.definition) != Ok(true))
    }
}

fn is_slug(slug: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !slug.is_empty() && slug.len() <= 64 && slug.chars().all(letters)
}

/// Length-prefixed, in path order, so that no two folders hash alike.
fn hash(source: &Source) -> String {
    let mut files: Vec<_> = source.files.iter().collect();
    files.sort();
    let mut hash = Sha256::new();
    for (path, text) in files {
        for part in [path, text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
