//! Everything of CasingExpert that touches the world: pages, rooms, commands, the database and
//! the clock. What a case means, what the interviewer does and what a score is are decided in
//! the pure crates below, never here.

pub mod access;
pub mod assets;
pub mod cli;
pub mod clock;
pub mod codec;
pub mod commands;
pub mod config;
pub mod error;
pub mod exhibits;
pub mod figures;
pub mod forget;
pub mod health;
pub mod library;
pub mod pages;
pub mod prose;
pub mod request_log;
pub mod retention;
pub mod rooms;
pub mod routes;
pub mod rule;
pub mod scored;
pub mod security;
pub mod serve;
pub mod state;
pub mod strings;
pub mod typed;
pub mod words;

use std::process::ExitCode;

pub use access::Access;
pub use assets::asset;
pub use cli::{Cli, Command, ServeArgs};
pub use config::{Config, PublicUrl};
pub use library::CaseLibrary;
pub use routes::{Route, router, table};
pub use state::AppState;
pub use strings::{t, t1, ta, tn};

/// Does what the command line asks.
///
/// # Errors
/// When it cannot be done; the message says what to do instead.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve(args) => serve::run(args),
        Command::Practice(args) => commands::practice::run(&args),
        Command::Case { command } => commands::case::run(command),
        Command::Score(args) => commands::score::run(&args),
        Command::Match(args) => commands::matching::run(&args),
    }
}
