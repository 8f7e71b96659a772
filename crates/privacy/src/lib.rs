//! The data map as types: what is stored, why, for how long and who else receives it. The privacy
//! page is rendered from it and tests hold it against the database, so the page cannot promise
//! what the program does not do. Reads no file and no database: text and names come in as
//! arguments.

mod category;
mod check;
mod compare;
mod map;
mod problem;
mod source;

pub use category::Category;
pub use compare::differences;
pub use map::{
    Context, DataMap, EndedBy, Erasure, Item, Kind, Place, Purpose, Recipient, Retention,
};
pub use problem::Problem;
