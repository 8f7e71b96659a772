//! What the report shows: levels, findings with their places, traced arithmetic, time line.

use casebook::{Dimension, Exact};
use interview::{At, Span};
use serde::{Deserialize, Serialize};

/// The verdict of one attempt. Practice feedback, never an official scorecard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// Version of the rubric that gave the levels.
    pub rubric: u32,
    /// Version of the engine that scored.
    pub engine: u32,
    /// Ready, borderline, not yet.
    pub verdict: Verdict,
    /// Why, in sentences, most weighty first.
    pub because: Vec<String>,
    /// One a dimension, in the order of [`Dimension::ALL`].
    pub dimensions: Vec<DimensionScore>,
    /// In order of time.
    pub findings: Vec<Finding>,
    /// One a segment that the attempt reached.
    pub segments: Vec<SegmentScore>,
    /// One a calculation question that was reached.
    pub arithmetic: Vec<Trace>,
    /// The attempt against its clock.
    pub timeline: Timeline,
}

/// The three verdicts, and the case where nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every calibrated dimension exercised at 3 or above, two at 4 or above.
    Ready,
    /// Neither of the others.
    Borderline,
    /// A core dimension at 2 or below, or a fatal error not caught.
    NotYet,
    /// Too little was said to judge.
    NotTested,
}

/// The level of one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DimensionScore {
    /// Which.
    pub dimension: Dimension,
    /// 1 to 5; `None` when never exercised.
    pub level: Option<u8>,
    /// Lowest and highest level that the evidence allows.
    pub range: Option<(u8, u8)>,
    /// Whether calibration lines exist for it; only then may it decide readiness.
    pub calibrated: bool,
    /// Highest level left by hints taken, when one was.
    pub cap: Option<u8>,
    /// One sentence.
    pub why: String,
    /// Indexes into [`Scorecard::findings`].
    pub findings: Vec<usize>,
}

/// How much an error costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Not an error: something that held.
    Held,
    /// Small.
    Minor,
    /// Costs a level.
    Major,
    /// Sinks the case unless caught by oneself.
    Fatal,
}

/// One judgement with the words it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the drift catalogue, `Q2`, or `H...` for something that held.
    pub code: String,
    /// How much it costs, after the discount for catching it oneself.
    pub severity: Severity,
    /// The dimension it bears on.
    pub dimension: Dimension,
    /// Segment id.
    pub segment: String,
    /// Journal entry whose text it quotes.
    pub entry: u32,
    /// Place in that text.
    pub span: Span,
    /// The words at that place.
    pub quote: String,
    /// Running clock.
    pub at: At,
    /// What was seen, with this attempt's numbers and words.
    pub what: String,
    /// What to say instead, with this case's words; empty for the stock advice of the code.
    pub instead: String,
    /// The candidate put it right without help.
    pub self_caught: bool,
}

/// One segment of one attempt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SegmentScore {
    /// Segment id.
    pub segment: String,
    /// 1 to 5; `None` when nothing was said.
    pub level: Option<u8>,
    /// Items covered, and where.
    pub covered: Vec<Covered>,
    /// Items of weight that were left out, by id.
    pub missed: Vec<String>,
    /// Highest rung of the hint ladder taken, 0 to 4.
    pub hint_rung: u8,
}

/// An item that was covered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Covered {
    /// Item id.
    pub item: String,
    /// Journal entry.
    pub entry: u32,
    /// Place in its text.
    pub span: Span,
}

/// A calculation against the exact solution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// Quant id.
    pub quant: String,
    /// Steps as said, in order.
    pub steps: Vec<TraceStep>,
    /// Index into `steps` of the first wrong one.
    pub first_wrong: Option<usize>,
    /// What each asked number came to.
    pub asked: Vec<TraceAsked>,
    /// Likely mistakes, at most two.
    pub mistakes: Vec<Mistake>,
}

/// One step as said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceStep {
    /// Journal entry.
    pub entry: u32,
    /// Place in its text.
    pub span: Span,
    /// The words.
    pub said: String,
    /// As read: `2,400,000 x 2,500 = 6,000,000,000`.
    pub read: String,
    /// What it exactly comes to, or the reference value it stands for.
    pub exact: String,
    /// How it stands.
    pub standing: Standing,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Right.
    Right,
    /// Right after rounding.
    Rounded,
    /// Wrong.
    Wrong,
    /// Right on a wrong number from before.
    Follows,
    /// Heard wrong; not counted.
    MisHeard,
    /// Not a step of the case.
    Unknown,
}

/// What an asked number came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TraceAsked {
    /// Index into the quant's `asked`.
    pub asked: usize,
    /// What the candidate ended on; `None` when no number was given.
    pub said: Option<Exact>,
    /// Within tolerance.
    pub right: bool,
}

/// A likely mistake.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mistake {
    /// Trap id, or empty for a generated one.
    pub trap: String,
    /// Error code.
    pub code: String,
    /// In words.
    pub mistake: String,
}

/// The attempt against its clock.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// Segments in the order they were entered.
    pub segments: Vec<Stretch>,
    /// Announced and unannounced silences longer than the limit.
    pub silences: Vec<Silence>,
    /// Times the clock stood still: where on the running clock, and how long.
    pub gaps: Vec<(At, u64)>,
    /// Running clock at the end.
    pub end: At,
}

/// A stretch spent in a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stretch {
    /// Segment id.
    pub segment: String,
    /// When it began.
    pub from: At,
    /// When it ended.
    pub to: At,
    /// Planned seconds.
    pub budget_secs: u32,
}

/// A silence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Silence {
    /// When it began.
    pub from: At,
    /// When it ended.
    pub to: At,
    /// Asked for with "take a minute".
    pub announced: bool,
}
