//! The case to play next, and why that one.

use casebook::Case;
use scoring::{DimensionScore, Tried};

use super::super::past::Past;
use crate::library::CaseLibrary;
use crate::scored::Material;
use crate::words::kind_line;

/// A suggestion with its reason.
pub(crate) struct NextCase {
    pub slug: String,
    pub title: String,
    pub kind: String,
    pub reason: String,
}

/// The best next case after this attempt; `None` when there is no other. `past` is newest first.
pub(crate) fn choose(
    library: &CaseLibrary,
    material: &Material,
    past: &[Past],
    id: &str,
) -> Option<NextCase> {
    let scored = past.iter().rev().filter(|p| p.id != id);
    let mut history: Vec<Tried> = scored
        .filter_map(|p| p.outcome.as_ref().map(|o| tried(&p.slug, &o.dimensions)))
        .collect();
    history.push(tried(&material.case.slug, &material.card.dimensions));
    let cases: Vec<&Case> = library.all().into_iter().map(|l| l.case.as_ref()).collect();
    let (slug, reason) = scoring::next_case(&history, &cases)?;
    let case = library.find(&slug).map(|l| &l.case)?;
    let (title, kind) = (case.title.clone(), kind_line(case));
    Some(NextCase {
        slug,
        title,
        kind,
        reason,
    })
}

fn tried(slug: &str, dimensions: &[DimensionScore]) -> Tried {
    let tested = dimensions.iter().filter(|d| d.calibrated);
    Tried {
        slug: slug.to_owned(),
        levels: tested
            .filter_map(|d| d.level.map(|level| (d.dimension, level)))
            .collect(),
    }
}
