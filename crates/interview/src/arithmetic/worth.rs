//! What a step comes to, exactly, and whether the result that was said fits it.

use casebook::Exact;

use crate::{NumberRead, StepRead};

/// A number below this may leave its scale unsaid: `531` for 531 million.
const UNSCALED_MAX: i64 = 10_000;

/// A result further from what the step comes to than this many times is no slip: some number of
/// the step was not read, or not said.
const SLIP_TIMES_MAX: i64 = 3;

/// How the result of a step stands beside its operands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The result follows from the operands; what they exactly come to.
    Stands(Exact),
    /// The result is near or off by a power of ten: a slip.
    Slip(Exact),
    /// The result has nothing to do with the operands as read.
    Apart,
}

/// What `step` comes to over the numbers it points at: `*` and `/` before `+` and `-`. A percentage
/// multiplies as a share; added or taken off another kind of number it is a share of that number.
/// `None` when it divides by nought or points nowhere.
#[must_use]
pub fn worth(step: &StepRead, numbers: &[NumberRead]) -> Option<Exact> {
    let operands = operands(step, numbers)?;
    evaluate(&operands, &step.operators)
}

/// Whether `said` is the result of `step`. People speak sums from left to right, leave scales
/// unsaid and restate what came before, so each of these readings may bear the result out.
#[must_use]
pub fn outcome(step: &StepRead, numbers: &[NumberRead], said: &NumberRead) -> Outcome {
    let Some(operands) = operands(step, numbers) else {
        return Outcome::Apart;
    };
    let Some(first) = evaluate(&operands, &step.operators) else {
        return Outcome::Apart;
    };
    let loose = unscaled(said) || operands.iter().any(|n| unscaled(n));
    for from in 0..operands.len() - 1 {
        let (tail, signs) = (&operands[from..], &step.operators[from..]);
        let levelled = levelled(tail, said);
        let level: Vec<&NumberRead> = levelled.iter().collect();
        let readings = [
            evaluate(tail, signs),
            left_to_right(tail, signs),
            evaluate(&level, signs),
        ];
        let stands = readings
            .into_iter()
            .flatten()
            .find(|exact| fits(exact, said, loose));
        if let Some(exact) = stands {
            return Outcome::Stands(exact);
        }
    }
    if is_slip(&first, &said.value) {
        Outcome::Slip(first)
    } else {
        Outcome::Apart
    }
}

fn operands<'n>(step: &StepRead, numbers: &'n [NumberRead]) -> Option<Vec<&'n NumberRead>> {
    let found: Option<Vec<&NumberRead>> = step.operands.iter().map(|i| numbers.get(*i)).collect();
    found.filter(|operands| operands.len() == step.operators.len() + 1)
}

fn unscaled(number: &NumberRead) -> bool {
    let share = number.unit == "%" || number.unit == "pp";
    number.scale == 0 && !share && number.value.abs() < Exact::whole(UNSCALED_MAX)
}

/// The operands with the largest scale said lent to those that have none: `2.33 million less 3.24`.
fn levelled(operands: &[&NumberRead], said: &NumberRead) -> Vec<NumberRead> {
    let typed = |n: &NumberRead| {
        [6_u32, 3]
            .into_iter()
            .find(|p| n.value.abs() >= Exact::power_of_ten(p.cast_signed()))
    };
    let scale = |n: &NumberRead| {
        if n.scale > 0 {
            n.scale
        } else {
            typed(n).unwrap_or(0)
        }
    };
    let most = operands
        .iter()
        .map(|n| scale(n))
        .chain([scale(said)])
        .max()
        .unwrap_or(0);
    let lift = Exact::power_of_ten(most.cast_signed());
    let lend = |n: &&NumberRead| {
        let mut lent = (*n).clone();
        if unscaled(n) {
            lent.value = Exact(&lent.value.0 * &lift.0);
        }
        lent
    };
    operands.iter().map(lend).collect()
}

fn evaluate(operands: &[&NumberRead], operators: &[char]) -> Option<Exact> {
    let all_percent = operands.iter().all(|n| n.unit == "%" || n.unit == "pp");
    let sums_only = operators.iter().all(|o| matches!(o, '+' | '-'));
    if all_percent && sums_only {
        let signs = std::iter::once('+').chain(operators.iter().copied());
        let parts = operands.iter().map(|n| &n.value).zip(signs);
        return Some(parts.fold(Exact::zero(), |sum, (value, sign)| add(&sum, value, sign)));
    }
    let mut total: Option<Exact> = None;
    let (mut sign, mut at) = ('+', 0);
    while at < operands.len() {
        let (product, next) = product(operands, operators, at)?;
        let relative = next == at + 1 && operands[at].unit == "%";
        total = Some(match total {
            None => product,
            Some(sum) if relative => add(&sum, &Exact(&sum.0 * &product.0), sign),
            Some(sum) => add(&sum, &product, sign),
        });
        sign = operators.get(next - 1).copied().unwrap_or('+');
        at = next;
    }
    total
}

fn left_to_right(operands: &[&NumberRead], operators: &[char]) -> Option<Exact> {
    let mut total = share(operands.first()?);
    for (sign, operand) in operators.iter().zip(&operands[1..]) {
        let value = share(operand);
        total = match sign {
            '*' => Exact(&total.0 * &value.0),
            '/' if value == Exact::zero() => return None,
            '/' => Exact(&total.0 / &value.0),
            _ => add(&total, &value, *sign),
        };
    }
    Some(total)
}

fn add(left: &Exact, right: &Exact, sign: char) -> Exact {
    if sign == '-' {
        Exact(&left.0 - &right.0)
    } else {
        Exact(&left.0 + &right.0)
    }
}

/// The product that starts at operand `at`, and the index of the operand after it.
fn product(operands: &[&NumberRead], operators: &[char], at: usize) -> Option<(Exact, usize)> {
    let mut value = share(operands[at]);
    let mut next = at + 1;
    while next < operands.len() {
        let factor = share(operands[next]);
        match operators[next - 1] {
            '*' => value = Exact(&value.0 * &factor.0),
            '/' if factor == Exact::zero() => return None,
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
        shifted(&number.value, -2)
    } else {
        number.value.clone()
    }
}

fn shifted(value: &Exact, power: i32) -> Exact {
    Exact(&value.0 * &Exact::power_of_ten(power).0)
}

/// Whether a result that was said fits `exact` after rounding: within one in a hundred, or three
/// when said to be rough. A share may be said as a percentage, a loss without its sign, and with
/// `loose` a scale may be unsaid on either side.
fn fits(exact: &Exact, said: &NumberRead, loose: bool) -> bool {
    let slack = Exact::whole(if said.rough { 3 } else { 1 });
    let size = exact.abs();
    let limit = Exact(&size.0 * &slack.0 * &Exact::power_of_ten(-2).0);
    let near = |power: i32| size.within(&shifted(&said.value.abs(), power), &limit);
    near(0)
        || said.unit == "%" && near(-2)
        || loose && said.unit != "%" && [3, 6, 9, -3, -6, -9].into_iter().any(near)
}

/// A result of about the right size, or off by a power of ten.
fn is_slip(exact: &Exact, said: &Exact) -> bool {
    let (exact, said) = (exact.abs(), said.abs());
    let times = Exact::whole(SLIP_TIMES_MAX);
    let close = said.0 <= &exact.0 * &times.0 && exact.0 <= &said.0 * &times.0;
    let limit = Exact(&said.0 * &Exact::power_of_ten(-2).0);
    let zeros = |power: i32| shifted(&exact, power).within(&said, &limit);
    close || [1, 2, 3, -1, -2, -3].into_iter().any(zeros)
}
