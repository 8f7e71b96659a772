//! The program as people start it: output, exit codes, and errors that say what to do.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casingexpert"));
    command.args(arguments);
    command
}

fn runs(arguments: &[&str]) -> Output {
    program(arguments).output().expect("starts")
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Fails with words that name what to do, and without a backtrace.
#[track_caller]
fn refuses(arguments: &[&str], words: &[&str]) {
    let output = runs(arguments);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for word in words {
        assert!(said.contains(word), "{word:?} is not in: {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn a_port_in_use_is_named_with_another_to_choose() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_string_lossy().into_owned();
    refuses(
        &["serve", "--listen", &address, "--data", &folder],
        &[&address, "--listen"],
    );
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() {
    let data = tempfile::NamedTempFile::new().expect("a file");
    let place = data.path().to_string_lossy().into_owned();
    refuses(
        &["--listen", "127.0.0.1:0", "--data", &place],
        &[&place, "--data"],
    );
}

#[test]
fn a_database_address_that_is_none_is_named() {
    let arguments = ["--listen", "127.0.0.1:0", "--database", "mysql://somewhere"];
    refuses(&arguments, &["mysql://somewhere", "sqlite:", "postgres://"]);
}

#[test]
fn a_case_folder_that_is_not_there_is_named() {
    refuses(
        &["case", "list", "--cases", "/no/such/folder"],
        &["/no/such/folder"],
    );
}

#[test]
fn the_server_prints_its_address_and_stops_when_told() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_string_lossy().into_owned();
    let mut server = Served(
        program(&["--listen", "127.0.0.1:0", "--data", &folder])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts"),
    );
    let stdout = server.0.stdout.take().expect("a pipe");
    let first = BufReader::new(stdout)
        .lines()
        .next()
        .expect("a line")
        .expect("text");
    let port = first.strip_prefix("http://localhost:").expect("an address");
    assert!(port.parse::<u16>().is_ok_and(|port| port > 0), "{first}");
    let told = Command::new("kill")
        .arg(server.0.id().to_string())
        .status()
        .expect("kill runs");
    assert!(told.success());
    assert_eq!(server.0.wait().expect("ends").code(), Some(0));
}

/// A server that does not outlive its test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It has mostly ended by itself.
        let _ = self.0.kill();
    }
}

#[test]
fn the_list_of_cases_begins_each_line_with_the_slug() {
    let output = runs(&["case", "list", "--cases", &cases().to_string_lossy()]);
    let listed = text(&output.stdout);
    let slugs: Vec<&str> = listed
        .lines()
        .filter_map(|l| l.split('\t').next())
        .collect();
    assert!(slugs.contains(&"ev-charging-entry"), "{listed}");
}

#[test]
fn a_broken_case_is_named_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("case.toml"), "slug = 3\n").expect("writes");
    let output = runs(&["case", "lint", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).contains("case.toml:"),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn a_shown_case_has_its_numbers_computed() {
    let folder = cases();
    let output = runs(&[
        "case",
        "show",
        "ev-charging-entry",
        "--cases",
        &folder.to_string_lossy(),
    ]);
    assert!(
        text(&output.stdout).contains("531,000,000"),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn an_answer_is_scored_as_one_line_of_json() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let answer = r#"{"id":"a1","case":"ev-charging-entry","segment":"quant1",
        "text":"2.4 million times 2,500 is 6 billion, a quarter of it 1.5 billion, 60 percent 0.9 billion, times 59 cents is 531 million euros a year."}"#;
    std::fs::write(file.path(), answer.replace('\n', " ")).expect("writes");
    let place = file.path().to_string_lossy().into_owned();
    let output = runs(&["score", &place, "--cases", &cases().to_string_lossy()]);
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one object");
    assert_eq!(
        (line["id"].as_str(), line["final_right"].as_bool()),
        (Some("a1"), Some(true))
    );
    assert!(
        line["level"].as_u64().is_some_and(|l| (1..=5).contains(&l)),
        "{line}"
    );
}

#[test]
fn a_line_that_is_no_answer_is_named() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "not json\n").expect("writes");
    let place = file.path().to_string_lossy().into_owned();
    refuses(&["score", &place], &["line 1", "`id`"]);
}
