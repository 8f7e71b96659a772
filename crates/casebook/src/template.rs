//! Prose with figures: `{market|million}`, `{?cond: text | other}`, `{!guard}`, `{{` for a brace.
//! Judges no prose; it only fills it in.

use crate::figure::Style;
use crate::formula::{Fault, Formula, Names};
use crate::names::{Values, is_percent};

/// The deepest nesting of choices.
const NESTING: usize = 4;

/// Prose that has been read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Template {
    pub(crate) pieces: Vec<Piece>,
}

/// A part of prose.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// Words as they are, with their byte offset.
    Words(usize, String),
    /// A formula and how to write it.
    Figure {
        at: usize,
        formula: Formula,
        style: Option<Style>,
    },
    /// Names of constraints that vouch for the words beside it.
    Guard(usize, Vec<String>),
    /// One text or another.
    Choice {
        at: usize,
        condition: Formula,
        yes: Vec<Piece>,
        no: Vec<Piece>,
    },
}

/// Why prose cannot be filled in: byte offset, what, how to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) at: usize,
    pub(crate) what: String,
    pub(crate) mend: String,
}

impl Flaw {
    fn new(at: usize, what: impl Into<String>, mend: &str) -> Self {
        Self {
            at,
            what: what.into(),
            mend: mend.to_owned(),
        }
    }

    fn of(at: usize, fault: &Fault) -> Self {
        let mend = match fault {
            Fault::Unknown(_) => {
                "use a parameter, a derived value, a step (`q1.market`) or a cell (`exhibit.row.column`)"
            }
            Fault::DividedByNought => "add a constraint that keeps the divisor from nought",
            _ => "see the language of formulas in docs/case-format.md",
        };
        Self::new(at, fault.to_string(), mend)
    }
}

impl Template {
    /// Reads prose.
    pub(crate) fn read(text: &str) -> Result<Self, Flaw> {
        let pieces = pieces(text, 0, 0)?;
        Ok(Self { pieces })
    }

    /// The prose with every figure filled in.
    pub(crate) fn fill(&self, values: &Values<'_>, scope: &str) -> Result<String, Flaw> {
        let mut out = String::new();
        fill(&self.pieces, values, scope, &mut out)?;
        Ok(out)
    }
}

fn fill(pieces: &[Piece], values: &Values<'_>, scope: &str, out: &mut String) -> Result<(), Flaw> {
    let names = values.within(scope);
    for piece in pieces {
        match piece {
            Piece::Words(_, words) => push_words(out, words),
            Piece::Guard(at, guards) => {
                for guard in guards {
                    names.value(guard).map_err(|fault| Flaw::of(*at, &fault))?;
                }
            }
            Piece::Figure { at, formula, style } => {
                let value = formula
                    .value(&names)
                    .map_err(|fault| Flaw::of(*at, &fault))?;
                let style = style
                    .clone()
                    .unwrap_or_else(|| usual(formula, values, scope));
                out.push_str(&style.write(&value));
            }
            Piece::Choice {
                at,
                condition,
                yes,
                no,
            } => {
                let value = condition
                    .value(&names)
                    .map_err(|fault| Flaw::of(*at, &fault))?;
                let holds = value != crate::Exact::zero();
                fill(if holds { yes } else { no }, values, scope, out)?;
            }
        }
    }
    Ok(())
}

/// A guard between two spaces leaves one.
fn push_words(out: &mut String, words: &str) {
    let doubled = out.ends_with([' ', '\n']) || out.is_empty();
    out.push_str(if doubled {
        words.strip_prefix(' ').unwrap_or(words)
    } else {
        words
    });
}

/// A name measured in per cent is written so.
fn usual(formula: &Formula, values: &Values<'_>, scope: &str) -> Style {
    let found = formula
        .single_name()
        .and_then(|name| values.definitions.find(name, scope));
    match found.map(|at| &values.definitions.list[at]) {
        Some(definition) if is_percent(&definition.unit) => Style::percent(),
        _ => Style::plain(),
    }
}

fn pieces(text: &str, offset: usize, depth: usize) -> Result<Vec<Piece>, Flaw> {
    let mut found = Vec::new();
    let mut words = String::new();
    let mut words_at = offset;
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with("{{") || rest.starts_with("}}") {
            words.push(next);
            at += 2;
        } else if next == '{' {
            if !words.is_empty() {
                found.push(Piece::Words(words_at, std::mem::take(&mut words)));
            }
            let length = closing(rest).ok_or_else(|| {
                Flaw::new(
                    offset + at,
                    "`{` is never closed",
                    "write `}` after the name, or `{{` for a brace",
                )
            })?;
            found.push(piece(&rest[1..length], offset + at + 1, depth)?);
            at += length + 1;
            words_at = offset + at;
        } else if next == '}' {
            return Err(Flaw::new(
                offset + at,
                "`}` closes nothing",
                "write `}}` for a brace",
            ));
        } else {
            words.push(next);
            at += next.len_utf8();
        }
    }
    if !words.is_empty() {
        found.push(Piece::Words(words_at, words));
    }
    Ok(found)
}

/// The byte of the brace that closes the one at the start.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(at);
        }
    }
    None
}

/// Splits at the first `mark` outside braces.
fn split_outside(text: &str, mark: char) -> Option<(usize, usize)> {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            letter if letter == mark && open == 0 => return Some((at, at + letter.len_utf8())),
            _ => {}
        }
    }
    None
}

fn piece(inside: &str, at: usize, depth: usize) -> Result<Piece, Flaw> {
    if let Some(guards) = inside.strip_prefix('!') {
        let guards: Vec<_> = guards.split_whitespace().map(str::to_owned).collect();
        if guards.is_empty() {
            return Err(Flaw::new(
                at,
                "a guard names no constraint",
                "write `{!name}`",
            ));
        }
        return Ok(Piece::Guard(at, guards));
    }
    if let Some(choice) = inside.strip_prefix('?') {
        return self::choice(choice, at + 1, depth);
    }
    let (text, style) = match inside.split_once('|') {
        Some((text, style)) => (text, Some(style)),
        None => (inside, None),
    };
    let formula = Formula::read(text).map_err(|fault| match &fault {
        Fault::Unreadable(inner, _) => Flaw::of(at + inner, &fault),
        _ => Flaw::of(at, &fault),
    })?;
    let style = match style {
        None => None,
        Some(words) => Some(Style::read(words).ok_or_else(|| {
            Flaw::new(
                at,
                format!("`{}` is not a way to write a figure", words.trim()),
                "use a number of decimals, `.2`, percent, thousand, million, billion, `in million`, or words",
            )
        })?),
    };
    Ok(Piece::Figure { at, formula, style })
}

fn choice(inside: &str, at: usize, depth: usize) -> Result<Piece, Flaw> {
    if depth >= NESTING {
        return Err(Flaw::new(
            at,
            "choices are nested too deeply",
            "split the sentence",
        ));
    }
    let (colon, after) = split_outside(inside, ':').ok_or_else(|| {
        Flaw::new(
            at,
            "a choice needs a colon",
            "write `{?condition: text | other text}`",
        )
    })?;
    let condition = Formula::read(&inside[..colon]).map_err(|fault| Flaw::of(at, &fault))?;
    let texts = &inside[after..];
    let (yes, no, no_at) = match split_outside(texts, '|') {
        Some((bar, next)) => (&texts[..bar], &texts[next..], at + after + next),
        None => (texts, "", at + inside.len()),
    };
    let lead = yes.len() - yes.trim_start().len();
    let no_lead = no.len() - no.trim_start().len();
    Ok(Piece::Choice {
        at,
        condition,
        yes: pieces(yes.trim(), at + after + lead, depth + 1)?,
        no: pieces(no.trim(), no_at + no_lead, depth + 1)?,
    })
}
