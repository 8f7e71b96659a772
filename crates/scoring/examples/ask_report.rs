//! Prints how graded questions are answered: `cargo run -p scoring --example ask_report -- FOLDER`.
//! FOLDER holds `cases/*.yaml` and `responses/*.jsonl`. Every question is asked in a room of its
//! own. A tool beside the product: it may read files and print.
#![expect(clippy::print_stdout, reason = "a command-line tool prints its result")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use casebook::{Authored, Case, Dimension, Format, SegmentKind};
use interview::{Act, At, Input, Interview, Mode, Output, Plan, Reader};
use scoring::gold::{Hits, Line, read_lines};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name the folder of answers")?);
    let show = arguments.next().unwrap_or_default();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for format in [Format::InterviewerLed, Format::CandidateLed] {
        for path in files(&folder.join("responses"), "jsonl")? {
            let (lines, _) = read_lines(&fs::read_to_string(&path)?);
            let slug = path.file_stem().unwrap_or_default().to_string_lossy();
            let case = Arc::new(case(&folder.join("cases").join(format!("{slug}.yaml")))?);
            let reader = Reader::new(&case);
            for line in lines {
                for (question, labels) in questions(&line) {
                    let act = ask(&case, &reader, format, &question);
                    let outcome = format!("{format:?}: {}", outcome(&case, &act, &labels));
                    if !show.is_empty() && outcome.contains(&show) {
                        println!("{slug} {act:?} {labels:?}\n    {question}");
                    }
                    *counts.entry(outcome).or_default() += 1;
                }
            }
        }
    }
    for (outcome, count) in counts {
        println!("{count:>5}  {outcome}");
    }
    Ok(())
}

/// The questions of a graded opening with the facts that graders saw in each.
fn questions(line: &Line) -> Vec<(String, Vec<String>)> {
    match &line.gold.hits {
        Some(Hits::ByQuestion(hits)) if !line.gold.gaming => {
            let asked = line.response.questions.iter().cloned();
            asked.zip(hits.iter().cloned()).collect()
        }
        _ => Vec::new(),
    }
}

/// What a question leads to: in the opening, or where the candidate chooses.
fn ask(case: &Arc<Case>, reader: &Reader, format: Format, question: &str) -> Vec<Act> {
    let mode = Mode::Learn;
    let plan = Plan {
        format,
        mode,
        timed: false,
        objective: String::new(),
        target: Dimension::Structure,
        rule: None,
    };
    let mut interview = Interview::new(Arc::clone(case), plan);
    let _ = interview.handle(At(0), Input::Opened);
    while format == Format::CandidateLed && !interview.view(At(0)).choosing {
        let _ = interview.handle(At(0), Input::Done);
    }
    let reading = Box::new(reader.read(interview.segment_for(question), question));
    let said = Input::Said {
        turn: "1".into(),
        text: question.to_owned(),
        reading,
    };
    let outputs = interview.handle(At(10_000), said);
    let acts = outputs.into_iter().filter_map(|output| match output {
        Output::Say { act, .. } => Some(act),
        _ => None,
    });
    acts.collect()
}

fn outcome(case: &Case, acts: &[Act], labels: &[String]) -> String {
    let known = if labels.is_empty() {
        "not in the case"
    } else {
        "in the case"
    };
    let is = |id: &String| labels.contains(id);
    let what = match acts.first() {
        Some(Act::GiveFacts { facts }) if facts.iter().any(is) => "its fact",
        Some(Act::GiveFacts { .. }) => "another fact",
        Some(Act::AskReason { fact } | Act::HoldBack { fact }) if is(fact) => "its fact, held",
        Some(Act::AskReason { .. } | Act::HoldBack { .. }) => "another fact, held",
        Some(Act::AskBack { item }) if is(item) => "asked back",
        Some(Act::AskBack { .. }) => "asked back about another",
        Some(Act::NoData { .. }) => "no data",
        Some(Act::MoveOn { segment }) => match case.segments.iter().find(|s| s.id == *segment) {
            Some(segment) if segment.kind == SegmentKind::Quant => "a calculation",
            _ => "another part",
        },
        Some(Act::HandOver { .. }) => "an exhibit",
        Some(Act::Redirect) => "redirected",
        Some(_) => "something else",
        None => "nothing",
    };
    format!("{known}: {what}")
}

fn case(path: &Path) -> Result<Case, Box<dyn Error>> {
    let slug = path.file_stem().unwrap_or_default().to_string_lossy();
    let (source, problems) = casebook::import_named(&fs::read_to_string(path)?, &slug);
    let source = source.ok_or_else(|| format!("{}: {problems:?}", path.display()))?;
    let (authored, problems) = Authored::parse(&source);
    let authored = authored.ok_or_else(|| format!("{}: {problems:?}", path.display()))?;
    Ok(authored.case(0)?)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    found.sort();
    Ok(found)
}
