//! Which number an answer ends on for each number asked.

use casebook::{Asked, Exact, Quant, Trap};

use super::fits::{Fit, Target, compatible, converted, fits, measure, readings, times_ten};
use super::mistakes::{is_trap, permille};
use super::said::Said;

/// Points for and against a number being the answer. They order the numbers of one answer; what
/// is right is decided by tolerance alone.
mod points {
    pub(super) const RIGHT: i32 = 90;
    /// Right if thirteen was thirty: hearing costs the speaker nothing.
    pub(super) const MISHEARD: i32 = 60;
    pub(super) const TRAP: i32 = 45;
    pub(super) const TRAP_ON_ROUTE: i32 = 10;
    pub(super) const TRAP_ON_ANSWER: i32 = 12;
    pub(super) const POWER_OF_TEN: i32 = 12;
    pub(super) const SAME_UNIT: i32 = 10;
    pub(super) const LED_BY_RESULT: i32 = 12;
    pub(super) const RESULT: i32 = 8;
    pub(super) const LABEL: i32 = 6;
    pub(super) const LAST: i32 = 22;
    pub(super) const NEAR: i32 = 8;
    pub(super) const FAR: i32 = -20;
    pub(super) const OPERAND: i32 = -14;
    /// What a chain of steps comes to, and a result that another step goes on from.
    pub(super) const CHAIN_END: i32 = 6;
    pub(super) const ON_THE_WAY: i32 = -8;
    /// A wrong number whose thousands or millions nobody said.
    pub(super) const SCALE_GUESSED: i32 = -16;
    pub(super) const GIVEN: i32 = -45;
    pub(super) const ROUTE: i32 = -30;
    pub(super) const OTHER_ASKED: i32 = -45;
    pub(super) const COMPARED: i32 = -14;
    pub(super) const TOLD: i32 = -25;
    /// Asked about, not stated.
    pub(super) const QUESTIONED: i32 = -14;
    /// Below this the answer holds no number for the question.
    pub(super) const LEAST: i32 = 0;
    /// From here on a wrong second number is taken as an answer.
    pub(super) const FIRM: i32 = 46;
}

/// Words right before a result.
const RESULT_WORDS: &[&str] = &[
    "is",
    "are",
    "equals",
    "=",
    "so",
    "gives",
    "get",
    "makes",
    "comes",
    "that's",
    "leaves",
    "final",
    "answer",
    "total",
    "result",
    "therefore",
    "hence",
    "end",
    "ends",
    "lands",
    "becomes",
    "be",
    "it's",
    "about",
    "roughly",
    "need",
    "needs",
    "takes",
    "earns",
    "saves",
    "overall",
    "net",
];

/// Words that put a number forward as the outcome.
const CONCLUDING: &[&str] = &[
    "is", "equals", "=", "gives", "makes", "comes", "leaves", "get", "answer", "total", "result",
    "so", "final", "that's", "becomes", "about", "roughly",
];

/// Words that open the sentence of an outcome.
const OPENING: &[&str] = &["so", "therefore", "hence", "thus", "overall", "altogether"];

/// Words right before a number that make it negative.
const LOSES: &[&str] = &["lose", "loses", "losing"];

/// Words before a number that is only compared with.
const COMPARED: &[&str] = &[
    "if", "hurdle", "target", "versus", "against", "instead", "goal", "compared", "limit", "today",
    "today's", "even", "unless", "budget", "required", "wants", "asked", "than", "suppose", "were",
];

/// Different listed mistakes among the numbers of an answer without a step that make it guessing.
const GUESSES_MIN: usize = 3;

/// A rough number of at most so many digits may restate one said more exactly.
const ROUGH_DIGITS_MAX: usize = 2;

/// How far apart, in percent, a rough number and its exact one stand.
const RESTATED_PERCENT: i64 = 3;

/// Digits that a label word must have to be looked for.
const LABEL_LETTERS_MIN: usize = 4;

/// A reference value that is not the one looked for.
pub(super) struct Other {
    pub(super) value: Exact,
    pub(super) points: i32,
}

/// Everything known about the question besides the number looked for.
pub(super) struct Known<'q> {
    pub(super) quant: &'q Quant,
    /// Numbers in the interviewer's question that are not givens, and in the author's consequences.
    pub(super) told: Vec<Exact>,
    /// Powers of ten that the talk is in.
    pub(super) scales: Vec<i32>,
}

/// The number picked for an asked value.
#[derive(Debug, Clone)]
pub(super) struct Picked {
    /// Index into the numbers said.
    pub(super) said: usize,
    /// What it stands for, in base units.
    pub(super) value: Exact,
    pub(super) right: bool,
    /// The words around it put it forward as the answer.
    pub(super) firm: bool,
}

/// The number that the answer ends on for `asked`, when it gives one.
pub(super) fn pick(known: &Known<'_>, index: usize, said: &[Said<'_>]) -> Option<Picked> {
    let asked = known.quant.asked.get(index)?;
    let target = Target {
        value: &asked.value,
        tolerance: &asked.tolerance,
        unit: &asked.unit,
    };
    let mut best: Option<(i32, Picked)> = None;
    for (at, number) in said.iter().enumerate() {
        let Some((points, value, right)) = rate(known, index, target, number) else {
            continue;
        };
        let late = points::LAST * i32::try_from(at + 1).unwrap_or(i32::MAX)
            / i32::try_from(said.len().max(1)).unwrap_or(i32::MAX);
        let total = points.saturating_add(late);
        if best.as_ref().is_none_or(|(most, _)| total >= *most) {
            let firm = total >= points::FIRM;
            best = Some((
                total,
                Picked {
                    said: at,
                    value,
                    right,
                    firm,
                },
            ));
        }
    }
    best.filter(|(total, _)| *total >= points::LEAST)
        .map(|(_, picked)| picked)
        .filter(|picked| !unworked(known.quant, picked, said))
        .map(|picked| exactly(picked, target, said))
}

/// The same number as said more exactly close by: `nearly three million, 2,964,000`.
fn exactly(picked: Picked, target: Target<'_>, said: &[Said<'_>]) -> Picked {
    let digits = |value: &Exact| {
        let text = value.abs().decimal(4);
        let text = text.trim_start_matches(['0', '.']).replace('.', "");
        text.trim_end_matches('0').len()
    };
    let own = &said[picked.said];
    let own_digits = digits(&own.number.value);
    if !own.number.rough || own_digits > ROUGH_DIGITS_MAX {
        return picked;
    }
    let percent = Exact::power_of_ten(-2);
    let limit = Exact(&picked.value.abs().0 * &Exact::whole(RESTATED_PERCENT).0 * &percent.0);
    let near = picked.said.saturating_sub(1)..said.len().min(picked.said + 2);
    let restated = near.filter(|at| *at != picked.said).find_map(|at| {
        let other = &said[at];
        let same_kind = compatible(&other.number.unit, target.unit) && !other.number.rough;
        let more = same_kind && digits(&other.number.value) > own_digits;
        let values = other
            .values()
            .flat_map(|value| readings(other, value, target));
        let found = values
            .into_iter()
            .find(|v| more && v.within(&picked.value, &limit));
        Some((at, found?))
    });
    match restated {
        Some((at, value)) => Picked {
            said: at,
            right: value.within(target.value, target.tolerance),
            value,
            ..picked
        },
        None => picked,
    }
}

/// Whether a number stands without any work or claim: a wrong one that no step and no word puts
/// forward, or a right one in a list of guesses.
fn unworked(quant: &Quant, picked: &Picked, said: &[Said<'_>]) -> bool {
    if said.iter().any(|s| s.operand) {
        return false;
    }
    let given = |trap: &Trap| {
        let near = permille(&trap.value);
        quant
            .given
            .iter()
            .any(|g| g.value.within(&trap.value, &near))
    };
    let guesses = quant
        .traps
        .iter()
        .filter(|trap| !given(trap) && said.iter().any(|s| is_trap(trap, s).is_some()))
        .count();
    let own = &said[picked.said];
    let inferred = !picked.right && !own.values().any(|value| *value == picked.value);
    let claimed = guesses > 0 && !inferred || concludes(own);
    guesses >= GUESSES_MIN || !picked.right && !claimed
}

/// Points of one number for one asked value, what it stands for, and whether it is right.
fn rate(
    known: &Known<'_>,
    index: usize,
    target: Target<'_>,
    said: &Said<'_>,
) -> Option<(i32, Exact, bool)> {
    let points = surroundings(&known.quant.asked[index], said);
    let others = others(known, index);
    let as_said = lowest(&others, |value| stands_for(said, value, target, false));
    let guessed = |inferred: bool| inferred && as_said < 0 && !concludes(said);
    if let Some(fit) = fits(said, target).filter(|fit| !guessed(fit.inferred)) {
        return Some((points + points::RIGHT, fit.value, true));
    }
    if let Some(value) = misheard(said, target) {
        return Some((points + points::MISHEARD, value, true));
    }
    if let Some((fit, trap)) = trap_fit(known.quant, index, said)
        && !guessed(fit.inferred)
    {
        let trapped = trap_points(&others, &trap.value, as_said);
        let on_the_way = said.adjusted && trapped > points::TRAP_ON_ROUTE;
        let trapped = if on_the_way {
            points::TRAP_ON_ROUTE
        } else {
            trapped
        };
        return Some((points + trapped, fit.value, false));
    }
    if !compatible(&said.number.unit, target.unit) {
        return None;
    }
    let other = as_said.min(lowest(&others, |value| {
        stands_for(said, value, target, true)
    }));
    let value = likeliest(known, said, target);
    let value = if is_lost(&known.quant.asked[index], said) && value > Exact::zero() {
        Exact(-value.0)
    } else {
        value
    };
    let plain = converted(&said.number.value, &said.number.unit, target.unit);
    let guessed = if value.abs() > plain.abs() {
        points::SCALE_GUESSED
    } else {
        0
    };
    Some((
        points + other + guessed + distance(&value, target.value),
        value,
        false,
    ))
}

/// The right value when only a teen heard for a ty, or the other way, stands between.
fn misheard(said: &Said<'_>, target: Target<'_>) -> Option<Exact> {
    if !compatible(&said.number.unit, target.unit) {
        return None;
    }
    // A doubt among the values is another way of saying the number, `four fifty`, no mishearing.
    let doubt = said.number.doubt.as_ref();
    let doubt = doubt.filter(|doubt| said.values().all(|value| value != *doubt))?;
    let heard = converted(doubt, &said.number.unit, target.unit);
    heard
        .within(target.value, target.tolerance)
        .then_some(heard)
}

/// Whether a number is called a loss where no loss is asked for.
fn is_lost(asked: &Asked, said: &Said<'_>) -> bool {
    let wanted = asked.label.to_lowercase();
    said.led_by(LOSES, 2) && !wanted.contains("loss") && !wanted.contains("lost")
}

/// Points for a trap's value: few when the reference route passes through the same value.
fn trap_points(others: &[Other], trap: &Exact, as_said: i32) -> i32 {
    let near = permille(trap);
    let shared = lowest(others, |value| value.within(trap, &near));
    match shared {
        s if s <= points::OTHER_ASKED => points::TRAP_ON_ANSWER,
        s if s < 0 => points::TRAP_ON_ROUTE,
        _ if as_said < 0 => points::TRAP + as_said,
        _ => points::TRAP,
    }
}

fn lowest(others: &[Other], is: impl Fn(&Exact) -> bool) -> i32 {
    others
        .iter()
        .filter(|other| is(&other.value))
        .map(|other| other.points)
        .min()
        .unwrap_or(0)
}

/// Whether the number is put forward as what a calculation came to.
fn concludes(said: &Said<'_>) -> bool {
    let put_forward =
        || said.led_by(CONCLUDING, 2) || said.led_by(LOSES, 2) || said.opened_by(OPENING);
    !said.questioned && (said.result || !said.operand && put_forward())
}

/// What a wrong number most likely stands for: as said, or in a scale that the talk is in when
/// that brings it near the right value.
fn likeliest(known: &Known<'_>, said: &Said<'_>, target: Target<'_>) -> Exact {
    let plain = converted(&said.number.value, &said.number.unit, target.unit);
    let talk = |value: &&Exact| {
        let shift = known
            .scales
            .iter()
            .any(|p| times_ten(&plain, *p) == **value);
        **value == plain
            || said.number.scale == 0 && shift && powers_apart(value, target.value) == 0
    };
    let options: Vec<Exact> = said
        .values()
        .flat_map(|value| readings(said, value, target))
        .collect();
    let hundredths = said.values().skip(1).cloned().collect::<Vec<_>>();
    options
        .iter()
        .filter(|v| talk(v) || hundredths.contains(v) || v.0 < Exact::zero().0)
        .min_by_key(|value| (powers_apart(value, target.value), **value != plain))
        .cloned()
        .unwrap_or(plain)
}

/// The trap of this asked number that `said` stands for.
fn trap_fit<'q>(quant: &'q Quant, index: usize, said: &Said<'_>) -> Option<(Fit, &'q Trap)> {
    let traps = quant.traps.iter().filter(|trap| trap.spoils == index);
    traps
        .filter_map(|trap| Some((is_trap(trap, said)?, trap)))
        .next()
}

/// Points for the words around a number and for its part in the steps.
fn surroundings(asked: &Asked, said: &Said<'_>) -> i32 {
    let mut points = 0;
    if said.led_by(RESULT_WORDS, 3) || said.opened_by(OPENING) {
        points += points::LED_BY_RESULT;
    }
    if said.result {
        points += points::RESULT;
    }
    points += match (said.result, said.operand) {
        (true, false) => points::CHAIN_END,
        (true, true) => points::ON_THE_WAY,
        (false, true) => points::OPERAND,
        (false, false) => 0,
    };
    if said.questioned {
        points += points::QUESTIONED;
    }
    if said.led_by(COMPARED, 5) {
        points += points::COMPARED;
    }
    if !said.number.unit.is_empty() && measure(&said.number.unit) == measure(&asked.unit) {
        points += points::SAME_UNIT;
    }
    points + points::LABEL * label_words(asked, said)
}

/// How many words of the label stand near the number, two at most.
fn label_words(asked: &Asked, said: &Said<'_>) -> i32 {
    let label = asked.label.to_lowercase().replace('_', " ");
    let unit = asked.unit.to_lowercase();
    let found = label
        .split_whitespace()
        .chain(unit.split_whitespace().take(1))
        .filter(|w| w.len() >= LABEL_LETTERS_MIN)
        .filter(|w| {
            let near = |words: &[String]| {
                words
                    .iter()
                    .take(6)
                    .any(|s| s.starts_with(&w[..w.len().min(6)]))
            };
            w.is_ascii() && (near(&said.before) || near(&said.after))
        })
        .take(2)
        .count();
    i32::try_from(found).unwrap_or(0)
}

/// Reference values that are not the answer looked for.
fn others(known: &Known<'_>, index: usize) -> Vec<Other> {
    let quant = known.quant;
    let mut found: Vec<Other> = Vec::new();
    let mut add = |value: &Exact, points| {
        found.push(Other {
            value: value.clone(),
            points,
        })
    };
    quant
        .given
        .iter()
        .for_each(|given| add(&given.value, points::GIVEN));
    quant
        .steps
        .iter()
        .for_each(|step| add(&step.value, points::ROUTE));
    known.told.iter().for_each(|value| add(value, points::TOLD));
    for (at, asked) in quant.asked.iter().enumerate() {
        if at != index {
            add(&asked.value, points::OTHER_ASKED);
        }
    }
    let own = &quant.asked[index];
    found.retain(|other| !other.value.within(&own.value, &own.tolerance));
    found
}

/// Whether a number said is `value` to three figures, as said or (`inferred`) its scale unsaid.
fn stands_for(said: &Said<'_>, value: &Exact, target: Target<'_>, inferred: bool) -> bool {
    let near = Exact(&value.abs().0 * &Exact::power_of_ten(-2).0 / &Exact::whole(2).0);
    if !inferred {
        return said.values().any(|v| v.within(value, &near));
    }
    let reference = Target {
        value,
        tolerance: &near,
        unit: target.unit,
    };
    said.values().any(|v| {
        readings(said, v, reference)
            .iter()
            .any(|r| r.within(value, &near))
    })
}

/// Points for the distance in size between a wrong number and the right one.
fn distance(value: &Exact, right: &Exact) -> i32 {
    let clean = [1, 2, 3].into_iter().any(|power| {
        let near = Exact(&right.abs().0 * &Exact::power_of_ten(-2).0);
        times_ten(value, power).within(right, &near)
            || value.within(&times_ten(right, power), &times_ten(&near, power))
    });
    match powers_apart(value, right) {
        _ if clean => points::POWER_OF_TEN,
        0 => points::NEAR,
        1 => 0,
        far => points::FAR * i32::try_from(far.min(3)).unwrap_or(3),
    }
}

/// Powers of ten between two sizes, rounded down; large when one of them is nought.
fn powers_apart(one: &Exact, other: &Exact) -> u32 {
    let (mut low, mut high) = (one.abs(), other.abs());
    if low > high {
        std::mem::swap(&mut low, &mut high);
    }
    if low == Exact::zero() {
        return 9;
    }
    (0..9)
        .find(|power| times_ten(&low, power + 1) > high)
        .map_or(9, i32::cast_unsigned)
}
