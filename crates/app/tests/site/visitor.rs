//! An instance with its own database, and visitors who keep their cookie.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use casingexpert::{AppState, CaseLibrary, Config, PublicUrl, router, scored, serve};
use http_body_util::BodyExt;
use interview::Reader;
use interview::play::run_play;
use store::{Attempt, AttemptId};
use tempfile::TempDir;
use tower::ServiceExt;

/// Where visitors of an instance without a public address come.
const LOCAL: &str = "http://localhost:8080";

/// The cases of the program, read once for all tests.
fn library() -> Arc<CaseLibrary> {
    static LIBRARY: OnceLock<Arc<CaseLibrary>> = OnceLock::new();
    let read = || Arc::new(CaseLibrary::load(None).expect("cases read"));
    LIBRARY.get_or_init(read).clone()
}

/// A running instance.
pub(crate) struct TestApp {
    pub(crate) state: AppState,
    router: Router,
    data: TempDir,
}

impl TestApp {
    pub(crate) async fn new() -> Self {
        Self::at(LOCAL).await
    }

    /// An instance that visitors reach at `address`.
    pub(crate) async fn at(address: &str) -> Self {
        Self::on(tempfile::tempdir().expect("a folder"), address, library()).await
    }

    pub(crate) async fn without_cases() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self::on(folder, LOCAL, Arc::default()).await
    }

    /// The same database under a program whose library is empty.
    pub(crate) async fn restarted_without_cases(self) -> Self {
        self.state.store.close().await;
        Self::on(self.data, LOCAL, Arc::default()).await
    }

    async fn on(data: TempDir, address: &str, casebook: Arc<CaseLibrary>) -> Self {
        let config = Config {
            listen: Vec::new(),
            data: data.path().to_owned(),
            database: None,
            cases: None,
            public_url: address.parse::<PublicUrl>().expect("an address"),
        };
        let state = serve::open_with(config, casebook).await.expect("opens");
        Self {
            router: router(state.clone()),
            state,
            data,
        }
    }

    /// Somebody who has not been here before.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor {
            router: self.router.clone(),
            cookie: None,
        }
    }

    /// Somebody who was here before a restart.
    pub(crate) fn returning(&self, visitor: &Visitor) -> Visitor {
        Visitor {
            router: self.router.clone(),
            cookie: visitor.cookie.clone(),
        }
    }

    /// The row of the attempt that a path names.
    pub(crate) async fn attempt(&self, path: &str) -> Attempt {
        let id = path
            .split('/')
            .nth(2)
            .and_then(AttemptId::parse)
            .expect("an attempt's path");
        self.state
            .store
            .attempt_by_id(&id)
            .await
            .expect("reads")
            .expect("is there")
    }

    /// Plays an attempt to its end with the case's specimen play, as a room would have written it.
    pub(crate) async fn plays(&self, path: &str) {
        let attempt = self.attempt(path).await;
        let listed = self.state.casebook.find(&attempt.slug).expect("a case");
        let plays = listed.authored.plays();
        let (_, play) = plays
            .iter()
            .find(|(name, _)| name == "specimen")
            .expect("a play");
        let play = listed
            .authored
            .fill(play, attempt.seed)
            .expect("the play fills");
        self.runs(&attempt, &play).await;
    }

    /// Plays an attempt to its end with a play of the test's own.
    pub(crate) async fn runs(&self, attempt: &Attempt, play: &str) {
        let case = Arc::new(scored::case(&self.state, attempt).await.expect("a case"));
        let played = run_play(&case, &Reader::new(&case), play).expect("the play runs");
        let store = &self.state.store;
        for entry in &played.entries {
            let payload = interview::encode(entry);
            let kept = store.attempt_journal_append(&attempt.id, entry.seq, &payload, 0);
            kept.await.expect("kept");
        }
        assert!(
            store
                .attempt_close(&attempt.id, "finished", 0)
                .await
                .expect("closes")
        );
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

    /// The cookie it sets, as a browser sends it back.
    pub(crate) fn cookie(&self) -> Option<String> {
        let set = self
            .headers
            .get(header::SET_COOKIE)?
            .to_str()
            .expect("text");
        set.split(';').next().map(str::to_owned)
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

    /// Every link to a place on this page leads to one, and no two places share a name.
    #[track_caller]
    pub(crate) fn has_no_dead_anchor(&self) -> &Self {
        let after = |opener: &'static str| {
            let starts = self.text.split(opener).skip(1);
            starts
                .filter_map(|rest| rest.split_once('"'))
                .map(|(name, _)| name.to_owned())
        };
        let mut ids: Vec<String> = after(" id=\"").collect();
        ids.sort();
        let repeated: Vec<_> = ids.windows(2).filter(|p| p[0] == p[1]).collect();
        assert!(repeated.is_empty(), "{repeated:?}");
        let dead: Vec<String> = after("href=\"#").filter(|a| !ids.contains(a)).collect();
        assert!(dead.is_empty(), "{dead:?}");
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
        let bytes = body.collect().await.expect("a body").to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            text,
        };
        self.cookie = answer.cookie().or_else(|| self.cookie.take());
        answer
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
