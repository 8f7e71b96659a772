//! The case to play next, and why that one.

use casebook::{Case, Dimension};

use super::super::past::Past;
use crate::library::CaseLibrary;
use crate::scored::Material;
use crate::words::{dimension_words, industry_words, kind_line};
use crate::{t, ta};

/// A suggestion with its reason.
pub(crate) struct NextCase {
    pub slug: String,
    pub title: String,
    pub kind: String,
    pub reason: String,
}

/// How much each reason counts, in the order of what practice needs: a case not yet played, the
/// weak skill asked for, another context, and the author's own word that the two belong together.
const NEW: u32 = 100;
const AXIS_STEP: u32 = 8;
const OTHER_INDUSTRY: u32 = 12;
const RELATED: u32 = 10;

/// The best next case; `None` when there is no other.
pub(crate) fn choose(
    library: &CaseLibrary,
    material: &Material,
    past: &[Past],
) -> Option<NextCase> {
    let weak = weakest(material);
    let here = &material.case;
    let others = library
        .all()
        .into_iter()
        .map(|l| &l.case)
        .filter(|c| c.slug != here.slug);
    let best = others.max_by_key(|case| {
        (
            worth(case, here, weak, past),
            std::cmp::Reverse(case.slug.clone()),
        )
    })?;
    Some(NextCase {
        slug: best.slug.clone(),
        title: best.title.clone(),
        kind: kind_line(best),
        reason: reason(best, here, weak, past),
    })
}

/// The lowest calibrated dimension of this attempt, or its target when none was tested.
fn weakest(material: &Material) -> Dimension {
    let tested = material.card.dimensions.iter().filter(|d| d.calibrated);
    tested
        .filter_map(|d| d.level.map(|level| (level, d.dimension)))
        .min()
        .map_or(material.plan.target, |(_, dimension)| dimension)
}

fn worth(case: &Case, here: &Case, weak: Dimension, past: &[Past]) -> u32 {
    let played = past.iter().any(|p| p.slug == case.slug);
    let (_, steps) = axis(case, weak);
    u32::from(steps) * AXIS_STEP
        + if played { 0 } else { NEW }
        + if case.industry == here.industry {
            0
        } else {
            OTHER_INDUSTRY
        }
        + if here.related.contains(&case.slug) {
            RELATED
        } else {
            0
        }
}

/// The axis on which a dimension is trained most.
fn axis(case: &Case, dimension: Dimension) -> (&'static str, u8) {
    let d = case.difficulty;
    match dimension {
        Dimension::Quant => ("axis-math", d.math),
        Dimension::Insight => ("axis-exhibits", d.exhibits),
        Dimension::Presence | Dimension::Communication => ("axis-pressure", d.pressure),
        _ => ("axis-ambiguity", d.ambiguity),
    }
}

fn reason(case: &Case, here: &Case, weak: Dimension, past: &[Past]) -> String {
    let (name, steps) = axis(case, weak);
    let words = [
        ("skill", dimension_words(weak)),
        ("axis", t(name).to_lowercase()),
        ("steps", steps.to_string()),
    ];
    let words: Vec<(&'static str, &str)> = words.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let mut sentences = vec![ta("next-skill", &words)];
    if case.industry != here.industry {
        sentences.push(ta(
            "next-industry",
            &[("industry", &industry_words(&case.industry))],
        ));
    }
    let played = past.iter().any(|p| p.slug == case.slug);
    sentences.push(t(if played { "next-again" } else { "next-new" }));
    sentences.join(" ")
}
