//! What the engine made of an utterance, each part with its place in the text.

use casebook::Exact;
use serde::{Deserialize, Serialize};

/// A place in an utterance: byte offsets on character boundaries, `start <= end <= text.len()`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The words at this place; empty when the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// What was read in one utterance. Stored in the journal: later readers never alter it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// Version of the reader that made it.
    pub reader: u32,
    /// Segment it was read for.
    pub segment: String,
    /// The utterance cut into clauses.
    pub clauses: Vec<Span>,
    /// Numbers said.
    pub numbers: Vec<NumberRead>,
    /// Calculation steps said.
    pub steps: Vec<StepRead>,
    /// Items of the case that were covered, or nearly.
    pub hits: Vec<Hit>,
    /// What the candidate wants of the interviewer.
    pub intents: Vec<IntentRead>,
    /// Questions asked, in order.
    pub questions: Vec<Span>,
    /// `first`, `two things`, `to sum up`.
    pub signposts: Vec<Span>,
    /// The issue tree, from prose or from the editor.
    pub tree: Option<Tree>,
}

/// A number as said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumberRead {
    /// Where.
    pub at: Span,
    /// In base units: `4.2m` is 4200000, `15 percent` is 15 with unit `%`.
    pub value: Exact,
    /// The other end of a range, `10 to 15`.
    pub to: Option<Exact>,
    /// `%`, `pp`, `EUR`, `USD`, `months`, ... as said; empty when none was.
    pub unit: String,
    /// What else it may have been: thirteen against thirty.
    pub doubt: Option<Exact>,
    /// Said with `about`, `roughly`, `nearly`.
    pub rough: bool,
    /// Taken back by the speaker: `six hundred, no, six billion`.
    pub withdrawn: bool,
    /// The power of ten said with it: 6 for `4.2 million`, 0 for `531`, from which listeners
    /// may have to infer the scale.
    #[serde(default)]
    pub scale: u32,
}

/// A calculation step as said: `2.4 million times 2,500 is 6 billion`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepRead {
    /// Where.
    pub at: Span,
    /// Indexes into `numbers`, left to right.
    pub operands: Vec<usize>,
    /// One fewer than operands: `+ - * /`.
    pub operators: Vec<char>,
    /// Index into `numbers` of the result, when said.
    pub result: Option<usize>,
}

/// How sure the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// Too weak to count; never scored silently: the interviewer asks back.
    Unsure,
    /// Counts.
    Sure,
}

/// An item of the case that an utterance covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Id of the fact, branch, insight, idea, point, decoy, ...
    pub item: String,
    /// The clause or clauses that cover it.
    pub at: Span,
    /// Probability in thousandths.
    pub permille: u16,
    /// Sure or unsure.
    pub zone: Zone,
    /// The words say the opposite of the item: no credit, probe.
    pub contradicts: bool,
}

/// What the candidate wants of the interviewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Intent {
    /// "May I take a minute?"
    Time,
    /// "Could you repeat that?"
    Repeat,
    /// "Could I have a hint?"
    Hint,
    /// "I am done with this", "shall we go on?"
    MoveOn,
    /// "I cannot answer", "no idea".
    CannotAnswer,
    /// "What is the answer?"
    AskAnswer,
    /// "Is that right?", "Did I get it?"
    AskVerdict,
    /// "What do you mean by ...?"
    AskMeaning,
    /// "Do you have data on ...?", "is there an exhibit?"
    AskExhibit,
    /// "Can I assume ...?"
    AskAssume,
    /// "I want to go back to ..."
    GoBack,
    /// "Let us stop here."
    GiveUp,
    /// Thanks, hello, small talk only.
    SmallTalk,
    /// Words aimed at the grader or the program, not at the case.
    Grader,
    /// Swearing, with nothing about the case.
    Profanity,
    /// Another language than that of the case.
    OtherLanguage,
    /// "yes", "correct", "exactly".
    Yes,
    /// "no", "that is not what I mean".
    No,
}

/// An intent and where it was said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntentRead {
    /// Which.
    pub intent: Intent,
    /// Where.
    pub at: Span,
}

/// The candidate's issue tree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tree {
    /// First level.
    pub branches: Vec<TreeBranch>,
}

/// A branch of the candidate's tree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TreeBranch {
    /// As written or said.
    pub label: String,
    /// Marked "test first".
    pub first: bool,
    /// Level below.
    pub children: Vec<TreeBranch>,
}
