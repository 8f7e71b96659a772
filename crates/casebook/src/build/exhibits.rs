//! Exhibits as data, and what there is to see in them.

use crate::document::{Node, Value};
use crate::names::Content;
use crate::{Cell, Chart, ChartKind, Column, Exact, Exhibit, Insight, InsightKind, Row};

use super::Fields;

pub(super) fn all(fields: &Fields<'_>) -> Vec<Exhibit> {
    fields
        .children("exhibit")
        .into_iter()
        .map(exhibit)
        .collect()
}

fn exhibit(fields: Fields<'_>) -> Exhibit {
    let id = fields.text("id");
    let columns: Vec<(String, Column)> =
        fields.children("columns").into_iter().map(column).collect();
    let rows: Vec<(String, Row)> = fields
        .children("rows")
        .into_iter()
        .map(|fields| row(fields, &id, &columns))
        .collect();
    let insights = fields
        .children("insight")
        .into_iter()
        .map(insight)
        .collect();
    let (column_keys, columns): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    let (row_keys, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    fields.also(&["sums", "guard"]);
    let made = Exhibit {
        title: fields.text("title"),
        action_title: fields.text_or("action_title", ""),
        units: fields.text_or("units", ""),
        source: fields.text("source"),
        note: fields.text_or("note", ""),
        chart: chart(&fields, &row_keys, &column_keys),
        columns,
        rows,
        question: fields.text_or("question", ""),
        insights,
        reads: fields.reads(),
        id,
    };
    fields.done();
    made
}

fn column(fields: Fields<'_>) -> (String, Column) {
    let made = Column {
        label: fields.text("label"),
        unit: fields.text_or("unit", ""),
        places: fields.whole("places", 0),
    };
    let key = fields.text("key");
    fields.done();
    (key, made)
}

fn row(fields: Fields<'_>, exhibit: &str, columns: &[(String, Column)]) -> (String, Row) {
    let key = fields.text("key");
    let label = fields.text("label");
    let cells: &[Node] = match fields.node("cells") {
        Some(Node {
            value: Value::List(cells),
            ..
        }) => cells,
        _ => &[],
    };
    if cells.len() != columns.len() {
        let what = format!(
            "row `{key}` has {} cells for {} columns",
            cells.len(),
            columns.len()
        );
        fields
            .build
            .problem(fields.place, what, "write one cell a column; \"\" for none");
    }
    let made = cells
        .iter()
        .zip(columns)
        .map(|(node, (column_key, column))| {
            let name = format!("{exhibit}.{key}.{column_key}");
            cell(&fields, node, &name, column)
        })
        .collect();
    fields.done();
    (key, Row { label, cells: made })
}

fn cell(fields: &Fields<'_>, node: &Node, name: &str, column: &Column) -> Cell {
    let values = fields.build.values;
    let found = values.definitions.find(name, "");
    let Some((at, Content::Cell { scale, .. })) =
        found.map(|at| (at, &values.definitions.list[at].content))
    else {
        let text = node.raw().unwrap_or_default().trim();
        return match text {
            "" | "-" => Cell::Empty,
            text => Cell::Text(fields.build.fill(text, &node.place, "")),
        };
    };
    match values.of(at) {
        Ok(value) => Cell::Number(Exact(value.0 / &scale.0).rounded(column.places)),
        Err(fault) => {
            fields.build.problem(
                &node.place,
                format!("cell `{name}`: {fault}"),
                "write a number, a text, or \"= formula\" over the names of the case",
            );
            Cell::Empty
        }
    }
}

fn chart(fields: &Fields<'_>, rows: &[String], columns: &[String]) -> Chart {
    let place_of = |keys: &[String], key: &str| keys.iter().position(|known| known == key);
    let column = |key: &String| {
        let found = place_of(columns, key);
        if found.is_none() {
            let what = format!("there is no column `{key}`");
            fields.build.problem(
                fields.place,
                what,
                format!("use one of: {}", columns.join(", ")),
            );
        }
        found
    };
    let series = fields.texts("series").iter().filter_map(column).collect();
    let mark = fields.texts("highlight");
    let highlight = match mark.as_slice() {
        [row, key] => place_of(rows, row).zip(column(key)),
        _ => None,
    };
    if !mark.is_empty() && highlight.is_none() {
        let what = "`highlight` names no cell";
        fields.build.problem(
            fields.place,
            what,
            "write highlight = [\"row key\", \"column key\"]",
        );
    }
    Chart {
        kind: fields.word("chart", ChartKind::Table),
        series,
        highlight,
    }
}

pub(super) fn insight(fields: Fields<'_>) -> Insight {
    let code = fields.text_or("code", "");
    let made = Insight {
        id: fields.text("id"),
        text: fields.text("text"),
        kind: fields.word("kind", InsightKind::Secondary),
        reads: fields.reads(),
        code: (!code.is_empty()).then_some(code),
    };
    fields.done();
    made
}
