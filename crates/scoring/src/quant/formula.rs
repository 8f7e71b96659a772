//! The formulas of a reference route as trees that can be worked out with one thing done wrong.
//! Not the case's own evaluator: a formula that it cannot read yields no mistakes, never an error.

use casebook::Exact;

/// Signs and names in one formula; longer ones are not searched for mistakes.
const WORDS_MAX: usize = 64;

/// Brackets within brackets.
const NESTING_MAX: usize = 16;

/// A formula.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Number(Exact),
    Name(String),
    Operation(char, Box<Node>, Box<Node>),
}

/// One thing done wrong at one node, counted from the root, parents first.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) node: usize,
    pub(super) does: Does,
}

/// What is done wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Does {
    /// Only the first operand is kept.
    KeepLeft,
    /// Only the second operand is kept.
    KeepRight,
    /// The operands change places.
    TurnOver,
    /// Another operator stands between the operands.
    Operator(char),
    /// The second operand is applied twice.
    Twice,
    /// Another value stands here.
    Become(Exact),
    /// The value here is multiplied.
    Times(Exact),
}

/// Reads a formula of numbers, names, `+ - * /` and brackets.
pub(super) fn read(text: &str) -> Option<Node> {
    let words = words(text)?;
    let mut at = 0;
    let node = sum(&words, &mut at, 0)?;
    (at == words.len()).then_some(node)
}

fn words(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        let inside = c.is_alphanumeric() || matches!(c, '_' | '.');
        match words.last_mut() {
            Some(last) if inside && open => last.push(c),
            _ if c.is_whitespace() => {}
            _ => words.push(c.to_string()),
        }
        open = inside;
        if words.len() > WORDS_MAX {
            return None;
        }
    }
    Some(words)
}

fn sum(words: &[String], at: &mut usize, depth: usize) -> Option<Node> {
    chain(words, at, depth, &["+", "-"], product)
}

fn product(words: &[String], at: &mut usize, depth: usize) -> Option<Node> {
    chain(words, at, depth, &["*", "/"], leaf)
}

fn chain(
    words: &[String],
    at: &mut usize,
    depth: usize,
    signs: &[&str],
    part: fn(&[String], &mut usize, usize) -> Option<Node>,
) -> Option<Node> {
    let mut node = part(words, at, depth)?;
    while let Some(sign) = words.get(*at).filter(|word| signs.contains(&word.as_str())) {
        *at += 1;
        let right = part(words, at, depth)?;
        node = Node::Operation(sign.chars().next()?, Box::new(node), Box::new(right));
    }
    Some(node)
}

fn leaf(words: &[String], at: &mut usize, depth: usize) -> Option<Node> {
    let word = words.get(*at)?;
    *at += 1;
    if word == "(" && depth < NESTING_MAX {
        let node = sum(words, at, depth + 1)?;
        let closed = words.get(*at).is_some_and(|w| w == ")");
        *at += 1;
        return closed.then_some(node);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let value: Exact = word.parse().ok()?;
        let power = match words.get(*at).map(String::as_str) {
            Some("%") => -2,
            Some("thousand") => 3,
            Some("million") => 6,
            Some("billion") => 9,
            _ => return Some(Node::Number(value)),
        };
        *at += 1;
        return Some(Node::Number(super::fits::times_ten(&value, power)));
    }
    word.starts_with(|c: char| c.is_alphabetic())
        .then(|| Node::Name(word.clone()))
}

impl Node {
    /// Every node, parents first: the order that [`Change::node`] counts in.
    pub(super) fn all(&self) -> Vec<&Node> {
        let mut found = vec![self];
        if let Self::Operation(_, left, right) = self {
            found.extend(left.all());
            found.extend(right.all());
        }
        found
    }

    /// The same with every leaf that `names` knows by its value under that name.
    pub(super) fn named(self, names: &dyn Fn(&Exact) -> Option<String>) -> Self {
        match self {
            Self::Number(value) => match names(&value) {
                Some(name) => Self::Name(name),
                None => Self::Number(value),
            },
            Self::Operation(sign, left, right) => Self::Operation(
                sign,
                Box::new(left.named(names)),
                Box::new(right.named(names)),
            ),
            Self::Name(_) => self,
        }
    }

    /// The value, with `change` done to it. `None` for an unknown name and for a division by
    /// nought.
    pub(super) fn value(
        &self,
        names: &dyn Fn(&str) -> Option<Exact>,
        change: Option<&Change>,
    ) -> Option<Exact> {
        self.at(names, change, &mut 0)
    }

    fn at(
        &self,
        names: &dyn Fn(&str) -> Option<Exact>,
        change: Option<&Change>,
        count: &mut usize,
    ) -> Option<Exact> {
        let does = change.filter(|c| c.node == *count).map(|c| &c.does);
        *count += 1;
        let plain = match self {
            Self::Number(value) => value.clone(),
            Self::Name(name) => names(name)?,
            Self::Operation(sign, left, right) => {
                let left = left.at(names, change, count)?;
                let right = right.at(names, change, count)?;
                match does {
                    Some(Does::KeepLeft) => left,
                    Some(Does::KeepRight) => right,
                    Some(Does::TurnOver) => combine(*sign, &right, &left)?,
                    Some(Does::Operator(other)) => combine(*other, &left, &right)?,
                    Some(Does::Twice) => combine(*sign, &combine(*sign, &left, &right)?, &right)?,
                    Some(Does::Become(_) | Does::Times(_)) | None => combine(*sign, &left, &right)?,
                }
            }
        };
        Some(match does {
            Some(Does::Become(value)) => value.clone(),
            Some(Does::Times(factor)) => Exact(&plain.0 * &factor.0),
            _ => plain,
        })
    }
}

fn combine(sign: char, left: &Exact, right: &Exact) -> Option<Exact> {
    Some(match sign {
        '+' => Exact(&left.0 + &right.0),
        '-' => Exact(&left.0 - &right.0),
        '*' => Exact(&left.0 * &right.0),
        _ if *right == Exact::zero() => return None,
        _ => Exact(&left.0 / &right.0),
    })
}
