//! Both formats walk every part of a case.

mod fixture;

use casebook::Format;
use fixture::{Room, acts, entered};
use interview::{Act, CloseCause, Input, Intent, Mode, Output};

/// Everything a candidate needs to say to be led through the fixture case.
fn walk(room: &mut Room) -> Vec<Output> {
    let mut all = Vec::new();
    for _ in 0..30 {
        let current = room.interview.view(interview::At(room.at));
        let here = current
            .current
            .map_or("", |index| current.parts[index].id.as_str())
            .to_owned();
        let outputs = match here.as_str() {
            _ if current.choosing => room.says("Let us look at the guests after six.", &[], &[], &[]),
            "clarify" => room.says("No more questions.", &[], &[], &[Intent::MoveOn]),
            "structure" => room.says(
                "I start with the economics since payback decides, then demand and then the running of it.",
                &["economics", "demand"], &[], &[]),
            "q1" => room.says("That is three years, which means it meets the goal.", &["meets-goal"], &[3], &[]),
            "locations" => room.says("The station is best, so they should go there.", &["station-best"], &[], &[]),
            "ideas" => room.says("Wine first, my favourite, then concerts.", &["wine", "concerts"], &[], &[]),
            _ => room.says(
                "I recommend opening, payback is 3 years; the risk is few guests, the next step a pilot.",
                &["open", "no-guests", "pilot"], &[3], &[]),
        };
        all.extend(outputs);
        if room.interview.is_closed() {
            break;
        }
    }
    all
}

#[test]
fn an_interviewer_led_case_walks_its_parts_in_order() {
    let mut room = Room::new(Format::InterviewerLed, Mode::Exam, true);
    let outputs = walk(&mut room);
    assert_eq!(
        entered(&outputs),
        ["structure", "q1", "locations", "ideas", "synthesis"]
    );
    assert_eq!(
        outputs.last(),
        Some(&Output::Closed {
            cause: CloseCause::Finished
        })
    );
}

#[test]
fn a_candidate_led_case_asks_where_to_go_and_still_visits_every_part() {
    let mut room = Room::new(Format::CandidateLed, Mode::Learn, true);
    let outputs = walk(&mut room);
    let mut parts = entered(&outputs);
    assert_eq!(
        parts[1], "locations",
        "the candidate asked for the guests first"
    );
    assert_eq!(parts.last().map(String::as_str), Some("synthesis"));
    parts.sort();
    assert_eq!(
        parts,
        ["ideas", "locations", "q1", "structure", "synthesis"]
    );
    assert!(acts(&outputs).contains(&Act::AskWhere));
}

#[test]
fn an_exhibit_is_on_the_desk_before_its_question_is_asked() {
    let mut room = Room::new(Format::InterviewerLed, Mode::Exam, true);
    let outputs = walk(&mut room);
    let handed = outputs
        .iter()
        .position(|o| matches!(o, Output::Handed { .. }));
    let asked = outputs.iter().position(
        |o| matches!(o, Output::Say { act: Act::Ask { segment }, .. } if segment == "locations"),
    );
    assert!(handed.is_some() && handed < asked);
}

#[test]
fn no_line_of_the_interviewer_comes_twice() {
    for format in [Format::InterviewerLed, Format::CandidateLed] {
        let mut room = Room::new(format, Mode::Learn, true);
        let mut lines: Vec<String> = Vec::new();
        for output in walk(&mut room) {
            if let Output::Say { text, .. } = output {
                assert!(!lines.contains(&text), "{text:?} came twice");
                lines.push(text);
            }
        }
    }
}

#[test]
fn the_done_button_alone_leads_through_the_case() {
    for format in [Format::InterviewerLed, Format::CandidateLed] {
        let mut room = Room::new(format, Mode::Learn, false);
        for _ in 0..20 {
            room.at += 1000;
            room.input(Input::Done);
        }
        let closed = room.interview.view(interview::At(room.at)).closed;
        assert_eq!(closed, Some(CloseCause::Finished));
    }
}
