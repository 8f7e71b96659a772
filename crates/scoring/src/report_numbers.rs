//! How far the numbers of calculations were read and judged as graders did, each figure with what
//! it was counted over.

use casebook::{Exact, SegmentKind};

use crate::report::Measured;

/// A number read agrees with the graders' within this share, in hundredths.
const SAME_PERCENT: i64 = 1;

/// Counts of agreement: how many, out of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberCounts {
    /// Final number and unit as the graders read them, none included.
    pub read: (usize, usize),
    /// The same over answers that say every number in words.
    pub read_in_words: (usize, usize),
    /// The same over the other answers.
    pub read_in_digits: (usize, usize),
    /// Right or wrong as the graders judged.
    pub right: (usize, usize),
    /// Listed mistakes that carry the graders' name.
    pub traps: (usize, usize),
    /// Unlisted mistakes that carry no listed one's name.
    pub unlisted: (usize, usize),
    /// Answers without a final number that were given none.
    pub none: (usize, usize),
    /// Right answers without a mistake that were given one.
    pub falsely_accused: (usize, usize),
}

impl NumberCounts {
    /// Counts over the calculations among `graded`.
    #[must_use]
    pub fn of(graded: &[&Measured]) -> Self {
        let mut counts = Self::default();
        let quants = graded
            .iter()
            .filter(|a| a.examined.kind == SegmentKind::Quant);
        for answer in quants.filter(|a| a.gold.final_right.is_some()) {
            counts.count(answer);
        }
        counts
    }

    fn count(&mut self, answer: &Measured) {
        let (gold, given) = (&answer.gold, &answer.examined.responded);
        let read = same_number(answer);
        add(&mut self.read, read);
        let digits = answer.response.text.bytes().any(|b| b.is_ascii_digit());
        add(
            if digits {
                &mut self.read_in_digits
            } else {
                &mut self.read_in_words
            },
            read,
        );
        add(&mut self.right, gold.final_right == given.final_right);
        let own = matches!(
            given.error.as_deref(),
            None | Some("unlisted" | "no_answer")
        );
        match gold.error.as_deref() {
            None => add(&mut self.falsely_accused, given.error.is_some()),
            Some("no_answer") => add(&mut self.none, given.final_value.is_none()),
            Some("unlisted") => add(&mut self.unlisted, own),
            Some(trap) => add(&mut self.traps, given.error.as_deref() == Some(trap)),
        }
    }

    /// Each figure on a line of its own.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let line = |what: &str, (part, of): (usize, usize)| {
            let share = (part * 1000).checked_div(of).unwrap_or(0);
            format!("{what}: {part} of {of} ({}.{} %)", share / 10, share % 10)
        };
        vec![
            line("final number and unit read as graders did", self.read),
            line("  said in words only", self.read_in_words),
            line("  with digits", self.read_in_digits),
            line(
                "final number judged right or wrong as graders did",
                self.right,
            ),
            line("listed mistakes carrying the graders' name", self.traps),
            line(
                "unlisted mistakes given no listed one's name",
                self.unlisted,
            ),
            line("no final number, and none read", self.none),
            line("right answers given a mistake", self.falsely_accused),
        ]
    }
}

fn add(count: &mut (usize, usize), yes: bool) {
    count.0 += usize::from(yes);
    count.1 += 1;
}

fn same_number(answer: &Measured) -> bool {
    let (gold, given) = (&answer.gold, &answer.examined.responded);
    let exact = |n: &serde_json::Number| n.to_string().parse::<Exact>().ok();
    match (gold.final_value.as_ref(), given.final_value.as_ref()) {
        (None, None) => true,
        // Both within the case's tolerance: the same number, said more or less exactly.
        (Some(_), Some(_)) if gold.final_right == Some(true) && given.final_right == Some(true) => {
            true
        }
        (Some(gold_value), Some(value)) => {
            let (Some(gold_value), Some(value)) = (exact(gold_value), exact(value)) else {
                return false;
            };
            let share = Exact(&Exact::whole(SAME_PERCENT).0 * &Exact::power_of_ten(-2).0);
            let limit = Exact(&gold_value.abs().0 * &share.0);
            let units = gold.final_unit.as_deref().zip(given.final_unit.as_deref());
            value.within(&gold_value, &limit) && units.is_none_or(|(a, b)| head(a) == head(b))
        }
        _ => false,
    }
}

/// What a unit counts, without what it is counted per.
fn head(unit: &str) -> String {
    let head = unit.split(['/', ' ']).next().unwrap_or("");
    head.trim_end_matches('s').to_lowercase()
}
