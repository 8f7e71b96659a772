//! The store on PostgreSQL. Its statements are the shared ones; this crate adds how a server is
//! reached and how its errors read. Never reached but through `store`.

mod backend;
#[expect(
    missing_docs,
    reason = "documented once for both databases, on `store::Store`"
)]
#[path = "../../store/queries/mod.rs"]
mod queries;

pub use backend::Store;
