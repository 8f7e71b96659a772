//! Calculation questions: the reference route, every number asked for, and the wrong ones.

use crate::document::Node;
use crate::figure::grouped;
use crate::names::{Definition, is_percent, shown};
use crate::{Asked, Exact, Given, Quant, Step, Trap};

use super::Fields;
use super::exhibits::insight;

pub(super) fn all(fields: &Fields<'_>) -> Vec<Quant> {
    fields.children("quant").into_iter().map(quant).collect()
}

fn quant(fields: Fields<'_>) -> Quant {
    let id = fields.text("id");
    let fields = fields.within(&id);
    let steps: Vec<Step> = fields.children("step").into_iter().map(step).collect();
    let mut headline = None;
    let mut asked = Vec::new();
    for (index, inner) in fields.children("asked").into_iter().enumerate() {
        if inner.flag("headline") {
            headline = headline.or(Some(index));
        }
        asked.extend(ask(inner));
    }
    let traps = fields.children("trap").into_iter();
    let consequences = fields.children("consequence").into_iter();
    let made = Quant {
        question: fields.text("question"),
        given: given(&fields),
        traps: traps.filter_map(|inner| trap(inner, &asked)).collect(),
        consequences: consequences.map(insight).collect(),
        headline: headline.filter(|index| *index < asked.len()).unwrap_or(0),
        steps,
        asked,
        id,
    };
    fields.also(&["guard"]);
    fields.done();
    made
}

/// Each given is a name; its words, value and unit stand at its definition.
fn given(fields: &Fields<'_>) -> Vec<Given> {
    let named = |name: String| {
        let (definition, value) = named(fields, &name, "given")?;
        let label = match definition.label.as_str() {
            "" => name.replace('_', " "),
            label => label.to_owned(),
        };
        Some(Given {
            name,
            label,
            value: shown(&value, &definition.unit),
            unit: definition.unit.clone(),
        })
    };
    fields
        .texts("given")
        .into_iter()
        .filter_map(named)
        .collect()
}

/// The definition and value behind a name used at `key`.
fn named<'a>(
    fields: &Fields<'a>,
    name: &str,
    key: &'static str,
) -> Option<(&'a Definition, Exact)> {
    let values = fields.build.values;
    let place = fields.node(key).map_or(fields.place, |node| &node.place);
    let Some(at) = values.definitions.find(name, &fields.scope) else {
        let what = format!("nothing is called `{name}`");
        fields
            .build
            .problem(place, what, "use a parameter, a derived value or a step");
        return None;
    };
    match values.of(at) {
        Ok(value) => Some((&values.definitions.list[at], value)),
        Err(fault) => {
            fields
                .build
                .problem(place, format!("`{name}`: {fault}"), "mend its formula");
            None
        }
    }
}

fn step(fields: Fields<'_>) -> Step {
    let name = fields.text("name");
    let formula = fields
        .node("formula")
        .and_then(Node::raw)
        .unwrap_or_default();
    let unit = fields.text_or("unit", "");
    let value = named(&fields, &name, "name").map_or_else(Exact::zero, |(_, value)| value);
    fields.also(&["expect"]);
    let made = Step {
        label: fields.text_or("label", &name.replace('_', " ")),
        worked: worked(&fields, formula),
        formula: formula.to_owned(),
        value: shown(&value, &unit),
        unit,
        name,
    };
    fields.done();
    made
}

fn ask(fields: Fields<'_>) -> Option<Asked> {
    let step = fields.text("of");
    let tolerance = fields.exact("tolerance");
    if tolerance.is_none() {
        let mend = "add tolerance = \"6 million\" (absolute, in the unit of the answer)";
        fields
            .build
            .problem(fields.place, "`tolerance` is missing", mend);
    }
    fields.also(&["expect", "headline", "why"]);
    let label = fields.text_or("label", "");
    let found = named(&fields, &step, "of");
    let made = found.map(|(definition, value)| Asked {
        label: match label.as_str() {
            "" => definition.label.clone(),
            label => label.to_owned(),
        },
        value: shown(&value, &definition.unit),
        unit: definition.unit.clone(),
        tolerance: shown(&tolerance.unwrap_or_else(Exact::zero), &definition.unit),
        step,
    });
    fields.done();
    made
}

fn trap(fields: Fields<'_>, asked: &[Asked]) -> Option<Trap> {
    let formula = fields
        .node("formula")
        .and_then(Node::raw)
        .unwrap_or_default()
        .to_owned();
    let value = fields.exact("formula");
    let target = fields.text_or("spoils", "");
    let spoils = asked.iter().position(|a| a.step == target);
    if spoils.is_none() && !target.is_empty() {
        let what = format!("`spoils` names `{target}`, which is not asked for");
        let known: Vec<_> = asked.iter().map(|a| a.step.as_str()).collect();
        fields.build.problem(
            fields.place,
            what,
            format!("use one of: {}", known.join(", ")),
        );
    }
    let spoils = spoils.unwrap_or(0);
    let unit = fields.text_or("unit", asked.get(spoils).map_or("", |a| a.unit.as_str()));
    fields.also(&["expect"]);
    let (id, mistake, code) = (
        fields.text("id"),
        fields.text("mistake"),
        fields.text("code"),
    );
    let made = value.map(|value| Trap {
        id,
        mistake,
        code,
        value: shown(&value, &unit),
        unit,
        formula,
        spoils,
    });
    if made.is_none() && fields.node("formula").is_none() {
        let mend = "add the wrong formula, over the names of the case";
        fields
            .build
            .problem(fields.place, "`formula` is missing", mend);
    }
    fields.done();
    made
}

/// A formula with this number set's figures in place of the names.
fn worked(fields: &Fields<'_>, formula: &str) -> String {
    let values = fields.build.values;
    let mut out = String::new();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphabetic();
        let belongs = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.') == is_word;
        let length = if is_word {
            rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
        } else {
            rest.find(|c: char| c.is_alphabetic() || !belongs(c))
        };
        let length = length.unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at(length);
        rest = after;
        let found = is_word
            .then(|| values.definitions.find(word, &fields.scope))
            .flatten();
        match found.and_then(|at| Some((&values.definitions.list[at], values.of(at).ok()?))) {
            Some((definition, value)) => out.push_str(&figure(definition, &value)),
            None => out.push_str(&word.replace('*', "x")),
        }
    }
    out
}

fn figure(definition: &Definition, value: &Exact) -> String {
    if is_percent(&definition.unit) {
        return format!("{}%", grouped(&shown(value, "%"), 2));
    }
    let places = if value.abs() < Exact::whole(100) {
        4
    } else {
        2
    };
    grouped(value, places)
}
