//! A candidate over the wire: the product started as its own process, one room, one socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

/// How long a start or an answer may take before the measurement is called off.
const PATIENCE: Duration = Duration::from_secs(30);

/// The product, running. Killed when dropped.
pub(crate) struct Server {
    process: Child,
    /// `127.0.0.1:PORT`
    pub(crate) authority: String,
}

impl Server {
    /// Starts `binary` on a free port and waits until it prints its address.
    pub(crate) fn start(binary: &Path, data: &Path, database: Option<&str>) -> Result<Self> {
        let options = database.map(|url| ["--database", url]);
        Self::start_with(binary, data, options.as_ref().map_or(&[], |o| o.as_slice()))
    }

    /// The same with further options.
    pub(crate) fn start_with(binary: &Path, data: &Path, options: &[&str]) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let authority = format!("127.0.0.1:{port}");
        let mut command = Command::new(binary);
        command
            .args(["serve", "--listen", &authority, "--data"])
            .arg(data)
            .args(options);
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {}", binary.display()))?;
        let stdout = process.stdout.take().context("the product's output")?;
        let mut lines = BufReader::new(stdout).lines();
        let up = lines
            .by_ref()
            .map_while(Result::ok)
            .any(|line| line.contains("http://"));
        if !up {
            bail!("{} ended before it printed its address", binary.display());
        }
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Ok(Self { process, authority })
    }

    /// Ends it as `kill -9` does.
    pub(crate) fn kill(mut self) -> Result<()> {
        self.process.kill()?;
        self.process.wait()?;
        Ok(())
    }

    /// Resident memory in KiB.
    pub(crate) fn resident_kib(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.split_whitespace().next())
            .and_then(|kib| kib.parse().ok())
            .context("no VmRSS in /proc")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone is what we want.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An attempt and the cookie it belongs to.
#[derive(Clone)]
pub(crate) struct Attempt {
    pub(crate) room: String,
    pub(crate) cookie: String,
}

impl Attempt {
    /// Its id, from the address of its room.
    pub(crate) fn id(&self) -> &str {
        self.room.split('/').nth(2).unwrap_or_default()
    }
}

/// Begins an attempt as a new guest.
pub(crate) fn begin(authority: &str, slug: &str, format: &str) -> Result<Attempt> {
    let form = format!("case={slug}&format={format}&mode=learn&target=quant");
    let (head, _) = http(authority, "POST", "/attempts", "", Some(&form))?;
    let header = |name: &str| {
        head.lines()
            .find_map(|line| {
                line.split_once(": ")
                    .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            })
            .map(|(_, value)| value.trim().to_owned())
            .with_context(|| format!("no {name} in the answer to POST /attempts: {head}"))
    };
    let cookie = header("set-cookie")?;
    let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
    Ok(Attempt {
        room: header("location")?,
        cookie,
    })
}

/// One request on a connection of its own: head and body of the answer.
pub(crate) fn http(
    authority: &str,
    method: &str,
    path: &str,
    cookie: &str,
    form: Option<&str>,
) -> Result<(String, String)> {
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = form.unwrap_or_default();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {authority}\r\nOrigin: http://{authority}\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .context("an answer without a body")?;
    Ok((head.to_owned(), body.to_owned()))
}

/// A page's socket.
pub(crate) struct Socket {
    socket: WebSocket<TcpStream>,
}

impl Socket {
    /// Connects and asks for everything after `since`.
    pub(crate) fn connect(authority: &str, attempt: &Attempt, since: Option<u32>) -> Result<Self> {
        let stream = TcpStream::connect(authority)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut request =
            format!("ws://{authority}{}/socket", attempt.room).into_client_request()?;
        request
            .headers_mut()
            .insert("cookie", attempt.cookie.parse()?);
        request
            .headers_mut()
            .insert("origin", format!("http://{authority}").parse()?);
        let (socket, _) = tungstenite::client(request, stream)
            .map_err(|error| anyhow::anyhow!("opening the room's socket: {error}"))?;
        let mut socket = Self { socket };
        socket.send(&json!({"kind": "since", "seq": since}))?;
        Ok(socket)
    }

    /// Sends one frame.
    pub(crate) fn send(&mut self, frame: &Value) -> Result<()> {
        Ok(self.socket.send(Message::text(frame.to_string()))?)
    }

    /// The next frame, or `None` when `until` came first.
    pub(crate) fn next(&mut self, until: Instant) -> Result<Option<Value>> {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(None);
            }
            self.socket.get_ref().set_read_timeout(Some(left))?;
            match self.socket.read() {
                Ok(Message::Text(text)) => return Ok(Some(serde_json::from_str(&text)?)),
                Ok(Message::Close(_)) => bail!("the server closed the socket"),
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(tungstenite::Error::Io(error))
                    if matches!(
                        error.kind(),
                        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
                    ) =>
                {
                    return Ok(None);
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Waits for a frame of that kind, passing over others.
    pub(crate) fn expect(&mut self, kind: &str) -> Result<Value> {
        let until = Instant::now() + PATIENCE;
        while let Some(frame) = self.next(until)? {
            if frame["kind"] == kind {
                return Ok(frame);
            }
            if frame["kind"] == "error" {
                bail!("the room answered: {}", frame["words"]);
            }
        }
        bail!("no `{kind}` frame within {PATIENCE:?}")
    }
}
