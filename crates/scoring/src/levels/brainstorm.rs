//! Creativity: how many ideas, over how many groups, how far from the first that come to mind.

use super::{Feature, raises};
use crate::heard::Heard;
use crate::marks;
use crate::worth::{full_if, permille};

pub(super) const FEATURES: &[Feature] = &[
    raises("ideas", "ideas of the case named"),
    raises("more_ideas", "ideas beyond the fourth"),
    raises("groups", "groups touched"),
    raises("named_groups", "groups named as such"),
    raises("original", "ideas that are not the first to come to mind"),
    raises("ranked", "says which comes first"),
    raises("conditions", "says when an idea works"),
    raises("sorted", "puts ideas in groups"),
    raises("figures", "gives figures"),
];

pub(super) fn features(heard: &Heard) -> Vec<i32> {
    let asked = heard
        .case
        .brainstorms
        .iter()
        .find(|b| b.id == heard.segment.id);
    let groups = asked.map_or(&[][..], |b| &b.groups);
    let within = |g: &casebook::IdeaGroup| heard.covered(g.ideas.iter().map(|i| i.id.as_str()));
    let ideas: usize = groups.iter().map(within).sum();
    let touched = groups.iter().filter(|g| within(g) > 0).count();
    let named = heard.covered(groups.iter().map(|g| g.id.as_str()));
    let originals = groups.iter().flat_map(|g| &g.ideas).filter(|i| i.original);
    // Order, conditions and figures count with the ideas that they order: a list of one has none.
    let if_any = |feature: i32| feature * permille(ideas, 4) / 1000;
    vec![
        permille(ideas, 4),
        permille(ideas.saturating_sub(4), 4),
        permille(touched, groups.len().clamp(1, 4)),
        if_any(permille(named, 3)),
        permille(heard.covered(originals.map(|i| i.id.as_str())), 2),
        if_any(full_if(heard.mark(marks::PRIORITY).is_some())),
        if_any(permille(heard.mark_count(marks::CONDITION), 2)),
        if_any(permille(heard.mark_count(marks::GROUPING), 3)),
        if_any(permille(heard.numbers().count(), 3)),
    ]
}
