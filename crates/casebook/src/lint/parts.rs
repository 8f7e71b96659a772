//! The parts without which a case is not published.

use crate::source::Place;
use crate::{Case, Exhibit, INDUSTRIES, InsightKind, PointRole, Quant, TOPICS};

use super::Lint;

/// Ways to say what a result means, over all consequences of a question.
const CONSEQUENCES: usize = 3;

/// Groups of ideas: with one there is nothing to sort them into.
const GROUPS: usize = 2;

pub(super) fn check(lint: &Lint<'_>) {
    let case = &lint.case;
    overview(lint, case);
    known(lint, case);
    structure(lint, case);
    for quant in &case.quants {
        self::quant(lint, quant);
    }
    for exhibit in &case.exhibits {
        self::exhibit(lint, exhibit);
    }
    ending(lint, case);
}

/// Notes a part that is not there.
fn want(lint: &Lint<'_>, file: &str, there: bool, what: &str, mend: &str) {
    if !there {
        lint.problem(&Place::start(file), what, mend);
    }
}

fn overview(lint: &Lint<'_>, case: &Case) {
    let texts = [
        ("case.toml", "title", &case.title),
        ("case.toml", "client", &case.client),
        ("case.toml", "teaser", &case.teaser),
        ("case.toml", "trains", &case.trains),
        ("case.toml", "region", &case.region),
        ("case.toml", "author", &case.author),
        ("case.toml", "licence", &case.licence),
        ("case.toml", "objective.text", &case.objective.text),
        ("case.toml", "objective.metric", &case.objective.metric),
        ("case.toml", "objective.target", &case.objective.target),
        ("case.toml", "objective.horizon", &case.objective.horizon),
        ("case.toml", "twist", &case.twist),
        ("structure.toml", "crux", &case.structure.crux),
        ("synthesis.toml", "sample", &case.synthesis.sample),
        ("prompt.md", "prompt", &case.prompt),
        ("notes.md", "notes", &case.notes),
        ("debrief.md", "debrief", &case.debrief),
    ];
    for (file, key, text) in texts {
        let what = format!("`{key}` is empty");
        want(lint, file, !text.trim().is_empty(), &what, "write it");
    }
    let related = !case.related.is_empty();
    let mend = "add related = [\"slug\"]: another context of the same type, or another difficulty";
    want(lint, "case.toml", related, "no related case", mend);
    let both = case.formats.len() == 2;
    let mend = "write formats = [\"interviewer-led\", \"candidate-led\"]";
    want(
        lint,
        "case.toml",
        both,
        "a case is played in both formats",
        mend,
    );
}

fn known(lint: &Lint<'_>, case: &Case) {
    let slugs = |list: &[(&str, &str)]| {
        let slugs: Vec<_> = list.iter().map(|(slug, _)| *slug).collect();
        slugs.join(", ")
    };
    if !INDUSTRIES.iter().any(|(slug, _)| *slug == case.industry) {
        let what = format!("industry `{}` is not known", case.industry);
        let mend = format!("use one of: {}", slugs(INDUSTRIES));
        want(lint, "case.toml", false, &what, &mend);
    }
    want(
        lint,
        "case.toml",
        !case.topics.is_empty(),
        "no topic",
        "add topics = [\"market-entry\"]",
    );
    for topic in &case.topics {
        if !TOPICS.iter().any(|(slug, _)| slug == topic) {
            let what = format!("topic `{topic}` is not known");
            let mend = format!("use one of: {}", slugs(TOPICS));
            want(lint, "case.toml", false, &what, &mend);
        }
    }
}

fn structure(lint: &Lint<'_>, case: &Case) {
    let file = "structure.toml";
    let structure = &case.structure;
    want(
        lint,
        "facts.toml",
        !case.facts.is_empty(),
        "no fact",
        "add [[fact]] tables",
    );
    let branches = !structure.branches.is_empty();
    want(
        lint,
        file,
        branches,
        "no branch",
        "add [[structure.branch]] tables",
    );
    let first = !structure.test_first.is_empty();
    want(
        lint,
        file,
        first,
        "`test_first` is empty",
        "name the branches worth testing first",
    );
    let mend = "add [[structure.alternative]] with a label and branches that cover reference ids";
    let other = !structure.alternatives.is_empty();
    want(lint, file, other, "no acceptable other structure", mend);
}

fn quant(lint: &Lint<'_>, quant: &Quant) {
    let file = "quant.toml";
    let name = |what: &str| format!("quant `{}` {what}", quant.id);
    let parts = [
        (
            quant.given.is_empty(),
            "is given no numbers",
            "add given = [\"cars\"]",
        ),
        (
            quant.steps.is_empty(),
            "has no steps",
            "add [[quant.step]] tables",
        ),
        (
            quant.asked.is_empty(),
            "asks for no number",
            "add [[quant.asked]]",
        ),
        (
            quant.traps.is_empty(),
            "has no traps",
            "add [[quant.trap]] tables",
        ),
    ];
    for (missing, what, mend) in parts {
        want(lint, file, !missing, &name(what), mend);
    }
    let ways: usize = quant
        .consequences
        .iter()
        .map(|consequence| 1 + consequence.reads.phrasings.len())
        .sum();
    let mend = "add [[quant.consequence]] tables, or phrasings";
    let what = name("says what its result means in fewer than three ways");
    want(lint, file, ways >= CONSEQUENCES, &what, mend);
}

fn exhibit(lint: &Lint<'_>, exhibit: &Exhibit) {
    let file = "exhibit.toml";
    let name = |what: &str| format!("exhibit `{}` {what}", exhibit.id);
    let kind = |kind| exhibit.insights.iter().any(|insight| insight.kind == kind);
    let parts = [
        (
            exhibit.title.is_empty(),
            "has no title",
            "add title = \"...\", neutral",
        ),
        (
            exhibit.action_title.is_empty(),
            "has no action title",
            "add action_title: its message",
        ),
        (
            exhibit.units.is_empty(),
            "has no units",
            "add units: what a row or the whole is measured in",
        ),
        (
            exhibit.source.is_empty(),
            "has no source",
            "add source = \"...\"",
        ),
        (exhibit.rows.is_empty(), "has no rows", "add rows"),
        (
            !kind(InsightKind::Essential),
            "has no essential insight",
            "mark one kind = \"essential\"",
        ),
        (
            !kind(InsightKind::Misreading),
            "has no misreading",
            "add an insight of kind = \"misreading\" with its code",
        ),
    ];
    for (missing, what, mend) in parts {
        want(lint, file, !missing, &name(what), mend);
    }
}

fn ending(lint: &Lint<'_>, case: &Case) {
    let file = "synthesis.toml";
    for brainstorm in &case.brainstorms {
        let what = format!("`{}` has fewer than two groups", brainstorm.id);
        let enough = brainstorm.groups.len() >= GROUPS;
        want(
            lint,
            "brainstorm.toml",
            enough,
            &what,
            "sort the ideas into groups",
        );
    }
    let synthesis = &case.synthesis;
    let role = |role| synthesis.points.iter().any(|point| point.role == role);
    let parts = [
        (
            case.quants.is_empty(),
            "no calculation question",
            "add [[quant]]",
        ),
        (case.exhibits.is_empty(), "no exhibit", "add [[exhibit]]"),
        (
            case.brainstorms.is_empty(),
            "no idea question",
            "add [[brainstorm]]",
        ),
        (
            !role(PointRole::Answer),
            "no point is the answer",
            "mark one role = \"answer\"",
        ),
        (
            !role(PointRole::Reason),
            "no point is a reason",
            "add [[synthesis.point]]",
        ),
        (
            synthesis.risks.is_empty(),
            "no risk",
            "add [[synthesis.risk]]",
        ),
        (
            synthesis.next_steps.is_empty(),
            "no next step",
            "add [[synthesis.next_step]]",
        ),
    ];
    for (missing, what, mend) in parts {
        want(lint, file, !missing, what, mend);
    }
}
