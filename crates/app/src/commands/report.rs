//! The report of an attempt as plain text: levels, findings with the words they rest on, the
//! arithmetic traced, the time, and what to try next.

use std::io::Write;

use casebook::{Case, Dimension};
use interview::{Entry, Plan};
use scoring::{DimensionScore, Finding, Scorecard, Standing, Trace, Tried, detectors};

use super::page::Page;
use super::talk::turns_line;
use crate::clock::minutes;
use crate::figures::quantity;
use crate::words::{dimension_words, severity_words, verdict_words};
use crate::{CaseLibrary, t, t1, ta};

/// Scores the entries and prints what came of it.
pub(super) fn print(
    library: &CaseLibrary,
    case: &Case,
    plan: &Plan,
    entries: &[Entry],
    page: &mut Page<'_, impl Write>,
) -> anyhow::Result<()> {
    let card = scoring::score(case, plan, entries);
    page.head(&t1("practice-report", "title", &case.title))?;
    page.plain(&t1("practice-not-official", "rubric", card.rubric))?;
    page.plain(&turns_line(entries))?;
    page.plain(&format!("\n{}", verdict_words(card.verdict)))?;
    for reason in &card.because {
        page.paragraph(2, reason)?;
    }
    levels(&card, page)?;
    findings(case, &card, page)?;
    for trace in &card.arithmetic {
        arithmetic(case, trace, page)?;
    }
    time(case, &card, page)?;
    next(library, case, &card, page)?;
    page.flush()?;
    Ok(())
}

fn levels(card: &Scorecard, page: &mut Page<'_, impl Write>) -> anyhow::Result<()> {
    page.head(&t("practice-levels"))?;
    for score in &card.dimensions {
        let level = score
            .level
            .map_or_else(|| t("practice-not-tested"), |level| level.to_string());
        page.plain(&format!(
            "{:<28}{level}{}",
            dimension_words(score.dimension),
            marks(score)
        ))?;
        if score.level.is_some() {
            page.paragraph(4, &score.why)?;
        }
    }
    Ok(())
}

fn marks(score: &DimensionScore) -> String {
    let mut marks = Vec::new();
    if let Some((low, high)) = score.range.filter(|(low, high)| low < high) {
        marks.push(ta(
            "practice-range",
            &[("low", &low.to_string()), ("high", &high.to_string())],
        ));
    }
    if let Some(cap) = score.cap {
        marks.push(t1("practice-cap", "cap", cap));
    }
    if score.level.is_some() && !score.calibrated {
        marks.push(t("practice-uncalibrated"));
    }
    if marks.is_empty() {
        String::new()
    } else {
        format!("  ({})", marks.join(", "))
    }
}

fn findings(case: &Case, card: &Scorecard, page: &mut Page<'_, impl Write>) -> anyhow::Result<()> {
    page.head(&t("practice-findings"))?;
    if card.findings.is_empty() {
        page.plain(&t("practice-no-findings"))?;
    }
    for finding in &card.findings {
        print_finding(case, finding, page)?;
    }
    Ok(())
}

fn print_finding(
    case: &Case,
    finding: &Finding,
    page: &mut Page<'_, impl Write>,
) -> anyhow::Result<()> {
    let detector = detectors::by_code(&finding.code);
    let name = detector.map_or(finding.code.as_str(), |d| d.name);
    let place = format!(
        "{}, {}",
        part_name(case, &finding.segment),
        minutes(finding.at.0)
    );
    page.plain(&format!(
        "\n{} {name}, {} ({place})",
        finding.code,
        severity_words(finding.severity)
    ))?;
    if !finding.quote.is_empty() {
        page.paragraph(4, &format!("\u{201c}{}\u{201d}", finding.quote))?;
    }
    page.paragraph(4, &finding.what)?;
    if let Some(detector) = detector {
        page.paragraph(4, detector.why)?;
        let instead = if finding.instead.is_empty() {
            detector.instead
        } else {
            &finding.instead
        };
        page.paragraph(4, &t1("practice-instead", "instead", instead))?;
    }
    Ok(())
}

fn part_name<'a>(case: &'a Case, id: &'a str) -> &'a str {
    case.segments
        .iter()
        .find(|s| s.id == id)
        .map_or(id, |s| s.name.as_str())
}

fn arithmetic(case: &Case, trace: &Trace, page: &mut Page<'_, impl Write>) -> anyhow::Result<()> {
    page.head(&t1(
        "practice-arithmetic",
        "part",
        part_name(case, &trace.quant),
    ))?;
    if trace.steps.is_empty() {
        page.plain(&t("practice-no-steps"))?;
    }
    for (index, step) in trace.steps.iter().enumerate() {
        let mark = if trace.first_wrong == Some(index) {
            t("practice-first-wrong")
        } else {
            standing(step.standing)
        };
        page.paragraph(0, &format!("{}. {}  [{mark}]", index + 1, step.read))?;
        if step.standing != Standing::Right && !step.exact.is_empty() {
            page.paragraph(4, &t1("practice-exact", "exact", &step.exact))?;
        }
    }
    for mistake in &trace.mistakes {
        page.paragraph(4, &t1("practice-mistake", "mistake", &mistake.mistake))?;
    }
    let solution = case.quants.iter().find(|quant| quant.id == trace.quant);
    for step in solution.iter().flat_map(|quant| &quant.steps) {
        let value = quantity(&step.value, &step.unit);
        page.paragraph(4, &format!("{}: {} = {value}", step.label, step.worked))?;
    }
    Ok(())
}

fn standing(standing: Standing) -> String {
    t(match standing {
        Standing::Right => "practice-right",
        Standing::Rounded => "practice-rounded",
        Standing::Wrong => "practice-wrong",
        Standing::Follows => "practice-follows",
        Standing::MisHeard => "practice-misheard",
        Standing::Unknown => "practice-unknown",
    })
}

fn time(case: &Case, card: &Scorecard, page: &mut Page<'_, impl Write>) -> anyhow::Result<()> {
    page.head(&t("practice-time"))?;
    for stretch in &card.timeline.segments {
        let used = stretch.to.0.saturating_sub(stretch.from.0);
        let planned = minutes(u64::from(stretch.budget_secs) * 1000);
        let of = ta(
            "room-rail",
            &[("used", &minutes(used)), ("budget", &planned)],
        );
        page.plain(&format!("{:<28}{of}", part_name(case, &stretch.segment)))?;
    }
    Ok(())
}

fn next(
    library: &CaseLibrary,
    case: &Case,
    card: &Scorecard,
    page: &mut Page<'_, impl Write>,
) -> anyhow::Result<()> {
    page.head(&t("practice-next"))?;
    page.paragraph(
        0,
        &t1(
            "practice-recommendation",
            "text",
            &case.synthesis.recommendation,
        ),
    )?;
    let level = |score: &DimensionScore| -> Option<(Dimension, u8)> {
        score
            .level
            .filter(|_| score.calibrated)
            .map(|level| (score.dimension, level))
    };
    let tried = Tried {
        slug: case.slug.clone(),
        levels: card.dimensions.iter().filter_map(level).collect(),
    };
    let listed = library.all();
    let cases: Vec<&Case> = listed.iter().map(|listed| &*listed.case).collect();
    if let Some((slug, reason)) = scoring::next_case(&[tried], &cases) {
        page.paragraph(
            0,
            &ta(
                "practice-next-case",
                &[("slug", &slug), ("reason", &reason)],
            ),
        )?;
    }
    Ok(())
}
