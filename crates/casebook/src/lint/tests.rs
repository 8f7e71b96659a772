//! Each rule by a case of a few lines and the problem that an author sees.

use crate::{Authored, Source};

/// A case whose numbers move, for the rules that need such numbers.
const NUMBERS: &str = r#"[parameters]
cars = { value = "20", from = "10", to = "60", step = "1", label = "cars" }
fee = { value = "12.5%", choices = ["12.5%", "15%"], label = "entry fee" }
[derived]
wheels = "4 * cars"
[constraints]
many = { test = "wheels > 30", words = "there are many wheels" }
"#;

/// The problems of a case of these files that speak of `about`, as an author reads them.
fn problems(files: &[(&str, &str)], about: &str) -> Vec<String> {
    let mut source = Source::default();
    let head = "slug = \"tiny\"\n".to_owned();
    source.files.push(("case.toml".into(), head));
    let given = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    source.files.extend(given);
    let (authored, _) = Authored::parse(&source);
    let lines = authored
        .iter()
        .flat_map(Authored::lint)
        .map(|problem| problem.to_string());
    lines.filter(|line| line.contains(about)).collect()
}

#[track_caller]
fn refuses(files: &[(&str, &str)], about: &str, expected: &[&str]) {
    assert_eq!(problems(files, about), expected);
}

#[test]
fn a_case_without_parts_is_told_each_of_them() {
    refuses(
        &[],
        "no exhibit",
        &["synthesis.toml:1:1: no exhibit; add [[exhibit]]"],
    );
    refuses(
        &[],
        "`crux`",
        &["structure.toml:1:1: `crux` is empty; write it"],
    );
    refuses(
        &[],
        "industry",
        &[
            "case.toml:1:1: industry `` is not known; use one of: consumer-retail, financial-services, \
           healthcare-pharma, technology-telecoms, industrials, energy-resources, transport-logistics, \
           travel-leisure, media, agriculture, education, public-social, real-estate",
        ],
    );
}

#[test]
fn a_case_whose_numbers_stand_still_is_refused() {
    refuses(
        &[("numbers.toml", "[parameters]\ncars = 20\n")],
        "no number moves",
        &[
            "numbers.toml:1:1: no number moves, so every number set is the same; give parameters \
           `choices`, or `from`, `to` and `step`",
        ],
    );
}

#[test]
fn too_few_number_sets_name_the_constraint_in_the_way() {
    let numbers = "[parameters]\ncars = { value = \"2\", choices = [\"2\", \"3\"] }\n\
                   [constraints]\nhuge = \"cars > 9\"\n";
    refuses(
        &[("numbers.toml", numbers)],
        "`huge`",
        &[
            "numbers.toml:1:1: 0 different number sets among seeds 1 to 40, mostly for `huge`; widen \
             the ranges or ease the constraints until there are 20",
            "numbers.toml:4:9: constraint `huge` does not hold in the authored numbers; correct the \
             constraint or the numbers",
        ],
    );
}

#[test]
fn what_fails_in_some_number_sets_only_is_listed_with_them() {
    let numbers =
        "[parameters]\ncars = { value = \"2\", from = \"0\", to = \"30\", step = \"1\" }\n";
    let fact = "[[fact]]\nid = \"f1\"\nanswer = \"{100 / (cars - 5)}\"\n";
    let found = problems(
        &[("numbers.toml", numbers), ("facts.toml", fact)],
        "nought in number set",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("facts.toml:3:12: divides by nought in number set "),
        "{found:?}"
    );
}

#[test]
fn an_item_that_could_be_misheard_is_refused() {
    let fact =
        "[[fact]]\nid = \"f1\"\nphrasings = [\"a\", \"b\"]\nkeywords = [\"a\", \"b\", \"c\"]\n";
    refuses(
        &[("facts.toml", fact)],
        "f1",
        &[
            "facts.toml:1:1: fact `f1` has 2 phrasings, 5 are wanted; add ways to say it as a candidate would",
        ],
    );
    refuses(
        &[("facts.toml", fact)],
        "decoys",
        &[
            "facts.toml:1:1: 0 decoys, 4 are wanted; add [[decoy]] tables: near-miss topics on which the \
           case has no data",
        ],
    );
}

#[test]
fn an_insight_must_exclude_its_opposite_and_a_misreading_need_not() {
    let exhibit = "[[exhibit]]\nid = \"e\"\n[[exhibit.insight]]\nid = \"i1\"\nkind = \"essential\"\n\
                   [[exhibit.insight]]\nid = \"i2\"\nkind = \"misreading\"\n";
    refuses(
        &[("exhibit.toml", exhibit)],
        "`require`",
        &[
            "exhibit.toml:3:1: insight `i1` has no `require`; add groups of words that its opposite \
           lacks: [[\"only\", \"alone\"], [\"supermarket\"]]",
        ],
    );
    refuses(
        &[("exhibit.toml", exhibit)],
        "`contradicts`",
        &[
            "exhibit.toml:3:1: insight `i1` has 0 `contradicts`, 2 are wanted; add ways to say the opposite",
        ],
    );
}

#[test]
fn a_reason_needs_numbers_and_an_answer_does_not() {
    let points =
        "[[synthesis.point]]\nid = \"a\"\nrole = \"answer\"\n[[synthesis.point]]\nid = \"p1\"\n";
    refuses(
        &[("synthesis.toml", points)],
        "without numbers",
        &[
            "synthesis.toml:4:1: point `p1` is a reason without numbers; add numbers = [\"q1.market\"]",
        ],
    );
}

#[test]
fn a_ladder_has_four_rungs_and_a_segment_its_samples() {
    let segment = "[[segment]]\nid = \"clarify\"\nhints = [\"a\", \"b\"]\n\
                   [segment.samples]\none = \"x\"\nthree = \"y\"\n";
    refuses(
        &[("interview.toml", segment)],
        "`clarify`",
        &[
            "interview.toml:1:1: segment `clarify` has 2 hints, 4 are wanted; write four rungs: open \
             nudge, area, step, result",
            "interview.toml:1:1: segment `clarify` has no sample `five`; add [segment.samples] with one, \
             three and five: answers worth a 1, a 3 and a 5",
        ],
    );
}

#[test]
fn challenges_come_in_all_kinds_and_about_half_aim_at_what_is_right() {
    let one =
        "[[pushback]]\nid = \"p\"\nsegment = \"clarify\"\nkind = \"data\"\naims_at_right = true\n";
    refuses(
        &[("interview.toml", one)],
        "pushback",
        &[
            "interview.toml:1:1: 1 of 1 pushbacks aim at right answers; set aims_at_right on 40 to 60 % of them",
            "interview.toml:1:1: 1 pushbacks, 6 are wanted; add [[pushback]] tables",
            "interview.toml:1:1: no pushback of kind logic, alternative, feasibility, disagree, generic; \
             add one of each kind",
        ],
    );
}

#[test]
fn ids_are_unique_and_what_is_named_exists() {
    let facts = "[[fact]]\nid = \"f1\"\n[[fact]]\nid = \"f1\"\n[structure]\ntest_first = [\"s9\"]\n\
                 [[pushback]]\nsegment = \"q7\"\ntarget = \"f8\"\n";
    let files = [("facts.toml", facts)];
    refuses(
        &files,
        "already",
        &["facts.toml:3:1: id `f1` is already used at facts.toml:1; give it another id"],
    );
    refuses(
        &files,
        "` names `",
        &[
            "facts.toml:6:16: `test_first` names `s9`, which is no branch; use the ids under [[structure.branch]]",
            "facts.toml:7:1: `segment` names `q7`, which is not played; use one of: clarify, structure, synthesis",
            "facts.toml:7:1: `target` names `f8`, which is no item; name the id of a fact, branch, \
             insight, idea, point or trap, or a step",
        ],
    );
}

#[test]
fn a_condition_cannot_vouch_for_words() {
    let fact = "[conditions]\nmay = \"1 > 2\"\n[[fact]]\nanswer = \"{!may} fine\"\n";
    refuses(
        &[("facts.toml", fact)],
        "guard",
        &["facts.toml:4:12: guard `may` is no constraint; name one under [constraints]"],
    );
}

const QUANT: &str = r#"[[quant]]
id = "q1"
[[quant.step]]
name = "sum"
formula = "cars * 10"
[[quant.asked]]
of = "sum"
tolerance = "11"
expect = "210"
[[quant.trap]]
id = "close"
formula = "cars * 10 + 5"
[[quant.trap]]
id = "far"
formula = "cars * 100"
[[quant.trap]]
id = "far-too"
formula = "cars * 100 + 1"
"#;

#[test]
fn traps_stand_apart_from_the_answer_and_from_one_another() {
    refuses(
        &[("numbers.toml", NUMBERS), ("quant.toml", QUANT)],
        "trap",
        &[
            "quant.toml:10:1: trap `close` lies within the tolerance of the right answer in number set \
             0, 1, 2, 3, 4, 5 and 35 more; narrow the ranges, or add a constraint that keeps them apart",
            "quant.toml:16:1: traps `far` and `far-too` lie within the tolerance of one another in \
             number set 0, 1, 2, 3, 4, 5 and 35 more; keep one, or keep them apart by a constraint",
        ],
    );
}

#[test]
fn a_wide_tolerance_needs_its_reason_and_a_typed_result_agrees() {
    let files = [("numbers.toml", NUMBERS), ("quant.toml", QUANT)];
    let wide = problems(&files, "tolerance of `sum`");
    assert_eq!(wide.len(), 1);
    assert!(wide[0].starts_with("quant.toml:6:1: the tolerance of `sum` is nought or above 5 % of the value in number set 0"), "{wide:?}");
    refuses(
        &files,
        "`expect`",
        &["quant.toml:9:11: `expect` says 210, the formula gives 200; find out which is right"],
    );
    let stated = QUANT.replace(
        "expect = \"210\"",
        "expect = \"200\"\nwhy = \"read off a chart\"",
    );
    let files = [("numbers.toml", NUMBERS), ("quant.toml", stated.as_str())];
    refuses(&files, "tolerance of `sum`", &[]);
    refuses(&files, "`expect`", &[]);
}

#[test]
fn a_total_is_declared_and_adds_up() {
    let rows = "[[exhibit]]\nid = \"e\"\ncolumns = [{ key = \"n\", label = \"n\" }]\nrows = [\n\
                { key = \"a\", label = \"A\", cells = [1] },\n\
                { key = \"b\", label = \"B\", cells = [2] },\n\
                { key = \"t\", label = \"Total\", cells = [5] },\n]\n";
    refuses(
        &[("exhibit.toml", rows)],
        "total",
        &[
            "exhibit.toml:7:1: row `t` looks like a total; add sums = [{ row = \"total\", of = [\"row key\"], \
           columns = [\"column key\"] }] to the exhibit",
        ],
    );
    let declared =
        format!("{rows}sums = [{{ row = \"t\", of = [\"a\", \"b\"], columns = [\"n\"] }}]\n");
    refuses(
        &[("exhibit.toml", &declared)],
        "add up",
        &[
            "exhibit.toml:9:9: `t` does not add up in column `n` in number set 0, 1, 2, 3, 4, 5 and 35 more; \
           make the total a formula over the cells, or correct a cell",
        ],
    );
}

#[test]
fn plays_are_there_for_this_case_and_fill_in() {
    let play = "case other, interviewer led, learn, seed 0\n00:10 candidate {lorries} lorries\n";
    refuses(
        &[
            ("numbers.toml", NUMBERS),
            ("plays/strong.play", play),
            ("plays/weak.play", "case tiny, learn\n"),
        ],
        "plays/",
        &[
            "plays/silent.play:1:1: the play is missing; script an attempt, with {names} for figures",
            "plays/strong.play:1:1: the play is for no case, or for another; begin it with `case tiny, \
             interviewer led, learn, seed 0`",
            "plays/strong.play:2:18: nothing is called `lorries` in number set 0, 1, 2, 3, 4, 5 and 15 more; \
             use a parameter, a derived value, a step (`q1.market`) or a cell (`exhibit.row.column`)",
        ],
    );
}

/// The problems of one fact's answer, beside the moving numbers.
fn of_answer(answer: &str, about: &str) -> Vec<String> {
    let fact = format!("[[fact]]\nid = \"f1\"\nanswer = \"{answer}\"\n");
    problems(&[("numbers.toml", NUMBERS), ("facts.toml", &fact)], about)
}

#[test]
fn a_figure_that_moves_is_not_typed_in() {
    assert_eq!(
        of_answer("The fee is 12.5% a year.", "typed"),
        [
            "facts.toml:3:22: `12.5%` is typed in, but `fee` moves; write {fee} in a fitting style, or \
          {12.5%} if it is another matter"
        ]
    );
    assert_eq!(of_answer("They own 20 cars.", "typed").len(), 1);
    assert_eq!(
        of_answer("They own {?many: 20 cars | none}.", "typed").len(),
        1
    );
    let play = "case tiny, learn\n00:20 candidate they own 20 cars, at 20:20\n";
    let files = [("numbers.toml", NUMBERS), ("plays/strong.play", play)];
    refuses(
        &files,
        "typed",
        &[
            "plays/strong.play:2:26: `20` is typed in, but `cars` moves; write {cars} in a fitting style, \
             or {20} if it is another matter",
        ],
    );
    for fine in [
        "They own {cars} cars.",
        "It took 20 weeks.",
        "A sum of 12.5 is paid.",
        "They own {20} cars.",
    ] {
        assert_eq!(of_answer(fine, "typed"), Vec::<String>::new(), "{fine}");
    }
}

#[test]
fn a_comparison_beside_a_moving_figure_needs_a_guard() {
    assert_eq!(
        of_answer("It began well. Now {cars} is the largest fleet.", "beside"),
        [
            "facts.toml:3:26: `largest` (an order) beside a figure that moves; add {!constraint} to the \
          sentence, or choose words by {?condition: text | other}"
        ]
    );
    for fine in [
        "{!many} Now {cars} is the largest fleet.",
        "There are {cars} cars. It is the largest fleet.",
        "It has {cars}, {?many: the largest fleet | a small fleet}.",
        "The highest price is {cars}.",
        "With {20} cars it is the largest fleet.",
    ] {
        assert_eq!(of_answer(fine, "beside"), Vec::<String>::new(), "{fine}");
    }
}
