//! Everything the project does to itself: tests, house rules, long measurements. Never part of
//! the product.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command talks to whoever ran it"
)]

mod debian;
mod edges;
mod postgres;
mod steps;
mod tidy;

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
    /// Check the house rules: lengths, names, dependency edges.
    Tidy,
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().task {
        Task::Test => steps::test(),
        Task::Tidy => tidy::run(),
    }
}
