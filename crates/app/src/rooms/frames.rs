//! The frames of a room's socket, and nothing about what they do.

use interview::Tree;
use serde::{Deserialize, Serialize};

/// What a page sends.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FromPage {
    /// The first frame, and again whenever the page finds a gap: what came after `seq`?
    Since {
        /// Last entry the page shows; `None` shows nothing yet.
        seq: Option<u32>,
    },
    /// An utterance.
    Said {
        /// Made by the page, so that a resend is harmless.
        turn: String,
        /// The words.
        text: String,
    },
    /// The issue tree.
    Presented {
        /// Made by the page, so that a resend is harmless.
        turn: String,
        /// The tree.
        tree: Tree,
    },
    /// "Take a minute."
    Minute,
    /// "Done with this part."
    Done {
        /// The part the page showed, so that a second press ends no second part.
        segment: String,
    },
    /// "Hint."
    Hint {
        /// The rungs the page showed as taken, so that a second press takes no second rung.
        rung: u8,
    },
    /// "End early."
    End,
}

impl FromPage {
    /// Reads a text frame.
    ///
    /// # Errors
    /// In words for whoever wrote the page: what is wrong and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|problem| problem.to_string())
    }
}

/// What the server sends.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToPage {
    /// Entries in order, with where everything stands after the last of them.
    Entries {
        /// What to append.
        entries: Vec<Shown>,
        /// Exhibits to lay on the desk that are new with these entries, in order.
        exhibits: Vec<Laid>,
        /// Clocks and what may be pressed.
        stand: Stand,
    },
    /// Clocks only.
    Stand {
        /// Clocks and what may be pressed.
        stand: Stand,
    },
    /// This turn is in the journal; the page may forget its draft.
    Ack {
        /// The page's id of the turn.
        turn: String,
        /// The entry that holds it.
        seq: u32,
    },
    /// Something was not done. Nothing that was acknowledged is lost.
    Error {
        /// For the page to act on.
        error: ErrorKind,
        /// For the person to read.
        words: String,
        /// The turn it is about, if it is about one.
        #[serde(skip_serializing_if = "Option::is_none")]
        turn: Option<String>,
    },
    /// The attempt is over.
    Closed {
        /// Address of the report.
        report: String,
    },
}

impl ToPage {
    /// As one text frame.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What a page may do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// The frame is no frame of this protocol.
    Malformed,
    /// The words or the tree are not taken as they are.
    Refused,
    /// Too many frames; wait a second.
    TooFast,
    /// The attempt has as many turns as it may have.
    Full,
    /// The store did not take the turn; it stays on the device and is sent again.
    NotKept,
    /// Too many pages or rooms are open.
    Crowded,
}

/// One entry as it stands in the transcript.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// Its number in the journal.
    pub seq: u32,
    /// The list items, the same that a reload would show; empty when nothing shows.
    pub html: String,
    /// What the interviewer said, for the polite live region; empty when nothing.
    pub said: String,
}

/// An exhibit on the desk.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Laid {
    /// Its id in the case.
    pub id: String,
    /// The figure.
    pub html: String,
}

/// Where everything stands, drawn by the page until the next one comes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Stand {
    /// Last entry.
    pub seq: Option<u32>,
    /// Whether the clocks run.
    pub running: bool,
    /// Whether there are clocks to warn.
    pub timed: bool,
    /// Whole case.
    pub used_ms: u64,
    /// Whole case.
    pub budget_ms: u64,
    /// Id of the current part; empty before the first and after the last.
    pub segment: String,
    /// Every part, in playing order.
    pub parts: Vec<Part>,
    /// Highest rung taken in this part.
    pub rung: u8,
    /// Whether another rung may be asked for.
    pub hint: bool,
    /// What is left of a minute that was asked for.
    pub minute_left_ms: Option<u64>,
}

/// A part on the rail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Segment id.
    pub id: String,
    /// One or two words.
    pub name: String,
    /// Time spent in it.
    pub used_ms: u64,
    /// Time planned for it.
    pub budget_ms: u64,
    /// Before, in or after it.
    pub state: PartState,
}

/// How far a part is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartState {
    /// Still to come.
    #[default]
    Coming,
    /// The current one.
    Current,
    /// Left behind.
    Done,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_read_or_named_for_what_is_wrong_with_it() {
        assert_eq!(
            FromPage::parse(r#"{"kind":"said","turn":"t1","text":"Six billion."}"#),
            Ok(FromPage::Said {
                turn: "t1".into(),
                text: "Six billion.".into()
            })
        );
        assert_eq!(
            FromPage::parse(r#"{"kind":"since","seq":null}"#),
            Ok(FromPage::Since { seq: None })
        );
        let wrong = |text: &str, what: &str| {
            let problem = FromPage::parse(text).expect_err("not a frame");
            assert!(problem.contains(what), "{problem}");
        };
        wrong("{", "EOF");
        wrong(r#"{"kind":"score","level":5}"#, "unknown variant `score`");
        wrong(r#"{"kind":"done"}"#, "missing field `segment`");
        wrong(
            &format!(
                r#"{{"kind":"presented","turn":"t","tree":{}"#,
                "[".repeat(200)
            ),
            "",
        );
    }
}
