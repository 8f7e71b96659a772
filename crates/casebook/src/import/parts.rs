//! Segments, hints, sample answers and challenges, derived from the rest of the neutral YAML.

use serde_json::Value;

use super::content::sample;
use super::figures::Figures;
use super::neutral::{list, text, texts};
use super::quants::{Quants, Question};
use super::toml_text::Page;

/// Minutes of the parts of a case of 35, in playing order; quants share their number.
const CLARIFY: u64 = 3;
const STRUCTURE: u64 = 7;
const QUANT: u64 = 6;
const SHOWN: u64 = 5;
const ADVICE: u64 = 3;

/// Seconds that budgets are rounded to.
const GRAIN: u64 = 15;

/// `interview.toml`.
pub(super) fn parts(whole: &Value, quants: &Quants, fill: &Figures) -> Page {
    let minutes = text(whole, "minutes")
        .parse()
        .unwrap_or(35_u64)
        .clamp(10, 90);
    let asked = quants.questions.len() as u64;
    let usual = CLARIFY + STRUCTURE + QUANT * asked + 2 * SHOWN + ADVICE;
    let seconds = |share: u64| (60 * minutes * share / usual + GRAIN / 2) / GRAIN * GRAIN;
    let mut page = Page::default();
    clarify(&mut page, whole, seconds(CLARIFY), fill);
    structure(&mut page, whole, seconds(STRUCTURE), fill);
    for question in &quants.questions {
        quant(&mut page, question, seconds(QUANT), fill);
    }
    exhibit(&mut page, whole, seconds(SHOWN), fill);
    brainstorm(&mut page, whole, seconds(SHOWN), fill);
    advice(&mut page, whole, seconds(ADVICE), fill);
    pushbacks(&mut page, quants);
    page
}

fn segment(
    page: &mut Page,
    id: &str,
    name: &str,
    seconds: u64,
    hints: [String; 4],
    samples: [String; 3],
) {
    page.head("[[segment]]");
    page.text("id", id);
    page.text("name", name);
    page.plain("seconds", &seconds.to_string());
    page.texts("hints", &hints);
    page.head("[segment.samples]");
    for (key, sample) in ["one", "three", "five"].into_iter().zip(samples) {
        page.text(key, &sample);
    }
}

fn clarify(page: &mut Page, whole: &Value, seconds: u64, fill: &Figures) {
    let facts = list(whole, "facts");
    let asking = |at: usize| {
        facts
            .get(at)
            .and_then(|fact| texts(fact, "ask").into_iter().next())
    };
    let goal = facts
        .first()
        .map(|fact| text(fact, "answer"))
        .unwrap_or_default();
    let questions: Vec<_> = (0..4).filter_map(asking).collect();
    let hints = [
        "What would you need to know before you plan?".to_owned(),
        "Think of what the client would call a success, and of what limits it.".to_owned(),
        format!(
            "Ask this: {}",
            fill.prose(&questions.first().cloned().unwrap_or_default())
        ),
        fill.prose(&goal),
    ];
    let samples = [
        "No questions, I can start.".to_owned(),
        fill.prose(
            &questions
                .iter()
                .take(2)
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
        ),
        fill.prose(&questions.join(" ")),
    ];
    segment(page, "clarify", "Clarify", seconds, hints, samples);
}

fn structure(page: &mut Page, whole: &Value, seconds: u64, fill: &Figures) {
    let branches = list(whole, "structure");
    let essential: Vec<&Value> = branches
        .iter()
        .filter(|b| text(b, "weight") == "essential")
        .collect();
    let labels: Vec<_> = essential
        .iter()
        .map(|branch| text(branch, "label"))
        .collect();
    let two_levels: Vec<_> = essential
        .iter()
        .map(|branch| {
            let parts: Vec<_> = list(branch, "children")
                .iter()
                .map(|part| text(part, "label"))
                .collect();
            format!("{}: {}.", text(branch, "label"), parts.join("; "))
        })
        .collect();
    let why = essential
        .first()
        .map(|branch| text(branch, "why"))
        .unwrap_or_default();
    let hints = [
        "What would have to be true for the answer to be yes?".to_owned(),
        format!(
            "One branch should be: {}",
            fill.prose(labels.first().map_or("", String::as_str))
        ),
        format!("The branches: {}.", fill.prose(&labels.join("; "))),
        fill.prose(&two_levels.join(" ")),
    ];
    let samples = [
        "I would look at revenue, cost and risks.".to_owned(),
        format!("I would look at {}.", fill.prose(&labels.join("; "))),
        format!(
            "{} I start with the first. {}",
            fill.prose(&two_levels.join(" ")),
            fill.prose(&why)
        ),
    ];
    segment(page, "structure", "Structure", seconds, hints, samples);
}

fn quant(page: &mut Page, question: &Question, seconds: u64, fill: &Figures) {
    let said = |of: &String| format!("{}: {{{of}}}", of.replace('_', " "));
    let results: Vec<_> = question.asked.iter().map(said).collect();
    let route: Vec<_> = question
        .steps
        .iter()
        .map(|(name, _)| format!("{} {{{name}}}", name.replace('_', " ")))
        .collect();
    let first = question
        .steps
        .first()
        .map(|(name, _)| name.replace('_', " "))
        .unwrap_or_default();
    let formula = question
        .steps
        .first()
        .map(|(_, formula)| formula.replace('_', " "))
        .unwrap_or_default();
    let meaning = question.meanings.first().cloned().unwrap_or_default();
    let scoped = |text: String| text.replace('{', &format!("{{{}.", question.id));
    let results = scoped(results.join(", "));
    let hints = [
        "Which formula leads from what you know to what is asked?".to_owned(),
        format!("Begin with this: {first}."),
        format!("{first} is {}.", fill.prose(&formula)),
        format!("Take this and go on: {results}."),
    ];
    let samples = [
        "I cannot work that out.".to_owned(),
        format!("{results}."),
        format!(
            "{}. {}",
            scoped(route.join(", then ")),
            fill.prose(&meaning)
        ),
    ];
    segment(page, &question.id, "Numbers", seconds, hints, samples);
}

fn exhibit(page: &mut Page, whole: &Value, seconds: u64, fill: &Figures) {
    let Some(exhibit) = whole.get("exhibit") else {
        return;
    };
    let of_kind = |kind: &str| -> Vec<String> {
        let insights = list(exhibit, "insights").iter();
        insights
            .filter(|insight| text(insight, "kind") == kind)
            .map(|insight| text(insight, "text"))
            .collect()
    };
    let (essential, secondary, wrong) = (
        of_kind("essential"),
        of_kind("secondary"),
        of_kind("misreading"),
    );
    let columns = texts(exhibit, "columns");
    let first = fill.prose(essential.first().map_or("", String::as_str));
    let hints = [
        "What does this mean for the question of the client?".to_owned(),
        format!(
            "Look across these: {}.",
            fill.prose(
                &columns
                    .iter()
                    .skip(1)
                    .take(3)
                    .cloned()
                    .collect::<Vec<_>>()
                    .join("; ")
            )
        ),
        "Compare the rows on the measure that the client decides by.".to_owned(),
        first.clone(),
    ];
    let samples = [
        fill.prose(&wrong.join(" ")),
        first,
        fill.prose(
            &essential
                .iter()
                .chain(&secondary)
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
        ),
    ];
    segment(page, "exhibit", "Exhibit", seconds, hints, samples);
}

fn brainstorm(page: &mut Page, whole: &Value, seconds: u64, fill: &Figures) {
    let Some(brainstorm) = whole.get("brainstorm") else {
        return;
    };
    let groups = list(brainstorm, "categories");
    let labels: Vec<_> = groups.iter().map(|group| text(group, "label")).collect();
    let ideas = |group: &Value, count: usize| -> Vec<String> {
        list(group, "ideas")
            .iter()
            .take(count)
            .map(|idea| text(idea, "label"))
            .collect()
    };
    let grouped = |count: usize| -> String {
        let line = |group: &Value| {
            format!(
                "{}: {}.",
                text(group, "label"),
                ideas(group, count).join("; ")
            )
        };
        groups.iter().map(line).collect::<Vec<_>>().join(" ")
    };
    let hints = [
        "Which groups could the ideas fall into?".to_owned(),
        format!(
            "One group: {}.",
            fill.prose(labels.first().map_or("", String::as_str))
        ),
        format!("The groups: {}.", fill.prose(&labels.join("; "))),
        fill.prose(&grouped(1)),
    ];
    let one = groups
        .first()
        .map(|group| ideas(group, 1).join(""))
        .unwrap_or_default();
    let samples = [
        fill.prose(&one),
        fill.prose(&grouped(1)),
        fill.prose(&grouped(4)),
    ];
    segment(page, "brainstorm", "Ideas", seconds, hints, samples);
}

fn advice(page: &mut Page, whole: &Value, seconds: u64, fill: &Figures) {
    let Some(ending) = whole.get("synthesis") else {
        return;
    };
    let weak = match text(ending, "weak_example") {
        empty if empty.is_empty() => "It depends, there are reasons for and against.".to_owned(),
        weak => weak,
    };
    let recommendation = fill.prose(&text(ending, "recommendation"));
    let hints = [
        "If the client asked yes or no now, what would you say?".to_owned(),
        "Begin with the answer, then the numbers that carry it.".to_owned(),
        "Answer, two or three reasons with numbers, a risk, a next step.".to_owned(),
        recommendation.clone(),
    ];
    let samples = [
        fill.prose(&weak),
        recommendation,
        fill.prose(&sample(ending)),
    ];
    segment(page, "synthesis", "Advice", seconds, hints, samples);
}

/// One of each kind, half of them aimed at what is right.
fn pushbacks(page: &mut Page, quants: &Quants) {
    let quant = quants
        .questions
        .first()
        .map_or("structure", |question| question.id.as_str());
    let lines = [
        (
            "data",
            quant,
            true,
            "That looks off to me. How sure are you of it?",
        ),
        ("logic", "structure", true, "Why would you start there?"),
        ("alternative", "exhibit", true, "Why not one of the others?"),
        (
            "feasibility",
            "brainstorm",
            false,
            "Could the client do that within its time and money?",
        ),
        (
            "disagree",
            "synthesis",
            false,
            "I do not agree. Why should the client follow you?",
        ),
        (
            "generic",
            "structure",
            false,
            "That would fit any company. What is special about this one?",
        ),
    ];
    for (kind, segment, right, line) in lines {
        page.head("[[pushback]]");
        page.text("id", &format!("push-{kind}"));
        page.text("segment", segment);
        page.text("kind", kind);
        page.plain("aims_at_right", if right { "true" } else { "false" });
        page.text("line", line);
    }
}
