//! What the labels of the talks played blind add up to; see `tests/talks/README.md`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Of a hundred lines of the interviewer at least this many fit. The goal is 90; this is where the
/// talks stand, so that a newer set is not worse.
const FITS_PERCENT_MIN: usize = 84;

/// Of a hundred lines at most this many deny data that the case holds.
const FALSE_NO_DATA_PERCENT_MAX: usize = 5;

/// Lines that gave away what was neither asked for nor due. The goal is none.
const LEAKS_MAX: usize = 3;

/// Attempts that make a talk-through.
const TALKS_MIN: usize = 12;

#[derive(Deserialize)]
struct Turn {
    #[serde(default)]
    who: String,
}

#[derive(Deserialize)]
struct Label {
    line: usize,
    fits: bool,
    false_no_data: bool,
    leak: bool,
}

#[derive(Default)]
struct Count {
    talks: usize,
    lines: usize,
    fits: usize,
    false_no_data: usize,
    leaks: usize,
}

fn talks() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/talks");
    let files = std::fs::read_dir(folder).expect("the repository has talks");
    let files = files.map(|entry| entry.expect("a file").path());
    files
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .filter(|path| !path.to_string_lossy().ends_with(".labels.jsonl"))
        .collect()
}

fn lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Vec<T> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let each = text.lines().enumerate().map(|(at, line)| {
        serde_json::from_str(line).unwrap_or_else(|e| panic!("{}:{}: {e}", path.display(), at + 1))
    });
    each.collect()
}

fn count(talk: &Path, count: &mut Count) {
    let turns: Vec<Turn> = lines(talk);
    let labels: Vec<Label> = lines(&talk.with_extension("labels.jsonl"));
    let spoken: BTreeSet<usize> = turns
        .iter()
        .zip(1..)
        .filter(|(turn, _)| turn.who == "interviewer")
        .map(|(_, line)| line)
        .collect();
    let labelled: BTreeSet<usize> = labels.iter().map(|label| label.line).collect();
    assert_eq!(spoken, labelled, "{}", talk.display());
    assert_eq!(labels.len(), labelled.len(), "{}", talk.display());
    count.talks += 1;
    count.lines += labels.len();
    count.fits += labels.iter().filter(|label| label.fits).count();
    count.false_no_data += labels.iter().filter(|label| label.false_no_data).count();
    count.leaks += labels.iter().filter(|label| label.leak).count();
}

#[test]
fn the_interviewer_fits_what_was_said() {
    let mut sum = Count::default();
    for talk in talks() {
        count(&talk, &mut sum);
    }
    let percent = |part: usize| part * 100 / sum.lines.max(1);
    let told = format!(
        "{} talks, {} lines of the interviewer: {} fit, {} deny data that is there, {} leak",
        sum.talks, sum.lines, sum.fits, sum.false_no_data, sum.leaks
    );
    assert!(sum.talks >= TALKS_MIN, "{told}");
    assert!(percent(sum.fits) >= FITS_PERCENT_MIN, "{told}");
    assert!(
        percent(sum.false_no_data) <= FALSE_NO_DATA_PERCENT_MAX,
        "{told}"
    );
    assert!(sum.leaks <= LEAKS_MAX, "{told}");
}
