//! The reference route of a question as a graph that can be followed to the asked number with one
//! thing done wrong on the way.

use casebook::{Exact, Given, Quant};

use super::fits::{Measure, measure, times_ten};
use super::formula::{Change, Node, read};

/// A route whose steps up to the asked number could be read.
pub(super) struct Route<'q> {
    pub(super) quant: &'q Quant,
    /// A step each; `None` where a formula could not be read.
    pub(super) formulas: Vec<Option<Node>>,
    /// Values of the givens in formulas: shares as parts of one where the route asks for it.
    pub(super) givens: Vec<Exact>,
    /// Values of the steps in formulas; `None` where a step could not be worked out.
    pub(super) values: Vec<Option<Exact>>,
    /// Index of the step asked for.
    pub(super) last: usize,
    /// What brings the step to the unit asked for: 100 for a share that is asked in percent.
    unit: Exact,
}

/// One thing done wrong on the way.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wrong {
    /// In the formula of a step.
    Step(usize, Change),
    /// A given taken with another value wherever it is used.
    Given(usize, Exact),
    /// A step whose result is carried on with another value.
    Result(usize, Exact),
}

impl<'q> Route<'q> {
    /// The route, when working it out unchanged gives the asked number.
    pub(super) fn read(quant: &'q Quant, index: usize) -> Option<Self> {
        let asked = quant.asked.get(index)?;
        let last = quant.steps.iter().position(|s| s.name == asked.step)?;
        let hundredth = |given: &Given| match is_share(&given.unit) {
            true => times_ten(&given.value, -2),
            false => given.value.clone(),
        };
        let shares: Vec<Exact> = quant.given.iter().map(hundredth).collect();
        let plain: Vec<Exact> = quant.given.iter().map(|g| g.value.clone()).collect();
        [shares, plain].into_iter().find_map(|givens| {
            let mut route = Self {
                quant,
                formulas: Vec::new(),
                givens,
                values: Vec::new(),
                last,
                unit: Exact::whole(1),
            };
            route.work();
            let value = route.values.get(last)?.clone()?;
            let unit = [0, 2].into_iter().find(|power| {
                let share = *power == 0 || is_share(&asked.unit);
                share && times_ten(&value, *power).within(&asked.value, &asked.tolerance)
            })?;
            route.unit = Exact::power_of_ten(unit);
            Some(route)
        })
    }

    /// Reads and works out every step. A number in a formula that is the value of an earlier step
    /// or of a given stands for it.
    fn work(&mut self) {
        for at in 0..self.quant.steps.len() {
            let formula = read(&self.quant.steps[at].formula).map(|node| {
                node.named(&|value: &Exact| {
                    let step = (0..at)
                        .rev()
                        .find(|i| self.values[*i].as_ref() == Some(value));
                    let given = self.givens.iter().position(|given| given == value);
                    step.map(|i| self.quant.steps[i].name.clone())
                        .or_else(|| given.map(|i| self.quant.given[i].name.clone()))
                })
            });
            let value = formula
                .as_ref()
                .and_then(|node| node.value(&|name| self.base(name, at), None));
            self.formulas.push(formula);
            self.values.push(value);
        }
    }

    /// The value of a name before step `at`.
    fn base(&self, name: &str, at: usize) -> Option<Exact> {
        let step = self.quant.steps[..at].iter().position(|s| s.name == name);
        match step {
            Some(step) => self.values.get(step)?.clone(),
            None => self.given(name).map(|i| self.givens[i].clone()),
        }
    }

    /// Index of the given of that name.
    pub(super) fn given(&self, name: &str) -> Option<usize> {
        self.quant.given.iter().position(|g| g.name == name)
    }

    /// Index of the step of that name.
    pub(super) fn step(&self, name: &str) -> Option<usize> {
        self.quant.steps.iter().position(|s| s.name == name)
    }

    /// The asked number with one thing done wrong, in its own unit.
    pub(super) fn follow(&self, wrong: &Wrong) -> Option<Exact> {
        let mut values: Vec<Option<Exact>> = Vec::with_capacity(self.last + 1);
        let mut touched = vec![false; self.last + 1];
        for at in 0..=self.last {
            let formula = self.formulas[at].as_ref();
            let own = match wrong {
                Wrong::Step(step, change) if *step == at => Some(change),
                _ => None,
            };
            touched[at] = own.is_some() || formula.is_some_and(|f| self.uses(f, wrong, &touched));
            let mut value = if touched[at] {
                formula?.value(&|name| self.after(name, at, wrong, &values), own)
            } else {
                self.values[at].clone()
            };
            if let Wrong::Result(step, result) = wrong
                && *step == at
            {
                value = Some(result.clone());
                touched[at] = true;
            }
            values.push(value);
        }
        let value = values.pop()??;
        touched[self.last].then(|| Exact(&value.0 * &self.unit.0))
    }

    fn uses(&self, formula: &Node, wrong: &Wrong, touched: &[bool]) -> bool {
        formula.all().into_iter().any(|node| {
            let Node::Name(name) = node else {
                return false;
            };
            let changed = matches!(wrong, Wrong::Given(i, _) if self.quant.given[*i].name == *name);
            match self.step(name) {
                Some(step) => touched.get(step).copied().unwrap_or(false),
                None => changed,
            }
        })
    }

    fn after(
        &self,
        name: &str,
        at: usize,
        wrong: &Wrong,
        values: &[Option<Exact>],
    ) -> Option<Exact> {
        if let Some(step) = self.quant.steps[..at].iter().position(|s| s.name == name) {
            return values.get(step)?.clone();
        }
        let given = self.given(name)?;
        match wrong {
            Wrong::Given(changed, value) if *changed == given => Some(value.clone()),
            _ => Some(self.givens[given].clone()),
        }
    }

    /// The steps that the asked number rests on, itself included.
    pub(super) fn needed(&self) -> Vec<bool> {
        let mut needed = vec![false; self.quant.steps.len()];
        needed[self.last] = true;
        for at in (0..=self.last)
            .rev()
            .filter(|at| self.formulas[*at].is_some())
        {
            if !needed[at] {
                continue;
            }
            for node in self.formulas[at].iter().flat_map(Node::all) {
                if let Node::Name(name) = node
                    && let Some(step) = self.step(name)
                    && step < at
                {
                    needed[step] = true;
                }
            }
        }
        needed
    }

    /// What a part of a formula comes to in step `at`.
    pub(super) fn worth(&self, node: &Node, at: usize) -> Option<Exact> {
        node.value(&|name| self.base(name, at), None)
    }

    /// Whether a part is a share: a given or a step in percent.
    pub(super) fn is_share(&self, node: &Node) -> bool {
        let Node::Name(name) = node else {
            return matches!(node, Node::Number(v) if *v < Exact::whole(1) && *v > Exact::zero());
        };
        let unit = match (self.step(name), self.given(name)) {
            (Some(step), _) => &self.quant.steps[step].unit,
            (None, Some(given)) => &self.quant.given[given].unit,
            (None, None) => return false,
        };
        is_share(unit)
    }

    /// Whether a name counts by the year or by the month.
    pub(super) fn is_timed(&self, node: &Node) -> bool {
        let Node::Name(name) = node else {
            return false;
        };
        let step = self.step(name).map(|i| &self.quant.steps[i].unit);
        let given = self.given(name).map(|i| &self.quant.given[i].unit);
        step.or(given).is_some_and(|unit| is_timed(unit))
    }

    /// `1 - share` or `1 + share`: its sign and the share.
    pub(super) fn rest<'n>(&self, node: &'n Node) -> Option<(char, &'n Node)> {
        let Node::Operation(sign @ ('+' | '-'), left, right) = node else {
            return None;
        };
        let one = matches!(&**left, Node::Number(value) if *value == Exact::whole(1));
        (one && self.is_share(right)).then_some((*sign, &**right))
    }

    /// What a part of a formula is called.
    pub(super) fn name(&self, node: &Node) -> String {
        match node {
            Node::Name(name) => {
                let given = self.given(name).map(|i| &self.quant.given[i].label);
                let step = self.step(name).map(|i| &self.quant.steps[i].label);
                given.or(step).cloned().unwrap_or_else(|| name.clone())
            }
            Node::Number(value) => value.to_string(),
            Node::Operation(..) => match self.rest(node) {
                Some((_, share)) => self.name(share),
                None => self.written(node),
            },
        }
    }

    /// A part of two names written out; a longer one is just a part.
    fn written(&self, node: &Node) -> String {
        match node {
            Node::Operation(sign, left, right)
                if matches!(
                    (&**left, &**right),
                    (
                        Node::Name(_) | Node::Number(_),
                        Node::Name(_) | Node::Number(_)
                    )
                ) =>
            {
                let sign = if *sign == '*' { 'x' } else { *sign };
                format!("{} {sign} {}", self.name(left), self.name(right))
            }
            _ => "a part".to_owned(),
        }
    }

    /// How often the formulas up to the asked number name something.
    pub(super) fn uses_of(&self, name: &str) -> usize {
        let named = |node: &&Node| matches!(node, Node::Name(n) if n == name);
        let nodes = self.formulas.iter().take(self.last + 1).flatten();
        nodes
            .map(|f| f.all().iter().filter(|n| named(n)).count())
            .sum()
    }

    /// The label of a step.
    pub(super) fn label(&self, step: usize) -> &str {
        &self.quant.steps[step].label
    }
}

/// Whether a unit is percent.
pub(super) fn is_share(unit: &str) -> bool {
    measure(unit) == Measure::Share
}

/// Whether a unit counts by the year or by the month.
pub(super) fn is_timed(unit: &str) -> bool {
    let unit = unit.to_lowercase();
    unit.contains("year") || unit.contains("month")
}
