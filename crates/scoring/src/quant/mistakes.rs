//! Which trap of the author a wrong number points to.

use casebook::{Exact, Quant, Trap};

use super::fits::{Fit, Target, fits_when};
use super::said::Said;
use crate::Mistake;

/// A trap is recognised within this share of its value, in thousandths, or when its value rounds
/// to the digits that were said.
const TRAP_PERMILLE: i64 = 10;

/// Significant digits that a rounded trap value must keep.
const TRAP_DIGITS_MIN: usize = 2;

/// What `said` stands for when it is the value of `trap`.
pub(super) fn is_trap(trap: &Trap, said: &Said<'_>) -> Option<Fit> {
    let tolerance = permille(&trap.value);
    let target = Target {
        value: &trap.value,
        tolerance: &tolerance,
        unit: &trap.unit,
    };
    fits_when(said, target, |reading| {
        let rounded = reading.abs() == said.number.value.abs() && rounds_to(&trap.value, reading);
        reading.within(&trap.value, &tolerance) || rounded
    })
}

pub(super) fn permille(value: &Exact) -> Exact {
    Exact(&value.abs().0 * &Exact::whole(TRAP_PERMILLE).0 * &Exact::power_of_ten(-3).0)
}

/// Whether `value` is `said` after rounding to the significant digits of `said`.
fn rounds_to(value: &Exact, said: &Exact) -> bool {
    let text = said.abs().decimal(6);
    let digits = text.trim_start_matches(['0', '.']).replace('.', "");
    let digits = digits.trim_end_matches('0').len().max(TRAP_DIGITS_MIN);
    let size = text
        .split('.')
        .next()
        .map_or(0, |whole| whole.trim_start_matches('0').len());
    let small = text.trim_start_matches(['0', '.']).len();
    let places = match i32::try_from(digits).ok().zip(i32::try_from(size).ok()) {
        Some((digits, size)) if size > 0 => digits - size,
        _ => i32::try_from(text.len().saturating_sub(2 + small) + digits).unwrap_or(0),
    };
    let scale = Exact::power_of_ten(places);
    Exact(&value.0 * &scale.0).rounded(0) == Exact(&said.0 * &scale.0)
}

/// The trap whose value `said` stands for as the answer to the asked number `index`; the nearest
/// when several are in reach. For a number that is not the headline any trap may be the one.
pub(super) fn trap<'q>(quant: &'q Quant, index: usize, said: &Said<'_>) -> Option<&'q Trap> {
    quant
        .traps
        .iter()
        .filter(|trap| trap.spoils == index || index != quant.headline)
        .filter_map(|trap| {
            let fit = is_trap(trap, said).filter(|fit| trap.spoils == index || !fit.inferred)?;
            Some((Exact(&fit.value.0 - &trap.value.0).abs(), trap))
        })
        .min_by(|a, b| a.0.cmp(&b.0))
        .map(|(_, trap)| trap)
}

pub(super) fn made(code: &str, mistake: String) -> Mistake {
    Mistake {
        trap: String::new(),
        code: code.to_owned(),
        mistake,
    }
}

/// A trap as a mistake.
pub(super) fn listed_mistake(trap: &Trap) -> Mistake {
    Mistake {
        trap: trap.id.clone(),
        code: trap.code.clone(),
        mistake: trap.mistake.clone(),
    }
}
