//! Words for the values of the case format and the rubric, the same on every page.

use casebook::{Case, Dimension, Format, INDUSTRIES, TOPICS};
use interview::Mode;
use scoring::{Severity, Verdict};

use crate::strings::t;

/// The word used in addresses and forms.
#[must_use]
pub fn format_slug(format: Format) -> &'static str {
    match format {
        Format::InterviewerLed => "interviewer-led",
        Format::CandidateLed => "candidate-led",
    }
}

/// Who leads, in words.
#[must_use]
pub fn format_words(format: Format) -> String {
    t(&format!("format-{}", format_slug(format)))
}

/// The word used in forms.
#[must_use]
pub fn mode_slug(mode: Mode) -> &'static str {
    match mode {
        Mode::Learn => "learn",
        Mode::Exam => "exam",
        Mode::Stress => "stress",
    }
}

/// The mode in words.
#[must_use]
pub fn mode_words(mode: Mode) -> String {
    t(&format!("mode-{}", mode_slug(mode)))
}

/// The industry of that slug in words; an unknown slug stands for itself.
#[must_use]
pub fn industry_words(slug: &str) -> String {
    known(INDUSTRIES, slug)
}

/// The topic of that slug in words; an unknown slug stands for itself.
#[must_use]
pub fn topic_words(slug: &str) -> String {
    known(TOPICS, slug)
}

fn known(list: &[(&str, &str)], slug: &str) -> String {
    list.iter()
        .find(|(s, _)| *s == slug)
        .map_or(slug, |(_, words)| words)
        .to_owned()
}

/// The dimension in words.
#[must_use]
pub fn dimension_words(dimension: Dimension) -> String {
    t(&format!("dimension-{}", dimension.slug()))
}

/// The verdict in words.
#[must_use]
pub fn verdict_words(verdict: Verdict) -> String {
    t(match verdict {
        Verdict::Ready => "verdict-ready",
        Verdict::Borderline => "verdict-borderline",
        Verdict::NotYet => "verdict-not-yet",
        Verdict::NotTested => "verdict-not-tested",
    })
}

/// The severity in words.
#[must_use]
pub fn severity_words(severity: Severity) -> String {
    t(match severity {
        Severity::Held => "severity-held",
        Severity::Minor => "severity-minor",
        Severity::Major => "severity-major",
        Severity::Fatal => "severity-fatal",
    })
}

/// Minutes planned for the whole case, rounded up.
#[must_use]
pub fn minutes_planned(case: &Case) -> u32 {
    case.segments
        .iter()
        .map(|s| s.budget_secs)
        .sum::<u32>()
        .div_ceil(60)
}

/// `Market entry. Energy and resources. Interviewer-led or candidate-led. 35 min`
#[must_use]
pub fn kind_line(case: &Case) -> String {
    let topic = case
        .topics
        .first()
        .map(|s| topic_words(s))
        .unwrap_or_default();
    let formats: Vec<String> = case.formats.iter().map(|f| format_words(*f)).collect();
    let formats = match formats.as_slice() {
        [one, other] => format!("{one} or {}", other.to_lowercase()),
        all => all.join(", "),
    };
    let industry = industry_words(&case.industry);
    format!(
        "{topic}. {industry}. {formats}. {}\u{a0}min",
        minutes_planned(case)
    )
}
