//! Collects every name of a case from its tables: parameters, derived values, constraints,
//! steps and cells. Works nothing out beyond the choices of a parameter.

use crate::Exact;
use crate::document::{Node, Table, Value};
use crate::draw::{CHOICES, Parameter};
use crate::formula::{Fault, Names};
use crate::names::{Calculation, Content, Definition, Definitions};
use crate::source::{Place, Problem};

/// Everything that has a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named {
    pub(crate) definitions: Definitions,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) constraints: Vec<Constraint>,
}

/// A boolean that must hold in every number set.
#[derive(Debug, Clone)]
pub(crate) struct Constraint {
    pub(crate) name: String,
    pub(crate) definition: usize,
    pub(crate) words: String,
    pub(crate) place: Place,
}

/// Collects the names of the case.
pub(crate) fn named(whole: &Table, problems: &mut Vec<Problem>) -> Named {
    let mut collector = Collector {
        named: Named::default(),
        problems,
    };
    collector.parameters(whole);
    collector.derived(whole);
    collector.tests(whole, "constraints");
    collector.tests(whole, "conditions");
    for (quant, place) in whole.tables("quant") {
        collector.steps(quant, place);
    }
    for (exhibit, place) in whole.tables("exhibit") {
        collector.cells(exhibit, place);
    }
    collector.named
}

struct Collector<'a> {
    named: Named,
    problems: &'a mut Vec<Problem>,
}

impl Collector<'_> {
    fn problem(&mut self, place: &Place, what: String, mend: &str) {
        self.problems.push(Problem::at(place, what, mend));
    }

    fn add(&mut self, definition: Definition) -> Option<usize> {
        let place = definition.place.clone();
        let name = definition.name.clone();
        if !is_name(&name) {
            let what = format!("`{name}` is not a name");
            self.problem(
                &place,
                what,
                "use letters, digits and `_`, a letter first; not and, or, not, if, min, max",
            );
        }
        let taken = self
            .named
            .definitions
            .add(definition)
            .map(|d| d.place.clone());
        if let Some(first) = taken {
            let what = format!(
                "`{name}` is already defined at {}:{}",
                first.file, first.line
            );
            self.problem(&place, what, "give it another name");
            return None;
        }
        Some(self.named.definitions.list.len() - 1)
    }

    /// Reads a formula written as text or number, or notes why it cannot be.
    fn calculation(&mut self, node: &Node) -> Option<Calculation> {
        let Some(text) = node.raw() else {
            let what = format!("a formula is missing; this is {}", node.kind());
            self.problem(&node.place, what, "write it in quotes: \"cars * energy\"");
            return None;
        };
        match Calculation::read(text) {
            Ok(calculation) => Some(calculation),
            Err(fault) => {
                let offset = if let Fault::Unreadable(at, _) = fault {
                    at
                } else {
                    0
                };
                let place = node.place.inside(text, offset);
                let mend = "see the language of formulas in docs/case-format.md";
                self.problem(&place, format!("`{text}`: {fault}"), mend);
                None
            }
        }
    }

    fn entries<'t>(&mut self, whole: &'t Table, key: &str) -> Vec<(&'t str, &'t Node)> {
        let Some(node) = whole.get(key) else {
            return Vec::new();
        };
        let Some(table) = node.table() else {
            let what = format!("`{key}` is {}", node.kind());
            self.problem(&node.place, what, "make it a table: one line a name");
            return Vec::new();
        };
        table
            .entries
            .iter()
            .map(|(name, node)| (name.as_str(), node))
            .collect()
    }

    fn parameters(&mut self, whole: &Table) {
        for (name, node) in self.entries(whole, "parameters") {
            let table = node.table().cloned().unwrap_or_else(|| Table {
                entries: vec![("value".into(), node.clone())],
            });
            let authored = self.constant(&table, "value", &node.place);
            let choices = self.choices(&table, authored.as_ref(), &node.place);
            let Some(authored) = authored else { continue };
            let definition = Definition {
                name: name.to_owned(),
                scope: String::new(),
                label: table.raw("label").unwrap_or_default().to_owned(),
                unit: unit_of(&table, "value"),
                place: node.place.clone(),
                content: Content::Parameter(self.named.parameters.len()),
            };
            if self.add(definition).is_some() {
                self.named.parameters.push(Parameter { authored, choices });
            }
            self.unknown(
                &table,
                &["value", "unit", "label", "choices", "from", "to", "step"],
            );
        }
    }

    fn unknown(&mut self, table: &Table, known: &[&str]) {
        for (key, node) in &table.entries {
            if !known.contains(&key.as_str()) {
                let what = format!("nothing reads `{key}`");
                let mend = format!("use one of: {}", known.join(", "));
                self.problem(&node.place, what, &mend);
            }
        }
    }

    /// A formula without names, worked out.
    fn constant(&mut self, table: &Table, key: &str, place: &Place) -> Option<Exact> {
        let Some(node) = table.get(key) else {
            let what = format!("`{key}` is missing");
            self.problem(
                place,
                what,
                "add it: a number, or \"2.4 million\", or \"25%\"",
            );
            return None;
        };
        self.constant_node(node)
    }

    fn constant_node(&mut self, node: &Node) -> Option<Exact> {
        let calculation = self.calculation(node)?;
        match calculation.value(&NoNames, false) {
            Ok(value) => Some(value),
            Err(fault) => {
                let what = format!("`{}`: {fault}", calculation.text);
                self.problem(
                    &node.place,
                    what,
                    "a parameter is a plain number; put formulas under [derived]",
                );
                None
            }
        }
    }

    fn choices(&mut self, table: &Table, authored: Option<&Exact>, place: &Place) -> Vec<Exact> {
        if let Some(node) = table.get("choices") {
            let Value::List(items) = &node.value else {
                self.problem(
                    &node.place,
                    "`choices` is no list".into(),
                    "write [\"20%\", \"25%\"]",
                );
                return Vec::new();
            };
            return items
                .iter()
                .filter_map(|item| self.constant_node(item))
                .collect();
        }
        if table.get("from").is_none() && table.get("to").is_none() {
            return authored.cloned().into_iter().collect();
        }
        let (from, to, step) = (
            self.constant(table, "from", place),
            self.constant(table, "to", place),
            self.constant(table, "step", place),
        );
        let (Some(from), Some(to), Some(step)) = (from, to, step) else {
            return Vec::new();
        };
        let mut choices = Vec::new();
        let mut next = from;
        while step > Exact::zero() && next <= to && choices.len() <= CHOICES {
            choices.push(next.clone());
            next = Exact(next.0 + &step.0);
        }
        if choices.is_empty() || choices.len() > CHOICES {
            let mend = format!("from must be below to, step above nought, at most {CHOICES} steps");
            self.problem(
                place,
                "the range holds no usable list of values".into(),
                &mend,
            );
            choices.truncate(1);
        }
        choices
    }

    fn derived(&mut self, whole: &Table) {
        for (name, node) in self.entries(whole, "derived") {
            let table = node.table();
            let formula = match table {
                Some(table) => table.get("formula").unwrap_or(node),
                None => node,
            };
            let Some(calculation) = self.calculation(formula) else {
                continue;
            };
            let raw = |key: &str| {
                table
                    .and_then(|t| t.raw(key))
                    .unwrap_or_default()
                    .to_owned()
            };
            self.add(Definition {
                name: name.to_owned(),
                scope: String::new(),
                label: raw("label"),
                unit: raw("unit"),
                place: node.place.clone(),
                content: Content::Formula(calculation),
            });
            if let Some(table) = table {
                self.unknown(table, &["formula", "unit", "label"]);
            }
        }
    }

    fn tests(&mut self, whole: &Table, key: &str) {
        for (name, node) in self.entries(whole, key) {
            let test = match node.table() {
                Some(table) => table.get("test").unwrap_or(node),
                None => node,
            };
            let Some(calculation) = self.calculation(test) else {
                continue;
            };
            let words = node
                .table()
                .and_then(|t| t.raw("words"))
                .unwrap_or_default()
                .to_owned();
            let definition = self.add(Definition {
                name: name.to_owned(),
                scope: String::new(),
                label: words.clone(),
                unit: String::new(),
                place: node.place.clone(),
                content: Content::Formula(calculation),
            });
            if let (Some(definition), "constraints") = (definition, key) {
                self.named.constraints.push(Constraint {
                    name: name.to_owned(),
                    definition,
                    words,
                    place: node.place.clone(),
                });
            }
        }
    }

    fn steps(&mut self, quant: &Table, place: &Place) {
        let Some(id) = quant.raw("id") else {
            self.problem(place, "a quant has no id".into(), "add id = \"q1\"");
            return;
        };
        for (step, place) in quant.tables("step") {
            let (Some(name), Some(formula)) = (step.raw("name"), step.get("formula")) else {
                let what = "a step needs a name and a formula".to_owned();
                self.problem(
                    place,
                    what,
                    "add name = \"market\" and formula = \"energy * price\"",
                );
                continue;
            };
            if let Some(calculation) = self.calculation(formula) {
                self.add(Definition {
                    name: format!("{id}.{name}"),
                    scope: id.to_owned(),
                    label: step.raw("label").unwrap_or(name).to_owned(),
                    unit: step.raw("unit").unwrap_or_default().to_owned(),
                    place: place.clone(),
                    content: Content::Formula(calculation),
                });
            }
        }
    }

    fn cells(&mut self, exhibit: &Table, place: &Place) {
        let Some(id) = exhibit.raw("id") else {
            self.problem(place, "an exhibit has no id".into(), "add id = \"exhibit\"");
            return;
        };
        let columns = exhibit.tables("columns");
        for (row, place) in exhibit.tables("rows") {
            let Some(row_key) = row.raw("key") else {
                self.problem(place, "a row has no key".into(), "add key = \"motorway\"");
                continue;
            };
            let Some(Node {
                value: Value::List(cells),
                ..
            }) = row.get("cells")
            else {
                self.problem(
                    place,
                    "a row has no list of cells".into(),
                    "add cells = [16, 0.69, \"=cash\"]",
                );
                continue;
            };
            for (cell, (column, _)) in cells.iter().zip(&columns) {
                let Some(column_key) = column.raw("key") else {
                    continue;
                };
                let name = format!("{id}.{row_key}.{column_key}");
                let content = self.cell(cell, column);
                self.add(Definition {
                    name,
                    scope: String::new(),
                    label: column.raw("label").unwrap_or_default().to_owned(),
                    unit: base_unit(column.raw("unit").unwrap_or_default()),
                    place: cell.place.clone(),
                    content,
                });
            }
        }
    }

    fn cell(&mut self, cell: &Node, column: &Table) -> Content {
        let scale = unit_scale(column.raw("unit").unwrap_or_default());
        let places = column
            .raw("places")
            .and_then(|p| p.parse().ok())
            .unwrap_or(0);
        let text = match &cell.value {
            Value::Number(number) => format!("({number}) * {}", fraction(&scale)),
            Value::Text(text) => match text.strip_prefix('=') {
                Some(formula) => formula.to_owned(),
                None => return Content::Wordy,
            },
            _ => return Content::Wordy,
        };
        let node = Node {
            place: cell.place.clone(),
            value: Value::Text(text),
        };
        match self.calculation(&node) {
            Some(calculation) => Content::Cell {
                calculation,
                scale,
                places,
            },
            None => Content::Wordy,
        }
    }
}

struct NoNames;

impl Names for NoNames {
    fn value(&self, name: &str) -> Result<Exact, Fault> {
        Err(Fault::Unknown(name.to_owned()))
    }
}

fn is_name(name: &str) -> bool {
    const TAKEN: &[&str] = &[
        "and", "or", "not", "if", "min", "max", "round", "floor", "ceil", "abs",
    ];
    name.split('.').all(|part| {
        part.chars().next().is_some_and(char::is_alphabetic)
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
            && !TAKEN.contains(&part)
    })
}

/// The declared unit; a value written `25%` is measured in per cent unless said otherwise.
fn unit_of(table: &Table, value: &str) -> String {
    match (table.raw("unit"), table.raw(value)) {
        (Some(unit), _) => unit.to_owned(),
        (None, Some(text)) if text.trim_end().ends_with('%') => "%".to_owned(),
        _ => String::new(),
    }
}

fn fraction(value: &Exact) -> String {
    format!("({} / {})", value.0.numer(), value.0.denom())
}

/// What one of a column's unit is worth in base units: `thousand EUR` is 1000, `%` is 1/100.
pub(crate) fn unit_scale(unit: &str) -> Exact {
    let power = match unit.split_whitespace().next().unwrap_or_default() {
        word if word.starts_with('%') => -2,
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        _ => 0,
    };
    Exact::power_of_ten(power)
}

/// A column's unit without its scale word.
pub(crate) fn base_unit(unit: &str) -> String {
    for scale in ["thousand", "million", "billion"] {
        if let Some(rest) = unit.strip_prefix(scale) {
            return rest.trim_start().to_owned();
        }
    }
    unit.to_owned()
}
