//! The second evaluator: a formula as a programme for a stack machine, made without a tree.
//! It exists to disagree with the first one should either be wrong.

use super::arithmetic::{apply, combine, truth, turn};
use super::words::{Word, words};
use super::{Fault, Names};
use crate::Exact;

/// A formula as orders for a stack.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Program {
    orders: Vec<Order>,
}

#[derive(Debug, Clone, PartialEq)]
enum Order {
    Push(Exact),
    Fetch(String),
    Turn(&'static str),
    Combine(&'static str),
    Call(String, usize),
}

/// What waits for its right-hand side.
enum Waiting {
    Turn(&'static str),
    Combine(&'static str),
    Bracket,
    Call(String, usize),
}

fn tightness(sign: &str) -> u8 {
    match sign {
        "or" => 1,
        "and" => 2,
        "not" => 3,
        "<" | "<=" | ">" | ">=" | "=" | "<>" => 4,
        "+" | "-" => 5,
        "*" | "/" => 6,
        _ => 8,
    }
}

impl Program {
    /// Compiles a formula; texts that the first evaluator refuses may compile to anything.
    pub(crate) fn compile(text: &str) -> Result<Self, Fault> {
        let mut compiler = Compiler::default();
        let words = words(text)?;
        for (index, (_, word)) in words.iter().enumerate() {
            let opens = matches!(words.get(index + 1), Some((_, Word::Sign("("))));
            compiler.word(word, opens);
        }
        while let Some(waiting) = compiler.waiting.pop() {
            compiler.release(waiting);
        }
        Ok(Self {
            orders: compiler.orders,
        })
    }

    /// Its value.
    pub(crate) fn value(&self, names: &dyn Names) -> Result<Exact, Fault> {
        let broken = || Fault::Unreadable(0, "is not a formula".into());
        let mut stack: Vec<Result<Exact, Fault>> = Vec::new();
        for order in &self.orders {
            let next = match order {
                Order::Push(number) => Ok(number.clone()),
                Order::Fetch(name) => names.value(name),
                Order::Turn(sign) => stack.pop().ok_or_else(broken)?.map(|v| turn(sign, &v)),
                Order::Combine(sign) => {
                    let right = stack.pop().ok_or_else(broken)?;
                    let left = stack.pop().ok_or_else(broken)?;
                    left.and_then(|l| right.and_then(|r| combine(sign, &l, &r)))
                }
                Order::Call(name, count) => {
                    let from = stack.len().checked_sub(*count).ok_or_else(broken)?;
                    call(name, stack.split_off(from))
                }
            };
            stack.push(next);
        }
        match (stack.pop(), stack.is_empty()) {
            (Some(value), true) => value,
            _ => Err(broken()),
        }
    }
}

/// A fault in the branch that `if` does not take stays harmless, as in the tree.
fn call(name: &str, mut values: Vec<Result<Exact, Fault>>) -> Result<Exact, Fault> {
    if name == "if" && values.len() == 3 {
        let otherwise = values.remove(2);
        let chosen = values.remove(1);
        return if truth(&values.remove(0)?) {
            chosen
        } else {
            otherwise
        };
    }
    let values: Result<Vec<_>, _> = values.into_iter().collect();
    apply(name, &values?)
}

#[derive(Default)]
struct Compiler {
    orders: Vec<Order>,
    waiting: Vec<Waiting>,
    /// Whether the word before ended a value.
    after_value: bool,
}

impl Compiler {
    fn word(&mut self, word: &Word, opens: bool) {
        match word {
            Word::Number(number) => {
                self.orders.push(Order::Push(number.clone()));
                self.after_value = true;
            }
            Word::Name(name) if name == "not" => self.waiting.push(Waiting::Turn("not")),
            Word::Name(name) if name == "and" => self.combine("and"),
            Word::Name(name) if name == "or" => self.combine("or"),
            Word::Name(name) if opens => self.waiting.push(Waiting::Call(name.clone(), 1)),
            Word::Name(name) => {
                self.orders.push(Order::Fetch(name.clone()));
                self.after_value = true;
            }
            Word::Sign("(") => {
                self.waiting.push(Waiting::Bracket);
                self.after_value = false;
            }
            Word::Sign(")") => self.close(),
            Word::Sign(",") => self.comma(),
            Word::Sign("-") if !self.after_value => self.waiting.push(Waiting::Turn("-")),
            Word::Sign(sign) => self.combine(sign),
        }
    }

    fn combine(&mut self, sign: &'static str) {
        let mine = tightness(sign);
        while let Some(top) = self.waiting.last() {
            let first = match top {
                Waiting::Combine("^") if sign == "^" => false,
                Waiting::Combine(other) => tightness(other) >= mine,
                Waiting::Turn("-") => sign != "^",
                Waiting::Turn(other) => tightness(other) > mine,
                Waiting::Bracket | Waiting::Call(..) => false,
            };
            if !first {
                break;
            }
            if let Some(waiting) = self.waiting.pop() {
                self.release(waiting);
            }
        }
        self.waiting.push(Waiting::Combine(sign));
        self.after_value = false;
    }

    fn release(&mut self, waiting: Waiting) {
        match waiting {
            Waiting::Turn(sign) => self.orders.push(Order::Turn(sign)),
            Waiting::Combine(sign) => self.orders.push(Order::Combine(sign)),
            Waiting::Call(name, count) => self.orders.push(Order::Call(name, count)),
            Waiting::Bracket => {}
        }
    }

    /// Releases everything up to the open bracket, which stays.
    fn release_inside(&mut self) {
        while let Some(waiting) = self.waiting.pop() {
            if matches!(waiting, Waiting::Bracket) {
                self.waiting.push(waiting);
                return;
            }
            self.release(waiting);
        }
    }

    fn comma(&mut self) {
        self.release_inside();
        let below = self.waiting.len().checked_sub(2);
        if let Some(Waiting::Call(_, count)) = below.and_then(|at| self.waiting.get_mut(at)) {
            *count += 1;
        }
        self.after_value = false;
    }

    fn close(&mut self) {
        self.release_inside();
        self.waiting.pop();
        if matches!(self.waiting.last(), Some(Waiting::Call(..)))
            && let Some(waiting) = self.waiting.pop()
        {
            self.release(waiting);
        }
        self.after_value = true;
    }
}
