//! Facts, structure, exhibit, ideas and ending of the neutral YAML.

use serde_json::Value;

use super::amounts::{Amount, in_text};
use super::figures::Figures;
use super::neutral::{list, name, plain, text, texts};
use super::reads::{claims, keywords, require, telling, write_phrasings, write_require};
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
pub(super) fn facts(whole: &Value, fill: &Figures) -> Page {
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
        page.text("answer", &fill.prose(&answer));
        page.text("weight", &weight(fact, otherwise));
        page.text("release", "on-request");
        write_phrasings(&mut page, &asking, &answer, fill, "");
    }
    page
}

/// `structure.toml`. The branch with the most essential parts is the one to test first.
pub(super) fn structure(whole: &Value, fill: &Figures) -> Page {
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
    page.plain("crux", &quoted(&fill.prose(&crux)));
    let ids: Vec<_> = first
        .iter()
        .take(2)
        .map(|branch| text(branch, "id"))
        .collect();
    page.texts("test_first", &ids);
    for branch in branches {
        write_branch(&mut page, branch, "structure.branch", fill);
    }
    page
}

fn write_branch(page: &mut Page, branch: &Value, path: &str, fill: &Figures) {
    let label = text(branch, "label");
    page.head(&format!("[[{path}]]"));
    page.text("id", &text(branch, "id"));
    page.text("label", &fill.prose(&label));
    page.text("weight", &weight(branch, "standard"));
    page.text("why", &fill.prose(&text(branch, "why")));
    write_phrasings(page, &texts(branch, "paraphrases"), &label, fill, "");
    for child in list(branch, "children") {
        write_branch(page, child, &format!("{path}.branch"), fill);
    }
}

/// `exhibit.toml`.
pub(super) fn exhibit(whole: &Value, fill: &Figures) -> Page {
    let mut page = Page::default();
    let Some(exhibit) = whole.get("exhibit") else {
        return page;
    };
    let rows = list(exhibit, "rows");
    page.line("[[exhibit]]");
    page.text("id", "exhibit");
    page.text("title", &fill.within("exhibit", &text(exhibit, "title")));
    page.text(
        "source",
        "Client team, this case; the company and its figures are invented",
    );
    page.text(
        "question",
        &fill.within("exhibit", &text(exhibit, "question")),
    );
    page.text("chart", "table");
    page.text("note", &fill.within("exhibit", &note(exhibit)));
    let title = [text(exhibit, "title")];
    page.texts("keywords", &keywords(&title));
    let labels: Vec<_> = texts(exhibit, "columns").into_iter().skip(1).collect();
    let named = labels.iter().zip(keys(&labels)).enumerate();
    let columns: Vec<_> = named
        .map(|(at, (label, key))| column(label, &key, at, rows))
        .collect();
    page.items("columns", &columns);
    let names = labels_of(rows);
    let written: Vec<_> = rows
        .iter()
        .zip(keys(&names))
        .map(|(row, key)| write_row(row, &key))
        .collect();
    page.items("rows", &written);
    insights(&mut page, list(exhibit, "insights"), &names, fill);
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

/// A column as the YAML heads it: words, unit, decimals.
fn column_parts<'a>(label: &'a str, at: usize, rows: &[Value]) -> (&'a str, &'a str, usize) {
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
    (words, unit, places)
}

fn column(label: &str, key: &str, at: usize, rows: &[Value]) -> String {
    let (words, unit, places) = column_parts(label, at, rows);
    format!(
        "{{ key = {}, label = {}, unit = {}, places = {places} }}",
        quoted(key),
        quoted(&prose(words)),
        quoted(unit),
    )
}

/// A short key for each label: its first telling word, numbered where taken.
fn keys(labels: &[String]) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    for label in labels {
        let word = telling(label)
            .into_iter()
            .next()
            .unwrap_or_else(|| label.clone());
        let mut key = name(&word);
        if made.contains(&key) {
            key = format!("{key}{}", made.len() + 1);
        }
        made.push(key);
    }
    made
}

fn labels_of(rows: &[Value]) -> Vec<String> {
    rows.iter()
        .filter_map(|row| Some(plain(row.as_array()?.first()?)))
        .collect()
}

/// Adds the cells of the exhibit to the names that prose may use.
pub(super) fn add_cells(whole: &Value, figures: &mut Figures) {
    let Some(exhibit) = whole.get("exhibit") else {
        return;
    };
    let rows = list(exhibit, "rows");
    let labels: Vec<_> = texts(exhibit, "columns").into_iter().skip(1).collect();
    let (column_keys, row_keys) = (keys(&labels), keys(&labels_of(rows)));
    for (row, row_key) in rows.iter().filter_map(Value::as_array).zip(&row_keys) {
        for (at, (cell, key)) in row.iter().skip(1).zip(&column_keys).enumerate() {
            let (_, unit, _) = column_parts(&labels[at], at, rows);
            if let Ok(raw) = plain(cell).parse() {
                let name = format!("exhibit.{row_key}.{key}");
                figures.add(&name, "exhibit", &Amount::of(raw, unit));
            }
        }
    }
}

fn write_row(row: &Value, key: &str) -> String {
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
        quoted(key),
        quoted(&prose(&label)),
        written.join(", "),
    )
}

/// Insights; a misreading speaks against every insight that names the same rows, and what
/// speaks against a misreading is nothing that earns.
fn insights(page: &mut Page, insights: &[Value], names: &[String], fill: &Figures) {
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
        page.text("text", &fill.within("exhibit", &words));
        page.text("kind", &kind);
        write_phrasings(page, &phrasings, &words, fill, "exhibit");
        if kind == "misreading" {
            page.text("code", misreading_code(&words, &phrasings));
            continue;
        }
        let mut against = texts(insight, "contradicts");
        if against.is_empty() && kind == "essential" {
            against.clone_from(&misread);
        }
        let against: Vec<_> = against
            .iter()
            .map(|text| fill.within("exhibit", text))
            .collect();
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
pub(super) fn brainstorm(whole: &Value, fill: &Figures) -> Page {
    let mut page = Page::default();
    let Some(brainstorm) = whole.get("brainstorm") else {
        return page;
    };
    page.line("[[brainstorm]]");
    page.text("id", "brainstorm");
    page.text("question", &fill.prose(&text(brainstorm, "question")));
    for group in list(brainstorm, "categories") {
        page.head("[[brainstorm.group]]");
        page.text("id", &text(group, "id"));
        page.text("label", &fill.prose(&text(group, "label")));
        let label = text(group, "label");
        page.texts("keywords", &keywords(&[label]));
        for idea in list(group, "ideas") {
            page.head("[[brainstorm.group.idea]]");
            page.text("id", &text(idea, "id"));
            page.text("label", &fill.prose(&text(idea, "label")));
            write_phrasings(
                &mut page,
                &texts(idea, "paraphrases"),
                &text(idea, "label"),
                fill,
                "",
            );
        }
    }
    page
}

/// `synthesis.toml`. Points without ids are `p1`, `p2`, ...; the answer itself is `answer`.
pub(super) fn synthesis(whole: &Value, fill: &Figures) -> Page {
    let mut page = Page::default();
    let Some(ending) = whole.get("synthesis") else {
        return page;
    };
    let recommendation = text(ending, "recommendation");
    page.line("[synthesis]");
    page.text("recommendation", &fill.prose(&recommendation));
    page.text("sample", &fill.prose(&sample(ending)));
    page.head("[[synthesis.point]]");
    page.text("id", "answer");
    page.text("text", &fill.prose(&recommendation));
    page.text("role", "answer");
    write_phrasings(&mut page, &[], &recommendation, fill, "");
    page.texts("contradicts", &against(whole, fill));
    let plain_points = list(ending, "supporting_points").iter().enumerate();
    for (index, point) in plain_points {
        let words = plain(point);
        write_point(
            &mut page,
            &format!("p{}", index + 1),
            &words,
            &[],
            &claims(&words),
            fill,
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
            &numbers,
            fill,
        );
    }
    for (key, head, mark) in [("risks", "risk", "r"), ("next_steps", "next_step", "n")] {
        for (index, words) in texts(ending, key).iter().enumerate() {
            page.head(&format!("[[synthesis.{head}]]"));
            page.text("id", &format!("{mark}{}", index + 1));
            page.text("text", &fill.prose(words));
            write_phrasings(&mut page, &[], words, fill, "");
        }
    }
    page
}

/// What speaks against the recommendation: the misreadings of the exhibit.
fn against(whole: &Value, fill: &Figures) -> Vec<String> {
    let insights = whole
        .get("exhibit")
        .map(|exhibit| list(exhibit, "insights"))
        .unwrap_or_default();
    let misread = insights
        .iter()
        .filter(|insight| text(insight, "kind") == "misreading");
    misread
        .flat_map(|insight| texts(insight, "paraphrases"))
        .map(|text| fill.prose(&text))
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

fn write_point(
    page: &mut Page,
    id: &str,
    words: &str,
    phrasings: &[String],
    numbers: &[String],
    fill: &Figures,
) {
    page.head("[[synthesis.point]]");
    page.text("id", id);
    page.text("text", &fill.prose(words));
    page.text("role", "reason");
    write_phrasings(page, phrasings, words, fill, "");
    page.items("numbers", numbers);
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
