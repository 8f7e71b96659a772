//! The interview as a state machine: what happened goes in, what to do comes out. Decisions are
//! split by the kind of segment; memory changes only by inputs and outputs (`state`).

mod affinity;
mod asides;
mod base;
mod brainstorm;
mod choosing;
mod clarify;
mod clocks;
mod exhibit;
mod facts;
mod feedback;
mod floor;
mod goal;
mod hints;
mod interrupt;
mod meaning;
mod moves;
mod pace;
mod pushback;
mod quant;
mod repeat;
mod returning;
pub(crate) mod state;
mod structure;
mod synthesis;
mod unread;
pub(crate) mod words;

use std::sync::Arc;

use casebook::{Case, SegmentKind};

pub(crate) use self::clocks::attempt_budget_ms;

use self::affinity::Affinity;
use self::floor::{Floor, Heard};
use self::state::{Pending, State};
use crate::view::{self, View};
use crate::{At, CloseCause, Entry, Input, Output, Plan};

/// Version of the decisions. An attempt keeps the one it was begun with in its row.
pub const ENGINE_VERSION: u32 = 2;

/// One interview. Methods: `handle` takes in what happened and returns what to do; `deadline`
/// and `view` are getters; `replay` restores the state from the journal.
#[derive(Debug, Clone)]
pub struct Interview {
    case: Arc<Case>,
    plan: Plan,
    affinity: Arc<Affinity>,
    state: State,
}

impl Interview {
    /// An interview on `case`, not yet opened.
    #[must_use]
    pub fn new(case: Arc<Case>, plan: Plan) -> Self {
        let affinity = Arc::new(Affinity::new(&case));
        let state = State::new(&case);
        Self {
            case,
            plan,
            affinity,
            state,
        }
    }

    /// Takes in one thing that happened at `at`. What comes back is to be journalled with the
    /// input and then done, in order. Empty once the interview is closed.
    #[must_use]
    pub fn handle(&mut self, at: At, input: Input) -> Vec<Output> {
        if self.changes_nothing(at, &input) {
            return Vec::new();
        }
        let mut state = std::mem::take(&mut self.state);
        state.take_in(at, &input);
        let mut floor = Floor {
            case: &self.case,
            plan: &self.plan,
            affinity: &self.affinity,
            state,
            out: Vec::new(),
        };
        decide(&mut floor, &input);
        self.state = floor.state;
        floor.out
    }

    /// When to feed [`Input::DeadlinePassed`], unless something happens sooner. Never before the
    /// last input.
    #[must_use]
    pub fn deadline(&self) -> Option<At> {
        clocks::deadline(&self.case, &self.plan, &self.state)
    }

    /// What a page shows at `at`.
    #[must_use]
    pub fn view(&self, at: At) -> View {
        view::of(&self.case, &self.plan, &self.state, at)
    }

    /// Takes in an entry of the journal as it was, deciding nothing anew.
    pub fn replay(&mut self, entry: &Entry) {
        if self.changes_nothing(entry.at, &entry.input) {
            return;
        }
        self.state.take_in(entry.at, &entry.input);
        for output in &entry.outputs {
            self.state.apply(&self.case, output);
        }
    }

    /// The segment that these words are to be read for: the current one, except that a plan laid
    /// out unasked in the opening is read as the structure, and an addition to an earlier part as
    /// that part. Empty before the opening.
    #[must_use]
    pub fn segment_for(&self, text: &str) -> &str {
        let plan =
            self.state.kind == Some(SegmentKind::Clarify) && structure::looks_like_plan(text);
        let structure = self
            .case
            .segments
            .iter()
            .find(|s| plan && s.kind == SegmentKind::Structure);
        let earlier = || match &self.state.pending {
            Pending::Return(words) => returning::named(&self.case, &self.state, words),
            _ => None,
        };
        let index = || earlier().or(self.state.here);
        structure
            .or_else(|| index().map(|index| &self.case.segments[index]))
            .map_or("", |segment| segment.id.as_str())
    }

    /// Whether nothing more will happen.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.state.closed.is_some()
    }

    /// Whether an input is only heard for its time.
    fn changes_nothing(&mut self, at: At, input: &Input) -> bool {
        self.state.now = self.state.now.max(at);
        self.state.closed.is_some() || self.is_resend(input) || self.is_out_of_place(input)
    }

    fn is_resend(&self, input: &Input) -> bool {
        match input {
            Input::Said { turn, .. } | Input::Presented { turn, .. } => {
                self.state.turns.contains(turn)
            }
            _ => false,
        }
    }

    /// Opening twice, or speaking before the opening, changes nothing.
    fn is_out_of_place(&self, input: &Input) -> bool {
        match input {
            Input::Opened => self.state.opened,
            Input::Ended | Input::Abandoned => false,
            _ => !self.state.opened,
        }
    }
}

/// One input, by what it is.
fn decide(floor: &mut Floor<'_>, input: &Input) {
    match input {
        Input::Opened => floor.open(),
        Input::Said { text, reading, .. } => {
            floor.end_minute();
            listen(floor, Heard { text, reading });
        }
        Input::Presented { text, reading, .. } => {
            floor.end_minute();
            floor.take_tree(Heard { text, reading });
        }
        Input::TookMinute => floor.grant_minute(),
        Input::Done => floor.done(),
        Input::AskedHint => floor.hint(),
        Input::Ended => floor.close(CloseCause::EndedEarly),
        Input::Abandoned => floor.put(Output::Closed {
            cause: CloseCause::Abandoned,
        }),
        Input::DeadlinePassed => floor.pass_deadlines(),
        Input::Paused | Input::Resumed { .. } => {}
    }
}

/// An utterance: first what it wants of the interviewer, then what it adds to the part.
fn listen(floor: &mut Floor<'_>, heard: Heard<'_>) {
    if floor.take_reply(heard) || floor.take_aside(heard) {
        return;
    }
    if floor.take_echo(heard) || floor.stop_talk(heard) {
        return;
    }
    if floor.state.choosing {
        floor.choose(heard);
        return;
    }
    if floor.state.part.over.is_some() {
        floor.take_last_word(heard);
        return;
    }
    if floor.take_request(heard) || floor.take_ahead(heard) || floor.take_stray(heard) {
        return;
    }
    match floor.kind() {
        Some(SegmentKind::Clarify) => floor.clarify(heard),
        Some(SegmentKind::Structure) => floor.structure(heard),
        Some(SegmentKind::Quant) => floor.quant(heard),
        Some(SegmentKind::Exhibit) => floor.exhibit(heard),
        Some(SegmentKind::Brainstorm) => floor.brainstorm(heard),
        Some(SegmentKind::Synthesis) => floor.synthesis(heard),
        None => {}
    }
}
