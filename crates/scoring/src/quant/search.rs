//! Searches the reference route for one thing that, done wrong, yields a wrong answer.

use casebook::{Exact, Given, Quant};

use super::formula::{Change, ChangeKind, Node, read};
use super::mistakes::{made, permille};
use crate::Mistake;

/// Changes tried on one route; each costs one working-out of the route.
const TRIES_MAX: usize = 600;

/// A route whose formulas could be read.
struct Route<'q> {
    quant: &'q Quant,
    formulas: Vec<Node>,
    /// Values of the givens in formulas: shares as parts of one where the route asks for it.
    givens: Vec<Exact>,
}

/// Single changes to the route that bring the asked number `index` to `wrong`, at most `most`.
pub(super) fn search(quant: &Quant, index: usize, wrong: &Exact, most: usize) -> Vec<Mistake> {
    let Some(route) = Route::read(quant, index) else {
        return Vec::new();
    };
    let mut found: Vec<Mistake> = Vec::new();
    for (step, change) in route.changes().into_iter().take(TRIES_MAX) {
        let value = route.asked(index, Some((step, change)));
        if value.is_some_and(|value| value.within(wrong, &permille(&value))) {
            let mistake = route.describe(step, change);
            if !found.contains(&mistake) {
                found.push(mistake);
            }
        }
        if found.len() == most {
            break;
        }
    }
    found
}

impl<'q> Route<'q> {
    /// The route, when working it out unchanged gives the asked number.
    fn read(quant: &'q Quant, index: usize) -> Option<Self> {
        let formulas: Option<Vec<Node>> = quant.steps.iter().map(|s| read(&s.formula)).collect();
        let formulas = formulas?;
        let plain = |given: &Given| given.value.clone();
        let share = |given: &Given| match given.unit.starts_with('%') {
            true => Exact(&given.value.0 * &Exact::power_of_ten(-2).0),
            false => given.value.clone(),
        };
        let asked = quant.asked.get(index)?;
        [
            quant.given.iter().map(share).collect::<Vec<_>>(),
            quant.given.iter().map(plain).collect(),
        ]
        .into_iter()
        .map(|givens| Self {
            quant,
            formulas: formulas.clone(),
            givens,
        })
        .find(|route| {
            route
                .asked(index, None)
                .is_some_and(|v| v.within(&asked.value, &asked.tolerance))
        })
    }

    /// The asked number with one change to one step.
    fn asked(&self, index: usize, change: Option<(usize, Change)>) -> Option<Exact> {
        let mut values: Vec<Exact> = Vec::with_capacity(self.formulas.len());
        for (at, formula) in self.formulas.iter().enumerate() {
            let name = |name: &str| {
                let step = self.quant.steps[..at].iter().position(|s| s.name == name);
                let given = self.quant.given.iter().position(|g| g.name == name);
                step.map(|i| values[i].clone())
                    .or_else(|| given.map(|i| self.givens[i].clone()))
            };
            let here = change
                .filter(|(step, _)| *step == at)
                .map(|(_, change)| change);
            let value = formula.value(&name, here, &self.givens)?;
            values.push(value);
        }
        let wanted = &self.quant.asked.get(index)?.step;
        let step = self.quant.steps.iter().position(|s| s.name == *wanted)?;
        values.into_iter().nth(step)
    }

    /// Every single change, step by step.
    fn changes(&self) -> Vec<(usize, Change)> {
        let mut found = Vec::new();
        for (step, formula) in self.formulas.iter().enumerate() {
            for (node, part) in formula.all().into_iter().enumerate() {
                let kinds = self.kinds(part);
                found.extend(kinds.into_iter().map(|kind| (step, Change { node, kind })));
            }
        }
        found
    }

    fn kinds(&self, node: &Node) -> Vec<ChangeKind> {
        match node {
            Node::Operation('/', ..) => vec![ChangeKind::Invert, ChangeKind::LeaveOut],
            Node::Operation('*', ..) => vec![ChangeKind::LeaveOut, ChangeKind::Twice],
            Node::Operation(..) => vec![ChangeKind::LeaveOut, ChangeKind::Sign],
            Node::Name(name) => self.alike(|given| given.name == *name),
            Node::Number(value) => {
                let same = |index: usize| self.givens[index] == *value;
                let own = (0..self.givens.len()).find(|i| same(*i));
                own.map_or_else(Vec::new, |own| {
                    self.alike(|given| given.name == self.quant.given[own].name)
                })
            }
        }
    }

    /// Taking another given of the same unit for the one that `is`.
    fn alike(&self, is: impl Fn(&Given) -> bool) -> Vec<ChangeKind> {
        let Some(own) = self.quant.given.iter().find(|given| is(given)) else {
            return Vec::new();
        };
        let others = self.quant.given.iter().enumerate();
        others
            .filter(|(_, given)| given.name != own.name && given.unit == own.unit)
            .map(|(index, _)| ChangeKind::Take(index))
            .collect()
    }

    /// The change in words, with the labels of the case.
    fn describe(&self, step: usize, change: Change) -> Mistake {
        let label = &self.quant.steps[step].label;
        let part = self.formulas[step].all().get(change.node).copied().cloned();
        let operand = match &part {
            Some(Node::Operation(_, _, right)) => self.name(right),
            Some(leaf) => self.name(leaf),
            None => String::new(),
        };
        let percent = matches!(&part, Some(Node::Operation(_, _, right)) if self.is_share(right));
        match (change.kind, part) {
            (ChangeKind::LeaveOut, Some(Node::Operation('-', ..))) => {
                made("Q5", format!("{operand} left out of {label}"))
            }
            (ChangeKind::LeaveOut, _) if percent => {
                made("Q2", format!("{operand} left out of {label}"))
            }
            (ChangeKind::LeaveOut, _) => made("Q12", format!("{operand} left out of {label}")),
            (ChangeKind::Invert, _) => made("Q4", format!("the ratio in {label} turned over")),
            (ChangeKind::Sign, _) => {
                made("Q7", format!("{operand} with the wrong sign in {label}"))
            }
            (ChangeKind::Twice, _) => made("Q2", format!("{operand} applied twice in {label}")),
            (ChangeKind::Take(index), _) => {
                let taken = &self.quant.given[index].label;
                made("Q14", format!("{taken} taken for {operand} in {label}"))
            }
        }
    }

    fn is_share(&self, node: &Node) -> bool {
        let own = |given: &&Given| matches!(node, Node::Name(name) if given.name == *name);
        self.quant
            .given
            .iter()
            .find(own)
            .is_some_and(|given| given.unit.starts_with('%'))
    }

    /// What a part of a formula is called.
    fn name(&self, node: &Node) -> String {
        match node {
            Node::Name(name) => {
                let given = self
                    .quant
                    .given
                    .iter()
                    .find(|g| g.name == *name)
                    .map(|g| &g.label);
                let step = self
                    .quant
                    .steps
                    .iter()
                    .find(|s| s.name == *name)
                    .map(|s| &s.label);
                given.or(step).cloned().unwrap_or_else(|| name.clone())
            }
            Node::Number(value) => {
                let given = self.givens.iter().position(|given| given == value);
                given.map_or_else(|| value.to_string(), |i| self.quant.given[i].label.clone())
            }
            Node::Operation(..) => "a part".to_owned(),
        }
    }
}
