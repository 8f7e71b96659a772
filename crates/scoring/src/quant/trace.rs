//! The steps of an answer against the exact solution.

use casebook::{Exact, Quant};
use interview::arithmetic::{Outcome, outcome, worth};
use interview::{NumberRead, StepRead};

use super::said::Utterance;
use crate::{Standing, Trace, TraceStep};

/// A value counts as the reference value within this share of it, in thousandths.
const SAME_PERMILLE: i64 = 10;

/// A doubt this many times smaller is a shortcut (`one ten`), no teen for a ty.
const SHORTCUT_TIMES: i64 = 5;

/// Traces every step said, as read; what a report shows of them is settled later.
pub(super) fn trace(quant: &Quant, utterances: &[Utterance<'_>]) -> Trace {
    let mut wrong_results: Vec<Exact> = Vec::new();
    let mut steps = Vec::new();
    for utterance in utterances {
        for step in utterance.steps {
            if let Some(traced) = one(quant, utterance, step, &mut wrong_results) {
                steps.push(traced);
            }
        }
    }
    Trace {
        quant: quant.id.clone(),
        steps,
        first_wrong: None,
        asked: Vec::new(),
        mistakes: Vec::new(),
    }
}

fn one(
    quant: &Quant,
    utterance: &Utterance<'_>,
    step: &StepRead,
    wrong_results: &mut Vec<Exact>,
) -> Option<TraceStep> {
    let exact = worth(step, utterance.numbers)?;
    let result = step.result.and_then(|index| utterance.numbers.get(index));
    let follows = step
        .operands
        .iter()
        .filter_map(|index| utterance.numbers.get(*index))
        .any(|number| wrong_results.iter().any(|wrong| same(wrong, &number.value)));
    let (standing, exact) = match result {
        None if follows => (Standing::Follows, exact),
        None => (reference(quant, &exact), exact),
        Some(said) => standing(quant, utterance.numbers, step, exact, said),
    };
    let standing = if follows && stands(standing) {
        Standing::Follows
    } else {
        standing
    };
    if standing == Standing::Wrong
        && let Some(said) = result
    {
        wrong_results.push(said.value.clone());
    }
    Some(TraceStep {
        entry: utterance.entry,
        span: step.at,
        said: step.at.of(utterance.text).to_owned(),
        read: written(step, utterance.numbers),
        exact: grouped(&exact),
        standing,
    })
}

fn stands(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Right | Standing::Rounded | Standing::Unknown
    )
}

/// How a step with a result stands, and what it exactly comes to. A result of the reference route
/// is right whatever was read before it: then an operand went unread, not wrong.
fn standing(
    quant: &Quant,
    numbers: &[NumberRead],
    step: &StepRead,
    exact: Exact,
    said: &NumberRead,
) -> (Standing, Exact) {
    let as_said = outcome(step, numbers, said);
    let shortcut = variants(step, numbers, |n, doubt| {
        // `one ten` for 1.10 is a way of saying it, not a slip of hearing.
        doubt.abs() < Exact(&n.value.abs().0 / &Exact::whole(SHORTCUT_TIMES).0)
    });
    let resolved = std::iter::once(as_said.clone())
        .chain(shortcut)
        .find_map(stood);
    if let Some(exact) = resolved {
        let plain = reference(quant, &exact);
        let rounded = plain == Standing::Right && said.value != exact && said.scale > 0;
        return (if rounded { Standing::Rounded } else { plain }, exact);
    }
    if let Some(exact) = variants(step, numbers, |_, _| true)
        .into_iter()
        .find_map(stood)
    {
        return (Standing::MisHeard, exact);
    }
    let right = reference(quant, &said.value);
    match as_said {
        _ if right == Standing::Right => (right, said.value.clone()),
        Outcome::Slip(exact) => (Standing::Wrong, exact),
        _ => (Standing::Unknown, exact),
    }
}

fn stood(outcome: Outcome) -> Option<Exact> {
    match outcome {
        Outcome::Stands(exact) => Some(exact),
        _ => None,
    }
}

/// The outcomes with doubts resolved the other way: each alone, then all together.
fn variants(
    step: &StepRead,
    numbers: &[NumberRead],
    take: impl Fn(&NumberRead, &Exact) -> bool,
) -> Vec<Outcome> {
    let doubted: Vec<(usize, Exact)> = step
        .operands
        .iter()
        .copied()
        .chain(step.result)
        .filter_map(|index| {
            let number = numbers.get(index)?;
            let doubt = number.doubt.clone().filter(|doubt| take(number, doubt))?;
            Some((index, doubt))
        })
        .collect();
    let heard = |doubts: &[(usize, Exact)]| {
        let mut heard = numbers.to_vec();
        doubts
            .iter()
            .for_each(|(index, doubt)| heard[*index].value = doubt.clone());
        let said = step.result.and_then(|index| heard.get(index).cloned())?;
        Some(outcome(step, &heard, &said))
    };
    let alone = doubted.chunks(1).filter_map(heard);
    alone.chain(heard(&doubted)).collect()
}

/// Right when the value is one of the reference route, else not a step of the case.
pub(super) fn reference(quant: &Quant, exact: &Exact) -> Standing {
    let known = quant
        .steps
        .iter()
        .map(|s| &s.value)
        .chain(quant.asked.iter().map(|a| &a.value));
    let scaled = |value: &Exact| {
        [0, 3, 6, 9]
            .into_iter()
            .any(|power| same(value, &super::fits::times_ten(exact, power)))
    };
    if known.into_iter().any(scaled) {
        Standing::Right
    } else {
        Standing::Unknown
    }
}

fn same(reference: &Exact, value: &Exact) -> bool {
    let limit =
        Exact(&reference.abs().0 * &Exact::whole(SAME_PERMILLE).0 * &Exact::power_of_ten(-3).0);
    reference.within(value, &limit)
}

/// `2,400,000 x 2,500 = 6,000,000,000`.
pub(super) fn written(step: &StepRead, numbers: &[NumberRead]) -> String {
    let value = |index: &usize| {
        numbers.get(*index).map_or(String::new(), |n| {
            let percent = if n.unit == "%" { "%" } else { "" };
            format!("{}{percent}", grouped(&n.value))
        })
    };
    let mut text = step.operands.first().map(value).unwrap_or_default();
    for (operator, operand) in step.operators.iter().zip(step.operands.iter().skip(1)) {
        let sign = if *operator == '*' { 'x' } else { *operator };
        text.push_str(&format!(" {sign} {}", value(operand)));
    }
    if let Some(result) = &step.result {
        text.push_str(&format!(" = {}", value(result)));
    }
    text
}

/// Decimal text with commas between thousands and at most four decimals.
pub(super) fn grouped(value: &Exact) -> String {
    let text = value.decimal(4);
    let (sign, text) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !part.is_empty() {
        grouped.push('.');
        grouped.push_str(part);
    }
    grouped
}
