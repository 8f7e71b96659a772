//! Rows of an exhibit that are totals add up, as shown.

use crate::document::{Node, Table, Value};
use crate::source::Place;
use crate::{Cell, Exact, Exhibit};

use super::{Lint, seeds_in_words};

pub(super) fn check(lint: &Lint<'_>) {
    for (index, (table, _)) in lint.whole.tables("exhibit").into_iter().enumerate() {
        let sums = table.tables("sums");
        for (sum, place) in &sums {
            adds_up(lint, index, table, sum, place);
        }
        for (row, at) in table.tables("rows") {
            let label = row.raw("label").unwrap_or_default().to_lowercase();
            let key = row.raw("key").unwrap_or_default();
            let declared = sums.iter().any(|(sum, _)| sum.raw("row") == Some(key));
            if label.starts_with("total") && !declared {
                let what = format!("row `{key}` looks like a total");
                let mend = "add sums = [{ row = \"total\", of = [\"row key\"], columns = [\"column key\"] }] to the exhibit";
                lint.problem(at, what, mend);
            }
        }
    }
}

fn adds_up(lint: &Lint<'_>, index: usize, exhibit: &Table, sum: &Table, place: &Place) {
    let rows = keys(exhibit, "rows");
    let columns = keys(exhibit, "columns");
    let find = |list: &[&str], key: &str| {
        let found = list.iter().position(|known| *known == key);
        if found.is_none() {
            let what = format!("`sums` names `{key}`, which is no row or column");
            lint.problem(place, what, "use their keys");
        }
        found
    };
    let total = find(&rows, sum.raw("row").unwrap_or_default());
    let parts: Option<Vec<_>> = texts(sum, "of")
        .iter()
        .map(|key| find(&rows, key))
        .collect();
    let summed: Option<Vec<_>> = texts(sum, "columns")
        .iter()
        .map(|key| find(&columns, key))
        .collect();
    let (Some(total), Some(parts), Some(summed)) = (total, parts, summed) else {
        return;
    };
    for column in summed {
        let off = |exhibit: &Exhibit| differs(exhibit, total, &parts, column);
        let sets = lint.sets.there.iter();
        let seeds: Vec<_> = sets
            .filter(|set| set.case.exhibits.get(index).is_some_and(off))
            .map(|set| set.seed)
            .collect();
        if !seeds.is_empty() {
            let what = format!(
                "`{}` does not add up in column `{}` in {}",
                rows[total],
                columns[column],
                seeds_in_words(&seeds)
            );
            lint.problem(
                place,
                what,
                "make the total a formula over the cells, or correct a cell",
            );
        }
    }
}

/// Whether the total is further from the sum of its parts than one unit of the last place, as
/// rounding may put it.
fn differs(exhibit: &Exhibit, total: usize, parts: &[usize], column: usize) -> bool {
    let number = |row: usize| match exhibit.rows.get(row)?.cells.get(column)? {
        Cell::Number(number) => Some(number.clone()),
        Cell::Text(_) | Cell::Empty => None,
    };
    let sum = parts.iter().try_fold(Exact::zero(), |sum, row| {
        number(*row).map(|next| Exact(sum.0 + next.0))
    });
    let places = exhibit
        .columns
        .get(column)
        .map_or(0, |column| column.places);
    let last = Exact::power_of_ten(-i32::try_from(places).unwrap_or(0));
    match (number(total), sum) {
        (Some(total), Some(sum)) => !total.within(&sum, &last),
        _ => true,
    }
}

fn keys<'a>(exhibit: &'a Table, list: &str) -> Vec<&'a str> {
    let tables = exhibit.tables(list).into_iter();
    tables
        .map(|(table, _)| table.raw("key").unwrap_or_default())
        .collect()
}

fn texts<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    match table.get(key).map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().filter_map(Node::raw).collect(),
        Some(Value::Text(text)) => vec![text],
        _ => Vec::new(),
    }
}
