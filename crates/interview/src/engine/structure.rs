//! The plan: presented in words or as a tree, probed at most twice, then followed.

use casebook::Weight;

use super::floor::{Floor, Heard};
use super::state::PLAN_WORDS_MIN;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Output, Tree};

/// Probes on a plan, a challenge included: more would turn the part into an examination of it.
const PROBES_MAX: usize = 2;

/// A plan that touches fewer items of the case than this would fit any company.
const SPECIFIC_ITEMS_MIN: usize = 2;

/// Ways to name what comes first.
const PRIORITY: &[&str] = &[
    "start with",
    "begin with",
    "first test",
    "test first",
    "most important",
    "prioritise",
    "prioritize",
    "focus on",
    "the key",
    "biggest",
    "matters most",
    "priority",
    "start from",
    "begin by",
    "start by",
    "first of all i would check",
    "look first",
    "crux",
    "decides",
];

impl Floor<'_> {
    /// A tree from the editor: it is the plan, wherever in the opening it comes.
    pub(crate) fn take_tree(&mut self, heard: Heard<'_>) {
        match self.kind() {
            Some(casebook::SegmentKind::Clarify) => {
                self.enter_structure_quietly();
                self.structure(heard);
            }
            Some(casebook::SegmentKind::Structure) if !self.state.choosing => self.structure(heard),
            _ => self.allow("return", Phrase::Thanks),
        }
    }

    /// The structure begins by what the candidate does; it need not be asked for.
    pub(crate) fn enter_structure_quietly(&mut self) {
        let structure = casebook::SegmentKind::Structure;
        if let Some(segment) = self.case.segments.iter().find(|s| s.kind == structure) {
            self.put(Output::Entered {
                segment: segment.id.clone(),
            });
        }
    }

    /// An utterance in the structure.
    pub(crate) fn structure(&mut self, heard: Heard<'_>) {
        let part = &self.state.part;
        let used = part.probes.len() + usize::from(part.pushed.is_some());
        if part.covered.words < PLAN_WORDS_MIN && heard.reading.tree.is_none() && used < PROBES_MAX
        {
            self.probe("more", Phrase::ProbeThin, &[]);
            return;
        }
        if used >= PROBES_MAX || !self.probe_plan(heard, used) {
            self.leave();
        }
    }

    /// Asks for the weightiest thing that the plan lacks; false when it lacks nothing.
    fn probe_plan(&mut self, heard: Heard<'_>, used: usize) -> bool {
        let tree = heard.reading.tree.as_ref();
        let first_plan = used == 0 || self.state.part.probed("more");
        if first_plan && !self.has_priority(heard) && !self.state.part.probed("priority") {
            self.probe("priority", Phrase::ProbePriority, &[]);
        } else if first_plan && self.is_generic() && !self.state.part.probed("generic") {
            self.probe("generic", Phrase::ProbeGeneric, &[]);
        } else if first_plan && tree.is_some_and(is_flat) && !self.state.part.probed("second-level")
        {
            self.probe("second-level", Phrase::ProbeSecondLevel, &[]);
        } else {
            return self.push_back(heard);
        }
        true
    }

    fn has_priority(&self, heard: Heard<'_>) -> bool {
        let marked = heard
            .reading
            .tree
            .iter()
            .flat_map(|t| &t.branches)
            .any(|b| b.first);
        marked || says(heard.text, PRIORITY)
    }

    /// Whether too little of the plan comes from this case.
    fn is_generic(&self) -> bool {
        let covered = &self.state.part.covered.items;
        let all = self.case.structure.branches.iter().flat_map(|b| {
            std::iter::once((&b.id, b.weight)).chain(b.children.iter().map(|c| (&c.id, c.weight)))
        });
        let specific = all
            .filter(|(id, weight)| *weight != Weight::Generic && covered.contains(*id))
            .count();
        specific < SPECIFIC_ITEMS_MIN
    }
}

fn is_flat(tree: &Tree) -> bool {
    tree.branches
        .iter()
        .all(|branch| branch.children.is_empty())
}

impl Floor<'_> {
    /// Where a candidate who leads goes from the plan.
    pub(crate) fn ask_where_first(&mut self) {
        match self.state.first_branch.clone() {
            Some(branch) if branch.split_whitespace().count() <= BRANCH_WORDS_MAX => {
                let branch = super::words::inside(&branch);
                self.phrase(Act::AskWhere, Phrase::AskWhereNamed, &[("branch", &branch)]);
            }
            _ => self.phrase(Act::AskWhere, Phrase::AskWhereFirst, &[]),
        }
    }
}

/// A branch label longer than this is not read back.
const BRANCH_WORDS_MAX: usize = 8;
