//! What the interviewer remembers. Changed only by what was put in and what was put out, never by
//! a decision itself: that is why replaying a journal gives the same interview, even when a later
//! release would have decided differently.

use std::collections::BTreeSet;

use casebook::{Case, Exact, SegmentKind};

use super::pace;
use super::structure::PRIORITY;
use super::words::says;
use crate::talk;
use crate::{Act, At, Clock, CloseCause, Input, Intent, Output, Reading, Zone};

/// Fewer words than this are a heading, not a plan.
pub(crate) const PLAN_WORDS_MIN: usize = 12;

/// Fewer words than this answer no probe.
const ANSWER_WORDS_MIN: usize = 4;

/// Everything remembered about one interview.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct State {
    /// Whether the candidate has entered the room.
    pub(crate) opened: bool,
    /// Set once nothing more will happen.
    pub(crate) closed: Option<CloseCause>,
    /// The latest time heard of.
    pub(crate) now: At,
    /// Nobody is connected.
    pub(crate) paused: bool,
    /// Index of the current segment.
    pub(crate) here: Option<usize>,
    /// Its id.
    pub(crate) here_id: String,
    /// Its kind.
    pub(crate) kind: Option<SegmentKind>,
    /// When it was entered.
    pub(crate) entered: At,
    /// Time spent in each finished segment, milliseconds, by index.
    pub(crate) used_ms: Vec<u64>,
    /// Which segments were entered, by index.
    pub(crate) visited: Vec<bool>,
    /// What has happened in the current segment.
    pub(crate) part: Part,
    /// The candidate is asked where to go (candidate-led).
    pub(crate) choosing: bool,
    /// Utterances taken in when that was asked.
    pub(crate) choosing_since: u32,
    /// Turns in which a choice led nowhere.
    pub(crate) lost: u32,
    /// A structure was presented at some point.
    pub(crate) planned: bool,
    /// First branch the candidate would test, in their words.
    pub(crate) first_branch: Option<String>,
    /// The candidate said which branch comes first.
    pub(crate) named_first: bool,
    /// Ids of facts given.
    pub(crate) facts: BTreeSet<String>,
    /// Items that were asked back about: once is enough.
    pub(crate) asked_back: BTreeSet<String>,
    /// Ids of exhibits handed over, in order.
    pub(crate) exhibits: Vec<String>,
    /// When the minute asked for ends.
    pub(crate) minute_until: Option<At>,
    /// From when silence counts.
    pub(crate) quiet_since: At,
    /// One nudge was given since the candidate last spoke.
    pub(crate) nudged: bool,
    /// The attempt's clock has one minute left, and was said so.
    pub(crate) attempt_near: bool,
    /// The attempt's clock is over, and was said so.
    pub(crate) attempt_over: bool,
    /// What the next utterance may answer.
    pub(crate) pending: Pending,
    /// What this utterance may answer: `pending` as it stood before it.
    pub(crate) answering: Pending,
    /// The words that asked to go back to an earlier part, while that goes on.
    pub(crate) back: String,
    /// The last thing asked, for "could you repeat that".
    pub(crate) question: String,
    /// The question of the current part.
    pub(crate) main_question: String,
    /// Everything the interviewer has said.
    pub(crate) said: Vec<String>,
    /// Turn ids taken in, so that a resend changes nothing.
    pub(crate) turns: BTreeSet<String>,
    /// Talk since the last point, or since the interviewer last asked something.
    pub(crate) talk: Talk,
    /// Pushbacks used in the attempt.
    pub(crate) challenged: Vec<String>,
    /// Utterances and trees taken in.
    pub(crate) heard: u32,
    /// What this utterance covered; carried into a segment that it opens.
    pub(crate) fresh: Covered,
}

/// A question of the interviewer that yes, no or a word may answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Pending {
    /// Nothing special.
    #[default]
    Nothing,
    /// "Do you mean ...?"
    Meant(String),
    /// "Why do you need that?"
    Reason(String),
    /// "Hint, or shall we go on?"
    Offer,
    /// "Shall we end here?"
    End,
    /// "What would you add there?", with the words that asked to go back.
    Return(String),
}

/// Talk that has not come to a point yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Talk {
    /// Words.
    pub(crate) words: usize,
    /// When its first utterance arrived.
    pub(crate) since: Option<At>,
}

/// What one or more utterances covered.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Covered {
    /// Items surely said, and not the opposite of them.
    pub(crate) items: BTreeSet<String>,
    /// Items of which the opposite was said.
    pub(crate) against: BTreeSet<String>,
    /// Numbers said and not taken back.
    pub(crate) numbers: Vec<Number>,
    /// Words said.
    pub(crate) words: usize,
}

/// A number as it may be compared with an answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// In base units as said.
    pub(crate) value: Exact,
    /// Whether its size was said with it; `531` may stand for millions.
    pub(crate) scaled: bool,
}

impl Number {
    /// Whether this may be `value`, in thousands, millions or billions when none was said.
    pub(crate) fn may_be(&self, value: &Exact, tolerance: &Exact) -> bool {
        let powers: &[i32] = if self.scaled { &[0] } else { &[0, 3, 6, 9] };
        powers.iter().any(|power| {
            Exact(&self.value.0 * Exact::power_of_ten(*power).0).within(value, tolerance)
        })
    }
}

/// What has happened in the current segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Part {
    /// What the candidate covered in it.
    pub(crate) covered: Covered,
    /// Utterances in it.
    pub(crate) turns: u32,
    /// What was probed for, in order.
    pub(crate) probes: Vec<String>,
    /// How many of the probes were answered in words.
    pub(crate) answered: usize,
    /// The pushbacks used, in order; an empty one is a doubt.
    pub(crate) pushed: Vec<String>,
    /// Why the candidate was stopped in it.
    pub(crate) stopped: Vec<String>,
    /// Everything said in it, for what only the words show.
    pub(crate) text: String,
    /// The highest hint rung given.
    pub(crate) hint: u8,
    /// Acknowledgements since anything else was said.
    pub(crate) listened: u32,
    /// Silences broken in it.
    pub(crate) nudges: u32,
    /// A way out of it was offered.
    pub(crate) offered: bool,
    /// A goal was confirmed or corrected.
    pub(crate) goal_settled: bool,
    /// One minute left was said.
    pub(crate) near: bool,
    /// When the part's clock ran out.
    pub(crate) over: Option<At>,
}

impl Part {
    /// Whether the candidate was already stopped here for this.
    pub(crate) fn was_stopped(&self, cause: &str) -> bool {
        self.stopped.iter().any(|c| c == cause)
    }

    /// Whether this was asked for here and answered in words.
    pub(crate) fn has_answered(&self, missing: &str) -> bool {
        let answered = self.probes.iter().take(self.answered);
        answered.into_iter().any(|probe| probe == missing)
    }

    /// Whether this was already asked for here.
    pub(crate) fn probed(&self, missing: &str) -> bool {
        self.probes.iter().any(|p| p == missing)
    }
}

impl Covered {
    /// What a reading covers.
    pub(crate) fn of(reading: &Reading, text: &str) -> Self {
        let sure = reading.hits.iter().filter(|hit| hit.zone == Zone::Sure);
        let (against, items): (Vec<_>, Vec<_>) = sure.partition(|hit| hit.contradicts);
        let ids = |hits: Vec<&crate::Hit>| hits.into_iter().map(|hit| hit.item.clone()).collect();
        Self {
            items: ids(items),
            against: ids(against),
            numbers: reading
                .numbers
                .iter()
                .filter(|number| !number.withdrawn)
                .map(|number| Number {
                    value: number.value.clone(),
                    scaled: number.scale > 0 || number.unit == "%",
                })
                .collect(),
            words: text.split_whitespace().count(),
        }
    }

    /// Adds what another utterance covers.
    pub(crate) fn add(&mut self, other: &Self) {
        self.items.extend(other.items.iter().cloned());
        self.against.extend(other.against.iter().cloned());
        self.numbers.extend(other.numbers.iter().cloned());
        self.words += other.words;
    }
}

impl State {
    /// Before anything happened.
    pub(crate) fn new(case: &Case) -> Self {
        Self {
            used_ms: vec![0; case.segments.len()],
            visited: vec![false; case.segments.len()],
            ..Self::default()
        }
    }

    /// Takes in that `input` happened at `at`, before anything is decided.
    pub(crate) fn take_in(&mut self, at: At, input: &Input) {
        self.now = self.now.max(at);
        self.fresh = Covered::default();
        self.answering = Pending::Nothing;
        match input {
            Input::Opened => self.opened = true,
            Input::Paused => self.paused = true,
            Input::Resumed { .. } => {
                self.paused = false;
                self.quiet_since = self.now;
            }
            Input::Said {
                turn,
                text,
                reading,
            } => self.hear(turn, text, reading),
            Input::Presented {
                turn,
                text,
                reading,
                ..
            } => {
                self.hear(turn, text, reading);
                self.planned = true;
            }
            Input::TookMinute | Input::Done | Input::AskedHint => self.stir(),
            Input::Ended | Input::DeadlinePassed | Input::Abandoned => {}
        }
    }

    fn hear(&mut self, turn: &str, text: &str, reading: &Reading) {
        self.stir();
        self.turns.insert(turn.to_owned());
        self.heard += 1;
        self.answering = std::mem::take(&mut self.pending);
        self.fresh = Covered::of(reading, text);
        self.follow_talk(text, reading);
        let returns = matches!(self.answering, Pending::Return(_));
        if reading.intents.iter().any(|i| i.intent == Intent::GoBack) {
            self.back = text.to_owned();
        } else if !returns {
            self.back.clear();
        }
        if !returns || reading.segment == self.here_id {
            self.part.covered.add(&self.fresh);
            self.part.turns += 1;
            if self.fresh.words >= ANSWER_WORDS_MIN {
                self.part.answered = self.part.probes.len();
            }
            self.part.text.push_str(text);
            self.part.text.push('\n');
        }
        let in_structure = self.kind == Some(SegmentKind::Structure);
        self.named_first |= in_structure && says(text, PRIORITY);
        if in_structure && self.fresh.words >= PLAN_WORDS_MIN {
            self.planned = true;
        }
        let first = reading
            .tree
            .iter()
            .flat_map(|tree| &tree.branches)
            .find(|b| b.first);
        if let Some(branch) = first.filter(|branch| is_heading(&branch.label)) {
            self.first_branch = Some(branch.label.clone());
        }
    }

    fn follow_talk(&mut self, text: &str, reading: &Reading) {
        let words = talk::words_since_point(text, reading);
        if talk::has_point(text, reading) {
            self.talk = Talk { words, since: None };
        } else {
            self.talk.words += words;
            self.talk.since = self.talk.since.or(Some(self.now));
        }
    }

    /// The candidate did something: silence ends.
    fn stir(&mut self) {
        self.paused = false;
        self.nudged = false;
        self.quiet_since = self.now;
    }

    /// Takes in what was put out.
    pub(crate) fn apply(&mut self, case: &Case, output: &Output) {
        match output {
            Output::Entered { segment } => self.enter(case, segment),
            Output::Say { act, text } => {
                self.said.push(text.clone());
                // Several lines in a row are read one after the other.
                self.quiet_since = At(self.quiet_since.max(self.now).0 + pace::reading_ms(text));
                self.remember(act, text);
            }
            Output::Handed { exhibit } => self.exhibits.push(exhibit.clone()),
            Output::Warned { clock, over } => self.warn(*clock, *over),
            Output::Minute { running } => {
                let length = pace::minute_ms(self.kind);
                self.minute_until = running.then_some(At(self.now.0 + length));
                self.quiet_since = self.now;
            }
            Output::Closed { cause } => {
                self.bank_time();
                self.closed = Some(*cause);
            }
        }
    }

    fn enter(&mut self, case: &Case, segment: &str) {
        self.bank_time();
        let index = case.segments.iter().position(|s| s.id == segment);
        if let Some(index) = index {
            self.visited[index] = true;
        }
        self.here = index;
        self.here_id = segment.to_owned();
        self.kind = index.map(|index| case.segments[index].kind);
        self.entered = self.now;
        self.choosing = false;
        self.lost = 0;
        self.pending = Pending::Nothing;
        self.part = Part {
            covered: self.fresh.clone(),
            turns: u32::from(self.fresh.words > 0),
            ..Part::default()
        };
    }

    fn bank_time(&mut self) {
        if let Some(index) = self.here.filter(|_| self.closed.is_none()) {
            self.used_ms[index] += self.now.0.saturating_sub(self.entered.0);
        }
    }

    fn warn(&mut self, clock: Clock, over: bool) {
        match (clock, over) {
            (Clock::Segment, false) => self.part.near = true,
            (Clock::Segment, true) => self.part.over = Some(self.now),
            (Clock::Attempt, false) => self.attempt_near = true,
            (Clock::Attempt, true) => self.attempt_over = true,
        }
    }

    fn remember(&mut self, act: &Act, text: &str) {
        if !matches!(act, Act::Acknowledge) {
            self.part.listened = 0;
            self.talk = Talk::default();
        }
        match act {
            Act::Ask { .. } => {
                self.question = text.to_owned();
                self.main_question = text.to_owned();
                // What was said before the question was asked is no answer to it.
                self.part.covered = Covered::default();
                self.part.turns = 0;
                self.part.text.clear();
            }
            Act::Probe { missing } => {
                self.part.probes.push(missing.clone());
                self.question = text.to_owned();
            }
            Act::PushBack { pushback } => {
                self.part.pushed.push(pushback.clone());
                self.challenged.push(pushback.clone());
                self.question = text.to_owned();
            }
            Act::Interrupt { cause } => {
                self.part.stopped.push(cause.clone());
                self.question = text.to_owned();
            }
            Act::AskBack { item } => {
                self.asked_back.insert(item.clone());
                self.expect(Pending::Meant(item.clone()), text);
            }
            Act::AskReason { fact } => self.expect(Pending::Reason(fact.clone()), text),
            Act::ConfirmEnd => self.expect(Pending::End, text),
            Act::Offer { .. } => {
                self.part.offered = true;
                self.expect(Pending::Offer, text);
            }
            Act::GiveFacts { facts } => self.facts.extend(facts.iter().cloned()),
            Act::ConfirmGoal { .. } => self.part.goal_settled = true,
            Act::Hint { rung } => self.part.hint = *rung,
            Act::AskWhere => {
                self.choosing = true;
                self.choosing_since = self.heard;
                self.lost = 0;
                self.question = text.to_owned();
            }
            Act::Allow { what } if what == "return" && !self.back.is_empty() => {
                self.pending = Pending::Return(self.back.clone());
            }
            Act::Redirect => self.lost += 1,
            Act::Acknowledge => self.part.listened += 1,
            Act::Nudge => {
                self.nudged = true;
                self.part.nudges += 1;
            }
            _ => {}
        }
    }

    fn expect(&mut self, pending: Pending, text: &str) {
        self.pending = pending;
        self.question = text.to_owned();
    }

    /// Time spent in a segment up to `at`, milliseconds.
    pub(crate) fn spent_ms(&self, index: usize, at: At) -> u64 {
        let running = self.here == Some(index) && self.closed.is_none();
        let now = if running {
            at.0.saturating_sub(self.entered.0)
        } else {
            0
        };
        self.used_ms[index] + now
    }
}

/// Whether a branch is named by a thing, not by the beginning of a sentence.
fn is_heading(label: &str) -> bool {
    const JOINTS: &[&str] = &[
        "if", "because", "since", "when", "so", "and", "but", "as", "that",
    ];
    let first = label.split_whitespace().next().unwrap_or("");
    !JOINTS.contains(&first.to_lowercase().as_str())
}
