//! The store on SQLite. Its statements are the shared ones; this crate adds how a file is opened,
//! what a write transaction is and how SQLite's errors read. Never reached but through `store`.

mod backend;
#[expect(
    missing_docs,
    reason = "documented once for both databases, on `store::Store`"
)]
#[path = "../../store/queries/mod.rs"]
mod queries;

pub use backend::Store;
