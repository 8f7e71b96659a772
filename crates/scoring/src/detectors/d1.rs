//! D1: fishing for data.

use casebook::Dimension;

use super::{Catch, Detector};
use crate::heard::{Heard, Turn};
use crate::marks;
use crate::Severity;
use interview::Span;

pub(super) const DETECTOR: Detector = Detector {
    code: "D1",
    name: "Fishing for data",
    severity: Severity::Major,
    dimension: Dimension::Drive,
    what: "Data was asked for without a figure in mind and without a reason.",
    why: "Whoever knows what would change the answer knows what to ask for.",
    example: "Do you have any data for me?",
    instead: "Name the one figure and what it decides: I would like the cost of a site, to see whether it pays back.",
    catch,
};

/// Ways to ask for whatever there is.
const ANYTHING: &[&str] = &[
    "any data", "all the data", "any information", "all the information", "any numbers", "any figures",
    "what data", "what information", "which data", "everything you have", "some data", "more data",
    "more information", "any other data", "any other information", "anything else you have",
];

/// Words after which a figure is named after all.
const NAMED: &[&str] = &["on", "about", "for", "of", "regarding", "concerning", "that", "to"];

fn is_named(turn: &Turn, span: Span) -> bool {
    let after = turn.text.get(span.end..).unwrap_or("");
    let next = marks::words(after).next();
    next.is_some_and(|(_, word)| NAMED.contains(&word.as_str()))
}

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let bare = |turn: &Turn, span: Span| {
        let covers = turn.reading.hits.iter().any(|hit| turn.keeps(hit.at));
        let reason = marks::places(turn.text, marks::REASON).next().is_some();
        !covers && !reason && !is_named(turn, span)
    };
    let asked = |turn: &Turn, span: Span| super::place::asks(turn, span);
    heard
        .marked(ANYTHING)
        .find(|(turn, span)| asked(turn, *span) && bare(turn, *span))
        .map(|(turn, span)| Catch::at(turn, Heard::clause_of(turn, span), "You asked for data without saying which, or what for."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn asking_for_whatever_there_is_is_caught() {
        check("D1", "clarify", "Do you have any data?", &["Do you have any data?"]);
    }

    #[test]
    fn a_figure_or_a_reason_passes() {
        check("D1", "clarify", "Do you have any data on prices?", &[]);
        check("D1", "clarify", "Do you have any data, because I suspect the price?", &[]);
    }

    #[test]
    fn a_statement_about_data_is_never_caught() {
        check("D1", "synthesis", "I would not need any data, to be honest.", &[]);
    }
}
