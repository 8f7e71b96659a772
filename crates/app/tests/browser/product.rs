//! The product as its own process on a free port with a fresh data folder.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use casebook::{Authored, Source};
use interview::play::run_play;
use interview::{Input, Output, Reader, Tree};

/// Running; killed when dropped.
pub(crate) struct Product {
    process: Child,
    data: tempfile::TempDir,
    port: u16,
}

impl Product {
    /// Starts it and waits until it prints its address.
    pub(crate) fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("a free port")
            .port();
        let data = tempfile::tempdir().expect("a data folder");
        let process = run(port, &data);
        Self {
            process,
            data,
            port,
        }
    }

    /// Kills it as a power cut would, and starts it again on the same data.
    pub(crate) fn restart(&mut self) {
        self.process.kill().expect("killing the product");
        self.process.wait().expect("waiting for the product");
        self.process = run(self.port, &self.data);
    }

    /// `http://localhost:PORT`
    pub(crate) fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        // A product already gone is what we want.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn run(port: u16, data: &tempfile::TempDir) -> Child {
    let mut process = Command::new(env!("CARGO_BIN_EXE_casingexpert"))
        .args(["serve", "--listen", &format!("127.0.0.1:{port}"), "--data"])
        .arg(data.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starting the product");
    let stdout = process.stdout.take().expect("the product's output");
    let mut lines = BufReader::new(stdout).lines();
    let up = lines
        .by_ref()
        .map_while(Result::ok)
        .any(|line| line.contains("http://"));
    assert!(up, "the product ended before it printed its address");
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    process
}

/// What the candidate of a committed play does with the authored numbers, each with the part of
/// the case in which it is done. A browser is faster than the clock of the play, so the parts
/// keep the two together.
pub(crate) fn play(slug: &str, name: &str) -> Vec<(String, Move)> {
    let folder = repository().join("cases").join(slug);
    let (authored, problems) = Authored::parse(&read_folder(&folder));
    let authored = authored.unwrap_or_else(|| panic!("{slug}: {problems:?}"));
    let text = std::fs::read_to_string(folder.join(format!("plays/{name}.play"))).expect("a play");
    let filled = authored.fill(&text, 0).expect("a play that fills");
    let case = Arc::new(authored.case(0).expect("the authored numbers"));
    let played = run_play(&case, &Reader::new(&case), &filled).expect("a play that runs");
    let mut part = String::new();
    let mut moves = Vec::new();
    for entry in played.entries {
        match entry.input {
            Input::Said { text, .. } => moves.push((part.clone(), Move::Says(text))),
            Input::Presented { tree, .. } => moves.push((part.clone(), Move::Presents(tree))),
            _ => {}
        }
        for output in entry.outputs {
            if let Output::Entered { segment } = output {
                part = segment;
            }
        }
    }
    moves
}

/// One thing a candidate does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Move {
    Says(String),
    Presents(Tree),
}

/// The folder that holds `cases/` and `docs/`.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read_folder(folder: &Path) -> Source {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).expect("a case folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .expect("below the folder")
                    .display()
                    .to_string();
                files.push((name, std::fs::read_to_string(&path).expect("a text file")));
            }
        }
    }
    files.sort();
    Source { files }
}
