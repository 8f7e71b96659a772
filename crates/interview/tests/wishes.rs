//! What the candidate asks of the interviewer in plain words, heard by the real reader.

mod fixture;

use casebook::Format::{self, CandidateLed, InterviewerLed};
use fixture::{Room, acts, case, entered};
use interview::{Act, Input, Mode, Output, Reader};

/// A room with its reader, come to this part by the button.
struct Spoken {
    room: Room,
    reader: Reader,
}

impl Spoken {
    fn at(part: &str, format: Format) -> Self {
        let mut room = Room::new(format, Mode::Learn, false);
        while room.interview.segment_for("") != part {
            room.input(Input::Done);
        }
        let reader = Reader::new(&case());
        Self { room, reader }
    }

    fn hears(&mut self, text: &str) -> Vec<Output> {
        self.room.at += 10_000;
        let segment = self.room.interview.segment_for(text).to_owned();
        let reading = Box::new(self.reader.read(&segment, text));
        self.room.input(Input::Said {
            turn: format!("t{}", self.room.entries.len()),
            text: text.into(),
            reading,
        })
    }
}

fn lines(outputs: &[Output]) -> String {
    let lines = outputs.iter().filter_map(|output| match output {
        Output::Say { text, .. } => Some(text.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ")
}

fn allowed(what: &str) -> Vec<Act> {
    vec![Act::Allow { what: what.into() }]
}

const PARTS: [&str; 6] = [
    "clarify",
    "structure",
    "q1",
    "locations",
    "ideas",
    "synthesis",
];

#[test]
fn a_hint_asked_for_in_words_is_the_hint_of_the_button_in_every_part() {
    let asks = [
        "Can I get a hint for the structure?",
        "could I have a hint",
        "Could you give me a hint to start with the demand and the economics?",
    ];
    for part in PARTS {
        let by_button = lines(
            &Spoken::at(part, InterviewerLed)
                .room
                .input(Input::AskedHint),
        );
        let rung = by_button
            .split_once(':')
            .map_or(by_button.as_str(), |(_, rung)| rung);
        let rung = rung.rsplit_once("rung").map_or(rung, |(_, rung)| rung);
        for ask in asks {
            let outputs = Spoken::at(part, InterviewerLed).hears(ask);
            assert_eq!(acts(&outputs), [Act::Hint { rung: 1 }], "{ask} in {part}");
            assert!(lines(&outputs).ends_with(rung), "{ask} in {part}");
        }
    }
}

#[test]
fn a_hint_is_no_reason_for_a_fact() {
    let mut room = Spoken::at("clarify", InterviewerLed);
    room.room.says("How high is the rent?", &["rent"], &[], &[]);
    let outputs = room.hears("Could I have a hint, please?");
    assert_eq!(acts(&outputs), [Act::Hint { rung: 1 }]);
}

#[test]
fn the_goal_is_said_again_when_it_is_named() {
    for part in PARTS {
        let outputs = Spoken::at(part, InterviewerLed).hears("Can you repeat the goal please?");
        assert_eq!(acts(&outputs), [Act::Repeat], "{part}");
        assert!(
            lines(&outputs).ends_with("Decide whether evening cafes pay back within three years."),
            "{part}"
        );
    }
}

#[test]
fn the_question_said_again_is_the_question_of_the_part() {
    let parts = [
        ("clarify", "Should it open evening cafes?"),
        ("q1", "How long is the payback?"),
        ("ideas", "How could it win guests in the evening?"),
    ];
    for (part, question) in parts {
        let outputs = Spoken::at(part, InterviewerLed).hears("Could you repeat the question?");
        assert_eq!(acts(&outputs), [Act::Repeat], "{part}");
        assert!(lines(&outputs).ends_with(question), "{}", lines(&outputs));
    }
}

#[test]
fn the_meaning_of_a_word_is_left_to_its_usual_sense_in_every_part() {
    let asks = [
        "What is 'contribution'? Can you explain?",
        "What means payback?",
        "What do you mean by rent?",
        "What is the meaning of staff here?",
    ];
    for part in PARTS {
        for ask in asks {
            let outputs = Spoken::at(part, InterviewerLed).hears(ask);
            assert_eq!(acts(&outputs), allowed("definition"), "{ask} in {part}");
        }
    }
}

#[test]
fn a_fact_just_given_is_not_said_again_word_for_word() {
    let mut room = Spoken::at("clarify", InterviewerLed).room;
    let first = room.says("Who are the rivals?", &["rivals"], &[], &[]);
    let again = room.says("And what about the rivals?", &["rivals"], &[], &[]);
    assert_eq!(acts(&again), acts(&first));
    assert!(lines(&first).contains("Two chains are open"));
    assert!(
        !lines(&again).contains("Two chains are open"),
        "{}",
        lines(&again)
    );
}

#[test]
fn one_question_beside_a_statement_is_not_called_two() {
    let mut room = Spoken::at("clarify", InterviewerLed);
    let outputs = room.hears("Who are the rivals in the evening? Can you tell me?");
    assert!(
        !lines(&outputs).contains("on its own"),
        "{}",
        lines(&outputs)
    );
    let mut room = Spoken::at("clarify", InterviewerLed);
    let one = room.hears(
        "What payback do the owners want, and what did they have before they came to Genoa?",
    );
    assert!(!lines(&one).contains("on its own"), "{}", lines(&one));
    let mut room = Spoken::at("clarify", InterviewerLed);
    let two =
        room.hears("What payback do the owners want? Which ovens did the founder buy in Genoa?");
    assert!(lines(&two).contains("on its own"), "{}", lines(&two));
}

#[test]
fn a_return_to_an_earlier_part_is_read_there_and_leads_back() {
    let mut room = Spoken::at("synthesis", InterviewerLed);
    let asked = room.hears("Can I go back to ideas?");
    assert_eq!(acts(&asked), allowed("return"));
    assert_eq!(room.room.interview.segment_for("Wine."), "ideas");
    assert_eq!(acts(&room.hears("Yes")), allowed("return"));
    let added = room.hears("They could serve wine and hold concerts with local bands.");
    assert_eq!(acts(&added), [Act::Repeat]);
    assert_eq!(room.room.interview.segment_for(""), "synthesis");
    assert!(!room.room.interview.is_closed());
}

#[test]
fn a_candidate_who_leads_and_wants_to_go_on_is_taken_on() {
    for text in [
        "I think that's it for ideas.",
        "Shall we go on?",
        "Ok, let's continue.",
    ] {
        let mut room = Spoken {
            room: Room::new(CandidateLed, Mode::Learn, false),
            reader: Reader::new(&case()),
        };
        while !room.room.interview.view(interview::At(0)).choosing {
            room.room.input(Input::Done);
        }
        let outputs = room.hears(text);
        assert_eq!(entered(&outputs).len(), 1, "{text}: {outputs:?}");
    }
}

#[test]
fn going_on_before_the_recommendation_asks_for_it_instead_of_closing() {
    let mut room = Spoken::at("synthesis", InterviewerLed);
    let outputs = room.hears("Shall we move on?");
    assert!(
        matches!(acts(&outputs).as_slice(), [Act::Probe { .. }]),
        "{outputs:?}"
    );
    assert!(!room.room.interview.is_closed());
}
