//! Drive, judgement, communication and presence: simple signals, counted from the words. No graded
//! answers stand behind these levels; they are marked so and decide nothing.

use casebook::{Dimension, SegmentKind};

use crate::attempt::Attempt;
use crate::heard::Heard;
use crate::{LEVELS, marks};

/// An average turn longer than this is a speech.
const LONG_TURN_WORDS: usize = 180;

/// The most that is left when a challenge was met by folding on something right or by digging in
/// on something wrong: the rubric's "shaky when challenged".
const SHAKEN: u8 = 2;

/// A level and the sentence that says how it came about; `None` when never exercised.
pub(crate) fn level(dimension: Dimension, attempt: &Attempt) -> Option<(u8, String)> {
    match dimension {
        Dimension::Drive => drive(attempt),
        Dimension::Judgement => judgement(attempt),
        Dimension::Communication => communication(attempt),
        Dimension::Presence => presence(attempt),
        _ => None,
    }
}

fn any(attempt: &Attempt, kinds: &[SegmentKind], words: &[&str]) -> bool {
    let mut parts = attempt.parts.iter().filter(|p| kinds.contains(&p.kind()));
    parts.any(|p| p.mark(words).is_some())
}

fn spoke(attempt: &Attempt, kinds: &[SegmentKind]) -> bool {
    attempt
        .parts
        .iter()
        .any(|p| kinds.contains(&p.kind()) && p.spoke())
}

/// One for being there, one a signal.
fn counted(signals: &[(bool, &str)]) -> (u8, String) {
    let held: Vec<&str> = signals
        .iter()
        .filter(|(held, _)| *held)
        .map(|(_, name)| *name)
        .collect();
    let level = u8::try_from(1 + held.len()).unwrap_or(LEVELS).min(LEVELS);
    let seen = if held.is_empty() {
        "none".to_owned()
    } else {
        held.join(", ")
    };
    (level, format!("Signals seen: {seen}."))
}

fn drive(attempt: &Attempt) -> Option<(u8, String)> {
    let early = [SegmentKind::Clarify, SegmentKind::Structure];
    let late = [SegmentKind::Quant, SegmentKind::Exhibit];
    spoke(attempt, &early).then(|| {
        counted(&[
            (
                any(attempt, &early, marks::HYPOTHESIS),
                "a view stated early",
            ),
            (
                any(attempt, &early, marks::REASON),
                "questions with a reason",
            ),
            (
                any(attempt, &early, marks::PRIORITY),
                "a first branch named",
            ),
            (
                any(attempt, &late, marks::CONSEQUENCE),
                "conclusions drawn from facts",
            ),
        ])
    })
}

fn judgement(attempt: &Attempt) -> Option<(u8, String)> {
    let kinds = [SegmentKind::Brainstorm, SegmentKind::Synthesis];
    let read = [SegmentKind::Quant, SegmentKind::Exhibit];
    spoke(attempt, &kinds).then(|| {
        counted(&[
            (any(attempt, &kinds, marks::CONDITION), "conditions said"),
            (any(attempt, &kinds, marks::RISK), "a risk named"),
            (any(attempt, &read, marks::COMPARISON), "figures compared"),
            (
                any(attempt, &read, marks::SENSITIVITY),
                "what would change the answer",
            ),
        ])
    })
}

fn communication(attempt: &Attempt) -> Option<(u8, String)> {
    let turns: Vec<_> = attempt.parts.iter().flat_map(|p| &p.turns).collect();
    let words: usize = attempt.parts.iter().map(Heard::word_count).sum();
    let signposts: usize = turns.iter().map(|t| t.reading.signposts.len()).sum();
    let structure = attempt
        .parts
        .iter()
        .find(|p| p.kind() == SegmentKind::Structure);
    let planned =
        structure.is_some_and(|p| p.turns.iter().any(|t| !t.reading.signposts.is_empty()));
    let first = attempt.parts.iter().any(|p| {
        p.kind() == SegmentKind::Synthesis
            && crate::detectors::detect(p).iter().any(|f| f.code == "H5")
    });
    (!turns.is_empty()).then(|| {
        counted(&[
            (signposts >= 2, "signposts"),
            (planned, "a numbered plan"),
            (first, "the answer first"),
            (
                words <= LONG_TURN_WORDS * turns.len(),
                "turns of moderate length",
            ),
        ])
    })
}

/// Exercised by a challenge or a hint only.
fn presence(attempt: &Attempt) -> Option<(u8, String)> {
    let turns = attempt.parts.iter().flat_map(|p| &p.turns);
    let answers: Vec<_> = turns
        .filter(|t| attempt.after_challenge.contains(&t.entry))
        .collect();
    if answers.is_empty() {
        return None;
    }
    let holds = |words: &[&str]| {
        answers
            .iter()
            .any(|t| marks::places(t.text, words).next().is_some())
    };
    let figure = answers.iter().any(|t| !t.reading.numbers.is_empty());
    let findings = attempt.parts.iter().flat_map(crate::detectors::detect);
    let lost: Vec<String> = findings
        .filter(|f| f.code == "I1" || f.code == "I2")
        .map(|f| f.what)
        .collect();
    let (level, why) = counted(&[
        (
            !attempt.challenge_passed_over
                && answers.iter().all(|t| marks::words(t.text).count() > 3),
            "every challenge answered",
        ),
        (holds(marks::REASON), "a reason given"),
        (figure, "a number used"),
        (holds(marks::CONDITION), "a condition named"),
    ]);
    Some(match lost.first() {
        Some(what) => (level.min(SHAKEN), format!("{what} {why}")),
        None => (level, why),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::specimen::case;
    use interview::{Act, At, Entry, Input, Output, Reading};

    fn challenge() -> Output {
        let pushback = "x".to_owned();
        let act = Act::PushBack { pushback };
        let text = String::new();
        Output::Say { act, text }
    }

    fn words(text: &str) -> Input {
        Input::Said {
            turn: String::new(),
            text: text.into(),
            reading: Box::new(Reading::default()),
        }
    }

    fn why(second: &[Input]) -> String {
        let segment = "synthesis".to_owned();
        let entered = Output::Entered { segment };
        let mut inputs = vec![
            (Input::Opened, vec![entered, challenge()]),
            (
                words("I hold to that because it pays back"),
                vec![challenge()],
            ),
        ];
        inputs.extend(second.iter().map(|input| (input.clone(), Vec::new())));
        let entries: Vec<Entry> = inputs
            .into_iter()
            .zip(0..)
            .map(|((input, outputs), seq)| Entry {
                seq,
                at: At(u64::from(seq) * 1_000),
                input,
                outputs,
            })
            .collect();
        let case = case();
        presence(&Attempt::read(&case, &entries)).map_or(String::new(), |(_, why)| why)
    }

    #[test]
    fn a_challenge_passed_over_by_a_button_or_the_end_is_not_answered() {
        for second in [
            vec![Input::Done, words("And now something else entirely")],
            vec![Input::Ended],
            Vec::new(),
        ] {
            assert_eq!(why(&second), "Signals seen: a reason given.");
        }
    }

    #[test]
    fn a_minute_before_the_answer_is_no_passing_over() {
        let second = [Input::TookMinute, words("It still stands for that reason")];
        assert_eq!(
            why(&second),
            "Signals seen: every challenge answered, a reason given."
        );
    }
}
