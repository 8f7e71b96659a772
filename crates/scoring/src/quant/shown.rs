//! The steps of a trace as a report shows them: with the operands that bear the result out, or
//! without any. A step is never shown as right beside a result that its operands do not give.

use casebook::{Exact, Quant};
use interview::arithmetic::worth;
use interview::{NumberRead, Span, StepRead};

use super::fits::{Measure, measure, times_ten};
use super::said::Utterance;
use super::trace::{grouped, reference, written};
use crate::{Standing, Trace, TraceStep};

/// Addends further apart than this many times, with no result said, were not added.
const APART_TIMES: i64 = 1000;

/// A number below this may leave its scale unsaid: `531` for 531 million.
const UNSCALED_MAX: i64 = 10_000;

/// A report's trace; `wrong` is the place of the number asked for when it is wrong.
pub(super) fn shown(
    quant: &Quant,
    full: &Trace,
    utterances: &[Utterance<'_>],
    wrong: Option<(u32, Span)>,
) -> Trace {
    let mut steps: Vec<TraceStep> = Vec::new();
    let mut yields = None;
    for step in &full.steps {
        let source = utterances.iter().filter(|u| u.entry == step.entry);
        let found = source
            .flat_map(|u| u.steps.iter().map(move |s| (u, s)))
            .find(|(_, heard)| heard.at == step.span);
        let Some((utterance, heard)) = found else {
            continue;
        };
        let closed = closed(heard, utterance.numbers);
        let heard = closed.as_ref().unwrap_or(heard);
        let result = heard.result.and_then(|index| utterance.numbers.get(index));
        let step = match &closed {
            Some(closed) => worth(closed, utterance.numbers).map(|exact| TraceStep {
                standing: reference(quant, &exact),
                exact: grouped(&exact),
                ..step.clone()
            }),
            None => Some(step.clone()),
        };
        let settled = step.and_then(|step| settle(&step, heard, utterance, result));
        let Some(settled) = settled else {
            continue;
        };
        let alone = settled.read == settled.exact;
        if alone && steps.iter().any(|s| s.exact == settled.exact) {
            continue;
        }
        let open = matches!(settled.standing, Standing::Unknown | Standing::Follows);
        if open && result.is_some_and(|said| wrong == Some((utterance.entry, said.at))) {
            yields = Some(steps.len());
        }
        steps.push(settled);
    }
    let first_wrong = steps.iter().position(|s| s.standing == Standing::Wrong);
    Trace {
        first_wrong: first_wrong.or(yields),
        steps,
        ..full.clone()
    }
}

/// A step without a result whose last number is what the others give: `2 million times 78 percent
/// gives a profit of 1.56 million`.
fn closed(heard: &StepRead, numbers: &[NumberRead]) -> Option<StepRead> {
    let (last, operands) = heard.operands.split_last()?;
    let (_, operators) = heard.operators.split_last()?;
    if heard.result.is_some() || operators.is_empty() {
        return None;
    }
    let step = StepRead {
        at: heard.at,
        operands: operands.to_vec(),
        operators: operators.to_vec(),
        result: Some(*last),
    };
    let exact = worth(&step, numbers)?;
    matching(&exact, numbers.get(*last)?).map(|_| step)
}

/// The step as shown; `None` when it is none.
fn settle(
    step: &TraceStep,
    heard: &StepRead,
    utterance: &Utterance<'_>,
    result: Option<&NumberRead>,
) -> Option<TraceStep> {
    let numbers = utterance.numbers;
    let unrelated = step.standing == Standing::Unknown && absurd(heard, numbers);
    let Some(said) = result else {
        return (!unrelated).then(|| step.clone());
    };
    if matches!(step.standing, Standing::Wrong | Standing::MisHeard) {
        return Some(step.clone());
    }
    if let Some((read, from)) = bearing(heard, numbers, said) {
        let start = match from {
            0 => heard.at.start,
            _ => numbers.get(*heard.operands.get(from)?)?.at.start,
        };
        let span = Span { start, ..heard.at };
        return Some(TraceStep {
            span,
            said: span.of(utterance.text).to_owned(),
            read,
            ..step.clone()
        });
    }
    match step.standing {
        Standing::Right | Standing::Rounded => Some(TraceStep {
            span: said.at,
            said: said.at.of(utterance.text).to_owned(),
            read: grouped(&said.value),
            exact: grouped(&said.value),
            ..step.clone()
        }),
        _ if absurd(heard, numbers) => None,
        _ => Some(TraceStep {
            standing: Standing::Unknown,
            ..step.clone()
        }),
    }
}

/// The step, its first operands left off where they belong to the sentence before, that gives the
/// result said; and how many were left off.
fn bearing(heard: &StepRead, numbers: &[NumberRead], said: &NumberRead) -> Option<(String, usize)> {
    let count = heard.operands.len().min(heard.operators.len() + 1);
    for from in 0..count.saturating_sub(1) {
        let tail = StepRead {
            operands: heard.operands[from..].to_vec(),
            operators: heard.operators[from..].to_vec(),
            ..heard.clone()
        };
        let doubts = doubted(&tail, numbers);
        for heard in std::iter::once(numbers.to_vec()).chain(doubts) {
            for power in [0, 3, 6, 9] {
                let lent = lent(&tail, &heard, power);
                if let Some(read) = borne(&tail, &lent, said) {
                    return Some((read, from));
                }
            }
        }
    }
    None
}

/// The step in writing when it gives the result, plainly or from left to right.
fn borne(step: &StepRead, numbers: &[NumberRead], said: &NumberRead) -> Option<String> {
    let plain = worth(step, numbers).and_then(|exact| matching(&exact, said));
    let (result, grouping) = match plain {
        Some(result) => (result, false),
        None => (matching(&left_to_right(step, numbers)?, said)?, true),
    };
    let mut numbers = numbers.to_vec();
    numbers.get_mut(step.result?)?.value = result;
    let read = written(step, &numbers);
    if !grouping {
        return Some(read);
    }
    let last = step.operators.last()?;
    let sign = format!(" {} ", if *last == '*' { 'x' } else { *last });
    let (left, rest) = read.rsplit_once(&sign)?;
    Some(format!("({left}){sign}{rest}"))
}

/// The result with the scale that its operands give it, when it equals `exact` after rounding.
fn matching(exact: &Exact, said: &NumberRead) -> Option<Exact> {
    let slack = Exact::whole(if said.rough { 3 } else { 1 });
    let limit = Exact(&exact.abs().0 * &slack.0 * &Exact::power_of_ten(-2).0);
    let near = |power: i32| {
        exact
            .abs()
            .within(&times_ten(&said.value.abs(), power), &limit)
    };
    let share = said.unit == "%" || said.unit == "pp";
    if near(0) || share && near(-2) {
        return Some(said.value.clone());
    }
    let unsaid = said.scale == 0 && !share && said.value.abs() < Exact::whole(UNSCALED_MAX);
    let power = [3, 6, 9].into_iter().find(|power| unsaid && near(*power))?;
    Some(times_ten(&said.value, power))
}

/// Each operator in turn, as sums are spoken; only where that differs from the written order.
fn left_to_right(step: &StepRead, numbers: &[NumberRead]) -> Option<Exact> {
    let mut left = numbers.get(*step.operands.first()?)?.clone();
    for (operator, index) in step.operators.iter().zip(&step.operands[1..]) {
        let pair = StepRead {
            at: step.at,
            operands: vec![0, 1],
            operators: vec![*operator],
            result: None,
        };
        let both = [left.clone(), numbers.get(*index)?.clone()];
        left.value = worth(&pair, &both)?;
        left.unit = String::new();
    }
    Some(left.value)
}

/// The numbers with a scale lent to the addends that left theirs unsaid: `2.33 million less 3.24`.
fn lent(step: &StepRead, numbers: &[NumberRead], power: i32) -> Vec<NumberRead> {
    let mut lent = numbers.to_vec();
    if step.operators.iter().any(|o| matches!(o, '*' | '/')) {
        return lent;
    }
    for index in &step.operands {
        if let Some(number) = lent.get_mut(*index)
            && number.scale == 0
            && measure(&number.unit) != Measure::Share
            && number.value.abs() < Exact::whole(UNSCALED_MAX)
        {
            number.value = times_ten(&number.value, power);
        }
    }
    lent
}

/// The numbers with each doubt of the step resolved the other way.
fn doubted(step: &StepRead, numbers: &[NumberRead]) -> Vec<Vec<NumberRead>> {
    let resolved = |index: &usize| {
        let mut heard = numbers.to_vec();
        let number = heard.get_mut(*index)?;
        number.value = number.doubt.clone()?;
        Some(heard)
    };
    step.operands.iter().filter_map(resolved).collect()
}

/// Whether a sum adds or takes off what nobody would: other kinds of things, or sizes far apart.
fn absurd(step: &StepRead, numbers: &[NumberRead]) -> bool {
    let pairs = step.operands.windows(2).zip(&step.operators);
    pairs
        .filter(|(_, o)| matches!(o, '+' | '-'))
        .any(|(pair, _)| {
            let (Some(left), Some(right)) = (numbers.get(pair[0]), numbers.get(pair[1])) else {
                return true;
            };
            let (a, b) = (measure(&left.unit), measure(&right.unit));
            let named = |m: Measure| !matches!(m, Measure::Unsaid | Measure::Share);
            let (a_size, b_size) = (left.value.abs(), right.value.abs());
            let apart = |small: &Exact, large: &Exact| {
                &small.0 * &Exact::whole(APART_TIMES).0 <= large.0.clone()
            };
            let shares = a == Measure::Share || b == Measure::Share;
            named(a) && named(b) && a != b
                || !shares && (apart(&a_size, &b_size) || apart(&b_size, &a_size))
        })
}
