//! The transcript as people read it, had from journal entries alone: a live page and a reload
//! fold the same entries and show the same list items. Knows no interview and no clock.

use std::sync::Arc;

use askama::Template;
use casebook::Case;
use interview::{At, Clock, CloseCause, Entry, GapCause, Input, Output, Tree, TreeBranch};

use super::frames::{Laid, Shown};
use super::limits::GAP_SHOWN_MS;
use crate::clock::{minutes, span};
use crate::exhibits::{Style, exhibit_html};
use crate::{t, t1, ta};

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The program.
    Interviewer,
    /// The person.
    Candidate,
}

/// One list item of the transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A part begins.
    Part {
        /// Running clock, `13:20`.
        at: String,
        /// `Part 3. Market size`.
        text: String,
        /// Whether it is the first, which has no rule above it.
        first: bool,
    },
    /// Somebody speaks.
    Turn {
        /// Place to link to, `t-1320`.
        id: String,
        /// Running clock.
        at: String,
        /// Who.
        who: Who,
        /// Whether the line above is by the same speaker, so that the name is not repeated.
        same: bool,
        /// Paragraphs.
        text: Vec<String>,
        /// Rows of a presented tree: level from 0, number, label, marked "test first".
        rows: Vec<Row>,
    },
    /// Something happened.
    Stage {
        /// Running clock.
        at: String,
        /// What.
        text: String,
    },
}

/// A row of a presented tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// 0 for a first-level branch.
    pub level: usize,
    /// `2.1`.
    pub number: String,
    /// As written.
    pub label: String,
    /// Marked "test first".
    pub first: bool,
}

#[derive(Template)]
#[template(path = "room_lines.html")]
struct Lines<'a> {
    lines: &'a [Line],
}

/// Folds entries into lines. Feed every entry once, in order.
#[derive(Debug, Clone)]
pub struct Transcript {
    case: Arc<Case>,
    speaker: Option<Who>,
    minute_from: Option<At>,
    /// Last turn's id and how many turns share it.
    last_id: (String, u32),
    exhibits: usize,
}

impl Transcript {
    /// Before the first entry.
    #[must_use]
    pub fn new(case: Arc<Case>) -> Self {
        Self {
            case,
            speaker: None,
            minute_from: None,
            last_id: (String::new(), 0),
            exhibits: 0,
        }
    }

    /// The entry as the page shows it, and the exhibits it lays on the desk.
    pub fn push(&mut self, entry: &Entry) -> (Shown, Vec<Laid>) {
        let lines = self.lines(entry);
        let html = match lines.as_slice() {
            [] => String::new(),
            lines => Lines { lines }.render().unwrap_or_default(),
        };
        (
            Shown {
                seq: entry.seq,
                html,
                said: said(entry),
            },
            self.laid(entry),
        )
    }

    /// The entry as lines.
    pub fn lines(&mut self, entry: &Entry) -> Vec<Line> {
        let mut lines: Vec<Line> = self.of_input(entry.at, &entry.input).into_iter().collect();
        for output in &entry.outputs {
            lines.extend(self.of_output(entry.at, output));
        }
        lines
    }

    fn of_input(&mut self, at: At, input: &Input) -> Option<Line> {
        match input {
            Input::Said { text, .. } => Some(self.turn(at, Who::Candidate, text)),
            Input::Presented { tree, .. } => {
                let mut turn = self.turn(at, Who::Candidate, &t("room-tree-presented"));
                if let Line::Turn { rows, .. } = &mut turn {
                    *rows = tree_rows(tree);
                }
                Some(turn)
            }
            Input::Resumed { gap_ms, cause } if *gap_ms >= GAP_SHOWN_MS => {
                let key = match cause {
                    GapCause::Away => "room-gap-away",
                    GapCause::ServerDown => "room-gap-server",
                };
                Some(self.stage(at, t1(key, "span", span(*gap_ms))))
            }
            Input::Done => Some(self.stage(at, t("room-stage-done"))),
            _ => None,
        }
    }

    fn of_output(&mut self, at: At, output: &Output) -> Option<Line> {
        match output {
            Output::Entered { segment } => Some(self.part(at, segment)),
            Output::Say { text, .. } => Some(self.turn(at, Who::Interviewer, text)),
            Output::Handed { exhibit } => {
                let title = self
                    .case
                    .exhibits
                    .iter()
                    .find(|e| e.id == *exhibit)
                    .map(|e| &e.title);
                let title = title.map_or("", String::as_str);
                Some(self.stage(at, t1("room-stage-handed", "title", title)))
            }
            Output::Warned { clock, over } => Some(self.stage(at, warning(*clock, *over))),
            Output::Minute { running: true } => {
                self.minute_from = Some(at);
                None
            }
            Output::Minute { running: false } => {
                let from = self.minute_from.take().unwrap_or(at);
                let used = (at.0 - from.0.min(at.0)).div_ceil(1000).to_string();
                Some(self.stage(from, t1("room-stage-minute", "seconds", used)))
            }
            Output::Closed { cause } => Some(self.stage(at, closing(*cause))),
        }
    }

    fn part(&mut self, at: At, segment: &str) -> Line {
        self.speaker = None;
        let place = self.case.segments.iter().position(|s| s.id == segment);
        let name = place.map_or("", |p| self.case.segments[p].name.as_str());
        let number = place.map_or(0, |p| p + 1);
        let text = ta(
            "room-part",
            &[("number", &number.to_string()), ("name", name)],
        );
        Line::Part {
            at: minutes(at.0),
            text,
            first: number == 1,
        }
    }

    fn turn(&mut self, at: At, who: Who, text: &str) -> Line {
        let same = self.speaker.replace(who) == Some(who);
        let text = text
            .split("\n\n")
            .map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|p| !p.is_empty())
            .collect();
        Line::Turn {
            id: self.id(at),
            at: minutes(at.0),
            who,
            same,
            text,
            rows: Vec::new(),
        }
    }

    fn stage(&mut self, at: At, text: String) -> Line {
        self.speaker = None;
        Line::Stage {
            at: minutes(at.0),
            text,
        }
    }

    /// Turns of one second get `t-1320`, `t-1320-2`, ...
    fn id(&mut self, at: At) -> String {
        let base = format!("t-{:02}{:02}", at.0 / 60_000, at.0 / 1000 % 60);
        let (last, count) = &mut self.last_id;
        if *last == base {
            *count += 1;
            return format!("{base}-{count}");
        }
        self.last_id = (base.clone(), 1);
        base
    }

    fn laid(&mut self, entry: &Entry) -> Vec<Laid> {
        let mut laid = Vec::new();
        for output in &entry.outputs {
            let Output::Handed { exhibit } = output else {
                continue;
            };
            if let Some(exhibit) = self.case.exhibits.iter().find(|e| e.id == *exhibit) {
                self.exhibits += 1;
                let html = exhibit_html(exhibit, self.exhibits, Style::Room, Some(entry.at));
                laid.push(Laid {
                    id: exhibit.id.clone(),
                    html,
                });
            }
        }
        laid
    }
}

/// What a screen reader is told of an entry.
fn said(entry: &Entry) -> String {
    let words: Vec<String> = entry
        .outputs
        .iter()
        .filter_map(|output| match output {
            Output::Say { text, .. } => Some(ta("room-said", &[("words", text)])),
            Output::Warned { clock, over } => Some(warning(*clock, *over)),
            Output::Closed { cause } => Some(closing(*cause)),
            _ => None,
        })
        .collect();
    words.join(" ")
}

fn warning(clock: Clock, over: bool) -> String {
    t(match (clock, over) {
        (Clock::Segment, false) => "room-warn-part",
        (Clock::Segment, true) => "room-over-part",
        (Clock::Attempt, false) => "room-warn-case",
        (Clock::Attempt, true) => "room-over-case",
    })
}

fn closing(cause: CloseCause) -> String {
    t(match cause {
        CloseCause::Finished => "room-closed-finished",
        CloseCause::EndedEarly => "room-closed-early",
        CloseCause::TimeUp => "room-closed-time",
        CloseCause::Abandoned => "room-closed-abandoned",
    })
}

/// The tree as numbered rows.
#[must_use]
pub fn tree_rows(tree: &Tree) -> Vec<Row> {
    fn walk(branches: &[TreeBranch], level: usize, above: &str, rows: &mut Vec<Row>) {
        for (place, branch) in branches.iter().enumerate() {
            let number = format!("{above}{}", place + 1);
            let below = format!("{number}.");
            rows.push(Row {
                level,
                number,
                label: branch.label.clone(),
                first: branch.first,
            });
            walk(&branch.children, level + 1, &below, rows);
        }
    }
    let mut rows = Vec::new();
    walk(&tree.branches, 0, "", &mut rows);
    rows
}
