//! Moments at which something happens although nobody spoke.

use casebook::{Case, Format, SegmentKind};

use super::floor::Floor;
use super::moves::Lead;
use super::pace;
use super::state::State;
use crate::phrasebook::Phrase;
use crate::{Act, At, Clock, CloseCause, Output, Plan};

/// What becomes due, in the order in which it is done when several are due at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    /// The attempt and its grace are over.
    AttemptEnds,
    /// The attempt's clock is over.
    AttemptOver,
    /// The attempt has one minute left.
    AttemptNear,
    /// The recommendation is asked for before time is up.
    LastCall,
    /// The minute asked for is over.
    MinuteOver,
    /// The part's grace is over.
    PartEnds,
    /// The part's clock is over.
    PartOver,
    /// The part has one minute left.
    PartNear,
    /// Too long a silence.
    Silence,
}

/// More moments than this are never due at one instant; a guard against going round for ever.
const DUE_AT_ONCE_MAX: usize = 16;

/// The whole case's budget in milliseconds.
pub(crate) fn attempt_budget_ms(case: &Case) -> u64 {
    case.segments
        .iter()
        .map(|segment| u64::from(segment.budget_secs) * 1000)
        .sum()
}

/// The next moment at which something is due.
pub(crate) fn deadline(case: &Case, plan: &Plan, state: &State) -> Option<At> {
    next(case, plan, state).map(|(at, _)| at.max(state.now))
}

fn next(case: &Case, plan: &Plan, state: &State) -> Option<(At, Due)> {
    moments(case, plan, state).into_iter().min()
}

/// Of what is due by now, what comes first: what ends more than a part leaves nothing to say to
/// the rest, and whoever is spoken to is not nudged as well.
fn due_now(case: &Case, plan: &Plan, state: &State) -> Option<Due> {
    let all = moments(case, plan, state).into_iter();
    all.filter(|(at, _)| *at <= state.now)
        .map(|(_, due)| due)
        .min()
}

/// Everything that is to come, as things stand.
fn moments(case: &Case, plan: &Plan, state: &State) -> Vec<(At, Due)> {
    if !state.opened || state.closed.is_some() || state.paused {
        return Vec::new();
    }
    let mut all = Vec::with_capacity(DUE_AT_ONCE_MAX);
    all.extend(state.minute_until.map(|at| (at, Due::MinuteOver)));
    all.extend(silence(state));
    if plan.timed {
        attempt_moments(case, state, &mut all);
        part_moments(case, state, &mut all);
    }
    all
}

fn silence(state: &State) -> Option<(At, Due)> {
    // While choosing, a second silence lets the interviewer choose; elsewhere one nudge is enough.
    let enough = state.nudged || state.part.nudges >= pace::NUDGES_MAX;
    if state.minute_until.is_some() || (enough && !state.choosing) {
        return None;
    }
    let answered = state.part.turns > 0;
    let kind = state.kind.filter(|_| !state.choosing);
    let length = pace::silence_ms(kind, answered);
    Some((At(state.quiet_since.0 + length), Due::Silence))
}

fn attempt_moments(case: &Case, state: &State, all: &mut Vec<(At, Due)>) {
    let budget = attempt_budget_ms(case);
    let before = |ms: u64| At(budget.saturating_sub(ms));
    all.push((At(budget + pace::ATTEMPT_GRACE_MS), Due::AttemptEnds));
    if !state.attempt_over {
        all.push((At(budget), Due::AttemptOver));
    }
    if !state.attempt_near && !state.attempt_over {
        all.push((before(pace::WARN_MS), Due::AttemptNear));
    }
    if end_part(case, state).is_some() {
        all.push((before(pace::LAST_CALL_MS), Due::LastCall));
    }
}

/// The end part, when it is still to come.
fn end_part(case: &Case, state: &State) -> Option<usize> {
    let end = case
        .segments
        .iter()
        .position(|s| s.kind == SegmentKind::Synthesis)?;
    (!state.visited[end] && case.segments.len() > 1).then_some(end)
}

fn part_moments(case: &Case, state: &State, all: &mut Vec<(At, Due)>) {
    let Some(index) = state.here else {
        return;
    };
    let budget = u64::from(case.segments[index].budget_secs) * 1000;
    let over = At(state.entered.0 + budget);
    match state.part.over {
        Some(since) => all.push((At(since.0 + pace::PART_GRACE_MS), Due::PartEnds)),
        None => {
            // The interviewer does not speak into the minute asked for.
            all.push((over.max(state.minute_until.unwrap_or(over)), Due::PartOver));
            if !state.part.near && budget > pace::WARN_MS {
                all.push((At(over.0 - pace::WARN_MS), Due::PartNear));
            }
        }
    }
}

impl Floor<'_> {
    /// Does everything that is due by now.
    pub(crate) fn pass_deadlines(&mut self) {
        for _ in 0..DUE_AT_ONCE_MAX {
            match due_now(self.case, self.plan, &self.state) {
                Some(due) => self.meet(due),
                None => return,
            }
        }
    }

    fn meet(&mut self, due: Due) {
        let warned = |clock, over| Output::Warned { clock, over };
        match due {
            Due::AttemptEnds => self.close(CloseCause::TimeUp),
            Due::AttemptOver => self.put(warned(Clock::Attempt, true)),
            Due::AttemptNear => self.put(warned(Clock::Attempt, false)),
            Due::LastCall => self.last_call(),
            Due::MinuteOver => self.put(Output::Minute { running: false }),
            Due::PartEnds => self.end_part_now(),
            Due::PartOver => self.part_over(),
            Due::PartNear => self.put(warned(Clock::Segment, false)),
            Due::Silence => self.break_silence(),
        }
    }

    fn last_call(&mut self) {
        if let Some(end) = end_part(self.case, &self.state) {
            self.end_minute();
            self.phrase(Act::Time, Phrase::TimeJump, &[]);
            self.go_to(end, Lead::Said);
        }
    }

    fn part_over(&mut self) {
        self.put(Output::Warned {
            clock: Clock::Segment,
            over: true,
        });
        let phrase = match self.kind() {
            _ if self.is_last() => Phrase::TimeOverLast,
            Some(SegmentKind::Clarify) => Phrase::TimeOverClarify,
            _ => Phrase::TimeOver,
        };
        if !self.state.choosing {
            self.phrase(Act::Time, phrase, &[]);
        }
    }

    fn end_part_now(&mut self) {
        self.end_minute();
        let chooses = self.plan.format == Format::CandidateLed
            && self.kind() != Some(SegmentKind::Clarify)
            && !self.is_last();
        if self.state.choosing {
            self.pick_next(Lead::Suggest);
        } else if chooses {
            // Nobody chose in time before; the next part is offered at once.
            self.wind_up();
            self.pick_next(Lead::Suggest);
        } else {
            self.leave();
        }
    }

    fn break_silence(&mut self) {
        if self.state.choosing && self.state.nudged {
            self.pick_next(Lead::Suggest);
        } else {
            self.phrase(Act::Nudge, Phrase::Nudge, &[]);
        }
    }
}
