//! Quant: whether the number is right, whether the route was shown, and what was made of it.

use super::{Feature, lowers, raises};
use crate::arithmetic::ErrorName;
use crate::heard::Heard;
use crate::marks;
use crate::worth::{full_if, permille};

pub(super) const FEATURES: &[Feature] = &[
    raises("answered", "gives a number"),
    raises("right", "the number is right"),
    raises("sound", "right, with nothing else wrong"),
    raises("others", "right, and the other numbers asked for too"),
    raises("route", "right, with the route said"),
    raises("meaning", "right, with what it means"),
    raises("tested", "right, with a check"),
    raises("turned", "right, with what would change it"),
    raises("beyond", "right, with figures drawn from it"),
    raises("compared", "right, set against something"),
    raises("nearly", "wrong, with most of the route right"),
    lowers("unworked", "wrong, and no step of the route said"),
];

pub(super) fn features(heard: &Heard) -> Vec<i32> {
    let verdict = heard.judged.clone().unwrap_or_default();
    let right = verdict.final_right;
    let sound = right && verdict.error == ErrorName::None;
    let if_sound = |feature: i32| if sound { feature } else { 0 };
    let quant = heard.case.quants.iter().find(|q| q.id == heard.segment.id);
    let meanings = quant.map_or(0, |q| {
        heard.covered(q.consequences.iter().map(|c| c.id.as_str()))
    });
    let (others, of_others) = verdict.others_right;
    let drawn = heard.mark_count(marks::CONSEQUENCE) + heard.mark_count(marks::COMPARISON);
    let signals = &verdict.signals;
    let (shown, of_steps) = verdict.steps_right;
    let route = permille(shown, of_steps);
    vec![
        full_if(verdict.answered()),
        full_if(right),
        full_if(sound),
        if_sound(if of_others == 0 {
            1000
        } else {
            permille(others, of_others)
        }),
        if_sound(route),
        if_sound(permille(meanings, 2)),
        if_sound(full_if(signals.check || heard.mark(marks::CHECK).is_some())),
        if_sound(full_if(
            signals.sensitivity || heard.mark(marks::SENSITIVITY).is_some(),
        )),
        if_sound(permille(signals.beyond, 3)),
        if_sound(permille(drawn, 3)),
        if right { 0 } else { route },
        full_if(!right && shown == 0),
    ]
}
