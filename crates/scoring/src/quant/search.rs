//! Which one slip on the reference route brings the asked number to a wrong value.

use casebook::{Exact, Quant};

use super::MISTAKES_MAX;
use super::mistakes::{listed_mistake, made};
use super::route::Route;
use super::slips::{self, Kind};
use crate::Mistake;

/// A wrong value explains itself by a slip when it is the slip's value rounded to the digits said,
/// and in no case further off than this share, in hundred-thousandths.
const ROUNDED_MAX: i64 = 500;

/// Nor is a slip refused for being off by less than this share, in hundred-thousandths: steps on
/// the way are rounded too.
const DRIFT_MIN: i64 = 20;

/// The same as the first for slips with a share, a part counted twice or another row: there are many.
const ROUNDED_SOME: i64 = 300;

/// The same for slips so many that one of them lies near any number.
const DRIFT_MANY: i64 = 100;

/// Digits of a number that are looked at; one with more was not rounded.
const DIGITS_MAX: i32 = 12;

/// Every slip on the way to one asked number, with what it comes to.
pub struct Explainer {
    slips: Vec<Told>,
}

struct Told {
    value: Exact,
    kind: Kind,
    mistake: Mistake,
}

impl Explainer {
    /// Works out the slips on the way to the asked number `index`; none when the route cannot be
    /// followed.
    #[must_use]
    pub fn new(quant: &Quant, index: usize) -> Self {
        let listed = quant.traps.iter().filter(|trap| trap.spoils == index);
        let listed = listed.map(|trap| Told {
            value: trap.value.clone(),
            kind: Kind::Listed,
            mistake: listed_mistake(trap),
        });
        let mut slips: Vec<Told> = listed.collect();
        let Some(route) = Route::read(quant, index) else {
            return Self { slips };
        };
        let right = &quant.asked[index];
        let told = |slip: slips::Slip| {
            let value = route.follow(&slip.wrong)?;
            (!value.within(&right.value, &right.tolerance)).then(|| Told {
                value,
                kind: slip.kind,
                mistake: made(slip.code, slip.text),
            })
        };
        slips.extend(slips::all(&route).into_iter().filter_map(told));
        slips.sort_by_key(|slip| slip.kind);
        Self { slips }
    }

    /// Slips that explain `wrong`, at most two of different kinds, the likelier first.
    #[must_use]
    pub fn explain(&self, wrong: &Exact) -> Vec<Mistake> {
        let unit = last_digit(wrong);
        let mut found: Vec<(Kind, &Mistake)> = Vec::new();
        for slip in self
            .slips
            .iter()
            .filter(|slip| slip.stands_for(wrong, unit.as_ref()))
        {
            let told = found.iter().any(|(kind, mistake)| {
                *kind == slip.kind || **mistake == slip.mistake || mistake.code == slip.mistake.code
            });
            // A digit copied wrong leads nearly anywhere: it explains only what nothing else does.
            let vague = slip.kind >= Kind::Rounding && !found.is_empty();
            if !told && !vague {
                found.push((slip.kind, &slip.mistake));
            }
            if found.len() == MISTAKES_MAX {
                break;
            }
        }
        found
            .into_iter()
            .map(|(_, mistake)| mistake.clone())
            .collect()
    }
}

impl Told {
    fn stands_for(&self, wrong: &Exact, digit: Option<&Exact>) -> bool {
        let share = |part: i64| {
            Exact(&self.value.abs().0 * &Exact::whole(part).0 * &Exact::power_of_ten(-5).0)
        };
        let drift = share(DRIFT_MIN);
        let most = share(match self.kind {
            kind if kind < Kind::Base => ROUNDED_MAX,
            kind if kind < Kind::Rounding => ROUNDED_SOME,
            _ => DRIFT_MANY,
        });
        let rounding = digit.map_or_else(Exact::zero, |d| Exact(&d.0 / &Exact::whole(2).0));
        let limit = rounding.min(most).max(drift);
        self.value.within(wrong, &limit)
    }
}

/// One unit of the last digit that is not nought.
fn last_digit(value: &Exact) -> Option<Exact> {
    (-DIGITS_MAX..=DIGITS_MAX)
        .rev()
        .map(Exact::power_of_ten)
        .find(|unit| (&value.0 / &unit.0).is_integer())
}

/// Slips on the route to the asked number `index` that bring it to `wrong`, the likelier first.
pub(super) fn search(quant: &Quant, index: usize, wrong: &Exact) -> Vec<Mistake> {
    Explainer::new(quant, index).explain(wrong)
}
