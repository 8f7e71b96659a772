//! Formulas and their values, and that the two evaluators never disagree.

use proptest::prelude::*;

use super::{Fault, Formula, NESTING, Names, Program};
use crate::Exact;

/// A few names with small values, one of them nought.
struct Small;

impl Names for Small {
    fn value(&self, name: &str) -> Result<Exact, Fault> {
        match name {
            "a" => Ok(Exact::whole(2)),
            "b" => Ok(Exact::whole(-3)),
            "nought" => Ok(Exact::zero()),
            "q1.half" => Ok("0.5".parse().unwrap_or_else(|_| Exact::zero())),
            _ => Err(Fault::Unknown(name.to_owned())),
        }
    }
}

fn by_tree(text: &str) -> Result<Exact, Fault> {
    Formula::read(text)?.value(&Small)
}

fn by_stack(text: &str) -> Result<Exact, Fault> {
    Program::compile(text)?.value(&Small)
}

fn said(value: Result<Exact, Fault>) -> String {
    match value {
        Ok(value) => value.to_string(),
        Err(fault) => fault.to_string(),
    }
}

const WORTH: &[(&str, &str)] = &[
    ("1 + 2 * 3", "7"),
    ("(1 + 2) * 3", "9"),
    ("8 / 2 / 2", "2"),
    ("8 - 2 - 2", "4"),
    ("-2 ^ 2", "-4"),
    ("2 ^ 3 ^ 2", "512"),
    ("2 ^ -1", "0.5"),
    ("2 * -3", "-6"),
    ("0.1 + 0.2", "0.3"),
    ("1 / 3 * 3", "1"),
    ("2.4 million * 25%", "600000"),
    ("1.5 billion / 3 thousand", "500000"),
    ("1_000e3", "1000000"),
    ("a + b", "-1"),
    ("q1.half * 4", "2"),
    ("a > b", "1"),
    ("a < b or a = 2", "1"),
    ("a > 1 and b > 1", "0"),
    ("not a > 1", "0"),
    ("not a > 1 or b < 0", "1"),
    ("1 < 2 = 1", "1"),
    ("a <> 2", "0"),
    ("min(3, a, 5)", "2"),
    ("max(3, a, 5)", "5"),
    ("abs(b)", "3"),
    ("floor(b / 2)", "-2"),
    ("ceil(b / 2)", "-1"),
    ("round(b / 2)", "-2"),
    ("round(1234.5, -2)", "1200"),
    ("round(2.345, 2)", "2.35"),
    ("if(a > 1, 10, 1 / nought)", "10"),
    ("if(nought, 1, if(a, 2, 3))", "2"),
    ("1 / nought", "divides by nought"),
    ("nought ^ -1", "divides by nought"),
    ("2 ^ 0.5", "a power must be a whole number from -64 to 64"),
    ("2 ^ 65", "a power must be a whole number from -64 to 64"),
    ("cars * 2", "nothing is called `cars`"),
];

#[test]
fn formulas_are_worth_what_a_reader_expects_by_either_evaluator() {
    for (text, expected) in WORTH {
        assert_eq!(said(by_tree(text)), *expected, "tree: {text}");
        assert_eq!(said(by_stack(text)), *expected, "stack: {text}");
    }
}

const REFUSED: &[(&str, usize, &str)] = &[
    ("", 0, "a number or a name is missing"),
    ("1 +", 3, "a number or a name is missing"),
    ("(1 + 2", 6, "a closing bracket is missing"),
    ("1 2", 2, "the formula should have ended here"),
    ("a $ b", 2, "`$` has no place in a formula"),
    ("a%", 1, "`%` must follow a number"),
    ("root(4)", 0, "there is no function `root`"),
    ("if(1, 2)", 0, "`if` cannot take 2 values"),
];

#[test]
fn what_is_no_formula_is_refused_at_its_place() {
    for (text, at, reason) in REFUSED {
        let expected = Fault::Unreadable(*at, (*reason).to_owned());
        assert_eq!(Formula::read(text), Err(expected), "{text}");
    }
}

#[test]
fn brackets_nested_beyond_the_limit_are_refused() {
    let text = format!("{}1{}", "(".repeat(NESTING + 2), ")".repeat(NESTING + 2));
    let refused = Formula::read(&text).map(|_| ());
    let reason = "is nested too deeply".to_owned();
    assert_eq!(refused, Err(Fault::Unreadable(NESTING + 1, reason)));
}

#[test]
fn a_formula_lists_the_names_it_mentions() {
    let formula = Formula::read("if(a > 1, -b, max(q1.half, 3)) ^ 2");
    assert_eq!(
        formula.as_ref().map(Formula::names),
        Ok(vec!["a", "b", "q1.half"])
    );
}

/// Formulas of every sign and function, as text with free spacing and brackets.
fn formula() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (0_u32..20).prop_map(|n| n.to_string()),
        (0_u32..999).prop_map(|n| format!("{}.{n}", n % 7)),
        (0_u32..40).prop_map(|n| format!("{n}%")),
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("nought".to_owned()),
        Just("q1.half".to_owned()),
    ];
    leaf.prop_recursive(5, 40, 3, |inner| {
        let sign = prop::sample::select(vec![
            "+", "-", "*", "/", "<", "<=", ">", ">=", "=", "<>", " and ", " or ",
        ]);
        prop_oneof![
            4 => (inner.clone(), sign, inner.clone()).prop_map(|(l, s, r)| format!("{l}{s}{r}")),
            2 => inner.clone().prop_map(|i| format!("({i})")),
            1 => inner.clone().prop_map(|i| format!("-{i}")),
            1 => inner.clone().prop_map(|i| format!("(not {i})")),
            1 => (inner.clone(), 0_u32..4).prop_map(|(i, n)| format!("({i}) ^ {n}")),
            1 => inner.clone().prop_map(|i| format!("round({i}, 1)")),
            1 => (inner.clone(), inner.clone()).prop_map(|(l, r)| format!("min({l}, {r})")),
            1 => (inner.clone(), inner.clone(), inner)
                .prop_map(|(c, l, r)| format!("if({c}, {l}, {r})")),
        ]
    })
}

proptest! {
    #[test]
    fn the_two_evaluators_agree_on_every_formula(text in formula()) {
        let tree = by_tree(&text);
        let stack = by_stack(&text);
        match &tree {
            // Which of several faults is met first depends on the order of work.
            Err(Fault::Unreadable(..)) => {}
            Err(_) => prop_assert!(stack.is_err(), "{text}: {tree:?} against {stack:?}"),
            Ok(_) => prop_assert_eq!(&tree, &stack, "{}", text),
        }
    }
}
