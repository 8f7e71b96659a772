//! Exhibits drawn on the server: a figure with title, units, source and the numbers as a table.
//! One SVG serves every width: across in percent, down in pixels, letters at their own size, so
//! text is as large on a phone. Colour and type come from `exhibit.css` alone.

mod bar;
mod figures;
mod labels;
mod line;
mod mekko;
mod plot;
mod scale;
mod scatter;
mod stacked;
mod svg;
mod table;
#[cfg(test)]
mod tests;
mod waterfall;

use std::fmt::Write as _;

use casebook::{ChartKind, Exhibit};
use interview::At;

use figures::clock;
use plot::Plot;
use svg::{Svg, escape};

/// Where an exhibit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// On the desk: a neutral title and no red, since the insight is the candidate's work.
    Room,
    /// Afterwards: the message as title and its one mark in red.
    Report,
}

/// A drawing and what it shows in words.
struct Drawing {
    svg: Svg,
    /// The form and its numbers, for those who do not see it.
    description: String,
}

/// The whole figure. `number` counts from 1 and is unique on its page; `handed_at` is when it was
/// handed over. All authored text is escaped.
#[must_use]
pub fn exhibit_html(
    exhibit: &Exhibit,
    number: usize,
    style: Style,
    handed_at: Option<At>,
) -> String {
    let (level, title) = match style {
        Style::Report if !exhibit.action_title.is_empty() => ("h3", &exhibit.action_title),
        Style::Report => ("h3", &exhibit.title),
        Style::Room => ("h2", &exhibit.title),
    };
    let title = escape(title);
    let when = handed_at
        .map(|at| format!(", handed over at {}", clock(at)))
        .unwrap_or_default();
    let mut html = format!(
        "<figure class=\"exhibit\">\n<p class=\"exhibit-no\">Exhibit {number}{when}</p>\n\
         <{level} class=\"exhibit-title\">{title}</{level}>\n"
    );
    if !exhibit.units.is_empty() {
        let _ = writeln!(
            html,
            "<p class=\"exhibit-units\">{}</p>",
            escape(&exhibit.units)
        );
    }
    let marked = exhibit.chart.highlight.filter(|_| style == Style::Report);
    let below = below(exhibit);
    match draw(exhibit, marked) {
        Some(drawing) => {
            html.push_str(
                &drawing
                    .svg
                    .finish(number, &title, &escape(&drawing.description)),
            );
            html.push_str(&below);
            html.push_str(&table::behind(exhibit));
        }
        None => {
            html.push_str(&table::exhibit(exhibit, marked));
            html.push_str(&below);
        }
    }
    html.push_str("</figure>\n");
    html
}

/// The chart, or `None` when the exhibit is a table or holds what its form cannot show.
fn draw(exhibit: &Exhibit, marked: Option<(usize, usize)>) -> Option<Drawing> {
    let plot = Plot::of(exhibit, marked)?;
    match exhibit.chart.kind {
        ChartKind::Table => None,
        ChartKind::Bar => bar::draw(&plot),
        ChartKind::Stacked => stacked::draw(&plot),
        ChartKind::Waterfall => waterfall::draw(&plot),
        ChartKind::Line => line::draw(&plot),
        ChartKind::Scatter => scatter::draw(&plot),
        ChartKind::Mekko => mekko::draw(&plot),
    }
}

/// What stands under the figure: the note, without which it may be misread, and the source.
fn below(exhibit: &Exhibit) -> String {
    let mut html = String::new();
    if !exhibit.note.is_empty() {
        let _ = writeln!(
            html,
            "<p class=\"exhibit-note\">{}</p>",
            escape(&exhibit.note)
        );
    }
    if !exhibit.source.is_empty() {
        let words = escape(&exhibit.source);
        let _ = writeln!(
            html,
            "<figcaption class=\"exhibit-source\">Source: {words}</figcaption>"
        );
    }
    html
}
