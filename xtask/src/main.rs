//! Everything the project does to itself: tests, house rules, long measurements. Never part of
//! the product.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command talks to whoever ran it"
)]

mod bars;
mod bench;
mod database;
mod debian;
mod edges;
mod kills;
mod ledger;
mod postgres;
mod promises;
mod queries;
mod steps;
mod tidy;
mod traces;
mod wire;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "xtask",
    about = "Tests, house rules and measurements of CasingExpert"
)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what tests need, then run every check and test.
    Test,
    /// The long measurements in one go, written to docs/measured.md.
    Bars {
        /// A tenth of the repetitions.
        #[arg(long)]
        quick: bool,
        /// Measure this binary instead of building one.
        #[arg(long)]
        binary: Option<PathBuf>,
    },
    /// Fifty rooms at once against the floor of this machine.
    Bench {
        /// Rooms open at once.
        #[arg(long, default_value_t = 50)]
        rooms: u32,
        /// Seconds they practise.
        #[arg(long, default_value_t = 300)]
        secs: u64,
        /// Measure this binary instead of building one.
        #[arg(long)]
        binary: Option<PathBuf>,
    },
    /// `kill -9` at random moments, on SQLite and on PostgreSQL.
    Kills {
        /// Kills on each database.
        #[arg(long, default_value_t = 200)]
        kills: u32,
        /// Lose an acknowledged entry on purpose after each kill, and fail unless exactly that is
        /// reported.
        #[arg(long)]
        prove: bool,
        /// Kill this binary instead of building one.
        #[arg(long)]
        binary: Option<PathBuf>,
    },
    /// Malformed input for everything that takes bytes from outside. What breaks a parser is kept
    /// in its corpus.
    Fuzz {
        /// Seconds for each target.
        #[arg(long, default_value_t = 60)]
        secs: u64,
        /// Seed of the inputs; without it the time of day.
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Describe every statement anew after a query or a migration changed.
    Queries,
    /// Read every phrasing of the product's cases with the sentence model, after a case changed.
    Vectors,
    /// Check the house rules: lengths, names, dependency edges.
    Tidy,
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().task {
        Task::Test => steps::test(),
        Task::Bars { quick, binary } => bars::run(&steps::release_binary(binary)?, quick),
        Task::Bench {
            rooms,
            secs,
            binary,
        } => {
            let binary = steps::release_binary(binary)?;
            let load = bench::Load { rooms, secs };
            bench::run(&binary, &load)?
                .iter()
                .for_each(|line| println!("{line}"));
            Ok(())
        }
        Task::Kills {
            kills,
            prove,
            binary,
        } => steps::kills(&steps::release_binary(binary)?, kills, prove),
        Task::Fuzz { secs, seed } => {
            steps::fuzz_lines(secs, seed)?
                .iter()
                .for_each(|line| println!("{line}"));
            Ok(())
        }
        Task::Vectors => steps::vectors(),
        Task::Queries => queries::run(),
        Task::Tidy => tidy::run(),
    }
}
