//! Why something was not done in a room, in words for the person and for the page.

use super::frames::ErrorKind;
use super::journal::JournalError;
use super::limits::{TREE_LABEL_BYTES, TREE_LEVELS, TREE_ROWS, UTTERANCE_BYTES, UTTERANCE_WORDS};
use super::words::Refused;
use crate::{t, ta};

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The words or the tree are not taken as they are.
    #[error("refused: {0}")]
    Refused(#[from] Refused),
    /// As many turns as an attempt may have.
    #[error("the attempt has as many turns as it may have")]
    Full,
    /// The journal did not take it.
    #[error("the journal did not take it")]
    NotKept,
    /// The reader broke on it.
    #[error("the words could not be read")]
    NotRead,
    /// Too many pages or rooms.
    #[error("too many pages or rooms are open")]
    Crowded,
    /// The attempt is over.
    #[error("the attempt is over")]
    Closed,
    /// The attempt was deleted.
    #[error("the attempt is gone")]
    Gone,
}

impl Trouble {
    /// What a page may do about it.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Refused(_) | Self::NotRead => ErrorKind::Refused,
            Self::Full | Self::Gone => ErrorKind::Full,
            Self::Crowded => ErrorKind::Crowded,
            Self::NotKept | Self::Closed => ErrorKind::NotKept,
        }
    }

    /// What happened, what is kept and what to do.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Refused(refused) => refused_words(refused),
            Self::Full => t("room-error-full"),
            Self::NotKept => t("room-error-not-kept"),
            Self::NotRead => t("room-error-not-read"),
            Self::Crowded => t("room-error-crowded"),
            Self::Closed => t("room-over"),
            Self::Gone => t("room-error-gone"),
        }
    }
}

fn refused_words(refused: &Refused) -> String {
    let number = |n: usize| n.to_string();
    match refused {
        Refused::Empty => t("room-error-empty"),
        Refused::TurnId => t("room-error-turn"),
        Refused::Long { words } => ta(
            "room-error-long",
            &[
                ("words", &number(*words)),
                ("most", &number(UTTERANCE_WORDS)),
                ("bytes", &number(UTTERANCE_BYTES)),
            ],
        ),
        Refused::Tree => ta(
            "room-error-tree",
            &[
                ("rows", &number(TREE_ROWS)),
                ("levels", &number(TREE_LEVELS)),
                ("letters", &number(TREE_LABEL_BYTES)),
            ],
        ),
    }
}

impl From<JournalError> for Trouble {
    fn from(error: JournalError) -> Self {
        tracing::error!(%error, "attempt was not loaded or written");
        match error {
            JournalError::NoAttempt => Self::Gone,
            _ => Self::NotKept,
        }
    }
}
