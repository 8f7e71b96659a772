//! A visitor's past attempts as the pages list them.

use std::collections::HashMap;

use scoring::{Scorecard, Verdict};
use store::{Attempt, AttemptId};

use crate::access::Visitor;
use crate::error::Failure;
use crate::{AppState, clock, codec, t, words};

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
    /// The scorecard, when there is one.
    pub card: Option<Scorecard>,
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
    let mut cards: HashMap<AttemptId, Scorecard> = HashMap::new();
    for row in rows {
        // A scorecard that no longer reads hides the verdict, never the attempt.
        if let Ok(card) = codec::decode(&row.payload) {
            cards.insert(row.attempt, card);
        }
    }
    Ok(attempts
        .into_iter()
        .map(|a| listed(app, a, &mut cards))
        .collect())
}

fn listed(app: &AppState, attempt: Attempt, cards: &mut HashMap<AttemptId, Scorecard>) -> Past {
    let card = cards.remove(&attempt.id);
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
        standing: standing(&attempt, card.as_ref().map(|c| c.verdict)),
        card,
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
