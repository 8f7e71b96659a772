//! Hint ladders and sample answers of every part that is played.

use crate::document::Table;
use crate::source::Place;

use super::Lint;
use super::items::length;

/// Rungs of a ladder: open nudge, area, step, result.
const RUNGS: usize = 4;

pub(super) fn check(lint: &Lint<'_>) {
    let authored = lint.whole.tables("segment");
    for segment in &lint.case.segments {
        let found = authored
            .iter()
            .find(|(table, _)| table.raw("id") == Some(segment.id.as_str()));
        match found {
            Some((table, place)) => each(lint, &segment.id, table, place),
            None => {
                let what = format!("segment `{}` has no hints and no samples", segment.id);
                let mend = "add a [[segment]] table with that id";
                lint.problem(&Place::start("interview.toml"), what, mend);
            }
        }
    }
}

fn each(lint: &Lint<'_>, id: &str, table: &Table, place: &Place) {
    let rungs = length(table, "hints");
    if rungs != RUNGS {
        let what = format!("segment `{id}` has {rungs} hints, {RUNGS} are wanted");
        lint.problem(
            place,
            what,
            "write four rungs: open nudge, area, step, result",
        );
    }
    let samples = table.tables("samples").into_iter().next();
    for level in ["one", "three", "five"] {
        let there = samples.and_then(|(samples, _)| samples.raw(level));
        if there.is_none_or(|text| text.trim().is_empty()) {
            let what = format!("segment `{id}` has no sample `{level}`");
            let mend =
                "add [segment.samples] with one, three and five: answers worth a 1, a 3 and a 5";
            lint.problem(place, what, mend);
        }
    }
}
