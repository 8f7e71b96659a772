//! The site through its real router, in process: no socket, no browser. A file for each part of
//! the address space; visitors have the verbs that people have.

mod papers;
mod shell;
mod strings;
mod visitor;
