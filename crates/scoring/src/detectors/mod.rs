//! The catalogue of findings: a file each, holding the document that is also its help page, the
//! detector and its tests. A detector looks at one segment; it never changes a level.

use casebook::Dimension;
use interview::Span;

use crate::heard::{Heard, Turn};
use crate::{Finding, Severity};

/// One kind of finding, written to be read by the candidate it concerns.
pub struct Detector {
    /// Code of the drift catalogue, or `H...` for something that held.
    pub code: &'static str,
    /// A few words.
    pub name: &'static str,
    /// How much it costs when not caught by oneself.
    pub severity: Severity,
    /// The dimension it bears on.
    pub dimension: Dimension,
    /// What it catches.
    pub what: &'static str,
    /// Why it costs, or why it counts.
    pub why: &'static str,
    /// A line that shows it.
    pub example: &'static str,
    /// What to say instead; for what held, how to keep it.
    pub instead: &'static str,
    catch: for<'h, 'a> fn(&'h Heard<'a>) -> Vec<Catch<'h, 'a>>,
}

/// A place that a detector points at.
struct Catch<'h, 'a> {
    turn: &'h Turn<'a>,
    span: Span,
    what: String,
    instead: String,
    self_caught: bool,
}

impl<'h, 'a> Catch<'h, 'a> {
    fn at(turn: &'h Turn<'a>, span: Span, what: impl Into<String>) -> Self {
        Self {
            turn,
            span,
            what: what.into(),
            instead: String::new(),
            self_caught: false,
        }
    }

    fn instead(self, instead: impl Into<String>) -> Self {
        Self {
            instead: instead.into(),
            ..self
        }
    }
}

macro_rules! catalogue {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*
        /// Every detector, in the order of the catalogue.
        pub static ALL: &[Detector] = &[$($file::DETECTOR),*];
    };
}

catalogue![
    o1, o2, o3, o4, o5, s1, s2, s3, s4, s5, s6, s7, d1, d2, d3, d4, d5, e1, e2, e3, e4, q1, q2, q3,
    q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17, b1, b2, y1, y2, y3, y4, y5, y6,
    i1, i2, i3, i4, h1, h2, h3, h4, h5, h6,
];

mod place;
#[cfg(test)]
pub(crate) mod specimen;

/// The detector of that code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Detector> {
    ALL.iter().find(|d| d.code == code)
}

/// Every finding of a segment, in order of place.
#[must_use]
pub fn detect(heard: &Heard) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|d| run(d, heard)).collect();
    findings.sort_by_key(|f| (f.at, f.entry, f.span.start));
    findings
}

/// The clause in which a plan states a view.
pub(crate) fn view(heard: &Heard) -> Option<String> {
    let (turn, span) = heard.mark(h2::VIEWS)?;
    Some(Heard::clause_of(turn, span).of(turn.text).to_owned())
}

/// The findings of one detector.
fn run(detector: &Detector, heard: &Heard) -> Vec<Finding> {
    (detector.catch)(heard)
        .into_iter()
        // A place outside the words is a fault of ours; better no finding than a false quote.
        .filter(|catch| !catch.span.of(catch.turn.text).is_empty())
        .map(|catch| Finding {
            code: detector.code.to_owned(),
            severity: discounted(detector.severity, catch.self_caught),
            dimension: detector.dimension,
            segment: heard.segment.id.clone(),
            entry: catch.turn.entry,
            span: catch.span,
            quote: catch.span.of(catch.turn.text).to_owned(),
            at: catch.turn.at,
            what: catch.what,
            instead: catch.instead,
            self_caught: catch.self_caught,
        })
        .collect()
}

/// One step less for what a candidate put right without help.
fn discounted(severity: Severity, self_caught: bool) -> Severity {
    match (severity, self_caught) {
        (Severity::Fatal, true) => Severity::Major,
        (Severity::Major, true) => Severity::Minor,
        (same, _) => same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_detector_is_a_document() {
        for d in ALL {
            let parts = [d.name, d.what, d.why, d.example, d.instead];
            assert!(
                parts.iter().all(|part| part.trim().len() >= 8),
                "{} lacks a part",
                d.code
            );
            assert!(!parts.concat().contains('!'), "{} raises its voice", d.code);
            assert!(
                d.what.ends_with('.') && d.why.ends_with('.'),
                "{} lacks a full stop",
                d.code
            );
        }
    }

    #[test]
    fn codes_are_unique_and_found() {
        for d in ALL {
            assert_eq!(
                ALL.iter().filter(|other| other.code == d.code).count(),
                1,
                "{}",
                d.code
            );
            assert_eq!(by_code(d.code).map(|found| found.name), Some(d.name));
        }
    }

    #[test]
    fn only_what_held_is_coded_h() {
        for d in ALL {
            assert_eq!(
                d.code.starts_with('H'),
                d.severity == Severity::Held,
                "{}",
                d.code
            );
        }
    }

    #[test]
    fn a_slip_that_was_caught_costs_one_step_less() {
        assert_eq!(discounted(Severity::Fatal, true), Severity::Major);
        assert_eq!(discounted(Severity::Major, true), Severity::Minor);
        assert_eq!(discounted(Severity::Minor, true), Severity::Minor);
        assert_eq!(discounted(Severity::Fatal, false), Severity::Fatal);
    }
}
