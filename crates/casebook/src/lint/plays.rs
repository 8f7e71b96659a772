//! The three scripted attempts are there, are for this case, and fill in at the seeds tried.

use crate::source::Place;
use crate::template::Template;

use super::{Lint, seeds_in_words};

/// The plays of every case.
const WANTED: &[&str] = &["strong", "weak", "silent"];

/// The last seed at which a play must fill in.
const LAST_SEED: u64 = 20;

pub(super) fn check(lint: &Lint<'_>) {
    for name in WANTED {
        let path = format!("plays/{name}.play");
        match lint.authored.source.text(&path) {
            Some(text) => each(lint, &path, text),
            None => lint.problem(
                &Place::start(&path),
                "the play is missing",
                "script an attempt, with {names} for figures",
            ),
        }
    }
}

fn each(lint: &Lint<'_>, path: &str, text: &str) {
    let start = Place::start(path);
    let header = format!("case {}", lint.authored.slug());
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let ours = first.and_then(|line| line.trim().strip_prefix(&header));
    if !ours.is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ' '])) {
        let mend = format!("begin it with `{header}, interviewer led, learn, seed 0`");
        lint.problem(&start, "the play is for no case, or for another", mend);
    }
    let template = match Template::read(text) {
        Ok(template) => template,
        Err(flaw) => {
            lint.problem(&start.inside(text, flaw.at), flaw.what, flaw.mend);
            return;
        }
    };
    let mut seeds = Vec::new();
    let mut first = None;
    for set in lint.sets.there.iter().filter(|set| set.seed <= LAST_SEED) {
        if let Err(flaw) = template.fill(&set.values, "") {
            first = first.or(Some(flaw));
            seeds.push(set.seed);
        }
    }
    if let Some(flaw) = first {
        let what = format!("{} in {}", flaw.what, seeds_in_words(&seeds));
        lint.problem(&start.inside(text, flaw.at), what, flaw.mend);
    }
}
