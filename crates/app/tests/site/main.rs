//! The site through its real router, in process: no socket, no browser. A file for each part of
//! the address space; visitors have the verbs that people have.

mod attempts;
mod cases;
mod front;
mod papers;
mod report;
mod shell;
mod strings;
mod visitor;
