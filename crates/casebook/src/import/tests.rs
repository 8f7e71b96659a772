//! Small neutral cases in both shapes, and the folders they become.

use super::{import_named, import_neutral};
use crate::{Authored, Case, Exact, InsightKind, Source};

const OLDER: &str = r#"
id: kiosk-entry
title: Coffee at the station
industry: grocery retail (Norway)
topic: market-entry
difficulty: 2
format: candidate-led
minutes: 30
prompt: >-
  Our client, Brakke, sells coffee. 2.4 million people pass the station {each year}.
objective: Decide whether to open, so that it pays back within two years.
facts:
  - id: f1
    answer: It must pay back within two years. 25% of those who pass are tourists.
    ask: [What is success?]
structure:
  - id: s1
    label: Demand
    weight: essential
    why: Few people stop.
    paraphrases: [how many would buy]
    children:
      - {id: s1a, label: Passers-by, weight: essential, paraphrases: [people at the door]}
quant:
  - id: q1
    question: 2.4 million people pass and 5% buy at 3 euros. What is the revenue?
    given:
      - {name: people, value: 2.4, unit: million people}
      - {name: share, value: 5, unit: "%"}
      - {name: price, value: 3, unit: EUR}
    steps:
      - buyers = 2400000 * 0.05 = 120000 people
      - revenue = buyers * 3 = 360000 EUR per year
    final: {value: 0.36, unit: "million EUR per year (120000 buyers)", tolerance: 0.01}
    so_what: About 0.36 million a year. It is worth a look.
    traps:
      - {id: q1-zero, mistake: lost a zero, formula: 2400000 * 0.005 * 3, value: 36000, unit: EUR per year}
exhibit:
  title: Two doors
  columns: [door, people passing (thousand), share buying (%)]
  rows:
    - [North, 1400, 5]
    - [South, 1000, "-"]
  question: Which door?
  insights:
    - {id: i1, text: North has more people, kind: essential, paraphrases: [the north door is busier]}
    - {id: i2, text: South is best, kind: misreading, paraphrases: [take the south]}
brainstorm:
  question: How could it sell more?
  categories:
    - id: b1
      label: Price
      ideas:
        - {id: b1a, label: Cheaper mornings, paraphrases: [early price]}
synthesis:
  recommendation: Open at the north door.
  supporting_points: [360000 euros a year.]
  risks: [Few people stop.]
  next_steps: [Ask for the lease.]
  weak: Says it depends.
"#;

fn folder(yaml: &str) -> Source {
    let (source, problems) = import_neutral(yaml);
    assert_eq!(problems, []);
    source.expect("a folder")
}

fn case(yaml: &str) -> Case {
    let (authored, problems) = Authored::parse(&folder(yaml));
    assert_eq!(problems, []);
    authored
        .expect("a case")
        .case(0)
        .expect("the authored numbers")
}

fn lines<'a>(source: &'a Source, file: &str, key: &str) -> Vec<&'a str> {
    let start = format!("{key} = ");
    let text = source.text(file).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.strip_prefix(&start))
        .collect()
}

#[test]
fn worked_lines_become_formulas_over_names() {
    let source = folder(OLDER);
    let expected = [
        "\"people * share\"",
        "\"buyers * price\"",
        "\"people * 0.005 * price\"",
    ];
    assert_eq!(lines(&source, "quant.toml", "formula"), expected);
}

#[test]
fn figures_become_base_units_and_the_brackets_of_the_result_are_asked_too() {
    let case = case(OLDER);
    let asked: Vec<_> = case.quants[0]
        .asked
        .iter()
        .map(|a| (a.step.as_str(), a.value.to_string()))
        .collect();
    assert_eq!(
        asked,
        [
            ("revenue", "360000".to_owned()),
            ("buyers", "120000".to_owned())
        ]
    );
    assert_eq!(case.quants[0].asked[0].tolerance, Exact::whole(10_000));
    assert_eq!(case.quants[0].given[1].value, Exact::whole(5));
    assert_eq!(case.quants[0].steps[0].worked, "2,400,000 x 5%");
}

#[test]
fn prose_reads_as_it_was_written_and_names_what_it_can() {
    let (source, case) = (folder(OLDER), case(OLDER));
    assert_eq!(
        case.quants[0].question,
        "2.4 million people pass and 5% buy at 3 euros. What is the revenue?"
    );
    let written =
        "\"{people|million} people pass and {share} buy at {price} euros. What is the revenue?\"";
    assert_eq!(lines(&source, "quant.toml", "question"), [written]);
    assert_eq!(
        case.prompt,
        "Our client, Brakke, sells coffee. 2.4 million people pass the station {each year}."
    );
}

#[test]
fn ids_are_kept_and_points_without_one_are_numbered() {
    let case = case(OLDER);
    let insights: Vec<_> = case.exhibits[0]
        .insights
        .iter()
        .map(|i| i.id.as_str())
        .collect();
    assert_eq!(insights, ["i1", "i2"]);
    assert_eq!(case.exhibits[0].insights[1].kind, InsightKind::Misreading);
    assert_eq!(
        case.exhibits[0].insights[0].reads.contradicts,
        ["take the south"]
    );
    let points: Vec<_> = case
        .synthesis
        .points
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(points, ["answer", "p1"]);
    assert_eq!(case.quants[0].traps[0].code, "Q1");
}

#[test]
fn the_minutes_are_shared_out_over_the_parts() {
    let case = case(OLDER);
    let seconds: Vec<_> = case
        .segments
        .iter()
        .map(|s| (s.id.as_str(), s.budget_secs))
        .collect();
    let expected = [
        ("clarify", 180),
        ("structure", 435),
        ("q1", 375),
        ("exhibit", 315),
        ("brainstorm", 315),
        ("synthesis", 180),
    ];
    assert_eq!(seconds, expected);
}

#[test]
fn the_newer_shape_keeps_what_is_asked_and_what_it_means() {
    let newer = OLDER
        .replace("    so_what: About 0.36 million a year. It is worth a look.\n", "    consequences: [Small., Worth a look.]\n")
        .replace(
            "    final: {value: 0.36, unit: \"million EUR per year (120000 buyers)\", tolerance: 0.01}",
            "    asked:\n      - {name: buyers, value: 120000, unit: people, tolerance: 1000}\n      - {name: the revenue, value: 360000, unit: EUR per year, tolerance: 4000}\n    final: {value: 360000, unit: EUR per year, tolerance: 4000}",
        );
    let case = case(&newer);
    let asked: Vec<_> = case.quants[0]
        .asked
        .iter()
        .map(|a| a.step.as_str())
        .collect();
    assert_eq!(asked, ["buyers", "revenue"]);
    assert_eq!(case.quants[0].headline, 1);
    let meanings: Vec<_> = case.quants[0]
        .consequences
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    assert_eq!(meanings, ["Small.", "Worth a look."]);
}

#[test]
fn a_line_that_does_not_recompute_keeps_its_result_and_is_reported() {
    let wrong = OLDER.replace("buyers * 3 = 360000", "buyers * 3 = 999000");
    let (source, problems) = import_neutral(&wrong);
    assert!(source.is_some());
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let expected = "case.yaml:1:1: q1: `buyers * 3` does not come to 999000; the stated result is kept; write the formula by hand";
    assert_eq!(said, [expected]);
}

#[test]
fn without_an_id_the_slug_is_the_callers_or_the_title() {
    let anonymous = OLDER.replace("id: kiosk-entry\n", "");
    let slug = |source: Option<Source>| {
        let (authored, _) = Authored::parse(&source.expect("a folder"));
        authored.expect("a case").slug().to_owned()
    };
    assert_eq!(slug(import_named(&anonymous, "kiosk").0), "kiosk");
    assert_eq!(slug(import_neutral(&anonymous).0), "coffee-at-the-station");
}

#[test]
fn what_is_no_case_is_refused_with_a_place() {
    let said = |yaml: &str| import_neutral(yaml).1[0].what.clone();
    assert_eq!(
        said("title: x"),
        "this is no case: `facts` and `quant` are missing"
    );
    assert!(said("a: [1").starts_with("not YAML: "));
    assert_eq!(import_neutral("a: 1\nb: [1").0, None);
}
