//! Formulas as lists of words, worked out from left to right by falling rank; and dice.

use std::collections::BTreeMap;

use casebook::Exact;

/// Dice that fall the same way every time.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit.max(1) as u64).unwrap_or(0)
    }

    pub(crate) fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }
}

/// `a * (1 - b)` as `a`, `*`, `(`, `1`, `-`, `b`, `)`.
pub(crate) fn words(formula: &str) -> Vec<String> {
    let mut spaced = String::new();
    for c in formula.chars() {
        if "+-*/()".contains(c) {
            spaced.push_str(&format!(" {c} "));
        } else {
            spaced.push(c);
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn rank(sign: &str) -> u8 {
    match sign {
        "*" | "/" => 2,
        "+" | "-" => 1,
        _ => 0,
    }
}

/// Works out the words with two stacks; `None` for an unknown name or a division by nought.
pub(crate) fn worth(words: &[String], known: &BTreeMap<String, Exact>) -> Option<Exact> {
    let (mut values, mut signs): (Vec<Exact>, Vec<&str>) = (Vec::new(), Vec::new());
    for word in words {
        match word.as_str() {
            "(" => signs.push("("),
            ")" => {
                while let Some(sign) = signs.pop().filter(|s| *s != "(") {
                    apply(sign, &mut values)?;
                }
            }
            sign if rank(sign) > 0 => {
                while let Some(top) = signs.last().copied().filter(|t| rank(t) >= rank(sign)) {
                    signs.pop();
                    apply(top, &mut values)?;
                }
                signs.push(sign);
            }
            name => values.push(known.get(name).cloned().or_else(|| name.parse().ok())?),
        }
    }
    while let Some(sign) = signs.pop() {
        apply(sign, &mut values)?;
    }
    values.pop().filter(|_| values.is_empty())
}

fn apply(sign: &str, values: &mut Vec<Exact>) -> Option<()> {
    let (right, left) = (values.pop()?, values.pop()?);
    values.push(Exact(match sign {
        "+" => left.0 + right.0,
        "-" => left.0 - right.0,
        "*" => left.0 * right.0,
        _ if right == Exact::zero() => return None,
        _ => left.0 / right.0,
    }));
    Some(())
}
