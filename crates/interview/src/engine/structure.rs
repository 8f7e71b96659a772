//! The plan: presented in words or as a tree, probed at most twice, then followed.

use casebook::Weight;

use super::floor::{Floor, Heard};
use super::state::PLAN_WORDS_MIN;
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Mode, Output, Tree};

/// Probes on a plan, a challenge included: more would turn the part into an examination of it.
const PROBES_MAX: usize = 2;

/// A plan that touches fewer items of the case than this would fit any company.
const SPECIFIC_ITEMS_MIN: usize = 2;

/// Ways to name what comes first.
pub(super) const PRIORITY: &[&str] = &[
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
    "explain most",
    "explains most",
    "most of it",
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
        let probes = part.probes.iter().filter(|p| p.as_str() != "more").count();
        let used = probes + part.pushed.len();
        if part.covered.words < PLAN_WORDS_MIN && !draws_a_tree(heard) && !part.probed("more") {
            self.probe("more", Phrase::ProbeThin, &[]);
            return;
        }
        let most = PROBES_MAX + usize::from(self.plan.mode == Mode::Stress);
        if used >= most || !self.probe_plan(heard, used) {
            self.leave();
        }
    }

    /// Asks for the weightiest thing that the plan lacks; false when it lacks nothing.
    fn probe_plan(&mut self, heard: Heard<'_>, used: usize) -> bool {
        let tree = heard.reading.tree.as_ref();
        let first_plan = used == 0 || self.state.part.probed("more");
        if first_plan && !self.has_priority(heard) && !self.state.part.probed("priority") {
            self.probe("priority", Phrase::ProbePriority, &[]);
        } else if self.is_generic() && !self.state.part.probed("generic") {
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
    pub(super) fn is_generic(&self) -> bool {
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

/// Whether a tree was laid out: one branch is a heading.
pub(super) fn draws_a_tree(heard: Heard<'_>) -> bool {
    let tree = heard.reading.tree.as_ref();
    tree.is_some_and(|tree| tree.branches.len() > 1)
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
            _ if self.state.named_first => {
                self.phrase(Act::AskWhere, Phrase::AskWhereThere, &[]);
            }
            _ => self.phrase(Act::AskWhere, Phrase::AskWhereFirst, &[]),
        }
    }
}

/// A branch label longer than this is not read back: of a plan in words it may be half a sentence.
const BRANCH_WORDS_MAX: usize = 3;

/// A plan laid out in words is at least this long.
const SPOKEN_PLAN_WORDS_MIN: usize = 30;

/// Ways to number the branches of a plan.
const BRANCH_MARKS: &[&str] = &[
    "first",
    "firstly",
    "second",
    "secondly",
    "third",
    "thirdly",
    "fourth",
    "finally",
    "one",
    "two",
    "three",
    "number one",
    "number two",
];

/// Ways to begin a plan.
const PLAN_MARKS: &[&str] = &[
    "i would look at",
    "i'd look at",
    "i want to look at",
    "i would structure",
    "i'd structure",
    "my structure",
    "my framework",
    "my approach",
    "break it down",
    "break this down",
    "three areas",
    "four areas",
    "three things",
    "four things",
    "buckets",
    "branches",
    "i would start with",
    "i'd start with",
];

/// Whether words said in the opening are a plan rather than questions.
pub(super) fn looks_like_plan(text: &str) -> bool {
    let long = text.split_whitespace().count() >= SPOKEN_PLAN_WORDS_MIN;
    let marks = BRANCH_MARKS
        .iter()
        .filter(|mark| says(text, &[mark]))
        .count();
    let asks = text.matches('?').count();
    long && asks <= 1 && (says(text, PLAN_MARKS) || marks > 2)
}

#[cfg(test)]
mod tests {
    use super::looks_like_plan;

    #[test]
    fn a_plan_in_the_opening_is_told_from_questions() {
        assert!(looks_like_plan(
            "To decide this I would look at three things. First, the demand outside the home, and who holds \
             it. Second, whether one site pays back. Third, what the client brings to it."
        ));
        assert!(!looks_like_plan(
            "First, what is the goal, and by when do they want it? Second, how much can be invested over \
             the years? Third, who are the competitors and what do they charge for it?"
        ));
    }
}
