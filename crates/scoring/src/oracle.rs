//! Gold labels in the reader's place: what the level models would reach if every item and every
//! number were read as the graders read them. Says where a loss is; scores nobody.

use casebook::{Case, Segment};
use interview::{Hit, Reading, Span, Zone};

use crate::arithmetic::{Arithmetic, ErrorName};
use crate::gold::{Gold, Hits};
use crate::respond::is_labelled;

/// The reading with the labelled items as hits, each over the whole text. Items that graders do
/// not label (risks, consequences) stay as read.
#[must_use]
pub fn reading(case: &Case, segment: &Segment, text: &str, read: &Reading, gold: &Gold) -> Reading {
    let mut reading = read.clone();
    let Some(gold) = &gold.hits else {
        return reading;
    };
    reading
        .hits
        .retain(|hit| !is_labelled(case, segment.kind, &hit.item));
    reading.intents.clear();
    let whole = Span {
        start: 0,
        end: text.len(),
    };
    let lists = match gold {
        Hits::Whole(items) => vec![(whole, items.clone())],
        Hits::ByQuestion(lists) => {
            let places = reading
                .questions
                .iter()
                .copied()
                .chain(std::iter::repeat(whole));
            places.zip(lists.clone()).collect()
        }
    };
    reading
        .hits
        .extend(lists.into_iter().flat_map(|(at, items)| {
            items.into_iter().map(move |item| Hit {
                item,
                at,
                permille: 1000,
                zone: Zone::Sure,
                contradicts: false,
            })
        }));
    reading
}

/// The arithmetic with the graders' verdict on the final number.
#[must_use]
pub fn arithmetic(judged: Option<Arithmetic>, gold: &Gold) -> Option<Arithmetic> {
    let right = gold.final_right?;
    let error = match gold.error.as_deref() {
        None => ErrorName::None,
        Some("unlisted") => ErrorName::Unlisted,
        Some("no_answer") => ErrorName::NoAnswer,
        Some(trap) => ErrorName::Trap(trap.to_owned()),
    };
    let mut judged = judged.unwrap_or_default();
    judged.final_right = right;
    judged.final_value = match error {
        ErrorName::NoAnswer => None,
        _ => judged.final_value.or_else(|| Some(casebook::Exact::zero())),
    };
    judged.error = error;
    Some(judged)
}
