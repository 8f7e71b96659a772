//! What the interviewer did around the turns of an attempt: challenges, hints, dead ends, who led;
//! and whether a view stated in the plan was ever looked at again. Judges nothing.

use std::collections::BTreeSet;

use casebook::{Case, SegmentKind};
use interview::{Act, Entry, Input, Intent, Output, Reading};

use crate::attempt::said;
use crate::heard::{Heard, Moments};
use crate::{detectors, marks};

/// Words that come back to a view.
const UPDATE: &[&str] = &[
    "hypothesis",
    "as i expected",
    "as i suspected",
    "as expected",
    "as suspected",
    "i expected",
    "i suspected",
    "i thought",
    "my guess",
    "my view",
    "my hunch",
    "confirms",
    "confirmed",
    "contrary to",
    "surprising",
    "surprised",
    "turns out",
    "i was wrong",
    "i was right",
    "instead of what i",
];

/// Notes in each part what the interviewer did there.
pub(crate) fn note(case: &Case, entries: &[Entry], parts: &mut [Heard<'_>]) {
    for challenge in interview::challenges(case, entries) {
        if let Some(part) = parts.iter_mut().find(|p| p.segment.id == challenge.segment) {
            part.before.moments.challenges.push(challenge);
        }
    }
    let (mut here, mut choosing, mut rung) = (String::new(), false, None);
    for entry in entries {
        if let Some((_, reading)) = said(&entry.input)
            && let Some(part) = parts.iter_mut().find(|p| p.segment.id == here)
        {
            let moments = &mut part.before.moments;
            moments
                .hinted
                .extend(rung.take().map(|rung| (entry.seq, rung)));
            turn(moments, entry, reading, choosing);
        }
        if matches!(entry.input, Input::Done) {
            rung = None;
        }
        for output in &entry.outputs {
            match output {
                Output::Entered { segment } => {
                    here.clone_from(segment);
                    choosing = false;
                }
                Output::Say { act, .. } => match act {
                    Act::AskWhere => choosing = true,
                    Act::Hint { rung: given } => rung = Some(*given),
                    _ => {}
                },
                _ => {}
            }
        }
    }
    look_back(parts);
}

/// What one turn led to.
fn turn(moments: &mut Moments, entry: &Entry, reading: &Reading, choosing: bool) {
    let acts = || {
        entry.outputs.iter().filter_map(|output| match output {
            Output::Say { act, .. } => Some(act),
            _ => None,
        })
    };
    let redirected = acts().any(|act| matches!(act, Act::Redirect));
    if acts().any(|act| matches!(act, Act::NoData { .. })) || (redirected && choosing) {
        moments.dead.push(entry.seq);
    }
    if redirected && !choosing {
        moments.strayed.push(entry.seq);
    }
    let leaves = [Intent::AskAnswer, Intent::CannotAnswer, Intent::MoveOn];
    if choosing
        && reading
            .intents
            .iter()
            .any(|read| leaves.contains(&read.intent))
    {
        moments.led.push(entry.seq);
    }
}

/// Whether a view stated in the plan comes back later, by its words or by words of updating.
fn look_back(parts: &mut [Heard<'_>]) {
    let plan = parts.iter().find(|p| p.kind() == SegmentKind::Structure);
    let Some(view) = plan.and_then(detectors::view) else {
        return;
    };
    let topics: BTreeSet<String> = marks::topics(&view).collect();
    let mut updated = false;
    let later = |kind| !matches!(kind, SegmentKind::Clarify | SegmentKind::Structure);
    for part in parts.iter().filter(|p| later(p.kind())) {
        updated |= part.said_any(UPDATE);
        // A calculation uses the words of its question, whatever the view was.
        let free = part.kind() != SegmentKind::Quant;
        let mut words = part.turns.iter().flat_map(|turn| marks::topics(turn.text));
        updated |= free && words.any(|topic| topics.iter().any(|known| is_akin(known, &topic)));
    }
    for part in parts.iter_mut() {
        part.before.view = Some(view.clone());
        part.before.updated = updated;
    }
}

/// Letters that two forms of a word share: `waiting` and `wait`.
const STEM_LETTERS: usize = 4;

fn is_akin(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.chars().take(STEM_LETTERS).collect::<String>();
    one == other || (stem(one).chars().count() == STEM_LETTERS && stem(one) == stem(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::Attempt;
    use crate::detectors::specimen::{case, read};
    use interview::{At, IntentRead};

    fn says(act: Act) -> Output {
        Output::Say {
            act,
            text: String::new(),
        }
    }

    fn enters(segment: &str) -> Output {
        Output::Entered {
            segment: segment.into(),
        }
    }

    fn words(segment: &str, line: &str, intents: &[Intent]) -> Input {
        let (text, mut reading) = read(segment, line);
        let at = interview::Span { start: 0, end: 1 };
        let intents = intents.iter().map(|intent| IntentRead {
            intent: *intent,
            at,
        });
        reading.intents.extend(intents);
        Input::Said {
            turn: String::new(),
            text,
            reading: Box::new(reading),
        }
    }

    fn codes(happened: Vec<(Input, Vec<Output>)>) -> Vec<String> {
        let entries: Vec<Entry> = happened
            .into_iter()
            .zip(0..)
            .map(|((input, outputs), seq)| Entry {
                seq,
                at: At(u64::from(seq) * 1000),
                input,
                outputs,
            })
            .collect();
        let case = case();
        let attempt = Attempt::read(&case, &entries);
        let found = attempt.parts.iter().flat_map(detectors::detect);
        let drive = |code: &String| code.starts_with(['D', 'I']);
        found.map(|f| f.code).filter(drive).collect()
    }

    #[test]
    fn a_lead_handed_back_is_found_where_the_candidate_was_to_lead() {
        let opened = (
            Input::Opened,
            vec![enters("structure"), says(Act::AskWhere)],
        );
        let handed = words("structure", "You tell me.", &[Intent::AskAnswer]);
        assert_eq!(codes(vec![opened, (handed, Vec::new())]), ["D5"]);
        let asked = (Input::Opened, vec![enters("structure")]);
        let handed = words("structure", "You tell me.", &[Intent::AskAnswer]);
        assert!(codes(vec![asked, (handed, Vec::new())]).is_empty());
    }

    #[test]
    fn a_view_is_updated_by_its_words_or_never() {
        let run = |ending: &str| {
            codes(vec![
                (Input::Opened, vec![enters("structure")]),
                (
                    words(
                        "structure",
                        "[s2: A site] first, I expect utilisation to decide",
                        &[],
                    ),
                    vec![enters("synthesis")],
                ),
                (words("synthesis", ending, &[]), Vec::new()),
            ])
        };
        assert_eq!(run("Enter, with shops first"), ["D4"]);
        assert!(run("Enter, for utilisation is high enough").is_empty());
        assert!(run("Enter, which confirms what was thought").is_empty());
    }

    #[test]
    fn a_doubted_number_that_is_kept_is_found() {
        let cause = "number".to_owned();
        let run = |answer: &str| {
            codes(vec![
                (Input::Opened, vec![enters("q1")]),
                (
                    words("q1", "That is {9: nine}", &[]),
                    vec![says(Act::Interrupt {
                        cause: cause.clone(),
                    })],
                ),
                (words("q1", answer, &[]), Vec::new()),
            ])
        };
        assert_eq!(run("I'm sure of it"), ["I2"]);
        assert!(run("Let me redo it, since the base is off").is_empty());
    }
}
