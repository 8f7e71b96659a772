//! Ranges and numbers that share a scale or unit: `10 to 15 percent`, `from 3 to 4 million`.

use casebook::Exact;

use super::Found;
use crate::tokens::{Token, mark, word};

/// Joins the two ends of a range into one number, and lends scale and unit to the first of a pair.
pub(super) fn join(tokens: &[Token], found: &mut Vec<Found>) {
    let mut index = 0;
    while index + 1 < found.len() {
        match link(tokens, &found[index], &found[index + 1]) {
            Link::None => index += 1,
            Link::Pair => {
                lend(found, index);
                index += 1;
            }
            Link::Range => {
                lend(found, index);
                if found[index].read.value < found[index + 1].read.value {
                    let upper = found.remove(index + 1);
                    let lower = &mut found[index];
                    lower.read.to = Some(upper.read.value);
                    lower.read.at.end = upper.read.at.end;
                    lower.end = upper.end;
                }
                index += 1;
            }
        }
    }
}

enum Link {
    None,
    /// Two numbers of one kind: `from 3 to 4 million`.
    Pair,
    /// Two ends of one number.
    Range,
}

fn link(tokens: &[Token], first: &Found, second: &Found) -> Link {
    let gap = second.start.saturating_sub(first.end);
    let before = first.start.checked_sub(1).map_or("", |i| word(tokens, i));
    let joint = word(tokens, first.end);
    if gap != 1 {
        return Link::None;
    }
    match (before, joint) {
        ("between", "and") => Link::Range,
        ("from", "to") => Link::Pair,
        (_, "to") if !adds(before) => Link::Range,
        (_, "or") if first.read.unit.is_empty() => Link::Range,
        _ if mark(tokens, first.end, '-') && dashed(tokens, first, second) => Link::Range,
        _ => Link::None,
    }
}

/// `add 3 to 4` is no range, nor is `go 3 to 4`.
fn adds(before: &str) -> bool {
    matches!(before, "add" | "adding" | "adds" | "plus" | "is" | "equals")
}

/// `10-15%`, but not a subtraction in a formula.
fn dashed(tokens: &[Token], first: &Found, second: &Found) -> bool {
    let glued = tokens[first.end].glued && tokens[second.start].glued;
    let formula = mark(tokens, second.end, '=')
        || ['*', '/', '+', '(', '=', '-']
            .iter()
            .any(|c| first.start > 0 && mark(tokens, first.start - 1, *c))
        || ['*', '/', '+', ')', '-']
            .iter()
            .any(|c| mark(tokens, second.end, *c))
        || word(tokens, second.end) == "x";
    glued && !formula
}

/// Gives the scale and unit of the second number to the first when it has none.
fn lend(found: &mut [Found], index: usize) {
    let (unit, power) = (
        found[index + 1].read.unit.clone(),
        found[index + 1].power.unwrap_or(0),
    );
    let second = found[index + 1].read.value.clone();
    let first = &mut found[index];
    if first.read.unit.is_empty() {
        first.read.unit = unit;
    }
    let bare = first.power.unwrap_or(0) == 0 && power > 0;
    if !bare {
        return;
    }
    let scale = Exact::power_of_ten(power.cast_signed());
    let lifted = Exact(&first.read.value.0 * &scale.0);
    // `900 to 1.2 million` keeps its thousands unsaid: only a like-sized number borrows the scale.
    let ten = Exact::whole(1000);
    if lifted.abs().0 <= &second.abs().0 * &ten.0 {
        first.read.value = lifted;
        first.read.doubt = first.read.doubt.take().map(|d| Exact(&d.0 * &scale.0));
        first.power = Some(power);
        first.read.scale = power;
    }
}
