//! Number words: what a single word adds to a spoken number.

/// What a word means inside a spoken number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Atom {
    /// `zero` to `nine`, also `oh`.
    Digit(u64),
    /// `ten` to `nineteen`.
    Teen(u64),
    /// `twenty` to `ninety`.
    Tens(u64),
    /// `hundred`.
    Hundred,
}

/// Reads one word as part of a number. `oh` counts only inside a number: the caller checks.
pub(super) fn atom(word: &str) -> Option<Atom> {
    Some(match word {
        "zero" | "nought" | "naught" | "oh" => Atom::Digit(0),
        "one" => Atom::Digit(1),
        "two" => Atom::Digit(2),
        "three" => Atom::Digit(3),
        "four" => Atom::Digit(4),
        "five" => Atom::Digit(5),
        "six" => Atom::Digit(6),
        "seven" => Atom::Digit(7),
        "eight" => Atom::Digit(8),
        "nine" => Atom::Digit(9),
        "ten" => Atom::Teen(10),
        "eleven" => Atom::Teen(11),
        "twelve" => Atom::Teen(12),
        "thirteen" => Atom::Teen(13),
        "fourteen" => Atom::Teen(14),
        "fifteen" => Atom::Teen(15),
        "sixteen" => Atom::Teen(16),
        "seventeen" => Atom::Teen(17),
        "eighteen" => Atom::Teen(18),
        "nineteen" => Atom::Teen(19),
        "twenty" => Atom::Tens(20),
        "thirty" => Atom::Tens(30),
        "forty" | "fourty" => Atom::Tens(40),
        "fifty" => Atom::Tens(50),
        "sixty" => Atom::Tens(60),
        "seventy" => Atom::Tens(70),
        "eighty" => Atom::Tens(80),
        "ninety" => Atom::Tens(90),
        "hundred" => Atom::Hundred,
        _ => return None,
    })
}

/// Digits that a recogniser writes as another word. Only read so where nothing else fits.
pub(super) fn homophone(word: &str) -> Option<u64> {
    Some(match word {
        "won" => 1,
        "to" | "too" => 2,
        "for" | "fore" => 4,
        "ate" => 8,
        _ => return None,
    })
}

/// The power of ten of a scale word.
pub(super) fn scale_word(word: &str) -> Option<u32> {
    Some(match word {
        "hundred" => 2,
        "thousand" | "thousands" | "grand" => 3,
        "million" | "millions" | "mio" | "mn" | "mln" | "mill" => 6,
        "billion" | "billions" | "bn" | "bln" => 9,
        "trillion" | "trillions" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// The power of ten of a letter after digits, `4.2m`.
pub(super) fn scale_letter(word: &str) -> Option<u32> {
    Some(match word {
        "k" => 3,
        "m" | "mm" | "mil" => 6,
        "b" => 9,
        _ => return None,
    })
}

/// The denominator of a fraction word, and whether it stands in the plural.
pub(super) fn fraction_word(word: &str) -> Option<(i64, bool)> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let plural = singular.len() != word.len();
    let denominator = match singular {
        "half" | "halve" => 2,
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "twelfth" => 12,
        "twentieth" => 20,
        "hundredth" => 100,
        "thousandth" => 1000,
        _ => return None,
    };
    Some((denominator, plural))
}

/// Words before a number that make it an estimate.
pub(super) const ROUGH_BEFORE: &[&str] = &[
    "about",
    "roughly",
    "around",
    "nearly",
    "almost",
    "approximately",
    "approx",
    "circa",
    "ca",
    "over",
    "under",
    "some",
    "say",
    "like",
    "maybe",
    "perhaps",
    "probably",
    "ballpark",
    "above",
    "below",
    "close",
    "shy",
];

/// Words after a number that make it an estimate.
pub(super) const ROUGH_AFTER: &[&str] = &["ish", "odd", "roughly", "approximately", "ballpark"];

/// Words that make the number after them a label.
pub(super) const LABELS: &[&str] = &[
    "number", "step", "option", "phase", "question", "part", "scenario", "exhibit", "table",
    "chart", "row", "column", "branch", "bucket", "no", "figure", "version", "section", "item",
    "page", "slide", "tier", "type", "group", "wave", "stage", "idea", "reason",
];

/// Things that people count off when they lay out a speech.
pub(super) const ENUMERATED: &[&str] = &[
    "things",
    "areas",
    "buckets",
    "parts",
    "reasons",
    "branches",
    "levers",
    "ways",
    "steps",
    "questions",
    "drivers",
    "factors",
    "pieces",
    "topics",
    "blocks",
    "pillars",
    "sides",
    "options",
    "ideas",
    "insights",
    "observations",
    "messages",
    "risks",
    "takeaways",
    "categories",
    "groups",
    "aspects",
    "components",
    "elements",
    "issues",
    "caveats",
    "remarks",
    "comments",
    "themes",
    "dimensions",
    "angles",
    "arguments",
    "clusters",
    "conditions",
    "assumptions",
    "concerns",
    "calculations",
    "numbers",
    "cases",
    "scenarios",
    "routes",
    "approaches",
    "thing",
    "reason",
    "question",
    "idea",
    "option",
    "way",
    "caveat",
    "risk",
    "more",
    "kinds",
    "types",
    "sorts",
];

/// Adjectives that stand between the count and the thing counted off.
pub(super) const ENUMERATED_ADJECTIVES: &[&str] = &[
    "main",
    "key",
    "big",
    "quick",
    "major",
    "different",
    "further",
    "other",
    "broad",
    "important",
    "small",
    "more",
    "short",
    "clarifying",
    "possible",
    "separate",
    "clear",
];

/// Words that make `one` after them a pronoun.
pub(super) const BEFORE_PRONOUN: &[&str] = &[
    "the", "this", "that", "which", "each", "every", "another", "any", "no", "big", "first",
    "last", "next", "only", "other", "main", "right", "wrong", "best", "new", "old", "single",
    "good", "same", "cheaper", "second", "third",
];
