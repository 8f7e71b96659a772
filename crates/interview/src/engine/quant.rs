//! A calculation: listens to steps, asks for what is missing, challenges a wrong number once and
//! never gives the answer away while it can still be found.

use casebook::{Asked, Exact, Quant};

use super::exhibit::SO_WHAT;
use super::floor::{Floor, Heard};
use super::words::says;
use crate::phrasebook::Phrase;
use crate::{Act, Mode, NumberRead};

/// Steps taken in silence before the result is asked for.
const LISTEN_MAX: u32 = 3;

/// Times the result is asked for before the part is left.
const ANSWER_PROBES_MAX: usize = 2;

/// An answer shorter than this may be a bare number.
const BARE_WORDS_MAX: usize = 5;

/// Ways to announce a result.
const CONCLUDE: &[&str] = &[
    "so the",
    "in total",
    "total is",
    "the answer",
    "the result",
    "my answer",
    "which gives",
    "that gives",
    "this gives",
    "so it's",
    "so it is",
    "so that's",
    "so that is",
    "so about",
    "so around",
    "so roughly",
    "so we get",
    "i get",
    "we end up",
    "comes to",
    "comes out",
    "amounts to",
    "overall",
    "final",
    "therefore",
    "equals",
    "would be",
    "is about",
    "is around",
    "payback is",
    "gets us to",
];

/// What became of the number asked for.
enum Finding<'h> {
    /// It was said within tolerance.
    Right,
    /// Another number was given as the result.
    Wrong(&'h NumberRead),
    /// Nothing was given as the result yet.
    Underway,
}

impl<'a> Floor<'a> {
    /// An utterance in a calculation.
    pub(crate) fn quant(&mut self, heard: Heard<'_>) {
        let Some(quant) = self.computed() else {
            self.leave();
            return;
        };
        match self.finding(quant, heard) {
            Finding::Right => self.after_right(quant, heard),
            _ if self.stop_at_number(quant, heard) => {}
            Finding::Wrong(number) => self.after_wrong(number, heard),
            Finding::Underway => self.underway(heard),
        }
    }

    fn finding<'h>(&self, quant: &Quant, heard: Heard<'h>) -> Finding<'h> {
        if self.has_headline(quant) {
            return Finding::Right;
        }
        let said = || {
            heard
                .reading
                .numbers
                .iter()
                .filter(|number| !number.withdrawn)
        };
        let spoiled = quant
            .traps
            .iter()
            .filter(|trap| trap.spoils == quant.headline);
        let trapped = said().rev().find(|number| {
            spoiled.clone().any(|trap| near(&number.value, &trap.value))
                && !is_underway(quant, &number.value)
        });
        let concluded = || {
            let last = said().rfind(|number| is_of_kind(quant, number))?;
            let bare = heard.words() <= BARE_WORDS_MAX;
            let final_words = bare || says(heard.text, CONCLUDE);
            let open = !is_underway(quant, &last.value) && is_of_size(quant, &last.value);
            (final_words && open).then_some(last)
        };
        trapped
            .or_else(concluded)
            .map_or(Finding::Underway, Finding::Wrong)
    }

    /// Whether the number that the verdict rests on was said in this part.
    pub(crate) fn has_headline(&self, quant: &Quant) -> bool {
        quant
            .asked
            .get(quant.headline)
            .is_none_or(|asked| self.has_number(asked))
    }

    pub(crate) fn has_number(&self, asked: &Asked) -> bool {
        // "A loss of 0.9 million" is said without a sign.
        let (value, size) = (&asked.value, asked.value.abs());
        let said = &self.state.part.covered.numbers;
        said.iter().any(|number| {
            number.may_be(value, &asked.tolerance) || number.may_be(&size, &asked.tolerance)
        })
    }

    fn after_right(&mut self, quant: &'a Quant, heard: Heard<'_>) {
        let open = quant.asked.iter().find(|asked| !self.has_number(asked));
        let bare = heard.words() <= BARE_WORDS_MAX
            && heard
                .reading
                .numbers
                .iter()
                .any(|number| number.unit.is_empty());
        let part = &self.state.part;
        if open.is_some() && !part.probed("other-part") {
            self.probe("other-part", Phrase::ProbeOtherPart, &[]);
        } else if bare && self.wants_unit(quant) && !part.probed("units") {
            let number = heard
                .reading
                .numbers
                .last()
                .map_or("", |n| n.at.of(heard.text));
            self.probe("units", Phrase::ProbeUnits, &[("number", number)]);
        } else if !self.has_meaning(quant, heard) && !part.probed("meaning") {
            self.probe("meaning", Phrase::ProbeMeaning, &[]);
        } else if !self.push_back(heard) {
            self.leave();
        }
    }

    fn after_wrong(&mut self, number: &NumberRead, heard: Heard<'_>) {
        let part = &self.state.part;
        let words = number.at.of(heard.text);
        if !part.probed("check") {
            let phrase = match self.plan.mode {
                Mode::Learn => Phrase::ProbeSteps,
                Mode::Exam | Mode::Stress => Phrase::ProbeSure,
            };
            self.probe("check", phrase, &[("number", words)]);
        } else if !part.probed("meaning") && !says(heard.text, SO_WHAT) {
            self.probe("meaning", Phrase::ProbeMeaning, &[]);
        } else {
            self.leave();
        }
    }

    fn underway(&mut self, heard: Heard<'_>) {
        let part = &self.state.part;
        let asked = part
            .probes
            .iter()
            .filter(|p| p.as_str() == "answer")
            .count();
        let works = !heard.reading.numbers.is_empty() || !heard.reading.steps.is_empty();
        let plans = part.turns <= 1 && heard.words() > BARE_WORDS_MAX;
        let goes_on = heard.reading.numbers.len() > 1 && part.listened < LISTEN_MAX;
        if part.probed("meaning") || (asked >= ANSWER_PROBES_MAX && !goes_on) {
            self.leave();
        } else if self.has_nothing_more(heard) {
            self.offer();
        } else if part.probed("check") && !works {
            self.probe("meaning", Phrase::ProbeMeaning, &[]);
        } else if (works || plans) && part.listened < LISTEN_MAX {
            self.phrase(Act::Acknowledge, Phrase::Acknowledge, &[]);
        } else {
            self.probe("answer", Phrase::ProbeAnswer, &[]);
        }
    }

    fn has_meaning(&self, quant: &Quant, heard: Heard<'_>) -> bool {
        let covered = &self.state.part.covered;
        quant
            .consequences
            .iter()
            .any(|c| covered.items.contains(&c.id))
            || says(heard.text, SO_WHAT)
    }

    fn wants_unit(&self, quant: &Quant) -> bool {
        quant
            .asked
            .get(quant.headline)
            .is_some_and(|asked| !asked.unit.is_empty())
    }

    /// The calculation of the current segment.
    pub(crate) fn computed(&self) -> Option<&'a Quant> {
        let id = &self.segment()?.id;
        self.case.quants.iter().find(|quant| quant.id == *id)
    }

    /// Gives the number to go on with, when it was not found and a later calculation starts
    /// from it.
    pub(crate) fn give_result_if_needed(&mut self) {
        let Some(quant) = self.computed().filter(|quant| !self.has_headline(quant)) else {
            return;
        };
        let Some(asked) = quant.asked.get(quant.headline) else {
            return;
        };
        if self.is_needed_later(quant, asked) {
            let result = spoken(&asked.value, &asked.unit);
            let act = Act::GiveResult {
                quant: quant.id.clone(),
            };
            self.phrase(act, Phrase::GiveResult, &[("result", &result)]);
        }
    }

    fn is_needed_later(&self, quant: &Quant, asked: &Asked) -> bool {
        let later = self
            .case
            .segments
            .iter()
            .zip(&self.state.visited)
            .filter(|(_, seen)| !**seen);
        let told = |q: &Quant| q.given.iter().any(|g| g.value == asked.value);
        !told(quant)
            && later
                .filter_map(|(segment, _)| self.case.quants.iter().find(|q| q.id == segment.id))
                .any(told)
    }
}

/// Whether a number is one of the givens, an intermediate step or another number asked for.
pub(super) fn is_underway(quant: &Quant, value: &Exact) -> bool {
    let headline = quant
        .asked
        .get(quant.headline)
        .map(|asked| asked.step.as_str());
    quant.given.iter().any(|given| near(&given.value, value))
        || quant
            .steps
            .iter()
            .any(|step| Some(step.name.as_str()) != headline && near(&step.value, value))
        || quant.asked.iter().any(|asked| near(&asked.value, value))
}

/// A share is no answer to a question for an amount, nor the other way round.
fn is_of_kind(quant: &Quant, number: &NumberRead) -> bool {
    let share = |unit: &str| unit.starts_with('%') || unit == "pp";
    let asked = quant.asked.get(quant.headline);
    asked.is_some_and(|asked| number.unit.is_empty() || share(&asked.unit) == share(&number.unit))
}

/// Whether a number is of a size that the answer could have, slips of two noughts included: any
/// other is a step on the way.
fn is_of_size(quant: &Quant, value: &Exact) -> bool {
    const SLIP_MAX: i64 = 120;
    let Some(asked) = quant.asked.get(quant.headline) else {
        return false;
    };
    let (said, answer) = (value.abs(), asked.value.abs());
    let times = |one: &Exact| Exact(&one.0 * Exact::whole(SLIP_MAX).0);
    said <= times(&answer) && answer <= times(&said)
}

/// Within one percent.
pub(super) fn near(one: &Exact, other: &Exact) -> bool {
    let hundredth = Exact(one.abs().0 / Exact::whole(100).0);
    one.within(other, &hundredth)
}

/// A value as it is said: `531 million EUR per year`.
fn spoken(value: &Exact, unit: &str) -> String {
    let size = value.abs();
    let (scale, word) = [(9, " billion"), (6, " million")]
        .into_iter()
        .find(|(power, _)| size >= Exact::power_of_ten(*power))
        .unwrap_or((0, ""));
    let scaled = Exact(&value.0 / Exact::power_of_ten(scale).0);
    let places = if scaled.abs() >= Exact::whole(100) {
        0
    } else {
        1
    };
    let space = if unit == "%" || unit.is_empty() {
        ""
    } else {
        " "
    };
    format!("{}{word}{space}{unit}", scaled.decimal(places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_said_in_millions_with_its_unit() {
        assert_eq!(
            spoken(&Exact::whole(531_000_000), "EUR per year"),
            "531 million EUR per year"
        );
        assert_eq!(spoken(&Exact::whole(12), "%"), "12%");
    }
}
