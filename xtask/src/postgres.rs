//! A throw-away PostgreSQL cluster on a free loopback port. Gone when dropped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::debian;

/// The account Debian makes for PostgreSQL, which refuses to run as root.
const SERVER_ACCOUNT: &str = "postgres";

/// A running cluster.
pub(crate) struct Cluster {
    bin: PathBuf,
    folder: tempfile::TempDir,
    port: u16,
}

impl Cluster {
    /// Creates and starts one.
    pub(crate) fn start() -> Result<Self> {
        let bin = debian::postgres_bin().context("PostgreSQL is not installed")?;
        let folder = tempfile::Builder::new()
            .prefix("casingexpert-pg-")
            .tempdir()?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        if debian::is_root() {
            run(Command::new("chown").arg(SERVER_ACCOUNT).arg(folder.path()))?;
        }
        let cluster = Self { bin, folder, port };
        let data = cluster.data();
        run(cluster
            .as_server("initdb")
            .args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "-D"])
            .arg(&data))?;
        let options = format!(
            "-h 127.0.0.1 -p {} -k {}",
            cluster.port,
            cluster.folder.path().display()
        );
        run(cluster
            .as_server("pg_ctl")
            .args(["-w", "-D"])
            .arg(&data)
            .args([
                "-l",
                &cluster.folder.path().join("log").display().to_string(),
            ])
            .args(["-o", &options, "start"]))?;
        Ok(cluster)
    }

    /// The address tests connect to; they make databases of their own inside.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn as_server(&self, program: &str) -> Command {
        let path = self.bin.join(program);
        let mut command = if debian::is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", SERVER_ACCOUNT, "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.current_dir(Path::new("/"));
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.data();
        let stopped = run(self
            .as_server("pg_ctl")
            .args(["-m", "immediate", "-D"])
            .arg(data)
            .arg("stop"));
        if let Err(error) = stopped {
            eprintln!("the test cluster did not stop: {error:#}");
        }
    }
}

fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("starting {}", command.get_program().display()))?;
    if !status.success() {
        bail!("{} failed with {status}", command.get_program().display());
    }
    Ok(())
}
