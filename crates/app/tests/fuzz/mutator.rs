//! Inputs that look like real ones and are not: a corpus, and seeded changes to it. No coverage
//! is measured, so the corpus is what leads to the interesting places.

use std::path::{Path, PathBuf};

/// Changes made to one input at most.
const CHANGES: usize = 8;

/// Bytes that parsers stumble over: ends, quotes, brackets, signs, halves of UTF-8.
const AWKWARD: &[u8] = b"\0\n\r\t \"'\\{}[],:;=&%+-.0179eE/<\x7f\x80\xc3\xe2\xf0\xff";

/// Pieces that parsers stumble over.
const PIECES: &[&str] = &[
    "null",
    "-1",
    "1e309",
    "18446744073709551616",
    "0.000000000000000000001",
    "\\ud800",
    "\u{202e}",
    "\u{0}",
    "e\u{301}",
    "\u{1f469}\u{200d}\u{1f469}",
    "%",
    "%ff",
    "[[[[[[[[",
    "1/0",
    "1,000,000,000,000,000,000 percent",
    "minus half of a third of",
];

/// SplitMix64: small, seeded, the same on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `limit`; 0 when there is nothing below it.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let draw = usize::try_from(self.next() >> 1).unwrap_or(0);
        draw.checked_rem(limit).unwrap_or(0)
    }
}

/// The committed inputs of one target.
pub(crate) struct Corpus {
    folder: PathBuf,
    pub(crate) inputs: Vec<Vec<u8>>,
}

impl Corpus {
    pub(crate) fn of(target: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/corpus")
            .join(target);
        Self::at(&folder)
    }

    pub(crate) fn at(folder: &Path) -> Self {
        let place = folder.display();
        let files = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{place}: {error}"));
        let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
        paths.sort();
        let read = |path: &PathBuf| std::fs::read(path).expect("an input");
        let inputs: Vec<Vec<u8>> = paths.iter().map(read).collect();
        assert!(!inputs.is_empty(), "{place} is empty");
        Self {
            folder: folder.to_owned(),
            inputs,
        }
    }

    /// A changed input.
    pub(crate) fn changed(&self, random: &mut Random) -> Vec<u8> {
        let mut bytes = self.pick(random).clone();
        for _ in 0..=random.below(CHANGES) {
            self.change(&mut bytes, random);
        }
        bytes
    }

    /// Keeps an input that broke something, so that it is tried first from then on.
    pub(crate) fn keep(&self, input: &[u8]) -> PathBuf {
        let mut name = 0xcbf2_9ce4_8422_2325_u64;
        for byte in input {
            name = (name ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let path = self.folder.join(format!("broke-{name:016x}"));
        std::fs::write(&path, input).expect("writing into the corpus");
        path
    }

    fn pick(&self, random: &mut Random) -> &Vec<u8> {
        &self.inputs[random.below(self.inputs.len())]
    }

    fn change(&self, bytes: &mut Vec<u8>, random: &mut Random) {
        let at = random.below(bytes.len() + 1);
        let end = at + random.below((bytes.len() - at).min(64) + 1);
        match random.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 if at < bytes.len() => bytes[at] = AWKWARD[random.below(AWKWARD.len())],
            2 => bytes.insert(at, AWKWARD[random.below(AWKWARD.len())]),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let piece = bytes[at..end].repeat(1 + random.below(16));
                bytes.splice(at..at, piece);
            }
            5 => bytes.truncate(at),
            6 => {
                let other = self.pick(random);
                let from = random.below(other.len() + 1);
                let piece = other[from..].to_vec();
                bytes.splice(at..end, piece);
            }
            _ => {
                let piece = PIECES[random.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
}
