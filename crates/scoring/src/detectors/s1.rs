//! S1: a memorised template.

use casebook::{Dimension, SegmentKind, Weight};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::worth::branches;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S1",
    name: "A memorised template",
    severity: Severity::Major,
    dimension: Dimension::Structure,
    what: "A named framework carries the plan and few branches belong to this case.",
    why: "A template shows memory; the interviewer wants to see you think about this client.",
    example: "I would use Porter: rivals, entrants, substitutes, suppliers, buyers.",
    instead: "Derive the first branches from the goal: what must be true for this client to reach it.",
    catch,
};

/// Frameworks by their textbook names.
const TEMPLATES: &[&str] = &[
    "porter", "five forces", "swot", "pestel", "pestle", "4ps", "four ps", "4 ps", "3cs", "three cs",
    "3 cs", "bcg matrix", "ansoff", "value chain", "profitability framework",
    "market entry framework",
];

/// With five branches of this case the name on the plan does no harm.
const ENOUGH_OWN: usize = 5;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.kind() != SegmentKind::Structure {
        return Vec::new();
    }
    let own = branches(heard.case).filter(|b| b.weight != Weight::Generic);
    if own.filter(|b| heard.covers(&b.id).is_some()).count() >= ENOUGH_OWN {
        return Vec::new();
    }
    let named = heard.mark(TEMPLATES);
    named
        .map(|(turn, span)| Catch::at(turn, span, "A framework by name, with few branches of this case."))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;

    #[test]
    fn a_framework_by_name_is_caught() {
        check("S1", "structure", "I would run Porter here, rivals, buyers, [s1: the market]", &["Porter"]);
    }

    #[test]
    fn a_framework_filled_with_the_case_passes() {
        check("S1", "structure", "Porter in mind, [s1: demand], [s1a: energy], [s2: a site], [s2a: use of points], [s2b: margin]", &[]);
    }

    #[test]
    fn a_plan_of_ones_own_is_never_caught() {
        check("S1", "structure", "First [s1: demand], then [s2: what a site earns]", &[]);
    }
}
