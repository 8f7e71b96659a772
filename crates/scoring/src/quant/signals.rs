//! What levels are made of besides right and wrong: steps shown, units, a check, numbers beyond
//! those asked.

use casebook::{Exact, Quant};

use super::Utterance;
use super::pick::Picked;
use super::said::Said;
use crate::{Standing, Trace};

/// Words of a check. They count only together with a number or a step.
const CHECKS: &[&str] = &[
    "sanity",
    "sense check",
    "cross-check",
    "cross check",
    "double-check",
    "double check",
    "makes sense",
    "plausible",
    "plausibility",
    "order of magnitude",
    "to check",
    "check:",
    "checking",
    "quick check",
    "reverse",
    "back of the envelope",
];

/// Words of a sensitivity or a break-even.
const SENSITIVITIES: &[&str] = &[
    "break-even",
    "break even",
    "breakeven",
    "sensitiv",
    "would need",
    "would have to",
    "even if",
    "even at",
    "only if",
    "as long as",
    "drops to",
    "rises to",
    "falls to",
    "instead of",
    "every",
    "at least",
    "threshold",
];

/// What an answer shows of the work behind its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signals {
    /// Steps said with operator and operands.
    pub steps: usize,
    /// Steps that stand: right, rounded, or right on a wrong number.
    pub steps_standing: usize,
    /// Reference steps whose value was said, out of how many.
    pub route: (usize, usize),
    /// The headline number carries a unit.
    pub unit_said: bool,
    /// A check was done.
    pub check: bool,
    /// A sensitivity or a break-even was named with a number.
    pub sensitivity: bool,
    /// Numbers said after the headline that are neither given nor asked: consequences.
    pub beyond: usize,
    /// Numbers taken back.
    pub withdrawn: usize,
}

/// Reads the signals of an answer.
pub(super) fn read(
    quant: &Quant,
    utterances: &[Utterance<'_>],
    said: &[Said<'_>],
    picked: &[Option<Picked>],
    trace: &Trace,
) -> Signals {
    let headline = picked.get(quant.headline).and_then(Option::as_ref);
    let standing =
        |s: &Standing| matches!(s, Standing::Right | Standing::Rounded | Standing::Follows);
    let after = headline.map_or(&[][..], |p| said.get(p.said + 1..).unwrap_or(&[]));
    let text: String = utterances
        .iter()
        .map(|u| u.text.to_lowercase() + "\n")
        .collect();
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    Signals {
        steps: trace.steps.len(),
        steps_standing: trace.steps.iter().filter(|s| standing(&s.standing)).count(),
        route: route(quant, said),
        unit_said: headline.is_some_and(|p| {
            let number = &said[p.said];
            !number.number.unit.is_empty() || names_unit(quant, number)
        }),
        check: has(CHECKS) && !said.is_empty(),
        sensitivity: !after.is_empty() && has(SENSITIVITIES),
        beyond: after.iter().filter(|s| is_new(quant, s)).count(),
        withdrawn: utterances
            .iter()
            .flat_map(|u| u.numbers)
            .filter(|n| n.withdrawn)
            .count(),
    }
}

/// Whether the first word of the asked unit follows the number.
fn names_unit(quant: &Quant, said: &Said<'_>) -> bool {
    let unit = quant
        .asked
        .get(quant.headline)
        .map_or("", |asked| asked.unit.as_str());
    let head = unit.split_whitespace().next().unwrap_or("").to_lowercase();
    !head.is_empty()
        && said
            .after
            .iter()
            .take(3)
            .any(|word| word.starts_with(&head))
}

fn is_new(quant: &Quant, said: &Said<'_>) -> bool {
    let known = quant
        .given
        .iter()
        .map(|g| &g.value)
        .chain(quant.asked.iter().map(|a| &a.value))
        .chain(quant.steps.iter().map(|s| &s.value));
    !known.into_iter().any(|value| same(said, value))
}

fn route(quant: &Quant, said: &[Said<'_>]) -> (usize, usize) {
    let shown = |value: &Exact| said.iter().any(|s| same(s, value));
    let count = quant.steps.iter().filter(|step| shown(&step.value)).count();
    (count, quant.steps.len())
}

/// Whether a number said is `value` to two figures, its scale maybe unsaid.
fn same(said: &Said<'_>, value: &Exact) -> bool {
    let near = Exact(&value.abs().0 * &Exact::power_of_ten(-2).0);
    said.values().any(|v| {
        [0, 3, 6, 9]
            .into_iter()
            .filter(|power| *power == 0 || said.number.scale == 0)
            .any(|power| super::fits::times_ten(v, power).within(value, &near))
    })
}
