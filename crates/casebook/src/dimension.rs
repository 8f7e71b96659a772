//! The ten dimensions that practice is scored on.

use serde::{Deserialize, Serialize};

/// What is scored. Also the target skill of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// Goal, metric, horizon; questions that change the plan.
    Framing,
    /// The issue tree.
    Structure,
    /// Stating a view, asking with a reason, closing branches.
    Drive,
    /// Set-up, steps, result, check, meaning.
    Quant,
    /// Main message, with numbers, linked to the question.
    Insight,
    /// Ideas in groups, ranked.
    Creativity,
    /// Realistic, weighs trade-offs.
    Judgement,
    /// Answer first, reasons with numbers, risk, next step.
    Synthesis,
    /// Wording and order; never voice or accent.
    Communication,
    /// Uses a hint, holds or revises with reasons.
    Presence,
}

impl Dimension {
    /// All ten, in the order of the scorecard.
    pub const ALL: [Self; 10] = [
        Self::Framing,
        Self::Structure,
        Self::Drive,
        Self::Quant,
        Self::Insight,
        Self::Creativity,
        Self::Judgement,
        Self::Synthesis,
        Self::Communication,
        Self::Presence,
    ];

    /// The word used in files and addresses.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Framing => "framing",
            Self::Structure => "structure",
            Self::Drive => "drive",
            Self::Quant => "quant",
            Self::Insight => "insight",
            Self::Creativity => "creativity",
            Self::Judgement => "judgement",
            Self::Synthesis => "synthesis",
            Self::Communication => "communication",
            Self::Presence => "presence",
        }
    }

    /// The dimension of that slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.slug() == slug)
    }
}
