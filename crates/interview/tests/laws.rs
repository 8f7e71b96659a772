//! What holds for every interview, whatever happens in it.

mod fixture;

use std::collections::BTreeMap;
use std::sync::Arc;

use casebook::Format;
use fixture::{case, plan, reading};
use interview::{
    Act, At, CloseCause, Entry, GapCause, Input, Intent, Interview, Mode, Output, decode, encode,
};
use proptest::prelude::*;

const ITEMS: &[&str] = &[
    "goal",
    "rent",
    "staff",
    "rivals",
    "weather",
    "demand",
    "economics",
    "meets-goal",
    "station-best",
    "biggest-best",
    "wine",
    "concerts",
    "open",
    "pilot",
    "goal?",
    "weather?",
    "locations",
];

const INTENTS: &[Intent] = &[
    Intent::Time,
    Intent::Repeat,
    Intent::Hint,
    Intent::MoveOn,
    Intent::CannotAnswer,
    Intent::AskAnswer,
    Intent::AskVerdict,
    Intent::AskMeaning,
    Intent::AskExhibit,
    Intent::AskAssume,
    Intent::GoBack,
    Intent::GiveUp,
    Intent::SmallTalk,
    Intent::Grader,
    Intent::Profanity,
    Intent::OtherLanguage,
    Intent::Yes,
    Intent::No,
];

const TEXTS: &[&str] = &[
    "",
    "yes",
    "What do they want?",
    "I would start with the economics because the payback decides, then demand, then running it.",
    "So the goal is to decide whether evening cafes pay back within three years.",
    "Ninety thousand over thirty thousand is three years, which means it meets the goal.",
    "I recommend opening at stations; the risk is too few guests and the next step is a pilot.",
    "guests after six at the station",
];

fn said() -> impl Strategy<Value = Input> {
    let items = proptest::sample::subsequence(ITEMS, 0..4);
    let intents = proptest::sample::subsequence(INTENTS, 0..2);
    let numbers = proptest::collection::vec(0_i64..6, 0..3);
    (
        0_u8..20,
        proptest::sample::select(TEXTS),
        items,
        numbers,
        intents,
    )
        .prop_map(|(turn, text, items, numbers, intents)| Input::Said {
            turn: format!("turn {turn}"),
            text: text.into(),
            reading: Box::new(reading(text, &items, &numbers, &intents)),
        })
}

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        12 => said(),
        2 => Just(Input::TookMinute),
        2 => Just(Input::Done),
        2 => Just(Input::AskedHint),
        4 => Just(Input::DeadlinePassed),
        1 => Just(Input::Opened),
        1 => Just(Input::Paused),
        1 => Just(Input::Resumed { gap_ms: 5000, cause: GapCause::Away }),
        1 => Just(Input::Ended),
    ]
}

/// Inputs with the time that passes before each, milliseconds.
fn happenings() -> impl Strategy<Value = Vec<(u64, Input)>> {
    proptest::collection::vec((0_u64..90_000, input()), 0..40)
}

fn any_plan() -> impl Strategy<Value = interview::Plan> {
    let formats = prop_oneof![Just(Format::InterviewerLed), Just(Format::CandidateLed)];
    let modes = prop_oneof![Just(Mode::Learn), Just(Mode::Exam), Just(Mode::Stress)];
    (formats, modes, any::<bool>()).prop_map(|(format, mode, timed)| plan(format, mode, timed))
}

/// Words that would tell the candidate how it went.
const PRAISE: &[&str] = &[
    "great",
    "good",
    "excellent",
    "perfect",
    "well done",
    "nice",
    "impressive",
    "correct",
    "right answer",
    "that is wrong",
    "you are right",
    "brilliant",
    "fantastic",
    "awesome",
    "amazing",
];

/// A line of the interviewer is at most this long, in words.
const LINE_WORDS_MAX: usize = 45;

/// The lines of the phrasebook, by phrase.
fn phrasebook() -> BTreeMap<String, Vec<String>> {
    toml::from_str(include_str!("../phrases/en.toml")).unwrap_or_default()
}

/// Whether the words of an act are the author's, and not ours.
fn is_authored(act: &Act) -> bool {
    match act {
        Act::Prompt | Act::Ask { .. } | Act::GiveFacts { .. } | Act::Repeat | Act::Hint { .. } => {
            true
        }
        Act::PushBack { pushback } => !pushback.is_empty(),
        _ => false,
    }
}

/// Everything said over a run of happenings, turn by turn.
fn said_in(plan: interview::Plan, happenings: &[(u64, Input)]) -> Vec<Vec<(Act, String)>> {
    let mut interview = Interview::new(Arc::new(case()), plan);
    let mut at = 0;
    let opened = std::iter::once((0, Input::Opened)).chain(happenings.iter().cloned());
    let turns = opened.map(|(pause, input)| {
        at += pause;
        let outputs = interview.handle(At(at), input).into_iter();
        let lines = outputs.filter_map(|output| match output {
            Output::Say { act, text } => Some((act, text)),
            _ => None,
        });
        lines.collect()
    });
    turns.collect()
}

/// Whether every way of a phrase that has this line was said.
fn is_used_up(book: &BTreeMap<String, Vec<String>>, line: &str, said: &[String]) -> bool {
    let stretch = |way: &String| {
        let parts = way.split(['{', '}']).step_by(2);
        parts
            .max_by_key(|part| part.len())
            .unwrap_or_default()
            .to_owned()
    };
    let used = |way: &String| said.iter().any(|text| text.contains(&stretch(way)));
    let mut phrases = book
        .values()
        .filter(|ways| ways.iter().any(|way| line.contains(&stretch(way))));
    phrases.any(|ways| ways.iter().all(used))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replay_equals_live_at_every_prefix_and_nothing_follows_the_close(
        plan in any_plan(), happenings in happenings()
    ) {
        let case = Arc::new(case());
        let mut live = Interview::new(Arc::clone(&case), plan.clone());
        let mut replayed = Interview::new(case, plan);
        let mut at = 0;
        let mut closed = false;
        let opened = std::iter::once((0, Input::Opened)).chain(happenings);
        for (seq, (pause, input)) in opened.enumerate() {
            at += pause;
            let outputs = live.handle(At(at), input.clone());
            prop_assert!(!closed || outputs.is_empty(), "{outputs:?} after the close");
            closed |= outputs.iter().any(|o| matches!(o, Output::Closed { .. }));
            let entry = Entry { seq: u32::try_from(seq).unwrap_or(0), at: At(at), input, outputs };
            let entry = decode(&encode(&entry)).map_err(|e| TestCaseError::fail(e.to_string()))?;
            replayed.replay(&entry);
            prop_assert_eq!(live.view(At(at)), replayed.view(At(at)));
            prop_assert_eq!(live.deadline(), replayed.deadline());
            prop_assert_eq!(format!("{live:?}"), format!("{replayed:?}"));
            prop_assert!(live.deadline().is_none_or(|due| due >= At(at)), "due in the past");
        }
    }

    #[test]
    fn the_same_journal_gives_the_same_interview(plan in any_plan(), happenings in happenings()) {
        let run = || {
            let mut interview = Interview::new(Arc::new(case()), plan.clone());
            let mut at = 0;
            let mut outputs = interview.handle(At(0), Input::Opened);
            for (pause, input) in happenings.clone() {
                at += pause;
                outputs.extend(interview.handle(At(at), input));
            }
            outputs
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn at_most_one_question_is_asked_in_a_turn(plan in any_plan(), happenings in happenings()) {
        for turn in said_in(plan, &happenings) {
            let ours = turn.iter().filter(|(act, _)| !matches!(act, Act::Prompt));
            let asking: Vec<_> = ours.filter(|(_, text)| text.contains('?')).collect();
            prop_assert!(asking.len() <= 1, "{asking:?}");
            for (act, text) in asking {
                prop_assert!(is_authored(act) || text.matches('?').count() == 1, "{text}");
            }
        }
    }

    #[test]
    fn lines_are_short_and_neutral(plan in any_plan(), happenings in happenings()) {
        for (act, text) in said_in(plan, &happenings).into_iter().flatten() {
            let long = text.split_whitespace().count() > LINE_WORDS_MAX;
            prop_assert!(!long || is_authored(&act), "{text}");
            let lower = text.to_lowercase();
            let praise = PRAISE.iter().find(|word| lower.contains(**word));
            prop_assert!(praise.is_none() && !text.contains('!'), "{text}");
        }
    }

    #[test]
    fn no_wording_comes_again_while_another_is_left(plan in any_plan(), happenings in happenings()) {
        let book = phrasebook();
        let mut said: Vec<String> = Vec::new();
        for (act, text) in said_in(plan, &happenings).into_iter().flatten() {
            let again = said.contains(&text) && !is_authored(&act);
            prop_assert!(!again || is_used_up(&book, &text, &said), "{text} in {said:?}");
            said.push(text);
        }
    }

    #[test]
    fn a_fact_leaves_only_by_its_release(plan in any_plan(), happenings in happenings()) {
        let case = Arc::new(case());
        let mut interview = Interview::new(Arc::clone(&case), plan);
        let mut told: Vec<String> = Vec::new();
        let mut at = 0;
        for (pause, input) in std::iter::once((0, Input::Opened)).chain(happenings) {
            at += pause;
            for output in interview.handle(At(at), input) {
                let Output::Say { act, text } = output else { continue };
                if let Act::GiveFacts { facts } = &act {
                    told.extend(facts.iter().cloned());
                }
                let planning = interview.view(At(at)).parts[1].entered;
                for fact in case.facts.iter().filter(|fact| text.contains(fact.answer.as_str())) {
                    prop_assert!(told.contains(&fact.id), "{} leaks in {act:?}", fact.id);
                    let late = fact.release == casebook::Release::AfterStructure;
                    prop_assert!(!late || planning, "{} came early", fact.id);
                }
            }
        }
    }

    #[test]
    fn time_alone_brings_every_timed_interview_to_its_end(
        format in prop_oneof![Just(Format::InterviewerLed), Just(Format::CandidateLed)],
        happenings in happenings()
    ) {
        let mut interview = Interview::new(Arc::new(case()), plan(format, Mode::Exam, true));
        let mut at = 0;
        let _ = interview.handle(At(0), Input::Opened);
        for (pause, input) in happenings {
            at += pause;
            let _ = interview.handle(At(at), input);
        }
        let _ = interview.handle(At(at), Input::Resumed { gap_ms: 0, cause: GapCause::Away });
        for _ in 0..200 {
            let Some(due) = interview.deadline() else { break };
            let _ = interview.handle(due, Input::DeadlinePassed);
        }
        prop_assert!(interview.view(At(at)).closed.is_some());
    }
}

#[test]
fn an_abandoned_interview_closes_without_a_word() {
    let mut interview = Interview::new(
        Arc::new(case()),
        plan(Format::InterviewerLed, Mode::Learn, true),
    );
    let _ = interview.handle(At(0), Input::Opened);
    let outputs = interview.handle(At(1), Input::Abandoned);
    assert_eq!(
        outputs,
        vec![Output::Closed {
            cause: CloseCause::Abandoned
        }]
    );
}
