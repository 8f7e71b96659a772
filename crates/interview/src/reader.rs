//! Reads an utterance for a segment: clauses, numbers, questions, intents, and the items of the
//! case that it covers. Remembers nothing between utterances and judges nothing.

mod echo;

use std::collections::BTreeMap;

use casebook::{Case, SegmentKind};

use crate::matching::{self, ANSWER, Bank, Item, ItemKind, UNSURE, zone};
use crate::{Hit, Intent, IntentRead, Reading, Span, Tree, Zone};
use crate::{arithmetic, clauses, intents, numbers, structure};
use echo::Echo;

/// Grows whenever the same words may be read otherwise than before.
pub const READER_VERSION: u32 = 1;

/// Clauses matched in one utterance; a minute of speech has about twenty.
const MATCHED_CLAUSES: usize = 80;

/// Two clauses are matched together when they are at most this long, in bytes: a longer pair holds
/// more than one thought and drowns both.
const PAIR_BYTES: usize = 240;

/// Hits kept of one utterance, best first.
const HIT_LIMIT: usize = 40;

/// Reads what is said about one case. Costs a few milliseconds to make; share it.
pub struct Reader {
    bank: Bank,
    kinds: BTreeMap<String, SegmentKind>,
    echo: Echo,
}

/// A stretch to match, and whether it asks for something.
struct Piece {
    at: Span,
    asks: bool,
}

impl Reader {
    /// Indexes everything in `case` that can be covered.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        let kinds = case
            .segments
            .iter()
            .map(|segment| (segment.id.clone(), segment.kind));
        Self {
            bank: Bank::new(matching::of_case(case)),
            kinds: kinds.collect(),
            echo: Echo::new(&case.prompt),
        }
    }

    /// Reads `text`, said in the segment `segment`. An unknown segment is read without hits on
    /// anything but facts.
    #[must_use]
    pub fn read(&self, segment: &str, text: &str) -> Reading {
        let cut = clauses::cut(text);
        let intents = intents::read_intents(text, &cut);
        let questions = clauses::questions(text);
        let pieces = pieces(text, &cut, &questions, &intents);
        let structure = self.kinds.get(segment) == Some(&SegmentKind::Structure);
        Reading {
            reader: READER_VERSION,
            segment: segment.to_owned(),
            numbers: numbers::read_numbers(text),
            hits: self.hits(segment, text, &pieces, &intents),
            signposts: clauses::signposts(text),
            tree: structure
                .then(|| structure::from_prose(text, &cut))
                .flatten(),
            steps: arithmetic::read_steps(text),
            clauses: cut,
            intents,
            questions,
        }
    }

    /// Reads an issue tree from the editor: the text it stands for in the transcript, a branch a
    /// line, and the reading of that text.
    #[must_use]
    pub fn read_tree(&self, tree: &Tree) -> (String, Reading) {
        let mut kinds = self.kinds.iter();
        let found = kinds.find(|(_, kind)| **kind == SegmentKind::Structure);
        let segment = found.map(|(id, _)| id.as_str()).unwrap_or_default();
        let (text, lines) = structure::as_text(tree);
        let pieces: Vec<Piece> = lines.iter().map(|&at| Piece { at, asks: false }).collect();
        let reading = Reading {
            reader: READER_VERSION,
            segment: segment.to_owned(),
            hits: self.hits(segment, &text, &pieces, &[]),
            clauses: lines,
            tree: Some(tree.clone()),
            ..Reading::default()
        };
        (text, reading)
    }

    fn hits(
        &self,
        segment: &str,
        text: &str,
        pieces: &[Piece],
        intents: &[IntentRead],
    ) -> Vec<Hit> {
        let kind = self.kinds.get(segment).copied();
        let floor = if kind == Some(SegmentKind::Clarify) {
            ANSWER
        } else {
            UNSURE
        };
        let mut best: BTreeMap<usize, Hit> = BTreeMap::new();
        for piece in pieces {
            let said = piece.at.of(text);
            if aimed_at_grader(piece.at, intents) || self.echo.repeats(said) {
                continue;
            }
            let allowed = |item: &Item| may_cover(item, segment, kind, piece.asks);
            for cover in matching::covers(&self.bank, said, floor, allowed) {
                let hit = Hit {
                    item: self.bank.items()[cover.item].id.clone(),
                    at: piece.at,
                    permille: cover.permille,
                    zone: zone(cover.permille).unwrap_or(Zone::Unsure),
                    contradicts: cover.opposite,
                };
                let kept = best.entry(cover.item).or_insert_with(|| hit.clone());
                if better(&hit, kept) {
                    *kept = hit;
                }
            }
        }
        let mut hits: Vec<Hit> = best.into_values().collect();
        hits.sort_by(|a, b| {
            b.permille
                .cmp(&a.permille)
                .then_with(|| a.item.cmp(&b.item))
        });
        hits.truncate(HIT_LIMIT);
        hits
    }
}

/// A surer hit is better; of two as sure, the shorter place.
fn better(new: &Hit, old: &Hit) -> bool {
    let length = |hit: &Hit| hit.at.end - hit.at.start;
    (new.permille, length(old)) > (old.permille, length(new))
}

fn aimed_at_grader(at: Span, intents: &[IntentRead]) -> bool {
    let grader = intents.iter().filter(|read| read.intent == Intent::Grader);
    grader
        .into_iter()
        .any(|read| at.start < read.at.end && read.at.start < at.end)
}

/// Clauses, neighbouring pairs of them, and questions as a whole.
fn pieces(text: &str, cut: &[Span], questions: &[Span], intents: &[IntentRead]) -> Vec<Piece> {
    let cut = &cut[..cut.len().min(MATCHED_CLAUSES)];
    let pairs = cut.windows(2).map(|pair| Span {
        start: pair[0].start,
        end: pair[1].end,
    });
    let pairs = pairs.filter(|at| at.end - at.start <= PAIR_BYTES && at.of(text).len() > 1);
    let whole = questions.iter().copied().take(MATCHED_CLAUSES);
    let mut all: Vec<Span> = cut.iter().copied().chain(pairs).chain(whole).collect();
    all.sort_by_key(|at| (at.start, at.end));
    all.dedup();
    let asking = |at: &Span| {
        let within = |other: Span| at.start < other.end && other.start < at.end;
        let wanted = |read: &IntentRead| read.intent == Intent::AskExhibit && within(read.at);
        questions.iter().any(|q| within(*q)) || intents.iter().any(wanted)
    };
    all.into_iter()
        .map(|at| Piece {
            at,
            asks: asking(&at),
        })
        .collect()
}

/// Whether an item may be covered in this segment: its own items always, what can be asked for
/// when something is asked (in the clarifying segment a bare topic asks as well).
fn may_cover(item: &Item, segment: &str, kind: Option<SegmentKind>, asks: bool) -> bool {
    match item.kind {
        ItemKind::Fact | ItemKind::Decoy => asks || kind == Some(SegmentKind::Clarify),
        ItemKind::Exhibit => asks,
        _ => item.home == segment,
    }
}
