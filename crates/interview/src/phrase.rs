//! A small grammar of phrases: words with alternatives, gaps and ends, matched on lower-case words.
//! `a|b` either word; `?a|b` may be left out; `*` up to three words; `^` and `$` the two ends.

/// Words that `*` may stand for.
const GAP: usize = 3;

/// Whether `pattern` occurs in `words`.
pub(crate) fn occurs(pattern: &str, words: &[String]) -> bool {
    let parts: Vec<&str> = pattern.split_whitespace().collect();
    if let Some((&"^", rest)) = parts.split_first() {
        return fits(rest, words);
    }
    (0..=words.len()).any(|start| fits(&parts, &words[start..]))
}

/// Whether one of `patterns` occurs in `words`.
pub(crate) fn any_occurs(patterns: &[&str], words: &[String]) -> bool {
    patterns.iter().any(|pattern| occurs(pattern, words))
}

fn fits(parts: &[&str], words: &[String]) -> bool {
    let Some((part, rest)) = parts.split_first() else {
        return true;
    };
    if *part == "$" {
        return words.is_empty();
    }
    if *part == "*" {
        return (0..=GAP.min(words.len())).any(|skipped| fits(rest, &words[skipped..]));
    }
    let (optional, choices) = match part.strip_prefix('?') {
        Some(choices) => (true, choices),
        None => (false, *part),
    };
    let next = words
        .first()
        .is_some_and(|word| choices.split('|').any(|choice| choice == word));
    (next && fits(rest, &words[1..])) || (optional && fits(rest, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> bool {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        occurs(pattern, &words)
    }

    #[test]
    fn alternatives_gaps_and_ends_are_read() {
        assert!(found("may|can i * minute", "sorry may i take a minute"));
        assert!(!found(
            "may|can i * minute",
            "can i have a nice long quiet minute"
        ));
        assert!(found("^ ?so yes $", "yes"));
        assert!(found("^ ?so yes $", "so yes"));
        assert!(!found("^ ?so yes $", "so yes we do"));
        assert!(!found("^ yes", "oh yes"));
    }
}
