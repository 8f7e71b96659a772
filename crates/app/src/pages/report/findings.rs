//! Findings as the report shows them: numbered in order of time, one number everywhere.

use casebook::Segment;
use scoring::{Finding, Scorecard, Severity, detectors};

use crate::words::severity_words;
use crate::{clock, t};

/// One finding, ready for a page.
#[derive(Debug, Clone)]
pub(crate) struct FindingView {
    /// Counting from 1, in order of time.
    pub no: usize,
    /// Whether it is an error rather than something that held.
    pub drift: bool,
    /// A few words.
    pub name: String,
    /// Code of the catalogue.
    pub code: String,
    /// How much it costs.
    pub weight: Severity,
    /// The same in words.
    pub severity: String,
    /// The words it rests on.
    pub quote: String,
    /// Running clock.
    pub clock: String,
    /// Part of the case.
    pub part: String,
    /// What was seen.
    pub what: String,
    /// Why it costs.
    pub why: String,
    /// What to say instead; empty for what held.
    pub instead: String,
    /// Put right without help.
    pub self_caught: bool,
}

/// All findings of a scorecard with their numbers.
pub(crate) struct Numbered<'a> {
    /// In the scorecard's order.
    pub findings: &'a [Finding],
    views: Vec<FindingView>,
}

impl<'a> Numbered<'a> {
    /// Numbers the findings of a scorecard.
    pub(crate) fn of(segments: &[Segment], card: &'a Scorecard) -> Self {
        let mut order: Vec<usize> = (0..card.findings.len()).collect();
        order.sort_by_key(|at| {
            let finding = &card.findings[*at];
            (finding.at, finding.entry, finding.span.start)
        });
        let mut numbers = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            numbers[*at] = place + 1;
        }
        let views = card
            .findings
            .iter()
            .zip(numbers)
            .map(|(f, no)| view(segments, f, no));
        Self {
            findings: &card.findings,
            views: views.collect(),
        }
    }

    /// The finding at that index of the scorecard.
    pub(crate) fn view(&self, index: usize) -> Option<&FindingView> {
        self.views.get(index)
    }

    /// Each finding with its view, in order of time.
    pub(crate) fn in_time(&self) -> Vec<(&'a Finding, &FindingView)> {
        let mut all: Vec<_> = self.findings.iter().zip(&self.views).collect();
        all.sort_by_key(|(_, view)| view.no);
        all
    }
}

fn view(segments: &[Segment], finding: &Finding, no: usize) -> FindingView {
    let detector = detectors::by_code(&finding.code);
    let drift = finding.severity != Severity::Held;
    let stock = detector.map_or("", |d| d.instead);
    let instead = if finding.instead.is_empty() {
        stock
    } else {
        &finding.instead
    };
    let part = segments.iter().find(|s| s.id == finding.segment);
    FindingView {
        no,
        drift,
        name: detector.map_or_else(|| t("report-finding"), |d| d.name.to_owned()),
        code: finding.code.clone(),
        weight: finding.severity,
        severity: severity_words(finding.severity),
        quote: finding.quote.clone(),
        clock: clock::minutes(finding.at.0),
        part: part.map(|s| s.name.clone()).unwrap_or_default(),
        what: finding.what.clone(),
        why: detector.map_or("", |d| d.why).to_owned(),
        instead: if drift {
            instead.to_owned()
        } else {
            String::new()
        },
        self_caught: finding.self_caught,
    }
}
