//! What only a file can do: be unreadable to others, be unwritable, be newer, hold leftovers.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::databases::{fresh_folder, fresh_id};
use store::{AttemptId, NewAttempt, PersonId, Store, StoreError};

async fn open(path: &Path) -> Result<Store, StoreError> {
    Store::open(&format!("sqlite:{}", path.display())).await
}

#[tokio::test]
async fn only_the_owner_can_read_folder_and_files() {
    let folder = fresh_folder("private").join("data");
    let path = folder.join("casingexpert.db");
    let store = open(&path).await.unwrap();
    store
        .person_create(&PersonId::from(fresh_id()), 0)
        .await
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    store.close().await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    // A file where the folder should be: refused to everyone, root included.
    let place = fresh_folder("unwritable");
    fs::write(&place, "").unwrap();
    let said = open(&place.join("casingexpert.db"))
        .await
        .unwrap_err()
        .to_string();
    assert!(
        said.starts_with(&format!("cannot write the database {}", place.display())),
        "{said}"
    );
    assert!(said.ends_with("choose another with --data"), "{said}");
}

#[tokio::test]
async fn a_database_from_a_newer_version_is_refused_and_left_alone() {
    let path = fresh_folder("newer").join("casingexpert.db");
    open(&path).await.unwrap().close().await;
    let newer = sqlx::SqlitePool::connect(&format!("sqlite:{}", path.display()))
        .await
        .unwrap();
    sqlx::raw_sql(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'from the future', TRUE, x'00', 0)",
    )
    .execute(&newer)
    .await
    .unwrap();
    newer.close().await;
    let before = fs::read(&path).unwrap();
    let refused = open(&path).await.unwrap_err();
    assert!(
        matches!(refused, StoreError::Newer { found: 9999, .. }),
        "{refused}"
    );
    assert!(
        refused.to_string().contains("start the newer program"),
        "{refused}"
    );
    assert!(fs::read(&path).unwrap() == before, "the file was changed");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = fresh_folder("foreign");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("casingexpert.db");
    let letter = "Dear reader, this is a letter and no database. ".repeat(40);
    fs::write(&path, &letter).unwrap();
    let refused = open(&path).await.unwrap_err();
    assert!(matches!(refused, StoreError::Foreign { .. }), "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), letter);
}

#[tokio::test]
async fn deleted_words_are_gone_from_the_files_themselves() {
    const WORDS: &[u8] = b"seven lighthouses in Semarang";
    let path = fresh_folder("erasure").join("casingexpert.db");
    let store = open(&path).await.unwrap();
    let (person, attempt) = (PersonId::from(fresh_id()), AttemptId::from(fresh_id()));
    store.person_create(&person, 0).await.unwrap();
    store
        .attempt_create(&planned(&attempt, &person, WORDS))
        .await
        .unwrap();
    store
        .attempt_journal_append(&attempt, 0, WORDS, 0)
        .await
        .unwrap();
    store.scorecard_add(&attempt, 1, 1, WORDS, 0).await.unwrap();
    store.rule_set(&person, &attempt, WORDS, 0).await.unwrap();
    assert!(any_file_holds(&path, WORDS));
    store.attempt_delete(&person, &attempt).await.unwrap();
    assert!(!any_file_holds(&path, WORDS));
    store.close().await;
}

fn planned(attempt: &AttemptId, person: &PersonId, plan: &[u8]) -> NewAttempt {
    NewAttempt {
        id: attempt.clone(),
        person: person.clone(),
        slug: "ev-charging-entry".to_owned(),
        case_hash: "c0ffee".to_owned(),
        seed: 0,
        engine: 1,
        reader: 1,
        plan: plan.to_vec().into(),
        rule_from: None,
        created_ms: 0,
    }
}

fn any_file_holds(database: &Path, words: &[u8]) -> bool {
    fs::read_dir(database.parent().unwrap())
        .unwrap()
        .any(|entry| {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            bytes.windows(words.len()).any(|window| window == words)
        })
}

#[test]
fn both_databases_have_one_text_of_migrations() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let texts = |backend: &str| {
        let mut all: Vec<_> = fs::read_dir(root.join(backend).join("migrations"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (
                    path.file_name().unwrap().to_owned(),
                    fs::read_to_string(path).unwrap(),
                )
            })
            .collect();
        all.sort();
        all
    };
    let mut sqlite = texts("store_sqlite");
    for (_, text) in &mut sqlite {
        *text = text.replace(" BLOB ", " BYTEA ");
    }
    assert_eq!(sqlite, texts("store_pg"));
}
