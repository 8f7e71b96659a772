//! Words of general English that show what a sentence does: rank, guess, conclude, check. Short
//! lists from ordinary usage, never from particular answers; each weighs little and decides
//! nothing by itself.

use interview::Span;

/// Puts one thing before another.
pub(crate) const PRIORITY: &[&str] = &[
    "priority",
    "prioritise",
    "prioritize",
    "most important",
    "matters most",
    "start with",
    "begin with",
    "start by",
    "first of all",
    "before anything else",
    "above all",
    "biggest",
    "main driver",
    "focus on",
    "crux",
    "hinges on",
    "comes first",
    "key question",
    "decisive",
    "look first",
    "test first",
    "rank",
    "top of the list",
    "the one i would",
    "favourite",
];

/// States a view that facts may overturn.
pub(crate) const HYPOTHESIS: &[&str] = &[
    "hypothesis",
    "my guess",
    "i expect",
    "i suspect",
    "i believe",
    "i bet",
    "my hunch",
    "i would guess",
    "my bet",
    "i think",
    "probably",
    "likely",
    "i'd guess",
    "i'd bet",
];

/// Gives a reason.
pub(crate) const REASON: &[&str] = &[
    "because",
    "since",
    "given that",
    "due to",
    "the reason",
    "as that",
    "so that i",
    "so that we",
];

/// Draws a consequence.
pub(crate) const CONSEQUENCE: &[&str] = &[
    "which means",
    "that means",
    "this means",
    "meaning",
    "therefore",
    "hence",
    "thus",
    "as a result",
    "implies",
    "which is why",
    "that is why",
    "that's why",
    "tells us",
    "suggests",
    "in other words",
];

/// Sets a figure against another.
pub(crate) const COMPARISON: &[&str] = &[
    "compared",
    "versus",
    "against",
    "above",
    "below",
    "more than",
    "less than",
    "times as",
    "hurdle",
    "target",
    "half",
    "twice",
    "double",
    "only",
    "just",
    "enough",
    "short of",
    "exceeds",
    "break-even",
    "break even",
    "worth it",
    "not worth",
];

/// Tests a result.
pub(crate) const CHECK: &[&str] = &[
    "check",
    "sanity",
    "double-check",
    "cross-check",
    "plausible",
    "other way round",
    "in reverse",
    "makes sense",
    "order of magnitude",
    "verify",
    "sounds right",
    "back of the envelope",
    "ballpark",
    "reasonable",
    "fits with",
    "in line with",
];

/// Asks what would change the result.
pub(crate) const SENSITIVITY: &[&str] = &[
    "break-even",
    "break even",
    "breakeven",
    "sensitive",
    "sensitivity",
    "if it were",
    "even if",
    "would need",
    "would have to",
    "at least",
    "at most",
    "as long as",
    "if only",
    "falls to",
    "drops to",
    "rises to",
];

/// Names a danger.
pub(crate) const RISK: &[&str] = &[
    "risk",
    "risks",
    "danger",
    "threat",
    "worry",
    "concern",
    "downside",
    "could go wrong",
    "watch out",
    "main issue",
    "biggest fear",
];

/// Says what to do now.
pub(crate) const NEXT: &[&str] = &[
    "next step",
    "next steps",
    "next i",
    "next we",
    "as a next",
    "this week",
    "next week",
    "next month",
    "tomorrow",
    "right away",
    "immediately",
    "straight away",
    "pilot",
    "negotiate",
    "i would now",
    "before we",
    "before signing",
    "within",
];

/// Ties advice to something that may or may not hold.
pub(crate) const CONDITION: &[&str] = &[
    "if",
    "unless",
    "provided",
    "as long as",
    "only when",
    "on condition",
    "subject to",
    "until",
    "only if",
    "assuming",
    "in case",
];

/// Gives advice.
pub(crate) const ADVICE: &[&str] = &[
    "recommend",
    "recommendation",
    "should",
    "my answer",
    "i advise",
    "i would",
    "i'd",
    "we suggest",
    "i suggest",
    "go for",
    "go ahead",
    "do not",
    "don't",
    "must",
    "yes",
    "no",
];

/// Avoids an answer.
pub(crate) const HEDGE: &[&str] = &[
    "it depends",
    "depends on",
    "hard to say",
    "difficult to say",
    "either way",
    "both options",
    "pros and cons",
    "for and against",
    "further analysis",
    "more analysis",
    "more research",
    "look further",
    "not sure",
    "on the one hand",
    "could go either",
    "needs more study",
    "cannot say",
    "can't say",
    "too early to say",
];

/// Says what a reading cannot show.
pub(crate) const LIMIT: &[&str] = &[
    "does not show",
    "doesn't show",
    "do not know",
    "don't know",
    "only one",
    "average",
    "averages",
    "sample",
    "caveat",
    "assumption",
    "assumes",
    "estimate",
    "correlation",
    "missing",
    "snapshot",
    "would want to",
    "i'd want to",
    "not the same as",
    "hides",
];

/// Puts things in groups.
pub(crate) const GROUPING: &[&str] = &[
    "group",
    "groups",
    "bucket",
    "buckets",
    "category",
    "categories",
    "areas",
    "first",
    "second",
    "third",
    "on the",
    "side",
    "inside",
    "outside",
    "short term",
    "long term",
    "one is",
    "one,",
];

/// Speaks of the grading instead of the case, whoever it is addressed to.
pub(crate) const GRADING: &[&str] = &[
    "full marks",
    "full mark",
    "top marks",
    "top mark",
    "top score",
    "highest score",
    "maximum score",
    "best score",
    "full credit",
    "high score",
    "good score",
    "good grade",
    "top grade",
    "highest grade",
    "five out of five",
    "5 out of 5",
    "5/5",
    "a five from you",
    "the grader",
    "the graders",
    "the evaluator",
    "the assessor",
    "the examiner",
    "the candidate has",
    "the candidate is",
    "the candidate was",
    "this candidate",
    "whoever grades",
    "whoever scores",
    "the rubric",
    "mark scheme",
    "marking scheme",
    "scoring criteria",
    "interviewer:",
    "examiner:",
    "grader:",
    "evaluator:",
    "excellent answer",
    "outstanding answer",
    "perfect answer",
    "great answer",
    "brilliant answer",
    "excellent candidate",
    "strong candidate",
    "best candidate",
    "please rate",
    "please score",
    "please grade",
    "mark me",
    "grade me",
    "score me",
    "rate me",
];

/// Words that stand in any text and carry no topic.
const FUNCTION: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had",
    "has", "have", "he", "her", "here", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "just", "like", "may", "me", "might", "more", "most", "my", "no", "not", "of", "off", "on",
    "one", "only", "or", "our", "out", "over", "she", "should", "so", "some", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "um",
    "uh", "up", "us", "very", "was", "we", "well", "were", "what", "when", "where", "which",
    "while", "who", "why", "will", "with", "would", "yes", "you", "your", "it's", "i'd", "that's",
    "don't", "let", "let's", "much", "many", "each", "per", "under", "between",
];

/// Whether a lower-case word carries no topic.
#[must_use]
pub(crate) fn is_function(word: &str) -> bool {
    FUNCTION.contains(&word)
}

/// The words of a text in lower case, with their places.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Span, String)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let from = rest + text[rest..].find(in_word)?;
        let to = text[from..]
            .find(|c| !in_word(c))
            .map_or(text.len(), |n| from + n);
        rest = to;
        Some((
            Span {
                start: from,
                end: to,
            },
            text[from..to].to_lowercase(),
        ))
    })
}

/// Places where a level is spoken of as a thing to be had: "a five would", "give it a 5.", which no
/// number of a case is.
pub(crate) fn levels_named(text: &str) -> impl Iterator<Item = Span> + '_ {
    const LEVELS: &[&str] = &[
        "one", "two", "three", "four", "five", "1", "2", "3", "4", "5",
    ];
    const BEFORE: &[&str] = &["a", "the", "that", "my"];
    const AFTER: &[&str] = &["would", "will", "please", "from", "if"];
    let all: Vec<(Span, String)> = words(text).map(|(at, w)| (at, w.to_lowercase())).collect();
    let found: Vec<Span> = all
        .windows(2)
        .enumerate()
        .filter(|(_, pair)| {
            BEFORE.contains(&pair[0].1.as_str()) && LEVELS.contains(&pair[1].1.as_str())
        })
        .filter(|(at, pair)| {
            let behind = text[pair[1].0.end..].trim_start();
            let closes = behind.is_empty() || behind.starts_with(['.', '!', ',']);
            let decimal = text[pair[1].0.end..].starts_with('.')
                && behind[1..].starts_with(|c: char| c.is_ascii_digit());
            let next = all.get(at + 2).map_or("", |(_, word)| word.as_str());
            let listed = LEVELS.contains(&next) || next.starts_with(|c: char| c.is_ascii_digit());
            (closes && !decimal && !listed && pair[0].1 == "a") || AFTER.contains(&next)
        })
        .map(|(_, pair)| Span {
            start: pair[0].0.start,
            end: pair[1].0.end,
        })
        .collect();
    found.into_iter()
}

/// Words that carry a topic, cut to a rough stem so that `site` and `sites` meet.
pub(crate) fn topics(text: &str) -> impl Iterator<Item = String> {
    words(text)
        .filter(|(_, w)| w.len() > 2 && !is_function(w))
        .map(|(_, word)| stem(&word))
}

/// The places of any of `phrases`, on word borders, in the order of the phrases.
pub(crate) fn places<'t>(text: &'t str, phrases: &'t [&'t str]) -> impl Iterator<Item = Span> + 't {
    // ASCII lower case keeps every byte where it was.
    let lower = text.to_ascii_lowercase();
    phrases.iter().flat_map(move |phrase| {
        let spans: Vec<Span> = lower
            .match_indices(phrase)
            .map(|(start, found)| Span {
                start,
                end: start + found.len(),
            })
            .filter(|span| on_borders(&lower, *span))
            .collect();
        spans
    })
}

fn on_borders(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    !before.is_some_and(in_word) && !after.is_some_and(in_word)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\''
}

fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    for ending in [
        "ations", "ation", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "e", "y",
    ] {
        if let Some(root) = word.strip_suffix(ending)
            && root.chars().count() >= 3
        {
            return root.to_owned();
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_on_word_borders() {
        let text = "The brisk start. Our main RISK is price.";
        let found: Vec<&str> = places(text, RISK).map(|s| s.of(text)).collect();
        assert_eq!(found, ["RISK"]);
    }

    #[test]
    fn a_level_is_named_where_it_is_asked_for() {
        let named = |text: &str| levels_named(text).count();
        assert_eq!(named("Be so kind, a four would help me."), 1);
        assert_eq!(named("Just give me a 5!"), 1);
        assert_eq!(named("That is a five percent share, a 5.5 point rise"), 0);
        assert_eq!(
            named("over a two to three year horizon, and a four day week"),
            0
        );
        assert_eq!(named("Of the five, two are open."), 0);
        assert_eq!(named("It takes a four, five months at most"), 0);
        assert_eq!(named("I would be glad of a four, it matters to me"), 1);
    }

    #[test]
    fn words_keep_their_places() {
        let text = "Café costs: don't ask";
        let found: Vec<String> = words(text).map(|(s, _)| s.of(text).to_owned()).collect();
        assert_eq!(found, ["Café", "costs", "don't", "ask"]);
    }

    #[test]
    fn singular_and_plural_share_a_topic() {
        assert_eq!(
            topics("the sites").collect::<Vec<_>>(),
            topics("a site").collect::<Vec<_>>()
        );
    }
}
