//! The whole site on one screen: method, path, who may, and what answers. The router is built
//! from this table and from nothing else.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodFilter, MethodRouter, on};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::access::{self, Access};
use crate::error::Failure;
use crate::{AppState, assets, error, health, pages, request_log, rooms, security};

/// The largest form is an objective of 500 characters beside a rule of 600; sixteen times that
/// leaves room for encoding and still refuses a 10 MB paste unread.
const BODY_BYTES: usize = 64 * 1024;

/// No page takes a second; one that takes half a minute will not come.
const ANSWER_TIME: Duration = Duration::from_secs(30);

/// A row of the table.
pub struct Route {
    /// The HTTP method.
    pub method: Method,
    /// The path, with `{id}` for a part that varies.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
    handler: MethodRouter<AppState>,
}

fn get<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, AppState>,
    T: 'static,
{
    Route {
        method: Method::GET,
        path,
        access,
        handler: on(MethodFilter::GET, handler),
    }
}

fn post<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, AppState>,
    T: 'static,
{
    Route {
        method: Method::POST,
        path,
        access,
        handler: on(MethodFilter::POST, handler),
    }
}

/// Every route.
#[must_use]
pub fn table() -> Vec<Route> {
    use Access::{Anyone, Owner, Visitor};
    vec![
        get("/", Visitor, pages::front::show_front),
        get("/cases", Visitor, pages::library::list),
        get("/cases/{slug}", Visitor, pages::case::show_case),
        get("/attempts", Visitor, pages::attempts::list),
        post("/attempts", Visitor, pages::attempts::begin),
        get("/attempts/{id}", Owner, pages::report::show_report),
        post("/attempts/{id}/rule", Owner, pages::correction_rule::write),
        post(
            "/attempts/{id}/rule/held",
            Owner,
            pages::correction_rule::answer,
        ),
        get("/attempts/{id}/delete", Owner, pages::attempts::ask_delete),
        post("/attempts/{id}/delete", Owner, pages::attempts::delete),
        get("/attempts/{id}/room", Owner, pages::room::show_room),
        post("/attempts/{id}/room/{does}", Owner, pages::room::act),
        get("/attempts/{id}/room/socket", Owner, rooms::socket::open),
        get("/findings", Anyone, pages::findings::list),
        get("/findings/{code}", Anyone, pages::findings::help),
        get("/scoring", Anyone, pages::scoring_rules::show_rules),
        get("/privacy", Anyone, pages::privacy::show_policy),
        get("/about", Anyone, pages::about::show_about),
        get("/static/{*path}", Anyone, assets::serve),
        get("/healthz", Anyone, health::alive),
        get("/readyz", Anyone, health::ready),
    ]
}

/// The router of the table, with everything that holds for every request around it.
pub fn router(app: AppState) -> Router {
    let mut router = Router::new();
    for route in table() {
        let rule = from_fn_with_state((app.clone(), route.access), access::enforce);
        router = router.route(route.path, route.handler.layer(rule));
    }
    router
        .fallback(|| async { Failure::NotFound })
        .method_not_allowed_fallback(|| async { Failure::NotFound })
        .layer(from_fn_with_state(app.clone(), security::own_site_only))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(BODY_BYTES))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            ANSWER_TIME,
        ))
        .layer(from_fn(error::dressed))
        .layer(CatchPanicLayer::custom(error::after_panic))
        .layer(from_fn_with_state(app.clone(), security::headers))
        .layer(from_fn(request_log::write))
        .with_state(app)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_this_list_says() {
        let listed: String = table()
            .iter()
            .map(|r| {
                format!(
                    "{:<5}{:<12}{}\n",
                    r.method.as_str(),
                    format!("{:?}", r.access),
                    r.path
                )
            })
            .collect();
        assert_eq!(listed, include_str!("routes.txt"));
    }
}
