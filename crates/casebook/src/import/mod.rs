//! Turns a case in neutral YAML, the shape of the calibration set, into a case folder.
//! Keeps every id. Never refuses a readable case: what cannot be derived is left plain and
//! listed as a problem.

mod amounts;
mod content;
mod figures;
mod neutral;
mod overview;
mod parts;
mod quants;
mod reads;
mod routes;
mod toml_text;
mod traps;

#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::source::{FILE_BYTES, Place, Problem, Source};

/// The name problems are reported under.
const FILE: &str = "case.yaml";

/// A case folder from neutral YAML. The slug is its `id`, else made from its title.
#[must_use]
pub fn import_neutral(yaml: &str) -> (Option<Source>, Vec<Problem>) {
    import(yaml, None)
}

/// The same under a slug of the caller's choice, such as the stem of the file's name, for
/// YAML without an `id`.
#[must_use]
pub fn import_named(yaml: &str, slug: &str) -> (Option<Source>, Vec<Problem>) {
    import(yaml, Some(slug))
}

fn import(yaml: &str, slug: Option<&str>) -> (Option<Source>, Vec<Problem>) {
    let start = Place::start(FILE);
    if yaml.len() > FILE_BYTES {
        let what = format!("the file has {} bytes", yaml.len());
        return (
            None,
            vec![Problem::at(
                &start,
                what,
                format!("shorten it to {FILE_BYTES}"),
            )],
        );
    }
    let whole: Value = match serde_saphyr::from_str(yaml) {
        Ok(whole) => whole,
        Err(error) => {
            let place = error.location().map_or(start.clone(), |at| Place {
                file: FILE.to_owned(),
                line: usize::try_from(at.line()).unwrap_or(1),
                column: usize::try_from(at.column()).unwrap_or(1),
            });
            let what = format!("not YAML: {error}");
            return (None, vec![Problem::at(&place, what, "correct the line")]);
        }
    };
    if whole.get("quant").is_none() || whole.get("facts").is_none() {
        let what = "this is no case: `facts` and `quant` are missing";
        let mend = "use a file of the calibration shape";
        return (None, vec![Problem::at(&start, what, mend)]);
    }
    let quants = quants::read(&whole);
    let problems = quants.broken.iter().map(|broken| {
        Problem::at(
            &start,
            broken,
            "the stated result is kept; write the formula by hand",
        )
    });
    let problems = problems.collect();
    (Some(folder(&whole, slug, &quants)), problems)
}

fn folder(whole: &Value, slug: Option<&str>, quants: &quants::Quants) -> Source {
    let title = neutral::text(whole, "title");
    let slug = match (slug, neutral::text(whole, "id")) {
        (_, id) if !id.is_empty() => neutral::slug(&id),
        (Some(slug), _) => neutral::slug(slug),
        (None, _) => neutral::slug(&title),
    };
    let mut figures = quants.figures.clone();
    content::add_cells(whole, &mut figures);
    let fill = &figures;
    let numbers = quants.parameters_page();
    let file = |path: &str, text: String| (path.to_owned(), text);
    let files = vec![
        file("case.toml", overview::overview(whole, &slug, fill).text),
        file("prompt.md", overview::prompt(whole, fill)),
        file("notes.md", overview::notes(whole, fill)),
        file("debrief.md", overview::debrief(whole, fill)),
        file("numbers.toml", numbers.text),
        file("facts.toml", content::facts(whole, fill).text),
        file("structure.toml", content::structure(whole, fill).text),
        file("quant.toml", quants.page.text.clone()),
        file("exhibit.toml", content::exhibit(whole, fill).text),
        file("brainstorm.toml", content::brainstorm(whole, fill).text),
        file("synthesis.toml", content::synthesis(whole, fill).text),
        file("interview.toml", parts::parts(whole, quants, fill).text),
    ];
    Source { files }
}
