//! A file a command of the command line.

mod page;
pub mod practice;
mod report;
mod talk;
