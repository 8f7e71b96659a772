//! A number on the way to the answer that is off: stopped at once, before later steps carry it on,
//! and without a word on what it should be.

use casebook::{Exact, Quant};

use super::floor::{Floor, Heard};
use super::quant::{is_underway, near};
use crate::arithmetic::{Outcome, outcome};
use crate::phrasebook::Phrase;
use crate::{Act, Mode, NumberRead};

/// Slips of a nought or two. Three noughts are as often a unit left unsaid.
const SLIP_POWERS: [i32; 4] = [-2, -1, 1, 2];

/// Smaller numbers are off by a power of ten for many innocent reasons: a share, a count.
const SLIP_VALUE_MIN: i64 = 10_000;

impl Floor<'_> {
    /// Stops at a number that is off; false when none is, or when once was enough.
    pub(crate) fn stop_at_number(&mut self, quant: &Quant, heard: Heard<'_>) -> bool {
        if self.state.part.was_stopped("number") || self.state.part.probed("check") {
            return false;
        }
        let Some(number) = off(quant, heard) else {
            return false;
        };
        let phrase = match self.plan.mode {
            Mode::Learn => Phrase::StopAtNumber,
            Mode::Exam | Mode::Stress => Phrase::ProbeSure,
        };
        let cause = "number".to_owned();
        let words = number.at.of(heard.text).trim();
        self.phrase(Act::Interrupt { cause }, phrase, &[("number", words)]);
        true
    }
}

/// The first number of an utterance that is off.
fn off<'h>(quant: &Quant, heard: Heard<'h>) -> Option<&'h NumberRead> {
    let numbers = &heard.reading.numbers;
    let stands = |number: &NumberRead| {
        number.withdrawn || number.doubt.is_some() || is_known(quant, &number.value)
    };
    let steps = heard.reading.steps.iter();
    let results = steps.filter_map(|step| Some((step, numbers.get(step.result?)?)));
    let slip = results
        .clone()
        .find(|(step, said)| {
            !stands(said) && matches!(outcome(step, numbers, said), Outcome::Slip(_))
        })
        .map(|(_, said)| said);
    let ends = results.map(|(_, said)| said).chain(numbers.last());
    slip.or_else(|| {
        ends.into_iter()
            .find(|said| !stands(said) && (is_factor_off(quant, said) || is_trap(quant, said)))
    })
}

/// A given, a step on the way or an answer.
fn is_known(quant: &Quant, value: &Exact) -> bool {
    is_underway(quant, value) || quant.steps.iter().any(|step| near(&step.value, value))
}

/// Off from a step of the solution by a nought or two.
fn is_factor_off(quant: &Quant, said: &NumberRead) -> bool {
    let large = said.value.abs() >= Exact::whole(SLIP_VALUE_MIN);
    let times = |value: &Exact, power| Exact(&value.0 * Exact::power_of_ten(power).0);
    large
        && quant.steps.iter().any(|step| {
            let mut powers = SLIP_POWERS.into_iter();
            powers.any(|power| near(&times(&step.value, power), &said.value))
        })
}

/// The known wrong result of another number that was asked for.
fn is_trap(quant: &Quant, said: &NumberRead) -> bool {
    let other = quant.traps.iter().filter(|t| t.spoils != quant.headline);
    other.into_iter().any(|trap| near(&trap.value, &said.value))
}
