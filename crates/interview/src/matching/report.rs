//! How well the matcher does on labelled single sentences (`item` and `utterance` lines), the
//! segment being known. Pure: takes the lines as text and returns figures.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::bank::Bank;
use super::fusion::SENTENCE_FLOOR;
use super::heard::{Cover, covers, pieces};
use super::items::{Item, ItemKind};
use crate::{Span, clauses};

/// One line of the file.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Line {
    Item(ItemLine),
    Utterance(UtteranceLine),
}

#[derive(Debug, Deserialize)]
struct ItemLine {
    case: String,
    item: String,
    phase: String,
    author: Vec<String>,
    #[serde(default)]
    extra: Vec<String>,
    #[serde(default)]
    keywords: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct UtteranceLine {
    case: String,
    id: String,
    phase: String,
    #[serde(default)]
    style: String,
    labels: Vec<String>,
    text: String,
}

/// What was made of one utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatchLine {
    /// Id of the utterance.
    pub id: String,
    /// How it was written: `plain`, `syn`, `near`, `contra`, ...
    pub style: String,
    /// Items that a careful reader sees.
    pub expected: Vec<String>,
    /// Items found, best first, with probability in thousandths.
    pub found: Vec<(String, u16)>,
}

/// Agreement with the labels; shares are in thousandths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MatchReport {
    /// Utterances read.
    pub utterances: usize,
    /// Of the items found, the share that is right.
    pub precision: u16,
    /// Of the items labelled, the share that is found.
    pub recall: u16,
    /// Harmonic mean of the two.
    pub f1: u16,
    /// The same for "covers nothing".
    pub none_f1: u16,
    /// Utterances that contradict an item.
    pub contradictions: usize,
    /// Of those, how many were credited with something.
    pub contradictions_accepted: usize,
    /// Utterance by utterance.
    pub lines: Vec<MatchLine>,
}

/// Reads the lines of `jsonl`, matches every utterance and compares.
///
/// # Errors
/// Names the first line that cannot be read.
pub fn match_report(jsonl: &str) -> Result<MatchReport, String> {
    let (items, utterances) = parse(jsonl)?;
    let mut banks = BTreeMap::new();
    for (case, items) in items {
        banks.insert(case, Bank::new(items));
    }
    let empty = Bank::new(Vec::new());
    let lines = utterances.iter().map(|line| {
        let bank = banks.get(&line.case).unwrap_or(&empty);
        match_line(bank, line)
    });
    Ok(summary(lines.collect()))
}

/// The lines of a file, items by case.
type Parsed = (BTreeMap<String, Vec<Item>>, Vec<UtteranceLine>);

fn parse(jsonl: &str) -> Result<Parsed, String> {
    let mut items: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    let mut utterances = Vec::new();
    for (at, text) in jsonl
        .lines()
        .enumerate()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        let line = serde_json::from_str(text).map_err(|e| {
            format!(
                "line {}: not an item or an utterance ({e}); see docs/decisions/001-matcher.md",
                at + 1
            )
        })?;
        match line {
            Line::Item(line) => items.entry(line.case.clone()).or_default().push(item(line)),
            Line::Utterance(line) => utterances.push(line),
        }
    }
    Ok((items, utterances))
}

fn item(line: ItemLine) -> Item {
    Item {
        id: line.item,
        kind: kind(&line.phase),
        home: line.phase,
        under: String::new(),
        phrasings: line.author.into_iter().chain(line.extra).collect(),
        keywords: line.keywords,
        require: Vec::new(),
        contradicts: Vec::new(),
        answers: Vec::new(),
    }
}

fn kind(phase: &str) -> ItemKind {
    match phase {
        "framework" | "structure" => ItemKind::Branch,
        "insight" | "exhibit" => ItemKind::Insight,
        "brainstorm" => ItemKind::Idea,
        "synthesis" => ItemKind::Point,
        _ => ItemKind::Fact,
    }
}

/// A labelled sentence with the evidence for every item of its segment.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledSentence {
    /// Case of the sentence.
    pub case: String,
    /// Kind of the items in question.
    pub kind: ItemKind,
    /// Per item: whether a careful reader sees it, and the evidence.
    pub items: Vec<(bool, Cover)>,
}

/// The sentences of `jsonl` with all evidence, for fitting weights.
///
/// # Errors
/// Names the first line that cannot be read.
pub fn labelled_sentences(jsonl: &str) -> Result<Vec<LabelledSentence>, String> {
    let (items, utterances) = parse(jsonl)?;
    let banks: BTreeMap<String, Bank> = items
        .into_iter()
        .map(|(case, items)| (case, Bank::new(items)))
        .collect();
    let weighed = utterances.iter().filter_map(|line| {
        let bank = banks.get(&line.case)?;
        let named = |cover: Cover| (line.labels.contains(&bank.items()[cover.item].id), cover);
        Some(LabelledSentence {
            case: line.case.clone(),
            kind: kind(&line.phase),
            items: line_covers(bank, line, 0).into_iter().map(named).collect(),
        })
    });
    Ok(weighed.collect())
}

fn line_covers(bank: &Bank, line: &UtteranceLine, floor: u16) -> Vec<Cover> {
    let kind = kind(&line.phase);
    let whole = Span {
        start: 0,
        end: line.text.len(),
    };
    let pieces = pieces(&clauses::cut(&line.text), whole);
    covers(bank, &line.text, &pieces, floor, |item| item.kind == kind)
}

fn match_line(bank: &Bank, line: &UtteranceLine) -> MatchLine {
    let found = line_covers(bank, line, SENTENCE_FLOOR);
    let credited = found.iter().filter(|cover| !cover.opposite);
    let found = credited.map(|cover| (bank.items()[cover.item].id.clone(), cover.permille));
    MatchLine {
        id: line.id.clone(),
        style: line.style.clone(),
        expected: line.labels.clone(),
        found: found.collect(),
    }
}

fn summary(lines: Vec<MatchLine>) -> MatchReport {
    let mut items = Tally::default();
    let mut none = Tally::default();
    let (mut contradictions, mut accepted) = (0, 0);
    for line in &lines {
        let expected: BTreeSet<&str> = line.expected.iter().map(String::as_str).collect();
        let found: BTreeSet<&str> = line.found.iter().map(|(id, _)| id.as_str()).collect();
        items.right += expected.intersection(&found).count();
        items.found += found.len();
        items.expected += expected.len();
        none.right += usize::from(expected.is_empty() && found.is_empty());
        none.found += usize::from(found.is_empty());
        none.expected += usize::from(expected.is_empty());
        if line.style == "contra" {
            contradictions += 1;
            accepted += usize::from(!found.is_empty());
        }
    }
    MatchReport {
        utterances: lines.len(),
        precision: permille(items.right, items.found),
        recall: permille(items.right, items.expected),
        f1: items.f1(),
        none_f1: none.f1(),
        contradictions,
        contradictions_accepted: accepted,
        lines,
    }
}

/// Counts from which precision, recall and their mean follow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Found and expected.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Expected.
    pub expected: usize,
}

impl Tally {
    /// Harmonic mean of precision and recall, in thousandths; 0 when nothing was found or expected.
    #[must_use]
    pub(crate) fn f1(self) -> u16 {
        permille(2 * self.right, self.found + self.expected)
    }
}

fn permille(part: usize, whole: usize) -> u16 {
    let share = (part * 1000 + whole / 2).checked_div(whole).unwrap_or(0);
    u16::try_from(share).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"
{"kind":"item","case":"a","item":"c1","phase":"clarify","author":["Asks who the competitors are"],"extra":["are there rivals"],"keywords":["competitor"]}
{"kind":"item","case":"a","item":"c2","phase":"clarify","author":["Asks about ticket price"],"extra":["what do people pay"],"keywords":["price"]}
{"kind":"item","case":"a","item":"c3","phase":"clarify","author":["Asks about fuel"],"extra":["is kerosene hedged"],"keywords":["fuel"]}
{"kind":"utterance","case":"a","id":"u1","phase":"clarify","style":"plain","labels":["c1"],"text":"Who are the competitors?"}
{"kind":"utterance","case":"a","id":"u2","phase":"clarify","style":"near","labels":[],"text":"Thank you very much"}
"#;

    #[test]
    fn a_right_hit_and_a_right_none_give_full_marks() {
        let report = match_report(LINES).expect("lines in shape");
        assert_eq!(
            (report.f1, report.none_f1, report.utterances),
            (1000, 1000, 2)
        );
        assert_eq!(report.lines[0].found[0].0, "c1");
    }

    #[test]
    fn a_broken_line_is_named() {
        let problem = match_report("\n{\"kind\":\"item\"}").expect_err("fields are missing");
        assert!(problem.starts_with("line 2: "), "{problem}");
    }
}
