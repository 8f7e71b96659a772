//! Cuts text into words, digit numbers and marks, each with its byte place. Knows no grammar and
//! gives words no meaning.

use crate::Span;

/// The longest utterance that is read, in bytes: some two hours of speech in one turn. What lies
/// beyond is kept in the transcript but not read.
pub const READ_BYTES_MAX: usize = 64 * 1024;

/// Digits in one typed number; longer runs are account numbers or noise.
const DIGITS_MAX: usize = 30;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits with their thousands and decimal marks.
    Number,
    /// One character of punctuation or a symbol.
    Mark,
}

/// A token: its place, and its text made easy to compare.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) at: Span,
    pub(crate) kind: Kind,
    /// Lower case for a word; plain decimal text (`1500`, `0.59`) for a number.
    pub(crate) text: String,
    /// No white space between this token and the one before.
    pub(crate) glued: bool,
    /// First on its line.
    pub(crate) opens_line: bool,
}

impl Token {
    /// The word, or nothing for other kinds.
    pub(crate) fn word(&self) -> &str {
        if self.kind == Kind::Word {
            &self.text
        } else {
            ""
        }
    }

    /// Whether this is the mark `c`.
    pub(crate) fn is(&self, c: char) -> bool {
        self.kind == Kind::Mark && self.text.chars().eq([c])
    }
}

/// The word at `index`, or nothing when another kind or no token stands there.
pub(crate) fn word(tokens: &[Token], index: usize) -> &str {
    tokens.get(index).map_or("", Token::word)
}

/// Whether the mark `c` stands at `index`.
pub(crate) fn mark(tokens: &[Token], index: usize, c: char) -> bool {
    tokens.get(index).is_some_and(|t| t.is(c))
}

/// The part of `text` that is read, cut on a character boundary.
pub(crate) fn readable(text: &str) -> &str {
    let mut end = text.len().min(READ_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Cuts `text` (its readable part) into tokens.
pub(crate) fn cut(text: &str) -> Vec<Token> {
    let text = readable(text);
    let mut tokens: Vec<Token> = Vec::new();
    let (mut at, mut spaced, mut opens_line) = (0, true, true);
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() || c.is_control() || is_invisible(c) {
            opens_line |= c == '\n';
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let (end, kind, clean) = one(text, at, c);
        tokens.push(Token {
            at: Span { start: at, end },
            kind,
            text: clean,
            glued: !spaced,
            opens_line,
        });
        (at, spaced, opens_line) = (end, false, false);
    }
    tokens
}

/// Zero-width and direction marks: never part of what was said.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn one(text: &str, at: usize, c: char) -> (usize, Kind, String) {
    let rest = &text[at..];
    let dot_digit = c == '.' && rest[1..].starts_with(|d: char| d.is_ascii_digit());
    if c.is_ascii_digit() || dot_digit {
        let listed = at > 0 && text.as_bytes()[at - 1] == b',';
        let (len, clean) = number(rest, listed);
        return (at + len, Kind::Number, clean);
    }
    if c.is_alphabetic() {
        let len = word_len(rest);
        let clean = rest[..len].to_lowercase().replace('\u{2019}', "'");
        return (at + len, Kind::Word, clean);
    }
    let plain = match c {
        '\u{2212}' | '\u{2013}' | '\u{2014}' | '\u{2010}' | '\u{2011}' => '-',
        '\u{d7}' | '\u{2217}' | '\u{22c5}' => '*',
        '\u{f7}' => '/',
        '\u{2248}' => '~',
        other => other,
    };
    (at + c.len_utf8(), Kind::Mark, plain.to_string())
}

/// Letters, and apostrophes that have a letter on either side.
fn word_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let joins =
            matches!(c, '\'' | '\u{2019}') && chars.peek().is_some_and(|n| n.is_alphabetic());
        if !c.is_alphabetic() && !joins {
            break;
        }
        len += c.len_utf8();
    }
    len
}

/// Length and plain text of the digit number at the start of `rest`. After a list comma
/// (`listed`) a further comma parts numbers and is no decimal mark.
fn number(rest: &str, listed: bool) -> (usize, String) {
    let bytes = rest.as_bytes();
    let mut groups: Vec<(char, usize, usize)> = Vec::new();
    let mut at = run(bytes, 0);
    let first = at;
    let mut digits = at;
    while let Some((sep, from)) = separator(rest, at) {
        let end = run(bytes, from);
        digits += end - from;
        let parts = sep == ' ' && end - from != 3 || listed && sep == ',';
        if digits > DIGITS_MAX || parts {
            break;
        }
        groups.push((sep, from, end));
        at = end;
    }
    plain(rest, first, &groups)
}

fn run(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) && end - from < DIGITS_MAX {
        end += 1;
    }
    end
}

/// A mark inside a number at `at`, and where the digits after it begin.
fn separator(rest: &str, at: usize) -> Option<(char, usize)> {
    let c = rest.get(at..)?.chars().next()?;
    let kind = match c {
        '.' | ',' => c,
        '\'' | '\u{2019}' | '_' | ' ' | '\u{a0}' | '\u{202f}' => ' ',
        _ => return None,
    };
    let from = at + c.len_utf8();
    let digit = rest.as_bytes().get(from).is_some_and(u8::is_ascii_digit);
    digit.then_some((kind, from))
}

/// Decides which marks are thousands and which is the decimal one; stops at the first that is neither.
fn plain(rest: &str, first: usize, groups: &[(char, usize, usize)]) -> (usize, String) {
    let take = accepted(rest, first, groups);
    let mut clean = rest[..first].to_owned();
    if clean.is_empty() {
        clean.push('0');
    }
    let mut end = first;
    for (index, group) in groups[..take.0].iter().enumerate() {
        if Some(index) == take.1 {
            clean.push('.');
        }
        clean.push_str(&rest[group.1..group.2]);
        end = group.2;
    }
    (end, clean)
}

/// How many groups belong to the number, and which of them are its decimals.
fn accepted(rest: &str, first: usize, groups: &[(char, usize, usize)]) -> (usize, Option<usize>) {
    let three = |g: &(char, usize, usize)| g.2 - g.1 == 3;
    let Some(lead) = groups.first() else {
        return (0, None);
    };
    let same = groups.iter().take_while(|g| g.0 == lead.0).count();
    let thousands = groups.iter().take(same).take_while(|g| three(g)).count();
    let headed = (1..=3).contains(&first) && !rest.starts_with('0');
    let after = groups
        .get(thousands)
        .filter(|g| g.0 != lead.0 && g.0 != ' ');
    match lead.0 {
        ' ' if headed => whole(thousands, after.is_some()),
        ',' if headed && thousands > 0 && thousands == same => whole(thousands, after.is_some()),
        '.' if headed && thousands > 1 && thousands == same => whole(thousands, after.is_some()),
        '.' => (1, Some(0)),
        ',' if same == 1 && groups.len() == 1 => (1, Some(0)),
        ',' if same > 1 && headed && thousands > 0 => (thousands, None),
        _ => (0, None),
    }
}

/// Groups of thousands, with one more for the decimals when there are any.
fn whole(thousands: usize, decimals: bool) -> (usize, Option<usize>) {
    (
        thousands + usize::from(decimals),
        decimals.then_some(thousands),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let cut: Vec<String> = cut(text).into_iter().map(|t| t.text).collect();
        assert_eq!(cut.join("|"), expect, "for `{text}`");
    }

    #[test]
    fn digits_keep_their_decimals_and_lose_their_thousands_marks() {
        check("1,500k", "1500|k");
        check("1,107,000.50", "1107000.50");
        check("1.107.000,5 0,59", "1107000.5|0.59");
        check("2 400 000 cars", "2400000|cars");
        check(".5 and 5.", "0.5|and|5|.");
        check("10,20,30", "10|,|20|,|30");
        check("62\u{2013}53", "62|-|53");
    }

    #[test]
    fn words_keep_apostrophes_and_end_at_digits() {
        check("that\u{2019}s Q1, isn't it", "that's|q|1|,|isn't|it");
    }
}
