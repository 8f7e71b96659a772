//! A server on a free port with one attempt in its database, and a page's end of the socket.

use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use casebook::{Case, Dimension, Format};
use casingexpert::rooms::{Rooms, Timepiece};
use casingexpert::{AppState, CaseLibrary, Config, PublicUrl, codec, router};
use http_body_util::BodyExt;
use interview::{Entry, Mode, Plan};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{AttemptId, NewAttempt, Payload, PersonId, Store};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

use crate::fixture;

/// Far longer than anything here takes; a test that waits for nothing then fails by name.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The server and its database.
pub(crate) struct TestApp {
    pub(crate) runtime: Runtime,
    pub(crate) state: AppState,
    pub(crate) timepiece: Timepiece,
    address: SocketAddr,
    folder: tempfile::TempDir,
}

/// Somebody with a cookie.
#[derive(Clone)]
pub(crate) struct Visitor {
    pub(crate) person: PersonId,
    cookie: String,
}

/// A page's end of a socket.
pub(crate) struct Page {
    socket: WebSocket<TcpStream>,
}

impl TestApp {
    pub(crate) fn start() -> Self {
        Self::on(tempfile::tempdir().expect("folder"), Timepiece::by_hand())
    }

    fn on(folder: tempfile::TempDir, timepiece: Timepiece) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .expect("runtime");
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let store = runtime.block_on(Store::open(&url)).expect("store opens");
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .expect("port");
        let address = listener.local_addr().expect("address");
        let config = Config {
            listen: vec![address],
            data: folder.path().to_owned(),
            database: None,
            cases: None,
            public_url: PublicUrl::local(address.port()),
        };
        let state = AppState {
            rooms: Rooms::new(store.clone(), timepiece.clone()),
            store,
            casebook: Arc::new(CaseLibrary::default()),
            config: Arc::new(config),
        };
        runtime.spawn(std::future::IntoFuture::into_future(axum::serve(
            listener,
            router(state.clone()),
        )));
        Self {
            runtime,
            state,
            timepiece,
            address,
            folder,
        }
    }

    /// The server is killed and started again an hour later, on the same database.
    pub(crate) fn killed_and_started(self) -> Self {
        self.runtime.shutdown_timeout(Duration::ZERO);
        self.timepiece.advance(3_600_000);
        Self::on(self.folder, self.timepiece)
    }

    pub(crate) fn visitor(&self, name: u8) -> Visitor {
        let person = PersonId::from([name; 16]);
        let token = format!("{name:02x}").repeat(32);
        let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        self.runtime.block_on(async {
            self.state
                .store
                .person_create(&person, 0)
                .await
                .expect("person");
            self.state
                .store
                .sign_in_create(&person, &hash, 0)
                .await
                .expect("sign-in");
        });
        Visitor {
            person,
            cookie: format!("casingexpert={token}"),
        }
    }

    /// An attempt of the small case, interviewer-led, in learn mode, with clocks.
    pub(crate) fn attempt(&self, whose: &Visitor) -> AttemptId {
        let case = Case {
            hash: "ab".repeat(32),
            ..fixture::case()
        };
        let plan = Plan {
            format: Format::InterviewerLed,
            mode: Mode::Learn,
            timed: true,
            objective: String::new(),
            target: Dimension::Structure,
            rule: Some("When I finish a calculation, I will say what it means.".into()),
        };
        let new = NewAttempt {
            id: AttemptId::from([9; 16]),
            person: whose.person.clone(),
            slug: case.slug.clone(),
            case_hash: case.hash.clone(),
            seed: case.seed,
            engine: interview::ENGINE_VERSION,
            reader: interview::READER_VERSION,
            plan: Payload::from(codec::encode(&plan).expect("plan")),
            rule_from: None,
            created_ms: self.timepiece.epoch_ms(),
        };
        let snapshot = codec::encode(&case).expect("case");
        self.runtime.block_on(async {
            let store = &self.state.store;
            store
                .case_snapshot_put(&new.case_hash, new.seed, &snapshot, 0)
                .await
                .expect("case");
            store.attempt_create(&new).await.expect("attempt");
        });
        new.id
    }

    /// Opens a socket, or says with which status it was refused.
    pub(crate) fn connect(&self, who: &Visitor, id: &AttemptId) -> Result<Page, StatusCode> {
        self.connect_from(who, id, &format!("http://{}", self.address))
    }

    pub(crate) fn connect_from(
        &self,
        who: &Visitor,
        id: &AttemptId,
        origin: &str,
    ) -> Result<Page, StatusCode> {
        let stream = TcpStream::connect(self.address).expect("connects");
        stream.set_read_timeout(Some(PATIENCE)).expect("timeout");
        let address = format!("ws://{}/attempts/{id}/room/socket", self.address);
        let mut request = address.into_client_request().expect("request");
        request
            .headers_mut()
            .insert("cookie", who.cookie.parse().expect("cookie"));
        request
            .headers_mut()
            .insert("origin", origin.parse().expect("origin"));
        match tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(Page { socket }),
            Err(tungstenite::HandshakeError::Failure(tungstenite::Error::Http(answer))) => {
                Err(answer.status())
            }
            Err(other) => panic!("{other}"),
        }
    }

    /// A page that has come in and shows everything.
    pub(crate) fn page(&self, who: &Visitor, id: &AttemptId) -> Page {
        let mut page = self.connect(who, id).expect("a socket");
        page.send(&json!({"kind": "since", "seq": null}));
        page
    }

    pub(crate) fn get(&self, who: &Visitor, path: &str) -> (StatusCode, String) {
        self.request(
            who,
            Request::get(path).body(Body::empty()).expect("request"),
        )
    }

    pub(crate) fn post(&self, who: &Visitor, path: &str, form: &str) -> (StatusCode, String) {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()));
        self.request(who, request.expect("request"))
    }

    /// Status, and the body or where it leads.
    fn request(&self, who: &Visitor, mut request: Request<Body>) -> (StatusCode, String) {
        request
            .headers_mut()
            .insert(header::COOKIE, who.cookie.parse().expect("cookie"));
        self.runtime.block_on(async {
            let answer = router(self.state.clone())
                .oneshot(request)
                .await
                .expect("answers");
            let status = answer.status();
            if let Some(to) = answer.headers().get(header::LOCATION) {
                return (status, to.to_str().expect("text").to_owned());
            }
            let body = answer.into_body().collect().await.expect("body").to_bytes();
            (status, String::from_utf8(body.to_vec()).expect("text"))
        })
    }

    /// The journal as it is in the database.
    pub(crate) fn journal(&self, id: &AttemptId) -> Vec<Entry> {
        let rows = self
            .runtime
            .block_on(self.state.store.attempt_journal(id, 0))
            .expect("journal");
        rows.iter()
            .map(|row| interview::decode(&row.payload).expect("entry"))
            .collect()
    }
}

impl Page {
    pub(crate) fn send(&mut self, frame: &Value) {
        self.send_text(&frame.to_string());
    }

    pub(crate) fn send_text(&mut self, text: &str) {
        self.socket.send(Message::text(text)).expect("sends");
    }

    pub(crate) fn send_bytes(&mut self, bytes: &'static [u8]) {
        self.socket.send(Message::binary(bytes)).expect("sends");
    }

    pub(crate) fn says(&mut self, turn: &str, text: &str) {
        self.send(&json!({"kind": "said", "turn": turn, "text": text}));
    }

    /// The next frame; `None` when the server has ended the socket.
    pub(crate) fn next(&mut self) -> Option<Value> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).expect("JSON")),
                Ok(Message::Close(_)) | Err(tungstenite::Error::ConnectionClosed) => return None,
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if error.kind() == std::io::ErrorKind::ConnectionReset =>
                {
                    return None;
                }
                Err(error) => panic!("nothing came: {error}"),
            }
        }
    }

    /// The next frame of that kind, and the HTML of all entries up to it.
    pub(crate) fn until(&mut self, kind: &str) -> (Value, String) {
        let mut html = String::new();
        loop {
            let frame = self
                .next()
                .unwrap_or_else(|| panic!("the socket ended before `{kind}`"));
            for entry in frame["entries"].as_array().into_iter().flatten() {
                html.push_str(entry["html"].as_str().expect("html"));
            }
            if frame["kind"] == kind {
                return (frame, html);
            }
        }
    }

    /// Everything up to the entry with that number.
    pub(crate) fn up_to(&mut self, seq: u32) -> String {
        let mut html = String::new();
        loop {
            let (frame, more) = self.until("entries");
            html.push_str(&more);
            let last = frame["entries"].as_array().and_then(|all| all.last());
            if last.is_some_and(|entry| entry["seq"] == seq) {
                return html;
            }
        }
    }
}

/// The transcript's list items on a whole page.
pub(crate) fn transcript(page: &str) -> &str {
    let from = page
        .find("<ol class=\"transcript\">")
        .expect("a transcript")
        + 23;
    let rest = &page[from..];
    rest[..rest
        .find("</ol></div>\n<div class=\"talk-write\">")
        .expect("its end")]
        .trim()
}
