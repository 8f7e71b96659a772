//! Makes a playable case from the tables of its folder at one number set. Decides nothing
//! about numbers; every value comes from [`Values`].

mod asking;
mod ending;
mod exhibits;
mod fields;
mod quants;
mod segments;
mod units;

use std::cell::RefCell;

pub(crate) use fields::{Build, Fields};

use crate::document::Table;
use crate::names::Values;
use crate::source::{Place, Problem, Source};
use crate::{Case, Difficulty, Objective};

/// Keys of the whole that name definitions and are read elsewhere.
const NAMED: &[&str] = &["parameters", "derived", "constraints", "conditions"];

/// The case at one number set, with what is wrong with it. The case is always whole: what is
/// missing is empty.
pub(crate) fn case(
    source: &Source,
    whole: &Table,
    values: &Values<'_>,
    seed: u64,
    hash: &str,
) -> (Case, Vec<Problem>) {
    let build = Build {
        values,
        problems: RefCell::default(),
    };
    let start = Place::start("case.toml");
    let fields = Fields::new(&build, whole, &start);
    fields.also(NAMED);
    let case = whole_case(&fields, source, seed, hash);
    fields.done();
    (case, build.problems.into_inner())
}

fn whole_case(fields: &Fields<'_>, source: &Source, seed: u64, hash: &str) -> Case {
    let prose = |path: &str| match source.text(path) {
        Some(text) => fields.build.fill(text.trim(), &Place::start(path), ""),
        None => {
            let what = format!("`{path}` is missing");
            fields
                .build
                .problem(&Place::start(path), what, "add the file");
            String::new()
        }
    };
    let quants = quants::all(fields);
    let exhibits = exhibits::all(fields);
    let brainstorms = ending::brainstorms(fields);
    Case {
        slug: fields.text("slug"),
        version: fields.whole("version", 1),
        hash: hash.to_owned(),
        seed,
        title: fields.text("title"),
        client: fields.text("client"),
        teaser: fields.text("teaser"),
        trains: fields.text("trains"),
        industry: fields.text("industry"),
        region: fields.text("region"),
        topics: fields.texts("topics"),
        difficulty: difficulty(fields),
        formats: formats(fields),
        author: fields.text("author"),
        licence: fields.text("licence"),
        prompt: prose("prompt.md"),
        objective: objective(fields),
        segments: segments::all(fields, &quants, &exhibits, &brainstorms),
        facts: asking::facts(fields),
        decoys: asking::decoys(fields),
        structure: asking::structure(fields),
        exhibits,
        quants,
        brainstorms,
        synthesis: ending::synthesis(fields),
        pushbacks: ending::pushbacks(fields),
        twist: fields.text_or("twist", ""),
        notes: prose("notes.md"),
        debrief: prose("debrief.md"),
        related: fields.texts("related"),
    }
}

fn formats(fields: &Fields<'_>) -> Vec<crate::Format> {
    let Some(node) = fields.node("formats") else {
        let mend = "add formats = [\"interviewer-led\", \"candidate-led\"]";
        fields
            .build
            .problem(fields.place, "`formats` is missing", mend);
        return vec![crate::Format::InterviewerLed];
    };
    match &node.value {
        crate::document::Value::List(items) => items
            .iter()
            .filter_map(|item| fields.word_of(item))
            .collect(),
        _ => fields.word_of(node).into_iter().collect(),
    }
}

fn difficulty(fields: &Fields<'_>) -> Difficulty {
    let axes = fields.children("difficulty");
    let axis = |key: &'static str| {
        let value = axes.first().map_or(0, |axes| axes.whole(key, 0));
        if !(1..=5).contains(&value) {
            let what = format!("difficulty `{key}` is {value}");
            fields
                .build
                .problem(fields.place, what, "give each axis 1 (light) to 5 (heavy)");
        }
        u8::try_from(value.clamp(1, 5)).unwrap_or(1)
    };
    let difficulty = Difficulty {
        ambiguity: axis("ambiguity"),
        math: axis("math"),
        exhibits: axis("exhibits"),
        pressure: axis("pressure"),
    };
    axes.into_iter().for_each(Fields::done);
    difficulty
}

fn objective(fields: &Fields<'_>) -> Objective {
    let Some(inner) = fields.children("objective").into_iter().next() else {
        let mend = "add [objective] with text, metric, target and horizon";
        fields
            .build
            .problem(fields.place, "`objective` is missing", mend);
        return Objective {
            text: String::new(),
            metric: String::new(),
            target: String::new(),
            horizon: String::new(),
        };
    };
    let objective = Objective {
        text: inner.text("text"),
        metric: inner.text("metric"),
        target: inner.text("target"),
        horizon: inner.text("horizon"),
    };
    inner.node("guard");
    inner.done();
    objective
}
