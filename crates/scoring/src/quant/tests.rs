//! Judgements as a table, on an invented case: bicycles for rent.

use casebook::{Asked, Exact, Given, Quant, Step, Trap};
use interview::arithmetic::read_steps;
use interview::numbers::read_numbers;

use super::{Judged, Utterance, judge};
use crate::{ErrorName, Standing};

fn given(name: &str, value: i64, unit: &str) -> Given {
    Given {
        name: name.into(),
        label: name.into(),
        value: Exact::whole(value),
        unit: unit.into(),
    }
}

fn step(name: &str, formula: &str, value: i64, unit: &str) -> Step {
    Step {
        name: name.into(),
        label: name.into(),
        formula: formula.into(),
        worked: String::new(),
        value: Exact::whole(value),
        unit: unit.into(),
    }
}

fn trap(id: &str, formula: &str, value: i64, spoils: usize) -> Trap {
    Trap {
        id: id.into(),
        mistake: id.into(),
        code: "Q2".into(),
        value: Exact::whole(value),
        unit: "EUR per year".into(),
        formula: formula.into(),
        spoils,
    }
}

fn asked(label: &str, step: &str, value: i64, tolerance: i64) -> Asked {
    Asked {
        label: label.into(),
        step: step.into(),
        value: Exact::whole(value),
        unit: "EUR per year".into(),
        tolerance: Exact::whole(tolerance),
    }
}

/// 40,000 riders, 25 trips each, 2 euros a trip, 78 % of it cost: 2 million of revenue, 440,000 of profit.
fn quant() -> Quant {
    Quant {
        id: "q1".into(),
        question: "How much revenue and how much profit does the scheme make a year?".into(),
        given: vec![
            given("riders", 40_000, "riders"),
            given("trips", 25, "trips per year"),
            given("price", 2, "EUR per trip"),
            given("cost_share", 78, "%"),
        ],
        steps: vec![
            step("rides", "riders * trips", 1_000_000, "trips per year"),
            step("revenue", "rides * price", 2_000_000, "EUR per year"),
            step(
                "profit",
                "revenue * (1 - cost_share)",
                440_000,
                "EUR per year",
            ),
        ],
        asked: vec![
            asked("revenue", "revenue", 2_000_000, 20_000),
            asked("profit", "profit", 440_000, 5_000),
        ],
        headline: 1,
        consequences: Vec::new(),
        traps: vec![
            trap("cost-for-profit", "revenue * cost_share", 1_560_000, 1),
            trap("per-trip", "rides * (1 - cost_share)", 220_000, 1),
            trap("one-ride-each", "riders * price", 80_000, 0),
        ],
    }
}

fn judged(text: &str) -> Judged {
    let (numbers, steps) = (read_numbers(text), read_steps(text));
    judge(
        &quant(),
        &[Utterance {
            entry: 7,
            text,
            numbers: &numbers,
            steps: &steps,
        }],
    )
}

fn show(text: &str) -> String {
    let judged = judged(text);
    let headline = judged.headline().expect("the case asks for a profit");
    let said = headline
        .said
        .as_ref()
        .map_or("nothing".to_owned(), |v| v.decimal(2));
    let right = if headline.right { "right" } else { "wrong" };
    let error = match judged.error {
        ErrorName::None => "none".to_owned(),
        ErrorName::Trap(id) => id,
        ErrorName::Unlisted => "unlisted".to_owned(),
        ErrorName::NoAnswer => "no answer".to_owned(),
    };
    format!("{said}, {right}, {error}")
}

#[test]
fn answers_are_judged_as_the_table_says() {
    let mut wrong = String::new();
    for line in include_str!("judged.txt")
        .lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
    {
        let (said, expect) = line
            .split_once(" => ")
            .expect("a line reads `said => verdict`");
        let read = show(said);
        if read != expect {
            wrong.push_str(&format!("{said}\n  expected {expect}\n  judged   {read}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_first_wrong_step_is_found_and_what_follows_from_it_is_not_wrong() {
    let text = "forty thousand riders times 25 trips is one million. Times two euros is 3 million. \
                3 million times 22% is 660 thousand";
    let trace = judged(text).trace;
    let standings: Vec<Standing> = trace.steps.iter().map(|s| s.standing).collect();
    assert_eq!(
        standings,
        [Standing::Right, Standing::Wrong, Standing::Follows]
    );
    assert_eq!(trace.first_wrong, Some(1));
    assert_eq!(trace.steps[1].read, "1,000,000 x 2 = 3,000,000");
    assert_eq!(trace.steps[1].exact, "2,000,000");
    assert_eq!(trace.steps[1].entry, 7);
}

fn traced(text: &str) -> Vec<String> {
    let steps = judged(text).trace.steps;
    steps
        .iter()
        .map(|s| format!("{} {:?}", s.read, s.standing))
        .collect()
}

#[test]
fn a_step_whose_operands_do_not_give_the_result_is_never_shown_as_right() {
    assert_eq!(
        traced("we have 63 minus 53 is 2,000,000 euros"),
        ["2,000,000 Right"]
    );
    assert_eq!(
        traced("550 thousand minus 110 is 440 thousand"),
        ["550,000 - 110,000 = 440,000 Right"]
    );
    assert_eq!(
        traced("2,000,000 plus 22% times 2,000,000 is 440,000"),
        ["22% x 2,000,000 = 440,000 Right"]
    );
}

#[test]
fn addends_of_sizes_far_apart_without_a_result_are_no_step() {
    assert!(traced("0.27 minus 1,000,000 and then").is_empty());
    assert_eq!(traced("150 minus 8 and then"), ["150 - 8 Unknown"]);
}

#[test]
fn the_first_wrong_step_is_never_one_that_is_right_beside_the_point() {
    let beside = judged("8 times 150 is 1,200. Two million times 22% is 700 thousand").trace;
    assert_eq!(beside.steps[0].standing, Standing::Unknown);
    assert_eq!(beside.first_wrong, Some(1));
    let trap = judged(
        "8 times 150 is 1,200. 2 million times 78 percent gives a profit of 1.56 million euros",
    );
    assert_eq!(trap.error, ErrorName::Trap("cost-for-profit".into()));
    assert_eq!(trap.trace.first_wrong, Some(1));
    assert_eq!(
        judged("8 times 150 is 1,200. Two million times 22% is 440 thousand profit")
            .trace
            .first_wrong,
        None
    );
}

#[test]
fn a_lost_nought_is_named_when_no_trap_lists_it() {
    let judged = judged("two million times 22% is 44,000, so the profit is 44,000 euros a year");
    assert_eq!(judged.error, ErrorName::Unlisted);
    assert_eq!(judged.trace.mistakes[0].code, "Q1");
}

#[test]
fn a_mistake_on_the_route_is_named_with_the_words_of_the_case() {
    let mistakes = |text| -> Vec<String> {
        judged(text)
            .trace
            .mistakes
            .into_iter()
            .map(|m| format!("{} {}", m.code, m.mistake))
            .collect()
    };
    assert_eq!(
        mistakes("the profit is 17,600 euros a year, 40 thousand times 2 times 22%"),
        ["Q12 trips left out of rides"]
    );
    assert_eq!(
        mistakes("so the profit is 3.56 million euros a year, 2 million times 1.78"),
        ["Q7 cost_share with the wrong sign in profit"]
    );
}

#[test]
fn signals_tell_steps_units_and_numbers_beyond() {
    let signals = judged(
        "40,000 times 25 is 1 million trips, times 2 is 2 million euros. 22% of that is 440,000 \
         euros profit. To check, that is 11 euros a rider. At 80% cost only 400,000 would be left, \
         even if riders stay",
    )
    .signals;
    assert_eq!((signals.steps, signals.steps_standing), (3, 3));
    assert!(signals.unit_said && signals.check && signals.sensitivity);
    assert!(signals.beyond >= 2);
}
