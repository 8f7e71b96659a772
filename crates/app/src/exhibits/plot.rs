//! The numbers of an exhibit that a chart draws.

use casebook::{Cell, ChartKind, Column, Exhibit};

use super::figures::figure;

/// More series than this cannot be told apart in grey.
const SERIES_MAX: usize = 6;
/// More rows than this are a table.
const ROWS_MAX: usize = 24;

/// Rows and series ready to draw: every cell a number.
#[derive(Debug)]
pub(super) struct Plot<'a> {
    pub(super) series: Vec<&'a Column>,
    pub(super) rows: Vec<PlotRow<'a>>,
    /// The one mark in red: row and series, counted within this plot.
    pub(super) marked: Option<(usize, usize)>,
}

/// A row of a plot, a point for each series.
#[derive(Debug)]
pub(super) struct PlotRow<'a> {
    pub(super) label: &'a str,
    pub(super) points: Vec<Point>,
}

/// A number to draw and the same as it is printed.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) value: f64,
    pub(super) text: String,
}

impl<'a> Plot<'a> {
    /// `None` when there is nothing to draw, too much, or a drawn cell is no number.
    pub(super) fn of(exhibit: &'a Exhibit, marked: Option<(usize, usize)>) -> Option<Self> {
        let chosen: Vec<usize> = match exhibit.chart.series.as_slice() {
            [] => (0..exhibit.columns.len()).collect(),
            some => some.to_vec(),
        };
        // A waterfall ends in its total, and a year called "all" is a year.
        let sums = matches!(exhibit.chart.kind, ChartKind::Waterfall | ChartKind::Line);
        let kept: Vec<usize> = (0..exhibit.rows.len())
            .filter(|row| sums || !is_total(&exhibit.rows[*row].label))
            .collect();
        if chosen.is_empty()
            || chosen.len() > SERIES_MAX
            || kept.is_empty()
            || kept.len() > ROWS_MAX
        {
            return None;
        }
        let series: Option<Vec<_>> = chosen.iter().map(|at| exhibit.columns.get(*at)).collect();
        let rows: Option<Vec<_>> = kept
            .iter()
            .map(|at| {
                let row = &exhibit.rows[*at];
                let points: Option<Vec<_>> = chosen
                    .iter()
                    .map(|column| point(row.cells.get(*column)?, exhibit.columns.get(*column)?))
                    .collect();
                Some(PlotRow {
                    label: &row.label,
                    points: points?,
                })
            })
            .collect();
        let marked = marked.and_then(|(row, column)| {
            let row = kept.iter().position(|kept| *kept == row)?;
            Some((row, chosen.iter().position(|chosen| *chosen == column)?))
        });
        Some(Self {
            series: series?,
            rows: rows?,
            marked,
        })
    }

    pub(super) fn is_marked(&self, row: usize, series: usize) -> bool {
        self.marked == Some((row, series))
    }

    pub(super) fn marks_row(&self, row: usize) -> bool {
        self.marked.is_some_and(|(marked, _)| marked == row)
    }

    /// Whether all series are measured alike, so that they may share a scale or be summed.
    pub(super) fn has_one_unit(&self) -> bool {
        self.series
            .windows(2)
            .all(|pair| pair[0].unit == pair[1].unit)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.rows
            .iter()
            .flat_map(|row| row.points.iter().map(|point| point.value))
    }

    /// Every row with its numbers, in words.
    pub(super) fn spoken(&self, form: &str) -> String {
        let names: Vec<_> = self.series.iter().map(|column| head(column)).collect();
        let rows: Vec<_> = self
            .rows
            .iter()
            .map(|row| {
                let texts: Vec<_> = row.points.iter().map(|point| point.text.as_str()).collect();
                format!("{} {}", row.label, texts.join(", "))
            })
            .collect();
        format!("{form} {}. {}.", names.join("; "), rows.join("; "))
    }
}

/// A column's name with its unit.
pub(super) fn head(column: &Column) -> String {
    if column.unit.is_empty() {
        return column.label.clone();
    }
    format!("{}, {}", column.label, column.unit)
}

fn point(cell: &Cell, column: &Column) -> Option<Point> {
    let Cell::Number(value) = cell else {
        return None;
    };
    let drawn = value.to_f64();
    drawn.is_finite().then(|| Point {
        value: drawn,
        text: figure(value, column.places),
    })
}

/// Sums stand in the table behind a chart; drawn beside their parts they would dwarf them.
fn is_total(label: &str) -> bool {
    let first = label.split_whitespace().next().unwrap_or_default();
    first.eq_ignore_ascii_case("total") || first.eq_ignore_ascii_case("all")
}
