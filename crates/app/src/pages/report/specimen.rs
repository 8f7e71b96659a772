//! A specimen for the first page: a committed play, run by the real engine and scored by the real
//! scorer when it is first asked for. Nothing on it is written by hand.

use std::sync::Arc;

use casebook::Case;
use interview::play::run_play;
use interview::{Entry, Output, Reader};
use scoring::{Finding, Scorecard, Severity};

use super::findings::{FindingView, Numbered};
use super::levels::{self, LevelRow};
use super::trace::{self, TraceView};
use super::transcript::{self, Line};
use crate::library::{CaseLibrary, Listed};
use crate::words::verdict_words;

/// Plays looked for, in this order: one that errs shows more of what a report does.
const PLAYS: [&str; 3] = ["specimen", "weak", "strong"];

/// Lines of transcript shown.
const LINES: usize = 9;

/// Findings shown.
const FINDINGS: usize = 2;

/// A stretch of an attempt and what the report says of it.
pub struct Specimen {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) part: String,
    pub(crate) verdict: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) findings: Vec<FindingView>,
    pub(crate) levels: Vec<LevelRow>,
    pub(crate) trace: Option<TraceView>,
}

impl Specimen {
    /// The first specimen that a case of the library yields.
    #[must_use]
    pub fn of(library: &CaseLibrary) -> Option<Self> {
        let cases = library.all();
        let mut wanted = PLAYS
            .iter()
            .flat_map(|name| cases.iter().map(move |case| (name, case)));
        wanted.find_map(|(name, listed)| Self::played(listed, name))
    }

    fn played(listed: &Listed, name: &str) -> Option<Self> {
        let (_, template) = listed
            .authored
            .plays()
            .into_iter()
            .find(|(n, _)| n == name)?;
        let case = &listed.case;
        let play = listed.authored.fill(&template, case.seed).ok()?;
        let played = run_play(case, &Reader::new(case), &play);
        if let Err(problem) = &played {
            tracing::warn!(case = %case.slug, play = name, error = %problem, "play does not run");
        }
        let played = played.ok()?;
        let card = scoring::score(case, &played.plan, &played.entries);
        Self::cut(case, &played.entries, &card)
    }

    /// The part with the weightiest finding.
    fn cut(case: &Arc<Case>, entries: &[Entry], card: &Scorecard) -> Option<Self> {
        let numbered = Numbered::of(&case.segments, card);
        let worst = card.findings.iter().max_by_key(|f| weight(f))?;
        let name = case
            .segments
            .iter()
            .find(|s| s.id == worst.segment)?
            .name
            .clone();
        let mut lines = excerpt(case, entries, worst, &numbered);
        let shown = |f: &Finding| {
            lines
                .iter()
                .any(|l| matches!(l, Line::Says { id, .. } if *id == f.entry))
        };
        let mut findings: Vec<_> = numbered.in_time();
        findings.retain(|(f, _)| shown(f));
        findings.sort_by_key(|(f, _)| std::cmp::Reverse(weight(f)));
        let findings: Vec<FindingView> = findings
            .into_iter()
            .take(FINDINGS)
            .map(|(_, view)| view.clone())
            .collect();
        keep_marks(&mut lines, &findings);
        let mut traces = trace::of(case, card, entries);
        traces.retain(|t| t.id == worst.segment && !t.rows.is_empty());
        let mut levels = levels::all(card, &numbered);
        levels.retain(|l| l.level.is_some());
        Some(Self {
            slug: case.slug.clone(),
            title: case.title.clone(),
            part: name,
            verdict: verdict_words(card.verdict),
            lines,
            findings,
            levels,
            trace: traces.into_iter().next(),
        })
    }
}

/// Leaves only the marks that lead to a finding on the page.
fn keep_marks(lines: &mut [Line], findings: &[FindingView]) {
    for line in lines {
        if let Line::Says { pieces, .. } = line {
            for piece in pieces {
                piece
                    .begins
                    .retain(|(no, _)| findings.iter().any(|f| f.no == *no));
            }
        }
    }
}

/// An error in a calculation tells most in least room, then any error, the heavier the better.
fn weight(finding: &Finding) -> (bool, Severity) {
    (
        finding.code.starts_with('Q') && finding.severity >= Severity::Major,
        finding.severity,
    )
}

/// The lines around a finding, from the beginning of its part where they fit.
fn excerpt(
    case: &Case,
    entries: &[Entry],
    finding: &Finding,
    numbered: &Numbered<'_>,
) -> Vec<Line> {
    let enters = |entry: &Entry| {
        let mut outputs = entry.outputs.iter();
        outputs.any(|o| matches!(o, Output::Entered { segment } if *segment == finding.segment))
    };
    let begin = entries.iter().position(enters).unwrap_or(0);
    let mut lines = transcript::of(case, &entries[begin..], numbered);
    if let Some(part) = lines.iter().position(|l| matches!(l, Line::Part { .. })) {
        lines.drain(..part);
    }
    let place = lines
        .iter()
        .position(|l| matches!(l, Line::Says { id, .. } if *id == finding.entry));
    let skip = place.map_or(0, |at| (at + 2).saturating_sub(LINES));
    lines.drain(..skip);
    lines.truncate(LINES);
    lines
}
