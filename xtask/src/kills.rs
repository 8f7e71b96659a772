//! `kill -9` at random moments of scripted attempts: every acknowledged turn must be there after
//! the restart, and what a page then sees must equal what it saw live.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

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

/// What was found.
pub(crate) struct Summary {
    pub(crate) kills: u32,
    pub(crate) acknowledged: usize,
    pub(crate) unacknowledged_but_kept: usize,
}

/// Kills the product `kills` times.
pub(crate) fn run(
    binary: &Path,
    database: Option<&str>,
    kills: u32,
    slug: &str,
) -> Result<Summary> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let mut random = Random(u64::from(kills) + 7);
    let mut summary = Summary {
        kills,
        acknowledged: 0,
        unacknowledged_but_kept: 0,
    };
    for kill in 0..kills {
        let server = Server::start(binary, &data, database)?;
        let format = if kill % 2 == 0 {
            "interviewer-led"
        } else {
            "candidate-led"
        };
        let attempt = wire::begin(&server.authority, slug, format)?;
        let mut live = Live::default();
        play_until_the_kill(&server, &attempt, &mut random, &mut live)
            .with_context(|| format!("before kill {kill}"))?;
        server.kill()?;
        let server = Server::start(binary, &data, database)?;
        let after = everything(&server, &attempt).with_context(|| format!("after kill {kill}"))?;
        live.check(&after)
            .with_context(|| format!("after kill {kill}"))?;
        summary.acknowledged += live.acknowledged.len();
        summary.unacknowledged_but_kept += resend(&server, &attempt, &live)?;
        server.kill()?;
    }
    Ok(summary)
}

/// What a page saw before the kill.
#[derive(Default)]
struct Live {
    entries: BTreeMap<u64, Value>,
    acknowledged: BTreeMap<String, u64>,
    pending: Option<(String, String)>,
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
                let turn = frame["turn"].as_str().unwrap_or_default().to_owned();
                if self
                    .pending
                    .as_ref()
                    .is_some_and(|(pending, _)| *pending == turn)
                {
                    self.pending = None;
                }
                self.acknowledged
                    .insert(turn, frame["seq"].as_u64().unwrap_or(u64::MAX));
            }
            _ => {}
        }
    }

    fn check(&self, after: &BTreeMap<u64, Value>) -> Result<()> {
        for (seq, html) in &self.entries {
            ensure!(
                after.get(seq) == Some(html),
                "entry {seq} is not what the page saw live"
            );
        }
        for (turn, seq) in &self.acknowledged {
            ensure!(
                after.contains_key(seq),
                "turn {turn} was acknowledged as entry {seq} and is gone"
            );
        }
        let last = after.keys().last().copied().unwrap_or(0);
        ensure!(
            after.len() as u64 == last + 1,
            "the entries have a gap: {} up to {last}",
            after.len()
        );
        Ok(())
    }
}

fn play_until_the_kill(
    server: &Server,
    attempt: &Attempt,
    random: &mut Random,
    live: &mut Live,
) -> Result<()> {
    let mut socket = Socket::connect(&server.authority, attempt, None)?;
    live.see(&socket.expect("entries")?);
    let last = random.below(SCRIPT.len() as u64) as usize;
    for (at, line) in SCRIPT.iter().enumerate().take(last + 1) {
        let wait = if at == last {
            random.below(LONGEST_WAIT_MS * 1000)
        } else {
            20_000_000
        };
        send(&mut socket, at, line, live)?;
        let until = Instant::now() + Duration::from_micros(wait);
        while let Some(frame) = socket.next(until)? {
            live.see(&frame);
            if at != last && frame["kind"] == "entries" && live.pending.is_none() {
                break;
            }
        }
    }
    Ok(())
}

fn send(socket: &mut Socket, at: usize, line: &str, live: &mut Live) -> Result<()> {
    let frame = match line {
        "+done" => json!({"kind": "done", "segment": live.stand["segment"]}),
        "+minute" => json!({"kind": "minute"}),
        "+hint" => json!({"kind": "hint", "rung": live.stand["rung"]}),
        words => {
            let turn = format!("turn-{at}");
            live.pending = Some((turn.clone(), words.to_owned()));
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
/// Returns 1 when it had been kept already.
fn resend(server: &Server, attempt: &Attempt, live: &Live) -> Result<usize> {
    let Some((turn, text)) = &live.pending else {
        return Ok(0);
    };
    let before = everything(server, attempt)?.len();
    let mut socket = Socket::connect(&server.authority, attempt, None)?;
    socket.expect("entries")?;
    let mut said = || -> Result<u64> {
        socket.send(&json!({"kind": "said", "turn": turn, "text": text}))?;
        socket.expect("ack")?["seq"]
            .as_u64()
            .context("an ack without an entry")
    };
    let (first, again) = (said()?, said()?);
    ensure!(
        first == again,
        "turn {turn} was taken twice, as entries {first} and {again}"
    );
    Ok(usize::from((first as usize) < before))
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
