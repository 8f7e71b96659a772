//! Laws of reading that hold for every text.

use proptest::prelude::*;

use crate::arithmetic::{read_steps, worth};
use crate::clauses::{cut, questions, signposts};
use crate::numbers::read_numbers;
use crate::{READ_BYTES_MAX, Span};

fn fits(text: &str, at: Span) -> bool {
    at.start < at.end && text.get(at.start..at.end).is_some()
}

/// Texts made of the words that the grammar knows, in any order, so that odd joints are met.
fn jumbled() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "one", "two", "ten", "thirteen", "forty", "hundred", "thousand", "million", "and", "a",
        "half", "third", "of", "point", "oh", "for", "to", "minus", "percent", "euros", "cents",
        "is", "times", "over", "so", "no", "sorry", "from", "between", "-", "/", "=", "(", ")",
        "x", "3", "4.5", "1,200", "\u{20ac}", "$", "%", "k", "m", "bn", "per", "month", ",", ".",
        "twice", "dozen", "couple", "quarter", "that", "\u{2013}", "\n", "10-15%", "3/4", "e", "6",
    ]);
    prop::collection::vec((words, prop::bool::ANY), 0..60).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(word, gap)| word.to_owned() + if gap { " " } else { "" })
            .collect()
    })
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_place_lies_in_it(text in "\\PC{0,300}") {
        for number in read_numbers(&text) {
            prop_assert!(fits(&text, number.at));
        }
        let places = cut(&text).into_iter().chain(questions(&text)).chain(signposts(&text));
        for at in places {
            prop_assert!(fits(&text, at));
        }
        let _ = read_steps(&text);
    }

    #[test]
    fn jumbled_number_words_are_read_without_panic_in_order_of_place(text in jumbled()) {
        let numbers = read_numbers(&text);
        prop_assert!(numbers.iter().all(|n| fits(&text, n.at)));
        prop_assert!(numbers.windows(2).all(|pair| pair[0].at.start <= pair[1].at.start));
        for step in read_steps(&text) {
            prop_assert!(fits(&text, step.at));
            prop_assert!(step.operands.iter().chain(&step.result).all(|i| *i < numbers.len()));
            prop_assert_eq!(step.operands.len(), step.operators.len() + 1);
            let _ = worth(&step, &numbers);
        }
        prop_assert!(cut(&text).iter().all(|at| fits(&text, *at)));
    }

    #[test]
    fn a_whole_number_reads_back_however_it_is_typed(value in 0_i64..1_000_000_000) {
        let plain = read_numbers(&format!("it is {value} euros"));
        prop_assert_eq!(&plain[0].value, &casebook::Exact::whole(value));
    }
}

#[test]
fn a_huge_paste_is_read_no_further_than_its_limit() {
    let text = "7 \u{20ac} ".repeat(READ_BYTES_MAX);
    let numbers = read_numbers(&text);
    assert!(numbers.iter().all(|n| n.at.end <= READ_BYTES_MAX));
    assert!(!cut(&text).is_empty());
}
