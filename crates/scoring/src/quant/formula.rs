//! The formulas of a reference route as trees that can be worked out with one thing done wrong.
//! Not the case's own evaluator: a formula that it cannot read yields no mistakes, never an error.

use casebook::Exact;

/// Signs and names in one formula; longer ones are not searched for mistakes.
const WORDS_MAX: usize = 64;

/// Brackets within brackets.
const NESTING_MAX: usize = 16;

/// A formula.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Number(Exact),
    Name(String),
    Operation(char, Box<Node>, Box<Node>),
}

/// One thing done wrong at one node, counted from the root, parents first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) node: usize,
    pub(super) kind: ChangeKind,
}

/// What is done wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChangeKind {
    /// The second operand left out.
    LeaveOut,
    /// Divisor and dividend swapped.
    Invert,
    /// Plus for minus.
    Sign,
    /// The second operand applied twice.
    Twice,
    /// Another number taken, by its index in the list of numbers to take.
    Take(usize),
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
        return word.parse().ok().map(Node::Number);
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

    /// The value with `change` done to it; `takes` are the numbers that may be taken instead.
    /// `None` for an unknown name and for a division by nought.
    pub(super) fn value(
        &self,
        names: &dyn Fn(&str) -> Option<Exact>,
        change: Option<Change>,
        takes: &[Exact],
    ) -> Option<Exact> {
        self.at(names, change, takes, &mut 0)
    }

    fn at(
        &self,
        names: &dyn Fn(&str) -> Option<Exact>,
        change: Option<Change>,
        takes: &[Exact],
        count: &mut usize,
    ) -> Option<Exact> {
        let kind = change
            .filter(|change| change.node == *count)
            .map(|change| change.kind);
        *count += 1;
        match (self, kind) {
            (Self::Number(_) | Self::Name(_), Some(ChangeKind::Take(index))) => {
                takes.get(index).cloned()
            }
            (Self::Number(value), _) => Some(value.clone()),
            (Self::Name(name), _) => names(name),
            (Self::Operation(sign, left, right), kind) => {
                let left = left.at(names, change, takes, count)?;
                let right = right.at(names, change, takes, count)?;
                match kind {
                    Some(ChangeKind::LeaveOut) => Some(left),
                    Some(ChangeKind::Invert) => combine(*sign, &right, &left),
                    Some(ChangeKind::Sign) => {
                        combine(if *sign == '+' { '-' } else { '+' }, &left, &right)
                    }
                    Some(ChangeKind::Twice) => {
                        combine(*sign, &combine(*sign, &left, &right)?, &right)
                    }
                    Some(ChangeKind::Take(_)) | None => combine(*sign, &left, &right),
                }
            }
        }
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
