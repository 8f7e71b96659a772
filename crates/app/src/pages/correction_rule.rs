//! The correction rule at the end of a report: write one, and say whether the carried one held.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::response::Redirect;
use serde::Deserialize;

use crate::access::Owned;
use crate::clock::now_ms;
use crate::error::Failure;
use crate::rule::CorrectionRule;
use crate::{AppState, codec};

/// The two blanks of the sentence.
#[derive(Debug, Deserialize)]
pub struct Written {
    when: String,
    will: String,
}

/// `POST /attempts/{id}/rule`
pub async fn write(
    State(app): State<AppState>,
    Owned(attempt): Owned,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Redirect, Failure> {
    let Form(form) = form.map_err(Failure::of_form)?;
    let rule =
        CorrectionRule::read(&form.when, &form.will).ok_or(Failure::BadInput("error-rule"))?;
    let payload = codec::encode(&rule)?;
    app.store
        .rule_set(&attempt.person, &attempt.id, &payload, now_ms())
        .await?;
    Ok(Redirect::to(&format!("/attempts/{}#rule", attempt.id)))
}

/// The answer of one of two buttons.
#[derive(Debug, Deserialize)]
pub struct Answer {
    held: String,
}

/// `POST /attempts/{id}/rule/held`
pub async fn answer(
    State(app): State<AppState>,
    Owned(attempt): Owned,
    form: Result<Form<Answer>, FormRejection>,
) -> Result<Redirect, Failure> {
    let Form(form) = form.map_err(Failure::of_form)?;
    let held = match form.held.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::BadInput("error-bad-input-form")),
    };
    app.store.rule_answer(&attempt.id, held).await?;
    Ok(Redirect::to(&format!("/attempts/{}#rule", attempt.id)))
}
