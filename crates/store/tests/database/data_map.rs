//! What the privacy page says is stored, against what is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use privacy::{DataMap, EndedBy, Kind, differences};
use store::{GUEST_KEPT_DAYS, PersonId};

use crate::databases::{each, fresh_folder, fresh_id};

fn map() -> DataMap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../privacy/data-map.toml");
    let (map, problems) = DataMap::parse(&fs::read_to_string(path).unwrap());
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    map.unwrap_or_else(|| panic!("{}", said.join("\n")))
}

#[tokio::test]
async fn every_column_is_in_the_data_map_and_every_mapped_column_exists() {
    for (on, store) in each("data map").await {
        let columns = store.columns().await.unwrap();
        let said: Vec<_> = differences(&map(), Kind::Column, columns.iter().map(String::as_str))
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(said.is_empty(), "{on}:\n{}", said.join("\n"));
        store.close().await;
    }
}

#[tokio::test]
async fn the_database_leaves_no_file_that_the_map_does_not_name() {
    let folder = fresh_folder("files");
    let url = format!("sqlite:{}", folder.join("casingexpert.db").display());
    let store = store::Store::open(&url).await.unwrap();
    store
        .person_create(&PersonId::from(fresh_id()), 0)
        .await
        .unwrap();
    let files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let differ = differences(&map(), Kind::File, files.iter().map(String::as_str));
    assert!(differ.is_empty(), "{differ:?}");
    store.close().await;
}

#[test]
fn the_sweep_keeps_to_the_days_that_the_map_promises() {
    let swept: BTreeSet<_> = map()
        .items
        .iter()
        .filter(|item| item.retention.ended_by.contains(&EndedBy::Sweep))
        .map(|item| item.retention.days.map(i64::from))
        .collect();
    assert_eq!(swept, BTreeSet::from([Some(GUEST_KEPT_DAYS)]));
}

/// A new column, a dropped one and a renamed one each turn the comparison red, all at once.
#[test]
fn a_column_that_only_one_side_knows_is_named() {
    let map = map();
    let mut columns: Vec<_> = map.names(Kind::Column);
    columns.retain(|name| *name != "journal.payload");
    columns.push("person.email");
    let said: Vec<_> = differences(&map, Kind::Column, columns)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        said,
        [
            "data-map.toml: column person.email exists and is not in the map; \
             say what it is, why and how long it is kept",
            "data-map.toml: column journal.payload is in the map and does not exist; \
             remove it from the map",
        ]
    );
}
