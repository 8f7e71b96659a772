//! What a page shows of an interview between two inputs. Holds nothing that the candidate is not
//! to see.

use casebook::{Case, SegmentKind};

use crate::engine::{attempt_budget_ms, state::State};
use crate::{At, CloseCause, Mode, Plan};

/// The interview at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Index of the current part in `parts`.
    pub current: Option<usize>,
    /// Every part in the author's order.
    pub parts: Vec<PartView>,
    /// Time used in the whole case, milliseconds.
    pub attempt_used_ms: u64,
    /// Time planned for it, milliseconds.
    pub attempt_budget_ms: u64,
    /// Exhibits handed over, in order.
    pub exhibits: Vec<String>,
    /// Hint rungs given in this part.
    pub hint_rung: u8,
    /// Whether another hint may be had.
    pub hint_allowed: bool,
    /// When the minute asked for ends.
    pub minute_until: Option<At>,
    /// The clock stands.
    pub paused: bool,
    /// Whether the interviewer waits for the candidate to say where to go.
    pub choosing: bool,
    /// Why it ended, once it has.
    pub closed: Option<CloseCause>,
}

/// A part of the case with its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartView {
    /// Segment id.
    pub id: String,
    /// One or two words.
    pub name: String,
    /// What kind of work.
    pub kind: SegmentKind,
    /// Whether it was entered.
    pub entered: bool,
    /// Time used, milliseconds.
    pub used_ms: u64,
    /// Time planned, milliseconds.
    pub budget_ms: u64,
}

/// The view of a state.
pub(crate) fn of(case: &Case, plan: &Plan, state: &State, at: At) -> View {
    let at = at.max(state.now);
    let parts: Vec<_> = case
        .segments
        .iter()
        .enumerate()
        .map(|(index, segment)| PartView {
            id: segment.id.clone(),
            name: segment.name.clone(),
            kind: segment.kind,
            entered: state.visited[index],
            used_ms: state.spent_ms(index, at),
            budget_ms: u64::from(segment.budget_secs) * 1000,
        })
        .collect();
    let rungs = state
        .here
        .map_or(0, |index| case.segments[index].hints.len());
    View {
        current: state.here,
        attempt_used_ms: parts.iter().map(|part| part.used_ms).sum(),
        attempt_budget_ms: attempt_budget_ms(case),
        parts,
        exhibits: state.exhibits.clone(),
        hint_rung: state.part.hint,
        hint_allowed: plan.mode == Mode::Learn && usize::from(state.part.hint) < rungs,
        minute_until: state.minute_until,
        paused: state.paused,
        choosing: state.choosing,
        closed: state.closed,
    }
}
