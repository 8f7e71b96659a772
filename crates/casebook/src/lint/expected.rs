//! The author's own results at the authored numbers, typed in by hand, agree with the formulas.

use crate::Exact;
use crate::document::{Node, Table};
use crate::formula::{Fault, Names};
use crate::names::{Calculation, Values};

use super::Lint;

/// How far a typed result may be off, per mille: people type three figures.
const OFF_PERMILLE: i64 = 5;

pub(super) fn check(lint: &Lint<'_>) {
    let values = lint.authored.authored_values();
    for (quant, _) in lint.whole.tables("quant") {
        let within = Quant {
            lint,
            values: &values,
            scope: quant.raw("id").unwrap_or_default(),
        };
        for (step, _) in quant.tables("step") {
            within.agrees(step, "name");
        }
        for (asked, place) in quant.tables("asked") {
            if asked.get("expect").is_none() {
                let what = "an asked number has no `expect`";
                lint.problem(place, what, "type in the result at the authored numbers");
            }
            within.agrees(asked, "of");
        }
        for (trap, _) in quant.tables("trap") {
            within.agrees(trap, "formula");
        }
    }
}

struct Quant<'a> {
    lint: &'a Lint<'a>,
    values: &'a Values<'a>,
    scope: &'a str,
}

impl Quant<'_> {
    fn worth(&self, node: &Node) -> Result<Exact, Fault> {
        let calculation = Calculation::read(node.raw().unwrap_or_default())?;
        calculation.value(&self.values.within(self.scope), false)
    }

    /// Holds `expect` against the value of what stands at `key`.
    fn agrees(&self, table: &Table, key: &str) {
        let (Some(expect), Some(node)) = (table.get("expect"), table.get(key)) else {
            return;
        };
        let Ok(value) = self.worth(node) else {
            return; // Listed where the formula stands.
        };
        let Ok(Exact(typed)) = constant(expect) else {
            let what = "`expect` is no number";
            self.lint.problem(
                &expect.place,
                what,
                "write it like \"531 million\" or \"25%\"",
            );
            return;
        };
        let off = Exact(&value.abs().0 * Exact::whole(OFF_PERMILLE).0 / Exact::whole(1000).0);
        if !Exact(typed).within(&value, &off) {
            let what = format!(
                "`expect` says {}, the formula gives {value}",
                expect.raw().unwrap_or_default()
            );
            self.lint
                .problem(&expect.place, what, "find out which is right");
        }
    }
}

fn constant(node: &Node) -> Result<Exact, Fault> {
    Calculation::read(node.raw().unwrap_or_default())?.value(&Nameless, false)
}

struct Nameless;

impl Names for Nameless {
    fn value(&self, name: &str) -> Result<Exact, Fault> {
        Err(Fault::Unknown(name.to_owned()))
    }
}
