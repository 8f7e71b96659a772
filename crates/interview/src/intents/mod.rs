//! What the candidate wants of the interviewer: time, a hint, a repeat, the answer, to go on.
//! Rules of general phrases with guards; a doubtful phrase is left alone, for a wrong intent
//! derails an interview and a missed one costs a sentence. Never looks at the case.

mod rules;

use crate::matching::words;
use crate::phrase::any_occurs;
use crate::{Intent, IntentRead, Span};
use rules::RULES;

/// Longest utterance that can be small talk, yes, no or swearing alone, in words.
const SHORT: usize = 8;

/// Most intents kept of one utterance; more are noise.
const INTENT_LIMIT: usize = 12;

/// Marks that only a pasted machine message bears.
const MACHINE_MARKS: [&str; 8] = [
    "<system",
    "[system",
    "<|",
    "### system",
    "### instruction",
    "system:",
    "assistant:",
    "[inst]",
];

const GREETINGS: &str = "hello hi hey thanks thank you very much so a lot good great nice morning afternoon evening \
 day to meet how are doing i'm i am fine well today cool perfect bye goodbye cheers and for that the your time helpful \
 pleasure lovely weather okay ok understood got it sounds all right alright clear";

/// Without one of these a short text of greeting words is not small talk.
const GREETING_CORES: &str = "hello hi hey thanks thank morning afternoon evening meet bye goodbye cheers understood \
 great perfect pleasure cool weather";

const SWEARING: &str =
    "fuck fucking fucked shit bullshit asshole bitch bastard crap dumbass motherfucker wanker";

/// Talk that is meant to amuse.
const JOKES: [&str; 4] = [
    "haha|hahaha|lol|hehe|lmao|rofl",
    "just|only ?a joking|kidding|joke",
    "tell|hear|know ?you ?me a ?good joke",
    "knock knock",
];

/// Asks for the meaning of a word when one stands in quotation marks.
const QUOTED: [&str; 2] = [
    "^ ?and|so|sorry|but what is|are|does",
    "^ ?and|so|sorry|but what's",
];

/// Whether a word of the text stands in quotation marks; an apostrophe is none.
pub(crate) fn quotes_a_word(text: &str) -> bool {
    let opens = |mark: &str| text.contains(&format!(" {mark}"));
    ["'", "\"", "\u{2018}", "\u{201c}"].into_iter().any(opens)
}

/// The intents in `text`, whose clauses are given.
#[must_use]
pub fn read_intents(text: &str, clauses: &[Span]) -> Vec<IntentRead> {
    let mut found = Vec::new();
    for &at in clauses {
        let clause = at.of(text);
        let said = words(clause);
        for rule in &RULES {
            if any_occurs(rule.shows, &said) && !any_occurs(rule.unless, &said) {
                found.push(IntentRead {
                    intent: rule.intent,
                    at,
                });
            }
        }
        if quotes_a_word(clause) && any_occurs(&QUOTED, &said) {
            found.push(IntentRead {
                intent: Intent::AskMeaning,
                at,
            });
        }
        let low = clause.to_lowercase();
        if MACHINE_MARKS.iter().any(|mark| low.contains(mark)) {
            found.push(IntentRead {
                intent: Intent::Grader,
                at,
            });
        }
    }
    let whole = Span {
        start: 0,
        end: text.len(),
    };
    let said = words(text);
    found.extend(
        of_whole(&said)
            .into_iter()
            .map(|intent| IntentRead { intent, at: whole }),
    );
    found.dedup();
    found.truncate(INTENT_LIMIT);
    found
}

/// Intents that the utterance as a whole shows.
fn of_whole(said: &[String]) -> Vec<Intent> {
    let mut found = Vec::new();
    let short = !said.is_empty() && said.len() <= SHORT;
    let in_list = |list: &str, word: &String| list.split_whitespace().any(|w| w == word);
    if said.len() <= 2 * SHORT
        && said.iter().all(|word| in_list(GREETINGS, word))
        && said.iter().any(|word| in_list(GREETING_CORES, word))
    {
        found.push(Intent::SmallTalk);
    }
    if said.len() <= 2 * SHORT && any_occurs(&JOKES, said) {
        found.push(Intent::SmallTalk);
    }
    if short && said.iter().any(|word| in_list(SWEARING, word)) {
        found.push(Intent::Profanity);
    }
    if is_yes(said) {
        found.push(Intent::Yes);
    }
    if is_no(said) {
        found.push(Intent::No);
    }
    if crate::language::is_foreign(said) {
        found.push(Intent::OtherLanguage);
    }
    found
}

const YES: [&str; 6] = [
    "^ yes|correct|exactly|absolutely|indeed|definitely|precisely|affirmative",
    "^ yeah|yep|yup|sure|right|ok|okay ?sure|right|please|exactly|that's|it's|i|is|do ?it|right|true|correct|fine $",
    "^ that|that's|this|it's ?is|was ?what|exactly|all right|correct|true|it|i|mean|meant",
    "^ of course",
    "^ i do|did|am $",
    "^ uh|mm huh|hm|hmm $",
];

const NOT_YES: [&str; 2] = ["^ correct me", "^ that|this|it ?is|was not"];

const NO: [&str; 4] = [
    "^ no|nope|nah $",
    "^ no|nope|nah not|that|that's|it|it's|i|thanks|thank|sorry|we|the|please|rather|actually",
    "^ not really|at|quite|exactly|that|what ?all",
    "^ that|that's|this|it's ?is|was not ?really|exactly|quite what|right|it|correct|i",
];

const NOT_NO: [&str; 1] = ["^ no idea|clue|data|more|further|other|problem"];

fn is_yes(said: &[String]) -> bool {
    any_occurs(&YES, said) && !any_occurs(&NOT_YES, said)
}

fn is_no(said: &[String]) -> bool {
    any_occurs(&NO, said) && !any_occurs(&NOT_NO, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intents_are_read_as_the_table_says() {
        let mut wrong = String::new();
        let table = include_str!("intents.txt").lines();
        for line in table.filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (text, expect) = line.split_once(" => ").unwrap_or((line, "?"));
            let found = read_intents(text, &crate::clauses::cut(text));
            let mut names: Vec<String> = found.iter().map(|f| format!("{:?}", f.intent)).collect();
            names.sort();
            names.dedup();
            let read = if names.is_empty() {
                "-".to_owned()
            } else {
                names.join(" ")
            };
            if read != expect {
                wrong.push_str(&format!("{text}\n  expected {expect}\n  read     {read}\n"));
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}
