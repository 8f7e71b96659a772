//! The candidate's issue tree beside the case's, with what is missing.

use casebook::{Branch, Case, SegmentKind, Weight};
use interview::{Entry, TreeBranch};
use scoring::Scorecard;

use super::said;

/// The two trees.
pub(crate) struct StructureView {
    /// Whether the structure part was reached at all.
    pub reached: bool,
    /// What the client wants.
    pub goal: String,
    /// What was laid out.
    pub yours: Vec<BranchView>,
    /// The reference.
    pub reference: Vec<BranchView>,
    /// What the crux is.
    pub crux: String,
    /// Names of structures that would pass as well.
    pub alternatives: Vec<String>,
}

/// A branch with its leaves.
pub(crate) struct BranchView {
    pub label: String,
    pub why: String,
    pub first: bool,
    pub missing: bool,
    pub leaves: Vec<(String, bool)>,
}

/// Both trees of an attempt.
pub(crate) fn of(case: &Case, card: &Scorecard, entries: &[Entry]) -> StructureView {
    let part = case
        .segments
        .iter()
        .find(|s| s.kind == SegmentKind::Structure);
    let score = part.and_then(|p| card.segments.iter().find(|s| s.segment == p.id));
    let missed = score.map(|s| s.missed.as_slice()).unwrap_or_default();
    let tree = said::tree(entries);
    let structure = &case.structure;
    StructureView {
        reached: score.is_some(),
        goal: case.objective.text.clone(),
        yours: tree
            .map(|t| t.branches.iter().map(yours).collect())
            .unwrap_or_default(),
        reference: structure
            .branches
            .iter()
            .filter(|b| b.weight != Weight::Generic)
            .map(|b| reference(b, missed, &structure.test_first))
            .collect(),
        crux: structure.crux.clone(),
        alternatives: structure
            .alternatives
            .iter()
            .map(|a| a.label.clone())
            .collect(),
    }
}

fn yours(branch: &TreeBranch) -> BranchView {
    BranchView {
        label: branch.label.clone(),
        why: String::new(),
        first: branch.first,
        missing: false,
        leaves: branch
            .children
            .iter()
            .map(|leaf| (leaf.label.clone(), false))
            .collect(),
    }
}

fn reference(branch: &Branch, missed: &[String], test_first: &[String]) -> BranchView {
    let leaves = branch
        .children
        .iter()
        .filter(|leaf| leaf.weight != Weight::Generic);
    BranchView {
        label: branch.label.clone(),
        why: branch.why.clone(),
        first: test_first.first() == Some(&branch.id),
        missing: missed.contains(&branch.id),
        leaves: leaves
            .map(|leaf| (leaf.label.clone(), missed.contains(&leaf.id)))
            .collect(),
    }
}
