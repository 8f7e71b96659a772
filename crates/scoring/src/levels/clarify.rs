//! Framing: what was asked, and how much asking for it shows.

use casebook::{Fact, Weight};

use super::{Feature, lowers, raises};
use crate::heard::Heard;
use crate::marks;
use crate::worth::{bearing, full_if, goal_fact, goal_topics, permille, points};

/// Facts that one question can earn: who asks for everything at once has asked nothing.
const FACTS_A_QUESTION: usize = 2;

/// Points that a full set of questions earns: four essential facts.
const POINTS_IN_FULL: usize = 12;

pub(super) const FEATURES: &[Feature] = &[
    raises("facts", "facts asked for"),
    raises("points", "facts asked for, by weight"),
    raises("essential", "essential facts asked for"),
    raises("bearing", "how far the facts bear on the recommendation"),
    raises("goal", "asks what success is"),
    raises("played_back", "plays the goal back"),
    raises("aimed", "weight of the facts by question"),
    lowers("idle", "questions that no fact answers"),
];

pub(super) fn features(heard: &Heard) -> Vec<i32> {
    let asked = asked(heard);
    let earned: usize = asked.iter().map(|f| points(f.weight)).sum();
    let essential = asked
        .iter()
        .filter(|f| f.weight == Weight::Essential)
        .count();
    let bears: i32 = asked.iter().map(|f| bearing(heard.case, f)).sum();
    let questions = heard.questions().count().max(1);
    let goal = goal_fact(heard.case).is_some_and(|g| asked.iter().any(|f| f.id == g.id));
    vec![
        permille(asked.len(), 5),
        permille(earned, POINTS_IN_FULL),
        permille(essential, 3),
        (bears / 2).min(1000),
        full_if(goal),
        played_back(heard),
        permille(earned, 3 * questions),
        permille(questions.saturating_sub(asked.len()), questions),
    ]
}

/// Topics of the objective said outside questions, four in full.
fn played_back(heard: &Heard) -> i32 {
    let goal = goal_topics(heard.case);
    let mut said: Vec<String> = heard
        .clauses()
        .filter(|(turn, c)| {
            !turn
                .reading
                .questions
                .iter()
                .any(|q| q.start <= c.start && c.end <= q.end)
        })
        .flat_map(|(turn, c)| marks::topics(c.of(turn.text)).collect::<Vec<_>>())
        .filter(|topic| goal.contains(topic))
        .collect();
    said.sort();
    said.dedup();
    permille(said.len(), 4)
}

/// Facts asked for, at most two a question, the weightier first.
fn asked<'a>(heard: &Heard<'a>) -> Vec<&'a Fact> {
    let mut facts: Vec<&Fact> = heard
        .case
        .facts
        .iter()
        .filter(|f| heard.covers(&f.id).is_some())
        .collect();
    facts.sort_by_key(|f| std::cmp::Reverse(points(f.weight)));
    let mut earned: Vec<(u32, usize)> = Vec::new();
    facts.retain(|fact| {
        let Some(found) = heard.covers(&fact.id) else {
            return false;
        };
        let around =
            |q: &interview::Span| q.start <= found.hit.at.start && found.hit.at.end <= q.end;
        let question = found
            .turn
            .reading
            .questions
            .iter()
            .position(around)
            .unwrap_or(usize::MAX);
        let of = (found.turn.entry, question);
        earned.push(of);
        earned.iter().filter(|e| **e == of).count() <= FACTS_A_QUESTION
    });
    facts
}
