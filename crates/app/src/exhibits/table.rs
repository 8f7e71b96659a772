//! Numbers in rows: as an exhibit of their own, and behind each chart.

use std::fmt::Write as _;

use casebook::{Cell, Exhibit};

use super::figures::cell;
use super::labels::soft;
use super::plot::head;
use super::svg::escape;

/// Up to this many rows stand side by side, so that each line has one unit; four fit a phone.
const ACROSS_MAX: usize = 5;

/// The table that is the exhibit: measures down and options across while the options fit.
pub(super) fn exhibit(exhibit: &Exhibit, marked: Option<(usize, usize)>) -> String {
    if exhibit.rows.len() <= ACROSS_MAX && exhibit.columns.len() >= 3 {
        across(exhibit, marked)
    } else {
        down(exhibit, marked)
    }
}

/// The table behind a chart, shut until asked for.
pub(super) fn behind(exhibit: &Exhibit) -> String {
    format!(
        "<details class=\"exhibit-data\">\n<summary>Data as a table</summary>\n{}</details>\n",
        scrolling(exhibit, &upright(exhibit, None, ""))
    )
}

fn across(exhibit: &Exhibit, marked: Option<(usize, usize)>) -> String {
    let mut html = String::from(
        "<table class=\"x-table\">\n<thead>\n<tr><th scope=\"col\"><span class=\"sr\">Measure</span></th>",
    );
    for (at, row) in exhibit.rows.iter().enumerate() {
        let hi = marked.is_some_and(|(marked, _)| marked == at);
        let _ = write!(
            html,
            "<th scope=\"col\" class=\"{}\">{}</th>",
            n(hi),
            escape(&soft(&row.label))
        );
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for (at, column) in exhibit.columns.iter().enumerate() {
        let _ = write!(html, "<tr><th scope=\"row\">{}", escape(&column.label));
        if !column.unit.is_empty() {
            let _ = write!(html, "<small>{}</small>", escape(&column.unit));
        }
        html.push_str("</th>");
        for (row_at, row) in exhibit.rows.iter().enumerate() {
            html.push_str(&td(
                row.cells.get(at),
                column.places,
                marked == Some((row_at, at)),
            ));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
    html
}

fn down(exhibit: &Exhibit, marked: Option<(usize, usize)>) -> String {
    scrolling(
        exhibit,
        &upright(exhibit, marked, " class=\"x-table x-table--down\""),
    )
}

/// A wide table scrolls in its own frame, by keyboard too, and the page does not.
fn scrolling(exhibit: &Exhibit, table: &str) -> String {
    if exhibit.columns.len() < 4 {
        return table.to_owned();
    }
    format!(
        "<div class=\"x-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}, table\">\n{table}</div>\n",
        escape(&exhibit.title)
    )
}

fn upright(exhibit: &Exhibit, marked: Option<(usize, usize)>, attributes: &str) -> String {
    let mut html = format!(
        "<table{attributes}>\n<thead>\n<tr><th scope=\"col\"><span class=\"sr\">Name</span></th>"
    );
    for (at, column) in exhibit.columns.iter().enumerate() {
        let hi = marked.is_some_and(|(_, marked)| marked == at);
        let words = escape(&head(column));
        let _ = write!(html, "<th scope=\"col\" class=\"{}\">{words}</th>", n(hi));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for (row_at, row) in exhibit.rows.iter().enumerate() {
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escape(&row.label));
        for (at, column) in exhibit.columns.iter().enumerate() {
            html.push_str(&td(
                row.cells.get(at),
                column.places,
                marked == Some((row_at, at)),
            ));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
    html
}

fn td(content: Option<&Cell>, places: u32, hi: bool) -> String {
    let text = content.map_or_else(
        || cell(&Cell::Empty, places),
        |content| cell(content, places),
    );
    format!("<td class=\"{}\">{}</td>", n(hi), escape(&text))
}

/// Class of a cell with numbers, red or not.
fn n(hi: bool) -> &'static str {
    if hi { "n hi" } else { "n" }
}
