//! `casingexpert case list|show|lint|import`: what authors do with cases.

mod import;
mod lint;
mod show;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;

use crate::CaseLibrary;
use crate::words::kind_line;

/// What to do with cases.
#[derive(Debug, Clone, Subcommand)]
pub enum CaseCommand {
    /// List the cases, slug first.
    List {
        /// A folder of further cases, one folder or one neutral YAML file a case.
        #[arg(long, value_name = "DIR")]
        cases: Option<PathBuf>,
    },
    /// Print a case with every number computed. Gives the case away.
    Show {
        /// The case, as `case list` names it.
        slug: String,
        /// Number set; 0 is the authored one.
        #[arg(long, value_name = "N", default_value_t = 0)]
        seed: u64,
        /// A folder of further cases, one folder or one neutral YAML file a case.
        #[arg(long, value_name = "DIR")]
        cases: Option<PathBuf>,
    },
    /// Say everything that is wrong with a case, or with every case of a folder.
    Lint {
        /// A case folder or a folder of them; without it the cases in the program.
        path: Option<PathBuf>,
    },
    /// Turn a case in neutral YAML into a case folder.
    Import {
        /// The YAML file; its name becomes the slug.
        file: PathBuf,
        /// Where the case folder is made.
        #[arg(long, value_name = "DIR", default_value = "cases")]
        to: PathBuf,
    },
}

/// Runs the command. Its exit code is 1 when something is wrong with a case.
///
/// # Errors
/// When a file or folder cannot be used.
pub fn run(command: CaseCommand) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    match command {
        CaseCommand::List { cases } => {
            for listed in CaseLibrary::load(cases.as_deref())?.all() {
                let case = &listed.case;
                writeln!(out, "{}\t{}\t{}", case.slug, case.title, kind_line(case))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        CaseCommand::Show { slug, seed, cases } => {
            show::run(&CaseLibrary::load(cases.as_deref())?, &slug, seed, &mut out)
        }
        CaseCommand::Lint { path } => lint::run(path.as_deref(), &mut out),
        CaseCommand::Import { file, to } => import::run(&file, &to, &mut out),
    }
}
