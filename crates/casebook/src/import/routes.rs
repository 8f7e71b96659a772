//! Turns the worked lines of the neutral YAML into formulas over names:
//! `market = 900000000 * 0.59 = 531000000 EUR per year` into `fast_energy * price`.
//! A line that does not recompute keeps its stated result, and that is a problem.

use std::collections::BTreeMap;

use super::amounts::{Amount, near};
use crate::Exact;
use crate::formula::{Fault, Formula, Names};

/// Figures that are nearly always themselves: months, hours, days, weeks, per cent.
const CONSTANTS: &[i64] = &[0, 1, 12, 24, 52, 100, 365];

/// A name with its value, as known when a line is read.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// As the case file will call it.
    pub(super) name: String,
    /// As the YAML calls it.
    pub(super) written: String,
    pub(super) amount: Amount,
    /// Whether it is told to the candidate rather than worked out.
    pub(super) given: bool,
}

/// Every name known so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Route {
    pub(super) known: Vec<Known>,
}

struct Table(BTreeMap<String, Exact>);

impl Names for Table {
    fn value(&self, name: &str) -> Result<Exact, Fault> {
        let found = self.0.get(name).cloned();
        found.ok_or_else(|| Fault::Unknown(name.to_owned()))
    }
}

/// How boldly figures are taken for names.
#[derive(Clone, Copy, PartialEq)]
enum Boldness {
    /// As `Scaled`, and results of earlier lines come before what is given.
    ResultsFirst,
    /// `27` may be 27 million.
    Scaled,
    /// Only `0.25` for 25 % and the same figure.
    Same,
    /// Never.
    Literal,
}

impl Route {
    /// The formula for a line that must come to `stated`; `None` when it does not.
    pub(super) fn formula(&self, line: &str, stated: &Amount) -> Option<String> {
        let table = Table(
            self.known
                .iter()
                .map(|known| (known.name.clone(), known.amount.value.clone()))
                .collect(),
        );
        let mut shifted = None;
        let ways = [
            Boldness::ResultsFirst,
            Boldness::Scaled,
            Boldness::Same,
            Boldness::Literal,
        ];
        for boldness in ways {
            let formula = self.named(line, boldness);
            let value = Formula::read(&formula).and_then(|read| read.value(&table));
            let Ok(value) = value else { continue };
            if near(&value, &stated.value) {
                return Some(formula.trim().to_owned());
            }
            for power in [stated.power, 6, 3, -2, -6, -3, 9] {
                let scaled = Exact(&value.0 * Exact::power_of_ten(power).0);
                if shifted.is_none() && near(&scaled, &stated.value) {
                    shifted = Some(scaled_formula(&formula, power));
                }
            }
        }
        shifted
    }

    /// A line with names in place of its figures.
    fn named(&self, line: &str, boldness: Boldness) -> String {
        let mut out = String::new();
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
            let length = match rest.find(|c: char| !word(c)) {
                Some(0) => first.len_utf8(),
                Some(length) => length,
                None => rest.len(),
            };
            let (part, after) = rest.split_at(length);
            rest = after;
            if first.is_ascii_digit() {
                out.push_str(
                    &self
                        .figure(part, boldness)
                        .unwrap_or_else(|| part.to_owned()),
                );
            } else if first.is_alphabetic() {
                let found = self.known.iter().rev().find(|known| known.written == part);
                out.push_str(found.map_or(part, |known| &known.name));
            } else {
                out.push_str(part);
            }
        }
        out
    }

    fn figure(&self, text: &str, boldness: Boldness) -> Option<String> {
        let figure: Exact = text.parse().ok()?;
        if boldness == Boldness::Literal {
            return None;
        }
        let constant = CONSTANTS
            .iter()
            .any(|constant| Exact::whole(*constant) == figure);
        let given = self.known.iter().filter(|known| known.given);
        let steps = self
            .known
            .iter()
            .rev()
            .filter(|known| !known.given && !constant);
        let rounded = |known: &&Known| {
            let raw = known.amount.power >= 0 && close(&known.amount.raw, &figure);
            raw || close(&known.amount.value, &figure)
        };
        if boldness == Boldness::ResultsFirst
            && let Some(known) = steps.clone().find(rounded)
        {
            return Some(known.name.clone());
        }
        let mut same = given.clone().chain(steps.clone());
        if let Some(known) = same.find(|known| known.amount.value == figure) {
            return Some(known.name.clone());
        }
        let one_less = |known: &&Known| {
            known.amount.power == -2 && Exact(Exact::whole(1).0 - &known.amount.value.0) == figure
        };
        if let Some(known) = given.clone().find(one_less) {
            return Some(format!("(1 - {})", known.name));
        }
        if boldness == Boldness::Same || constant {
            return None;
        }
        let mut scaled = given.filter(|known| known.amount.power > 0);
        if let Some(known) = scaled.find(|known| known.amount.raw == figure) {
            return Some(known.name.clone());
        }
        let mut steps = steps;
        steps.find(rounded).map(|known| known.name.clone())
    }
}

/// Equal but for rounding in the fourth place; small whole numbers must be equal.
fn close(left: &Exact, right: &Exact) -> bool {
    if right.0.is_integer() && right.abs() < Exact::whole(100) {
        return left == right;
    }
    left.within(right, &Exact(right.abs().0 / Exact::whole(2_000).0))
}

fn scaled_formula(formula: &str, power: i32) -> String {
    let bare = formula.trim();
    if power == 0 {
        return bare.to_owned();
    }
    if power == -2
        && let Some(ratio) = bare.strip_suffix("* 100")
    {
        return ratio.trim_end().to_owned();
    }
    if power == 6
        && let Some(whole) = bare.strip_suffix("/ 1e6")
    {
        return whole.trim_end().to_owned();
    }
    let (sign, factor) = match power {
        -2 => ("/", "100"),
        -3 => ("/", "1000"),
        -6 => ("/", "1000000"),
        3 => ("*", "1000"),
        6 => ("*", "1000000"),
        _ => ("*", "1000000000"),
    };
    format!("({bare}) {sign} {factor}")
}
