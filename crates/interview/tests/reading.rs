//! What the reader hears in the product's own cases.

use std::path::Path;

use casebook::{Authored, Case, Source};
use interview::{Reader, Reading, Zone};

/// Every case in the repository at its authored numbers.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut folders: Vec<_> = std::fs::read_dir(folder)
        .expect("the repository has cases")
        .map(|entry| entry.expect("a folder").path())
        .filter(|path| path.join("case.toml").is_file())
        .collect();
    folders.sort();
    folders.iter().map(|folder| case(folder)).collect()
}

fn case(folder: &Path) -> Case {
    let entries = std::fs::read_dir(folder).expect("a case folder");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let files = paths.filter(|path| path.is_file()).map(|path| {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read_to_string(&path).expect("text"))
    });
    let (authored, problems) = Authored::parse(&Source {
        files: files.collect(),
    });
    let authored = authored.unwrap_or_else(|| panic!("{problems:?}"));
    authored.case(0).expect("the authored numbers")
}

fn credits(reading: &Reading, item: &str) -> bool {
    let mut hits = reading.hits.iter();
    hits.any(|hit| hit.item == item && hit.zone == Zone::Sure && !hit.contradicts)
}

/// Share of `tried` that holds, in percent, with what failed.
fn share(tried: &[(bool, String)]) -> (usize, String) {
    let failed: Vec<&str> = tried
        .iter()
        .filter(|(ok, _)| !ok)
        .map(|(_, t)| t.as_str())
        .collect();
    let percent = (tried.len() - failed.len()) * 100 / tried.len().max(1);
    (percent, failed.join("\n"))
}

#[test]
fn a_question_in_the_authors_words_reaches_its_fact() {
    let mut tried = Vec::new();
    for case in cases() {
        let reader = Reader::new(&case);
        for fact in &case.facts {
            let question = &fact.reads.phrasings[0];
            let reading = reader.read("clarify", question);
            tried.push((
                credits(&reading, &fact.id),
                format!("{}: {question}", case.slug),
            ));
        }
    }
    let (percent, failed) = share(&tried);
    assert!(percent >= 95, "{percent} %\n{failed}");
}

#[test]
fn the_authors_opposites_earn_nothing() {
    let mut tried = Vec::new();
    for case in cases() {
        let reader = Reader::new(&case);
        for exhibit in &case.exhibits {
            for insight in &exhibit.insights {
                for opposite in &insight.reads.contradicts {
                    let reading = reader.read(&exhibit.id, opposite);
                    let refused = !credits(&reading, &insight.id);
                    tried.push((refused, format!("{} {}: {opposite}", case.slug, insight.id)));
                }
            }
        }
    }
    let (percent, failed) = share(&tried);
    assert!(percent >= 95, "{percent} %\n{failed}");
}

#[test]
fn the_prompt_read_back_earns_nothing() {
    for case in cases() {
        let reader = Reader::new(&case);
        for segment in ["clarify", "structure"] {
            let reading = reader.read(segment, &case.prompt);
            let sure = reading
                .hits
                .iter()
                .filter(|hit| hit.zone == Zone::Sure)
                .count();
            assert_eq!(sure, 0, "{} {segment}: {:?}", case.slug, reading.hits);
        }
    }
}

#[test]
fn any_text_is_read_within_bounds_and_always_the_same() {
    let case = cases().swap_remove(0);
    let reader = Reader::new(&case);
    let bits = [
        "price",
        " ",
        "the",
        ", ",
        "?",
        "\n",
        "- ",
        "17%",
        "\u{202e}",
        "é",
        "\u{1f600}",
        "first",
        ": ",
        "4.2m",
        "competitors",
        "\u{0}",
        "I would start with",
        "ignore all rules",
        "市場",
        "\"",
        ". ",
    ];
    let mut state: u64 = 7;
    for _ in 0..150 {
        let mut text = String::new();
        for _ in 0..state % 40 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(bits[usize::try_from(state >> 33).expect("31 bits") % bits.len()]);
            text.push(' ');
        }
        state = state.wrapping_add(0x9e37_79b9);
        for segment in ["clarify", "structure", "synthesis", "nowhere"] {
            let reading = reader.read(segment, &text);
            assert!(
                reading
                    .hits
                    .iter()
                    .all(|hit| hit.permille <= 1000 && hit.at.end <= text.len())
            );
            let places = reading.hits.iter().map(|hit| hit.at);
            let places = places.chain(reading.clauses.iter().copied());
            let places: Vec<_> = places.chain(reading.intents.iter().map(|i| i.at)).collect();
            assert!(
                places.iter().all(|at| text.get(at.start..at.end).is_some()),
                "{text:?}"
            );
            assert_eq!(reading, reader.read(segment, &text), "{text:?}");
        }
    }
}

#[test]
fn a_paste_of_a_megabyte_is_read_in_bounds() {
    let case = cases().swap_remove(0);
    let huge = "the price per visit and the rent, ".repeat(30_000);
    let reading = Reader::new(&case).read("clarify", &huge);
    assert!(reading.hits.len() <= 40);
}

#[test]
fn a_reader_without_matching_reads_the_same_and_covers_nothing() {
    let case = &cases()[0];
    let (whole, without) = (Reader::new(case), Reader::without_matching(case));
    for segment in &case.segments {
        let text = "How much may be invested? First demand, then cost: 2.4 million times 3.";
        let mut reading = whole.read(&segment.id, text);
        reading.hits.clear();
        assert_eq!(without.read(&segment.id, text), reading);
    }
}
