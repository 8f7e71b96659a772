//! The report as a plain-text table.

use std::fmt;

use crate::report::{Report, Row};

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "Agreement with gold levels (graders: language models, not people)"
        )?;
        writeln!(
            f,
            "left out = quadratic weighted kappa with the answer's case left out of the fit"
        )?;
        writeln!(
            f,
            "{:<12}{:>8}{:>10}{:>17}{:>8}{:>8}{:>8}{:>8}",
            "segment", "answers", "left out", "95 %", "seen", "length", "SMD", "hit F1"
        )?;
        for row in self.segments.iter().chain([&self.overall]) {
            write_row(f, row)?;
        }
        let worst = self
            .cases
            .iter()
            .map(|(case, k)| format!("{case} {}", figure(*k)));
        writeln!(f, "by case: {}", worst.collect::<Vec<_>>().join(", "))?;
        let share = |(part, of): (usize, usize)| format!("{part} of {of}");
        for line in self.numbers.lines() {
            writeln!(f, "{line}")?;
        }
        writeln!(
            f,
            "errors carrying the graders' name: {}",
            share(self.errors_named)
        )?;
        writeln!(
            f,
            "gaming lines above their gold level: {} of {}",
            self.gaming.1, self.gaming.0
        )?;
        let (short, error) = self.short;
        writeln!(
            f,
            "mean signed error: {short} short answers {}, spoken {}, typed {}",
            figure(error),
            figure(self.voice.0),
            figure(self.voice.1)
        )
    }
}

fn write_row(f: &mut fmt::Formatter<'_>, row: &Row) -> fmt::Result {
    let interval = row.interval.map_or_else(
        || "-".to_owned(),
        |(low, high)| format!("[{low:.2}, {high:.2}]"),
    );
    writeln!(
        f,
        "{:<12}{:>8}{:>10}{:>17}{:>8}{:>8}{:>8}{:>8}",
        row.name,
        row.answers,
        figure(row.out),
        interval,
        figure(row.seen),
        figure(row.length),
        figure(row.difference),
        figure(row.hits),
    )
}

/// Three decimals, or a dash where there is nothing to measure.
fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |v| format!("{v:.3}"))
}
