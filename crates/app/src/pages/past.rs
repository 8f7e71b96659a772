//! A visitor's past attempts as the pages list them.

use std::collections::HashMap;

use scoring::{DimensionScore, Verdict};
use serde::Deserialize;
use store::{Attempt, AttemptId};

use crate::access::Visitor;
use crate::error::Failure;
use crate::{AppState, clock, codec, t, words};

/// What a list needs of a scorecard. The rest of the payload is passed over unread.
#[derive(Debug, Clone, Deserialize)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// One a dimension.
    pub dimensions: Vec<DimensionScore>,
}

/// One attempt in a list.
pub struct Past {
    /// Its id, for addresses.
    pub id: String,
    /// Its case.
    pub slug: String,
    /// Title of the case; its slug when the case is gone.
    pub title: String,
    /// Date it was begun.
    pub date: String,
    /// The same without the year.
    pub day: String,
    /// The verdict in words, or that it is open.
    pub standing: String,
    /// How it ended, once it was scored.
    pub outcome: Option<Outcome>,
    /// Whether it can be gone on with.
    pub open: bool,
    /// The row itself.
    pub attempt: Attempt,
}

/// The visitor's attempts, newest first.
pub async fn of(app: &AppState, visitor: &Visitor) -> Result<Vec<Past>, Failure> {
    let Some(person) = &visitor.person else {
        return Ok(Vec::new());
    };
    let attempts = app.store.attempt_list(person).await?;
    let rows = app.store.scorecard_list(person).await?;
    let mut outcomes: HashMap<AttemptId, Outcome> = HashMap::new();
    for row in rows {
        // A scorecard that no longer reads hides the verdict, never the attempt.
        if let Ok(outcome) = codec::decode(&row.payload) {
            outcomes.insert(row.attempt, outcome);
        }
    }
    Ok(attempts
        .into_iter()
        .map(|a| listed(app, a, &mut outcomes))
        .collect())
}

fn listed(app: &AppState, attempt: Attempt, outcomes: &mut HashMap<AttemptId, Outcome>) -> Past {
    let outcome = outcomes.remove(&attempt.id);
    let title = app
        .casebook
        .find(&attempt.slug)
        .map(|l| l.case.title.clone());
    Past {
        id: attempt.id.to_string(),
        slug: attempt.slug.clone(),
        title: title.unwrap_or_else(|| attempt.slug.clone()),
        date: clock::date(attempt.created_ms),
        day: clock::day(attempt.created_ms),
        standing: standing(&attempt, outcome.as_ref().map(|o| o.verdict)),
        outcome,
        open: attempt.closed_ms.is_none(),
        attempt,
    }
}

fn standing(attempt: &Attempt, verdict: Option<Verdict>) -> String {
    match (attempt.closed_ms, verdict) {
        (None, _) => t("attempt-open"),
        (Some(_), Some(verdict)) => words::verdict_words(verdict),
        (Some(_), None) => t("attempt-unscored"),
    }
}
