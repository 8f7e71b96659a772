//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::commands::case::CaseCommand;
use crate::commands::matching::MatchArgs;
use crate::commands::practice::PracticeArgs;
use crate::commands::score::ScoreArgs;
use crate::config::PublicUrl;

/// Practise consulting case interviews, offline, with evidence behind every score.
#[derive(Debug, Parser)]
#[command(name = "casingexpert", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(flatten)]
    serve: ServeArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the web server (also what happens without a command).
    Serve(ServeArgs),
    /// Practise a case in the terminal, with the report at the end.
    Practice(PracticeArgs),
    /// List, show, check or import cases.
    Case {
        /// What to do.
        #[command(subcommand)]
        command: CaseCommand,
    },
    /// Score answers to single segments, a JSON line each.
    Score(ScoreArgs),
    /// Measure the matcher on labelled sentences.
    Match(MatchArgs),
}

/// How to serve.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Address and port to listen on; without it port 8080 of this machine alone.
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Folder for the database.
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// Database address, sqlite:FILE or postgres://USER@HOST/NAME, instead of a file in the data folder.
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// A folder of further cases, one folder a case.
    #[arg(long, value_name = "DIR")]
    pub cases: Option<PathBuf>,
    /// The address visitors use, such as https://cases.example.org.
    #[arg(long, value_name = "URL")]
    pub public_url: Option<PublicUrl>,
    /// Hear nothing of what a case holds. For measuring only: the same turns then cost what
    /// everything but matching costs, and such attempts are worth nothing to a candidate.
    #[arg(long, hide = true)]
    pub without_matching: bool,
}

impl Cli {
    /// The command asked for.
    #[must_use]
    pub fn command(self) -> Command {
        self.command.unwrap_or(Command::Serve(self.serve))
    }
}
