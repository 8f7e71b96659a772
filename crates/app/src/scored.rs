//! From a closed attempt to its stored scorecard. Scored once, when it closes; a page never
//! scores, and a later release never alters what is stored.

use casebook::Case;
use interview::{Entry, Plan};
use scoring::Scorecard;
use store::{Attempt, StoreError};

use crate::clock::now_ms;
use crate::error::Failure;
use crate::{AppState, codec};

/// The first scoring of an attempt; scoring again takes the next number.
const FIRST_VERSION: u32 = 1;

/// Everything a report is made of.
pub struct Material {
    /// What was agreed before.
    pub plan: Plan,
    /// The case as it was played.
    pub case: Case,
    /// Everything that happened.
    pub entries: Vec<Entry>,
    /// The verdict.
    pub card: Scorecard,
}

/// The plan of an attempt.
///
/// # Errors
/// When it does not read.
pub fn plan(attempt: &Attempt) -> Result<Plan, Failure> {
    Ok(codec::decode(&attempt.plan)?)
}

/// The case of an attempt as it was when it was played.
///
/// # Errors
/// When the snapshot is gone or does not read.
pub async fn case(app: &AppState, attempt: &Attempt) -> Result<Case, Failure> {
    let stored = app
        .store
        .case_snapshot_get(&attempt.case_hash, attempt.seed)
        .await?;
    let stored = stored.ok_or_else(|| Failure::Internal("case snapshot is gone".into()))?;
    Ok(codec::decode(&stored)?)
}

/// The whole journal of an attempt.
///
/// # Errors
/// When an entry does not read.
pub async fn entries(app: &AppState, attempt: &Attempt) -> Result<Vec<Entry>, Failure> {
    let rows = app.store.attempt_journal(&attempt.id, 0).await?;
    Ok(rows
        .iter()
        .map(|row| interview::decode(&row.payload))
        .collect::<Result<_, _>>()?)
}

/// The material of a closed attempt. Scores it when the server stopped between closing and
/// scoring.
///
/// # Errors
/// When something stored does not read.
pub async fn material(app: &AppState, attempt: &Attempt) -> Result<Material, Failure> {
    let plan = plan(attempt)?;
    let case = case(app, attempt).await?;
    let entries = entries(app, attempt).await?;
    if let Some(row) = app.store.scorecard_latest(&attempt.id).await? {
        let card = codec::decode(&row.payload)?;
        return Ok(Material {
            plan,
            case,
            entries,
            card,
        });
    }
    let scored = tokio::task::spawn_blocking(move || {
        let card = scoring::score(&case, &plan, &entries);
        Material {
            plan,
            case,
            entries,
            card,
        }
    });
    let mut material = scored.await?;
    let payload = codec::encode(&material.card)?;
    let rubric = material.card.rubric;
    let added = app
        .store
        .scorecard_add(&attempt.id, FIRST_VERSION, rubric, &payload, now_ms())
        .await;
    match added {
        Ok(()) => Ok(material),
        // Somebody scored it meanwhile; the stored one is the verdict.
        Err(StoreError::Conflict { .. }) => {
            if let Some(row) = app.store.scorecard_latest(&attempt.id).await? {
                material.card = codec::decode(&row.payload)?;
            }
            Ok(material)
        }
        Err(error) => Err(error.into()),
    }
}
