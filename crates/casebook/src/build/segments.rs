//! The parts of a case in playing order, with their time, hints and samples.

use crate::{Brainstorm, Exhibit, Quant, Samples, Segment, SegmentKind};

use super::Fields;

/// Words the interviewer opens with where the author gives none.
const CLARIFY: &str = "Before you plan, is there anything you would like to ask?";
const STRUCTURE: &str = "How would you approach this? Take a moment, then walk me through it.";
const SYNTHESIS: &str = "The client is on the way. What do you recommend?";

/// What a segment is when the author says nothing about it.
struct Usual {
    kind: SegmentKind,
    name: &'static str,
    opener: String,
}

/// The authored segments in their order, then any part that none of them names, so that no
/// question is ever left out of play.
pub(super) fn all(
    fields: &Fields<'_>,
    quants: &[Quant],
    exhibits: &[Exhibit],
    brainstorms: &[Brainstorm],
) -> Vec<Segment> {
    let mut left = usual(quants, exhibits, brainstorms);
    let mut made = Vec::new();
    for inner in fields.children("segment") {
        let id = inner.text("id");
        let Some(at) = left.iter().position(|(known, _)| *known == id) else {
            let known: Vec<_> = left.iter().map(|(id, _)| id.as_str()).collect();
            let mend = format!("use one of: {}", known.join(", "));
            inner
                .build
                .problem(inner.place, format!("segment `{id}` asks nothing"), mend);
            continue;
        };
        let (id, usual) = left.remove(at);
        made.push(authored(inner, id, usual));
    }
    let rest = left.into_iter().map(|(id, usual)| Segment {
        id,
        kind: usual.kind,
        name: usual.name.to_owned(),
        budget_secs: 60 * minutes(usual.kind),
        opener: usual.opener,
        hints: Vec::new(),
        samples: Samples::default(),
    });
    made.extend(rest);
    made
}

fn authored(fields: Fields<'_>, id: String, usual: Usual) -> Segment {
    let seconds = 60 * fields.whole("minutes", minutes(usual.kind));
    let inner = fields.children("samples").into_iter().next();
    let samples = inner.map_or_else(Samples::default, |inner| {
        let made = Samples {
            one: inner.text_or("one", ""),
            three: inner.text_or("three", ""),
            five: inner.text_or("five", ""),
        };
        inner.also(&["guard"]);
        inner.done();
        made
    });
    let made = Segment {
        id,
        kind: usual.kind,
        name: fields.text_or("name", usual.name),
        budget_secs: fields.whole("seconds", seconds),
        opener: fields.text_or("opener", &usual.opener),
        hints: fields.texts("hints"),
        samples,
    };
    fields.also(&["guard"]);
    fields.done();
    made
}

fn usual(
    quants: &[Quant],
    exhibits: &[Exhibit],
    brainstorms: &[Brainstorm],
) -> Vec<(String, Usual)> {
    let part = |id: &str, kind, name, opener: &str| {
        let opener = opener.to_owned();
        (id.to_owned(), Usual { kind, name, opener })
    };
    let mut found = vec![
        part("clarify", SegmentKind::Clarify, "Clarify", CLARIFY),
        part("structure", SegmentKind::Structure, "Structure", STRUCTURE),
    ];
    found.extend(
        quants
            .iter()
            .map(|q| part(&q.id, SegmentKind::Quant, "Numbers", &q.question)),
    );
    let shown = exhibits
        .iter()
        .filter(|exhibit| !exhibit.question.is_empty());
    found.extend(shown.map(|e| part(&e.id, SegmentKind::Exhibit, "Exhibit", &e.question)));
    let ideas = brainstorms.iter();
    found.extend(ideas.map(|b| part(&b.id, SegmentKind::Brainstorm, "Ideas", &b.question)));
    found.push(part(
        "synthesis",
        SegmentKind::Synthesis,
        "Advice",
        SYNTHESIS,
    ));
    found
}

/// Minutes of a part in a case of about half an hour.
pub(crate) fn minutes(kind: SegmentKind) -> u32 {
    match kind {
        SegmentKind::Clarify | SegmentKind::Synthesis => 3,
        SegmentKind::Structure => 7,
        SegmentKind::Quant => 6,
        SegmentKind::Exhibit | SegmentKind::Brainstorm => 5,
    }
}
