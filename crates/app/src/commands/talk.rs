//! One interview held over lines of text. The clock runs while the program waits for a line.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use casebook::{Case, Cell, Exhibit};
use interview::{At, Entry, Input, Interview, Output, Plan, Reader, Tree, TreeBranch};

use super::page::Page;
use super::record::Record;
use crate::figures::figure;
use crate::rooms::limits::TURNS;
use crate::rooms::{Line, RunningClock, Timepiece, Transcript, Who, words};
use crate::words::{format_words, minutes_planned, mode_words};
use crate::{clock, t, ta, tn};

/// The interview and everything around it.
pub(super) struct Talk {
    case: Arc<Case>,
    interview: Interview,
    reader: Reader,
    typed: mpsc::Receiver<String>,
    timepiece: Timepiece,
    clock: RunningClock,
    transcript: Transcript,
    entries: Vec<Entry>,
    turns: usize,
    record: Option<Record>,
}

/// What came first.
enum Heard {
    Line(String),
    Deadline,
    End,
}

/// What is said before the clock starts.
pub(super) fn greeting(case: &Case, plan: &Plan, kept: Option<&Path>) -> String {
    let kind = ta(
        "practice-kind",
        &[
            ("title", &case.title),
            ("format", &format_words(plan.format)),
            ("mode", &mode_words(plan.mode)),
            ("minutes", &minutes_planned(case).to_string()),
        ],
    );
    let program = match kept {
        Some(file) => ta(
            "practice-program-kept",
            &[("file", &file.display().to_string())],
        ),
        None => t("practice-program"),
    };
    format!("{kind}\n{program}\n{}", t("practice-commands"))
}

impl Talk {
    pub(super) fn new(
        case: Arc<Case>,
        plan: Plan,
        typed: mpsc::Receiver<String>,
        timepiece: Timepiece,
    ) -> Self {
        Self {
            interview: Interview::new(case.clone(), plan),
            reader: Reader::new(&case),
            transcript: Transcript::new(case.clone()),
            clock: RunningClock::standing(At(0)),
            case,
            typed,
            timepiece,
            entries: Vec::new(),
            turns: 0,
            record: None,
        }
    }

    /// The same talk, every turn of it kept in `record`.
    pub(super) fn kept_in(mut self, record: Option<Record>) -> Self {
        self.record = record;
        self
    }

    /// Talks until the interview is closed, and returns its journal.
    pub(super) fn hold(mut self, page: &mut Page<'_, impl Write>) -> anyhow::Result<Vec<Entry>> {
        self.clock.run(self.timepiece.ticks_ms());
        self.put(Input::Opened, page)?;
        while !self.interview.is_closed() {
            page.flush()?;
            let input = match self.hear() {
                Heard::Deadline => Some(Input::DeadlinePassed),
                Heard::End => Some(Input::Ended),
                Heard::Line(line) => self.input(&line, page)?,
            };
            if let Some(input) = input {
                self.put(input, page)?;
            }
        }
        Ok(self.entries)
    }

    fn hear(&self) -> Heard {
        let due = self
            .interview
            .deadline()
            .and_then(|at| self.clock.tick_of(at));
        let heard = match due {
            None => self
                .typed
                .recv()
                .map_err(|_| mpsc::RecvTimeoutError::Disconnected),
            Some(due) => {
                let left = due.saturating_sub(self.timepiece.ticks_ms());
                self.typed.recv_timeout(Duration::from_millis(left))
            }
        };
        match heard {
            Ok(line) => Heard::Line(line),
            Err(mpsc::RecvTimeoutError::Timeout) => Heard::Deadline,
            Err(mpsc::RecvTimeoutError::Disconnected) => Heard::End,
        }
    }

    /// A typed line as an input; `None` when it was a question to this program.
    fn input(
        &mut self,
        line: &str,
        page: &mut Page<'_, impl Write>,
    ) -> anyhow::Result<Option<Input>> {
        Ok(match line.trim() {
            "" => None,
            "/done" => Some(Input::Done),
            "/minute" => Some(Input::TookMinute),
            "/hint" => Some(Input::AskedHint),
            "/end" => Some(Input::Ended),
            "/tree" => self.tree(page)?,
            "/time" => {
                page.plain(&self.time())?;
                None
            }
            "/repeat" => self.said(&t("practice-repeat"), page)?,
            command if command.starts_with('/') => {
                page.plain(&t("practice-commands"))?;
                None
            }
            said => self.said(said, page)?,
        })
    }

    fn said(
        &mut self,
        text: &str,
        page: &mut Page<'_, impl Write>,
    ) -> anyhow::Result<Option<Input>> {
        match words::utterance(text) {
            Ok(text) => {
                let reading = Box::new(self.reader.read(self.interview.segment_for(&text), &text));
                Ok(self.turn(page)?.map(|turn| Input::Said {
                    turn,
                    text,
                    reading,
                }))
            }
            Err(refused) => {
                page.plain(&crate::rooms::Trouble::from(refused).words())?;
                Ok(None)
            }
        }
    }

    /// Reads rows until an empty line.
    fn tree(&mut self, page: &mut Page<'_, impl Write>) -> anyhow::Result<Option<Input>> {
        page.plain(&t("practice-tree"))?;
        page.flush()?;
        let rows: Vec<String> = self
            .typed
            .iter()
            .take_while(|row| !row.trim().is_empty())
            .collect();
        match words::tree(&outline(&rows)) {
            Ok(tree) => {
                let (text, reading) = self.reader.read_tree(&tree);
                let turn = self.turn(page)?;
                let reading = Box::new(reading);
                Ok(turn.map(|turn| Input::Presented {
                    turn,
                    tree,
                    text,
                    reading,
                }))
            }
            Err(refused) => {
                page.plain(&crate::rooms::Trouble::from(refused).words())?;
                Ok(None)
            }
        }
    }

    fn turn(&mut self, page: &mut Page<'_, impl Write>) -> anyhow::Result<Option<String>> {
        if self.turns >= TURNS {
            page.plain(&t("room-error-full"))?;
            return Ok(None);
        }
        self.turns += 1;
        Ok(Some(format!("line-{}", self.turns)))
    }

    fn time(&self) -> String {
        let at = self.clock.at(self.timepiece.ticks_ms());
        let view = self.interview.view(at);
        let part = view.current.map(|index| &view.parts[index]);
        let of = |used: u64, budget: u64| {
            format!("{} / {}", clock::minutes(used), clock::minutes(budget))
        };
        let whole = of(view.attempt_used_ms, view.attempt_budget_ms);
        match part {
            Some(part) => format!(
                "{} {}, {} {whole}",
                part.name,
                of(part.used_ms, part.budget_ms),
                t("room-whole-case")
            ),
            None => whole,
        }
    }

    fn put(&mut self, input: Input, page: &mut Page<'_, impl Write>) -> anyhow::Result<()> {
        let at = self.clock.at(self.timepiece.ticks_ms());
        let outputs = self.interview.handle(at, input.clone());
        let seq = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let entry = Entry {
            seq,
            at,
            input,
            outputs,
        };
        for line in self.transcript.lines(&entry) {
            // What was typed stands on the screen already.
            if !matches!(
                line,
                Line::Turn {
                    who: Who::Candidate,
                    ..
                }
            ) {
                page.line(&line)?;
            }
        }
        print_exhibits(&self.case, &entry, page)?;
        if let Some(record) = &mut self.record {
            record.add(&entry)?;
        }
        self.entries.push(entry);
        Ok(())
    }
}

/// The exhibits that this entry hands over, as tables.
pub(super) fn print_exhibits(
    case: &Case,
    entry: &Entry,
    page: &mut Page<'_, impl Write>,
) -> anyhow::Result<()> {
    for output in &entry.outputs {
        if let Output::Handed { exhibit } = output
            && let Some(exhibit) = case.exhibits.iter().find(|e| e.id == *exhibit)
        {
            page.head(&exhibit.title)?;
            page.table(&table(exhibit))?;
            if !exhibit.note.is_empty() {
                page.plain(&exhibit.note)?;
            }
            page.plain(&ta("practice-source", &[("source", &exhibit.source)]))?;
        }
    }
    Ok(())
}

/// Measures down, options across, so that a row has one unit.
fn table(exhibit: &Exhibit) -> Vec<Vec<String>> {
    let options = exhibit.rows.iter().map(|row| row.label.clone());
    let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(options).collect()];
    for (index, column) in exhibit.columns.iter().enumerate() {
        let unit = if column.unit.is_empty() {
            String::new()
        } else {
            format!(" ({})", column.unit)
        };
        let cells = exhibit.rows.iter().map(|row| match row.cells.get(index) {
            Some(Cell::Number(value)) => figure(value, column.places),
            Some(Cell::Text(text)) => text.clone(),
            Some(Cell::Empty) | None => String::new(),
        });
        rows.push(
            std::iter::once(format!("{}{unit}", column.label))
                .chain(cells)
                .collect(),
        );
    }
    rows
}

/// Indented lines as a tree: more indented than the line above is below it; `*` marks the branch
/// to test first.
fn outline(lines: &[String]) -> Tree {
    let mut rows = lines
        .iter()
        .map(|line| (line.len() - line.trim_start().len(), line.trim()))
        .peekable();
    Tree {
        branches: below(&mut rows, 0),
    }
}

fn below<'a>(
    rows: &mut std::iter::Peekable<impl Iterator<Item = (usize, &'a str)>>,
    least: usize,
) -> Vec<TreeBranch> {
    let mut branches = Vec::new();
    while let Some((indent, row)) = rows.next_if(|(indent, _)| *indent >= least) {
        let first = row.ends_with('*');
        let label = row.trim_end_matches('*').trim().to_owned();
        branches.push(TreeBranch {
            label,
            first,
            children: below(rows, indent + 1),
        });
    }
    branches
}

/// How many turns were taken, for the report's first line.
pub(super) fn turns_line(entries: &[Entry]) -> String {
    let said = |entry: &&Entry| matches!(entry.input, Input::Said { .. } | Input::Presented { .. });
    tn("practice-turns", entries.iter().filter(said).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::tree_rows;

    #[test]
    fn an_indented_outline_is_a_tree() {
        let lines = [
            "Demand",
            "  Cars",
            "  Share*",
            "Site *",
            "\tUtilisation",
            "\t\tPoints",
        ];
        let tree = outline(&lines.map(str::to_owned));
        let rows: Vec<String> = tree_rows(&tree)
            .into_iter()
            .map(|row| {
                format!(
                    "{} {}{}",
                    row.number,
                    row.label,
                    if row.first { " first" } else { "" }
                )
            })
            .collect();
        let expected = [
            "1 Demand",
            "1.1 Cars",
            "1.2 Share first",
            "2 Site first",
            "2.1 Utilisation",
            "2.1.1 Points",
        ];
        assert_eq!(rows, expected);
    }
}
