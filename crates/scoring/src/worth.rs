//! How much items weigh, and which numbers belong to a case. Reads the case only.

use std::collections::BTreeSet;

use casebook::{Branch, Case, Cell, Exact, Fact, Insight, InsightKind, Weight};

use crate::marks;

/// Points an item earns: an essential one is worth three that anybody would name.
#[must_use]
pub(crate) fn points(weight: Weight) -> usize {
    match weight {
        Weight::Essential => 3,
        Weight::Standard => 2,
        Weight::Minor => 1,
        Weight::Generic => 0,
    }
}

/// First-level branches and all below them.
pub(crate) fn branches(case: &Case) -> impl Iterator<Item = &Branch> {
    case.structure
        .branches
        .iter()
        .flat_map(|b| std::iter::once(b).chain(&b.children))
}

/// Insights worth saying, misreadings left out.
#[must_use]
pub(crate) fn readings(insights: &[Insight], kind: InsightKind) -> Vec<&str> {
    insights
        .iter()
        .filter(|i| i.kind == kind)
        .map(|i| i.id.as_str())
        .collect()
}

/// The fact that says what success is: the one whose answer shares most topics with the
/// objective. `None` when no fact shares two.
#[must_use]
pub(crate) fn goal_fact(case: &Case) -> Option<&Fact> {
    let objective = goal_topics(case);
    let shared = |f: &Fact| {
        marks::topics(&f.answer)
            .filter(|t| objective.contains(t))
            .count()
    };
    case.facts
        .iter()
        .rev()
        .max_by_key(|f| shared(f))
        .filter(|f| shared(f) >= 2)
}

/// The topics of the objective: metric, target, horizon.
#[must_use]
pub(crate) fn goal_topics(case: &Case) -> BTreeSet<String> {
    let o = &case.objective;
    marks::topics(&format!(
        "{} {} {} {}",
        o.text, o.metric, o.target, o.horizon
    ))
    .collect()
}

/// How far a fact bears on the end of the case, in thousandths: the share of its topics that the
/// recommendation, its reasons and the insights speak of.
#[must_use]
pub(crate) fn bearing(case: &Case, fact: &Fact) -> i32 {
    let mut end = String::from(&case.synthesis.recommendation);
    let points = case.synthesis.points.iter().map(|p| p.text.as_str());
    let insights = case.exhibits.iter().flat_map(|e| &e.insights);
    let insights = insights
        .filter(|i| i.kind != InsightKind::Misreading)
        .map(|i| i.text.as_str());
    for text in points.chain(insights) {
        end.push(' ');
        end.push_str(text);
    }
    let end: BTreeSet<String> = marks::topics(&end).collect();
    let topics: BTreeSet<String> = marks::topics(&fact.answer).collect();
    permille(topics.intersection(&end).count(), topics.len())
}

/// `part` of `whole` in thousandths, at most 1000; nought of nothing is nought.
#[must_use]
pub(crate) fn permille(part: usize, whole: usize) -> i32 {
    if whole == 0 {
        return 0;
    }
    i32::try_from(part.min(whole) * 1000 / whole).unwrap_or(1000)
}

/// A yes or no as a feature.
#[must_use]
pub(crate) fn full_if(held: bool) -> i32 {
    if held { 1000 } else { 0 }
}

/// The numbers printed in exhibits.
#[must_use]
pub(crate) fn printed(case: &Case) -> Vec<Exact> {
    let rows = case.exhibits.iter().flat_map(|e| &e.rows);
    rows.flat_map(|r| &r.cells)
        .filter_map(|cell| match cell {
            Cell::Number(value) => Some(value.clone()),
            _ => None,
        })
        .collect()
}

/// The numbers that calculations give.
#[must_use]
pub(crate) fn computed(case: &Case) -> Vec<Exact> {
    let steps = case
        .quants
        .iter()
        .flat_map(|q| q.steps.iter().map(|s| s.value.clone()));
    let asked = case
        .quants
        .iter()
        .flat_map(|q| q.asked.iter().map(|a| a.value.clone()));
    steps.chain(asked).collect()
}

/// The numbers that insights, consequences and points claim.
#[must_use]
pub(crate) fn claimed(case: &Case) -> Vec<Exact> {
    let insights = case.exhibits.iter().flat_map(|e| &e.insights);
    let insights = insights
        .filter(|i| i.kind != InsightKind::Misreading)
        .map(|i| &i.reads);
    let consequences = case
        .quants
        .iter()
        .flat_map(|q| &q.consequences)
        .map(|i| &i.reads);
    let points = case.synthesis.points.iter().map(|p| &p.reads);
    let reads = insights.chain(consequences).chain(points);
    reads
        .flat_map(|r| r.numbers.iter().map(|n| n.value.clone()))
        .collect()
}

/// Whether a said number is one of `known`, give or take what rounding in speech takes, and
/// whatever power of a thousand the unit hides (an exhibit in thousands, a text in millions).
#[must_use]
pub(crate) fn is_among(said: &Exact, known: &[Exact]) -> bool {
    let slack = Exact::ratio(SLACK_PERMILLE, 1000).unwrap_or_else(Exact::zero);
    known.iter().any(|value| {
        [0, 3, 6, -3, -6].into_iter().any(|power| {
            let scaled = Exact(&value.0 * &Exact::power_of_ten(power).0);
            let room = Exact(&scaled.0 * &slack.0);
            said.abs().within(&scaled.abs(), &room)
        })
    })
}

/// Two per cent: `about 170` for 168.8.
const SLACK_PERMILLE: i64 = 20;
