//! Cuts a formula into words. Gives them no meaning.

use super::{FORMULA_CHARS, Fault};
use crate::Exact;

/// One word of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    /// A number, per cent and scale words already applied.
    Number(Exact),
    /// A name, dots included.
    Name(String),
    /// A sign: `+ - * / ^ ( ) , < <= > >= = <>`.
    Sign(&'static str),
}

const SIGNS: &[&str] = &[
    "<=", ">=", "<>", "+", "-", "*", "/", "^", "(", ")", ",", "<", ">", "=",
];

const SCALES: &[(&str, i32)] = &[("thousand", 3), ("million", 6), ("billion", 9)];

/// The words of `text` with their byte offsets.
pub(super) fn words(text: &str) -> Result<Vec<(usize, Word)>, Fault> {
    if text.chars().count() > FORMULA_CHARS {
        let reason = format!("is longer than {FORMULA_CHARS} characters");
        return Err(Fault::Unreadable(0, reason));
    }
    let mut found: Vec<(usize, Word)> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
        } else if first.is_ascii_digit() || first == '.' {
            let length = number_length(rest);
            let value: Exact = rest[..length].parse().map_err(|_| {
                Fault::Unreadable(at, format!("`{}` is not a number", &rest[..length]))
            })?;
            found.push((at, Word::Number(value)));
            at += length;
        } else if first.is_alphabetic() {
            let length = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
                .unwrap_or(rest.len());
            name(&mut found, at, &rest[..length]);
            at += length;
        } else if first == '%' {
            scale(&mut found, -2)
                .ok_or_else(|| Fault::Unreadable(at, "`%` must follow a number".into()))?;
            at += 1;
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            found.push((at, Word::Sign(sign)));
            at += sign.len();
        } else {
            return Err(Fault::Unreadable(
                at,
                format!("`{first}` has no place in a formula"),
            ));
        }
    }
    Ok(found)
}

fn name(found: &mut Vec<(usize, Word)>, at: usize, name: &str) {
    let power = SCALES.iter().find(|(word, _)| *word == name);
    if let Some((_, power)) = power
        && scale(found, *power).is_some()
    {
        return;
    }
    found.push((at, Word::Name(name.to_owned())));
}

/// Multiplies the number just read by a power of ten.
fn scale(found: &mut [(usize, Word)], power: i32) -> Option<()> {
    match found.last_mut() {
        Some((_, Word::Number(value))) => {
            *value = Exact(&value.0 * Exact::power_of_ten(power).0);
            Some(())
        }
        _ => None,
    }
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() && (bytes[end].is_ascii_digit() || matches!(bytes[end], b'.' | b'_')) {
        end += 1;
    }
    let exponent = matches!(bytes.get(end), Some(b'e' | b'E'));
    let digits = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'-' | b'+')));
    if exponent && bytes.get(digits).is_some_and(u8::is_ascii_digit) {
        end = digits;
        while end < bytes.len() && bytes[end].is_ascii_digit() {
            end += 1;
        }
    }
    end
}
