//! Where it drifted: the attempt against its clock, to scale, and the same as a list.

use std::collections::HashMap;

use casebook::Case;
use interview::Entry;
use scoring::{Scorecard, Severity, Silence, Stretch};

use super::drift_svg;
use super::findings::Numbered;
use super::said;
use crate::{clock, t, ta, tn};

/// Numbered marks on the line. More could not be told apart on a phone; the rest are in the
/// levels and the transcript.
const MARKS: usize = 12;

/// Silences listed; a page of them would hide what was said.
const SILENCES: usize = 3;

/// The section.
pub(crate) struct Drift {
    /// The drawing.
    pub svg: String,
    /// The same in words.
    pub rows: Vec<DriftRow>,
    /// Plan of the whole case, as a clock.
    pub planned: String,
    /// Findings that the line leaves out.
    pub left_out: usize,
}

/// One thing on the line.
pub(crate) struct DriftRow {
    /// The number of the finding, or a letter for what the clock shows.
    pub sign: String,
    /// `drift`, `held`, or `clock` for what the clock shows.
    pub kind: &'static str,
    /// Where it leads; empty for what the clock shows.
    pub href: String,
    /// Running clock in milliseconds.
    pub at_ms: u64,
    /// The same as a clock.
    pub clock: String,
    /// A few words.
    pub head: String,
    /// What was seen.
    pub text: String,
}

/// A stretch during which a wrong number was in use.
pub(crate) struct WrongStretch {
    pub from_ms: u64,
    pub to_ms: u64,
}

/// The section of a scorecard.
pub(crate) fn of(
    case: &Case,
    card: &Scorecard,
    entries: &[Entry],
    numbered: &Numbered<'_>,
) -> Drift {
    let mut rows = finding_rows(numbered);
    let left_out = numbered.findings.len() - rows.len();
    let wrong = wrong_stretches(card, entries);
    let mut clock_rows = clock_rows(case, card);
    clock_rows.sort_by_key(|row| row.at_ms);
    for (row, letter) in clock_rows.iter_mut().zip('A'..='Z') {
        row.sign = letter.to_string();
    }
    rows.sort_by_key(|row| row.sign.parse::<usize>().unwrap_or(usize::MAX));
    rows.extend(clock_rows);
    rows.sort_by_key(|row| row.at_ms);
    let planned: u64 = case
        .segments
        .iter()
        .map(|s| u64::from(s.budget_secs) * 1000)
        .sum();
    Drift {
        svg: drift_svg::draw(case, card, &rows, &wrong),
        rows,
        planned: clock::minutes(planned),
        left_out,
    }
}

/// The weightiest findings, in order of time.
fn finding_rows(numbered: &Numbered<'_>) -> Vec<DriftRow> {
    let mut chosen = numbered.in_time();
    chosen.sort_by_key(|(f, view)| (std::cmp::Reverse(weight(f.severity)), view.no));
    chosen.truncate(MARKS);
    chosen
        .into_iter()
        .map(|(finding, view)| DriftRow {
            sign: view.no.to_string(),
            kind: if view.drift { "drift" } else { "held" },
            href: format!("#w-{}", view.no),
            at_ms: finding.at.0,
            clock: view.clock.clone(),
            head: view.name.clone(),
            text: view.what.clone(),
        })
        .collect()
}

fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Fatal => 3,
        Severity::Major => 2,
        Severity::Held => 1,
        Severity::Minor => 0,
    }
}

/// Time spent in each part, over all visits to it.
pub(crate) fn spent(stretches: &[Stretch]) -> HashMap<&str, u64> {
    let mut spent = HashMap::new();
    for s in stretches {
        *spent.entry(s.segment.as_str()).or_default() += s.to.0.saturating_sub(s.from.0);
    }
    spent
}

/// Overruns, unannounced silences and gaps.
fn clock_rows(case: &Case, card: &Scorecard) -> Vec<DriftRow> {
    let line = &card.timeline;
    let mut rows = Vec::new();
    for (id, used) in spent(&line.segments) {
        let Some(part) = case.segments.iter().find(|s| s.id == id) else {
            continue;
        };
        let budget = u64::from(part.budget_secs) * 1000;
        let end = line
            .segments
            .iter()
            .rev()
            .find(|s| s.segment == id)
            .map_or(0, |s| s.to.0);
        if used >= budget + 1000 {
            let over = clock::span(used - budget);
            let head = ta("drift-over", &[("part", &part.name), ("span", &over)]);
            let text = ta(
                "drift-over-text",
                &[
                    ("used", &clock::minutes(used)),
                    ("budget", &clock::minutes(budget)),
                ],
            );
            rows.push(row(end, head, text));
        }
    }
    rows.extend(silence_rows(&line.silences));
    for (at, gap_ms) in &line.gaps {
        let head = ta("drift-gap", &[("span", &clock::span(*gap_ms))]);
        rows.push(row(at.0, head, t("drift-gap-text")));
    }
    rows
}

/// The longest silences, and how much the others come to.
fn silence_rows(all: &[Silence]) -> Vec<DriftRow> {
    let length = |s: &Silence| s.to.0.saturating_sub(s.from.0);
    let mut silences: Vec<&Silence> = all.iter().filter(|s| !s.announced).collect();
    silences.sort_by_key(|s| std::cmp::Reverse(length(s)));
    let others = silences.split_off(silences.len().min(SILENCES));
    let rest: u64 = others.iter().map(|s| length(s)).sum();
    silences.sort_by_key(|s| s.from);
    let mut rows: Vec<DriftRow> = silences
        .iter()
        .map(|silence| {
            let head = ta("drift-silence", &[("span", &clock::span(length(silence)))]);
            row(silence.from.0, head, t("drift-silence-text"))
        })
        .collect();
    if let (Some(last), true) = (rows.last_mut(), rest > 0) {
        let words = [
            ("n", &*others.len().to_string()),
            ("span", &*clock::span(rest)),
        ];
        last.text = format!("{} {}", last.text, ta("drift-silence-rest", &words));
    }
    rows
}

fn row(at_ms: u64, head: String, text: String) -> DriftRow {
    let (sign, href) = (String::new(), String::new());
    DriftRow {
        sign,
        kind: "clock",
        href,
        at_ms,
        clock: clock::minutes(at_ms),
        head,
        text,
    }
}

/// From the first wrong step of a calculation to where it was put right, or to the end of its
/// part.
fn wrong_stretches(card: &Scorecard, entries: &[Entry]) -> Vec<WrongStretch> {
    let clocks = said::clocks(entries);
    let traces = card.arithmetic.iter();
    traces
        .filter_map(|trace| {
            let step = trace.steps.get(trace.first_wrong?)?;
            let from_ms = *clocks.get(&step.entry)?;
            let part = card
                .timeline
                .segments
                .iter()
                .filter(|s| s.segment == trace.quant);
            let end = part.map(|s| s.to.0).max()?;
            let caught = card
                .findings
                .iter()
                .filter(|f| f.self_caught && f.code.starts_with('Q'));
            let to_ms = caught
                .map(|f| f.at.0)
                .filter(|at| *at > from_ms && *at < end)
                .min();
            Some(WrongStretch {
                from_ms,
                to_ms: to_ms.unwrap_or(end),
            })
        })
        .filter(|s| s.to_ms > s.from_ms)
        .collect()
}

impl Drift {
    /// What the line leaves out, in words; empty when nothing is.
    pub(crate) fn rest(&self) -> String {
        if self.left_out == 0 {
            String::new()
        } else {
            tn("drift-rest", self.left_out)
        }
    }
}
