//! `/attempts`: begin one, list them, delete one.

use std::sync::Arc;

use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use casebook::{Case, Dimension, Format};
use interview::{Mode, Plan};
use serde::Deserialize;
use store::{AttemptId, NewAttempt, Payload};

use super::past::{self, Past};
use super::{Page, Shown, case, show};
use crate::access::{self, Owned, Visitor};
use crate::clock::now_ms;
use crate::error::Failure;
use crate::{AppState, clock, codec, rule, t, typed, words};

/// The longest objective: three lines on the page.
pub const OBJECTIVE_CHARS: usize = 300;

/// Attempts a person may keep: as many as the list shows, so that none is ever out of sight.
const ATTEMPTS_KEPT: usize = store::LIST_MAX as usize;

/// Number sets tried when the next one of a case cannot be drawn under its constraints.
const SEEDS_TRIED: u64 = 32;

/// The form of the case page; every field but the case has a value when it is left out.
#[derive(Debug, Deserialize)]
pub struct Begin {
    case: String,
    #[serde(default)]
    objective: String,
    #[serde(default)]
    target: String,
    format: Option<Format>,
    mode: Option<Mode>,
    #[serde(default)]
    clock: String,
}

/// `POST /attempts`: makes the attempt, and the person if there is none, and goes to the room.
pub async fn begin(
    State(app): State<AppState>,
    visitor: Visitor,
    form: Result<Form<Begin>, FormRejection>,
) -> Result<Response, Failure> {
    let Form(form) = form.map_err(Failure::of_form)?;
    let past = past::of(&app, &visitor).await?;
    if past.len() >= ATTEMPTS_KEPT {
        return Err(Failure::BadInput("error-too-many-attempts"));
    }
    let case = next_numbers(&app, &form.case, &past)?;
    let rule = rule::latest(&app, &visitor).await?;
    let (rule_from, rule) = rule.map(|(from, rule)| (from, rule.sentence())).unzip();
    let plan = plan(&form, &case, &past, rule);
    let (person, cookie) = match visitor.person {
        Some(person) => (person, None),
        None => access::welcome(&app)
            .await
            .map(|(person, cookie)| (person, Some(cookie)))?,
    };
    let now = now_ms();
    app.store
        .case_snapshot_put(&case.hash, case.seed, &codec::encode(&*case)?, now)
        .await?;
    let attempt = NewAttempt {
        id: AttemptId::from(uuid::Uuid::now_v7().into_bytes()),
        person,
        slug: case.slug.clone(),
        case_hash: case.hash.clone(),
        seed: case.seed,
        engine: interview::ENGINE_VERSION,
        reader: interview::READER_VERSION,
        plan: Payload::from(codec::encode(&plan)?),
        rule_from,
        created_ms: now,
    };
    app.store.attempt_create(&attempt).await?;
    let mut response = Redirect::to(&format!("/attempts/{}/room", attempt.id)).into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The first attempt has the authored numbers, each later one the next set that can be drawn.
fn next_numbers(app: &AppState, slug: &str, past: &[Past]) -> Result<Arc<Case>, Failure> {
    let of_case = past.iter().filter(|p| p.slug == slug);
    let next = of_case.map(|p| p.attempt.seed + 1).max().unwrap_or(0);
    (next..next + SEEDS_TRIED)
        .find_map(|seed| app.casebook.case(slug, seed).ok())
        .map_or_else(|| app.casebook.case(slug, 0), Ok)
}

fn plan(form: &Begin, case: &Case, past: &[Past], rule: Option<String>) -> Plan {
    let first = case
        .formats
        .first()
        .copied()
        .unwrap_or(Format::InterviewerLed);
    Plan {
        format: form
            .format
            .filter(|f| case.formats.contains(f))
            .unwrap_or(first),
        mode: form.mode.unwrap_or(Mode::Learn),
        timed: form.clock != "untimed",
        objective: typed::one_line(&form.objective, OBJECTIVE_CHARS),
        target: Dimension::from_slug(&form.target).unwrap_or_else(|| case::usual_target(past)),
        rule,
    }
}

#[derive(Template)]
#[template(path = "attempts.html")]
struct AttemptsPage {
    page: Page,
    rows: Vec<HistoryRow>,
}

struct HistoryRow {
    past: Past,
    target: String,
    how: String,
}

/// `GET /attempts`
pub async fn list(State(app): State<AppState>, visitor: Visitor) -> Shown {
    let past = past::of(&app, &visitor).await?;
    let page = Page::new(&t("attempts-title"), &STYLES).at("attempts");
    show(&AttemptsPage {
        page,
        rows: past.into_iter().map(history_row).collect(),
    })
}

const STYLES: [&str; 3] = [
    "components/controls.css",
    "components/pages.css",
    "components/site.css",
];

fn history_row(past: Past) -> HistoryRow {
    let plan: Option<Plan> = codec::decode(&past.attempt.plan).ok();
    let target = plan
        .as_ref()
        .map(|p| words::dimension_words(p.target))
        .unwrap_or_default();
    let how = plan.map(|p| {
        format!(
            "{}, {}",
            words::format_words(p.format),
            words::mode_words(p.mode).to_lowercase()
        )
    });
    HistoryRow {
        past,
        target,
        how: how.unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "attempt_delete.html")]
struct DeletePage {
    page: Page,
    id: String,
    title: String,
    date: String,
}

/// `GET /attempts/{id}/delete`: asks first, as nothing brings it back.
pub async fn ask_delete(State(app): State<AppState>, Owned(attempt): Owned) -> Shown {
    let title = app
        .casebook
        .find(&attempt.slug)
        .map(|l| l.case.title.clone());
    show(&DeletePage {
        page: Page::new(&t("delete-title"), &STYLES)
            .at("attempts")
            .with(&["js/forget-draft.js"]),
        id: attempt.id.to_string(),
        title: title.unwrap_or(attempt.slug),
        date: clock::date_time(attempt.created_ms),
    })
}

/// `POST /attempts/{id}/delete`
pub async fn delete(
    State(app): State<AppState>,
    Owned(attempt): Owned,
) -> Result<Redirect, Failure> {
    app.store
        .attempt_delete(&attempt.person, &attempt.id)
        .await?;
    Ok(Redirect::to("/attempts"))
}
