//! Calculation steps as said: `2.4 million times 2,500 is 6 billion`. Works out what a step comes
//! to; whether it is the right step for the case is for the scorer to say.

mod link;
mod worth;

#[cfg(test)]
mod tests;

use crate::numbers::{self, Found};
use crate::tokens::{self, Token};
use crate::{NumberRead, Span, StepRead};
use casebook::Exact;
use link::{Link, Operator, before, between};

pub use worth::{Outcome, outcome, worth};

/// A doubt this many times smaller is a decimal without its point, no teen for a ty.
const SHORTCUT_TIMES: i64 = 5;

/// Operands in one step; a longer chain is cut.
const OPERANDS_MAX: usize = 16;

/// Reads the calculation steps of `text`, in order. Their indexes point into what
/// [`read_numbers`](crate::numbers::read_numbers) makes of the same text.
#[must_use]
pub fn read_steps(text: &str) -> Vec<StepRead> {
    let tokens = tokens::cut(text);
    let found = numbers::find(&tokens);
    let mut chain = Chain {
        tokens: &tokens,
        found: &found,
        open: Open::default(),
        last: None,
        steps: Vec::new(),
    };
    let kept: Vec<usize> = (0..found.len())
        .filter(|i| !found[*i].read.withdrawn)
        .collect();
    for (at, index) in kept.iter().enumerate() {
        let previous = at.checked_sub(1).map(|i| kept[i]);
        chain.take(previous, *index);
    }
    chain.close(None);
    chain.steps
}

/// A step being put together.
#[derive(Default)]
struct Open {
    operands: Vec<usize>,
    operators: Vec<char>,
    /// Holds an operator that counts only when the result bears it out.
    weak: bool,
}

struct Chain<'t> {
    tokens: &'t [Token],
    found: &'t [Found],
    open: Open,
    /// The last result, which `that` stands for.
    last: Option<usize>,
    steps: Vec<StepRead>,
}

impl Chain<'_> {
    /// Takes in the next number.
    fn take(&mut self, previous: Option<usize>, index: usize) {
        let link = previous.map_or(Link::Break, |p| {
            between(self.tokens, &self.found[p], &self.found[index])
        });
        match link {
            Link::Operator(operator) if self.open.operands.len() < OPERANDS_MAX => {
                self.add(operator, index);
            }
            Link::Result => {
                self.close(Some(index));
                self.open.operands.push(index);
                self.last = Some(index);
            }
            Link::OfThatResult(operator) => {
                if let Some(last) = self.last.filter(|l| Some(*l) != previous) {
                    self.open.operands.push(last);
                    self.open.operators.push(operator);
                }
                self.close(Some(index));
                self.open.operands.push(index);
                self.last = Some(index);
            }
            Link::Pause if self.borne_out_by(index) => {
                self.close(Some(index));
                self.open.operands.push(index);
                self.last = Some(index);
            }
            Link::Operator(_) | Link::Pause | Link::Break => {
                self.close(None);
                self.start(index);
            }
        }
    }

    /// Whether the number at `index` is what the open step comes to.
    fn borne_out_by(&self, index: usize) -> bool {
        self.open.operands.len() > 1
            && self.borne_out(&StepRead {
                at: self.found[index].read.at,
                operands: self.open.operands.clone(),
                operators: self.open.operators.clone(),
                result: Some(index),
            })
    }

    fn add(&mut self, operator: Operator, index: usize) {
        self.open.weak |= operator.weak;
        self.open.operators.push(operator.sign);
        self.open.operands.push(index);
    }

    /// Starts a step: `minus 10%` goes on from the last result.
    fn start(&mut self, index: usize) {
        if let (Some(sign), Some(last)) = (before(self.tokens, &self.found[index]), self.last) {
            self.open.operands.push(last);
            self.open.operators.push(sign);
        }
        self.open.operands.push(index);
    }

    /// Ends the open step; a lone number is none.
    fn close(&mut self, result: Option<usize>) {
        let open = std::mem::take(&mut self.open);
        let Some(last) = result.or(open.operands.last().copied()) else {
            return;
        };
        if open.operands.len() < 2 || open.operands.len() != open.operators.len() + 1 {
            return;
        }
        let ends = open.operands.iter().copied().chain(result);
        let start = ends
            .clone()
            .map(|i| self.found[i].read.at.start)
            .min()
            .unwrap_or(0);
        let end = ends.map(|i| self.found[i].read.at.end).max().unwrap_or(0);
        let step = StepRead {
            at: Span {
                start,
                end: end.max(self.found[last].read.at.end),
            },
            operands: open.operands,
            operators: open.operators,
            result,
        };
        if !open.weak || self.borne_out(&step) {
            self.steps.push(step);
        }
    }

    /// Whether the result that was said fits the operators that were guessed.
    fn borne_out(&self, step: &StepRead) -> bool {
        let plain: Vec<NumberRead> = self.found.iter().map(|f| f.read.clone()).collect();
        // `six seven minus one six`: both may be a decimal said without its point.
        let mut short = plain.clone();
        for index in &step.operands {
            let number = &mut short[*index];
            let limit = Exact(&number.value.abs().0 / &Exact::whole(SHORTCUT_TIMES).0);
            if let Some(doubt) = number.doubt.clone().filter(|doubt| doubt.abs() < limit) {
                number.value = doubt;
            }
        }
        let stands = |reads: &[NumberRead]| {
            step.result.is_some_and(|index| {
                matches!(outcome(step, reads, &reads[index]), Outcome::Stands(_))
            })
        };
        stands(&plain) || stands(&short)
    }
}
