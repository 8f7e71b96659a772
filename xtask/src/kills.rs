//! `kill -9` at random moments of scripted attempts: every acknowledged turn must be in the
//! database after the restart, and what a page then sees must equal what it saw live.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::database::Database;
use crate::ledger::{self, Breach, Comparison, Sent};
use crate::wire::{self, Attempt, Server, Socket};

/// What the scripted candidate does, in order; the kill falls somewhere in it.
const SCRIPT: &[&str] = &[
    "Before I plan, what would the client count as a success, and by when?",
    "How much may be invested in total?",
    "+done",
    "I would look at demand, at what one unit earns, and at what the client brings. First the unit.",
    "+minute",
    "I start with the unit because the goal is per unit.",
    "+done",
    "Let me set it up. Price times volume minus cost.",
    "+hint",
    "That gives about 531 million a year.",
];

/// Longest wait between the last frame sent and the kill.
const LONGEST_WAIT_MS: u64 = 40;

/// How long an answer may take where the script waits for it.
const ANSWER: Duration = Duration::from_secs(20);

/// What was found.
#[derive(Default)]
pub(crate) struct Summary {
    pub(crate) kills: u32,
    pub(crate) acknowledged: usize,
    pub(crate) unacknowledged_but_kept: usize,
}

/// What is killed, and where it keeps its journal.
pub(crate) struct Target<'a> {
    pub(crate) binary: &'a Path,
    pub(crate) slug: &'a str,
    /// Address of a database; without one the file in the data folder.
    pub(crate) database: Option<&'a str>,
}

impl Target<'_> {
    fn start(&self, data: &Path) -> Result<Server> {
        Server::start(self.binary, data, self.database)
    }

    fn database(&self, data: &Path) -> Database {
        match self.database {
            Some(url) => Database::Postgres(url.to_owned()),
            None => Database::Sqlite(data.join("casingexpert.db")),
        }
    }
}

/// Kills the product `kills` times; any broken promise ends it.
pub(crate) fn run(target: &Target<'_>, kills: u32) -> Result<Summary> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let mut random = Random(u64::from(kills) + 7);
    let mut summary = Summary {
        kills,
        ..Summary::default()
    };
    for kill in 0..kills {
        let last = random.below(SCRIPT.len() as u64) as usize;
        let wait = Duration::from_micros(random.below(LONGEST_WAIT_MS * 1000));
        let (attempt, live) =
            play_and_kill(target, &data, kill, last, wait).with_context(|| before(kill))?;
        let server = target.start(&data)?;
        let found = look(target, &data, &server, &attempt, &live).with_context(|| after(kill))?;
        ensure!(
            found.breaches.is_empty(),
            "{}: {}",
            after(kill),
            in_words(&found.breaches)
        );
        summary.acknowledged += live.acknowledged().count();
        summary.unacknowledged_but_kept += found.early;
        resend(&server, &attempt, &live)?;
        let turns = target.database(&data).turns(attempt.id())?;
        let again = ledger::compare(&live.sent, &turns);
        ensure!(
            again.breaches.is_empty(),
            "{}, resent: {}",
            after(kill),
            in_words(&again.breaches)
        );
        server.kill()?;
    }
    Ok(summary)
}

/// Shows that a loss would be seen: after each kill the last acknowledged entry is taken out of
/// the database, and exactly that must be found. Returns what was reported.
pub(crate) fn prove(target: &Target<'_>, kills: u32) -> Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let mut random = Random(u64::from(kills) + 11);
    let mut reported = Vec::new();
    let words: Vec<usize> = (0..SCRIPT.len())
        .filter(|at| !SCRIPT[*at].starts_with('+'))
        .collect();
    for kill in 0..kills {
        let last = words[random.below(words.len() as u64) as usize];
        let (attempt, live) =
            play_and_kill(target, &data, kill, last, ANSWER).with_context(|| before(kill))?;
        let (turn, seq) = live
            .acknowledged()
            .last()
            .context("nothing was acknowledged, so nothing can be taken out")?;
        let lost = Breach::Lost {
            turn: turn.to_owned(),
            seq,
        };
        target.database(&data).remove(attempt.id(), seq)?;
        let server = target.start(&data)?;
        let found = look(target, &data, &server, &attempt, &live).with_context(|| after(kill))?;
        server.kill()?;
        let expected = [lost, Breach::Unlike { seq }];
        ensure!(
            found.breaches == expected,
            "{}: {} had to be reported, not: {}",
            after(kill),
            in_words(&expected),
            in_words(&found.breaches)
        );
        reported.push(in_words(&found.breaches));
    }
    Ok(reported)
}

fn before(kill: u32) -> String {
    format!("before kill {kill}")
}

fn after(kill: u32) -> String {
    format!("after kill {kill}")
}

fn in_words(breaches: &[Breach]) -> String {
    let each: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    if each.is_empty() {
        "nothing".to_owned()
    } else {
        each.join("; ")
    }
}

/// A new attempt that is killed after line `last` of the script.
fn play_and_kill(
    target: &Target<'_>,
    data: &Path,
    kill: u32,
    last: usize,
    wait: Duration,
) -> Result<(Attempt, Live)> {
    let server = target.start(data)?;
    let format = if kill.is_multiple_of(2) {
        "interviewer-led"
    } else {
        "candidate-led"
    };
    let attempt = wire::begin(&server.authority, target.slug, format)?;
    let mut live = Live::default();
    let open = play_until_the_kill(&server, &attempt, last, wait, &mut live)?;
    server.kill()?;
    drop(open);
    Ok((attempt, live))
}

/// What the database holds and what a page is shown, against what was promised live.
fn look(
    target: &Target<'_>,
    data: &Path,
    server: &Server,
    attempt: &Attempt,
    live: &Live,
) -> Result<Comparison> {
    let shown = everything(server, attempt)?;
    let turns = target.database(data).turns(attempt.id())?;
    let mut found = ledger::compare(&live.sent, &turns);
    found.breaches.extend(live.unlike(&shown));
    Ok(found)
}

/// What a page saw before the kill.
#[derive(Default)]
struct Live {
    entries: BTreeMap<u64, Value>,
    sent: Vec<Sent>,
    stand: Value,
}

impl Live {
    fn see(&mut self, frame: &Value) {
        if frame["stand"].is_object() {
            self.stand = frame["stand"].clone();
        }
        match frame["kind"].as_str() {
            Some("entries") => {
                for entry in frame["entries"].as_array().into_iter().flatten() {
                    self.entries.insert(
                        entry["seq"].as_u64().unwrap_or(u64::MAX),
                        entry["html"].clone(),
                    );
                }
            }
            Some("ack") => {
                let turn = frame["turn"].as_str().unwrap_or_default();
                if let Some(sent) = self.sent.iter_mut().find(|sent| sent.turn == turn) {
                    sent.acknowledged = frame["seq"].as_u64();
                }
            }
            _ => {}
        }
    }

    fn acknowledged(&self) -> impl Iterator<Item = (&str, u64)> {
        let named = |sent: &'_ Sent| sent.acknowledged;
        self.sent
            .iter()
            .filter_map(move |sent| Some((sent.turn.as_str(), named(sent)?)))
    }

    fn pending(&self) -> Option<&Sent> {
        self.sent.iter().find(|sent| sent.acknowledged.is_none())
    }

    /// Whether every turn was acknowledged and its entry was seen.
    fn answered(&self) -> bool {
        self.pending().is_none()
            && self
                .acknowledged()
                .all(|(_, seq)| self.entries.contains_key(&seq))
    }

    fn unlike(&self, after: &BTreeMap<u64, Value>) -> Vec<Breach> {
        let mut breaches: Vec<Breach> = self
            .entries
            .iter()
            .filter(|(seq, html)| after.get(seq) != Some(html))
            .map(|(seq, _)| Breach::Unlike { seq: *seq })
            .collect();
        let (entries, last) = (
            after.len() as u64,
            after.keys().last().copied().unwrap_or(0),
        );
        if entries != last + 1 {
            breaches.push(Breach::Gap { entries, last });
        }
        breaches
    }
}

/// Returns the socket: closing it before the kill would let the server write that the page left.
fn play_until_the_kill(
    server: &Server,
    attempt: &Attempt,
    last: usize,
    wait: Duration,
    live: &mut Live,
) -> Result<Socket> {
    let mut socket = Socket::connect(&server.authority, attempt, None)?;
    live.see(&socket.expect("entries")?);
    for (at, line) in SCRIPT.iter().enumerate().take(last + 1) {
        let patience = if at == last { wait } else { ANSWER };
        send(&mut socket, at, line, live)?;
        let until = Instant::now() + patience;
        while let Some(frame) = socket.next(until)? {
            live.see(&frame);
            let all = patience == ANSWER && frame["kind"] == "entries";
            if all && live.answered() {
                break;
            }
        }
    }
    Ok(socket)
}

fn send(socket: &mut Socket, at: usize, line: &str, live: &mut Live) -> Result<()> {
    let frame = match line {
        "+done" => json!({"kind": "done", "segment": live.stand["segment"]}),
        "+minute" => json!({"kind": "minute"}),
        "+hint" => json!({"kind": "hint", "rung": live.stand["rung"]}),
        words => {
            let turn = format!("turn-{at}");
            live.sent.push(Sent {
                turn: turn.clone(),
                words: words.to_owned(),
                acknowledged: None,
            });
            json!({"kind": "said", "turn": turn, "text": words})
        }
    };
    socket.send(&frame)
}

/// All entries a new page is shown.
fn everything(server: &Server, attempt: &Attempt) -> Result<BTreeMap<u64, Value>> {
    let mut socket = Socket::connect(&server.authority, attempt, None)?;
    let mut seen = Live::default();
    seen.see(&socket.expect("entries")?);
    Ok(seen.entries)
}

/// Sends a turn again that was on its way when the kill came: it must be taken exactly once.
fn resend(server: &Server, attempt: &Attempt, live: &Live) -> Result<()> {
    let Some(Sent { turn, words, .. }) = live.pending() else {
        return Ok(());
    };
    let mut socket = Socket::connect(&server.authority, attempt, None)?;
    socket.expect("entries")?;
    let mut said = || -> Result<u64> {
        socket.send(&json!({"kind": "said", "turn": turn, "text": words}))?;
        socket.expect("ack")?["seq"]
            .as_u64()
            .context("an ack without an entry")
    };
    let (first, again) = (said()?, said()?);
    ensure!(
        first == again,
        "turn {turn} was taken twice, as entries {first} and {again}"
    );
    Ok(())
}

/// SplitMix64: small, seeded, the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
