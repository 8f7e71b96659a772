//! `/attempts/{id}/room`: the room as it stands, and the forms that do without JavaScript what
//! the socket does with it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use interview::{Mode, Plan};
use serde::{Deserialize, Serialize};
use store::Attempt;

use super::show;
use crate::access::Owned;
use crate::error::Failure;
use crate::rooms::limits::{TREE_LEVELS, TREE_ROWS, UTTERANCE_BYTES};
use crate::rooms::{Look, Move, Rail, Stand, Trouble, rail, words};
use crate::{AppState, codec, t};

const STYLES: [&str; 10] = [
    "tokens.css",
    "base.css",
    "components/controls.css",
    "components/rail.css",
    "components/transcript.css",
    "components/exhibit.css",
    "components/tree.css",
    "components/notice.css",
    "components/room.css",
    "components/room-live.css",
];

/// Sentences that the page's own modules say.
const SCRIPT_WORDS: [&str; 28] = [
    "room-whole-case",
    "room-clock-of",
    "room-clock-spoken",
    "room-clock-spoken-untimed",
    "room-clock-over",
    "room-rail",
    "room-rail-coming",
    "room-rail-over",
    "room-js-lost",
    "room-js-back",
    "room-js-sending",
    "room-js-long",
    "room-js-minute",
    "room-js-hint-used",
    "room-js-hint-next",
    "room-js-exhibit",
    "room-js-saved",
    "room-js-branch",
    "room-js-branch-first",
    "room-js-moved",
    "room-js-removed",
    "room-js-added",
    "room-js-marked",
    "room-js-unmarked",
    "room-js-cannot",
    "room-js-tree-full",
    "room-js-presented",
    "room-exhibits",
];

#[derive(Template)]
#[template(path = "room.html")]
struct RoomPage {
    id: String,
    title: String,
    rule: Option<String>,
    learn: bool,
    rail: Rail,
    look: Look,
    stand: Stand,
    notice: Option<String>,
    draft: String,
    /// Made afresh for every page, so that a form sent twice counts once.
    turn: String,
    /// What the modules begin with, as JSON.
    start: String,
}

/// What the page's modules begin with.
#[derive(Serialize)]
struct Start<'a> {
    stand: &'a Stand,
    words: BTreeMap<&'a str, String>,
}

/// `GET /attempts/{id}/room`
pub async fn show_room(
    State(app): State<AppState>,
    Owned(attempt): Owned,
) -> Result<Response, Failure> {
    page(&app, &attempt, None, String::new()).await
}

/// The fields that any of the room's forms may send.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    turn: String,
    text: String,
    segment: String,
    rung: u8,
}

/// `POST /attempts/{id}/room/{does}`
pub async fn act(
    State(app): State<AppState>,
    Owned(attempt): Owned,
    Path((_, does)): Path<(String, String)>,
    form: Result<Form<Sent>, FormRejection>,
) -> Result<Response, Failure> {
    let Form(sent) = form.map_err(|_| Failure::BadInput("error-bad-input-form"))?;
    let draft = sent.text.clone();
    let what = wanted(&does, sent).ok_or(Failure::NotFound)?;
    let made = match what {
        Ok(what) => app.rooms.make(&attempt.id, what, true).await,
        Err(refused) => Err(refused.into()),
    };
    match made {
        Ok(_) if does == "end" => Ok(to_report(&attempt)),
        Ok(_) if does != "say" && !draft.trim().is_empty() => {
            page(&app, &attempt, None, draft).await
        }
        Ok(_) => Ok(Redirect::to(&format!("/attempts/{}/room#draft", attempt.id)).into_response()),
        Err(Trouble::Closed) => Ok(to_report(&attempt)),
        Err(trouble) => page(&app, &attempt, Some(trouble.words()), draft).await,
    }
}

/// The form as a move; `None` for an address that does nothing.
fn wanted(does: &str, sent: Sent) -> Option<Result<Move, words::Refused>> {
    let said = || {
        let (turn, text) = (words::turn_id(&sent.turn)?, words::utterance(&sent.text)?);
        Ok(Move::Said { turn, text })
    };
    Some(match does {
        "enter" => Ok(Move::Enter),
        "say" => said(),
        "minute" => Ok(Move::Minute),
        "hint" => Ok(Move::Hint { rung: sent.rung }),
        "done" => Ok(Move::Done {
            segment: sent.segment,
        }),
        "end" => Ok(Move::End),
        _ => return None,
    })
}

fn to_report(attempt: &Attempt) -> Response {
    Redirect::to(&format!("/attempts/{}", attempt.id)).into_response()
}

async fn page(
    app: &AppState,
    attempt: &Attempt,
    notice: Option<String>,
    draft: String,
) -> Result<Response, Failure> {
    if attempt.closed_ms.is_some() {
        return Ok(to_report(attempt));
    }
    let look = app.rooms.look(&attempt.id, None).await?;
    if look.closed {
        return Ok(to_report(attempt));
    }
    let plan: Plan = codec::decode(&attempt.plan)?;
    let start = Start {
        stand: &look.stand,
        words: SCRIPT_WORDS.iter().map(|key| (*key, t(key))).collect(),
    };
    let room = RoomPage {
        id: attempt.id.to_string(),
        title: look.title.clone(),
        rule: plan.rule,
        learn: plan.mode == Mode::Learn,
        rail: rail(&look.stand),
        // `</script>` in a sentence would end the block.
        start: serde_json::to_string(&start)?.replace('<', "\\u003c"),
        turn: uuid::Uuid::now_v7().to_string(),
        stand: look.stand.clone(),
        look,
        notice,
        draft,
    };
    Ok(show(&room)?.into_response())
}
