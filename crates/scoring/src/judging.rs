//! Hands a quant segment's turns to the arithmetic judge.

use casebook::{Case, Quant, Segment};
use interview::Reading;

use crate::arithmetic::{Arithmetic, ErrorName};
use crate::quant::{self, Judged, Utterance};

/// The verdict on the numbers of a segment; `None` outside quant.
#[must_use]
pub(crate) fn judge(
    case: &Case,
    segment: &Segment,
    turns: &[(u32, &str, &Reading)],
) -> Option<Arithmetic> {
    let quant = case.quants.iter().find(|quant| quant.id == segment.id)?;
    let said: Vec<Utterance<'_>> = turns
        .iter()
        .map(|(entry, text, reading)| Utterance {
            entry: *entry,
            text,
            numbers: &reading.numbers,
            steps: &reading.steps,
        })
        .collect();
    Some(summed_up(quant, quant::judge(quant, &said)))
}

fn summed_up(quant: &Quant, judged: Judged) -> Arithmetic {
    let headline = judged.headline();
    let final_value = headline.and_then(|h| h.said.clone());
    let final_right = headline.is_some_and(|h| h.right);
    let unit = quant
        .asked
        .get(judged.headline)
        .map_or("", |asked| asked.unit.as_str());
    let others = judged.asked.iter().filter(|a| a.asked != judged.headline);
    let slip = match &judged.error {
        ErrorName::Trap(_) | ErrorName::Unlisted => judged
            .trace
            .mistakes
            .first()
            .map(|mistake| mistake.mistake.clone()),
        ErrorName::None | ErrorName::NoAnswer => None,
    };
    Arithmetic {
        final_unit: if final_value.is_some() {
            unit.to_owned()
        } else {
            String::new()
        },
        final_value,
        final_right,
        slip,
        others_right: (others.clone().filter(|a| a.right).count(), others.count()),
        steps_right: judged.signals.route,
        self_caught: final_right && judged.signals.withdrawn > 0,
        signals: judged.signals,
        error: judged.error,
        trace: Some(judged.trace),
    }
}
