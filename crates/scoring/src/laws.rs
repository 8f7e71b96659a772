//! Laws that hold for any journal: what is quoted was said, levels stay on the scale, the same
//! journal scores the same, silence is no error.

use casebook::{Dimension, Format};
use interview::{Act, At, Entry, Hit, Input, Mode, Output, Plan, Reading, Span, Zone};
use proptest::prelude::*;

use crate::detectors::specimen::case;
use crate::{Scorecard, Verdict, score};

const PIECES: &[&str] = &[
    "I recommend",
    "the market",
    "because",
    "sieben Jahre",
    "é",
    "😀",
    "531 million",
    "risk",
    "?",
    ".",
    ",",
    "it depends",
    "next step",
    "five out of five",
    "first",
    "hypothesis",
    "\u{202e}",
    "utilisation",
    "Porter",
    "check",
    "which means",
    "",
];

const ITEMS: &[&str] = &[
    "f1", "f2", "s1", "s2a", "i1", "m1", "a1", "a4", "p0", "p1", "c1", "r1", "n1", "no-such",
];

const SEGMENTS: &[&str] = &[
    "clarify",
    "structure",
    "q1",
    "e1",
    "b1",
    "synthesis",
    "no-such",
];

fn plan() -> Plan {
    Plan {
        format: Format::InterviewerLed,
        mode: Mode::Learn,
        timed: true,
        objective: String::new(),
        target: Dimension::Quant,
        rule: None,
    }
}

/// Words, and hits on places that may lie anywhere, even beyond the words.
fn said() -> impl Strategy<Value = Input> {
    let words = prop::collection::vec(prop::sample::select(PIECES), 0..12);
    let hit = (
        prop::sample::select(ITEMS),
        0..60usize,
        0..60usize,
        any::<bool>(),
        any::<bool>(),
    );
    (words, prop::collection::vec(hit, 0..5)).prop_map(|(words, hits)| {
        let text = words.join(" ");
        let mut reading = Reading::default();
        let ends = text
            .match_indices(' ')
            .map(|(at, _)| at)
            .chain([text.len()]);
        let mut start = 0;
        for end in ends {
            reading.clauses.push(Span { start, end });
            start = end;
        }
        reading.questions = reading
            .clauses
            .iter()
            .copied()
            .filter(|c| c.of(&text).contains('?'))
            .collect();
        reading.hits = hits
            .into_iter()
            .map(|(item, start, length, sure, contradicts)| Hit {
                item: item.into(),
                at: Span {
                    start,
                    end: start + length,
                },
                permille: 700,
                zone: if sure { Zone::Sure } else { Zone::Unsure },
                contradicts,
            })
            .collect();
        Input::Said {
            turn: String::new(),
            text,
            reading: Box::new(reading),
        }
    })
}

fn output() -> impl Strategy<Value = Output> {
    prop_oneof![
        prop::sample::select(SEGMENTS).prop_map(|s| Output::Entered { segment: s.into() }),
        (0..6u8).prop_map(|rung| Output::Say {
            act: Act::Hint { rung },
            text: String::new()
        }),
        Just(Output::Say {
            act: Act::PushBack {
                pushback: "x".into()
            },
            text: String::new()
        }),
    ]
}

fn journal() -> impl Strategy<Value = Vec<Entry>> {
    let input = prop_oneof![4 => said(), 1 => Just(Input::TookMinute), 1 => Just(Input::Done)];
    let entry = (0..90_000u64, input, prop::collection::vec(output(), 0..3));
    prop::collection::vec(entry, 0..14).prop_map(|entries| {
        let mut at = 0;
        let numbered = entries.into_iter().zip(0..);
        numbered
            .map(|((pause, input, outputs), seq)| {
                at += pause;
                Entry {
                    seq,
                    at: At(at),
                    input,
                    outputs,
                }
            })
            .collect()
    })
}

fn words_of(journal: &[Entry], seq: u32) -> &str {
    journal
        .iter()
        .find(|e| e.seq == seq)
        .and_then(|e| crate::attempt::said(&e.input))
        .map_or("", |(text, _)| text)
}

fn levels(card: &Scorecard) -> impl Iterator<Item = u8> + '_ {
    let ranges = card
        .dimensions
        .iter()
        .filter_map(|d| d.range)
        .flat_map(|(a, b)| [a, b]);
    let segments = card.segments.iter().filter_map(|s| s.level);
    card.dimensions
        .iter()
        .filter_map(|d| d.level)
        .chain(segments)
        .chain(ranges)
}

proptest! {
    #[test]
    fn every_finding_quotes_words_that_were_said(journal in journal()) {
        for finding in score(&case(), &plan(), &journal).findings {
            let text = words_of(&journal, finding.entry);
            prop_assert_eq!(finding.span.of(text), finding.quote.as_str());
            prop_assert!(!finding.quote.is_empty());
        }
    }

    #[test]
    fn every_level_is_on_the_scale_and_inside_its_range(journal in journal()) {
        let card = score(&case(), &plan(), &journal);
        prop_assert!(levels(&card).all(|l| (1..=5).contains(&l)));
        for d in &card.dimensions {
            if let (Some(level), Some((low, high))) = (d.level, d.range) {
                prop_assert!(low <= level && level <= high, "{:?}", d);
            }
        }
    }

    #[test]
    fn a_hint_never_leaves_more_than_its_cap(journal in journal()) {
        let card = score(&case(), &plan(), &journal);
        for segment in &card.segments {
            let top = match segment.hint_rung { 0..=2 => 5, 3 => 3, _ => 2 };
            prop_assert!(segment.level.is_none_or(|level| level <= top));
        }
    }

    #[test]
    fn the_same_journal_scores_the_same(journal in journal()) {
        prop_assert_eq!(score(&case(), &plan(), &journal), score(&case(), &plan(), &journal));
    }

    #[test]
    fn every_level_says_how_it_came_about(journal in journal()) {
        let card = score(&case(), &plan(), &journal);
        for d in card.dimensions.iter().filter(|d| d.calibrated && d.level.is_some()) {
            let words = card.segments.iter().filter(|s| s.level.is_some());
            prop_assert!(words.clone().any(|s| d.why.contains(&s.segment)), "{}", d.why);
        }
    }
}

#[test]
fn an_empty_attempt_is_not_tested() {
    let card = score(&case(), &plan(), &[]);
    assert_eq!(card.verdict, Verdict::NotTested);
    assert!(card.dimensions.iter().all(|d| d.level.is_none()));
    assert!(card.findings.is_empty() && card.segments.is_empty());
}
