//! How much one room takes, and why no more. Values only.

/// Bytes of one utterance: a five-minute monologue is about 5 KiB of text.
pub const UTTERANCE_BYTES: usize = 8 * 1024;

/// Words of one utterance: ten minutes of fast speech.
pub const UTTERANCE_WORDS: usize = 1_500;

/// Rows of a presented issue tree: five branches with ten leaves each, and some to spare.
pub const TREE_ROWS: usize = 60;

/// Levels of a presented issue tree; the report draws three well.
pub const TREE_LEVELS: usize = 4;

/// Bytes of one row of an issue tree: a long sentence.
pub const TREE_LABEL_BYTES: usize = 300;

/// Letters of a client-made turn id: a UUID has 36.
pub const TURN_ID_CHARS: usize = 64;

/// Bytes of one frame: a full tree or a full utterance with every letter escaped in JSON.
pub const FRAME_BYTES: usize = 64 * 1024;

/// Bytes of the read buffer of a socket. The library's own 128 KiB is taken at once for every
/// idle room.
pub const READ_BUFFER_BYTES: usize = 8 * 1024;

/// Frames a socket may send in a burst before it is asked to wait.
pub const FRAME_BURST: u32 = 20;

/// Frames a second that a socket may keep up; a person sends one every few seconds.
pub const FRAMES_PER_SECOND: u32 = 5;

/// Utterances and trees of one attempt: one every eight seconds of a 50-minute case.
pub const TURNS: usize = 400;

/// Entries of one journal. Above [`TURNS`] it also counts deadlines and every coming and going.
pub const ENTRIES: u32 = 4_000;

/// Inputs that may wait for the one task that owns an interview; beyond it senders wait.
pub const QUEUE: usize = 32;

/// Entries a slow socket may fall behind before it is made to ask again from where it stands.
pub const BROADCAST: usize = 64;

/// Sockets of one attempt at once: a few tabs and a phone.
pub const SOCKETS_PER_ROOM: usize = 8;

/// Rooms in memory at once. An idle one is a few hundred KiB, so this stays below half a GiB.
pub const ROOMS: usize = 1_000;

/// Readers kept when no room is on them, so that the next attempt at a case need not wait for
/// one. A reader is below a MiB.
pub const READERS: usize = 32;

/// Milliseconds after the last person left before a room is dropped from memory; a reload and
/// a short loss of network find it still there.
pub const EMPTY_ROOM_MS: u64 = 60_000;

/// Milliseconds between two clock snapshots to a page that nothing else was sent to.
pub const SNAPSHOT_EVERY_MS: u64 = 15_000;

/// Milliseconds without a sign of life after which a socket counts as gone.
pub const SILENT_SOCKET_MS: u64 = 40_000;

/// Milliseconds that a form sent without JavaScript keeps the clock running: such a page cannot
/// say when it is closed.
pub const FORM_PRESENCE_MS: u64 = 5 * 60_000;

/// Milliseconds that an attempt may lie untouched before it is closed as abandoned.
pub const ABANDONED_AFTER_MS: i64 = 24 * 60 * 60_000;

/// Gaps shorter than this are in the journal but not in the transcript: a reload makes one.
pub const GAP_SHOWN_MS: u64 = 5_000;
