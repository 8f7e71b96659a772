//! Level by level: the dot plot and what each level rests on.

use casebook::Dimension;
use scoring::{DimensionScore, Scorecard};

use super::findings::{FindingView, Numbered};
use crate::words::dimension_words;
use crate::{t, ta};

/// The lowest level that meets the bar.
const BAR: u8 = 3;

/// Findings shown beside the target skill; the others stand in its row.
const WEIGHTIEST: usize = 2;

/// One dimension.
pub(crate) struct LevelRow {
    pub slug: &'static str,
    pub name: String,
    pub level: Option<u8>,
    pub low: u8,
    pub high: u8,
    pub below: bool,
    pub spoken: String,
    pub why: String,
    pub marks: Vec<String>,
    pub findings: Vec<FindingView>,
    pub weightiest: Vec<FindingView>,
}

/// All dimensions in the order of the scorecard.
pub(crate) fn all(card: &Scorecard, numbered: &Numbered<'_>) -> Vec<LevelRow> {
    card.dimensions
        .iter()
        .map(|score| view(score, numbered))
        .collect()
}

/// One dimension; one without a score counts as not tested.
pub(crate) fn row(card: &Scorecard, dimension: Dimension, numbered: &Numbered<'_>) -> LevelRow {
    let found = card.dimensions.iter().find(|s| s.dimension == dimension);
    match found {
        Some(score) => view(score, numbered),
        None => view(&untested(dimension), numbered),
    }
}

fn untested(dimension: Dimension) -> DimensionScore {
    DimensionScore {
        dimension,
        level: None,
        range: None,
        calibrated: false,
        cap: None,
        why: String::new(),
        findings: Vec::new(),
    }
}

fn view(score: &DimensionScore, numbered: &Numbered<'_>) -> LevelRow {
    let level = score.level.unwrap_or(0);
    let (low, high) = score.range.unwrap_or((level, level));
    let mut findings: Vec<FindingView> = score
        .findings
        .iter()
        .filter_map(|at| numbered.view(*at).cloned())
        .collect();
    findings.sort_by_key(|f| f.no);
    let mut weightiest: Vec<FindingView> = findings.iter().filter(|f| f.drift).cloned().collect();
    weightiest.sort_by_key(|f| (std::cmp::Reverse(f.weight), f.no));
    weightiest.truncate(WEIGHTIEST);
    LevelRow {
        weightiest,
        slug: score.dimension.slug(),
        name: dimension_words(score.dimension),
        level: score.level,
        low,
        high,
        below: score.level.is_some_and(|level| level < BAR),
        spoken: spoken(score.level, low, high),
        why: score.why.clone(),
        marks: marks(score),
        findings,
    }
}

fn spoken(level: Option<u8>, low: u8, high: u8) -> String {
    let Some(level) = level else {
        return t("report-not-tested");
    };
    let figures = [level, low, high].map(|n| n.to_string());
    let words = [
        ("level", &*figures[0]),
        ("low", &*figures[1]),
        ("high", &*figures[2]),
    ];
    ta(
        if low == high {
            "report-level-spoken"
        } else {
            "report-level-between"
        },
        &words,
    )
}

/// What else must be said beside a level.
fn marks(score: &DimensionScore) -> Vec<String> {
    let mut marks = Vec::new();
    if let Some(cap) = score.cap {
        marks.push(crate::t1("report-capped", "cap", cap));
    }
    if !score.calibrated {
        marks.push(t("report-not-calibrated"));
    }
    marks
}
