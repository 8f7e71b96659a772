//! The correction rule: one sentence with two blanks, written after an attempt and shown before
//! and during the next.

use serde::{Deserialize, Serialize};
use store::AttemptId;

use crate::access::Visitor;
use crate::error::Failure;
use crate::typed::one_line;
use crate::{AppState, codec};

/// The longest half of a rule: two lines on the page. A rule that is longer is not remembered.
pub const RULE_HALF_CHARS: usize = 300;

/// `When <when>, I will <will>.`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionRule {
    /// The cue, in the candidate's words.
    pub when: String,
    /// The action, in the candidate's words.
    pub will: String,
}

impl CorrectionRule {
    /// A rule from the two fields of the form; `None` when one is empty.
    #[must_use]
    pub fn read(when: &str, will: &str) -> Option<Self> {
        let clean = |text: &str, opener: &str| {
            let words = one_line(text, RULE_HALF_CHARS + opener.len());
            let bare = words.strip_prefix(opener).unwrap_or(&words);
            let bare = bare.trim_end_matches([',', '.', ' ']).trim_start();
            bare.chars().take(RULE_HALF_CHARS).collect::<String>()
        };
        let rule = Self {
            when: clean(when, "When "),
            will: clean(will, "I will "),
        };
        (!rule.when.is_empty() && !rule.will.is_empty()).then_some(rule)
    }

    /// The whole sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("When {}, I will {}.", self.when, self.will)
    }
}

/// The rule the visitor wrote last, and after which attempt.
///
/// # Errors
/// When the database fails or the stored rule does not read.
pub async fn latest(
    app: &AppState,
    visitor: &Visitor,
) -> Result<Option<(AttemptId, CorrectionRule)>, Failure> {
    let Some(person) = &visitor.person else {
        return Ok(None);
    };
    match app.store.rule_latest(person).await? {
        Some(row) => Ok(Some((row.attempt, codec::decode(&row.payload)?))),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_one_sentence_however_it_was_typed() {
        let rule = CorrectionRule::read(
            "When a fee is a share\n of revenue,",
            "I will take it first.",
        )
        .expect("a rule");
        assert_eq!(
            rule.sentence(),
            "When a fee is a share of revenue, I will take it first."
        );
    }

    #[test]
    fn half_a_rule_is_none() {
        assert_eq!(CorrectionRule::read("  ", "check"), None);
        assert_eq!(CorrectionRule::read("asked", " , "), None);
    }
}
