//! Steps as a table: `text => operands = result [worth]`.

use super::{read_steps, worth};
use crate::numbers::read_numbers;

fn show(text: &str) -> String {
    let numbers = read_numbers(text);
    let value = |i: &usize| {
        let n = &numbers[*i];
        let percent = if n.unit == "%" { "%" } else { "" };
        format!("{}{percent}", n.value.decimal(3))
    };
    let steps: Vec<String> = read_steps(text)
        .iter()
        .map(|step| {
            let mut shown = value(&step.operands[0]);
            for (operator, operand) in step.operators.iter().zip(&step.operands[1..]) {
                shown.push_str(&format!(" {operator} {}", value(operand)));
            }
            let result = step.result.as_ref().map_or("none".to_owned(), value);
            let exact = worth(step, &numbers).map_or("nothing".to_owned(), |w| w.decimal(3));
            format!("{shown} = {result} [{exact}]")
        })
        .collect();
    if steps.is_empty() {
        "-".to_owned()
    } else {
        steps.join("; ")
    }
}

#[test]
fn steps_are_read_as_the_table_says() {
    let mut wrong = String::new();
    for line in include_str!("steps.txt")
        .lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
    {
        let Some((said, expect)) = line.split_once(" => ") else {
            panic!("no ` => ` in `{line}`");
        };
        let read = show(said);
        if read != expect {
            wrong.push_str(&format!("{said}\n  expected {expect}\n  read     {read}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
