//! Why the store refused, in words for whoever runs the instance.

/// What went wrong, where, and what to do. Texts never hold a password or a payload.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database's address is not one we know how to open.
    #[error(
        "cannot use the database address {address:?}: {why}; give sqlite:PATH or postgres://USER@HOST/NAME"
    )]
    Address {
        /// As given, without its password.
        address: String,
        /// What is wrong with it.
        why: String,
    },
    /// The file or its folder cannot be written.
    #[error(
        "cannot write the database {place}: {cause}; make the folder writable for this user or choose another with --data"
    )]
    Unwritable {
        /// File or folder.
        place: String,
        /// The system's words.
        cause: String,
    },
    /// Written by a later release.
    #[error(
        "the database {place} is from a newer version (its change {found}, this program knows {known}); start the newer program, or restore a copy from before the upgrade; nothing was changed"
    )]
    Newer {
        /// The database.
        place: String,
        /// Its newest migration.
        found: i64,
        /// Our newest migration.
        known: i64,
    },
    /// Its tables are not the ones this program made.
    #[error(
        "the database {place} is not one this program can read: {cause}; restore a copy, or choose another with --database; nothing was changed"
    )]
    Foreign {
        /// The database.
        place: String,
        /// What is odd about it.
        cause: String,
    },
    /// No room left.
    #[error(
        "the disk with the database is full: {cause}; free some space, nothing that was confirmed is lost"
    )]
    Full {
        /// The database's words.
        cause: String,
    },
    /// Somebody else wrote first, or the same thing was written before.
    #[error("{what} was already written")]
    Conflict {
        /// The row.
        what: String,
    },
    /// There is no such row.
    #[error("there is no such {what}")]
    Missing {
        /// Kind of row.
        what: String,
    },
    /// The attempt is closed; its journal takes nothing more.
    #[error("the attempt is closed")]
    Closed,
    /// A value is larger than its limit.
    #[error("{what} has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Kind of value.
        what: &'static str,
        /// Its size.
        bytes: usize,
        /// The most allowed.
        limit: usize,
    },
    /// The database does not answer, or not in time.
    #[error("the database does not answer: {cause}; check that it runs and can be reached")]
    Unreachable {
        /// The driver's words.
        cause: String,
    },
    /// Anything else the database says.
    #[error("the database refused: {cause}")]
    Refused {
        /// The driver's words.
        cause: String,
    },
}
