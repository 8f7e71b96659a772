//! A terminal as a page: paragraphs wrapped, transcript lines with the time in the margin.

use std::io::{self, Write};

use crate::rooms::{Line, Who};
use crate::t;

/// Letters in a line: what an ordinary terminal shows.
const COLUMNS: usize = 80;

/// Letters between two columns of a table.
const GAP: usize = 2;

/// Letters of the margin that holds the time.
const MARGIN: usize = 7;

/// Where a command writes.
pub(super) struct Page<'a, W: Write> {
    out: &'a mut W,
}

impl<'a, W: Write> Page<'a, W> {
    pub(super) fn new(out: &'a mut W) -> Self {
        Self { out }
    }

    /// A line as it is.
    pub(super) fn plain(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    /// A heading with a rule below it.
    pub(super) fn head(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{text}\n{}", "-".repeat(text.chars().count()))
    }

    /// A paragraph, every line after so many spaces.
    pub(super) fn paragraph(&mut self, indent: usize, text: &str) -> io::Result<()> {
        let margin = " ".repeat(indent);
        for line in wrapped(text, COLUMNS.saturating_sub(indent)) {
            writeln!(self.out, "{margin}{line}")?;
        }
        Ok(())
    }

    /// A line of the transcript.
    pub(super) fn line(&mut self, line: &Line) -> io::Result<()> {
        match line {
            Line::Part { at, text, .. } => writeln!(self.out, "\n{at:<MARGIN$}== {text}"),
            Line::Stage { at, text } => self.aside(at, text),
            Line::Turn {
                at,
                who,
                same,
                text,
                rows,
                ..
            } => {
                if !same {
                    let name = t(match who {
                        Who::Interviewer => "room-interviewer",
                        Who::Candidate => "room-you",
                    });
                    writeln!(self.out, "\n{at:<MARGIN$}{name}")?;
                }
                for (number, paragraph) in text.iter().enumerate() {
                    // A second turn of the same speaker has its own time and no name.
                    let at = if *same && number == 0 { at } else { "" };
                    self.aside(at, paragraph)?;
                }
                for row in rows {
                    let mark = if row.first {
                        format!(" ({})", t("room-tree-first"))
                    } else {
                        String::new()
                    };
                    let line = format!("{} {}{mark}", row.number, row.label);
                    self.paragraph(MARGIN + 2 * row.level, &line)?;
                }
                Ok(())
            }
        }
    }

    fn aside(&mut self, at: &str, text: &str) -> io::Result<()> {
        for (number, line) in wrapped(text, COLUMNS - MARGIN).iter().enumerate() {
            let at = if number == 0 { at } else { "" };
            writeln!(self.out, "{at:<MARGIN$}{line}")?;
        }
        Ok(())
    }

    /// Rows in columns, the first left and the others right. A table wider than the page is told
    /// row by row instead, each cell after its column's head.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let wide = |column: usize| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
        };
        let widths: Vec<usize> = (0..).map_while(wide).collect();
        if widths.iter().map(|width| width + GAP).sum::<usize>() > COLUMNS + GAP {
            return self.told(rows);
        }
        for row in rows {
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if column == 0 {
                    write!(self.out, "{cell:<width$}")?;
                } else {
                    write!(self.out, "{:GAP$}{cell:>width$}", "")?;
                }
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn told(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let Some((heads, rows)) = rows.split_first() else {
            return Ok(());
        };
        for row in rows {
            let cells: Vec<String> = heads
                .iter()
                .zip(row)
                .skip(1)
                .map(|(head, cell)| format!("{head} {cell}"))
                .collect();
            let name = row.first().map_or("", String::as_str);
            self.paragraph(0, name)?;
            self.paragraph(MARGIN, &cells.join("; "))?;
        }
        Ok(())
    }

    /// Shows what was written so far.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Lines of at most `columns` letters, broken between words.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        let length = lines[last].chars().count();
        if length > 0 && length + 1 + word.chars().count() > columns {
            lines.push(word.to_owned());
        } else {
            if length > 0 {
                lines[last].push(' ');
            }
            lines[last].push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_breaks_between_words() {
        assert_eq!(wrapped("one two  three", 7), ["one two", "three"]);
        assert_eq!(wrapped("immovable", 4), ["immovable"]);
        assert_eq!(wrapped("", 4), [""]);
    }

    fn check_table(rows: &[[&str; 3]], expected: &str) {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.map(str::to_owned).to_vec())
            .collect();
        let mut out = Vec::new();
        Page::new(&mut out).table(&rows).expect("writes");
        assert_eq!(String::from_utf8(out).expect("text"), expected);
    }

    #[test]
    fn a_table_has_its_numbers_at_the_right() {
        check_table(
            &[["", "Now", "Year 3"], ["Price", "0.69", "1"]],
            "        Now  Year 3\nPrice  0.69       1\n",
        );
    }

    #[test]
    fn a_table_wider_than_the_page_is_told_row_by_row() {
        let head = "A very long head of a column";
        check_table(
            &[
                ["", head, head],
                ["The price of electricity", "0.69", "0.59"],
            ],
            "The price of electricity\n       A very long head of a column 0.69; A very long head of a column 0.59\n",
        );
    }
}
