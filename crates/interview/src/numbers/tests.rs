//! Number readings as a table: what was said, and what was read.

use super::read_numbers;
use crate::NumberRead;

/// One reading: value, `..to`, unit, `~` rough, `?doubt`, `!` withdrawn.
fn show(number: &NumberRead) -> String {
    let mut text = number.value.decimal(6);
    if let Some(to) = &number.to {
        text.push_str(&format!("..{}", to.decimal(6)));
    }
    if !number.unit.is_empty() {
        text.push_str(&format!(" {}", number.unit));
    }
    if let Some(doubt) = &number.doubt {
        text.push_str(&format!(" ?{}", doubt.decimal(6)));
    }
    if number.rough {
        text.push_str(" ~");
    }
    if number.withdrawn {
        text.push_str(" !");
    }
    text
}

#[test]
fn the_table_of_numbers_is_read_as_it_says() {
    let mut wrong = String::new();
    for line in include_str!("numbers.txt")
        .lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
    {
        let Some((said, expect)) = line.split_once(" => ") else {
            panic!("no ` => ` in `{line}`");
        };
        let read: Vec<String> = read_numbers(said).iter().map(show).collect();
        let read = if read.is_empty() {
            "-".to_owned()
        } else {
            read.join("; ")
        };
        if read != expect {
            wrong.push_str(&format!("{said}\n  expected {expect}\n  read     {read}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_place_holds_the_words_of_its_number() {
    let said = "the market, \u{20ac}4.2m or so, grows fifteen percent to minus two euros";
    let places: Vec<&str> = read_numbers(said).iter().map(|n| n.at.of(said)).collect();
    assert_eq!(
        places,
        ["\u{20ac}4.2m", "fifteen percent", "minus two euros"]
    );
}
