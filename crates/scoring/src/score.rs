//! A whole attempt scored: the same detectors and level models as for single answers, over what
//! the candidate said in each part.

use casebook::{Case, Dimension};
use interview::{Entry, Plan};

use crate::attempt::Attempt;
use crate::rubric::{RUBRIC_VERSION, dimension_of};
use crate::segment_score::{self, Ranged};
use crate::{DimensionScore, Finding, Scorecard, detectors, signals, verdict};

/// Version of the code that scores. Raised when the same journal may score otherwise.
pub const SCORER_VERSION: u32 = 2;

/// Scores an attempt from its journal. An empty or foreign journal is not tested, never an error.
#[must_use]
pub fn score(case: &Case, _plan: &Plan, entries: &[Entry]) -> Scorecard {
    let attempt = Attempt::read(case, entries);
    let mut findings: Vec<Finding> = attempt.parts.iter().flat_map(detectors::detect).collect();
    findings.sort_by_key(|f| (f.at, f.entry, f.span.start));
    let parts: Vec<Ranged> = attempt.parts.iter().map(segment_score::score).collect();
    let dimensions: Vec<DimensionScore> = Dimension::ALL
        .into_iter()
        .map(|dimension| dimension_score(dimension, &attempt, &parts, &findings))
        .collect();
    let (verdict, because) = verdict::decide(&dimensions, &findings);
    Scorecard {
        rubric: RUBRIC_VERSION,
        engine: SCORER_VERSION,
        verdict,
        because,
        dimensions,
        findings,
        arithmetic: attempt
            .parts
            .iter()
            .filter_map(|p| p.judged.as_ref()?.trace.clone())
            .collect(),
        segments: parts.into_iter().map(|p| p.score).collect(),
        timeline: attempt.timeline,
    }
}

fn dimension_score(
    dimension: Dimension,
    attempt: &Attempt,
    parts: &[Ranged],
    findings: &[Finding],
) -> DimensionScore {
    let shown = findings
        .iter()
        .enumerate()
        .filter(|(_, f)| f.dimension == dimension);
    let blank = DimensionScore {
        dimension,
        level: None,
        range: None,
        calibrated: is_calibrated(dimension),
        cap: None,
        why: "Not tested in this attempt.".to_owned(),
        findings: shown.map(|(index, _)| index).collect(),
    };
    if !blank.calibrated {
        return match signals::level(dimension, attempt) {
            Some((level, why)) => DimensionScore {
                level: Some(level),
                why,
                ..blank
            },
            None => blank,
        };
    }
    let of_kind = attempt.parts.iter().zip(parts).filter(|(heard, part)| {
        dimension_of(heard.kind()) == dimension && part.score.level.is_some()
    });
    let named: Vec<(&str, &Ranged)> = of_kind
        .map(|(heard, part)| (heard.segment.name.as_str(), part))
        .collect();
    let tested: Vec<&Ranged> = named.iter().map(|(_, part)| *part).collect();
    let levels: Vec<u8> = tested.iter().filter_map(|p| p.score.level).collect();
    if levels.is_empty() {
        return blank;
    }
    let cap = tested.iter().filter_map(|p| p.cap).min();
    let side = |pick: fn((u8, u8)) -> u8| {
        together(
            &tested
                .iter()
                .filter_map(|p| p.range.map(pick))
                .collect::<Vec<_>>(),
        )
    };
    DimensionScore {
        level: together(&levels),
        range: side(|(low, _)| low).zip(side(|(_, high)| high)),
        cap,
        why: why(&named, cap),
        ..blank
    }
}

/// The mean rounded down, and at most one above the worst: one good part does not hide a bad one.
fn together(levels: &[u8]) -> Option<u8> {
    let worst = levels.iter().min()?;
    let sum: usize = levels.iter().map(|l| usize::from(*l)).sum();
    let mean = u8::try_from(sum / levels.len()).ok()?;
    Some(mean.min(worst + 1))
}

/// `Payback at 2: 1 point covered, 2 left out.`
fn why(tested: &[(&str, &Ranged)], cap: Option<u8>) -> String {
    let part = |(name, part): &(&str, &Ranged)| {
        let level = part
            .score
            .level
            .map_or_else(|| "-".to_owned(), |l| l.to_string());
        let covered = part.score.covered.len();
        let plural = if covered == 1 { "" } else { "s" };
        let missed = match part.score.missed.len() {
            0 => String::new(),
            n => format!(", {n} left out"),
        };
        format!("{name} at {level}: {covered} point{plural} covered{missed}")
    };
    let parts = tested.iter().map(part).collect::<Vec<_>>().join("; ");
    let hinted = cap.map(|cap| format!(" A hint leaves at most a {cap}."));
    format!("{parts}.{}", hinted.unwrap_or_default())
}

fn is_calibrated(dimension: Dimension) -> bool {
    let mut known = crate::rubric::rubric().dimensions.iter();
    known.any(|d| d.dimension == dimension && d.calibrated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_parts_count_by_their_mean_rounded_down() {
        assert_eq!(together(&[3, 4]), Some(3));
        assert_eq!(together(&[4, 4]), Some(4));
        assert_eq!(together(&[]), None);
    }

    #[test]
    fn the_worst_part_counts() {
        assert_eq!(together(&[1, 5]), Some(2));
    }
}
