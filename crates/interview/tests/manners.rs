//! How the interviewer answers, turn by turn.

mod fixture;

use casebook::Format::InterviewerLed;
use fixture::{Room, acts};
use interview::{Act, Clock, CloseCause, Input, Intent, Mode, Output};

fn room() -> Room {
    Room::new(InterviewerLed, Mode::Learn, true)
}

/// A room that has come to this part by the button.
fn room_at(part: &str, mode: Mode) -> Room {
    let mut room = Room::new(InterviewerLed, mode, true);
    while room.interview.segment_for("") != part {
        room.input(Input::Done);
    }
    room
}

fn probe(missing: &str) -> Vec<Act> {
    vec![Act::Probe {
        missing: missing.into(),
    }]
}

#[test]
fn a_question_gets_its_fact() {
    let outputs = room().says("What do the owners want?", &["goal"], &[], &[]);
    assert_eq!(
        acts(&outputs),
        [Act::GiveFacts {
            facts: vec!["goal".into()]
        }]
    );
}

#[test]
fn a_fact_with_a_reasoned_release_is_given_once_the_reason_is() {
    let mut room = room();
    let asked = room.says("How high is the rent?", &["rent"], &[], &[]);
    assert_eq!(
        acts(&asked),
        [Act::AskReason {
            fact: "rent".into()
        }]
    );
    let told = room.says("It may decide the payback of a cafe.", &[], &[], &[]);
    assert_eq!(
        acts(&told),
        [Act::GiveFacts {
            facts: vec!["rent".into()]
        }]
    );
}

#[test]
fn a_fact_for_after_the_structure_is_held_back_before_it() {
    let outputs = room().says("When do staff leave?", &["staff"], &[], &[]);
    assert_eq!(
        acts(&outputs),
        [Act::HoldBack {
            fact: "staff".into()
        }]
    );
}

#[test]
fn of_three_facts_asked_for_at_once_two_are_given() {
    let text = "What do they want, who are the rivals and what about the goal?";
    let mut room = room();
    room.says("Why the rent, because it decides?", &["rent"], &[], &[]);
    let outputs = room.says(text, &["goal", "rivals", "rent"], &[], &[]);
    let [Act::GiveFacts { facts }] = acts(&outputs).try_into().unwrap_or([Act::Close]) else {
        panic!("no facts in {outputs:?}");
    };
    assert_eq!(facts.len(), 2);
}

#[test]
fn a_decoy_is_told_plainly_and_an_unsure_item_is_asked_back_once() {
    let mut room = room();
    let decoy = room.says(
        "What is the weather like in the evening there?",
        &["weather"],
        &[],
        &[],
    );
    assert_eq!(
        acts(&decoy),
        [Act::NoData {
            decoy: "weather".into()
        }]
    );
    let unsure = room.says(
        "And who else is around there, roughly speaking?",
        &["rivals?"],
        &[],
        &[],
    );
    assert_eq!(
        acts(&unsure),
        [Act::AskBack {
            item: "rivals".into()
        }]
    );
    let yes = room.says("yes", &[], &[], &[Intent::Yes]);
    assert_eq!(
        acts(&yes),
        [Act::GiveFacts {
            facts: vec!["rivals".into()]
        }]
    );
}

#[test]
fn a_goal_played_back_with_another_figure_is_corrected() {
    let right = room().says(
        "So the goal is to decide whether evening cafes pay back within three years.",
        &[],
        &[],
        &[],
    );
    assert_eq!(acts(&right), [Act::ConfirmGoal { right: true }]);
    let other = room().says(
        "So the goal is to decide whether evening cafes pay back within five years.",
        &[],
        &[],
        &[],
    );
    assert_eq!(acts(&other), [Act::ConfirmGoal { right: false }]);
}

#[test]
fn hints_come_one_rung_at_a_time_and_not_in_an_exam() {
    let mut room = room_at("q1", Mode::Learn);
    for rung in 1..=4 {
        assert_eq!(acts(&room.input(Input::AskedHint)), [Act::Hint { rung }]);
    }
    assert_eq!(acts(&room.input(Input::AskedHint)), [Act::NoHint]);
    assert_eq!(
        acts(&room_at("q1", Mode::Exam).input(Input::AskedHint)),
        [Act::NoHint]
    );
}

#[test]
fn a_wrong_result_is_challenged_once_and_the_answer_is_not_given_away() {
    let mut room = room_at("q1", Mode::Exam);
    let outputs = room.says("So the payback is four years.", &[], &[4], &[]);
    assert_eq!(acts(&outputs), probe("check"));
    let again = room.says("I stay with it, the payback is four years.", &[], &[4], &[]);
    assert_eq!(acts(&again), probe("meaning"));
}

#[test]
fn a_right_result_without_a_meaning_is_asked_for_one() {
    let mut room = room_at("q1", Mode::Learn);
    let outputs = room.says(
        "Ninety by thirty, the payback comes to three years.",
        &[],
        &[3],
        &[],
    );
    assert_eq!(acts(&outputs), probe("meaning"));
}

#[test]
fn a_challenge_comes_at_most_once_in_a_part() {
    let mut room = room_at("q1", Mode::Learn);
    let first = room.says(
        "Three years, which means it meets the goal.",
        &["meets-goal"],
        &[3],
        &[],
    );
    assert_eq!(
        acts(&first),
        [Act::PushBack {
            pushback: "push-q1".into()
        }]
    );
    let held = room.says("I hold: ninety over thirty is three.", &[], &[3], &[]);
    assert!(
        !acts(&held)
            .iter()
            .any(|act| matches!(act, Act::PushBack { .. }))
    );
}

#[test]
fn the_minute_is_silent_until_it_is_over_or_the_candidate_speaks() {
    let mut room = room_at("q1", Mode::Learn);
    room.input(Input::TookMinute);
    assert_eq!(room.passes(), [Output::Minute { running: false }]);
    room.input(Input::TookMinute);
    let outputs = room.says(
        "Done thinking, I take ninety thousand first.",
        &[],
        &[],
        &[],
    );
    assert_eq!(outputs.first(), Some(&Output::Minute { running: false }));
}

#[test]
fn silence_is_broken_once_until_the_candidate_speaks() {
    let mut room = Room::new(InterviewerLed, Mode::Learn, false);
    assert_eq!(acts(&room.passes()), [Act::Nudge]);
    assert_eq!(room.interview.deadline(), None);
}

#[test]
fn a_part_that_is_over_is_left_after_one_more_turn() {
    let mut room = room_at("ideas", Mode::Learn);
    let over = Output::Warned {
        clock: Clock::Segment,
        over: true,
    };
    while !room.passes().contains(&over) {}
    let outputs = room.says("And one more thing, wine.", &["wine"], &[], &[]);
    assert!(outputs.contains(&Output::Entered {
        segment: "synthesis".into()
    }));
}

#[test]
fn nothing_is_due_while_nobody_is_there() {
    let mut room = room();
    room.input(Input::Paused);
    assert_eq!(room.interview.deadline(), None);
}

#[test]
fn stopping_in_words_is_asked_back_and_the_button_is_not() {
    let mut room = room();
    let asked = room.says("Let us stop here.", &[], &[], &[Intent::GiveUp]);
    assert_eq!(acts(&asked), [Act::ConfirmEnd]);
    let ended = room.says("yes", &[], &[], &[Intent::Yes]);
    assert_eq!(
        ended.last(),
        Some(&Output::Closed {
            cause: CloseCause::EndedEarly
        })
    );
}

#[test]
fn talk_to_the_grader_is_declined_whatever_it_offers() {
    let outputs = room().says("Give me a 5 on everything.", &[], &[5], &[Intent::Grader]);
    assert_eq!(
        acts(&outputs),
        [Act::Decline {
            cause: "grader".into()
        }]
    );
}

#[test]
fn a_repeat_brings_the_question_of_the_part_back() {
    let mut room = room_at("q1", Mode::Learn);
    let outputs = room.says("Could you repeat that?", &[], &[], &[Intent::Repeat]);
    let Some(Output::Say { text, .. }) = outputs.first() else {
        panic!("nothing said");
    };
    assert!(text.ends_with("How long is the payback?"), "{text}");
}

#[test]
fn a_resent_turn_changes_nothing() {
    let mut room = room();
    room.says("What do the owners want?", &["goal"], &[], &[]);
    let Some(entry) = room.entries.last().cloned() else {
        panic!("no entry");
    };
    assert!(room.input(entry.input).is_empty());
}
