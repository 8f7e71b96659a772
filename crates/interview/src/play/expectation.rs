//! What a play led to, written below its lines.

use super::Played;
use super::script::is_aside;
use crate::{Act, Input, Output, Reading, Zone};

/// Expectations stand under the words of the line.
const INDENT: &str = "       ";

/// The play with fresh expectations; comments and empty lines stay.
pub(super) fn write(text: &str, played: &Played) -> String {
    let mut out = String::new();
    for (index, raw) in text.lines().enumerate() {
        let expectation = is_aside(raw) && raw.starts_with([' ', '\t']) && !raw.trim().is_empty();
        if expectation {
            continue;
        }
        out.push_str(raw.trim_end());
        out.push('\n');
        let of_line = played
            .entries
            .iter()
            .zip(&played.lines)
            .filter(|(_, line)| **line == index + 1);
        for (entry, _) in of_line {
            write_reading(&mut out, &entry.input);
            entry.outputs.iter().filter_map(words_of).for_each(|words| {
                out.push_str(&format!("{INDENT}{words}\n"));
            });
        }
    }
    out
}

fn write_reading(out: &mut String, input: &Input) {
    let (Input::Said { reading, .. } | Input::Presented { reading, .. }) = input else {
        return;
    };
    let read = reading_words(reading);
    if !read.is_empty() {
        out.push_str(&format!("{INDENT}reads {read}\n"));
    }
}

/// Items, a `?` before those that are unsure and a `!` before those said the other way round;
/// then numbers; then intents.
fn reading_words(reading: &Reading) -> String {
    let mut items: Vec<String> = reading
        .hits
        .iter()
        .map(|hit| {
            let mark = match (hit.contradicts, hit.zone) {
                (true, _) => "!",
                (false, Zone::Unsure) => "?",
                (false, Zone::Sure) => "",
            };
            format!("{mark}{}", hit.item)
        })
        .collect();
    items.sort();
    let numbers = reading
        .numbers
        .iter()
        .map(|number| format!("{}{}", number.value, unit(&number.unit)));
    let intents = reading
        .intents
        .iter()
        .map(|read| format!("{:?}", read.intent).to_lowercase());
    items
        .into_iter()
        .chain(numbers)
        .chain(intents)
        .collect::<Vec<_>>()
        .join(", ")
}

fn unit(unit: &str) -> String {
    if unit.is_empty() {
        String::new()
    } else {
        format!(" {unit}")
    }
}

fn words_of(output: &Output) -> Option<String> {
    match output {
        Output::Entered { segment } => Some(format!("enters {segment}")),
        Output::Say { act, .. } => Some(format!("act {}", act_words(act))),
        Output::Handed { exhibit } => Some(format!("hands {exhibit}")),
        Output::Warned { clock, over } => {
            let state = if *over { "over" } else { "one minute left" };
            Some(format!(
                "clock {} {state}",
                format!("{clock:?}").to_lowercase()
            ))
        }
        Output::Minute { running } => {
            Some(format!("minute {}", if *running { "runs" } else { "ends" }))
        }
        Output::Closed { cause } => Some(format!("closed {}", format!("{cause:?}").to_lowercase())),
    }
}

/// The act in words, `give-facts f1, f2`.
fn act_words(act: &Act) -> String {
    let (name, detail) = match act {
        Act::Prompt => ("prompt", ""),
        Act::Ask { segment } => ("ask", segment.as_str()),
        Act::GiveFacts { facts } => return format!("give-facts {}", facts.join(", ")),
        Act::AskReason { fact } => ("ask-reason", fact.as_str()),
        Act::NoData { decoy } => ("no-data", decoy.as_str()),
        Act::AskBack { item } => ("ask-back", item.as_str()),
        Act::ConfirmGoal { right: true } => ("confirm-goal", "right"),
        Act::ConfirmGoal { right: false } => ("confirm-goal", "corrected"),
        Act::HandOver { exhibit } => ("hand-over", exhibit.as_str()),
        Act::PushBack { pushback } => ("push-back", pushback.as_str()),
        Act::Probe { missing } => ("probe", missing.as_str()),
        Act::Interrupt { cause } => ("interrupt", cause.as_str()),
        Act::Feedback { missing } => return format!("feedback {}", missing.join(", ")),
        Act::Hint { rung } => return format!("hint {rung}"),
        Act::NoHint => ("no-hint", ""),
        Act::GrantMinute => ("grant-minute", ""),
        Act::Repeat => ("repeat", ""),
        Act::Nudge => ("nudge", ""),
        Act::Redirect => ("redirect", ""),
        Act::Acknowledge => ("acknowledge", ""),
        Act::Decline { cause } => ("decline", cause.as_str()),
        Act::MoveOn { segment } => ("move-on", segment.as_str()),
        Act::AskWhere => ("ask-where", ""),
        Act::HoldBack { fact } => ("hold-back", fact.as_str()),
        Act::Allow { what } => ("allow", what.as_str()),
        Act::Offer { what } => ("offer", what.as_str()),
        Act::ConfirmEnd => ("confirm-end", ""),
        Act::GiveResult { quant } => ("give-result", quant.as_str()),
        Act::Time => ("time", ""),
        Act::Close => ("close", ""),
    };
    format!("{name} {detail}").trim_end().to_owned()
}
