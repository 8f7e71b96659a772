//! Judges a calculation: which numbers the candidate ends on, whether they are right, which mistake
//! explains a wrong one, and how each step stands. Exact throughout; wording is never judged here.

mod fits;
mod formula;
mod mistakes;
mod pick;
mod route;
mod said;
mod search;
mod shown;
mod signals;
mod slips;
mod trace;

#[cfg(test)]
mod tests;

use casebook::{Exact, Quant};
use interview::{Span, numbers::read_numbers};

use crate::{ErrorName, Mistake, Trace, TraceAsked};
use pick::{Known, Picked, pick};
use said::Said;

pub use said::Utterance;
pub use search::Explainer;
pub use signals::Signals;

/// Mistakes named for one wrong answer, likeliest first.
pub const MISTAKES_MAX: usize = 2;

/// An asked number as answered.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedVerdict {
    /// Index into the quant's `asked`.
    pub asked: usize,
    /// The number that the candidate ends on, in base units.
    pub said: Option<Exact>,
    /// Within tolerance.
    pub right: bool,
    /// Where it was said: journal entry and place.
    pub place: Option<(u32, Span)>,
}

/// The verdict on one calculation.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// One for each number asked.
    pub asked: Vec<AskedVerdict>,
    /// Index into `asked` of the number the verdict rests on.
    pub headline: usize,
    /// What explains the answer.
    pub error: ErrorName,
    /// Steps, first wrong step and likely mistakes, for the report.
    pub trace: Trace,
    /// What levels are made of besides right and wrong.
    pub signals: Signals,
}

impl Judged {
    /// The number that the verdict rests on.
    #[must_use]
    pub fn headline(&self) -> Option<&AskedVerdict> {
        self.asked.get(self.headline)
    }
}

/// Judges what was said in answer to `quant`, in the order said.
#[must_use]
pub fn judge(quant: &Quant, utterances: &[Utterance<'_>]) -> Judged {
    let said = said::all(utterances);
    let known = Known {
        quant,
        told: told(quant),
        scales: scales(quant, &said),
    };
    let picked: Vec<Option<Picked>> = (0..quant.asked.len())
        .map(|index| pick(&known, index, &said))
        .collect();
    let asked: Vec<AskedVerdict> = picked
        .iter()
        .enumerate()
        .map(|(index, picked)| verdict(index, picked.as_ref(), &said, utterances))
        .collect();
    let (error, mistakes) = explain(quant, &picked, &said);
    let full = trace::trace(quant, utterances);
    let signals = signals::read(quant, utterances, &said, &picked, &full);
    let headline = asked.get(quant.headline);
    let wrong = headline.filter(|a| !a.right).and_then(|a| a.place);
    let mut trace = shown::shown(quant, &full, utterances, wrong);
    trace.asked = asked
        .iter()
        .map(|a| TraceAsked {
            asked: a.asked,
            said: a.said.clone(),
            right: a.right,
        })
        .collect();
    trace.mistakes = mistakes;
    Judged {
        asked,
        headline: quant.headline,
        error,
        trace,
        signals,
    }
}

/// Numbers that the interviewer names without giving them to compute with, and those of the
/// author's consequences: saying one is no answer.
fn told(quant: &Quant) -> Vec<Exact> {
    let texts = std::iter::once(&quant.question).chain(quant.consequences.iter().map(|c| &c.text));
    texts
        .flat_map(|text| read_numbers(text))
        .map(|number| number.value)
        .collect()
}

/// Thousands, millions, billions: those said, and those of the numbers given.
fn scales(quant: &Quant, said: &[Said<'_>]) -> Vec<i32> {
    [3_u32, 6, 9]
        .into_iter()
        .filter(|power| {
            let from = Exact::power_of_ten(power.cast_signed());
            let to = Exact::power_of_ten(power.cast_signed() + 3);
            said.iter().any(|s| s.number.scale == *power)
                || quant
                    .given
                    .iter()
                    .any(|g| (from.clone()..to.clone()).contains(&g.value.abs()))
        })
        .map(u32::cast_signed)
        .collect()
}

fn verdict(
    index: usize,
    picked: Option<&Picked>,
    said: &[Said<'_>],
    utterances: &[Utterance<'_>],
) -> AskedVerdict {
    AskedVerdict {
        asked: index,
        said: picked.map(|p| p.value.clone()),
        right: picked.is_some_and(|p| p.right),
        place: picked.map(|p| {
            let number = &said[p.said];
            (utterances[number.utterance].entry, number.number.at)
        }),
    }
}

/// Names what went wrong: the headline first, then any other number asked.
fn explain(
    quant: &Quant,
    picked: &[Option<Picked>],
    said: &[Said<'_>],
) -> (ErrorName, Vec<Mistake>) {
    let Some(Some(headline)) = picked.get(quant.headline) else {
        return (ErrorName::NoAnswer, Vec::new());
    };
    let others = picked
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != quant.headline);
    let wrong = if headline.right {
        // A second number is known to be wrong only when a listed mistake explains it: an answer
        // may leave it out, and then some other number stands nearest.
        others
            .filter_map(|(index, picked)| picked.as_ref().map(|p| (index, p)))
            .filter(|(_, picked)| !picked.right)
            .find(|(index, picked)| {
                picked.firm || mistakes::trap(quant, *index, &said[picked.said]).is_some()
            })
    } else {
        Some((quant.headline, headline))
    };
    let Some((index, wrong)) = wrong else {
        return (ErrorName::None, Vec::new());
    };
    if let Some(trap) = mistakes::trap(quant, index, &said[wrong.said]) {
        let mistake = mistakes::listed_mistake(trap);
        return (ErrorName::Trap(trap.id.clone()), vec![mistake]);
    }
    (
        ErrorName::Unlisted,
        search::search(quant, index, &wrong.value),
    )
}
