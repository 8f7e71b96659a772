//! Synthesis: the answer, its reasons with right numbers, risk and next step, and their order.

use casebook::PointRole;

use super::{Feature, lowers, raises};
use crate::heard::Heard;
use crate::marks;
use crate::worth::{claimed, computed, full_if, is_among, permille, printed};

pub(super) const FEATURES: &[Feature] = &[
    raises("answer", "the answer that the numbers support"),
    raises("answer_first", "the answer in the first third"),
    raises("reasons", "reasons that hold"),
    raises("figures", "numbers of the case, right"),
    raises("risk", "names a risk"),
    raises("next_step", "names a next step"),
    raises("conditions", "says on what the answer hangs"),
    raises("advice", "gives advice"),
    lowers("hedge", "leaves the answer open"),
    lowers("against", "says the opposite of what was found"),
];

pub(super) fn features(heard: &Heard) -> Vec<i32> {
    let end = &heard.case.synthesis;
    let of = |role| {
        end.points
            .iter()
            .filter(move |p| p.role == role)
            .map(|p| p.id.as_str())
    };
    let answer = of(PointRole::Answer).find_map(|id| heard.covers(id));
    let reasons = heard.covered(of(PointRole::Reason));
    let risks = heard.covered(end.risks.iter().map(|r| r.id.as_str()));
    let next = heard.covered(end.next_steps.iter().map(|n| n.id.as_str()));
    let known: Vec<_> = [
        claimed(heard.case),
        computed(heard.case),
        printed(heard.case),
    ]
    .concat();
    let figures = heard
        .numbers()
        .filter(|(_, n)| is_among(&n.value, &known))
        .count();
    let advice = heard.mark(marks::ADVICE);
    let early = answer.is_some_and(|f| {
        f.hit.at.start * 3 <= f.turn.text.len()
            && heard.turns.first().is_some_and(|t| t.entry == f.turn.entry)
    });
    vec![
        full_if(answer.is_some()),
        full_if(early),
        permille(reasons, 4),
        permille(figures, 5),
        permille(
            2 * risks + usize::from(heard.mark(marks::RISK).is_some()),
            3,
        ),
        permille(2 * next + usize::from(heard.mark(marks::NEXT).is_some()), 3),
        permille(heard.mark_count(marks::CONDITION), 2),
        full_if(advice.is_some()),
        permille(heard.mark_count(marks::HEDGE), 2),
        permille(heard.contradictions().count(), 1),
    ]
}
