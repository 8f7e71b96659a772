//! Whether words only repeat the prompt. What was read out to the candidate earns nothing when it
//! comes back word for word.

use std::collections::BTreeSet;

use crate::matching::{is_stop, stem, words};

/// Fewest pairs of neighbouring topic words that make a repetition; fewer are a mere mention.
const PAIRS_MIN: usize = 4;

/// Share of pairs, in tenths, from which on words are a repetition.
const REPEATED_TENTHS: usize = 8;

/// The prompt as pairs of neighbouring topic words.
pub(super) struct Echo(BTreeSet<(String, String)>);

impl Echo {
    pub(super) fn new(prompt: &str) -> Self {
        Self(pairs(prompt).into_iter().collect())
    }

    /// Whether `said` repeats the prompt.
    pub(super) fn repeats(&self, said: &str) -> bool {
        let pairs = pairs(said);
        let known = pairs.iter().filter(|pair| self.0.contains(pair)).count();
        pairs.len() >= PAIRS_MIN && known * 10 >= pairs.len() * REPEATED_TENTHS
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let said = words(text);
    let topics: Vec<String> = said
        .iter()
        .filter(|w| !is_stop(w))
        .map(|w| stem(w))
        .collect();
    topics
        .windows(2)
        .map(|pair| (pair[0].clone(), pair[1].clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_prompts_own_words_are_an_echo() {
        let echo = Echo::new(
            "Harbour Foods runs forty bakeries in the north and its profit fell by a third.",
        );
        assert!(echo.repeats(
            "So Harbour Foods runs forty bakeries in the north, and profit fell by a third"
        ));
        assert!(!echo.repeats(
            "Did profit fall because the forty bakeries sell less bread or pay more rent?"
        ));
        assert!(!echo.repeats("Harbour Foods"));
    }
}
