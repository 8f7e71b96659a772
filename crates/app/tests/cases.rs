//! The cases of the binary: their plays are ranked as a listener would rank them, and their charts
//! are drawn, in several number sets.

use std::sync::Arc;

use casebook::{Authored, ChartKind};
use casingexpert::exhibits::{Style, exhibit_html};
use casingexpert::library;
use interview::{Reader, play};

/// Number sets in which every play is run.
const SEEDS: [u64; 3] = [0, 3, 7];

/// The cases this product ships.
const CASES: usize = 10;

/// The sum of the levels of all segments in one play at one number set; a segment that was
/// never reached adds nothing.
fn levels(authored: &Authored, reader: &Reader, name: &str, seed: u64) -> Result<u32, String> {
    let case = Arc::new(authored.case(seed).map_err(|no| no.to_string())?);
    let plays = authored.plays();
    let (_, template) = plays
        .iter()
        .find(|(known, _)| known == name)
        .ok_or_else(|| format!("no play `{name}`"))?;
    let text = authored
        .fill(template, seed)
        .map_err(|flaw| flaw.to_string())?;
    let played = play::run_play(&case, reader, &text).map_err(|flaw| flaw.to_string())?;
    let card = scoring::score(&case, &played.plan, &played.entries);
    Ok(card
        .segments
        .iter()
        .map(|s| u32::from(s.level.unwrap_or(0)))
        .sum())
}

/// What is amiss in the order of the three plays.
fn out_of_order(authored: &Authored, seed: u64) -> Option<String> {
    let slug = authored.slug();
    let ranked = || -> Result<(u32, u32, u32), String> {
        let case = authored.case(seed).map_err(|no| no.to_string())?;
        let reader = Reader::new(&case);
        Ok((
            levels(authored, &reader, "strong", seed)?,
            levels(authored, &reader, "weak", seed)?,
            levels(authored, &reader, "silent", seed)?,
        ))
    };
    match ranked() {
        Ok((strong, weak, silent)) if strong > weak && weak > silent => None,
        Ok((strong, weak, silent)) => Some(format!(
            "{slug} at seed {seed}: strong {strong}, weak {weak}, silent {silent}"
        )),
        Err(why) => Some(format!("{slug} at seed {seed}: {why}")),
    }
}

#[test]
fn every_strong_play_beats_the_weak_one_and_silence_comes_last() {
    let mut amiss = Vec::new();
    let sources = library::embedded();
    assert_eq!(sources.len(), CASES);
    for (slug, source) in sources {
        let (authored, _) = Authored::parse(&source);
        match authored {
            Some(authored) => {
                amiss.extend(
                    SEEDS
                        .iter()
                        .filter_map(|seed| out_of_order(&authored, *seed)),
                );
            }
            None => amiss.push(format!("{slug} cannot be read")),
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}

#[test]
fn every_chart_that_a_case_asks_for_is_drawn() {
    let mut amiss = Vec::new();
    for (slug, source) in library::embedded() {
        let authored = Authored::parse(&source).0.expect("a case");
        for seed in SEEDS {
            let case = authored.case(seed).expect("a number set");
            for exhibit in &case.exhibits {
                let html = exhibit_html(exhibit, 1, Style::Report, None);
                let wants = exhibit.chart.kind != ChartKind::Table;
                let marked = exhibit.chart.highlight.is_none() || html.contains("x-hi\"");
                if wants && !(html.contains("<svg") && marked) {
                    amiss.push(format!("{slug}/{} at seed {seed}", exhibit.id));
                }
            }
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}
