//! Facts, structure, exhibit, ideas and ending of the neutral YAML.

use serde_json::Value;

use super::amounts::in_text;
use super::neutral::{list, plain, text, texts};
use super::reads::{claims, keywords, require, write_phrasings, write_require};
use super::toml_text::{Page, prose, quoted};
use crate::Exact;

fn weight(value: &Value, otherwise: &str) -> String {
    match text(value, "weight").as_str() {
        "" => otherwise.to_owned(),
        "useful" | "secondary" => "standard".to_owned(),
        weight => weight.to_owned(),
    }
}

/// `facts.toml`. Without a weight the first fact, which holds the goal, is essential.
pub(super) fn facts(whole: &Value) -> Page {
    let mut page = Page::default();
    for (index, fact) in list(whole, "facts").iter().enumerate() {
        let (answer, asking) = (text(fact, "answer"), texts(fact, "ask"));
        let mut all = asking.clone();
        all.push(answer.clone());
        let label: Vec<_> = keywords(&all).into_iter().take(2).collect();
        let otherwise = if index == 0 { "essential" } else { "standard" };
        page.head("[[fact]]");
        page.text("id", &text(fact, "id"));
        page.text("label", &label.join(" "));
        page.text("answer", &prose(&answer));
        page.text("weight", &weight(fact, otherwise));
        page.text("release", "on-request");
        write_phrasings(&mut page, &asking, &answer);
    }
    page
}

/// `structure.toml`. The branch with the most essential parts is the one to test first.
pub(super) fn structure(whole: &Value) -> Page {
    let branches = list(whole, "structure");
    let essential = |branch: &Value| {
        let parts = list(branch, "children").iter();
        parts
            .filter(|part| text(part, "weight") == "essential")
            .count()
    };
    let mut first: Vec<&Value> = branches
        .iter()
        .filter(|b| text(b, "weight") == "essential")
        .collect();
    first.sort_by_key(|branch| std::cmp::Reverse(essential(branch)));
    let mut page = Page::default();
    page.line("[structure]");
    let crux = first
        .first()
        .map(|branch| text(branch, "why"))
        .unwrap_or_default();
    page.plain("crux", &quoted(&prose(&crux)));
    let ids: Vec<_> = first
        .iter()
        .take(2)
        .map(|branch| text(branch, "id"))
        .collect();
    page.texts("test_first", &ids);
    for branch in branches {
        write_branch(&mut page, branch, "structure.branch");
    }
    page
}

fn write_branch(page: &mut Page, branch: &Value, path: &str) {
    let label = text(branch, "label");
    page.head(&format!("[[{path}]]"));
    page.text("id", &text(branch, "id"));
    page.text("label", &prose(&label));
    page.text("weight", &weight(branch, "standard"));
    page.text("why", &prose(&text(branch, "why")));
    write_phrasings(page, &texts(branch, "paraphrases"), &label);
    for child in list(branch, "children") {
        write_branch(page, child, &format!("{path}.branch"));
    }
}

/// `exhibit.toml`.
pub(super) fn exhibit(whole: &Value) -> Page {
    let mut page = Page::default();
    let Some(exhibit) = whole.get("exhibit") else {
        return page;
    };
    let rows = list(exhibit, "rows");
    page.line("[[exhibit]]");
    page.text("id", "exhibit");
    page.text("title", &prose(&text(exhibit, "title")));
    page.text(
        "source",
        "Client team, this case; the company and its figures are invented",
    );
    page.text("question", &prose(&text(exhibit, "question")));
    page.text("chart", "table");
    page.text("note", &prose(&note(exhibit)));
    let title = [text(exhibit, "title")];
    page.texts("keywords", &keywords(&title));
    let labels = texts(exhibit, "columns");
    let columns: Vec<_> = labels
        .iter()
        .skip(1)
        .enumerate()
        .map(|(at, label)| column(label, at, rows))
        .collect();
    page.items("columns", &columns);
    let written: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| write_row(row, at))
        .collect();
    page.items("rows", &written);
    let names: Vec<_> = rows
        .iter()
        .filter_map(|row| Some(plain(row.as_array()?.first()?)))
        .collect();
    insights(&mut page, list(exhibit, "insights"), &names);
    page
}

/// Remarks under the table; a second small table becomes lines of it.
fn note(exhibit: &Value) -> String {
    let drivers = list(exhibit, "drivers")
        .iter()
        .filter_map(Value::as_array)
        .map(|row| {
            let cells: Vec<_> = row.iter().map(plain).collect();
            match cells.split_first() {
                Some((name, values)) => format!("{name}: {}.", values.join(", ")),
                None => String::new(),
            }
        });
    let remarks = [text(exhibit, "note")].into_iter().chain(drivers);
    remarks
        .filter(|remark| !remark.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn column(label: &str, at: usize, rows: &[Value]) -> String {
    let (words, unit) = match label.rsplit_once(" (") {
        Some((words, rest)) if rest.ends_with(')') => (words, rest.trim_end_matches(')')),
        _ => (label, ""),
    };
    let decimals = |row: &Value| {
        let cell = plain(row.as_array()?.get(at + 1)?);
        cell.parse::<Exact>().ok()?;
        Some(cell.split_once('.').map_or(0, |(_, part)| part.len()))
    };
    let places = rows.iter().filter_map(decimals).max().unwrap_or(0);
    format!(
        "{{ key = {}, label = {}, unit = {}, places = {places} }}",
        quoted(&format!("c{}", at + 1)),
        quoted(&prose(words)),
        quoted(unit),
    )
}

fn write_row(row: &Value, at: usize) -> String {
    let cells: Vec<_> = row
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(plain)
        .collect();
    let label = cells.first().cloned().unwrap_or_default();
    let written = cells
        .iter()
        .skip(1)
        .map(|cell| match cell.parse::<Exact>() {
            Ok(number) => number.decimal(12),
            Err(_) => quoted(&prose(cell)),
        });
    let written: Vec<_> = written.collect();
    format!(
        "{{ key = {}, label = {}, cells = [{}] }}",
        quoted(&format!("r{}", at + 1)),
        quoted(&prose(&label)),
        written.join(", "),
    )
}

/// Insights; a misreading speaks against every insight that names the same rows, and what
/// speaks against a misreading is nothing that earns.
fn insights(page: &mut Page, insights: &[Value], names: &[String]) {
    let is_misreading = |insight: &&Value| text(insight, "kind") == "misreading";
    let misread: Vec<_> = insights
        .iter()
        .filter(is_misreading)
        .flat_map(|i| texts(i, "paraphrases"))
        .collect();
    for insight in insights {
        let (words, phrasings) = (text(insight, "text"), texts(insight, "paraphrases"));
        let kind = text(insight, "kind");
        page.head("[[exhibit.insight]]");
        page.text("id", &text(insight, "id"));
        page.text("text", &prose(&words));
        page.text("kind", &kind);
        write_phrasings(page, &phrasings, &words);
        if kind == "misreading" {
            page.text("code", misreading_code(&words, &phrasings));
            continue;
        }
        let mut against = texts(insight, "contradicts");
        if against.is_empty() && kind == "essential" {
            against.clone_from(&misread);
        }
        let against: Vec<_> = against.iter().map(|text| prose(text)).collect();
        page.texts("contradicts", &against);
        write_require(page, &require(&words, &phrasings, names));
        page.items("numbers", &claims(&words));
    }
}

/// E3 for a cause read into figures, E4 for totals, averages and shares, else E1.
fn misreading_code(words: &str, phrasings: &[String]) -> &'static str {
    let all = format!("{words} {}", phrasings.join(" ")).to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| all.contains(word));
    match () {
        () if any(&["because of", "caused", "leads to", "drives"]) => "E3",
        () if any(&[
            "average", "total", "mix", "most", "highest", "biggest", "largest",
        ]) =>
        {
            "E4"
        }
        () => "E1",
    }
}

/// `brainstorm.toml`. The last idea of each group counts as the less obvious one.
pub(super) fn brainstorm(whole: &Value) -> Page {
    let mut page = Page::default();
    let Some(brainstorm) = whole.get("brainstorm") else {
        return page;
    };
    page.line("[[brainstorm]]");
    page.text("id", "brainstorm");
    page.text("question", &prose(&text(brainstorm, "question")));
    for group in list(brainstorm, "categories") {
        page.head("[[brainstorm.group]]");
        page.text("id", &text(group, "id"));
        page.text("label", &prose(&text(group, "label")));
        let label = text(group, "label");
        page.texts("keywords", &keywords(&[label]));
        for idea in list(group, "ideas") {
            page.head("[[brainstorm.group.idea]]");
            page.text("id", &text(idea, "id"));
            page.text("label", &prose(&text(idea, "label")));
            write_phrasings(&mut page, &texts(idea, "paraphrases"), &text(idea, "label"));
        }
    }
    page
}

/// `synthesis.toml`. Points without ids are `p1`, `p2`, ...; the answer itself is `answer`.
pub(super) fn synthesis(whole: &Value) -> Page {
    let mut page = Page::default();
    let Some(ending) = whole.get("synthesis") else {
        return page;
    };
    let recommendation = text(ending, "recommendation");
    page.line("[synthesis]");
    page.text("recommendation", &prose(&recommendation));
    page.text("sample", &prose(&sample(ending)));
    page.head("[[synthesis.point]]");
    page.text("id", "answer");
    page.text("text", &prose(&recommendation));
    page.text("role", "answer");
    write_phrasings(&mut page, &[], &recommendation);
    page.texts("contradicts", &against(whole));
    let plain_points = list(ending, "supporting_points").iter().enumerate();
    for (index, point) in plain_points {
        let words = plain(point);
        write_point(
            &mut page,
            &format!("p{}", index + 1),
            &words,
            &[],
            claims(&words),
        );
    }
    for point in list(ending, "points") {
        let words = text(point, "text");
        let said = list(point, "numbers")
            .iter()
            .map(plain)
            .filter_map(|n| n.parse::<Exact>().ok());
        let numbers: Vec<_> = said.map(|number| claim(&number, &words)).collect();
        write_point(
            &mut page,
            &text(point, "id"),
            &words,
            &texts(point, "paraphrases"),
            numbers,
        );
    }
    for (key, head, mark) in [("risks", "risk", "r"), ("next_steps", "next_step", "n")] {
        for (index, words) in texts(ending, key).iter().enumerate() {
            page.head(&format!("[[synthesis.{head}]]"));
            page.text("id", &format!("{mark}{}", index + 1));
            page.text("text", &prose(words));
            write_phrasings(&mut page, &[], words);
        }
    }
    page
}

/// What speaks against the recommendation: the misreadings of the exhibit.
fn against(whole: &Value) -> Vec<String> {
    let insights = whole
        .get("exhibit")
        .map(|exhibit| list(exhibit, "insights"))
        .unwrap_or_default();
    let misread = insights
        .iter()
        .filter(|insight| text(insight, "kind") == "misreading");
    misread
        .flat_map(|insight| texts(insight, "paraphrases"))
        .map(|text| prose(&text))
        .collect()
}

/// A listed number takes per cent from the text where the same figure stands before `%`.
fn claim(number: &Exact, words: &str) -> String {
    let is_percent = in_text(words).iter().any(|amount| {
        let slack = Exact(number.abs().0 / Exact::whole(20).0);
        amount.power == -2 && amount.raw.abs().within(&number.abs(), &slack)
    });
    let (mark, unit) = if is_percent { ("%", "%") } else { ("", "") };
    format!(
        "{{ value = {}, unit = {} }}",
        quoted(&format!("{}{mark}", number.decimal(12))),
        quoted(unit)
    )
}

fn write_point(page: &mut Page, id: &str, words: &str, phrasings: &[String], numbers: Vec<String>) {
    page.head("[[synthesis.point]]");
    page.text("id", id);
    page.text("text", &prose(words));
    page.text("role", "reason");
    write_phrasings(page, phrasings, words);
    page.items("numbers", &numbers);
}

/// Answer, reasons, a risk, a next step.
pub(super) fn sample(ending: &Value) -> String {
    let mut parts = vec![text(ending, "recommendation")];
    parts.extend(texts(ending, "supporting_points"));
    parts.extend(
        list(ending, "points")
            .iter()
            .map(|point| text(point, "text")),
    );
    let first = |key: &str| texts(ending, key).into_iter().next();
    parts.extend(first("risks").map(|risk| format!("The main risk: {risk}")));
    parts.extend(first("next_steps").map(|step| format!("Next: {step}")));
    parts.join(" ")
}
