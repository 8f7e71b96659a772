//! The goal as the candidate plays it back: is it a playback, and is it right?

use casebook::Case;

use super::words::{says, stems};

/// Ways to begin a playback.
pub(crate) const PLAYBACK: &[&str] = &[
    "play that back",
    "play it back",
    "play back",
    "to confirm",
    "just to confirm",
    "let me confirm",
    "make sure i understand",
    "make sure i understood",
    "if i understand",
    "if i understood",
    "as i understand",
    "my understanding",
    "so the goal",
    "the goal is",
    "the objective is",
    "so the objective",
    "so the question",
    "so we want",
    "so they want",
    "so the client",
    "so our client",
    "in other words",
    "to summarise",
    "to summarize",
    "to recap",
    "let me recap",
    "let me restate",
    "let me repeat",
    "the task is",
    "we have to decide",
    "so we need to",
    "so they need to",
    "did i get that",
    "have i got that",
    "to clarify the goal",
    "to paraphrase",
];

/// A playback shares at least this many content words with the goal or the prompt.
const SHARED_WORDS_MIN: usize = 3;

/// A playback shares at least this many content words with the goal itself.
const GOAL_WORDS_MIN: usize = 2;

/// What an utterance says of the goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Playback {
    /// It does not play the goal back.
    None,
    /// It does, and nothing in it goes against the case.
    Right,
    /// It does, with a figure in the place of the goal's own.
    Wrong,
}

/// Reads a playback. `known` are texts that the candidate has been told.
pub(crate) fn playback(case: &Case, known: &str, text: &str) -> Playback {
    if !says(text, PLAYBACK) {
        return Playback::None;
    }
    let said = stems(text);
    let goal = stems(&case.objective.text);
    let told = stems(&format!("{known} {}", case.objective.text));
    let with_goal = said.iter().filter(|word| goal.contains(word)).count();
    let with_told = said.iter().filter(|word| told.contains(word)).count();
    if with_told < SHARED_WORDS_MIN {
        return Playback::None;
    }
    if with_goal < GOAL_WORDS_MIN {
        return Playback::None;
    }
    let (goal, told) = (figures(&case.objective.text), figures(known));
    let spoken = figures(text);
    // Another figure than the goal's beside the same word; figures of other things are no matter.
    let wrong = spoken.iter().any(|(figure, of)| {
        let known = told.contains(&(figure.clone(), of.clone()));
        let mut rivals = goal
            .iter()
            .filter(|(_, other)| !of.is_empty() && other == of);
        !known && rivals.clone().next().is_some() && rivals.all(|rival| !spoken.contains(rival))
    });
    if wrong {
        Playback::Wrong
    } else {
        Playback::Right
    }
}

/// Figures of a text as digits, each with the stem of the word after it: `three years` is not
/// `three months`.
fn figures(text: &str) -> Vec<(String, String)> {
    const WORDS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '%')))
        .map(|word| word.trim_end_matches(['.', ',']).replace(',', ""))
        .filter(|word| !word.is_empty())
        .collect();
    let figure = |word: &String| {
        if let Some(index) = WORDS.iter().position(|w| w == word) {
            return Some((index + 2).to_string());
        }
        let digits: String = word
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        (!digits.is_empty()).then_some(digits)
    };
    let after = |index: usize| {
        words
            .get(index + 1)
            .and_then(|word| stems(word).into_iter().next())
            .unwrap_or_default()
    };
    words
        .iter()
        .enumerate()
        .filter_map(|(index, word)| Some((figure(word)?, after(index))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_years_is_not_three_months() {
        assert_ne!(figures("within three years"), figures("in three months"));
        assert_eq!(figures("seven years"), figures("7 years"));
    }
}
