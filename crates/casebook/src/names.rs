//! What every name of a case means, and its value in one number set. Draws no numbers.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::Exact;
use crate::formula::{Fault, Formula, Names, Program};
use crate::source::Place;

/// A name with what it stands for.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    /// Full name: `cars`, `q1.market`, `exhibit.motorway.cash`.
    pub(crate) name: String,
    /// Quant in which bare names are looked up first; empty for none.
    pub(crate) scope: String,
    /// In words, for the report.
    pub(crate) label: String,
    /// Base unit; one that begins with `%` is shown times a hundred.
    pub(crate) unit: String,
    pub(crate) place: Place,
    pub(crate) content: Content,
}

/// What a name stands for.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    /// A drawn number, by its index.
    Parameter(usize),
    /// A formula, in both evaluators' forms.
    Formula(Calculation),
    /// A cell of an exhibit: worth what is shown, to its `places` in its unit's `scale`.
    Cell {
        calculation: Calculation,
        scale: Exact,
        places: u32,
    },
    /// A cell that holds a word or nothing.
    Wordy,
}

/// A formula in every form.
#[derive(Debug, Clone)]
pub(crate) struct Calculation {
    pub(crate) text: String,
    pub(crate) formula: Formula,
    pub(crate) program: Program,
}

impl Calculation {
    /// Reads a formula for both evaluators.
    pub(crate) fn read(text: &str) -> Result<Self, Fault> {
        Ok(Self {
            text: text.trim().to_owned(),
            formula: Formula::read(text)?,
            program: Program::compile(text)?,
        })
    }

    /// Its value by the first evaluator, or by the second.
    pub(crate) fn value(&self, names: &dyn Names, second: bool) -> Result<Exact, Fault> {
        if second {
            self.program.value(names)
        } else {
            self.formula.value(names)
        }
    }
}

/// Every name of a case.
#[derive(Debug, Clone, Default)]
pub(crate) struct Definitions {
    pub(crate) list: Vec<Definition>,
    index: BTreeMap<String, usize>,
}

impl Definitions {
    /// Adds a name; gives back the earlier one when it is taken.
    pub(crate) fn add(&mut self, definition: Definition) -> Option<&Definition> {
        if let Some(at) = self.index.get(&definition.name) {
            return self.list.get(*at);
        }
        self.index.insert(definition.name.clone(), self.list.len());
        self.list.push(definition);
        None
    }

    /// The definition that `name` means inside `scope`: the quant's own step, then a full
    /// name, then a step of that name in one other place only.
    pub(crate) fn find(&self, name: &str, scope: &str) -> Option<usize> {
        let own = format!("{scope}.{name}");
        if let Some(at) = self.index.get(&own).or_else(|| self.index.get(name)) {
            return Some(*at);
        }
        let tail = format!(".{name}");
        let mut found = self.index.iter().filter(|(full, _)| {
            full.ends_with(&tail) && full.matches('.').count() == tail.matches('.').count()
        });
        match (found.next(), found.next()) {
            (Some((_, at)), None) => Some(*at),
            _ => None,
        }
    }
}

/// The values of all names in one number set.
pub(crate) struct Values<'a> {
    pub(crate) definitions: &'a Definitions,
    drawn: Vec<Exact>,
    /// Whether the second evaluator works.
    second: bool,
    known: RefCell<BTreeMap<usize, Result<Exact, Fault>>>,
    open: RefCell<Vec<usize>>,
}

impl<'a> Values<'a> {
    /// Values over drawn parameters.
    pub(crate) fn new(definitions: &'a Definitions, drawn: Vec<Exact>) -> Self {
        Self {
            definitions,
            drawn,
            second: false,
            known: RefCell::default(),
            open: RefCell::default(),
        }
    }

    /// The same numbers worked out by the second evaluator.
    pub(crate) fn by_second_evaluator(&self) -> Values<'a> {
        Values {
            second: true,
            ..Values::new(self.definitions, self.drawn.clone())
        }
    }

    /// The drawn parameters, in order.
    pub(crate) fn drawn(&self) -> &[Exact] {
        &self.drawn
    }

    /// Whether the second evaluator works these values out.
    pub(crate) fn second(&self) -> bool {
        self.second
    }

    /// Names as seen from inside `scope`.
    pub(crate) fn within<'b>(&'b self, scope: &'b str) -> Within<'b> {
        Within {
            values: self,
            scope,
        }
    }

    /// The value of a definition.
    pub(crate) fn of(&self, at: usize) -> Result<Exact, Fault> {
        if let Some(value) = self.known.borrow().get(&at) {
            return value.clone();
        }
        let definition = &self.definitions.list[at];
        if self.open.borrow().contains(&at) {
            return Err(Fault::Circular(definition.name.clone()));
        }
        self.open.borrow_mut().push(at);
        let value = self.worked_out(definition);
        self.open.borrow_mut().pop();
        self.known.borrow_mut().insert(at, value.clone());
        value
    }

    fn worked_out(&self, definition: &Definition) -> Result<Exact, Fault> {
        let names = self.within(&definition.scope);
        match &definition.content {
            Content::Parameter(index) => self
                .drawn
                .get(*index)
                .cloned()
                .ok_or_else(|| Fault::NoNumber(definition.name.clone())),
            Content::Formula(calculation) => calculation.value(&names, self.second),
            Content::Cell {
                calculation,
                scale,
                places,
            } => {
                let value = calculation.value(&names, self.second)?;
                let shown = Exact(&value.0 / &scale.0).rounded(*places);
                Ok(Exact(shown.0 * &scale.0))
            }
            Content::Wordy => Err(Fault::NoNumber(definition.name.clone())),
        }
    }
}

/// Names as seen from inside a quant.
pub(crate) struct Within<'a> {
    values: &'a Values<'a>,
    scope: &'a str,
}

impl Names for Within<'_> {
    fn value(&self, name: &str) -> Result<Exact, Fault> {
        match self.values.definitions.find(name, self.scope) {
            Some(at) => self.values.of(at),
            None => Err(Fault::Unknown(name.to_owned())),
        }
    }
}

/// Whether a unit is shown times a hundred.
pub(crate) fn is_percent(unit: &str) -> bool {
    unit.starts_with('%')
}

/// A value as the case shows it: per cent times a hundred, all else as it is.
pub(crate) fn shown(value: &Exact, unit: &str) -> Exact {
    if is_percent(unit) {
        return Exact(&value.0 * Exact::whole(100).0);
    }
    value.clone()
}
