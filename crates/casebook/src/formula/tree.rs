//! The first evaluator: a formula as a tree, read by recursive descent.

use super::arithmetic::{apply, combine, takes, truth, turn};
use super::words::{Word, words};
use super::{Fault, NESTING, Names};
use crate::Exact;

/// A formula that has been read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Formula {
    root: Node,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Number(Exact),
    Name(String),
    Turn(&'static str, Box<Node>),
    Combine(&'static str, Box<Node>, Box<Node>),
    Call(String, Vec<Node>),
}

/// Signs from the loosest to the tightest.
const LEVELS: &[&[&str]] = &[
    &["or"],
    &["and"],
    &["<", "<=", ">", ">=", "=", "<>"],
    &["+", "-"],
    &["*", "/"],
];

impl Formula {
    /// Reads a formula.
    pub(crate) fn read(text: &str) -> Result<Self, Fault> {
        let words = words(text)?;
        let mut reader = Reader {
            words: &words,
            next: 0,
            end: text.len(),
        };
        let root = reader.level(0, 0)?;
        match reader.words.get(reader.next) {
            None => Ok(Self { root }),
            Some((at, _)) => Err(Fault::Unreadable(
                *at,
                "the formula should have ended here".into(),
            )),
        }
    }

    /// Its value.
    pub(crate) fn value(&self, names: &dyn Names) -> Result<Exact, Fault> {
        value(&self.root, names)
    }

    /// The name, when the formula is nothing but one.
    pub(crate) fn single_name(&self) -> Option<&str> {
        match &self.root {
            Node::Name(name) => Some(name),
            _ => None,
        }
    }

    /// Every name it mentions.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut found = Vec::new();
        collect(&self.root, &mut found);
        found
    }
}

fn collect<'a>(node: &'a Node, found: &mut Vec<&'a str>) {
    match node {
        Node::Number(_) => {}
        Node::Name(name) => found.push(name),
        Node::Turn(_, inner) => collect(inner, found),
        Node::Combine(_, left, right) => {
            collect(left, found);
            collect(right, found);
        }
        Node::Call(_, inner) => inner.iter().for_each(|node| collect(node, found)),
    }
}

fn value(node: &Node, names: &dyn Names) -> Result<Exact, Fault> {
    match node {
        Node::Number(number) => Ok(number.clone()),
        Node::Name(name) => names.value(name),
        Node::Turn(sign, inner) => Ok(turn(sign, &value(inner, names)?)),
        Node::Combine(sign, left, right) => {
            combine(sign, &value(left, names)?, &value(right, names)?)
        }
        Node::Call(name, inner) if name == "if" => {
            let chosen = if truth(&value(&inner[0], names)?) {
                1
            } else {
                2
            };
            value(&inner[chosen], names)
        }
        Node::Call(name, inner) => {
            let values: Result<Vec<_>, _> = inner.iter().map(|node| value(node, names)).collect();
            apply(name, &values?)
        }
    }
}

struct Reader<'a> {
    words: &'a [(usize, Word)],
    next: usize,
    end: usize,
}

impl Reader<'_> {
    fn fail<T>(&self, reason: &str) -> Result<T, Fault> {
        let at = self.words.get(self.next).map_or(self.end, |(at, _)| *at);
        Err(Fault::Unreadable(at, reason.to_owned()))
    }

    /// Takes the next word if it is one of `signs`.
    fn take(&mut self, signs: &[&'static str]) -> Option<&'static str> {
        let word = match self.words.get(self.next) {
            Some((_, Word::Sign(sign))) => *sign,
            Some((_, Word::Name(name))) => name.as_str(),
            _ => return None,
        };
        let taken = signs.iter().find(|sign| **sign == word)?;
        self.next += 1;
        Some(taken)
    }

    fn level(&mut self, level: usize, depth: usize) -> Result<Node, Fault> {
        if depth > NESTING {
            return self.fail("is nested too deeply");
        }
        let Some(signs) = LEVELS.get(level) else {
            return self.power(depth);
        };
        if level == 2 && self.take(&["not"]).is_some() {
            let inner = self.level(level, depth + 1)?;
            return Ok(Node::Turn("not", Box::new(inner)));
        }
        let mut left = self.level(level + 1, depth)?;
        while let Some(sign) = self.take(signs) {
            let right = self.level(level + 1, depth)?;
            left = Node::Combine(sign, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn power(&mut self, depth: usize) -> Result<Node, Fault> {
        if depth > NESTING {
            return self.fail("is nested too deeply");
        }
        if self.take(&["-"]).is_some() {
            let inner = self.power(depth + 1)?;
            return Ok(Node::Turn("-", Box::new(inner)));
        }
        let base = self.single(depth)?;
        if self.take(&["^"]).is_some() {
            let exponent = self.power(depth + 1)?;
            return Ok(Node::Combine("^", Box::new(base), Box::new(exponent)));
        }
        Ok(base)
    }

    fn single(&mut self, depth: usize) -> Result<Node, Fault> {
        if self.take(&["("]).is_some() {
            let inner = self.level(0, depth + 1)?;
            return match self.take(&[")"]) {
                Some(_) => Ok(inner),
                None => self.fail("a closing bracket is missing"),
            };
        }
        let word = self.words.get(self.next).map(|(_, word)| word.clone());
        match word {
            Some(Word::Number(number)) => {
                self.next += 1;
                Ok(Node::Number(number))
            }
            Some(Word::Name(name)) => {
                self.next += 1;
                self.named(name, depth)
            }
            _ => self.fail("a number or a name is missing"),
        }
    }

    fn named(&mut self, name: String, depth: usize) -> Result<Node, Fault> {
        let at = self.words.get(self.next.saturating_sub(1));
        let at = at.map_or(self.end, |(at, _)| *at);
        if self.take(&["("]).is_none() {
            return Ok(Node::Name(name));
        }
        let mut inner = Vec::new();
        if self.take(&[")"]).is_none() {
            loop {
                inner.push(self.level(0, depth + 1)?);
                if self.take(&[","]).is_some() {
                    continue;
                }
                match self.take(&[")"]) {
                    Some(_) => break,
                    None => return self.fail("a closing bracket is missing"),
                }
            }
        }
        match takes(&name, inner.len()) {
            Some(true) => Ok(Node::Call(name, inner)),
            Some(false) => {
                let reason = format!("`{name}` cannot take {} values", inner.len());
                Err(Fault::Unreadable(at, reason))
            }
            None => {
                let reason = format!("there is no function `{name}`");
                Err(Fault::Unreadable(at, reason))
            }
        }
    }
}
