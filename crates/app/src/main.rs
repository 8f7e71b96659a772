//! The program: reads the command line and does what it says.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match casingexpert::run(casingexpert::Cli::parse().command()) {
        Ok(code) => code,
        // Whoever reads has seen enough, as `| head` does.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // The last words go to the terminal even when the log is silenced.
            let _ = writeln!(std::io::stderr(), "casingexpert: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
}
