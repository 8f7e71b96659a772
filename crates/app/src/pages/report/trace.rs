//! The arithmetic, step by step: what was said, how it was read, what it exactly comes to.

use casebook::{Case, Quant};
use interview::Entry;
use scoring::{Mistake, Scorecard, Standing, Trace, TraceAsked, TraceStep, detectors};

use super::said;
use crate::figures::quantity;
use crate::{clock, t, ta, tn};

/// One calculation question.
pub(crate) struct TraceView {
    pub id: String,
    pub head: String,
    pub question: String,
    pub rows: Vec<TraceRow>,
    pub asked: Vec<AskedRow>,
    pub reference: Vec<ReferenceRow>,
    pub verdict: String,
}

/// One step as said.
pub(crate) struct TraceRow {
    pub no: usize,
    pub entry: u32,
    pub clock: String,
    pub said: String,
    pub read: String,
    pub exact: String,
    pub class: &'static str,
    pub note: String,
    pub first_wrong: bool,
    pub mistakes: Vec<(String, String)>,
}

/// One number that was asked for.
pub(crate) struct AskedRow {
    pub label: String,
    pub said: Option<String>,
    pub exact: String,
    pub right: bool,
}

/// One step of the reference route.
pub(crate) struct ReferenceRow {
    pub label: String,
    pub worked: String,
    pub value: String,
}

/// Every calculation that was reached.
pub(crate) fn of(case: &Case, card: &Scorecard, entries: &[Entry]) -> Vec<TraceView> {
    let traces = card.arithmetic.iter();
    traces
        .filter_map(|trace| {
            let quant = case.quants.iter().find(|q| q.id == trace.quant)?;
            Some(view(case, quant, trace, entries))
        })
        .collect()
}

fn view(case: &Case, quant: &Quant, trace: &Trace, entries: &[Entry]) -> TraceView {
    let clocks = said::clocks(entries);
    let name = case
        .segments
        .iter()
        .find(|s| s.id == quant.id)
        .map(|s| s.name.clone());
    let rows = trace.steps.iter().enumerate().map(|(at, step)| {
        let first_wrong = trace.first_wrong == Some(at);
        TraceRow {
            no: at + 1,
            entry: step.entry,
            clock: clocks
                .get(&step.entry)
                .map(|ms| clock::minutes(*ms))
                .unwrap_or_default(),
            said: step.said.clone(),
            read: step.read.clone(),
            exact: step.exact.clone(),
            class: class(step, first_wrong),
            note: if first_wrong {
                String::new()
            } else {
                note(step.standing)
            },
            first_wrong,
            mistakes: if first_wrong {
                mistakes(&trace.mistakes)
            } else {
                Vec::new()
            },
        }
    });
    TraceView {
        id: quant.id.clone(),
        head: name.unwrap_or_else(|| quant.id.clone()),
        question: quant.question.clone(),
        rows: rows.collect(),
        asked: trace.asked.iter().filter_map(|a| asked(quant, a)).collect(),
        reference: reference(quant),
        verdict: verdict(trace),
    }
}

fn class(step: &TraceStep, first_wrong: bool) -> &'static str {
    match (first_wrong, step.standing) {
        (true, _) => "trace-row--first",
        (false, Standing::Follows | Standing::MisHeard | Standing::Unknown) => "trace-row--carried",
        _ => "",
    }
}

fn note(standing: Standing) -> String {
    match standing {
        Standing::Right | Standing::Wrong => String::new(),
        Standing::Rounded => t("trace-rounded"),
        Standing::Follows => t("trace-follows"),
        Standing::MisHeard => t("trace-mis-heard"),
        Standing::Unknown => t("trace-unknown"),
    }
}

/// The name of each likely mistake and what it is here.
fn mistakes(likely: &[Mistake]) -> Vec<(String, String)> {
    let named = likely.iter().map(|m| {
        let name = detectors::by_code(&m.code).map(|d| d.name.to_owned());
        (name.unwrap_or_else(|| m.code.clone()), sentence(&m.mistake))
    });
    named.collect()
}

/// `took 10% of the margin` as a sentence.
fn sentence(text: &str) -> String {
    let mut letters = text.trim_end_matches('.').chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn asked(quant: &Quant, asked: &TraceAsked) -> Option<AskedRow> {
    let wanted = quant.asked.get(asked.asked)?;
    Some(AskedRow {
        label: wanted.label.clone(),
        said: asked.said.as_ref().map(|said| quantity(said, &wanted.unit)),
        exact: quantity(&wanted.value, &wanted.unit),
        right: asked.right,
    })
}

fn reference(quant: &Quant) -> Vec<ReferenceRow> {
    let steps = quant.steps.iter();
    steps
        .map(|step| ReferenceRow {
            label: step.label.clone(),
            worked: step.worked.clone(),
            value: quantity(&step.value, &step.unit),
        })
        .collect()
}

/// One sentence on the whole calculation.
fn verdict(trace: &Trace) -> String {
    let follows = trace
        .steps
        .iter()
        .filter(|s| s.standing == Standing::Follows)
        .count();
    let asked_right = !trace.asked.is_empty() && trace.asked.iter().all(|a| a.right);
    match trace.first_wrong {
        Some(at) if follows > 0 => {
            let carried = tn("trace-carried", follows);
            ta(
                "trace-first-wrong-carried",
                &[("n", &(at + 1).to_string()), ("carried", &carried)],
            )
        }
        Some(at) => ta("trace-first-wrong", &[("n", &(at + 1).to_string())]),
        None if trace.steps.is_empty() && trace.asked.iter().all(|a| a.said.is_none()) => {
            t("trace-no-number")
        }
        None if trace.steps.is_empty() => t("trace-no-steps"),
        None if asked_right => t("trace-all-right"),
        None => t("trace-no-wrong-step"),
    }
}
