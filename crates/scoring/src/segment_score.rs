//! The score of one part: level, what was covered and what of weight was left out.

use casebook::{InsightKind, PointRole, SegmentKind, Weight};

use crate::heard::Heard;
use crate::levels::{earned, features, settle};
use crate::rubric::model;
use crate::{Covered, SegmentScore, worth};

/// Thousandths of a level by which a firm answer may be read otherwise: about half of what the
/// calibration finds between levels of neighbouring answers.
const FIRM: i32 = 250;

/// The same for a thin answer.
const THIN: i32 = 500;

/// Fewer words, or fewer hits than two, are thin evidence.
const THIN_WORDS: usize = 25;

/// A part's score and the range its evidence allows.
pub(crate) struct Ranged {
    pub(crate) score: SegmentScore,
    /// Lowest and highest level; `None` when nothing was said.
    pub(crate) range: Option<(u8, u8)>,
    /// Highest level left by hints.
    pub(crate) cap: Option<u8>,
}

/// Scores a part.
pub(crate) fn score(heard: &Heard) -> Ranged {
    let model = model(heard.kind());
    let features = features(heard);
    let cap = cap(heard.hint_rung);
    let top = cap.unwrap_or(crate::LEVELS);
    let spoke = heard.spoke();
    let settled = |stand: i32| settle(model.level_at(stand), earned(heard)).min(top);
    let stand = model.stand(&features);
    let thin = heard.word_count() < THIN_WORDS || heard.hits().count() < 2;
    let margin = if thin { THIN } else { FIRM };
    Ranged {
        score: SegmentScore {
            segment: heard.segment.id.clone(),
            level: spoke.then(|| settled(stand)),
            covered: covered(heard),
            missed: missed(heard),
            hint_rung: heard.hint_rung,
        },
        range: spoke.then(|| (settled(stand - margin), settled(stand + margin))),
        cap,
    }
}

/// The third rung gives the step and leaves a 3; the fourth gives the result and leaves a 2.
pub(crate) fn cap(rung: u8) -> Option<u8> {
    match rung {
        0..=2 => None,
        3 => Some(3),
        _ => Some(2),
    }
}

/// Each item once, where it was first said.
fn covered(heard: &Heard) -> Vec<Covered> {
    let mut covered: Vec<Covered> = Vec::new();
    for found in heard.hits() {
        if covered.iter().all(|c| c.item != found.hit.item) {
            covered.push(Covered {
                item: found.hit.item.clone(),
                entry: found.turn.entry,
                span: found.hit.at,
            });
        }
    }
    covered
}

/// Items of weight that were left out, in the order of the case.
fn missed(heard: &Heard) -> Vec<String> {
    let case = heard.case;
    let id = &heard.segment.id;
    let essential = |insights: &[casebook::Insight]| -> Vec<String> {
        let ids = worth::readings(insights, InsightKind::Essential);
        ids.into_iter().map(str::to_owned).collect()
    };
    let wanted: Vec<String> = match heard.kind() {
        SegmentKind::Clarify => {
            let facts = case.facts.iter().filter(|f| f.weight == Weight::Essential);
            facts.map(|f| f.id.clone()).collect()
        }
        SegmentKind::Structure => {
            let branches = worth::branches(case).filter(|b| b.weight == Weight::Essential);
            branches.map(|b| b.id.clone()).collect()
        }
        SegmentKind::Exhibit => {
            let exhibit = case.exhibits.iter().find(|e| e.id == *id);
            exhibit.map_or_else(Vec::new, |e| essential(&e.insights))
        }
        SegmentKind::Quant => {
            let quant = case.quants.iter().find(|q| q.id == *id);
            quant.map_or_else(Vec::new, |q| essential(&q.consequences))
        }
        SegmentKind::Brainstorm => {
            let asked = case.brainstorms.iter().find(|b| b.id == *id);
            let groups = asked.map_or(&[][..], |b| &b.groups).iter();
            let untouched =
                groups.filter(|g| g.ideas.iter().all(|i| heard.covers(&i.id).is_none()));
            untouched.map(|g| g.id.clone()).collect()
        }
        SegmentKind::Synthesis => {
            let answer = case
                .synthesis
                .points
                .iter()
                .filter(|p| p.role == PointRole::Answer);
            let reasons = case
                .synthesis
                .points
                .iter()
                .filter(|p| p.role == PointRole::Reason);
            answer.chain(reasons).map(|p| p.id.clone()).collect()
        }
    };
    wanted
        .into_iter()
        .filter(|item| heard.covers(item).is_none())
        .collect()
}
