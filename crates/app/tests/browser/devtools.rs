//! A Chromium of one's own, spoken to over the DevTools protocol. Knows nothing of the product.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, ErrorKind};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long any one answer may take before the test says what it waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running browser with one connection to it.
pub(crate) struct Browser {
    process: Child,
    _profile: tempfile::TempDir,
    socket: WebSocket<TcpStream>,
    last_id: u64,
    events: VecDeque<Value>,
}

impl Browser {
    /// Starts Chromium where it is installed.
    pub(crate) fn start() -> Option<Self> {
        let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
            .into_iter()
            .map(PathBuf::from)
            .find(|path| path.exists())?;
        let profile = tempfile::tempdir().expect("a folder for the browser profile");
        let mut process = Command::new(program)
            .args(flags())
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starting Chromium");
        let address = listening_address(&mut process);
        let authority = address
            .trim_start_matches("ws://")
            .split('/')
            .next()
            .unwrap_or_default();
        let stream = TcpStream::connect(authority).expect("connecting to Chromium");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a read limit");
        let (socket, _) = tungstenite::client(address.as_str(), stream).expect("a DevTools socket");
        Some(Self {
            process,
            _profile: profile,
            socket,
            last_id: 0,
            events: VecDeque::new(),
        })
    }

    /// Opens a page with cookies and storage of its own.
    pub(crate) fn new_visitor(&mut self) -> String {
        let context =
            self.call(None, "Target.createBrowserContext", json!({}))["browserContextId"].clone();
        self.new_tab(&context)
    }

    /// Opens another tab beside `session`, sharing cookies and storage.
    pub(crate) fn new_tab(&mut self, context: &Value) -> String {
        let target = self.call(
            None,
            "Target.createTarget",
            json!({"url": "about:blank", "browserContextId": context}),
        )["targetId"]
            .clone();
        let attached = self.call(
            None,
            "Target.attachToTarget",
            json!({"targetId": target, "flatten": true}),
        );
        attached["sessionId"]
            .as_str()
            .expect("a session")
            .to_owned()
    }

    /// Sends a command and waits for its result.
    pub(crate) fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({"id": id, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        self.socket
            .send(Message::text(message.to_string()))
            .expect("sending to Chromium");
        loop {
            let answer = self.next_message(method);
            if answer["id"] == json!(id) {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.events.push_back(answer);
        }
    }

    /// Waits for an event of `session`; events passed over stay for [`Self::seen`].
    pub(crate) fn wait_event(&mut self, session: &str, method: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self
                .events
                .iter()
                .position(|e| is_event(e, session, method))
            {
                return self.events.remove(at).unwrap_or_default();
            }
            assert!(Instant::now() < deadline, "no {method} within {PATIENCE:?}");
            let message = self.next_message(method);
            self.events.push_back(message);
        }
    }

    /// Takes every event of that name that has arrived so far.
    pub(crate) fn seen(&mut self, session: &str, method: &str) -> Vec<Value> {
        let (found, kept) = self
            .events
            .drain(..)
            .partition(|event| is_event(event, session, method));
        self.events = kept;
        Vec::from_iter::<VecDeque<Value>>(found)
    }

    fn next_message(&mut self, waiting_for: &str) -> Value {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    return serde_json::from_str(&text).expect("JSON from Chromium");
                }
                Ok(_) => {}
                Err(tungstenite::Error::Io(error)) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => panic!("waiting for {waiting_for}: {error}"),
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The processes below it end with it; a browser already gone is what we want.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_event(message: &Value, session: &str, method: &str) -> bool {
    message["method"] == method && message["sessionId"] == session
}

fn flags() -> Vec<&'static str> {
    let mut flags = vec![
        "--headless",
        "--remote-debugging-port=0",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
    ];
    let root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    if root {
        // Chromium refuses to sandbox as root; the pages it opens are our own.
        flags.push("--no-sandbox");
    }
    flags
}

fn listening_address(process: &mut Child) -> String {
    let stderr = process.stderr.take().expect("a pipe from Chromium");
    let mut lines = BufReader::new(stderr).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| {
            line.strip_prefix("DevTools listening on ")
                .map(str::to_owned)
        })
        .expect("Chromium says where it listens");
    // Chromium goes on writing there; somebody must read it or it stops.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    address
}
