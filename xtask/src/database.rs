//! The product's database seen without the product, through the databases' own clients.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::ledger::Kept;

/// Where the product keeps its journal.
pub(crate) enum Database {
    /// The file in the data folder.
    Sqlite(PathBuf),
    /// An address.
    Postgres(String),
}

impl Database {
    /// The turns of an attempt, in order.
    pub(crate) fn turns(&self, attempt: &str) -> Result<Vec<Kept>> {
        let hex = match self {
            Self::Sqlite(_) => "hex(payload)",
            Self::Postgres(_) => "encode(payload, 'hex')",
        };
        let entries = self.run(&format!(
            "SELECT {hex} FROM journal WHERE attempt = '{}' ORDER BY seq",
            plain(attempt)?
        ))?;
        let turns = entries
            .lines()
            .map(|line| turn(&serde_json::from_slice(&bytes(line)?)?))
            .collect::<Result<Vec<_>>>()?;
        Ok(turns.into_iter().flatten().collect())
    }

    /// Takes one entry out, as a database would that lied about having written it.
    pub(crate) fn remove(&self, attempt: &str, seq: u64) -> Result<()> {
        let left = self.run(&format!(
            "DELETE FROM journal WHERE attempt = '{0}' AND seq = {seq};
             SELECT count(*) FROM journal WHERE attempt = '{0}' AND seq = {seq}",
            plain(attempt)?
        ))?;
        ensure!(
            left.lines().last() == Some("0"),
            "entry {seq} is still there"
        );
        Ok(())
    }

    fn run(&self, sql: &str) -> Result<String> {
        let mut client = match self {
            Self::Sqlite(file) => {
                let mut client = Command::new("sqlite3");
                client.args(["-bail", "-cmd", ".timeout 5000"]).arg(file);
                client.arg(sql);
                client
            }
            Self::Postgres(url) => {
                let mut client = Command::new("psql");
                client.args(["-q", "-A", "-t", "-X", "-v", "ON_ERROR_STOP=1"]);
                client.args(["-c", sql]).arg(url);
                client
            }
        };
        let name = client.get_program().display().to_string();
        let output = client
            .output()
            .with_context(|| format!("starting {name}"))?;
        if !output.status.success() {
            bail!("{name}: {}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}

/// The turn in a journal entry, when it holds one.
fn turn(entry: &Value) -> Result<Option<Kept>> {
    let input = &entry["input"];
    let said = [&input["said"], &input["presented"]];
    let Some(said) = said.into_iter().find(|said| said.is_object()) else {
        return Ok(None);
    };
    let text = |name: &str| {
        let text = said[name].as_str().map(str::to_owned);
        text.with_context(|| format!("a turn without {name}"))
    };
    Ok(Some(Kept {
        seq: entry["seq"].as_u64().context("an entry without a number")?,
        turn: text("turn")?,
        words: text("text")?,
    }))
}

/// An id is letters, digits and dashes; anything else has no place in a statement.
fn plain(id: &str) -> Result<&str> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    ensure!(id.chars().all(fits), "`{id}` is no id of an attempt");
    Ok(id)
}

fn bytes(hex: &str) -> Result<Vec<u8>> {
    let digits: Vec<u32> = hex
        .chars()
        .map(|c| c.to_digit(16).context("not hexadecimal"))
        .collect::<Result<_>>()?;
    let byte = |pair: &[u32]| Ok(u8::try_from(pair[0] * 16 + pair[1])?);
    digits.chunks_exact(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_found_in_an_entry_and_other_entries_have_none() {
        let entry = r#"{"seq":3,"at":9,"input":{"said":{"turn":"t1","text":"Six.","reading":{}}}}"#;
        let kept = turn(&serde_json::from_str(entry).expect("an entry")).expect("reads");
        let expected = Kept {
            seq: 3,
            turn: "t1".into(),
            words: "Six.".into(),
        };
        assert_eq!(kept, Some(expected));
        let other = serde_json::json!({"seq": 4, "at": 9, "input": "done"});
        assert_eq!(turn(&other).expect("reads"), None);
    }

    #[test]
    fn hexadecimal_reads_in_both_cases_and_an_odd_id_is_refused() {
        assert_eq!(bytes("7bFf").expect("reads"), [0x7b, 0xff]);
        assert!(bytes("zz").is_err());
        assert!(plain("x'; DROP TABLE journal").is_err());
    }
}
