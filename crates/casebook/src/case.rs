//! A case ready to be played: one seed chosen, every number computed, every sentence filled in.

use serde::{Deserialize, Serialize};

use crate::Exact;

/// One case at one seed. Everything the interviewer, the scorer and the pages need;
/// an attempt stores this whole value, so that a later release never alters its past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Folder name and URL part: lower-case words joined by `-`.
    pub slug: String,
    /// The author's version of the case, counting from 1.
    pub version: u32,
    /// SHA-256 of the authored files, lower-case hex.
    pub hash: String,
    /// Number set: 0 is the authored one.
    pub seed: u64,
    /// Title as shown in the library.
    pub title: String,
    /// The client's invented name.
    pub client: String,
    /// Two or three sentences that say what the case is about without giving it away.
    pub teaser: String,
    /// One sentence on what the case trains, without spoiling it.
    pub trains: String,
    /// One of [`INDUSTRIES`](crate::INDUSTRIES).
    pub industry: String,
    /// Country or region in words.
    pub region: String,
    /// Of [`TOPICS`](crate::TOPICS), the main one first.
    pub topics: Vec<String>,
    /// Four axes of 1 to 5.
    pub difficulty: Difficulty,
    /// Formats the case can be played in, the author's choice first.
    pub formats: Vec<Format>,
    /// Who wrote it.
    pub author: String,
    /// SPDX licence of the text.
    pub licence: String,
    /// What the interviewer reads out, Markdown.
    pub prompt: String,
    /// What the client wants.
    pub objective: Objective,
    /// Parts in playing order.
    pub segments: Vec<Segment>,
    /// Data given only when asked for.
    pub facts: Vec<Fact>,
    /// Near-miss topics that the case holds no data on.
    pub decoys: Vec<Decoy>,
    /// The reference structure.
    pub structure: Structure,
    /// Tables and charts.
    pub exhibits: Vec<Exhibit>,
    /// Calculation questions.
    pub quants: Vec<Quant>,
    /// Idea questions.
    pub brainstorms: Vec<Brainstorm>,
    /// The end.
    pub synthesis: Synthesis,
    /// Challenges, each aimed at something the candidate may have said.
    pub pushbacks: Vec<Pushback>,
    /// A follow-up for a candidate who is early.
    pub twist: String,
    /// Notes to whoever interviews, Markdown.
    pub notes: String,
    /// What a strong answer does, shown on the report, Markdown.
    pub debrief: String,
    /// Slugs that change the context or the difficulty.
    pub related: Vec<String>,
}

/// Four axes of difficulty, each 1 (light) to 5 (heavy).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difficulty {
    /// How open the question is.
    pub ambiguity: u8,
    /// How much is computed.
    pub math: u8,
    /// How dense the exhibits are.
    pub exhibits: u8,
    /// How tight the clock is.
    pub pressure: u8,
}

/// Who leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Set questions in a set order.
    InterviewerLed,
    /// The candidate picks the branch and asks for data.
    CandidateLed,
}

/// What the client wants, in parts so that playing it back can be checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    /// The whole goal in a sentence.
    pub text: String,
    /// What is measured.
    pub metric: String,
    /// How much of it.
    pub target: String,
    /// By when.
    pub horizon: String,
}

/// How something is recognised in what a candidate says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reads {
    /// At least five ways to say it, as candidates would.
    pub phrasings: Vec<String>,
    /// Three to six words, synonyms included.
    pub keywords: Vec<String>,
    /// Groups that must each have a word present; an empty list asks nothing.
    pub require: Vec<Vec<String>>,
    /// Numbers of which at least one should be said, in the base unit.
    pub numbers: Vec<Claim>,
    /// Ways to say the opposite; they earn nothing and are probed.
    pub contradicts: Vec<String>,
}

/// A number with the tolerance within which it counts as said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// In base units (`4.2 million EUR` is 4200000).
    pub value: Exact,
    /// Absolute, in the same unit.
    pub tolerance: Exact,
    /// Unit in words, `EUR per year`, `%`, or empty for a count.
    pub unit: String,
}

/// A stretch of the case with one purpose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// `clarify`, `structure`, or the id of the quant, exhibit, brainstorm it asks, or `synthesis`.
    pub id: String,
    /// What kind of work it is.
    pub kind: SegmentKind,
    /// One or two words for the rail.
    pub name: String,
    /// Planned length in seconds.
    pub budget_secs: u32,
    /// What the interviewer asks to open it (for quant and the like, the question itself).
    pub opener: String,
    /// Four rungs: open nudge, area, step, result.
    pub hints: Vec<String>,
    /// Answers worth a 1, a 3 and a 5.
    pub samples: Samples,
}

/// The kinds of segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SegmentKind {
    /// Play back the goal and ask.
    Clarify,
    /// Lay out a plan.
    Structure,
    /// Compute.
    Quant,
    /// Read a table or chart.
    Exhibit,
    /// Find ideas.
    Brainstorm,
    /// Recommend.
    Synthesis,
}

/// Sample answers by level.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Samples {
    /// Worth a 1.
    pub one: String,
    /// Worth a 3.
    pub three: String,
    /// Worth a 5.
    pub five: String,
}

/// A datum given under its release rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Unique in the case.
    pub id: String,
    /// Two or three words for the notes and the report.
    pub label: String,
    /// What the interviewer says.
    pub answer: String,
    /// How much asking for it shows.
    pub weight: Weight,
    /// When it may be given.
    pub release: Release,
    /// How a question for it sounds.
    pub reads: Reads,
}

/// How much something counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Without it the case is missed.
    Essential,
    /// Good to have (also written `useful`, `secondary`).
    #[serde(alias = "useful", alias = "secondary")]
    Standard,
    /// Little worth.
    Minor,
    /// Would fit any case; earns nothing by itself.
    Generic,
}

/// When a fact may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// Told with the prompt.
    Given,
    /// When asked.
    OnRequest,
    /// When asked with a reason; without one the interviewer asks why.
    OnReasonedRequest,
    /// Only once the structure has been presented.
    AfterStructure,
}

/// A topic that sounds near but on which the case has no data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decoy {
    /// Unique in the case.
    pub id: String,
    /// What it is about.
    pub label: String,
    /// What the interviewer says instead; empty for the stock sentence.
    pub reply: String,
    /// How it sounds.
    pub reads: Reads,
}

/// The reference issue tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// First-level branches.
    pub branches: Vec<Branch>,
    /// Another tree that is as good, by branch ids it regroups.
    pub alternatives: Vec<Alternative>,
    /// Ids of the branches worth testing first, best first.
    pub test_first: Vec<String>,
    /// What the crux is, in a sentence.
    pub crux: String,
}

/// A branch and the branches below it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// Unique in the case.
    pub id: String,
    /// As it would stand in a tree.
    pub label: String,
    /// How much it counts.
    pub weight: Weight,
    /// Why it belongs here.
    pub why: String,
    /// How it sounds.
    pub reads: Reads,
    /// Second level.
    pub children: Vec<Branch>,
}

/// An acceptable other structure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// What it is called.
    pub label: String,
    /// Its branches: a name and the reference ids that it covers.
    pub branches: Vec<(String, Vec<String>)>,
}

/// A table, drawn as a chart where the author says how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exhibit {
    /// Unique in the case; also the id of its segment.
    pub id: String,
    /// Neutral title for the room.
    pub title: String,
    /// The message, for the report.
    pub action_title: String,
    /// What one row or the whole is measured in.
    pub units: String,
    /// Where it is said to come from.
    pub source: String,
    /// A remark under the table, empty for none.
    #[serde(default)]
    pub note: String,
    /// How to draw it.
    pub chart: Chart,
    /// The first column is the row's name and is not listed here.
    pub columns: Vec<Column>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// The interviewer's question about it.
    pub question: String,
    /// What there is to see, misreadings included.
    pub insights: Vec<Insight>,
    /// Asking for it sounds like this (candidate-led).
    pub reads: Reads,
}

/// How an exhibit is drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// The form.
    pub kind: ChartKind,
    /// Columns drawn, by index; empty means all. For `scatter` x then y; for `mekko` width first.
    pub series: Vec<usize>,
    /// The mark that the action title speaks of: row, and column index in `columns`.
    pub highlight: Option<(usize, usize)>,
}

/// The forms an exhibit may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Numbers in rows.
    Table,
    /// One bar a row and series.
    Bar,
    /// Series stacked.
    Stacked,
    /// Start, changes, end.
    Waterfall,
    /// Series over time.
    Line,
    /// Two measures.
    Scatter,
    /// Widths and shares.
    Mekko,
}

/// A column of an exhibit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Head.
    pub label: String,
    /// Unit in words.
    pub unit: String,
    /// Decimals shown.
    pub places: u32,
}

/// A row of an exhibit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// One a column; a cell is a number, a word, or nothing.
    pub cells: Vec<Cell>,
}

/// A cell of an exhibit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// A number in the column's unit.
    Number(Exact),
    /// A word.
    Text(String),
    /// Nothing known.
    Empty,
}

/// Something an exhibit shows, or seems to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Insight {
    /// Unique in the case.
    pub id: String,
    /// The insight as a sentence.
    pub text: String,
    /// Which kind it is.
    pub kind: InsightKind,
    /// How it sounds.
    pub reads: Reads,
    /// For a misreading, the error code (`E1`, `E2`, ...).
    pub code: Option<String>,
}

/// Kinds of insight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InsightKind {
    /// The main message.
    Essential,
    /// Worth saying.
    Secondary,
    /// Wrong: what a hurried reader sees.
    Misreading,
}

/// A calculation question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quant {
    /// `q1`, `q2`, ...; also the id of its segment.
    pub id: String,
    /// What the interviewer asks, numbers included.
    pub question: String,
    /// Numbers the candidate is told.
    pub given: Vec<Given>,
    /// The reference route, every step named.
    pub steps: Vec<Step>,
    /// Every number asked for; the first is the headline unless `headline` says otherwise.
    pub asked: Vec<Asked>,
    /// Index into `asked` of the number the verdict rests on.
    pub headline: usize,
    /// What the result means, in three or four ways of saying it.
    pub consequences: Vec<Insight>,
    /// Wrong results and the mistakes that lead to them.
    pub traps: Vec<Trap>,
}

/// A number told to the candidate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Name in formulas.
    pub name: String,
    /// In words, for the report.
    pub label: String,
    /// In base units: `2.4 million cars` is 2400000, `25 %` is 25 with unit `%`.
    pub value: Exact,
    /// Base unit.
    pub unit: String,
}

/// A step of the reference route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Name in later formulas.
    pub name: String,
    /// In words.
    pub label: String,
    /// As authored, over names: `cars * energy * public_share`.
    pub formula: String,
    /// The same with this seed's numbers: `2,400,000 x 2,500 x 25%`.
    pub worked: String,
    /// Result in base units.
    pub value: Exact,
    /// Base unit.
    pub unit: String,
}

/// A number asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// What it is, in words.
    pub label: String,
    /// The step or given whose value it is.
    pub step: String,
    /// Exact result in base units.
    pub value: Exact,
    /// Base unit.
    pub unit: String,
    /// Absolute, in base units.
    pub tolerance: Exact,
}

/// A wrong result that tells which mistake was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trap {
    /// Unique in the case.
    pub id: String,
    /// The mistake in words: `took 60% of all energy instead of 60% of the public part`.
    pub mistake: String,
    /// Error code of the drift catalogue: `Q2`.
    pub code: String,
    /// What the mistake yields, base units.
    pub value: Exact,
    /// Base unit.
    pub unit: String,
    /// The wrong formula, over names.
    pub formula: String,
    /// Index into `asked` of the number it spoils.
    pub spoils: usize,
}

/// An idea question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Brainstorm {
    /// Also the id of its segment.
    pub id: String,
    /// What the interviewer asks.
    pub question: String,
    /// Ideas in groups.
    pub groups: Vec<IdeaGroup>,
}

/// A group of ideas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IdeaGroup {
    /// Unique in the case.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How naming the group itself sounds.
    pub reads: Reads,
    /// The ideas.
    pub ideas: Vec<Idea>,
}

/// One idea.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Idea {
    /// Unique in the case.
    pub id: String,
    /// The idea in a line.
    pub label: String,
    /// Not the first thing that comes to mind.
    pub original: bool,
    /// How it sounds.
    pub reads: Reads,
}

/// The end of the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Synthesis {
    /// The recommendation that this seed's numbers support.
    pub recommendation: String,
    /// What a good ending says.
    pub points: Vec<Point>,
    /// Risks worth naming.
    pub risks: Vec<Insight>,
    /// Next steps worth naming.
    pub next_steps: Vec<Insight>,
    /// A full answer of 60 to 90 seconds.
    pub sample: String,
}

/// A point of the ending.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Unique in the case.
    pub id: String,
    /// The point in a sentence.
    pub text: String,
    /// What it does in the answer.
    pub role: PointRole,
    /// How it sounds; `contradicts` holds the opposite advice.
    pub reads: Reads,
}

/// Roles of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointRole {
    /// The answer itself.
    Answer,
    /// A reason with numbers.
    Reason,
}

/// A challenge by the interviewer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pushback {
    /// Unique in the case.
    pub id: String,
    /// Segment it belongs to.
    pub segment: String,
    /// Item id it aims at, or empty for any answer.
    pub target: String,
    /// Which kind.
    pub kind: PushbackKind,
    /// Whether what it challenges is right.
    pub aims_at_right: bool,
    /// What the interviewer says.
    pub line: String,
}

/// Kinds of challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PushbackKind {
    /// "That looks high."
    Data,
    /// "Why first?"
    Logic,
    /// "Why not B?"
    Alternative,
    /// "Can they do that?"
    Feasibility,
    /// "I do not agree."
    Disagree,
    /// "That would fit any company."
    Generic,
}
