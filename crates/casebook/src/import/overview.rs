//! Title, industry, goal and the long prose of the neutral YAML.

use serde_json::Value;

use super::figures::Figures;
use super::neutral::{list, sentences, text, texts};
use super::toml_text::{Page, quoted};

/// Words that tell an industry, the telling ones first.
const INDUSTRIES: &[(&str, &str)] = &[
    ("non-profit", "public-social"),
    ("charity", "public-social"),
    ("hospital", "healthcare-pharma"),
    ("health", "healthcare-pharma"),
    ("pharma", "healthcare-pharma"),
    ("bank", "financial-services"),
    ("insur", "financial-services"),
    ("airport", "travel-leisure"),
    ("hotel", "travel-leisure"),
    ("travel", "travel-leisure"),
    ("media", "media"),
    ("streaming", "media"),
    ("energy", "energy-resources"),
    ("utility", "energy-resources"),
    ("mining", "energy-resources"),
    ("logistic", "transport-logistics"),
    ("transport", "transport-logistics"),
    ("cement", "industrials"),
    ("manufactur", "industrials"),
    ("steel", "industrials"),
    ("software", "technology-telecoms"),
    ("tele", "technology-telecoms"),
    ("education", "education"),
    ("school", "education"),
    ("farm", "agriculture"),
    ("agri", "agriculture"),
    ("palm oil", "agriculture"),
    ("real estate", "real-estate"),
    ("housing", "real-estate"),
    ("public", "public-social"),
];

/// Words that tell a topic.
const TOPICS: &[(&str, &str)] = &[
    ("profit", "profitability"),
    ("market-entry", "market-entry"),
    ("m-and-a", "merger"),
    ("merger", "merger"),
    ("acqui", "merger"),
    ("pric", "pricing"),
    ("sizing", "market-sizing"),
    ("new-product", "new-product"),
    ("operation", "operations"),
    ("cost", "cost"),
    ("growth", "growth"),
    ("turnaround", "turnaround"),
    ("organi", "organisation"),
    ("equity", "private-equity"),
    ("digital", "digital"),
    ("compet", "competitive-response"),
];

/// Phrases that a time limit begins with.
const HORIZONS: &[&str] = &[
    "within ", "by its ", "in year ", "in its ", "in the ", "over ", "by ",
];

/// `case.toml`.
pub(super) fn overview(whole: &Value, slug: &str, fill: &Figures) -> Page {
    let mut page = Page::default();
    let prompt = text(whole, "prompt");
    let (industry, region) = industry(&text(whole, "industry"));
    let topics = topics(&text(whole, "topic"));
    page.text("slug", slug);
    page.plain("version", "1");
    page.text("title", &fill.prose(&text(whole, "title")));
    page.plain("client", &quoted(&fill.prose(&client(&prompt))));
    let teaser: Vec<_> = sentences(&prompt).into_iter().take(2).collect();
    page.plain("teaser", &quoted(&fill.prose(&teaser.join(" "))));
    let words = topics
        .first()
        .map(|topic| topic.replace('-', " "))
        .unwrap_or_default();
    page.plain(
        "trains",
        &quoted(&format!(
            "A {words} case with two calculations and a table."
        )),
    );
    page.text("industry", industry);
    page.plain("region", &quoted(&fill.prose(&region)));
    page.texts("topics", &topics);
    page.texts("formats", &formats(&text(whole, "format")));
    page.text("author", "CasingExpert");
    page.text("licence", "Apache-2.0");
    let level = text(whole, "difficulty")
        .parse()
        .unwrap_or(3_u8)
        .clamp(1, 5);
    page.head("[difficulty]");
    for axis in ["ambiguity", "math", "exhibits", "pressure"] {
        page.plain(axis, &level.to_string());
    }
    objective(&mut page, &text(whole, "objective"), fill);
    page
}

fn industry(words: &str) -> (&'static str, String) {
    let (name, region) = match words.split_once('(') {
        Some((name, region)) => (name, region.trim_end_matches(')').to_owned()),
        None => (words, String::new()),
    };
    let name = name.to_lowercase();
    let found = INDUSTRIES.iter().find(|(part, _)| name.contains(part));
    (found.map_or("consumer-retail", |(_, slug)| slug), region)
}

fn topics(words: &str) -> Vec<String> {
    let words = words.to_lowercase().replace(' ', "-");
    let found = TOPICS.iter().filter(|(part, _)| words.contains(part));
    let mut topics: Vec<String> = found.map(|(_, slug)| (*slug).to_owned()).collect();
    topics.dedup();
    if topics.is_empty() {
        topics.push("profitability".to_owned());
    }
    topics
}

fn formats(first: &str) -> Vec<String> {
    let mut formats = vec!["interviewer-led".to_owned(), "candidate-led".to_owned()];
    if first == "candidate-led" {
        formats.reverse();
    }
    formats
}

/// The first name in the prompt: after `Our client`, else the words it begins with.
fn client(prompt: &str) -> String {
    let rest = prompt
        .trim_start_matches("Our client")
        .trim_start_matches([',', ' ']);
    let rest = rest.strip_prefix("is ").unwrap_or(rest);
    let words = rest.split_whitespace();
    let named = words.take_while(|word| word.starts_with(char::is_uppercase));
    let name: Vec<_> = named.collect();
    name.join(" ")
        .trim_end_matches([',', '.', ';'])
        .trim_end_matches("'s")
        .to_owned()
}

fn objective(page: &mut Page, words: &str, fill: &Figures) {
    let target = words
        .split_once(" so that ")
        .or_else(|| words.split_once(" to "));
    let target = target.map_or(words, |(_, target)| target);
    let starts = HORIZONS.iter().filter_map(|start| words.rfind(start));
    let horizon = starts.min().map_or("", |at| &words[at..]);
    let horizon = horizon.split([',', ';', '.']).next().unwrap_or_default();
    page.head("[objective]");
    page.plain("text", &quoted(&fill.prose(words)));
    page.plain(
        "metric",
        &quoted(&fill.prose(words.split(',').next().unwrap_or_default())),
    );
    page.plain("target", &quoted(&fill.prose(target)));
    page.plain("horizon", &quoted(&fill.prose(horizon)));
}

/// `prompt.md`.
pub(super) fn prompt(whole: &Value, fill: &Figures) -> String {
    fill.prose(&text(whole, "prompt")) + "\n"
}

/// `notes.md`: what weak answers look like and remarks on the figures.
pub(super) fn notes(whole: &Value, fill: &Figures) -> String {
    let mut lines = vec!["Weak answers:".to_owned()];
    let ending = whole.get("synthesis");
    let weak = ending.map(|ending| [text(ending, "weak"), text(ending, "weak_example")]);
    lines.extend(weak.into_iter().flatten().filter(|line| !line.is_empty()));
    for question in list(whole, "quant") {
        lines.extend(texts(question, "final_note"));
    }
    fill.prose(&lines.join("\n\n")) + "\n"
}

/// `debrief.md`: the recommendation and the reasons for it.
pub(super) fn debrief(whole: &Value, fill: &Figures) -> String {
    let Some(ending) = whole.get("synthesis") else {
        return String::new();
    };
    let mut lines = vec![text(ending, "recommendation"), String::new()];
    let points = list(ending, "points")
        .iter()
        .map(|point| text(point, "text"));
    let reasons = texts(ending, "supporting_points").into_iter().chain(points);
    lines.extend(reasons.map(|reason| format!("- {reason}")));
    fill.prose(&lines.join("\n")) + "\n"
}
