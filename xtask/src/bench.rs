//! Fifty rooms at once against the floor of this machine: a raw socket echo plus one durable
//! write, measured in the same run. Prints figures and judges nothing.

use std::fs::File;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::wire::{self, Server, Socket};

/// Echoes measured for the floor.
const FLOOR_SAMPLES: usize = 500;

/// Mean seconds between two turns of one room.
const MEAN_GAP_SECS: f64 = 10.0;

/// One turn in this many is a button instead of words: the same path without reading.
const BUTTON_EVERY: u32 = 6;

/// The pass without matching is this part of the other.
const WITHOUT_PART: u64 = 5;

/// Seconds that the pass without matching takes at least.
const WITHOUT_LEAST_SECS: u64 = 20;

/// What candidates say, about sixty words each.
const TURNS: &[&str] = &[
    "So to decide this against the goal I would look at four things, first the demand and who would really buy, second what one unit earns after all of its costs, third whether the client can deliver it with the people it has, and fourth how to get there and in which order, and I would start with the second since everything hangs on it.",
    "Let me set this up, the number of units times the use per unit times the share that is public times the price, so two point four million times two and a half thousand is six billion, a quarter of that is one and a half billion, sixty percent is nine hundred million, and at fifty nine cents that gives about five hundred thirty million a year.",
    "What I see here is that only one of the four types meets the hurdle, the others take nine years and more, and the reason is not the volume but the investment and what is paid to the owner of the site, so I would focus on that one type first and I would check how quickly it can be connected before signing anything.",
    "Before I plan I would like to understand what success means for the board, is there a number and a date, and how much may be invested in total, and second is there anything that they would never do, and third why now, is there an event like a tender or a contract that ends and forces them to decide this year.",
    "I recommend that they go ahead but in stages, first because the market grows almost three times in five years, second because a site of the right type pays back in less than seven years, and third since they have something that others lack, the main risk is use below plan, so I would stop after eighteen months below ten percent, and next I would check the contracts.",
];

/// What to run.
pub(crate) struct Load {
    pub(crate) rooms: u32,
    pub(crate) secs: u64,
}

/// Runs it and returns the lines for people.
pub(crate) fn run(binary: &Path, load: &Load) -> Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let floor = floor(folder.path())?;
    let slug = first_case(binary)?;
    let server = Server::start(binary, &folder.path().join("data"), None)?;
    let with = pass(&server, &slug, load)?;
    drop(server);
    let short = Load {
        rooms: load.rooms,
        secs: (load.secs / WITHOUT_PART).max(WITHOUT_LEAST_SECS),
    };
    let data = folder.path().join("without");
    let server = Server::start_with(binary, &data, &["--without-matching"])?;
    let without = pass(&server, &slug, &short)?;
    let mut lines = report(load, &floor, &with);
    lines.extend(matching_lines(&short, &with, &without));
    Ok(lines)
}

/// What one server was seen to do.
struct Pass {
    words: Vec<Duration>,
    buttons: Vec<Duration>,
    /// Opening a room: the first on its case, and the one after it.
    opened: [Duration; 2],
    /// From the last press of an attempt to its report.
    closed: Vec<Duration>,
    /// Resident memory before, with idle rooms, and after.
    kib: [u64; 3],
}

fn pass(server: &Server, slug: &str, load: &Load) -> Result<Pass> {
    let before = server.resident_kib()?;
    let room = |number| Room {
        number,
        authority: server.authority.clone(),
        slug: slug.to_owned(),
        secs: load.secs,
    };
    let opened = [timed_opening(&room(0))?, timed_opening(&room(0))?];
    let barrier = Arc::new(Barrier::new(load.rooms as usize + 1));
    let rooms: Vec<_> = (0..load.rooms)
        .map(|number| {
            let (room, barrier) = (room(number), Arc::clone(&barrier));
            std::thread::spawn(move || room.practise(&barrier))
        })
        .collect();
    barrier.wait();
    let idle = server.resident_kib()?;
    barrier.wait();
    let mut seen = Pass {
        words: Vec::new(),
        buttons: Vec::new(),
        opened,
        closed: Vec::new(),
        kib: [before, idle, 0],
    };
    let mut open = Vec::new();
    for room in rooms {
        let played = room
            .join()
            .map_err(|_| anyhow::anyhow!("a room panicked"))??;
        seen.words.extend(played.words);
        seen.buttons.extend(played.buttons);
        open.push(played.socket);
    }
    seen.kib[2] = server.resident_kib()?;
    // One after the other, so that each is the cost of one.
    for socket in &mut open {
        seen.closed.push(close(socket)?);
    }
    Ok(seen)
}

fn timed_opening(room: &Room) -> Result<Duration> {
    let began = Instant::now();
    room.open()?;
    Ok(began.elapsed())
}

fn close(socket: &mut Socket) -> Result<Duration> {
    let began = Instant::now();
    socket.send(&json!({"kind": "end"}))?;
    socket.expect("closed")?;
    Ok(began.elapsed())
}

fn report(load: &Load, floor: &[Duration], seen: &Pass) -> Vec<String> {
    let (words, buttons) = (&seen.words, &seen.buttons);
    vec![
        format!("floor, socket echo and one synced write: {}", spread(floor)),
        format!(
            "{} rooms, {} turns of 60 words in {} s: {}",
            load.rooms,
            words.len(),
            load.secs,
            spread(words)
        ),
        format!(
            "the same rooms, {} buttons (no reading): {}",
            buttons.len(),
            spread(buttons)
        ),
        format!(
            "median turn is {:.1} times the floor and {:.1} times a button",
            ratio(words, floor, 50),
            ratio(words, buttons, 50)
        ),
        format!(
            "first room on a case, its reader made: {:.1} ms; the next: {:.1} ms",
            ms(seen.opened[0]),
            ms(seen.opened[1])
        ),
        format!(
            "{} attempts closed one by one, scoring included: {}, longest {:.2} ms",
            seen.closed.len(),
            spread(&seen.closed),
            ms(percentile(&seen.closed, 100))
        ),
        format!(
            "memory: {} MiB at start, {} KiB an idle room, {} MiB after the run",
            seen.kib[0] / 1024,
            seen.kib[1].saturating_sub(seen.kib[0]) / u64::from(load.rooms.max(1)),
            seen.kib[2] / 1024
        ),
    ]
}

fn matching_lines(short: &Load, with: &Pass, without: &Pass) -> [String; 2] {
    [
        format!(
            "without matching, {} rooms, {} turns in {} s: {}",
            short.rooms,
            without.words.len(),
            short.secs,
            spread(&without.words)
        ),
        format!(
            "a turn with matching is {:.1} times one without at p50 and {:.1} times at p95",
            ratio(&with.words, &without.words, 50),
            ratio(&with.words, &without.words, 95)
        ),
    ]
}

struct Room {
    number: u32,
    authority: String,
    slug: String,
    secs: u64,
}

/// What one room measured, with its socket still open.
struct Played {
    words: Vec<Duration>,
    buttons: Vec<Duration>,
    socket: Socket,
}

impl Room {
    fn practise(self, barrier: &Barrier) -> Result<Played> {
        let opened = self.open();
        barrier.wait();
        barrier.wait();
        let mut socket = opened?;
        let end = Instant::now() + Duration::from_secs(self.secs);
        let mut random = u64::from(self.number) + 1;
        let (mut words, mut buttons) = (Vec::new(), Vec::new());
        for turn in 0.. {
            let next = Instant::now() + pause(&mut random);
            let mut over = false;
            while let Some(frame) = socket.next(next.min(end))? {
                over = frame["kind"] == "closed";
                if over {
                    break;
                }
            }
            // An attempt that came to its end is followed by another one.
            if over {
                socket = self.open()?;
            }
            if Instant::now() >= end {
                break;
            }
            if over {
                continue;
            }
            if turn % BUTTON_EVERY == BUTTON_EVERY - 1 {
                buttons.push(ask(&mut socket, &json!({"kind": "minute"}))?);
            } else {
                let text = TURNS[(turn + self.number) as usize % TURNS.len()];
                let said = json!({"kind": "said", "turn": format!("turn-{turn}"), "text": text});
                words.push(ask(&mut socket, &said)?);
            }
        }
        Ok(Played {
            words,
            buttons,
            socket,
        })
    }

    fn open(&self) -> Result<Socket> {
        let attempt = wire::begin(&self.authority, &self.slug, "interviewer-led")?;
        let mut socket = Socket::connect(&self.authority, &attempt, None)?;
        socket.expect("entries")?;
        Ok(socket)
    }
}

/// From a frame sent to the entries that answer it.
fn ask(socket: &mut Socket, frame: &Value) -> Result<Duration> {
    let began = Instant::now();
    socket.send(frame)?;
    socket.expect("entries")?;
    Ok(began.elapsed())
}

/// Exponentially distributed, by inversion of a SplitMix64 draw.
fn pause(state: &mut u64) -> Duration {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    let uniform = (f64::from((mixed >> 32) as u32) + 0.5) / 4_294_967_296.0;
    Duration::from_secs_f64(-uniform.ln() * MEAN_GAP_SECS)
}

/// Echo over loopback with one synced write in between.
fn floor(folder: &Path) -> Result<Vec<Duration>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let mut log = File::create(folder.join("floor"))?;
    let size = TURNS[0].len();
    let echo = std::thread::spawn(move || -> Result<()> {
        let (mut stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        let mut message = vec![0; size];
        for _ in 0..FLOOR_SAMPLES {
            stream.read_exact(&mut message)?;
            log.write_all(&message)?;
            log.sync_data()?;
            stream.write_all(&message)?;
        }
        Ok(())
    });
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let mut answer = vec![0; size];
    let mut samples = Vec::with_capacity(FLOOR_SAMPLES);
    for _ in 0..FLOOR_SAMPLES {
        let began = Instant::now();
        stream.write_all(TURNS[0].as_bytes())?;
        stream.read_exact(&mut answer)?;
        samples.push(began.elapsed());
    }
    echo.join()
        .map_err(|_| anyhow::anyhow!("the echo panicked"))??;
    Ok(samples)
}

pub(crate) fn first_case(binary: &Path) -> Result<String> {
    let listed = std::process::Command::new(binary)
        .args(["case", "list"])
        .output()?;
    let text = String::from_utf8_lossy(&listed.stdout).into_owned();
    let slug = text
        .lines()
        .next()
        .and_then(|line| line.split_whitespace().next());
    slug.map(str::to_owned).context("`case list` names no case")
}

fn percentile(samples: &[Duration], percent: usize) -> Duration {
    let mut sorted = samples.to_vec();
    sorted.sort();
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

fn ratio(these: &[Duration], those: &[Duration], percent: usize) -> f64 {
    percentile(these, percent).as_secs_f64() / percentile(those, percent).as_secs_f64()
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn spread(samples: &[Duration]) -> String {
    let at = |percent| ms(percentile(samples, percent));
    format!(
        "p50 {:.2} ms, p95 {:.2} ms, p99 {:.2} ms",
        at(50),
        at(95),
        at(99)
    )
}
