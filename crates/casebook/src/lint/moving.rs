//! Which names differ between number sets. Follows formulas, works nothing out.

use std::collections::BTreeSet;

use crate::define::Named;
use crate::formula::Formula;
use crate::names::{Content, Definitions};

/// The definitions that hang on a parameter with more than one value.
pub(super) struct Moving {
    found: BTreeSet<usize>,
}

impl Moving {
    /// Follows every formula until no further name is found.
    pub(super) fn of(named: &Named) -> Self {
        let definitions = &named.definitions;
        let mut found = BTreeSet::new();
        loop {
            let before = found.len();
            for (at, definition) in definitions.list.iter().enumerate() {
                let moves = match &definition.content {
                    Content::Parameter(index) => {
                        let parameter = &named.parameters[*index];
                        parameter.choices.iter().any(|c| *c != parameter.authored)
                    }
                    Content::Formula(calculation) | Content::Cell { calculation, .. } => {
                        let scope = &definition.scope;
                        mentions(&found, definitions, &calculation.formula, scope)
                    }
                    Content::Wordy => false,
                };
                if moves {
                    found.insert(at);
                }
            }
            if found.len() == before {
                return Self { found };
            }
        }
    }

    /// Whether a definition moves.
    pub(super) fn is(&self, at: usize) -> bool {
        self.found.contains(&at)
    }

    /// Whether anything does.
    pub(super) fn any(&self) -> bool {
        !self.found.is_empty()
    }

    /// Whether a formula, as read inside `scope`, moves.
    pub(super) fn formula(
        &self,
        definitions: &Definitions,
        formula: &Formula,
        scope: &str,
    ) -> bool {
        mentions(&self.found, definitions, formula, scope)
    }
}

fn mentions(
    found: &BTreeSet<usize>,
    definitions: &Definitions,
    formula: &Formula,
    scope: &str,
) -> bool {
    let names = formula.names().into_iter();
    names
        .filter_map(|name| definitions.find(name, scope))
        .any(|at| found.contains(&at))
}
