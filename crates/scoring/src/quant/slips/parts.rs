//! Slips in a formula: at a sum, a product, a number.

use casebook::Exact;

use super::{Kind, POWERS, Slip, alike, reciprocal};
use crate::quant::formula::{Change, Does, Node};
use crate::quant::route::{Route, Wrong, is_share};

/// Constants that count months, days, hours or weeks.
const CALENDAR: &[i64] = &[12, 365, 52, 24, 7, 30, 60, 250, 4];

/// Steps gone back to find the shares that a part is made with.
const BACK_MAX: usize = 3;

/// A place in a formula.
pub(super) struct Here<'r, 'q> {
    pub(super) route: &'r Route<'q>,
    pub(super) step: usize,
    pub(super) node: usize,
}

impl Here<'_, '_> {
    /// Slips with this part.
    pub(super) fn slips(&self, part: &Node, found: &mut Vec<Slip>) {
        match part {
            Node::Operation(sign, left, right) if matches!(sign, '+' | '-') => {
                self.sum(*sign, left, right, found);
            }
            Node::Operation(sign, left, right) => self.product(*sign, left, right, found),
            leaf => self.leaf(leaf, found),
        }
    }

    fn slip(&self, kind: Kind, does: Does, code: &'static str, text: String) -> Slip {
        let node = self.node;
        let joint = if text.ends_with("left out") {
            "of"
        } else {
            "in"
        };
        Slip {
            kind,
            wrong: Wrong::Step(self.step, Change { node, does }),
            code,
            text: format!("{text} {joint} {}", self.route.label(self.step)),
        }
    }

    fn sum(&self, sign: char, left: &Node, right: &Node, found: &mut Vec<Slip>) {
        let (name, first) = (self.route.name(right), self.route.name(left));
        let one = matches!(left, Node::Number(value) if *value == Exact::whole(1));
        let share = self.route.is_share(right);
        if one && share {
            return self.rest(sign, right, found);
        }
        let turned = if sign == '+' { '-' } else { '+' };
        found.extend([
            self.slip(
                Kind::Sign,
                Does::Operator(turned),
                "Q7",
                format!("{name} with the wrong sign"),
            ),
            self.slip(
                Kind::Dropped,
                Does::KeepLeft,
                if sign == '-' { "Q5" } else { "Q12" },
                format!("{name} left out"),
            ),
            self.slip(
                Kind::Dropped,
                Does::KeepRight,
                "Q12",
                format!("{first} left out"),
            ),
            self.slip(
                Kind::Doubled,
                Does::Twice,
                "Q12",
                format!("{name} counted twice"),
            ),
        ]);
        if sign == '-' {
            found.push(self.slip(
                Kind::Sign,
                Does::TurnOver,
                "Q7",
                format!("{first} and {name} the wrong way round"),
            ));
        }
        self.doubled_left(sign, left, right, &first, found);
        self.spread(sign, left, right, found);
        let points = self.route.is_share(left) && share && sign == '-';
        for (base, value) in [(&name, right), (&first, left)] {
            let inverse = self
                .route
                .worth(value, self.step)
                .and_then(|v| reciprocal(&v));
            if let Some(inverse) = inverse.filter(|_| points) {
                let text = format!("percentage points taken as percent of {base}");
                found.push(self.slip(Kind::Points, Does::Times(inverse), "Q2", text));
            }
        }
    }

    /// The first part counted twice.
    fn doubled_left(
        &self,
        sign: char,
        left: &Node,
        right: &Node,
        name: &str,
        found: &mut Vec<Slip>,
    ) {
        let worth = |node| self.route.worth(node, self.step);
        if let (Some(a), Some(b)) = (worth(left), worth(right)) {
            let twice = Exact(&a.0 + &a.0);
            let value = if sign == '+' {
                Exact(twice.0 + b.0)
            } else {
                Exact(twice.0 - b.0)
            };
            found.push(self.slip(
                Kind::Doubled,
                Does::Become(value),
                "Q12",
                format!("{name} counted twice"),
            ));
        }
    }

    /// A share of one part taken of the whole sum: of the margin instead of the price.
    fn spread(&self, sign: char, left: &Node, right: &Node, found: &mut Vec<Slip>) {
        let worth = |node| self.route.worth(node, self.step);
        let (Some(a), Some(b)) = (worth(left), worth(right)) else {
            return;
        };
        let joined = |a: &Exact, b: &Exact| match sign {
            '+' => Exact(&a.0 + &b.0),
            _ => Exact(&a.0 - &b.0),
        };
        for (part, other) in [(left, &b), (right, &a)] {
            for (factor, name) in self.shares(part, 0) {
                let spread = Exact(&other.0 * &factor.0);
                let value = if std::ptr::eq(part, left) {
                    joined(&a, &spread)
                } else {
                    joined(&spread, &b)
                };
                let text = format!("{name} taken of another base");
                found.push(self.slip(Kind::Base, Does::Become(value), "Q2", text));
            }
        }
    }

    /// Shares that a part is a product with, through the steps that it names.
    fn shares(&self, node: &Node, depth: usize) -> Vec<(Exact, String)> {
        let route = self.route;
        match node {
            _ if depth > BACK_MAX => Vec::new(),
            Node::Operation('*', left, right) => {
                let mut found = self.shares(left, depth + 1);
                found.extend(self.shares(right, depth + 1));
                found
            }
            Node::Operation('/', left, _) => self.shares(left, depth + 1),
            _ if route.is_share(node) || route.rest(node).is_some() => {
                let value = route.worth(node, self.step);
                value.map(|v| (v, route.name(node))).into_iter().collect()
            }
            Node::Name(name) => route
                .step(name)
                .and_then(|step| route.formulas[step].as_ref())
                .map_or_else(Vec::new, |formula| self.shares(formula, depth + 1)),
            _ => Vec::new(),
        }
    }

    /// `1 - share` and `1 + share`.
    fn rest(&self, sign: char, share: &Node, found: &mut Vec<Slip>) {
        let (route, name) = (self.route, self.route.name(share));
        let Some(value) = route.worth(share, self.step) else {
            return;
        };
        let one = Exact::whole(1);
        let turned = if sign == '+' { '-' } else { '+' };
        found.extend([
            self.slip(
                Kind::Dropped,
                Does::Become(one.clone()),
                "Q12",
                format!("{name} left out"),
            ),
            self.slip(
                Kind::Sign,
                Does::Operator(turned),
                "Q7",
                format!("{name} with the wrong sign"),
            ),
            self.slip(
                Kind::Base,
                Does::KeepRight,
                "Q2",
                format!("{name} itself taken instead of the rest"),
            ),
            self.slip(
                Kind::Doubled,
                Does::Twice,
                "Q2",
                format!("{name} applied twice"),
            ),
        ]);
        let opposite = match sign {
            '-' => Exact(&one.0 + &value.0),
            _ => Exact(&one.0 - &value.0),
        };
        if let Some(markup) = reciprocal(&opposite) {
            let text = format!("{name} taken as a mark-up instead of a margin, or the other way,");
            found.push(self.slip(Kind::Markup, Does::Become(markup), "Q6", text));
        }
    }

    fn product(&self, sign: char, left: &Node, right: &Node, found: &mut Vec<Slip>) {
        let route = self.route;
        let (name, first) = (route.name(right), route.name(left));
        let share = route.is_share(right);
        let rest = route.rest(right).is_some();
        let calendar =
            matches!(right, Node::Number(v) if CALENDAR.iter().any(|c| *v == Exact::whole(*c)));
        let (kind, code) = match () {
            () if calendar => (Kind::Period, "Q3"),
            () if share => (Kind::Dropped, "Q2"),
            () => (Kind::Dropped, "Q12"),
        };
        let text = if calendar {
            format!("{name} left out, one stretch of time for another,")
        } else {
            format!("{name} left out")
        };
        found.push(self.slip(kind, Does::KeepLeft, code, text));
        let swapped = if sign == '*' { '/' } else { '*' };
        let verb = if sign == '*' {
            "divided by"
        } else {
            "multiplied by"
        };
        found.push(self.slip(
            Kind::Inverted,
            Does::Operator(swapped),
            "Q4",
            format!("{verb} {name}, the ratio turned over,"),
        ));
        if rest {
            self.margin(sign, right, found);
        }
        if sign == '/' {
            found.push(self.slip(
                Kind::Inverted,
                Does::TurnOver,
                "Q4",
                "the ratio turned over".to_owned(),
            ));
            self.other_base(left, right, found);
        } else {
            found.push(self.slip(
                Kind::Dropped,
                Does::KeepRight,
                "Q12",
                format!("{first} left out"),
            ));
        }
        found.push(self.slip(
            Kind::Doubled,
            Does::Twice,
            "Q2",
            format!("{name} applied twice"),
        ));
        if share {
            self.bases(sign, left, right, found);
        }
    }

    /// `/ (1 - margin)` where `x (1 + margin)` belongs, and the other way.
    fn margin(&self, sign: char, rest: &Node, found: &mut Vec<Slip>) {
        let (Some((way, share)), Some(whole)) =
            (self.route.rest(rest), self.route.worth(rest, self.step))
        else {
            return;
        };
        let Some(value) = self.route.worth(share, self.step) else {
            return;
        };
        let one = Exact::whole(1);
        let other = match way {
            '-' => Exact(&one.0 + &value.0),
            _ => Exact(&one.0 - &value.0),
        };
        let factor = Exact(&whole.0 * &other.0);
        let factor = if sign == '/' {
            Some(factor)
        } else {
            reciprocal(&factor)
        };
        if let Some(factor) = factor {
            let text = format!(
                "{} taken as a mark-up instead of a margin, or the other way,",
                self.route.name(share)
            );
            found.push(self.slip(Kind::Markup, Does::Times(factor), "Q6", text));
        }
    }

    /// A difference divided by the other of its two parts: mark-up for margin.
    fn other_base(&self, left: &Node, right: &Node, found: &mut Vec<Slip>) {
        let mut part = left;
        if let Node::Name(name) = left
            && let Some(formula) = self
                .route
                .step(name)
                .and_then(|s| self.route.formulas[s].as_ref())
        {
            part = formula;
        }
        let Node::Operation('-', a, b) = part else {
            return;
        };
        let worth = |node| self.route.worth(node, self.step);
        let (Some(base), Some(a), Some(b)) = (worth(right), worth(a), worth(b)) else {
            return;
        };
        for other in [a, b] {
            if let Some(inverse) = reciprocal(&other).filter(|_| other != base) {
                let text =
                    "a mark-up taken for a margin: the difference set against the other number"
                        .to_owned();
                found.push(self.slip(
                    Kind::Markup,
                    Does::Times(Exact(&base.0 * &inverse.0)),
                    "Q6",
                    text,
                ));
            }
        }
    }

    /// A share taken of another quantity.
    fn bases(&self, sign: char, left: &Node, right: &Node, found: &mut Vec<Slip>) {
        let route = self.route;
        let (Some(own), Some(share)) =
            (route.worth(left, self.step), route.worth(right, self.step))
        else {
            return;
        };
        let unit = match left {
            Node::Name(name) => route
                .step(name)
                .map(|s| &route.quant.steps[s].unit)
                .or_else(|| route.given(name).map(|g| &route.quant.given[g].unit)),
            _ => None,
        };
        let givens = route
            .quant
            .given
            .iter()
            .zip(&route.givens)
            .map(|(g, v)| (&g.label, &g.unit, Some(v)));
        let steps = route
            .quant
            .steps
            .iter()
            .zip(&route.values)
            .take(self.step)
            .map(|(s, v)| (&s.label, &s.unit, v.as_ref()));
        for (label, other, value) in givens.chain(steps) {
            let Some(value) = value.filter(|v| **v != own && !is_share(other)) else {
                continue;
            };
            let result = match (sign, reciprocal(&share)) {
                ('*', _) => Exact(&value.0 * &share.0),
                (_, Some(inverse)) => Exact(&value.0 * &inverse.0),
                _ => continue,
            };
            let near = unit.is_some_and(|unit| alike(unit, other));
            let kind = if near { Kind::Base } else { Kind::FarBase };
            let text = format!(
                "{} taken of {label}, a percentage of the wrong base,",
                route.name(right)
            );
            found.push(self.slip(kind, Does::Become(result), "Q2", text));
        }
    }

    fn leaf(&self, leaf: &Node, found: &mut Vec<Slip>) {
        let route = self.route;
        let Some(value) = route.worth(leaf, self.step) else {
            return;
        };
        if route.is_share(leaf) {
            let rest = Exact(&Exact::whole(1).0 - &value.0);
            let text = format!("the rest of {} taken instead", route.name(leaf));
            found.push(self.slip(Kind::Base, Does::Become(rest), "Q2", text));
        }
        let Node::Name(name) = leaf else {
            return;
        };
        if route.step(name).is_some() {
            self.other_step(name, found);
        }
        if route.uses_of(name) > 1 || route.step(name).is_some() {
            self.one_use(leaf, &value, found);
        }
        if route.step(name).is_none()
            && let Some(own) = route.given(name)
        {
            for (index, other) in route.quant.given.iter().enumerate() {
                if index != own && alike(&other.unit, &route.quant.given[own].unit) {
                    let text = format!("{} taken for {}", other.label, route.name(leaf));
                    found.push(self.slip(
                        Kind::Row,
                        Does::Become(route.givens[index].clone()),
                        "Q14",
                        text,
                    ));
                }
            }
        }
    }

    /// A power of ten, a month for a year or a share of another share at one use of a number.
    fn one_use(&self, leaf: &Node, value: &Exact, found: &mut Vec<Slip>) {
        let route = self.route;
        let name = route.name(leaf);
        for power in POWERS {
            let way = if power > 0 { "too large" } else { "too small" };
            let factor = Exact::power_of_ten(power.abs());
            let text = format!("{name} {factor} times {way}, a power of ten,");
            let does = Does::Times(Exact::power_of_ten(power));
            found.push(self.slip(Kind::PartScale, does, "Q1", text));
        }
        if let Some(twelfth) = Exact::ratio(1, 12).filter(|_| route.is_timed(leaf)) {
            for (factor, text) in [
                (Exact::whole(12), "a year taken for a month"),
                (twelfth, "a month taken for a year"),
            ] {
                let text = format!("{name}: {text}");
                found.push(self.slip(Kind::Period, Does::Times(factor), "Q3", text));
            }
        }
        if !route.is_share(leaf) {
            return;
        }
        for (other, base) in route.quant.given.iter().zip(&route.givens) {
            if is_share(&other.unit) && base != value {
                let raised = Exact(&base.0 * (&Exact::whole(1).0 + &value.0));
                let text = format!(
                    "{name} against {}: percent taken for percentage points",
                    other.label
                );
                found.push(self.slip(Kind::Points, Does::Become(raised), "Q2", text));
            }
        }
    }

    /// Another result of the same unit carried on: gross for net.
    fn other_step(&self, own: &str, found: &mut Vec<Slip>) {
        let steps = &self.route.quant.steps;
        let Some(unit) = steps.iter().find(|s| s.name == own).map(|s| &s.unit) else {
            return;
        };
        for (step, value) in steps.iter().zip(&self.route.values).take(self.step) {
            if let Some(value) = value
                && step.name != own
                && alike(&step.unit, unit)
            {
                let text = format!(
                    "{} carried on for {}",
                    step.label,
                    self.route.name(&Node::Name(own.to_owned()))
                );
                found.push(self.slip(Kind::Gross, Does::Become(value.clone()), "Q11", text));
            }
        }
    }
}
