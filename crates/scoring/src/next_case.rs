//! Which case to try next: one that trains the weakest dimension in another context. A
//! suggestion with its reason, nothing more.

use casebook::{Case, Dimension, SegmentKind};

use crate::rubric::{dimension_of, rubric};

/// An attempt that is over: the case and the levels it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Slug of the case.
    pub slug: String,
    /// Calibrated dimensions that were tested, with their levels.
    pub levels: Vec<(Dimension, u8)>,
}

/// The slug and the reason; `None` when no case is left to suggest. `history` begins with the
/// oldest attempt.
#[must_use]
pub fn next_case(history: &[Tried], candidates: &[&Case]) -> Option<(String, String)> {
    let last = history.last()?;
    let here = candidates.iter().find(|c| c.slug == last.slug);
    let weakest = last.levels.iter().min_by_key(|(_, level)| *level).copied();
    let best = candidates
        .iter()
        .filter(|c| c.slug != last.slug)
        .max_by_key(|c| {
            (
                fit(c, here.copied(), weakest, history),
                std::cmp::Reverse(&c.slug),
            )
        })?;
    Some((best.slug.clone(), reason(best, here.copied(), weakest)))
}

/// Points of a candidate: untried, another industry, another topic, and room for what is weak.
fn fit(
    case: &Case,
    here: Option<&Case>,
    weakest: Option<(Dimension, u8)>,
    history: &[Tried],
) -> i32 {
    let untried = history.iter().all(|t| t.slug != case.slug);
    let another = |differs: fn(&Case, &Case) -> bool| here.is_none_or(|h| differs(h, case));
    let mut points = 0;
    points += if untried { 8 } else { 0 };
    points += if another(|a, b| a.industry != b.industry) {
        4
    } else {
        0
    };
    points += if another(|a, b| a.topics.first() != b.topics.first()) {
        2
    } else {
        0
    };
    points += weakest.map_or(0, |(dimension, level)| room(case, dimension, level));
    points
}

/// How well the case trains a dimension: parts that show it, at a difficulty near the level.
fn room(case: &Case, dimension: Dimension, level: u8) -> i32 {
    let parts = case
        .segments
        .iter()
        .filter(|s| dimension_of(s.kind) == dimension)
        .count();
    let demand = axis(case, dimension);
    let near = 3 - i32::from(demand.abs_diff(level.max(2)));
    i32::try_from(parts.min(3)).unwrap_or(0) + near
}

fn axis(case: &Case, dimension: Dimension) -> u8 {
    let d = case.difficulty;
    match dimension {
        Dimension::Quant => d.math,
        Dimension::Insight => d.exhibits,
        Dimension::Synthesis | Dimension::Presence | Dimension::Communication => d.pressure,
        _ => d.ambiguity,
    }
}

fn reason(case: &Case, here: Option<&Case>, weakest: Option<(Dimension, u8)>) -> String {
    let elsewhere = here.is_none_or(|h| h.industry != case.industry);
    let context = if elsewhere {
        "in another industry"
    } else {
        "on other facts"
    };
    match weakest {
        Some((dimension, level)) => {
            let known = rubric()
                .dimensions
                .iter()
                .find(|d| d.dimension == dimension);
            let name = known.map_or("your weakest dimension", |d| d.name.as_str());
            let parts = case
                .segments
                .iter()
                .filter(|s| dimension_of(s.kind) == dimension)
                .count();
            let asks = if parts > 1 && dimension_of(SegmentKind::Quant) == dimension {
                format!(" It asks for it {parts} times.")
            } else {
                String::new()
            };
            format!("{name} was at {level}: the same skill {context}.{asks}")
        }
        None => format!("The same work {context}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::specimen::case;

    fn named(slug: &str, industry: &str) -> Case {
        Case {
            slug: slug.into(),
            industry: industry.into(),
            ..case()
        }
    }

    fn tried(slug: &str, level: u8) -> Tried {
        Tried {
            slug: slug.into(),
            levels: vec![(Dimension::Quant, level), (Dimension::Framing, 4)],
        }
    }

    #[test]
    fn another_industry_comes_before_the_same() {
        let cases = [
            named("a", "media"),
            named("b", "media"),
            named("c", "education"),
        ];
        let (slug, reason) =
            next_case(&[tried("a", 2)], &cases.iter().collect::<Vec<_>>()).expect("a suggestion");
        assert_eq!(slug, "c");
        assert_eq!(
            reason,
            "Quant was at 2: the same skill in another industry."
        );
    }

    #[test]
    fn the_same_case_is_never_suggested() {
        let only = named("a", "media");
        assert_eq!(next_case(&[tried("a", 2)], &[&only]), None);
    }

    #[test]
    fn an_untried_case_comes_before_a_tried_one() {
        let cases = [
            named("a", "media"),
            named("b", "education"),
            named("c", "media"),
        ];
        let history = [tried("b", 3), tried("a", 2)];
        let found = next_case(&history, &cases.iter().collect::<Vec<_>>());
        assert_eq!(found.map(|(slug, _)| slug), Some("c".to_owned()));
    }

    #[test]
    fn nothing_is_suggested_before_the_first_attempt() {
        assert_eq!(next_case(&[], &[&case()]), None);
    }
}
