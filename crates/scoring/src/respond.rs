//! One answer to one segment, scored by itself: the line that `casingexpert score` prints.
//! The same detectors and models as for a whole attempt.

use casebook::{Case, Dimension, Segment, SegmentKind};
use interview::{At, Hit, Reader, Reading, Span, Zone};
use serde::{Deserialize, Serialize};

use crate::arithmetic::Arithmetic;
use crate::gold::{Gold, Hits};
use crate::heard::{Before, Heard, Turn};
use crate::levels::{Earned, earned, features, settle};
use crate::rubric::{dimension_of, model};
use crate::{detectors, judging, oracle};

/// Decimals of a printed final value: more than any tolerance asks.
const VALUE_PLACES: u32 = 6;

/// An answer to one segment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// `clarify`, `structure`, `quant1`, `quant2`, `exhibit`, `brainstorm`, `synthesis`, or the
    /// id of a segment of the case.
    pub segment: String,
    /// The words.
    pub text: String,
    /// How long it took.
    #[serde(default)]
    pub seconds: u32,
    /// Spoken.
    #[serde(default)]
    pub voice: bool,
    /// For clarify: the questions as asked in turn.
    #[serde(default)]
    pub questions: Vec<String>,
}

/// What is printed for an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Responded {
    /// 1 to 5.
    pub level: u8,
    /// The dimension it bears on.
    pub dimension: Dimension,
    /// Findings in order of place.
    pub findings: Vec<Quoted>,
    /// Item ids covered.
    pub hits: Hits,
    /// Headline number in base units; quant only.
    pub final_value: Option<serde_json::Number>,
    /// Its unit.
    pub final_unit: Option<String>,
    /// Within tolerance; quant only.
    pub final_right: Option<bool>,
    /// `None` when right, a trap's id, `unlisted` or `no_answer`; quant only.
    pub error: Option<String>,
    /// That mistake in a few words.
    pub slip: Option<String>,
}

/// A finding as printed: code and verbatim place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    /// Code of the catalogue.
    pub code: String,
    /// The words at the place.
    pub quote: String,
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// An answer with everything that was seen in it; the calibration refits on the features.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// What is printed.
    pub responded: Responded,
    /// Kind of segment.
    pub kind: SegmentKind,
    /// In the order of the kind's features.
    pub features: Vec<i32>,
    /// What of it earns anything, whatever the model says.
    pub earned: Earned,
}

/// Why an answer cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("case {case} has no segment `{segment}`; name one of {known}")]
pub struct NoSegment {
    /// Slug.
    pub case: String,
    /// What was asked for.
    pub segment: String,
    /// What there is.
    pub known: String,
}

/// Scores one answer.
///
/// # Errors
/// When the case has no such segment.
pub fn respond(case: &Case, reader: &Reader, response: &Response) -> Result<Responded, NoSegment> {
    Ok(examine(case, reader, response)?.responded)
}

/// Scores one answer and keeps the features.
///
/// # Errors
/// When the case has no such segment.
pub fn examine(case: &Case, reader: &Reader, response: &Response) -> Result<Examined, NoSegment> {
    let segment = segment_named(case, &response.segment)?;
    let (reading, by_question) = read(reader, segment, response);
    let judged = judging::judge(case, segment, &[(0, response.text.as_str(), &reading)]);
    Ok(examined(
        case,
        segment,
        response,
        &reading,
        by_question,
        judged,
    ))
}

/// The same with gold labels in place of the reader's hits and numbers: what would be had if
/// reading were perfect.
///
/// # Errors
/// When the case has no such segment.
pub fn examine_as_graded(
    case: &Case,
    reader: &Reader,
    response: &Response,
    gold: &Gold,
) -> Result<Examined, NoSegment> {
    let segment = segment_named(case, &response.segment)?;
    let (read, _) = read(reader, segment, response);
    let judged = judging::judge(case, segment, &[(0, response.text.as_str(), &read)]);
    let reading = oracle::reading(case, segment, &response.text, &read, gold);
    let judged = oracle::arithmetic(judged, gold);
    Ok(examined(case, segment, response, &reading, None, judged))
}

/// The segment of that name; `quant2` is the second quant of the case.
///
/// # Errors
/// When there is none.
pub fn segment_named<'c>(case: &'c Case, name: &str) -> Result<&'c Segment, NoSegment> {
    let (kind, nth) = match name {
        "clarify" => (Some(SegmentKind::Clarify), 0),
        "structure" => (Some(SegmentKind::Structure), 0),
        "quant1" => (Some(SegmentKind::Quant), 0),
        "quant2" => (Some(SegmentKind::Quant), 1),
        "exhibit" => (Some(SegmentKind::Exhibit), 0),
        "brainstorm" => (Some(SegmentKind::Brainstorm), 0),
        "synthesis" => (Some(SegmentKind::Synthesis), 0),
        _ => (None, 0),
    };
    let by_id = || case.segments.iter().find(|s| s.id == name);
    let by_kind = |kind| case.segments.iter().filter(|s| s.kind == kind).nth(nth);
    kind.and_then(by_kind)
        .or_else(by_id)
        .ok_or_else(|| NoSegment {
            case: case.slug.clone(),
            segment: name.to_owned(),
            known: case
                .segments
                .iter()
                .map(|s| s.id.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        })
}

/// Reads the words; questions given apart are read one by one, as the interview would, and their
/// hits are carried to their places in the whole.
fn read(
    reader: &Reader,
    segment: &Segment,
    response: &Response,
) -> (Reading, Option<Vec<Vec<String>>>) {
    let mut whole = reader.read(&segment.id, &response.text);
    if segment.kind != SegmentKind::Clarify || response.questions.is_empty() {
        return (whole, None);
    }
    let (mut from, mut lists) = (0, Vec::new());
    whole.hits.clear();
    whole.questions.clear();
    for question in &response.questions {
        let at = response
            .text
            .get(from..)
            .and_then(|rest| rest.find(question.as_str()));
        let place = at.map(|n| Span {
            start: from + n,
            end: from + n + question.len(),
        });
        from = place.map_or(from, |p| p.end);
        let mut read = reader.read(&segment.id, question);
        // What is given as a question but asks nothing earns no fact.
        if read.questions.is_empty() {
            read.hits.clear();
        }
        lists.push(sure_items(&read.hits));
        let shift = |hit: Hit| match place {
            Some(p) => Hit {
                at: Span {
                    start: p.start + hit.at.start,
                    end: p.start + hit.at.end,
                },
                ..hit
            },
            None => Hit {
                at: Span {
                    start: 0,
                    end: response.text.len(),
                },
                ..hit
            },
        };
        whole.hits.extend(read.hits.into_iter().map(shift));
        whole.questions.push(place.unwrap_or(Span {
            start: 0,
            end: response.text.len(),
        }));
    }
    (whole, Some(lists))
}

fn sure_items(hits: &[Hit]) -> Vec<String> {
    let mut items: Vec<String> = hits
        .iter()
        .filter(|h| h.zone == Zone::Sure && !h.contradicts)
        .map(|h| h.item.clone())
        .collect();
    items.sort();
    items.dedup();
    items
}

/// The verdict on an answer whose reading is at hand.
#[must_use]
pub fn examined(
    case: &Case,
    segment: &Segment,
    response: &Response,
    reading: &Reading,
    by_question: Option<Vec<Vec<String>>>,
    judged: Option<Arithmetic>,
) -> Examined {
    let heard = Heard {
        case,
        segment,
        turns: vec![Turn::new(0, At(0), &response.text, reading)],
        judged,
        used_secs: response.seconds,
        hint_rung: 0,
        before: Before::default(),
    };
    let features = features(&heard);
    let earned = earned(&heard);
    let level = settle(model(segment.kind).level(&features), earned);
    let hits = by_question.map_or_else(
        || Hits::Whole(labelled(&heard)),
        |lists| {
            let labels = labelled(&heard);
            let kept =
                |list: Vec<String>| list.into_iter().filter(|i| labels.contains(i)).collect();
            Hits::ByQuestion(lists.into_iter().map(kept).collect())
        },
    );
    let findings = detectors::detect(&heard).into_iter().map(|f| Quoted {
        code: f.code,
        quote: f.quote,
        start: f.span.start,
        end: f.span.end,
    });
    let findings = findings.collect();
    let verdict = heard.judged.as_ref();
    let responded = Responded {
        level,
        dimension: dimension_of(segment.kind),
        findings,
        hits,
        final_value: verdict
            .and_then(|v| v.final_value.as_ref()?.decimal(VALUE_PLACES).parse().ok()),
        final_unit: verdict
            .filter(|v| v.answered())
            .map(|v| v.final_unit.clone()),
        final_right: verdict.map(|v| v.final_right),
        error: verdict.and_then(|v| v.error.label().map(str::to_owned)),
        slip: verdict.and_then(|v| v.slip.clone()),
    };
    Examined {
        responded,
        kind: segment.kind,
        features,
        earned,
    }
}

/// Items that graders label: what the case lists for this kind of segment.
fn labelled(heard: &Heard) -> Vec<String> {
    let mut items: Vec<String> = heard
        .hits()
        .map(|f| f.hit.item.clone())
        .filter(|item| is_labelled(heard.case, heard.kind(), item))
        .collect();
    items.sort();
    items.dedup();
    items
}

/// Whether graders label this item in this kind of segment.
#[must_use]
pub fn is_labelled(case: &Case, kind: SegmentKind, item: &str) -> bool {
    match kind {
        SegmentKind::Clarify => case.facts.iter().any(|f| f.id == item),
        SegmentKind::Structure => crate::worth::branches(case).any(|b| b.id == item),
        SegmentKind::Quant => false,
        SegmentKind::Exhibit => case
            .exhibits
            .iter()
            .flat_map(|e| &e.insights)
            .any(|i| i.id == item),
        SegmentKind::Brainstorm => {
            let groups = case.brainstorms.iter().flat_map(|b| &b.groups);
            groups.flat_map(|g| &g.ideas).any(|i| i.id == item)
        }
        SegmentKind::Synthesis => case.synthesis.points.iter().any(|p| p.id == item),
    }
}
