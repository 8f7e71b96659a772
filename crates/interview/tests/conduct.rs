//! What the interviewer does about unsure questions, slips on the way, talk without a point and
//! answers that it challenges.

mod fixture;

use std::sync::Arc;

use casebook::Format::{CandidateLed, InterviewerLed};
use casebook::{Case, Exact, Pushback, PushbackKind, Step};
use fixture::{Room, acts, case, entered, hears, plan, reading};
use interview::{Act, At, Input, Interview, Mode, Output, Span, StepRead};

/// A room come to this part by the button.
fn room_at(part: &str, mode: Mode) -> Room {
    come_to(Room::new(InterviewerLed, mode, false), part)
}

/// What stayed open, as told when a part is left.
fn left_open(outputs: &[Output]) -> Vec<String> {
    let told = acts(outputs).into_iter().find_map(|act| match act {
        Act::Feedback { missing } => Some(missing),
        _ => None,
    });
    told.unwrap_or_default()
}

fn room_with(case: Case, part: &str, mode: Mode) -> Room {
    let mut room = Room {
        interview: Interview::new(Arc::new(case), plan(InterviewerLed, mode, false)),
        entries: Vec::new(),
        at: 0,
    };
    room.input(Input::Opened);
    come_to(room, part)
}

fn come_to(mut room: Room, part: &str) -> Room {
    while room.interview.segment_for("") != part {
        room.input(Input::Done);
    }
    room
}

/// A room of a candidate who leads, asked where to go.
fn choosing() -> Room {
    let mut room = Room::new(CandidateLed, Mode::Learn, false);
    while !room.interview.view(At(0)).choosing {
        room.input(Input::Done);
    }
    room
}

fn lines(outputs: &[Output]) -> String {
    let lines = outputs.iter().filter_map(|output| match output {
        Output::Say { text, .. } => Some(text.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ")
}

fn no_data() -> Vec<Act> {
    vec![Act::NoData {
        decoy: String::new(),
    }]
}

fn interrupt(cause: &str) -> Vec<Act> {
    vec![Act::Interrupt {
        cause: cause.into(),
    }]
}

#[test]
fn a_question_about_something_else_is_told_that_there_is_no_data() {
    let mut case = case();
    case.facts[3].reads.keywords = vec!["rivals".into(), "evening".into()];
    let mut room = room_with(case, "clarify", Mode::Learn);
    let text = "Which ovens, mixers and delivery vans did the founder lease in Genoa one evening?";
    let mut weak = reading(text, &["rivals?"], &[], &[]);
    weak.hits[0].permille = 350;
    let outputs = room.input(Input::Said {
        turn: "t".into(),
        text: text.into(),
        reading: Box::new(weak),
    });
    assert_eq!(acts(&outputs), no_data());
}

#[test]
fn a_question_that_may_mean_a_fact_is_asked_back() {
    let mut room = room_at("clarify", Mode::Learn);
    let outputs = room.says("Are chains open there, perhaps?", &["rivals?"], &[], &[]);
    let item = "rivals".to_owned();
    assert_eq!(acts(&outputs), [Act::AskBack { item }]);
}

#[test]
fn a_goal_played_back_is_not_taken_for_a_question() {
    let mut room = room_at("clarify", Mode::Learn);
    let text = "So success means three years at most, with no chains open nearby in the evening.";
    let outputs = room.says(text, &["rivals?"], &[], &[]);
    assert_eq!(acts(&outputs), [Act::Acknowledge]);
}

#[test]
fn asked_what_the_client_hopes_to_achieve_the_goal_is_told() {
    let mut room = room_at("clarify", Mode::Learn);
    let outputs = room.says("What would count as success here?", &[], &[], &[]);
    assert!(lines(&outputs).contains("Decide whether"), "{outputs:?}");
}

#[test]
fn a_request_for_data_opens_no_calculation_that_does_not_tell_it() {
    let mut room = choosing();
    let outputs = hears(&mut room, "What did the ovens pay for the evening rolls?");
    assert!(entered(&outputs).is_empty(), "{outputs:?}");
}

#[test]
fn a_figure_named_in_passing_opens_no_calculation_and_one_asked_for_does() {
    let passing = "At what cost did the founder lease mixers, ovens and vans in Genoa?";
    let outputs = hears(&mut choosing(), passing);
    assert!(entered(&outputs).is_empty(), "{outputs:?}");
    let outputs = hears(&mut choosing(), "What would a cafe cost?");
    assert_eq!(entered(&outputs), ["q1"]);
}

#[test]
fn a_request_for_data_gets_its_fact_before_anything_is_opened() {
    let mut room = choosing();
    let text = "Which cafe chains earn their cash a year in the evening, and at which cost?";
    let outputs = room.says(text, &["rivals"], &[], &[]);
    let facts = vec!["rivals".to_owned()];
    assert_eq!(acts(&outputs), [Act::GiveFacts { facts }]);
}

#[test]
fn a_wish_to_work_something_out_opens_its_calculation() {
    let outputs = hears(
        &mut choosing(),
        "I would like to calculate the payback of a cafe.",
    );
    assert_eq!(entered(&outputs), ["q1"]);
}

/// A calculation with a step on the way: 400 guests a day at 300 euros a year are 120,000.
fn case_with_a_step() -> Case {
    let mut case = case();
    let quant = &mut case.quants[0];
    quant.steps.insert(
        0,
        Step {
            name: "revenue".into(),
            label: "revenue".into(),
            formula: "cash * 4".into(),
            worked: "400 x 300".into(),
            value: Exact::whole(120_000),
            unit: "EUR".into(),
        },
    );
    case
}

/// "400 times 300 is RESULT" as a reading.
fn product(room: &mut Room, text: &str, result: i64) -> Vec<Output> {
    room.at += 10_000;
    let all = Span {
        start: 0,
        end: text.len(),
    };
    let mut reading = reading(text, &[], &[400, 300, result], &[]);
    let places = [(0, 3), (10, 13), (17, text.len())];
    for (number, (start, end)) in reading.numbers.iter_mut().zip(places) {
        number.at = Span { start, end };
        number.unit = String::new();
    }
    reading.steps = vec![StepRead {
        at: all,
        operands: vec![0, 1],
        operators: vec!['*'],
        result: Some(2),
    }];
    room.input(Input::Said {
        turn: format!("t{}", room.entries.len()),
        text: text.into(),
        reading: Box::new(reading),
    })
}

#[test]
fn a_slip_on_the_way_is_stopped_once_and_not_put_right() {
    let mut room = room_with(case_with_a_step(), "q1", Mode::Learn);
    let outputs = product(&mut room, "400 times 300 is 12000", 12_000);
    assert_eq!(acts(&outputs), interrupt("number"));
    let said = lines(&outputs);
    let others = said.replacen("12000", "", 1);
    let figures = others.contains(|c: char| c.is_ascii_digit());
    assert!(said.contains("12000") && !figures, "{said}");
    let again = product(&mut room, "400 times 300 is 12000", 12_000);
    assert_ne!(acts(&again), interrupt("number"));
}

#[test]
fn a_step_that_stands_is_listened_to() {
    let mut room = room_with(case_with_a_step(), "q1", Mode::Learn);
    let outputs = product(&mut room, "400 times 300 is 120000", 120_000);
    assert_eq!(acts(&outputs), [Act::Acknowledge]);
}

#[test]
fn an_exam_only_asks_whether_the_candidate_is_sure() {
    let mut room = room_with(case_with_a_step(), "q1", Mode::Exam);
    let outputs = product(&mut room, "400 times 300 is 12000", 12_000);
    assert_eq!(acts(&outputs), interrupt("number"));
    for giving in ["how did you", "step", "take me through"] {
        assert!(
            !lines(&outputs).to_lowercase().contains(giving),
            "{outputs:?}"
        );
    }
}

fn aimed(target: &str, kind: PushbackKind) -> Pushback {
    Pushback {
        id: format!("push-{target}"),
        segment: "locations".into(),
        target: target.into(),
        kind,
        aims_at_right: true,
        line: "Why not the market square?".into(),
    }
}

#[test]
fn a_challenge_never_aims_at_what_was_not_said() {
    let mut case = case();
    case.pushbacks = vec![aimed("station-best", PushbackKind::Alternative)];
    let mut room = room_with(case, "locations", Mode::Exam);
    let text = "The station is not the best street, so they should stay away from it.";
    let mut read = reading(text, &["station-best"], &[], &[]);
    read.hits[0].contradicts = true;
    for turn in 0..4 {
        room.at += 10_000;
        let outputs = room.input(Input::Said {
            turn: turn.to_string(),
            text: text.into(),
            reading: Box::new(read.clone()),
        });
        let pushed = acts(&outputs)
            .iter()
            .any(|act| matches!(act, Act::PushBack { .. }));
        assert!(!pushed, "{outputs:?}");
    }
}

#[test]
fn an_open_challenge_does_not_propose_what_was_just_said() {
    let mut case = case();
    let open = Pushback {
        target: String::new(),
        aims_at_right: false,
        ..aimed("open", PushbackKind::Alternative)
    };
    case.pushbacks = vec![open];
    let seen = ["station-best"];
    let text = |street: &str| format!("Guests after six decide, so they should go to {street}.");
    let mut room = room_with(case.clone(), "locations", Mode::Exam);
    let other = room.says(&text("the station"), &seen, &[], &[]);
    assert!(matches!(acts(&other)[0], Act::PushBack { .. }), "{other:?}");
    let mut room = room_with(case, "locations", Mode::Exam);
    let same = room.says(&text("the market square"), &seen, &[], &[]);
    assert!(!matches!(acts(&same)[0], Act::PushBack { .. }), "{same:?}");
}

fn talk(words: usize) -> String {
    vec!["well"; words].join(" ")
}

#[test]
fn talk_without_a_point_is_stopped_once_and_the_part_goes_on() {
    let mut room = room_at("ideas", Mode::Exam);
    let outputs = room.says(&talk(230), &[], &[], &[]);
    assert_eq!(acts(&outputs), interrupt("headline"));
    let after = room.says(
        "Wine and concerts, to begin with.",
        &["wine", "concerts"],
        &[],
        &[],
    );
    assert_eq!(
        acts(&after),
        [Act::Probe {
            missing: "more-ideas".into()
        }]
    );
    let again = room.says(&talk(230), &[], &[], &[]);
    assert_ne!(acts(&again), interrupt("headline"));
}

#[test]
fn a_sceptic_stops_talk_sooner() {
    let long = talk(120);
    let patient = room_at("ideas", Mode::Exam).says(&long, &[], &[], &[]);
    assert_ne!(acts(&patient), interrupt("headline"));
    let sceptic = room_at("ideas", Mode::Stress).says(&long, &[], &[], &[]);
    assert_eq!(acts(&sceptic), interrupt("headline"));
}

#[test]
fn talk_over_several_turns_is_stopped_by_the_clock() {
    let mut room = room_at("q1", Mode::Exam);
    let first = room.says(&talk(40), &[], &[], &[]);
    assert_eq!(acts(&first), [Act::Acknowledge]);
    room.at += 90_000;
    assert_eq!(
        acts(&room.says(&talk(40), &[], &[], &[])),
        interrupt("headline")
    );
}

#[test]
fn a_sceptic_challenges_twice_and_without_a_line_of_the_case() {
    let mut room = room_at("q1", Mode::Stress);
    let text = "Three years, which means it meets the goal.";
    let first = room.says(text, &["meets-goal"], &[3], &[]);
    let pushback = "push-q1".to_owned();
    assert_eq!(acts(&first), [Act::PushBack { pushback }]);
    let second = room.says("I hold: ninety over thirty is three.", &[], &[3], &[]);
    let pushback = String::new();
    assert_eq!(acts(&second), [Act::PushBack { pushback }]);
    let third = room.says("It stands, because the cash is fixed.", &[], &[3], &[]);
    assert_eq!(entered(&third), ["locations"]);
}

#[test]
fn a_sceptic_gives_no_hints() {
    let outputs = room_at("q1", Mode::Stress).input(Input::AskedHint);
    assert_eq!(acts(&outputs), [Act::NoHint]);
}

#[test]
fn learning_names_what_stayed_open_and_an_exam_does_not() {
    let leave = |mode| {
        let mut room = room_at("synthesis", mode);
        room.says(
            "I recommend opening, the payback is 3 years.",
            &["open"],
            &[3],
            &[],
        );
        room.input(Input::Done)
    };
    let told = leave(Mode::Learn);
    let missing = vec!["risk".to_owned()];
    assert_eq!(acts(&told)[0], Act::Feedback { missing });
    assert!(lines(&told).contains("a risk"), "{told:?}");
    assert_eq!(acts(&leave(Mode::Exam)), [Act::Close]);
}

#[test]
fn what_was_asked_for_and_answered_is_not_called_missing() {
    let mut room = room_at("locations", Mode::Learn);
    let seen = ["station-best"];
    let probed = room.says(
        "The station has the most guests after six.",
        &seen,
        &[],
        &[],
    );
    assert_eq!(
        acts(&probed),
        [Act::Probe {
            missing: "so-what".into()
        }]
    );
    let left = room.says("They have to go where people change trains.", &[], &[], &[]);
    assert!(left_open(&left).is_empty(), "{left:?}");
}

#[test]
fn challenges_take_turns_between_what_is_right_and_what_is_not() {
    let mut case = case();
    let sides = ["locations", "synthesis"].into_iter().flat_map(|segment| {
        [true, false].map(|right| Pushback {
            id: format!("{segment}-{right}"),
            segment: segment.into(),
            target: String::new(),
            aims_at_right: right,
            ..aimed("open", PushbackKind::Disagree)
        })
    });
    case.pushbacks = sides.collect();
    let mut room = room_with(case, "locations", Mode::Exam);
    let pushed = |outputs: &[Output]| match acts(outputs).into_iter().next() {
        Some(Act::PushBack { pushback }) => pushback.ends_with("true"),
        other => panic!("no challenge but {other:?}"),
    };
    let seen = ["station-best"];
    let text = "The station is best, so they should go there.";
    let first = pushed(&room.says(text, &seen, &[], &[]));
    room.input(Input::Done);
    let mut room = come_to(room, "synthesis");
    let points = ["open", "no-guests", "pilot"];
    let text =
        "I recommend opening, payback is 3 years; the risk is few guests, the next step a pilot.";
    let second = pushed(&room.says(text, &points, &[3], &[]));
    assert_ne!(first, second);
}
