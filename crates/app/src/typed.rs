//! What people type into a field of one line. Words are kept as they are; what would disturb the
//! page around them is not.

/// The words with single spaces, without control characters and without marks that turn the
/// direction of the text after them, at most `chars` characters.
#[must_use]
pub fn one_line(text: &str, chars: usize) -> String {
    let kept: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !turns_direction(*c))
        .collect();
    let line = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars()
        .take(chars)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// Embeddings, overrides and isolates: invisible, and able to show a sentence backwards.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn words_stay_and_what_disturbs_goes() {
        assert_eq!(
            one_line("  Be\tquick,\r\nthen \u{202e}sure\u{0}.", 300),
            "Be quick, then sure."
        );
        assert_eq!(one_line("größer als 3 €", 300), "größer als 3 €");
        assert_eq!(one_line("one two three", 7), "one two");
        assert_eq!(one_line("one two", 4), "one");
    }
}
