//! The verdict rule: non-compensatory, over calibrated dimensions only.

use casebook::Dimension;

use crate::rubric::rubric;
use crate::{DimensionScore, Finding, Severity, Verdict, detectors};

/// The bar.
const BAR: u8 = 3;

/// Clearly above the bar.
const ABOVE: u8 = 4;

/// Spikes that `ready` asks for.
const SPIKES: usize = 2;

/// With fewer calibrated dimensions tested nothing can be said.
const TESTED_AT_LEAST: usize = 3;

/// The verdict and why, most weighty first.
#[must_use]
pub(crate) fn decide(
    dimensions: &[DimensionScore],
    findings: &[Finding],
) -> (Verdict, Vec<String>) {
    let tested: Vec<(Dimension, u8)> = dimensions
        .iter()
        .filter(|d| d.calibrated)
        .filter_map(|d| Some((d.dimension, d.level?)))
        .collect();
    if tested.len() < TESTED_AT_LEAST {
        let because = format!(
            "{} of the calibrated dimensions were tested; a verdict needs {TESTED_AT_LEAST}.",
            tested.len()
        );
        return (Verdict::NotTested, vec![because]);
    }
    let mut because = sunk(&tested, findings);
    if !because.is_empty() {
        return (Verdict::NotYet, because);
    }
    because.extend(
        tested
            .iter()
            .filter(|(_, level)| *level < BAR)
            .map(|(dimension, level)| {
                format!(
                    "{} is at {level}, below the bar of {BAR}.",
                    name(*dimension)
                )
            }),
    );
    because.extend(untested_core(&tested));
    let spikes = tested.iter().filter(|(_, level)| *level >= ABOVE).count();
    if spikes < SPIKES {
        because.push(format!(
            "{spikes} of {SPIKES} dimensions stand at {ABOVE} or above."
        ));
    }
    if because.is_empty() {
        let ready = "Every dimension tested is at the bar, and two or more are clearly above it.";
        return (Verdict::Ready, vec![ready.to_owned()]);
    }
    (Verdict::Borderline, because)
}

/// A core dimension at 2 or below, or a fatal error that was not caught.
fn sunk(tested: &[(Dimension, u8)], findings: &[Finding]) -> Vec<String> {
    let core = tested
        .iter()
        .filter(|(d, level)| *level < BAR && is_core(*d));
    let low =
        core.map(|(d, level)| format!("{} is at {level}; this one decides by itself.", name(*d)));
    let fatal = findings.iter().filter(|f| f.severity == Severity::Fatal);
    let errors = fatal.map(|f| {
        let what = detectors::by_code(&f.code).map_or("an error", |d| d.name);
        format!("{} ({what}) was not caught.", f.code)
    });
    let mut sentences: Vec<String> = low.collect();
    for error in errors {
        if !sentences.contains(&error) {
            sentences.push(error);
        }
    }
    sentences
}

fn untested_core(tested: &[(Dimension, u8)]) -> Vec<String> {
    let core = rubric()
        .dimensions
        .iter()
        .filter(|d| d.core && d.calibrated);
    core.filter(|d| {
        tested
            .iter()
            .all(|(dimension, _)| *dimension != d.dimension)
    })
    .map(|d| format!("{} was not tested.", d.name))
    .collect()
}

fn is_core(dimension: Dimension) -> bool {
    rubric()
        .dimensions
        .iter()
        .any(|d| d.dimension == dimension && d.core)
}

fn name(dimension: Dimension) -> &'static str {
    let known = rubric()
        .dimensions
        .iter()
        .find(|d| d.dimension == dimension);
    known.map_or("A dimension", |d| d.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use interview::{At, Span};

    fn at(levels: &[(Dimension, u8)]) -> Vec<DimensionScore> {
        Dimension::ALL
            .into_iter()
            .map(|dimension| DimensionScore {
                dimension,
                level: levels
                    .iter()
                    .find(|(d, _)| *d == dimension)
                    .map(|(_, level)| *level),
                range: None,
                calibrated: !matches!(
                    dimension,
                    Dimension::Drive
                        | Dimension::Judgement
                        | Dimension::Communication
                        | Dimension::Presence
                ),
                cap: None,
                why: String::new(),
                findings: Vec::new(),
            })
            .collect()
    }

    fn six(structure: u8, quant: u8, rest: u8) -> Vec<DimensionScore> {
        at(&[
            (Dimension::Framing, rest),
            (Dimension::Structure, structure),
            (Dimension::Quant, quant),
            (Dimension::Insight, rest),
            (Dimension::Creativity, rest),
            (Dimension::Synthesis, rest),
        ])
    }

    fn fatal(self_caught: bool) -> Finding {
        Finding {
            code: "Q1".into(),
            severity: if self_caught {
                Severity::Major
            } else {
                Severity::Fatal
            },
            dimension: Dimension::Quant,
            segment: "q1".into(),
            entry: 0,
            span: Span { start: 0, end: 1 },
            quote: "6".into(),
            at: At(0),
            what: String::new(),
            instead: String::new(),
            self_caught,
        }
    }

    #[test]
    fn all_at_the_bar_and_two_above_is_ready() {
        assert_eq!(decide(&six(4, 4, 3), &[]).0, Verdict::Ready);
    }

    #[test]
    fn strong_structure_does_not_make_up_for_weak_numbers() {
        let (verdict, because) = decide(&six(5, 2, 5), &[]);
        assert_eq!(verdict, Verdict::NotYet);
        assert_eq!(because, ["Quant is at 2; this one decides by itself."]);
    }

    #[test]
    fn a_fatal_error_sinks_a_ready_attempt_unless_caught() {
        assert_eq!(decide(&six(4, 4, 4), &[fatal(false)]).0, Verdict::NotYet);
        assert_eq!(decide(&six(4, 4, 4), &[fatal(true)]).0, Verdict::Ready);
    }

    #[test]
    fn threes_throughout_are_borderline() {
        assert_eq!(decide(&six(3, 3, 3), &[]).0, Verdict::Borderline);
    }

    #[test]
    fn without_an_ending_nobody_is_ready() {
        let levels = [
            (Dimension::Framing, 5),
            (Dimension::Structure, 5),
            (Dimension::Quant, 5),
        ];
        let (verdict, because) = decide(&at(&levels), &[]);
        assert_eq!(verdict, Verdict::Borderline);
        assert_eq!(because, ["Synthesis was not tested."]);
    }

    #[test]
    fn uncalibrated_dimensions_decide_nothing() {
        let mut levels = six(4, 4, 3);
        for score in levels.iter_mut().filter(|d| !d.calibrated) {
            score.level = Some(1);
        }
        assert_eq!(decide(&levels, &[]).0, Verdict::Ready);
    }

    #[test]
    fn silence_is_not_tested() {
        assert_eq!(decide(&at(&[]), &[]).0, Verdict::NotTested);
    }
}
