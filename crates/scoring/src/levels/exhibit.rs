//! Insight: which of the exhibit's insights were seen, and with which numbers.

use casebook::InsightKind;

use super::{Feature, lowers, raises};
use crate::heard::Heard;
use crate::marks;
use crate::worth::{claimed, full_if, is_among, permille, printed, readings};

pub(super) const FEATURES: &[Feature] = &[
    raises("insights", "insights seen"),
    raises("essential", "essential insights seen"),
    raises("secondary", "other insights seen"),
    raises("figures", "figures of the exhibit said"),
    raises(
        "derived",
        "figures that the exhibit does not print but holds",
    ),
    raises("so_what", "draws a consequence"),
    raises("limits", "says what the exhibit cannot show"),
    lowers("misread", "misreadings"),
    lowers("blank", "not one insight"),
];

pub(super) fn features(heard: &Heard) -> Vec<i32> {
    let exhibit = heard
        .case
        .exhibits
        .iter()
        .find(|e| e.id == heard.segment.id);
    let insights = exhibit.map_or(&[][..], |e| &e.insights);
    let seen = |kind| heard.covered(readings(insights, kind));
    let essential = seen(InsightKind::Essential);
    let secondary = seen(InsightKind::Secondary);
    let misread = seen(InsightKind::Misreading) + heard.contradictions().count();
    let (on_page, beyond) = (printed(heard.case), claimed(heard.case));
    let said: Vec<_> = heard.numbers().map(|(_, n)| &n.value).collect();
    let figures = said.iter().filter(|n| is_among(n, &on_page)).count();
    let derived = said
        .iter()
        .filter(|n| !is_among(n, &on_page) && is_among(n, &beyond))
        .count();
    let essentials = readings(insights, InsightKind::Essential).len();
    vec![
        permille(essential + secondary, 5),
        permille(essential, essentials.clamp(1, 3)),
        permille(secondary, 3),
        permille(figures, 4),
        permille(derived, 2),
        permille(heard.mark_count(marks::CONSEQUENCE), 2),
        permille(heard.mark_count(marks::LIMIT), 2),
        permille(misread, 1),
        full_if(essential + secondary == 0),
    ]
}
