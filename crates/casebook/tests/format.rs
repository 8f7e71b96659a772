//! Case folders by text: what is read, what is filled in, and what is said of mistakes.

use casebook::{Authored, Case, Cell, Exact, Source};

const CASE: &str = r#"
slug = "kiosk"
title = "Coffee"
client = "Brakke"
teaser = "A kiosk."
trains = "Sizing."
industry = "consumer-retail"
region = "Norway"
topics = ["market-entry"]
formats = ["interviewer-led"]
author = "us"
licence = "Apache-2.0"
difficulty = { ambiguity = 1, math = 2, exhibits = 1, pressure = 1 }
objective = { text = "Open?", metric = "payback", target = "{hurdle} years", horizon = "now" }

[parameters]
people = { value = "2.4 million", from = "1 million", to = "3 million", step = "0.1 million", unit = "people" }
share = { value = "5%", choices = ["4%", "5%", "6%"] }
price = 3
hurdle = 2

[derived]
rich = { formula = "q1.revenue / 1 million", unit = "million" }

[constraints]
enough = { test = "people * share >= 100 thousand", words = "enough buyers" }

[conditions]
busy = "people > 2 million"

[[quant]]
id = "q1"
question = "{people|million} people, {share} of them at {price} euros?"
given = ["people", "share", "price"]
consequence = []
[[quant.step]]
name = "buyers"
formula = "people * share"
unit = "people"
[[quant.step]]
name = "revenue"
formula = "buyers * price"
unit = "EUR per year"
[[quant.asked]]
of = "revenue"
tolerance = "1%"
[[quant.trap]]
id = "q1-all"
mistake = "counted everyone"
code = "Q2"
formula = "people * price"

[[exhibit]]
id = "doors"
title = "Doors"
source = "Us"
question = "Which?"
columns = [{ key = "people", label = "People", unit = "thousand", places = 0 }, { key = "kind", label = "Kind" }]
rows = [{ key = "north", label = "North", cells = ["= people / 7", "glass"] }]

[structure]
crux = "People."

[synthesis]
recommendation = "{?busy: Open at {share}. | Stay away.}"
"#;

fn source(case: &str) -> Source {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    Source {
        files: vec![
            file("case.toml", case),
            file("prompt.md", "{people|million words} people pass."),
            file("notes.md", "None."),
            file("debrief.md", "{!enough} Most of {doors.north.people} stop."),
            file("plays/strong.play", "candidate {q1.revenue|in thousand}"),
        ],
    }
}

fn authored(case: &str) -> Authored {
    let (authored, problems) = Authored::parse(&source(case));
    assert_eq!(problems, []);
    authored.expect("a case")
}

fn at(seed: u64) -> Case {
    authored(CASE).case(seed).expect("a number set")
}

/// The problems of the case with one text in place of another.
fn problems(old: &str, new: &str) -> Vec<String> {
    assert!(CASE.contains(old), "{old}");
    let (_, problems) = Authored::parse(&source(&CASE.replacen(old, new, 1)));
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn seed_nought_is_the_authored_numbers() {
    let case = at(0);
    assert_eq!(
        case.quants[0].question,
        "2.4 million people, 5% of them at 3 euros?"
    );
    assert_eq!(case.quants[0].asked[0].value, Exact::whole(360_000));
    assert_eq!(case.quants[0].given[1].value, Exact::whole(5));
    assert_eq!(case.quants[0].steps[0].worked, "2,400,000 x 5%");
    assert_eq!(case.prompt, "two point four million people pass.");
    assert_eq!(case.synthesis.recommendation, "Open at 5%.");
    assert_eq!(case.objective.target, "2 years");
}

#[test]
fn a_cell_shows_its_columns_unit_and_is_worth_what_it_shows() {
    let case = at(0);
    let cells = &case.exhibits[0].rows[0].cells;
    assert_eq!(cells[0], Cell::Number(Exact::whole(343)));
    assert_eq!(cells[1], Cell::Text("glass".into()));
    assert_eq!(case.debrief, "Most of 343,000 stop.");
}

#[test]
fn a_seed_always_gives_the_same_numbers_and_keeps_the_constraints() {
    let authored = authored(CASE);
    let mut revenues = Vec::new();
    for seed in 1..=60 {
        let case = authored.case(seed).expect("a number set");
        assert_eq!(case, authored.case(seed).expect("the same again"));
        assert!(
            case.quants[0].steps[0].value >= Exact::whole(100_000),
            "seed {seed}"
        );
        let busy = case.quants[0].given[0].value > Exact::whole(2_000_000);
        assert_eq!(
            case.synthesis.recommendation.starts_with("Open"),
            busy,
            "seed {seed}"
        );
        revenues.push(case.quants[0].asked[0].value.clone());
    }
    revenues.sort();
    revenues.dedup();
    assert!(revenues.len() > 15, "{} different results", revenues.len());
}

#[test]
fn constraints_that_cannot_hold_are_named() {
    let text = CASE.replace("people * share >= 100 thousand", "people < 0");
    let (authored, _) = Authored::parse(&source(&text));
    let error = authored
        .expect("a case")
        .case(7)
        .expect_err("no number set");
    assert_eq!(error.broken, "enough");
    assert_eq!(error.seed, 7);
}

#[test]
fn plays_are_filled_in_by_seed() {
    let authored = authored(CASE);
    let (name, text) = authored.plays().remove(0);
    assert_eq!(name, "strong");
    assert_eq!(authored.fill(&text, 0).as_deref(), Ok("candidate 360"));
    let problem = authored.fill("a {nothing}", 0).expect_err("no such name");
    let mend =
        "use a parameter, a derived value, a step (`q1.market`) or a cell (`exhibit.row.column`)";
    assert_eq!(
        problem.to_string(),
        format!("text:1:4: nothing is called `nothing`; {mend}")
    );
}

#[test]
fn the_hash_follows_every_letter() {
    let (one, other) = (authored(CASE), authored(&CASE.replace("Coffee", "Tea")));
    assert_eq!(one.hash().len(), 64);
    assert_ne!(one.hash(), other.hash());
}

#[test]
fn problems_name_the_place_and_the_mend() {
    let names =
        "use a parameter, a derived value, a step (`q1.market`) or a cell (`exhibit.row.column`)";
    let expected = format!("case.toml:33:39: nothing is called `shares`; {names}");
    assert_eq!(problems("{share} of them", "{shares} of them"), [expected]);
    let language = "see the language of formulas in docs/case-format.md";
    let said = problems("\"people * share\"", "\"people * * share\"");
    let expected =
        format!("case.toml:38:21: `people * * share`: a number or a name is missing; {language}");
    assert!(said.contains(&expected), "{said:#?}");
    let said = problems("crux = \"People.\"", "crux = \"People.\"\nchrux = \"x\"");
    assert_eq!(
        said,
        [
            "case.toml:63:10: nothing reads `chrux`; use one of: alternative, branch, crux, guard, test_first"
        ]
    );
    let said = problems("region = \"Norway\"\n", "");
    assert_eq!(
        said,
        ["case.toml:1:1: `region` is missing; add region = \"...\""]
    );
}

#[test]
fn names_may_not_be_taken_twice_or_need_themselves() {
    let said = problems("rich = {", "people = {");
    assert_eq!(
        said[0],
        "case.toml:23:1: `people` is already defined at case.toml:17; give it another name"
    );
    let said = problems("formula = \"people * share\"", "formula = \"revenue / 2\"");
    assert!(
        said.iter()
            .any(|line| line.contains("is defined by way of itself")),
        "{said:?}"
    );
}

#[test]
fn broken_toml_leaves_the_rest_readable() {
    let text = CASE.replace("region = \"Norway\"", "region = Norway\"");
    let (authored, problems) = Authored::parse(&source(&text));
    assert!(
        problems
            .iter()
            .any(|problem| problem.line == 8 && problem.what.starts_with("not TOML"))
    );
    assert_eq!(
        authored.map(|a| a.slug().to_owned()).as_deref(),
        Some("kiosk")
    );
}

#[test]
fn a_key_set_in_two_files_is_a_problem() {
    let mut folder = source(CASE);
    folder.files.push((
        "more.toml".into(),
        "title = \"Tea\"\n[[decoy]]\nid = \"d1\"\nlabel = \"tea\"".into(),
    ));
    let (authored, problems) = Authored::parse(&folder);
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["more.toml:1:10: `title` is already set at case.toml:3; keep it in one file"]
    );
    let case = authored
        .and_then(|authored| authored.case(0).ok())
        .expect("a case");
    assert_eq!(case.decoys.len(), 1);
}

#[test]
fn every_key_of_the_specification_is_read() {
    let page = include_str!("../../../docs/case-format.md");
    let blocks = page
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let examples: Vec<_> = blocks.collect();
    let text = format!("slug = \"kiosk\"\n{}", examples.join("\n"));
    let (_, problems) = Authored::parse(&source(&text));
    let unread: Vec<_> = problems
        .iter()
        .filter(|problem| {
            problem.what.starts_with("nothing reads") || problem.what.starts_with("not TOML")
        })
        .collect();
    assert!(examples.len() >= 2 && unread.is_empty(), "{unread:?}");
}
