//! The program: reads the command line and does what it says.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match casingexpert::run(casingexpert::Cli::parse().command()) {
        Ok(code) => code,
        Err(error) => {
            // The last words go to the terminal even when the log is silenced.
            let _ = writeln!(std::io::stderr(), "casingexpert: {error:#}");
            ExitCode::FAILURE
        }
    }
}
