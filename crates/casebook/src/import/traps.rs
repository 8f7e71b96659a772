//! Which error of the drift catalogue a mistake is, by the words of its description.
//! The first rule that fits decides; what fits none is a wrong base (Q2), the commonest.

/// Codes with word groups: a group fits when each of its parts occurs.
const RULES: &[(&str, &[&[&str]])] = &[
    (
        "Q1",
        &[
            &["order of magnitude"],
            &[" a zero"],
            &["lost zero"],
            &["factor of"],
            &["divide by 24"],
            &["instead of", "000"],
        ],
    ),
    (
        "Q4",
        &[
            &["invert"],
            &["multiplied by", "instead of dividing"],
            &["upside"],
            &["divided capacity"],
        ],
    ),
    (
        "Q7",
        &[
            &["wrong sign"],
            &["added", "instead of subtracting"],
            &["added", "to the price"],
            &["wrong way"],
        ],
    ),
    (
        "Q3",
        &[
            &["month", "year"],
            &["hours", "hour day"],
            &["working days"],
            &["currency"],
            &["in one year"],
            &["to one year"],
            &["every year"],
            &["wrong unit"],
        ],
    ),
    (
        "Q8",
        &[&["roi"], &["return", "payback"], &["break-even", "payback"]],
    ),
    (
        "Q10",
        &[
            &["plain average"],
            &["average of averages"],
            &["simple average"],
        ],
    ),
    (
        "Q9",
        &[
            &["compound"],
            &["summed", "growth"],
            &["added", "%", "multiplying"],
            &["added", "growth"],
        ],
    ),
    (
        "Q5",
        &[
            &["forgot", "fixed"],
            &["forgot", "running"],
            &["left out", "fixed"],
            &["forgot", "integration"],
            &["left out", "integration"],
            &["forgot", "building"],
            &["only the chargers"],
            &["forgot", "lease"],
            &["forgot the wagons"],
            &["did not charge"],
            &["forgot", "one-off"],
        ],
    ),
    (
        "Q11",
        &[
            &["revenue", "profit"],
            &["divided investment by revenue"],
            &["gross", "net"],
            &["subtracted", "sales"],
            &["fee", "contribution"],
            &["called it profit"],
            &["instead of the contribution"],
            &["gross saving"],
        ],
    ),
    (
        "Q6",
        &[&["mark-up"], &["margin", "profit"], &["margin", "mark"]],
    ),
    ("Q14", &[&["wrong row"], &["copied"], &["wrong column"]]),
    (
        "Q2",
        &[
            &["percent base"],
            &["percent"],
            &["points"],
            &["%", "instead of"],
            &["share", "all"],
            &["rather than"],
        ],
    ),
    (
        "Q12",
        &[
            &["forgot"],
            &["left out"],
            &["only"],
            &["instead of the whole"],
            &["did not subtract"],
            &["all of"],
            &["every"],
            &["counted"],
            &["used all"],
            &["used the"],
        ],
    ),
];

/// The code for a mistake; its id counts as words too.
pub(super) fn code(id: &str, mistake: &str) -> &'static str {
    let words = format!(
        "{} {}",
        mistake.to_lowercase(),
        id.to_lowercase().replace('-', " ")
    );
    for (code, groups) in RULES {
        let fits = |group: &&[&str]| group.iter().all(|part| words.contains(part));
        if groups.iter().any(fits) {
            return code;
        }
    }
    "Q2"
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_mistake_gets_the_code_its_words_name() {
        assert_eq!(code("q1-x", "lost or gained a zero"), "Q1");
        assert_eq!(
            code("q1-inverted", "multiplied by 22% instead of dividing"),
            "Q4"
        );
        assert_eq!(code("q2-x", "forgot the fixed cost"), "Q5");
        assert_eq!(
            code(
                "q1-x",
                "took 60% of all energy instead of 60% of the public part"
            ),
            "Q2"
        );
        assert_eq!(
            code(
                "q2-month-as-year",
                "used the monthly contribution against the yearly cost"
            ),
            "Q3"
        );
        assert_eq!(code("q1-x", "took the plain average of 27 and 17"), "Q10");
    }
}
