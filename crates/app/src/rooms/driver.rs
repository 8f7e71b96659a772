//! One task owns one interview. Everything that happens to it comes through one bounded queue,
//! is stamped with the running clock and is durable in the journal before anybody sees what the
//! interviewer makes of it. When the journal refuses, the interview in memory is dropped and
//! had again from the journal.

use std::collections::HashMap;
use std::sync::Arc;

use casebook::Case;
use interview::{At, CloseCause, Entry, GapCause, Input, Interview, Plan, Reader};
use store::{AttemptId, Store};
use tokio::sync::{broadcast, mpsc};

use super::asks::{Ask, Joined, Look, Move, Told};
use super::clock::RunningClock;
use super::frames::{Laid, Shown, Stand};
use super::journal::{self, JournalError, Kept};
use super::limits::{
    ABANDONED_AFTER_MS, BROADCAST, EMPTY_ROOM_MS, ENTRIES, FORM_PRESENCE_MS, SNAPSHOT_EVERY_MS,
    SOCKETS_PER_ROOM, TURNS,
};
use super::stand;
use super::timepiece::Timepiece;
use super::transcript::Transcript;
use super::trouble::Trouble;

/// A room in memory: the interview, its clock, and what its pages show.
pub(super) struct Room {
    id: AttemptId,
    store: Store,
    timepiece: Timepiece,
    reader: Arc<Reader>,
    interview: Interview,
    case: Arc<Case>,
    plan: Plan,
    clock: RunningClock,
    transcript: Transcript,
    shown: Vec<Arc<Shown>>,
    laid: Vec<(u32, Laid)>,
    /// Turns by the id the page gave them, so that a resend finds its entry.
    turns: HashMap<String, u32>,
    told: broadcast::Sender<Told>,
    sockets: usize,
    form_until: Option<u64>,
    empty_since: Option<u64>,
    snapshot_at: u64,
    /// Epoch time since which the clock stands, and why.
    stood: (i64, GapCause),
    last_at: At,
    closed: Option<CloseCause>,
    /// The journal refused: what is in memory may be ahead of it.
    broken: bool,
}

impl Room {
    /// The room as its journal has it, its clock standing.
    pub(super) fn rebuilt(
        id: AttemptId,
        store: Store,
        timepiece: Timepiece,
        reader: Arc<Reader>,
        kept: Kept,
    ) -> Self {
        let now = timepiece.ticks_ms();
        let last_at = kept.entries.last().map_or(At(0), |entry| entry.at);
        let paused = kept
            .entries
            .last()
            .is_none_or(|entry| entry.input == Input::Paused);
        let cause = if paused {
            GapCause::Away
        } else {
            GapCause::ServerDown
        };
        let mut room = Self {
            interview: Interview::new(kept.case.clone(), kept.plan.clone()),
            transcript: Transcript::new(kept.case.clone()),
            clock: RunningClock::standing(last_at),
            closed: kept.closed(),
            case: kept.case,
            plan: kept.plan,
            shown: Vec::new(),
            laid: Vec::new(),
            turns: HashMap::new(),
            told: broadcast::Sender::new(BROADCAST),
            sockets: 0,
            form_until: None,
            empty_since: Some(now),
            snapshot_at: now,
            stood: (kept.touched_ms, cause),
            broken: false,
            last_at,
            id,
            store,
            timepiece,
            reader,
        };
        for entry in &kept.entries {
            room.interview.replay(entry);
            room.show(entry);
        }
        room
    }

    /// Closes the attempt when nobody touched it for a day, and finishes a closing that a kill
    /// cut short.
    pub(super) async fn settle(&mut self, touched_ms: i64) -> Result<(), Trouble> {
        if let Some(cause) = self.closed {
            return Ok(self.finish(cause).await?);
        }
        if self.timepiece.epoch_ms() - touched_ms >= ABANDONED_AFTER_MS {
            self.take_in(Input::Abandoned).await?;
        }
        Ok(())
    }

    /// Serves the queue until the room is empty, closed and quiet, or its journal refuses.
    /// `quiet` is asked before leaving, so that no question is lost between the two.
    pub(super) async fn run(
        mut self,
        mut asks: mpsc::Receiver<Ask>,
        quiet: impl Fn(&mpsc::Receiver<Ask>) -> bool,
    ) {
        loop {
            let wake = self.next_wake();
            tokio::select! {
                ask = asks.recv() => match ask {
                    Some(ask) => self.answer(ask).await,
                    None => return,
                },
                () = self.timepiece.reaches(wake) => self.wake().await,
            }
            if self.broken {
                return;
            }
            if self.is_left() && quiet(&asks) {
                return;
            }
        }
    }

    fn is_left(&self) -> bool {
        let now = self.timepiece.ticks_ms();
        self.empty_since
            .is_some_and(|since| now >= since + EMPTY_ROOM_MS)
    }

    fn next_wake(&self) -> Option<u64> {
        let deadline = self
            .interview
            .deadline()
            .and_then(|at| self.clock.tick_of(at));
        let snapshot = (self.clock.runs() && self.sockets > 0).then_some(self.snapshot_at);
        let empty = self.empty_since.map(|since| since + EMPTY_ROOM_MS);
        [deadline, snapshot, self.form_until, empty]
            .into_iter()
            .flatten()
            .min()
    }

    async fn wake(&mut self) {
        let now = self.timepiece.ticks_ms();
        let due = |tick: Option<u64>| tick.is_some_and(|tick| tick <= now);
        let deadline = self
            .interview
            .deadline()
            .and_then(|at| self.clock.tick_of(at));
        let form_over = due(self.form_until);
        if due(deadline) {
            self.pass_deadline().await;
        }
        if form_over && !self.broken {
            let until = self.form_until.take().unwrap_or(now);
            self.stop_if_alone(until).await;
        }
        if self.snapshot_at <= now {
            self.snapshot_at = now + SNAPSHOT_EVERY_MS;
            let _ = self.told.send(Told::Stand(self.stand()));
        }
    }

    async fn pass_deadline(&mut self) {
        let before = self.interview.deadline();
        if let Err(trouble) = self.take_in(Input::DeadlinePassed).await {
            tracing::error!(attempt = %self.id, %trouble, "deadline was not written");
            self.broken = true;
        } else if before.is_some() && self.interview.deadline() == before {
            tracing::error!(attempt = %self.id, "deadline did not move on; room is rebuilt");
            self.broken = true;
        }
    }

    async fn answer(&mut self, ask: Ask) {
        match ask {
            Ask::Join { since, reply } => {
                let joined = self.join(since).await;
                if let Err(Ok(_)) = reply.send(joined) {
                    self.leave(self.timepiece.ticks_ms()).await;
                }
            }
            Ask::Leave { heard } => self.leave(heard).await,
            Ask::Look { since, reply } => {
                let _ = reply.send(self.look(since));
            }
            Ask::Move {
                what,
                by_form,
                reply,
            } => {
                let _ = reply.send(self.make(what, by_form).await);
            }
        }
    }

    async fn join(&mut self, since: Option<u32>) -> Result<Joined, Trouble> {
        if self.closed.is_some() {
            return Err(Trouble::Closed);
        }
        if self.sockets >= SOCKETS_PER_ROOM {
            return Err(Trouble::Crowded);
        }
        self.start().await?;
        self.sockets += 1;
        let told = self.told.subscribe();
        Ok(Joined {
            look: self.look(since),
            told,
        })
    }

    /// Somebody is here: the clock runs, and the interview opens when it is the first time.
    async fn start(&mut self) -> Result<(), Trouble> {
        self.empty_since = None;
        if self.clock.runs() {
            return Ok(());
        }
        let now = self.timepiece.ticks_ms();
        self.clock.run(now);
        self.snapshot_at = now + SNAPSHOT_EVERY_MS;
        let input = if self.shown.is_empty() {
            Input::Opened
        } else {
            let (since, cause) = self.stood;
            let gap = self.timepiece.epoch_ms().saturating_sub(since).max(0);
            Input::Resumed {
                gap_ms: gap.unsigned_abs(),
                cause,
            }
        };
        self.take_in(input).await.map(|_| ())
    }

    async fn leave(&mut self, heard: u64) {
        self.sockets = self.sockets.saturating_sub(1);
        self.stop_if_alone(heard).await;
    }

    async fn stop_if_alone(&mut self, heard: u64) {
        if self.sockets > 0 || self.form_until.is_some() {
            return;
        }
        let now = self.timepiece.ticks_ms();
        self.empty_since.get_or_insert(now);
        if !self.clock.runs() {
            return;
        }
        self.clock.stand(heard, self.last_at);
        self.stood = (self.timepiece.epoch_ms(), GapCause::Away);
        if self.closed.is_none()
            && let Err(trouble) = self.take_in(Input::Paused).await
        {
            tracing::warn!(attempt = %self.id, %trouble, "pause was not written");
        }
    }

    async fn make(&mut self, what: Move, by_form: bool) -> Result<u32, Trouble> {
        if self.closed.is_some() {
            return Err(Trouble::Closed);
        }
        if let Move::Said { turn, .. } | Move::Presented { turn, .. } = &what
            && let Some(seq) = self.turns.get(turn)
        {
            return Ok(*seq);
        }
        if what == Move::Abandon {
            return if self.clock.runs() {
                Ok(self.last_seq())
            } else {
                self.take_in(Input::Abandoned).await
            };
        }
        if by_form {
            self.form_until = Some(self.timepiece.ticks_ms() + FORM_PRESENCE_MS);
        }
        self.start().await?;
        match self.input(what).await? {
            Some(input) => self.take_in(input).await,
            None => Ok(self.last_seq()),
        }
    }

    /// The move as an input; `None` when it was made on a page that shows an earlier moment.
    async fn input(&self, what: Move) -> Result<Option<Input>, Trouble> {
        let view = self.stand();
        Ok(match what {
            Move::Said { turn, text } => {
                self.room_for_a_turn()?;
                // A plan laid out in the opening is read as one.
                let segment = self.interview.segment_for(&text).to_owned();
                let (reader, words) = (self.reader.clone(), text.clone());
                let reading = tokio::task::spawn_blocking(move || reader.read(&segment, &words));
                let reading = Box::new(reading.await.map_err(|_| Trouble::NotRead)?);
                Some(Input::Said {
                    turn,
                    text,
                    reading,
                })
            }
            Move::Presented { turn, tree } => {
                self.room_for_a_turn()?;
                let (reader, given) = (self.reader.clone(), tree.clone());
                let read = tokio::task::spawn_blocking(move || reader.read_tree(&given));
                let (text, reading) = read.await.map_err(|_| Trouble::NotRead)?;
                Some(Input::Presented {
                    turn,
                    tree,
                    text,
                    reading: Box::new(reading),
                })
            }
            Move::Enter => None,
            Move::Minute => view.minute_left_ms.is_none().then_some(Input::TookMinute),
            Move::Done { segment } => (segment == view.segment).then_some(Input::Done),
            Move::Hint { rung } => (rung == view.rung).then_some(Input::AskedHint),
            Move::End => Some(Input::Ended),
            Move::Abandon => Some(Input::Abandoned),
        })
    }

    fn room_for_a_turn(&self) -> Result<(), Trouble> {
        if self.turns.len() < TURNS {
            Ok(())
        } else {
            Err(Trouble::Full)
        }
    }

    fn last_seq(&self) -> u32 {
        u32::try_from(self.shown.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The only way anything reaches the interview: decided, durable, then shown.
    async fn take_in(&mut self, input: Input) -> Result<u32, Trouble> {
        let seq = u32::try_from(self.shown.len()).unwrap_or(u32::MAX);
        if seq >= ENTRIES {
            return Err(Trouble::Full);
        }
        let at = self.clock.at(self.timepiece.ticks_ms()).max(self.last_at);
        let outputs = self.interview.handle(at, input.clone());
        let entry = Entry {
            seq,
            at,
            input,
            outputs,
        };
        let now_ms = self.timepiece.epoch_ms();
        if let Err(error) = journal::append(&self.store, &self.id, &entry, now_ms).await {
            self.broken = true;
            tracing::error!(attempt = %self.id, seq, %error, "entry was not kept");
            let _ = self.told.send(Told::Dropped);
            return Err(Trouble::NotKept);
        }
        self.show(&entry);
        self.tell(&entry);
        if let Some(cause) = journal::closing(&entry) {
            self.close(cause).await;
        }
        Ok(seq)
    }

    fn show(&mut self, entry: &Entry) {
        if let Input::Said { turn, .. } | Input::Presented { turn, .. } = &entry.input {
            self.turns.insert(turn.clone(), entry.seq);
        }
        let (shown, laid) = self.transcript.push(entry);
        self.shown.push(Arc::new(shown));
        self.laid
            .extend(laid.into_iter().map(|laid| (entry.seq, laid)));
        self.last_at = entry.at;
    }

    fn tell(&mut self, entry: &Entry) {
        let now = self.timepiece.ticks_ms();
        self.snapshot_at = now + SNAPSHOT_EVERY_MS;
        let Some(shown) = self.shown.last().cloned() else {
            return;
        };
        let laid = self.laid_after(entry.seq.checked_sub(1));
        let _ = self.told.send(Told::Entry {
            shown,
            laid: laid.into(),
            stand: self.stand(),
        });
    }

    async fn close(&mut self, cause: CloseCause) {
        self.closed = Some(cause);
        let now = self.timepiece.ticks_ms();
        self.clock.stand(now, self.last_at);
        self.form_until = None;
        self.empty_since = Some(now);
        if let Err(error) = self.finish(cause).await {
            tracing::error!(attempt = %self.id, %error, "closed attempt was not scored; the next visit tries again");
        }
        let _ = self.told.send(Told::Closed);
    }

    async fn finish(&self, cause: CloseCause) -> Result<(), JournalError> {
        journal::finish(&self.store, &self.id, cause, self.timepiece.epoch_ms()).await
    }

    fn look(&self, since: Option<u32>) -> Look {
        let from = since
            .map_or(0, |seq| seq as usize + 1)
            .min(self.shown.len());
        Look {
            title: self.case.title.clone(),
            entries: self.shown[from..].to_vec(),
            exhibits: self.laid_after(since),
            stand: self.stand(),
            closed: self.closed.is_some(),
        }
    }

    fn laid_after(&self, seq: Option<u32>) -> Vec<Laid> {
        let new = self
            .laid
            .iter()
            .filter(|(at, _)| seq.is_none_or(|seq| *at > seq));
        new.map(|(_, laid)| laid.clone()).collect()
    }

    fn stand(&self) -> Stand {
        let at = self.clock.at(self.timepiece.ticks_ms()).max(self.last_at);
        let mut stand = stand::of(&self.interview.view(at), &self.plan, at);
        stand.running = self.clock.runs();
        stand.seq = (!self.shown.is_empty()).then(|| self.last_seq());
        stand
    }
}
