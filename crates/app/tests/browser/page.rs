//! One page as a visitor uses it: go, read, click, type, press, look.

use std::path::Path;

use serde_json::{Value, json};

use crate::devtools::Browser;

/// The accessibility checker, run inside the page.
const AXE: &str = include_str!("axe.min.js");

/// Longest wait for something to appear on a page, in milliseconds.
const APPEAR_MS: u32 = 20_000;

/// A tab and everything that went wrong in it.
pub(crate) struct Page<'a> {
    browser: &'a mut Browser,
    session: String,
    origin: String,
}

impl<'a> Page<'a> {
    /// A new visitor who has never been here.
    pub(crate) fn open(browser: &'a mut Browser, origin: &str) -> Self {
        let session = browser.new_visitor();
        let mut page = Self {
            browser,
            session,
            origin: origin.to_owned(),
        };
        for domain in [
            "Page.enable",
            "Runtime.enable",
            "Network.enable",
            "Log.enable",
        ] {
            page.call(domain, json!({}));
        }
        page.resize(1280, 900);
        page
    }

    /// Goes to a path of the product and waits until it has loaded.
    pub(crate) fn go(&mut self, path: &str) {
        let url = format!("{}{path}", self.origin);
        self.browser.seen(&self.session, "Page.loadEventFired");
        self.call("Page.navigate", json!({"url": url}));
        self.loaded();
    }

    /// Waits for the page that an action led to.
    pub(crate) fn loaded(&mut self) {
        self.browser
            .wait_event(&self.session, "Page.loadEventFired");
    }

    /// The width and height of the window.
    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}),
        );
    }

    /// Light or dark.
    pub(crate) fn scheme(&mut self, scheme: &str) {
        self.call(
            "Emulation.setEmulatedMedia",
            json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]}),
        );
    }

    /// The value of a JavaScript expression; promises are awaited.
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({"expression": expression, "awaitPromise": true, "returnByValue": true}),
        );
        assert!(
            answer["exceptionDetails"].is_null(),
            "`{expression}`: {}",
            answer["exceptionDetails"]["exception"]["description"]
        );
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true, checked whenever the page changes or draws.
    pub(crate) fn until(&mut self, expression: &str) {
        let held = self.eval(&format!(
            "new Promise((done) => {{
                const started = performance.now();
                const look = () => {{
                    let held = false;
                    try {{ held = Boolean({expression}); }} catch {{ held = false; }}
                    if (held) done(true);
                    else if (performance.now() - started > {APPEAR_MS}) done(false);
                    else requestAnimationFrame(look);
                }};
                look();
            }})"
        ));
        assert_eq!(
            held,
            json!(true),
            "never came true: {expression}; the page says: {}",
            self.text()
        );
    }

    /// Clicks what a selector finds, as a pointer would.
    pub(crate) fn click(&mut self, selector: &str) {
        let quoted = json!(selector);
        self.until(&format!("document.querySelector({quoted})"));
        let spot = self.eval(&format!(
            "(() => {{ const e = document.querySelector({quoted}); e.scrollIntoView({{block: 'center'}});
               const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            self.call(
                "Input.dispatchMouseEvent",
                json!({"type": kind, "x": spot[0], "y": spot[1], "button": "left", "clickCount": 1}),
            );
        }
    }

    /// Types into whatever has focus.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text}));
    }

    /// Presses a key with modifiers: 1 Alt, 2 Ctrl, 8 Shift, added up.
    pub(crate) fn press(&mut self, key: &str, modifiers: u8) {
        let (code, text) = match key {
            "Enter" => (13, "\r"),
            "Tab" => (9, ""),
            "Escape" => (27, ""),
            "Backspace" => (8, ""),
            "ArrowLeft" => (37, ""),
            "ArrowUp" => (38, ""),
            "ArrowRight" => (39, ""),
            "ArrowDown" => (40, ""),
            " " => (32, " "),
            other => (u32::from(other.to_ascii_uppercase().as_bytes()[0]), other),
        };
        let text = if modifiers & 3 == 0 { text } else { "" };
        for kind in ["keyDown", "keyUp"] {
            self.call(
                "Input.dispatchKeyEvent",
                json!({"type": kind, "key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers, "text": if kind == "keyDown" { text } else { "" }}),
            );
        }
    }

    /// What stands on the page.
    pub(crate) fn text(&mut self) -> String {
        self.eval("document.body.innerText")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// A picture of the window.
    pub(crate) fn picture(&mut self, to: &Path) {
        use std::io::Write;
        self.eval("document.fonts.ready.then(() => true)");
        let shot = self.call("Page.captureScreenshot", json!({"format": "png"}));
        let bytes = base64(shot["data"].as_str().unwrap_or_default());
        let mut file = std::fs::File::create(to).expect("a file for the picture");
        file.write_all(&bytes).expect("writing the picture");
    }

    /// Fails on any serious accessibility problem, naming each with its place.
    pub(crate) fn accessible(&mut self, name: &str) {
        self.eval(AXE);
        let found = self.eval(
            "axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations
               .filter((v) => v.impact === 'serious' || v.impact === 'critical')
               .map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))",
        );
        assert_eq!(found, json!([]), "{name}: accessibility");
    }

    /// Fails when the page is wider than the window.
    pub(crate) fn fits(&mut self, name: &str) {
        let over = self.eval("document.documentElement.scrollWidth - innerWidth");
        assert!(
            over.as_i64().unwrap_or(1) <= 0,
            "{name}: scrolls sideways by {over} px"
        );
    }

    /// Fails on console errors, failed scripts and requests that left this origin.
    pub(crate) fn clean(&mut self, name: &str) {
        let mut wrong = Vec::new();
        for event in self.browser.seen(&self.session, "Runtime.exceptionThrown") {
            wrong.push(event["params"]["exceptionDetails"].to_string());
        }
        for event in self.browser.seen(&self.session, "Log.entryAdded") {
            if event["params"]["entry"]["level"] == "error" {
                wrong.push(event["params"]["entry"].to_string());
            }
        }
        for event in self.browser.seen(&self.session, "Runtime.consoleAPICalled") {
            if event["params"]["type"] == "error" {
                wrong.push(event["params"]["args"].to_string());
            }
        }
        for event in self
            .browser
            .seen(&self.session, "Network.requestWillBeSent")
        {
            let url = event["params"]["request"]["url"]
                .as_str()
                .unwrap_or_default()
                .to_owned();
            if !url.starts_with(&self.origin) && !url.starts_with("data:") {
                wrong.push(format!("asked another host: {url}"));
            }
        }
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }

    /// The keys kept in this browser's storage.
    pub(crate) fn storage_keys(&mut self) -> Vec<String> {
        let keys = self.eval("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]");
        serde_json::from_value(keys).expect("names")
    }

    /// Sends a DevTools command to this tab.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        let session = self.session.clone();
        self.browser.call(Some(&session), method, params)
    }
}

/// Standard base64, as DevTools sends pictures.
fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0u32, 0);
    for byte in text.bytes() {
        let Some(value) = ALPHABET.iter().position(|known| *known == byte) else {
            continue;
        };
        held = (held << 6) | u32::try_from(value).unwrap_or(0);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap_or(0));
        }
    }
    bytes
}
