//! Strings of keywords: many topic words in a row and not one word that says anything about them.
//! Such a stretch earns nothing. A terse right answer, a spoken calculation and a short list of
//! ideas are not stuffing: numbers, questions and any linking word break a stretch.

use interview::{Reading, Span};

use crate::marks;

/// Topic words in a row without a linking word. A terse list item has one to four; no sentence,
/// however short of breath, has so many.
const STRETCH_WORDS: usize = 12;

/// The stretches of `text` that are strings of keywords.
#[must_use]
pub(crate) fn spans(text: &str, reading: &Reading) -> Vec<Span> {
    let mut found = Vec::new();
    let mut stretch: Vec<Span> = Vec::new();
    for (span, word) in marks::words(text) {
        if says_something(text, reading, span, &word) {
            close(&mut stretch, &mut found);
        } else {
            stretch.push(span);
        }
    }
    close(&mut stretch, &mut found);
    found
}

fn says_something(text: &str, reading: &Reading, span: Span, word: &str) -> bool {
    // `and` and `or` join keywords as well as sentences, so they break nothing.
    let links = marks::is_function(word) && !matches!(word, "and" | "or");
    let number = word.chars().any(|c| c.is_ascii_digit())
        || reading
            .numbers
            .iter()
            .any(|n| n.at.start <= span.start && span.end <= n.at.end);
    let asks = text[span.end..].starts_with('?');
    links || number || asks
}

fn close(stretch: &mut Vec<Span>, found: &mut Vec<Span>) {
    if stretch.len() >= STRETCH_WORDS
        && let (Some(first), Some(last)) = (stretch.first(), stretch.last())
    {
        found.push(Span {
            start: first.start,
            end: last.end,
        });
    }
    stretch.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let reading = Reading::default();
        let found: Vec<&str> = spans(text, &reading).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_string_of_nouns_is_found_and_the_sentence_after_it_is_kept() {
        check(
            "market size, growth, competition, capability, synergy, margin, price, volume, cost, \
             capex, brand, channel, risk. I would look at price first.",
            &[
                "market size, growth, competition, capability, synergy, margin, price, volume, cost, \
               capex, brand, channel, risk",
            ],
        );
    }

    #[test]
    fn a_terse_calculation_is_kept() {
        check(
            "2.4m x 2,500 = 6bn kWh, x 25% = 1.5bn, x 60% = 900m, x 0.59 = 531m euros",
            &[],
        );
    }

    #[test]
    fn a_terse_list_with_links_is_kept() {
        check(
            "Tariff for own customers, fleets with cards, vouchers at the till, launch price",
            &[],
        );
    }

    #[test]
    fn short_questions_are_kept() {
        check(
            "Hurdle rate? Founder pay? Other bidders? Spare oven capacity? Lease terms? Debt limit? Loyal guests?",
            &[],
        );
    }
}
