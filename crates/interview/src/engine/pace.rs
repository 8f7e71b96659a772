//! How long things take: silence, thinking time, grace. All in milliseconds of running clock.

use casebook::SegmentKind;

/// Unannounced silence before a nudge: longer pauses are normal only when announced.
const SILENCE_MS: u64 = 45_000;

/// Added in parts where an answer is more than a question: people write it before they send it.
const ANSWER_MS: u64 = 15_000;

/// Added again where the question has to be worked on before a first word can be said.
const WORK_MS: u64 = 30_000;

/// Silences broken in one part: whoever stays silent after that is working.
pub(crate) const NUDGES_MAX: u32 = 2;

/// Reading one word of the interviewer's, at 200 words a minute.
const READ_WORD_MS: u64 = 300;

/// "Take a minute."
const MINUTE_MS: u64 = 60_000;

/// The minute before the structure is two: the usual time granted for it.
const STRUCTURE_MINUTE_MS: u64 = 120_000;

/// A clock warns this long before its end.
pub(crate) const WARN_MS: u64 = 60_000;

/// A part that is over goes on this long, or one turn.
pub(crate) const PART_GRACE_MS: u64 = 60_000;

/// The attempt goes on this long after its end, so that a last sentence can be finished.
pub(crate) const ATTEMPT_GRACE_MS: u64 = 120_000;

/// With this much left the recommendation is asked for, whatever is still open.
pub(crate) const LAST_CALL_MS: u64 = 180_000;

/// How long it takes to read `text`.
pub(crate) fn reading_ms(text: &str) -> u64 {
    text.split_whitespace().count() as u64 * READ_WORD_MS
}

/// How long the minute asked for is.
pub(crate) fn minute_ms(kind: Option<SegmentKind>) -> u64 {
    match kind {
        Some(SegmentKind::Structure) => STRUCTURE_MINUTE_MS,
        _ => MINUTE_MS,
    }
}

/// How long silence may last in a part of this kind, before or after its first answer.
pub(crate) fn silence_ms(kind: Option<SegmentKind>, answered: bool) -> u64 {
    match kind {
        Some(SegmentKind::Clarify) | None => SILENCE_MS,
        Some(_) if answered => SILENCE_MS + ANSWER_MS,
        Some(_) => SILENCE_MS + ANSWER_MS + WORK_MS,
    }
}
