//! Puts names in place of figures in imported prose: `2.4 million battery cars` becomes
//! `{cars|million} battery cars`. Only where the filled-in text is the same as before, and
//! only where one name fits, so an import reads as it was written.

use super::amounts::Amount;
use super::toml_text::prose;
use crate::figure::Style;

/// Ways to write a figure, the plainest first.
const STYLES: &[&str] = &[
    "",
    "0",
    "1",
    ".2",
    "million",
    "million 0",
    "million 1",
    "billion",
    "billion 1",
    "thousand 0",
    "percent",
    "percent 0",
    "percent 1",
    "in million",
    "in million 0",
    "in million 1",
    "in thousand 0",
];

/// The part whose names are cells; a bare small number there is seldom a cell.
const EXHIBIT: &str = "exhibit";

/// Names that prose may use, with the part each is at home in.
#[derive(Debug, Clone, Default)]
pub(super) struct Figures {
    named: Vec<Named>,
}

#[derive(Debug, Clone)]
struct Named {
    /// As prose of its own part writes it, and as all other prose does.
    inside: String,
    outside: String,
    home: String,
    amount: Amount,
}

impl Figures {
    /// Adds a parameter or a cell, called the same everywhere, at home in one part.
    pub(super) fn add(&mut self, name: &str, home: &str, amount: &Amount) {
        self.named.push(Named {
            inside: name.to_owned(),
            outside: name.to_owned(),
            home: home.to_owned(),
            amount: amount.clone(),
        });
    }

    /// Adds a step of a question.
    pub(super) fn add_step(&mut self, name: &str, quant: &str, amount: &Amount) {
        self.named.push(Named {
            inside: name.to_owned(),
            outside: format!("{quant}.{name}"),
            home: quant.to_owned(),
            amount: amount.clone(),
        });
    }

    /// Prose outside any question.
    pub(super) fn prose(&self, text: &str) -> String {
        self.within("", text)
    }

    /// Prose of a question, whose names come first.
    pub(super) fn within(&self, quant: &str, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let joined = rest[..at].ends_with(|c: char| c.is_alphabetic());
            let length = token(&rest[at..]);
            let (before, after) = (&rest[..at], &rest[at + length..]);
            out.push_str(&prose_keeping_spaces(before));
            let token = &rest[at..at + length];
            match self.template(quant, token, text).filter(|_| !joined) {
                Some(template) => out.push_str(&template),
                None => out.push_str(token),
            }
            rest = after;
        }
        out.push_str(&prose_keeping_spaces(rest));
        out.trim().to_owned()
    }

    /// The one name that is written so, if it is one.
    fn template(&self, quant: &str, token: &str, text: &str) -> Option<String> {
        let telling = token.contains(['%', ',', '.', ' ']) || token.len() >= 3;
        let mut found: Vec<(usize, String)> = Vec::new();
        for named in &self.named {
            let own = named.home == quant;
            let spoken_of = own && quant != EXHIBIT || telling && mentions(text, &named.outside);
            if !spoken_of {
                continue;
            }
            let Some(style) = style(token, &named.amount) else {
                continue;
            };
            if !own && !trusted(token, style, named) {
                continue;
            }
            let name = if own { &named.inside } else { &named.outside };
            let template = match style {
                "" => format!("{{{name}}}"),
                style => format!("{{{name}|{style}}}"),
            };
            let rank = rank(own, style, name);
            if !found.contains(&(rank, template.clone())) {
                found.push((rank, template));
            }
        }
        found.sort();
        match found.as_slice() {
            [(_, one)] => Some(one.clone()),
            [(first, one), (second, _), ..] if first < second => Some(one.clone()),
            _ => None,
        }
    }
}

/// Outside its part a figure is taken for a step if it is rounded, but never for what is told.
fn trusted(token: &str, style: &str, named: &Named) -> bool {
    let is_step = named.inside != named.outside;
    let digits = token.chars().filter(char::is_ascii_digit).count();
    let exact = ["", "million", "billion", "percent"].contains(&style);
    !style.starts_with("in ") && (exact || is_step && digits > 1)
}

/// Whether a text speaks of what a name is called after: one of its longer words occurs.
fn mentions(text: &str, name: &str) -> bool {
    let text = text.to_lowercase();
    let words = name
        .split(['_', '.'])
        .filter(|word| word.len() > 3 && *word != EXHIBIT);
    let stems = words.map(|word| &word[..word.len() - 1]);
    stems.into_iter().any(|stem| text.contains(stem))
}

/// What fits best: the part's own names, then plainer styles, then names that are no cells.
fn rank(own: bool, style: &str, name: &str) -> usize {
    let plainness = STYLES.iter().position(|known| *known == style).unwrap_or(0);
    let cell = usize::from(name.matches('.').count() == 2);
    100 * usize::from(!own) + 50 * cell + plainness
}

fn style(token: &str, amount: &Amount) -> Option<&'static str> {
    let writes = |style: &&&str| {
        let usual = if style.is_empty() && amount.power == -2 {
            "percent"
        } else {
            style
        };
        let bare_percent = amount.power == -2 && !usual.contains("percent");
        let is_year = amount.value.0.is_integer() && usual == ".2";
        !bare_percent
            && !is_year
            && Style::read(usual).is_some_and(|s| s.write(&amount.value) == token)
    };
    STYLES.iter().find(writes).copied()
}

/// The length of a figure with its per cent sign or scale word.
fn token(text: &str) -> usize {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
    let number = text[..end.unwrap_or(text.len())].trim_end_matches(['.', ',']);
    let rest = &text[number.len()..];
    for word in ["%", " thousand", " million", " billion"] {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        if rest.strip_prefix(word).is_some_and(ends) {
            return number.len() + word.len();
        }
    }
    number.len()
}

fn prose_keeping_spaces(text: &str) -> String {
    let trimmed = prose(text);
    let lead = &text[..text.len() - text.trim_start().len()];
    let tail = if text.trim().is_empty() {
        ""
    } else {
        &text[text.trim_end().len()..]
    };
    format!("{lead}{trimmed}{tail}")
}
