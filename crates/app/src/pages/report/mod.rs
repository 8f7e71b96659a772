//! `GET /attempts/{id}`: the report. Renders what was stored when the attempt closed; decides and
//! scores nothing itself. Every claim on it leads to the words it rests on.

mod compare;
mod drift;
mod drift_svg;
mod findings;
mod levels;
mod next_case;
mod said;
mod specimen;
mod structure;
mod trace;
pub(crate) mod transcript;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use scoring::Severity;
use store::Attempt;

use super::past;
use super::{Page, show};
use crate::access::{Owned, Visitor};
use crate::error::Failure;
use crate::rule::{CorrectionRule, RULE_HALF_CHARS};
use crate::scored::{self, Material};
use crate::words::{format_words, mode_words, verdict_words};
use crate::{AppState, clock, codec, t, ta, tn};

pub use specimen::Specimen;

const STYLES: [&str; 12] = [
    "components/controls.css",
    "components/form.css",
    "components/exhibit.css",
    "components/tree.css",
    "components/scorecard.css",
    "components/finding.css",
    "components/trace.css",
    "components/drift.css",
    "components/transcript.css",
    "components/notice.css",
    "components/pages.css",
    "components/site.css",
];

/// What surrounds the evidence: the person's own rule and what comes next.
struct Around {
    id: String,
    date: String,
    rule: Option<CorrectionRule>,
    rule_held: Option<bool>,
    next: Option<next_case::NextCase>,
}

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    title: String,
    meta: String,
    objective: String,
    target: levels::LevelRow,
    verdict: String,
    because: Vec<String>,
    facts: Vec<(String, String, String)>,
    drift: drift::Drift,
    traces: Vec<trace::TraceView>,
    levels: Vec<levels::LevelRow>,
    exhibits: Vec<String>,
    segments: Vec<compare::SegmentView>,
    structure: structure::StructureView,
    debrief: String,
    transcript: Vec<transcript::Line>,
    carried: Option<String>,
    around: Around,
    rubric: u32,
    half_chars: usize,
}

/// `GET /attempts/{id}`
pub async fn show_report(
    State(app): State<AppState>,
    visitor: Visitor,
    Owned(attempt): Owned,
) -> Result<Response, Failure> {
    if attempt.closed_ms.is_none() {
        return Ok(Redirect::to(&format!("/attempts/{}/room", attempt.id)).into_response());
    }
    let material = scored::material(&app, &attempt).await?;
    let past = past::of(&app, &visitor).await?;
    let rule = match app.store.rule_of(&attempt.id).await? {
        Some(row) => Some(codec::decode(&row.payload)?),
        None => None,
    };
    let around = Around {
        id: attempt.id.to_string(),
        date: clock::date_time(attempt.created_ms),
        rule,
        rule_held: attempt.rule_held,
        next: next_case::choose(&app.casebook, &material, &past, attempt.id.as_str()),
    };
    Ok(show(&page(material, around, &attempt)).into_response())
}

fn page(material: Material, around: Around, attempt: &Attempt) -> ReportPage {
    let Material {
        plan,
        case,
        entries,
        card,
    } = &material;
    let numbers = findings::Numbered::of(&case.segments, card);
    let target = levels::row(card, plan.target, &numbers);
    ReportPage {
        page: Page::new(&ta("report-title", &[("case", &case.title)]), &STYLES)
            .at("attempts")
            .with(&["js/report.js", "js/forget-draft.js"]),
        title: case.title.clone(),
        meta: meta(&material, attempt, &around.date),
        objective: plan.objective.clone(),
        target,
        verdict: verdict_words(card.verdict),
        because: card.because.clone(),
        facts: facts(&material),
        drift: drift::of(case, card, entries, &numbers),
        traces: trace::of(case, card, entries),
        levels: levels::all(card, &numbers),
        exhibits: compare::exhibits(case, entries),
        segments: compare::segments(case, card, entries),
        structure: structure::of(case, card, entries),
        debrief: crate::prose::html(&case.debrief),
        transcript: transcript::of(case, entries, &numbers),
        carried: plan.rule.clone(),
        rubric: card.rubric,
        half_chars: RULE_HALF_CHARS,
        around,
    }
}

fn meta(material: &Material, attempt: &Attempt, date: &str) -> String {
    let plan = &material.plan;
    let clock = t(if plan.timed {
        "report-timed"
    } else {
        "report-untimed"
    });
    let set = attempt.seed.to_string();
    let words = [
        ("date", date),
        ("format", &format_words(plan.format)),
        ("mode", &mode_words(plan.mode).to_lowercase()),
        ("clock", &clock),
        ("set", &set),
    ];
    ta("report-meta", &words)
}

/// Label, figure and what stands under it.
fn facts(material: &Material) -> Vec<(String, String, String)> {
    let Material { case, card, .. } = material;
    let line = &card.timeline;
    let planned: u64 = case
        .segments
        .iter()
        .map(|s| u64::from(s.budget_secs) * 1000)
        .sum();
    let rungs: usize = card.segments.iter().map(|s| usize::from(s.hint_rung)).sum();
    let slips: Vec<bool> = card
        .findings
        .iter()
        .filter(|f| f.code.starts_with('Q') && (f.self_caught || f.severity >= Severity::Major))
        .map(|f| f.self_caught)
        .collect();
    let caught = slips.iter().filter(|c| **c).count();
    let stood: u64 = line.gaps.iter().map(|(_, ms)| ms).sum();
    let of_planned = ta(
        "report-of-planned",
        &[("planned", &clock::minutes(planned))],
    );
    let mut facts = vec![
        (
            t("report-fact-time"),
            clock::minutes(line.end.0),
            of_planned,
        ),
        (
            t("report-fact-hints"),
            rungs.to_string(),
            tn("report-fact-hints-help", rungs),
        ),
    ];
    if !slips.is_empty() {
        let of_slips = ta("report-of-slips", &[("n", &slips.len().to_string())]);
        facts.push((t("report-fact-caught"), caught.to_string(), of_slips));
    }
    if stood > 0 {
        facts.push((
            t("report-fact-stood"),
            clock::span(stood),
            t("report-fact-stood-help"),
        ));
    }
    facts
}
