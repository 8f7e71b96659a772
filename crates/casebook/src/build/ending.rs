//! Ideas, the recommendation and challenges.

use crate::{
    Brainstorm, Idea, IdeaGroup, Insight, InsightKind, Point, PointRole, Pushback, PushbackKind,
    Synthesis,
};

use super::Fields;

pub(super) fn brainstorms(fields: &Fields<'_>) -> Vec<Brainstorm> {
    let each = |fields: Fields<'_>| {
        let made = Brainstorm {
            id: fields.text("id"),
            question: fields.text("question"),
            groups: fields.children("group").into_iter().map(group).collect(),
        };
        fields.done();
        made
    };
    fields
        .children("brainstorm")
        .into_iter()
        .map(each)
        .collect()
}

fn group(fields: Fields<'_>) -> IdeaGroup {
    let made = IdeaGroup {
        id: fields.text("id"),
        label: fields.text("label"),
        reads: fields.reads(),
        ideas: fields.children("idea").into_iter().map(idea).collect(),
    };
    fields.done();
    made
}

fn idea(fields: Fields<'_>) -> Idea {
    let made = Idea {
        id: fields.text("id"),
        label: fields.text("label"),
        original: fields.flag("original"),
        reads: fields.reads(),
    };
    fields.done();
    made
}

pub(super) fn synthesis(fields: &Fields<'_>) -> Synthesis {
    let Some(inner) = fields.children("synthesis").into_iter().next() else {
        let mend = "add [synthesis] with recommendation, sample, points, risks and next steps";
        fields
            .build
            .problem(fields.place, "`synthesis` is missing", mend);
        return Synthesis {
            recommendation: String::new(),
            points: Vec::new(),
            risks: Vec::new(),
            next_steps: Vec::new(),
            sample: String::new(),
        };
    };
    let synthesis = Synthesis {
        recommendation: inner.text("recommendation"),
        points: inner.children("point").into_iter().map(point).collect(),
        risks: inner.children("risk").into_iter().map(remark).collect(),
        next_steps: inner
            .children("next_step")
            .into_iter()
            .map(remark)
            .collect(),
        sample: inner.text_or("sample", ""),
    };
    inner.node("guard");
    inner.done();
    synthesis
}

fn point(fields: Fields<'_>) -> Point {
    let made = Point {
        id: fields.text("id"),
        text: fields.text("text"),
        role: fields.word("role", PointRole::Reason),
        reads: fields.reads(),
    };
    fields.done();
    made
}

fn remark(fields: Fields<'_>) -> Insight {
    let made = Insight {
        id: fields.text("id"),
        text: fields.text("text"),
        kind: InsightKind::Secondary,
        reads: fields.reads(),
        code: None,
    };
    fields.done();
    made
}

pub(super) fn pushbacks(fields: &Fields<'_>) -> Vec<Pushback> {
    let each = |fields: Fields<'_>| {
        let made = Pushback {
            id: fields.text("id"),
            segment: fields.text("segment"),
            target: fields.text_or("target", ""),
            kind: fields.word("kind", PushbackKind::Logic),
            aims_at_right: fields.flag("aims_at_right"),
            line: fields.text("line"),
        };
        fields.also(&["guard"]);
        fields.done();
        made
    };
    fields.children("pushback").into_iter().map(each).collect()
}
