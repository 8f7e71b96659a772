//! What the interviewer decides to do, before words.

use serde::{Deserialize, Serialize};

/// A decision of the interviewer. Extended by adding variants; old journals keep theirs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Reads out the prompt.
    Prompt,
    /// Opens a part with its question.
    Ask {
        /// Segment id.
        segment: String,
    },
    /// Gives facts that were asked for.
    GiveFacts {
        /// Fact ids.
        facts: Vec<String>,
    },
    /// Asks why a fact is wanted before giving it.
    AskReason {
        /// Fact id.
        fact: String,
    },
    /// Says that the case has no data and invites an assumption.
    NoData {
        /// Decoy id, or empty when nothing was recognised.
        decoy: String,
    },
    /// Asks whether this is what was meant.
    AskBack {
        /// Item id.
        item: String,
    },
    /// Confirms or corrects the goal that was played back.
    ConfirmGoal {
        /// Whether the playback was right.
        right: bool,
    },
    /// Hands over an exhibit.
    HandOver {
        /// Exhibit id.
        exhibit: String,
    },
    /// Challenges.
    PushBack {
        /// Pushback id; empty for a doubt that fits any answer.
        pushback: String,
    },
    /// Stops the candidate in the middle of something.
    Interrupt {
        /// Why: `headline` (talk without a point), `number` (one that later steps would carry on).
        cause: String,
    },
    /// Names what was left open in a part, neutrally, as it is left.
    Feedback {
        /// What: `priority`, `result`, `meaning`, `risk`, ...
        missing: Vec<String>,
    },
    /// Asks for what is still missing in this part.
    Probe {
        /// What: `priority`, `second-level`, `meaning`, `units`, `more`, `answer`, `risk`, ...
        missing: String,
    },
    /// Gives a rung of the hint ladder.
    Hint {
        /// 1 to 4.
        rung: u8,
    },
    /// Says that there are no hints in this mode, or no more.
    NoHint,
    /// Grants a minute.
    GrantMinute,
    /// Says something again.
    Repeat,
    /// Breaks a silence.
    Nudge,
    /// Brings the candidate back to the question.
    Redirect,
    /// Takes note, neutrally, and listens on.
    Acknowledge,
    /// Declines: no verdicts, no answers, no talk to the grader.
    Decline {
        /// Why: `verdict`, `answer`, `grader`, `profanity`, `language`, `small-talk`.
        cause: String,
    },
    /// Moves on to the next part.
    MoveOn {
        /// Segment id it moves to.
        segment: String,
    },
    /// Asks where the candidate would start, or go next.
    AskWhere,
    /// Keeps a fact back until the structure has been presented.
    HoldBack {
        /// Fact id.
        fact: String,
    },
    /// Lets the candidate go on in a way that was asked about.
    Allow {
        /// What: `assume`, `definition`, `return`.
        what: String,
    },
    /// Offers a way out to a candidate who cannot answer.
    Offer {
        /// What: `hint` or `skip`.
        what: String,
    },
    /// Asks whether the interview shall really end here.
    ConfirmEnd,
    /// Gives the number that later parts need, so that the case can go on.
    GiveResult {
        /// Quant id.
        quant: String,
    },
    /// Says that a clock is near its end or over.
    Time,
    /// Ends the interview.
    Close,
}
