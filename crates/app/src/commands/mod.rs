//! A file a command of the command line.

pub mod case;
pub mod matching;
mod page;
pub mod practice;
mod record;
mod report;
pub mod score;
mod talk;
