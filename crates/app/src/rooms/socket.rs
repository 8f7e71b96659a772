//! One socket of a room: frames in, frames out. Checks who and how much; decides nothing.

use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade, close_code};
use axum::http::HeaderMap;
use axum::response::Response;
use store::AttemptId;
use tokio::sync::broadcast::error::RecvError;

use super::asks::Told;
use super::frames::{ErrorKind, FromPage, ToPage};
use super::limits::{
    FRAME_BURST, FRAME_BYTES, FRAMES_PER_SECOND, READ_BUFFER_BYTES, SILENT_SOCKET_MS,
};
use super::{Look, Move, Place, Rooms, Trouble, words};
use crate::access::Owned;
use crate::error::Failure;
use crate::security::from_own_site;
use crate::{AppState, t, t1};

/// How often a socket that says nothing is asked for a sign of life: three times before it
/// counts as gone.
const PING_EVERY: Duration = Duration::from_millis(SILENT_SOCKET_MS / 3);

/// `GET /attempts/{id}/room/socket`
///
/// # Errors
/// When another site asks, or the attempt is not the visitor's.
pub(crate) async fn open(
    State(app): State<AppState>,
    Owned(attempt): Owned,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Failure> {
    // An upgrade is a GET, which the check on forms lets pass.
    if !from_own_site(&app.config.public_url, &headers) {
        return Err(Failure::Forbidden);
    }
    Ok(upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .max_message_size(FRAME_BYTES)
        .max_frame_size(FRAME_BYTES)
        .on_upgrade(move |socket| serve(socket, app.rooms, attempt.id)))
}

/// What a socket remembers.
struct Line {
    socket: WebSocket,
    rooms: Rooms,
    id: AttemptId,
    place: Option<Place>,
    /// Last entry sent.
    seq: Option<u32>,
    /// Tick of the last sign of life.
    heard: u64,
    allowance: Allowance,
}

/// Why a socket ends.
enum End {
    /// The page is gone, or is not answered any more.
    Gone,
    /// With a reason for the page.
    Closed(u16, &'static str),
}

async fn serve(socket: WebSocket, rooms: Rooms, id: AttemptId) {
    let heard = rooms.timepiece().ticks_ms();
    let allowance = Allowance {
        left: FRAME_BURST,
        at: heard,
    };
    let mut line = Line {
        socket,
        rooms,
        id,
        place: None,
        seq: None,
        heard,
        allowance,
    };
    let end = loop {
        if let Err(end) = line.step().await {
            break end;
        }
    };
    if let Some(place) = line.place.take() {
        place.leave(line.heard).await;
    }
    if let End::Closed(code, reason) = end {
        let frame = CloseFrame {
            code,
            reason: reason.into(),
        };
        // The page may be gone already; then nobody needs the reason.
        let _ = line.socket.send(Message::Close(Some(frame))).await;
    }
}

impl Line {
    /// One thing that happens, from either side.
    async fn step(&mut self) -> Result<(), End> {
        let told = async {
            match &mut self.place {
                Some(place) => place.told.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            message = self.socket.recv() => self.hear(message).await,
            told = told => self.pass_on(told).await,
            () = tokio::time::sleep(PING_EVERY) => self.ping().await,
        }
    }

    async fn ping(&mut self) -> Result<(), End> {
        let silent = self.rooms.timepiece().ticks_ms().saturating_sub(self.heard);
        if silent >= SILENT_SOCKET_MS {
            return Err(End::Gone);
        }
        self.socket
            .send(Message::Ping(Vec::new().into()))
            .await
            .map_err(|_| End::Gone)
    }

    async fn hear(&mut self, message: Option<Result<Message, axum::Error>>) -> Result<(), End> {
        let message = match message {
            None => return Err(End::Gone),
            Some(Err(error)) => return Err(self.unreadable(&error).await),
            Some(Ok(message)) => message,
        };
        let now = self.rooms.timepiece().ticks_ms();
        self.heard = now;
        let text = match message {
            Message::Text(text) => text,
            Message::Binary(_) => {
                return self
                    .error(ErrorKind::Malformed, t("room-error-binary"), None)
                    .await;
            }
            Message::Close(_) => return Err(End::Gone),
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
        };
        if !self.allowance.take(now) {
            return self
                .error(ErrorKind::TooFast, t("room-error-too-fast"), None)
                .await;
        }
        match FromPage::parse(&text) {
            Ok(frame) => self.take(frame).await,
            Err(why) => {
                let words = t1("room-error-malformed", "why", why);
                self.error(ErrorKind::Malformed, words, None).await
            }
        }
    }

    /// A frame over the limit cannot be skipped, so the socket ends; the page keeps its draft
    /// and comes again.
    async fn unreadable(&mut self, error: &axum::Error) -> End {
        if !error.to_string().contains("too l") {
            return End::Gone;
        }
        let words = t1("room-error-oversized", "limit", FRAME_BYTES / 1024);
        match self.error(ErrorKind::Refused, words, None).await {
            Ok(()) => End::Closed(close_code::SIZE, "frame too large"),
            Err(end) => end,
        }
    }

    async fn take(&mut self, frame: FromPage) -> Result<(), End> {
        if let FromPage::Since { seq } = frame {
            return self.since(seq).await;
        }
        let turn = match &frame {
            FromPage::Said { turn, .. } | FromPage::Presented { turn, .. } => Some(turn.clone()),
            _ => None,
        };
        let made = match wanted(frame) {
            Ok(what) => self.rooms.make(&self.id, what, false).await,
            Err(trouble) => Err(trouble),
        };
        match (made, turn) {
            (Ok(seq), Some(turn)) => self.send(&ToPage::Ack { turn, seq }).await,
            (Ok(_), None) => Ok(()),
            (Err(Trouble::Closed), _) => self.closed().await,
            (Err(trouble), turn) => self.error(trouble.kind(), trouble.words(), turn).await,
        }
    }

    /// The page says where it stands: comes in the first time, then fills a gap.
    async fn since(&mut self, seq: Option<u32>) -> Result<(), End> {
        self.seq = seq;
        if self.place.is_some() {
            let look = self.rooms.look(&self.id, seq).await;
            return match look {
                Ok(look) => self.send_look(look).await,
                Err(trouble) => self.error(trouble.kind(), trouble.words(), None).await,
            };
        }
        match self.rooms.join(&self.id, seq).await {
            Ok(place) => {
                let look = place.look.clone();
                self.place = Some(place);
                self.send_look(look).await
            }
            Err(Trouble::Closed) => self.closed().await,
            Err(trouble) => {
                self.error(trouble.kind(), trouble.words(), None).await?;
                Err(End::Closed(close_code::AGAIN, "come again"))
            }
        }
    }

    async fn pass_on(&mut self, told: Result<Told, RecvError>) -> Result<(), End> {
        match told {
            Ok(Told::Entry { shown, laid, stand }) => {
                if self.seq.is_some_and(|seq| seq >= shown.seq) {
                    return Ok(());
                }
                self.seq = Some(shown.seq);
                let entries = vec![(*shown).clone()];
                self.send(&ToPage::Entries {
                    entries,
                    exhibits: laid.to_vec(),
                    stand,
                })
                .await
            }
            Ok(Told::Stand(stand)) => self.send(&ToPage::Stand { stand }).await,
            Ok(Told::Closed) => self.closed().await,
            Ok(Told::Dropped) | Err(RecvError::Closed) => {
                self.place = None;
                self.since(self.seq).await
            }
            Err(RecvError::Lagged(_)) => self.since(self.seq).await,
        }
    }

    async fn send_look(&mut self, look: Look) -> Result<(), End> {
        if look.closed {
            return self.closed().await;
        }
        self.seq = look.stand.seq.max(self.seq);
        let entries = look.entries.iter().map(|shown| (**shown).clone()).collect();
        self.send(&ToPage::Entries {
            entries,
            exhibits: look.exhibits,
            stand: look.stand,
        })
        .await
    }

    async fn closed(&mut self) -> Result<(), End> {
        let report = format!("/attempts/{}", self.id);
        self.send(&ToPage::Closed { report }).await?;
        Err(End::Closed(close_code::NORMAL, "the attempt is over"))
    }

    async fn error(
        &mut self,
        error: ErrorKind,
        words: String,
        turn: Option<String>,
    ) -> Result<(), End> {
        self.send(&ToPage::Error { error, words, turn }).await
    }

    async fn send(&mut self, frame: &ToPage) -> Result<(), End> {
        self.socket
            .send(Message::Text(frame.to_text().into()))
            .await
            .map_err(|_| End::Gone)
    }
}

/// The frame as a move, its words made safe.
fn wanted(frame: FromPage) -> Result<Move, Trouble> {
    Ok(match frame {
        FromPage::Said { turn, text } => Move::Said {
            turn: words::turn_id(&turn)?,
            text: words::utterance(&text)?,
        },
        FromPage::Presented { turn, tree } => Move::Presented {
            turn: words::turn_id(&turn)?,
            tree: words::tree(&tree)?,
        },
        FromPage::Minute => Move::Minute,
        FromPage::Done { segment } => Move::Done { segment },
        FromPage::Hint { rung } => Move::Hint { rung },
        FromPage::End => Move::End,
        FromPage::Since { .. } => return Err(Trouble::NotRead),
    })
}

/// Frames that may still be sent at once; grows with time.
struct Allowance {
    left: u32,
    at: u64,
}

impl Allowance {
    fn take(&mut self, now: u64) -> bool {
        let grown = now.saturating_sub(self.at) * u64::from(FRAMES_PER_SECOND) / 1000;
        if grown > 0 {
            self.left = FRAME_BURST.min(
                self.left
                    .saturating_add(u32::try_from(grown).unwrap_or(u32::MAX)),
            );
            self.at = now;
        }
        let may = self.left > 0;
        self.left -= u32::from(may);
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_and_a_flood_waits() {
        let mut allowance = Allowance {
            left: FRAME_BURST,
            at: 0,
        };
        let passed = (0..100).filter(|_| allowance.take(0)).count();
        assert_eq!(passed, FRAME_BURST as usize);
        assert!(allowance.take(200));
        assert!(!allowance.take(300));
        assert_eq!(
            (0..100).filter(|_| allowance.take(60_000)).count(),
            FRAME_BURST as usize
        );
    }
}
