//! Who may: the rules of the route table, enforced before a handler runs, and what a handler
//! then knows about its visitor. A visitor is known by one random token in one cookie; the
//! database holds only its hash.

use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use store::{Attempt, AttemptId, GUEST_KEPT_DAYS, PersonId, TOKEN_HASH_BYTES};

use crate::AppState;
use crate::assets::hex;
use crate::clock::now_ms;
use crate::error::Failure;

/// 256 bits: nobody guesses one.
const TOKEN_BYTES: usize = 32;

/// How long a browser keeps the cookie: as long as an unused guest is kept in the database.
pub const COOKIE_SECS: i64 = GUEST_KEPT_DAYS * 24 * 60 * 60;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody; nobody is looked up.
    Anyone,
    /// Everybody; a returning visitor is recognised.
    Visitor,
    /// The person whose attempt `{id}` names. To everybody else it does not exist.
    Owner,
}

/// Who asks.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// The person of the cookie; `None` for a first visit.
    pub person: Option<PersonId>,
}

/// The attempt that the path names, once it is known to be the visitor's.
#[derive(Debug, Clone)]
pub struct Owned(pub Attempt);

/// Runs before every handler.
pub(crate) async fn enforce(
    State((app, access)): State<(AppState, Access)>,
    path: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    if access == Access::Anyone {
        return next.run(request).await;
    }
    match admit(&app, access, &path, request.headers()).await {
        Ok((visitor, owned)) => {
            request.extensions_mut().insert(visitor);
            if let Some(owned) = owned {
                request.extensions_mut().insert(owned);
            }
            next.run(request).await
        }
        Err(failure) => failure.into_response(),
    }
}

async fn admit(
    app: &AppState,
    access: Access,
    path: &RawPathParams,
    headers: &HeaderMap,
) -> Result<(Visitor, Option<Owned>), Failure> {
    let person = match token(app.config.public_url.cookie_name(), headers) {
        Some(token) => app
            .store
            .person_by_token(&token_hash(token), now_ms())
            .await?
            .map(|p| p.id),
        None => None,
    };
    if access != Access::Owner {
        return Ok((Visitor { person }, None));
    }
    let id = path
        .iter()
        .find(|(name, _)| *name == "id")
        .and_then(|(_, id)| AttemptId::parse(id));
    let (Some(id), Some(person)) = (id, person) else {
        return Err(Failure::NotFound);
    };
    match app.store.attempt_by_id(&id).await? {
        Some(attempt) if attempt.person == person => Ok((
            Visitor {
                person: Some(person),
            },
            Some(Owned(attempt)),
        )),
        _ => Err(Failure::NotFound),
    }
}

/// The visitor's token: the value of the cookie of that name, when it has the length of one.
#[must_use]
pub fn token<'a>(name: &str, headers: &'a HeaderMap) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && value.len() == 2 * TOKEN_BYTES)
        .map(|(_, value)| value)
}

fn token_hash(token: &str) -> [u8; TOKEN_HASH_BYTES] {
    Sha256::digest(token.as_bytes()).into()
}

/// A new person for a visitor who has none, and the cookie that makes them known again.
///
/// # Errors
/// When the database or the system's randomness fails.
pub async fn welcome(app: &AppState) -> Result<(PersonId, HeaderValue), Failure> {
    let mut bytes = [0u8; TOKEN_BYTES];
    getrandom::fill(&mut bytes)?;
    let token = hex(&bytes);
    let person = PersonId::from(uuid::Uuid::now_v7().into_bytes());
    let now = now_ms();
    app.store.person_create(&person, now).await?;
    app.store
        .sign_in_create(&person, &token_hash(&token), now)
        .await?;
    Ok((person, cookie(app, &token)?))
}

fn cookie(app: &AppState, token: &str) -> Result<HeaderValue, Failure> {
    let url = &app.config.public_url;
    let secure = if url.is_https() { "; Secure" } else { "" };
    let name = url.cookie_name();
    let line =
        format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={COOKIE_SECS}{secure}");
    Ok(HeaderValue::from_str(&line)?)
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Owned {
    type Rejection = Failure;

    /// Fails closed: a handler that asks for an owned attempt on a route without the rule
    /// answers "not found".
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or(Failure::NotFound)
    }
}
