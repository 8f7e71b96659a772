//! What a step comes to, exactly, and whether the result that was said fits it.

use casebook::Exact;

use crate::{NumberRead, StepRead};

/// What `step` comes to over the numbers it points at: `*` and `/` before `+` and `-`. A percentage
/// multiplies as a share; added or taken off another kind of number it is a share of that number.
/// `None` when it divides by nought or points nowhere.
#[must_use]
pub fn worth(step: &StepRead, numbers: &[NumberRead]) -> Option<Exact> {
    let operands: Option<Vec<&NumberRead>> =
        step.operands.iter().map(|i| numbers.get(*i)).collect();
    let operands = operands?;
    if operands.len() != step.operators.len() + 1 {
        return None;
    }
    let all_percent = operands.iter().all(|n| n.unit == "%" || n.unit == "pp");
    let sums_only = step.operators.iter().all(|o| matches!(o, '+' | '-'));
    if all_percent && sums_only {
        return sum(operands.iter().map(|n| n.value.clone()).zip(signs(step)));
    }
    let mut total: Option<Exact> = None;
    let mut sign = '+';
    let mut at = 0;
    while at < operands.len() {
        let (product, next) = product(step, &operands, at)?;
        let lone = next == at + 1;
        total = Some(match total {
            None => product,
            Some(sum) if lone && operands[at].unit == "%" => relative(&sum, &product, sign),
            Some(sum) => add(&sum, &product, sign),
        });
        sign = step.operators.get(next - 1).copied().unwrap_or('+');
        at = next;
    }
    total
}

fn signs(step: &StepRead) -> impl Iterator<Item = char> + '_ {
    std::iter::once('+').chain(step.operators.iter().copied())
}

fn sum(parts: impl Iterator<Item = (Exact, char)>) -> Option<Exact> {
    Some(parts.fold(Exact::zero(), |total, (value, sign)| {
        add(&total, &value, sign)
    }))
}

fn add(left: &Exact, right: &Exact, sign: char) -> Exact {
    if sign == '-' {
        Exact(&left.0 - &right.0)
    } else {
        Exact(&left.0 + &right.0)
    }
}

/// `531 less 10%`: the share of what stands before.
fn relative(left: &Exact, share: &Exact, sign: char) -> Exact {
    add(left, &Exact(&left.0 * &share.0), sign)
}

/// The product that starts at operand `at`, and the index of the operand after it.
fn product(step: &StepRead, operands: &[&NumberRead], at: usize) -> Option<(Exact, usize)> {
    let mut value = share(operands[at]);
    let mut next = at + 1;
    while next < operands.len() {
        let factor = share(operands[next]);
        match step.operators[next - 1] {
            '*' => value = Exact(&value.0 * &factor.0),
            '/' if factor.0 == Exact::zero().0 => return None,
            '/' => value = Exact(&value.0 / &factor.0),
            _ => break,
        }
        next += 1;
    }
    Some((value, next))
}

fn share(number: &NumberRead) -> Exact {
    let percent = number.unit == "%" || number.unit == "pp";
    if percent {
        Exact(&number.value.0 * &Exact::power_of_ten(-2).0)
    } else {
        number.value.clone()
    }
}

/// Whether a result that was said fits `exact` after rounding: within one in a hundred, or three
/// when said to be rough; the scale may go unsaid, and a share may be said as a percentage.
#[must_use]
pub fn result_stands(exact: &Exact, said: &NumberRead) -> bool {
    let slack = Exact::whole(if said.rough { 3 } else { 1 });
    let near = |value: &Exact| {
        let limit = Exact(&exact.abs().0 * &slack.0 * &Exact::power_of_ten(-2).0);
        exact.within(value, &limit)
    };
    let shifted = |power: i32| Exact(&said.value.0 * &Exact::power_of_ten(power).0);
    near(&said.value)
        || said.unit == "%" && near(&shifted(-2))
        || said.scale == 0 && said.unit != "%" && [3, 6, 9].into_iter().any(|p| near(&shifted(p)))
        || said.scale > 0
            && [-3, -6, -9]
                .into_iter()
                .any(|p| near(&shifted(p)) && said.scale.cast_signed() == -p)
}
