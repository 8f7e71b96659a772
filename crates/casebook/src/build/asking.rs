//! What a candidate may ask for and how the question may be laid out.

use crate::document::Value;
use crate::{Alternative, Branch, Decoy, Fact, Release, Structure, Weight};

use super::Fields;

pub(super) fn facts(fields: &Fields<'_>) -> Vec<Fact> {
    let each = |fact: Fields<'_>| {
        let made = Fact {
            id: fact.text("id"),
            label: fact.text("label"),
            answer: fact.text("answer"),
            weight: fact.word("weight", Weight::Standard),
            release: fact.word("release", Release::OnRequest),
            reads: fact.reads(),
        };
        fact.done();
        made
    };
    fields.children("fact").into_iter().map(each).collect()
}

pub(super) fn decoys(fields: &Fields<'_>) -> Vec<Decoy> {
    let each = |decoy: Fields<'_>| {
        let made = Decoy {
            id: decoy.text("id"),
            label: decoy.text("label"),
            reply: decoy.text_or("reply", ""),
            reads: decoy.reads(),
        };
        decoy.done();
        made
    };
    fields.children("decoy").into_iter().map(each).collect()
}

pub(super) fn structure(fields: &Fields<'_>) -> Structure {
    let Some(inner) = fields.children("structure").into_iter().next() else {
        let mend = "add [structure] with crux, test_first and [[structure.branch]]";
        fields
            .build
            .problem(fields.place, "`structure` is missing", mend);
        return Structure {
            branches: Vec::new(),
            alternatives: Vec::new(),
            test_first: Vec::new(),
            crux: String::new(),
        };
    };
    let structure = Structure {
        branches: inner.children("branch").into_iter().map(branch).collect(),
        alternatives: inner
            .children("alternative")
            .into_iter()
            .map(alternative)
            .collect(),
        test_first: inner.texts("test_first"),
        crux: inner.text("crux"),
    };
    inner.node("guard");
    inner.done();
    structure
}

fn branch(fields: Fields<'_>) -> Branch {
    let made = Branch {
        id: fields.text("id"),
        label: fields.text("label"),
        weight: fields.word("weight", Weight::Standard),
        why: fields.text_or("why", ""),
        reads: fields.reads(),
        children: fields.children("branch").into_iter().map(branch).collect(),
    };
    fields.done();
    made
}

fn alternative(fields: Fields<'_>) -> Alternative {
    let branches = fields.children("branch").into_iter().map(|branch| {
        let made = (branch.text("label"), branch.texts("covers"));
        branch.done();
        made
    });
    let made = Alternative {
        branches: branches.collect(),
        label: fields.text("label"),
    };
    if let Some(node) = fields.node("branch")
        && !matches!(node.value, Value::List(_))
    {
        fields.build.problem(
            &node.place,
            "`branch` is no list",
            "write [[structure.alternative.branch]]",
        );
    }
    fields.done();
    made
}
