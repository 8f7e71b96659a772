//! Slips of each kind as edits of the formulas of a question.

use std::collections::BTreeMap;

use casebook::{Exact, Quant};

use crate::sums::{Draw, words, worth};

/// The kinds of slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    PowerOfTen,
    WrongBase,
    Points,
    Inverted,
    Dropped,
    Doubled,
    Row,
    Period,
    Markup,
    Gross,
    Rounding,
    Digit,
    Sign,
}

impl Kind {
    pub(crate) const ALL: [Self; 13] = [
        Self::PowerOfTen,
        Self::WrongBase,
        Self::Points,
        Self::Inverted,
        Self::Dropped,
        Self::Doubled,
        Self::Row,
        Self::Period,
        Self::Markup,
        Self::Gross,
        Self::Rounding,
        Self::Digit,
        Self::Sign,
    ];
}

/// The question being spoilt.
struct Sheet<'q> {
    quant: &'q Quant,
    asked: usize,
    formulas: Vec<Vec<String>>,
    given: BTreeMap<String, Exact>,
    /// A step whose result is carried on with this value.
    instead: Option<(usize, Exact)>,
    /// The result as a whole is multiplied by this.
    times: Exact,
}

/// One slip of that kind on the way to the asked number; `None` when the dice find no place.
pub(crate) fn slip(kind: Kind, quant: &Quant, asked: usize, draw: &mut Draw) -> Option<Exact> {
    let mut sheet = Sheet::new(quant, asked)?;
    let right = sheet.result()?;
    match kind {
        Kind::PowerOfTen => sheet.power_of_ten(draw),
        Kind::WrongBase => sheet.wrong_base(draw),
        Kind::Points => sheet.points(draw),
        Kind::Inverted => sheet.inverted(draw),
        Kind::Dropped => sheet.dropped(draw),
        Kind::Doubled => sheet.doubled(draw),
        Kind::Row => sheet.row(draw),
        Kind::Period => sheet.period(draw),
        Kind::Markup => sheet.markup(draw),
        Kind::Gross => sheet.gross(draw),
        Kind::Rounding => sheet.rounding(draw),
        Kind::Digit => sheet.digit(draw),
        Kind::Sign => sheet.sign(draw),
    }?;
    sheet.result().filter(|value| *value != right)
}

fn percent(unit: &str) -> bool {
    unit.starts_with('%')
}

fn is_sign(word: &str) -> bool {
    matches!(word, "+" | "-" | "*" | "/" | "(" | ")")
}

fn head(unit: &str) -> &str {
    unit.split(' ').next().unwrap_or("")
}

impl<'q> Sheet<'q> {
    fn new(quant: &'q Quant, asked: usize) -> Option<Self> {
        let given = quant.given.iter().map(|g| {
            let value = if percent(&g.unit) {
                Exact(&g.value.0 * &Exact::power_of_ten(-2).0)
            } else {
                g.value.clone()
            };
            (g.name.clone(), value)
        });
        let sheet = Self {
            quant,
            asked,
            formulas: quant.steps.iter().map(|s| words(&s.formula)).collect(),
            given: given.collect(),
            instead: None,
            times: Exact::whole(if percent(&quant.asked[asked].unit) {
                100
            } else {
                1
            }),
        };
        let target = &quant.asked[asked];
        let read = sheet.result()?.within(&target.value, &target.tolerance);
        read.then_some(sheet)
    }

    fn last(&self) -> Option<usize> {
        let name = &self.quant.asked[self.asked].step;
        self.quant.steps.iter().position(|s| s.name == *name)
    }

    fn result(&self) -> Option<Exact> {
        let last = self.last()?;
        let mut known = self.given.clone();
        for (at, formula) in self.formulas.iter().enumerate().take(last + 1) {
            let mut value = worth(formula, &known);
            if let Some((step, instead)) = &self.instead
                && *step == at
            {
                value = Some(instead.clone());
            }
            if let Some(value) = value {
                known.insert(self.quant.steps[at].name.clone(), value);
            }
        }
        let value = known.get(&self.quant.steps[last].name)?;
        Some(Exact(&value.0 * &self.times.0))
    }

    /// A step on the way and a place in its formula where `fits`.
    fn place(
        &self,
        draw: &mut Draw,
        fits: impl Fn(&[String], usize) -> bool,
    ) -> Option<(usize, usize)> {
        let last = self.last()?;
        let mut found = Vec::new();
        for (step, formula) in self.formulas.iter().enumerate().take(last + 1) {
            found.extend(
                (0..formula.len())
                    .filter(|i| fits(formula, *i))
                    .map(|i| (step, i)),
            );
        }
        draw.of(&found).copied()
    }

    fn put(&mut self, step: usize, from: usize, to: usize, text: &str) -> Option<()> {
        self.formulas[step].splice(from..to, words(text));
        Some(())
    }

    fn unit(&self, name: &str) -> Option<&str> {
        let given = self
            .quant
            .given
            .iter()
            .find(|g| g.name == name)
            .map(|g| g.unit.as_str());
        given.or_else(|| {
            self.quant
                .steps
                .iter()
                .find(|s| s.name == name)
                .map(|s| s.unit.as_str())
        })
    }

    fn is_percent(&self, name: &str) -> bool {
        self.unit(name).is_some_and(percent)
    }

    fn power_of_ten(&mut self, draw: &mut Draw) -> Option<()> {
        let factor = *draw.of(&["10", "100", "1000", "0.1", "0.01", "0.001"])?;
        let (step, at) = self.place(draw, |f, i| !is_sign(&f[i]) && f[i] != "1")?;
        let text = format!("( {} * {factor} )", self.formulas[step][at]);
        self.put(step, at, at + 1, &text)
    }

    fn wrong_base(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.place(draw, |f, i| {
            i > 1 && f[i - 1] == "*" && self.is_percent(&f[i]) && !is_sign(&f[i - 2])
        })?;
        let base = self.formulas[step][at - 2].clone();
        let unit = self.unit(&base)?.to_owned();
        let before = at == 2
            || self.formulas[step]
                .get(at - 3)
                .is_some_and(|w| matches!(w.as_str(), "+" | "-" | "("));
        let given = self.quant.given.iter().map(|g| (&g.name, &g.unit));
        let steps = self.quant.steps[..step].iter().map(|s| (&s.name, &s.unit));
        let others: Vec<String> = given
            .chain(steps)
            .filter(|(name, other)| **name != base && head(other) == head(&unit) && !percent(other))
            .map(|(name, _)| name.clone())
            .collect();
        match draw.of(&others) {
            Some(other) if before => self.put(step, at - 2, at - 1, &other.clone()),
            // `all * share * share of that`: the second share of all.
            _ if self.is_percent(&base) && at > 3 && self.formulas[step][at - 3] == "*" => {
                self.put(step, at - 3, at - 1, "")
            }
            _ => None,
        }
    }

    fn points(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.place(draw, |f, i| self.is_percent(&f[i]))?;
        let own = self.formulas[step][at].clone();
        let others: Vec<String> = self
            .quant
            .given
            .iter()
            .filter(|g| g.name != own && percent(&g.unit))
            .map(|g| g.name.clone())
            .collect();
        let other = draw.of(&others)?.clone();
        // Raised by so many percent of the old share instead of to the new one.
        self.put(step, at, at + 1, &format!("( {other} * ( 1 + {own} ) )"))
    }

    fn inverted(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.place(draw, |f, i| f[i] == "/")?;
        let formula = &self.formulas[step];
        if formula.len() == 3 && draw.below(2) == 0 {
            let text = format!("{} / {}", formula[2], formula[0]);
            return self.put(step, 0, 3, &text);
        }
        self.put(step, at, at + 1, "*")
    }

    /// A place of an operator whose right operand is one word, of these signs.
    fn operand(&self, draw: &mut Draw, signs: &[&str]) -> Option<(usize, usize)> {
        self.place(draw, |f, i| {
            let one = i > 0 && f[i - 1] == "1";
            let alone = f.get(i + 1).is_some_and(|w| !is_sign(w));
            let ends = f
                .get(i + 2)
                .is_none_or(|w| matches!(w.as_str(), "+" | "-" | ")"));
            let product = matches!(f[i].as_str(), "*" | "/");
            signs.contains(&f[i].as_str()) && !one && alone && (product || ends)
        })
    }

    fn dropped(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.operand(draw, &["+", "-", "*"])?;
        if self.formulas[step][at + 1] == "12" {
            return None;
        }
        self.put(step, at, at + 2, "")
    }

    fn doubled(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.operand(draw, &["+", "-", "*"])?;
        let text = self.formulas[step][at..at + 2].join(" ");
        self.put(step, at, at + 2, &format!("{text} {text}"))
    }

    fn row(&mut self, draw: &mut Draw) -> Option<()> {
        let given = |word: &str| self.quant.given.iter().find(|g| g.name == word);
        let (step, at) = self.place(draw, |f, i| given(&f[i]).is_some())?;
        let own = given(&self.formulas[step][at])?;
        let others: Vec<String> = self
            .quant
            .given
            .iter()
            .filter(|g| g.name != own.name && head(&g.unit) == head(&own.unit))
            .map(|g| g.name.clone())
            .collect();
        let other = draw.of(&others)?.clone();
        self.put(step, at, at + 1, &other)
    }

    fn period(&mut self, draw: &mut Draw) -> Option<()> {
        if let Some((step, at)) = self.place(draw, |f, i| i > 0 && f[i] == "12")
            && draw.below(2) == 0
        {
            return self.put(step, at - 1, at + 1, "");
        }
        let timed = |unit: &str| unit.contains("year") || unit.contains("month");
        let (step, at) = self.place(draw, |f, i| self.unit(&f[i]).is_some_and(timed))?;
        let way = *draw.of(&["*", "/"])?;
        let text = format!("( {} {way} 12 )", self.formulas[step][at]);
        self.put(step, at, at + 1, &text)
    }

    fn markup(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.place(draw, |f, i| {
            f[i] == "("
                && f.get(i + 1).is_some_and(|w| w == "1")
                && f.get(i + 4).is_some_and(|w| w == ")")
        })?;
        let (sign, share) = (
            self.formulas[step][at + 2].clone(),
            self.formulas[step][at + 3].clone(),
        );
        let other = if sign == "-" { "+" } else { "-" };
        self.put(step, at, at + 5, &format!("( 1 / ( 1 {other} {share} ) )"))
    }

    fn gross(&mut self, draw: &mut Draw) -> Option<()> {
        let last = self.last()?;
        let unit = self.quant.steps[last].unit.clone();
        let steps: Vec<usize> = (0..last)
            .filter(|s| self.quant.steps[*s].unit == unit)
            .collect();
        let step = *draw.of(&steps)?;
        // Only what the last number is made of is its gross.
        let name = self.quant.steps[step].name.clone();
        let part = self.formulas[last].contains(&name);
        let before = self.formulas[last].iter().position(|w| *w == name);
        let first = before.is_some_and(|i| i == 0 || self.formulas[last][i - 1] != "-");
        (part && first).then_some(())?;
        let end = self.formulas[last].len();
        self.put(last, 0, end, &name)
    }

    fn rounding(&mut self, draw: &mut Draw) -> Option<()> {
        let last = self.last()?;
        let step = draw.below(last.max(1));
        let mut known = self.given.clone();
        for at in 0..=step {
            let value = worth(&self.formulas[at], &known)?;
            known.insert(self.quant.steps[at].name.clone(), value);
        }
        let value = known.get(&self.quant.steps[step].name)?.clone();
        let size = (-9..15)
            .rev()
            .find(|p| value.abs() >= Exact::power_of_ten(*p))?;
        let digits = 1 + i32::try_from(draw.below(2)).ok()?;
        let unit = Exact::power_of_ten(size - digits + 1);
        let rounded = Exact((&value.0 / &unit.0).round() * &unit.0);
        self.instead = Some((step, rounded));
        Some(())
    }

    fn digit(&mut self, draw: &mut Draw) -> Option<()> {
        let given = draw.of(&self.quant.given)?;
        let value = self.given.get(&given.name)?;
        let mut text: Vec<char> = value.decimal(6).chars().collect();
        let places: Vec<usize> = (0..text.len())
            .filter(|i| ('1'..='9').contains(&text[*i]))
            .collect();
        let at = *draw.of(&places)?;
        text[at] = *draw.of(&['1', '2', '3', '4', '5', '6', '7', '8', '9'])?;
        let copied: Exact = text.iter().collect::<String>().parse().ok()?;
        self.given.insert(given.name.clone(), copied);
        Some(())
    }

    fn sign(&mut self, draw: &mut Draw) -> Option<()> {
        let (step, at) = self.place(draw, |f, i| matches!(f[i].as_str(), "+" | "-"))?;
        let turned = if self.formulas[step][at] == "+" {
            "-"
        } else {
            "+"
        };
        self.put(step, at, at + 1, turned)
    }
}
