//! An instance with its own database, and visitors who keep their cookie.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use casingexpert::{AppState, Config, PublicUrl, router, serve};
use http_body_util::BodyExt;
use tempfile::TempDir;
use tower::ServiceExt;

/// A running instance.
pub(crate) struct TestApp {
    pub(crate) state: AppState,
    router: Router,
    _data: TempDir,
}

impl TestApp {
    pub(crate) async fn new() -> Self {
        Self::at("http://localhost:8080").await
    }

    /// An instance that visitors reach at `address`.
    pub(crate) async fn at(address: &str) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let config = Config {
            listen: Vec::new(),
            data: data.path().to_owned(),
            database: None,
            cases: None,
            public_url: address.parse::<PublicUrl>().expect("an address"),
        };
        let state = serve::open(config).await.expect("opens");
        Self {
            router: router(state.clone()),
            state,
            _data: data,
        }
    }

    /// Somebody who has not been here before.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor {
            router: self.router.clone(),
            cookie: None,
        }
    }
}

/// Somebody with a browser.
#[derive(Clone)]
pub(crate) struct Visitor {
    router: Router,
    pub(crate) cookie: Option<String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .map_or("", |l| l.to_str().expect("text"))
    }

    #[track_caller]
    pub(crate) fn shows(&self, words: &str) -> &Self {
        assert!(
            self.text.contains(words),
            "{words:?} is not on the page:\n{}",
            self.text
        );
        self
    }

    #[track_caller]
    pub(crate) fn hides(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "{words:?} is on the page");
        self
    }
}

impl Visitor {
    pub(crate) async fn opens(&mut self, path: &str) -> Answer {
        self.asks(Request::get(path).body(Body::empty()).expect("a request"))
            .await
    }

    /// Sends a form from a page of this site.
    pub(crate) async fn sends(&mut self, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form.to_owned()));
        self.asks(request.expect("a request")).await
    }

    /// Sends whatever a test made up.
    pub(crate) async fn asks(&mut self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            request
                .headers_mut()
                .insert(header::COOKIE, cookie.parse().expect("a cookie"));
        }
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        if let Some(set) = parts.headers.get(header::SET_COOKIE) {
            let line = set.to_str().expect("text");
            self.cookie = line.split(';').next().map(str::to_owned);
        }
        let bytes = body.collect().await.expect("a body").to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }

    /// Begins an attempt at a case and returns the attempt's address.
    pub(crate) async fn begins(&mut self, slug: &str) -> String {
        let answer = self.sends("/attempts", &format!("case={slug}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let room = answer.location().to_owned();
        room.strip_suffix("/room")
            .expect("leads to the room")
            .to_owned()
    }
}
