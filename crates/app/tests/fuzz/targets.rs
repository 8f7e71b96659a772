//! What takes bytes from outside, each as a function of bytes that must return.

use axum::body::Body;
use axum::extract::{Form, FromRequest};
use axum::http::{HeaderMap, HeaderValue, Request, header};
use casingexpert::pages::{attempts, correction_rule, room};
use casingexpert::rooms::{FromPage, words};
use casingexpert::{CaseLibrary, access, typed};
use interview::Reader;
use scoring::gold::read_lines;
use serde::de::DeserializeOwned;
use tokio::runtime::{Builder, Runtime};

/// The case whose reader is tried.
const CASE: &str = "ev-charging-entry";

/// The name of the cookie without TLS.
const COOKIE: &str = "casingexpert";

/// Takes bytes and returns, whatever they are.
type Parser = Box<dyn Fn(&[u8])>;

/// One of them.
pub(crate) struct Target {
    /// Also the folder of its corpus.
    pub(crate) name: &'static str,
    pub(crate) run: Parser,
}

pub(crate) fn all() -> Vec<Target> {
    let target = |name, run| Target { name, run };
    vec![
        target("frame", Box::new(frame)),
        target("form", form()),
        target("cookie", Box::new(cookie)),
        target("score", Box::new(score)),
        target("journal", Box::new(journal)),
        target("reader", reader()),
    ]
}

fn frame(bytes: &[u8]) {
    match FromPage::parse(&String::from_utf8_lossy(bytes)) {
        Ok(FromPage::Said { turn, text }) => {
            let _ = (words::turn_id(&turn), words::utterance(&text));
            let _ = words::shown(&text);
        }
        Ok(FromPage::Presented { turn, tree }) => {
            let _ = (words::turn_id(&turn), words::tree(&tree));
        }
        _ => {}
    }
}

fn form() -> Parser {
    let runtime = Builder::new_current_thread().build().expect("a runtime");
    Box::new(move |bytes| {
        sent::<attempts::Begin>(&runtime, bytes);
        sent::<correction_rule::Written>(&runtime, bytes);
        sent::<correction_rule::Answer>(&runtime, bytes);
        sent::<room::Sent>(&runtime, bytes);
        let _ = typed::one_line(&String::from_utf8_lossy(bytes), 300);
    })
}

/// Reads a form as a handler does that takes this one.
fn sent<T: DeserializeOwned>(runtime: &Runtime, bytes: &[u8]) {
    let request = Request::post("/")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(bytes.to_vec()))
        .expect("a request");
    let _ = runtime.block_on(Form::<T>::from_request(request, &()));
}

fn cookie(bytes: &[u8]) {
    let mut headers = HeaderMap::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.append(header::COOKIE, value);
        }
    }
    let _ = access::token(COOKIE, &headers);
}

fn score(bytes: &[u8]) {
    let _ = read_lines(&String::from_utf8_lossy(bytes));
}

/// What reads is written and read again as the same.
fn journal(bytes: &[u8]) {
    if let Ok(entry) = interview::decode(bytes) {
        let again = interview::decode(&interview::encode(&entry)).expect("what was encoded");
        assert_eq!(again, entry);
    }
}

/// The first byte chooses the segment, the rest is said in it as a page would send it.
fn reader() -> Parser {
    let library = CaseLibrary::load(None).expect("the cases of the binary");
    let case = library.find(CASE).expect("the case").case.clone();
    let reader = Reader::new(&case);
    Box::new(move |bytes| {
        let (first, text) = bytes.split_first().unwrap_or((&0, &[]));
        let segment = &case.segments[usize::from(*first) % case.segments.len()].id;
        if let Ok(text) = words::utterance(&String::from_utf8_lossy(text)) {
            let reading = reader.read(segment, &text);
            for hit in &reading.hits {
                let _ = hit.at.of(&text);
            }
        }
    })
}
