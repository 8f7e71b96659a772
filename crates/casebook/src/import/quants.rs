//! Calculation questions of the neutral YAML: givens become parameters, worked lines become
//! formulas, wrong results keep the mistake they come from.

use serde_json::Value;

use super::amounts::{Amount, in_text, near};
use super::figures::Figures;
use super::neutral::{list, name, sentences, text, texts};
use super::reads::{claims, write_phrasings};
use super::routes::{Known, Route};
use super::toml_text::{Page, prose, quoted};
use super::traps::code;
use crate::Exact;

/// Parameters and questions.
#[derive(Debug, Default)]
pub(super) struct Quants {
    pub(super) parameters: Vec<(String, Amount, String)>,
    pub(super) page: Page,
    pub(super) questions: Vec<Question>,
    pub(super) figures: Figures,
    /// Lines that do not recompute: where, and what they say.
    pub(super) broken: Vec<String>,
}

/// What the rest of the importer wants to know of a question.
#[derive(Debug, Default)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) steps: Vec<(String, String)>,
    pub(super) asked: Vec<String>,
    pub(super) meanings: Vec<String>,
}

struct Ask {
    label: String,
    amount: Amount,
    tolerance: Amount,
    headline: bool,
}

/// Reads every question.
pub(super) fn read(whole: &Value) -> Quants {
    let mut quants = Quants::default();
    for question in list(whole, "quant") {
        quants.question(question);
    }
    quants
}

impl Quants {
    fn question(&mut self, question: &Value) {
        let id = name(&text(question, "id"));
        let lines: Vec<_> = texts(question, "steps")
            .iter()
            .filter_map(|line| split(line))
            .collect();
        let mut route = Route::default();
        let given = self.given(question, &id, &lines, &mut route);
        for known in &route.known {
            self.figures.add(&known.name, &id, &known.amount);
        }
        for (step, _, stated) in &lines {
            self.figures.add_step(step, &id, stated);
        }
        self.page.head("[[quant]]");
        self.page.text("id", &id);
        let words = self.figures.within(&id, &text(question, "question"));
        self.page.text("question", &words);
        self.page.texts("given", &given);
        let mut steps = Vec::new();
        for (step, formula, stated) in &lines {
            let formula = self.formula(&route, &id, formula, stated);
            self.step(step, &formula, stated);
            steps.push((step.clone(), formula));
            route.known.push(Known {
                name: step.clone(),
                written: step.clone(),
                amount: stated.clone(),
                given: false,
            });
        }
        let asked = self.asked(question, &route);
        self.traps(question, &id, &route, &asked);
        let meanings = self.consequences(question, &id);
        let asked = asked.into_iter().map(|(of, _)| of).collect();
        self.questions.push(Question {
            id,
            steps,
            asked,
            meanings,
        });
    }

    fn formula(&mut self, route: &Route, id: &str, line: &str, stated: &Amount) -> String {
        route.formula(line, stated).unwrap_or_else(|| {
            self.broken.push(format!(
                "{id}: `{line}` does not come to {}",
                stated.written()
            ));
            stated.written()
        })
    }

    /// Names the givens, adds them to the parameters and gives back what the question lists.
    fn given(
        &mut self,
        question: &Value,
        id: &str,
        lines: &[(String, String, Amount)],
        route: &mut Route,
    ) -> Vec<String> {
        let mut names = Vec::new();
        for given in list(question, "given") {
            let written = text(given, "name");
            let Ok(raw) = text(given, "value").parse::<Exact>() else {
                continue;
            };
            let amount = Amount::of(raw, &text(given, "unit"));
            let plain = name(&written);
            let step = lines.iter().find(|(step, ..)| *step == plain);
            if step.is_some_and(|(_, _, stated)| near(&stated.value, &amount.value)) {
                names.push(plain);
                continue;
            }
            let chosen = self.free_name(&plain, id, &amount, step.is_some());
            route.known.push(Known {
                name: chosen.clone(),
                written,
                amount: amount.clone(),
                given: true,
            });
            names.push(chosen);
        }
        names
    }

    /// A parameter's name: shared with an equal one, else marked by its question.
    fn free_name(&mut self, plain: &str, id: &str, amount: &Amount, is_step: bool) -> String {
        const TAKEN: &[&str] = &[
            "and", "or", "not", "if", "min", "max", "round", "floor", "ceil", "abs",
        ];
        let label = plain.replace('_', " ");
        let mut chosen = plain.to_owned();
        if is_step || TAKEN.contains(&plain) {
            chosen = format!("given_{plain}");
        }
        if let Some((_, there, _)) = self.parameters.iter().find(|(name, ..)| *name == chosen) {
            if there.value == amount.value && there.unit == amount.unit {
                return chosen;
            }
            chosen = format!("{id}_{chosen}");
        }
        self.parameters
            .push((chosen.clone(), amount.clone(), label));
        chosen
    }

    fn step(&mut self, name: &str, formula: &str, stated: &Amount) {
        self.page.head("[[quant.step]]");
        self.page.text("name", name);
        self.page.text("label", &name.replace('_', " "));
        self.page.text("formula", formula);
        self.page.text("unit", &stated.unit);
        self.page.text("expect", &stated.written());
    }

    /// Every number asked for, as the step that holds it.
    fn asked(&mut self, question: &Value, route: &Route) -> Vec<(String, Ask)> {
        let mut found = Vec::new();
        for ask in asks(question, route) {
            let step = step_of(route, &ask.label, &ask.amount);
            let of = step.unwrap_or_else(|| {
                let name = format!("asked_{}", name(&ask.label));
                self.step(&name, &ask.amount.written(), &ask.amount);
                name
            });
            found.push((of, ask));
        }
        for (of, ask) in &found {
            self.page.head("[[quant.asked]]");
            self.page
                .text("label", &prose(&ask.label.replace('_', " ")));
            self.page.text("of", of);
            self.page.text("tolerance", &ask.tolerance.written());
            self.page.text("expect", &ask.amount.written());
            if ask.headline {
                self.page.plain("headline", "true");
            }
        }
        found
    }

    fn traps(&mut self, question: &Value, id: &str, route: &Route, asked: &[(String, Ask)]) {
        for trap in list(question, "traps") {
            let Ok(raw) = text(trap, "value").parse::<Exact>() else {
                continue;
            };
            let stated = Amount::of(raw, &text(trap, "unit"));
            let formula = self.formula(route, id, &text(trap, "formula"), &stated);
            let (trap_id, mistake) = (text(trap, "id"), text(trap, "mistake"));
            self.page.head("[[quant.trap]]");
            self.page.text("id", &trap_id);
            self.page
                .text("mistake", &self.figures.within(id, &mistake));
            self.page.text("code", code(&trap_id, &mistake));
            self.page.text("formula", &formula);
            self.page.text("unit", &stated.unit);
            self.page.text("expect", &stated.written());
            if let Some(spoilt) = spoilt(asked, &stated) {
                self.page.text("spoils", spoilt);
            }
        }
    }

    fn consequences(&mut self, question: &Value, id: &str) -> Vec<String> {
        let mut meanings = texts(question, "consequences");
        if meanings.is_empty() {
            meanings = sentences(&text(question, "so_what"));
        }
        for (index, meaning) in meanings.iter().enumerate() {
            self.page.head("[[quant.consequence]]");
            self.page.text("id", &format!("{id}-c{}", index + 1));
            self.page.text("text", &self.figures.within(id, meaning));
            self.page
                .text("kind", if index == 0 { "essential" } else { "secondary" });
            write_phrasings(&mut self.page, &[], meaning, &self.figures, id);
            self.page.items("numbers", &claims(meaning));
        }
        meanings
    }

    /// The parameters as a file.
    pub(super) fn parameters_page(&self) -> Page {
        let mut page = Page::default();
        page.line("[parameters]");
        for (name, amount, label) in &self.parameters {
            page.line(&format!(
                "{name} = {{ value = {}, unit = {}, label = {} }}",
                quoted(&amount.written()),
                quoted(&amount.unit),
                quoted(&prose(label)),
            ));
        }
        page
    }
}

/// `name = formula = 7.06 EUR` as its three parts.
fn split(line: &str) -> Option<(String, String, Amount)> {
    let (head, stated) = line.rsplit_once('=')?;
    let stated = Amount::read(stated)?;
    match head.split_once('=') {
        Some((step, formula)) => Some((name(step), formula.trim().to_owned(), stated)),
        None => Some((name(head), stated.raw.decimal(12), stated)),
    }
}

/// What is asked: the list of the newer shape, or the final value and the figures in its
/// unit's brackets that some step comes to.
fn asks(question: &Value, route: &Route) -> Vec<Ask> {
    let Some(last) = question.get("final") else {
        return Vec::new();
    };
    let amount_of = |value: &Value| {
        let raw = text(value, "value").parse::<Exact>().ok()?;
        let amount = Amount::of(raw, &text(value, "unit"));
        let tolerance = text(value, "tolerance").parse::<Exact>().ok()?;
        Some((amount.clone(), amount.like(tolerance)))
    };
    let Some((headline, tolerance)) = amount_of(last) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for ask in list(question, "asked") {
        let Some((amount, tolerance)) = amount_of(ask) else {
            continue;
        };
        let is_headline = amount.value == headline.value && amount.unit == headline.unit;
        found.push(Ask {
            label: text(ask, "name"),
            amount,
            tolerance,
            headline: is_headline,
        });
    }
    if found.is_empty() {
        let label = step_of(route, "", &headline).unwrap_or_else(|| "result".to_owned());
        found.push(Ask {
            label,
            amount: headline,
            tolerance,
            headline: true,
        });
        found.extend(in_brackets(&text(last, "unit"), route));
    }
    found
}

/// `(10% share = 53 million)` asks for 53 million; `(about 10 ...)` only explains.
fn in_brackets(unit: &str, route: &Route) -> Vec<Ask> {
    let Some((_, inside)) = unit.split_once('(') else {
        return Vec::new();
    };
    if inside.starts_with("about") {
        return Vec::new();
    }
    let matching = |amount: Amount| {
        let steps = route.known.iter().rev().filter(|known| !known.given);
        let mut near_enough = steps.filter(|known| {
            let slack = Exact(amount.value.abs().0 / Exact::whole(50).0);
            amount.power >= 0 && known.amount.value.abs().within(&amount.value.abs(), &slack)
        });
        let step = near_enough.next()?;
        let tolerance = Exact(step.amount.value.abs().0 * Exact::whole(2).0 / Exact::whole(100).0);
        let whole = Amount {
            raw: step.amount.value.clone(),
            power: 0,
            ..step.amount.clone()
        };
        Some(Ask {
            label: step.name.clone(),
            tolerance: whole.like(tolerance),
            amount: whole,
            headline: false,
        })
    };
    in_text(inside).into_iter().filter_map(matching).collect()
}

/// The step that an asked number is: by name, else the last that comes to it.
fn step_of(route: &Route, label: &str, amount: &Amount) -> Option<String> {
    let steps = || route.known.iter().rev().filter(|known| !known.given);
    let fits = |known: &&Known| {
        let slack = Exact(amount.value.abs().0 / Exact::whole(100).0);
        known.amount.value.within(&amount.value, &slack)
    };
    let named = steps().find(|known| !label.is_empty() && known.name == name(label) && fits(known));
    let units = steps().find(|known| fits(known) && known.amount.unit == amount.unit);
    let found = named.or(units).or_else(|| steps().find(fits));
    found.map(|known| known.name.clone())
}

/// The asked number that a wrong result spoils: of the same unit, the headline before others.
fn spoilt<'a>(asked: &'a [(String, Ask)], stated: &Amount) -> Option<&'a str> {
    let same = |(_, ask): &&(String, Ask)| ask.amount.unit == stated.unit;
    let headline = asked.iter().find(|(_, ask)| ask.headline);
    let first = headline
        .filter(same)
        .or_else(|| asked.iter().find(same))
        .or(headline);
    first.map(|(of, _)| of.as_str())
}
