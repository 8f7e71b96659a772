//! The map against what there is.

use std::collections::BTreeSet;

use crate::{DataMap, Kind, Problem};

/// Every name that only one side knows: the map's, or `actual` (all columns of a migrated
/// database, all cookies the program sets, ...). Empty when the map tells the truth.
#[must_use]
pub fn differences<'a>(
    map: &DataMap,
    kind: Kind,
    actual: impl IntoIterator<Item = &'a str>,
) -> Vec<Problem> {
    let actual: BTreeSet<&str> = actual.into_iter().collect();
    let mapped: BTreeSet<&str> = map.names(kind).into_iter().collect();
    let unmapped = actual.difference(&mapped).map(|name| Problem {
        line: 0,
        what: format!("{} {name} exists and is not in the map", kind.word()),
        mend: "say what it is, why and how long it is kept".to_owned(),
    });
    let absent = mapped.difference(&actual).map(|name| Problem {
        line: 0,
        what: format!("{} {name} is in the map and does not exist", kind.word()),
        mend: "remove it from the map".to_owned(),
    });
    unmapped.chain(absent).collect()
}
