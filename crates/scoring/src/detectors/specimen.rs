//! A small case and marked-up lines for the tests of detectors: `[s1: words]` is a hit on item
//! `s1`, `[!p1: words]` says its opposite, `{531000000: 531 million}` is a number, `<words>` speak
//! to the grader. Clauses end at `, . ; ?` and a clause that ends with `?` is a question.

use casebook::{
    Brainstorm, Branch, Case, Chart, ChartKind, Difficulty, Exact, Exhibit, Fact, Format, Idea,
    IdeaGroup, Insight, InsightKind, Objective, Point, PointRole, Quant, Reads, Release, Samples,
    Segment, SegmentKind, Step, Structure, Synthesis, Weight,
};
use interview::{
    At, Challenge, Hit, Intent, IntentRead, NumberRead, Reaction, Reading, Span, Zone,
};

use super::{by_code, run};
use crate::arithmetic::Arithmetic;
use crate::heard::{Before, Heard, Moments, Turn};
use crate::{Mistake, Trace};

/// What surrounds a line.
#[derive(Default)]
pub(crate) struct Scene {
    pub(crate) used_secs: u32,
    pub(crate) judged: Option<Arithmetic>,
    pub(crate) before: Before,
}

/// Runs one detector over one marked-up line and compares the words it quotes.
#[track_caller]
pub(crate) fn check(code: &str, segment: &str, line: &str, quotes: &[&str]) {
    check_in(Scene::default(), code, segment, line, quotes);
}

/// The same over several turns.
#[track_caller]
pub(crate) fn check_lines(code: &str, segment: &str, lines: &[&str], quotes: &[&str]) {
    check_all(Scene::default(), code, segment, lines, quotes);
}

/// The same within a scene.
#[track_caller]
pub(crate) fn check_in(scene: Scene, code: &str, segment: &str, line: &str, quotes: &[&str]) {
    check_all(scene, code, segment, &[line], quotes);
}

/// The same over several turns within a scene.
#[track_caller]
pub(crate) fn check_scene(
    scene: Scene,
    code: &str,
    segment: &str,
    lines: &[&str],
    quotes: &[&str],
) {
    check_all(scene, code, segment, lines, quotes);
}

/// A scene whose first turn took a challenge to something right, wrong or unknown.
pub(crate) fn challenged(right: Option<bool>, reaction: Reaction) -> Scene {
    let challenge = Challenge {
        segment: "q1".into(),
        put: 2,
        pushback: String::new(),
        right,
        taken: Some((3, reaction)),
    };
    let moments = Moments {
        challenges: vec![challenge],
        ..Moments::default()
    };
    Scene {
        before: Before {
            moments,
            ..Before::default()
        },
        ..Scene::default()
    }
}

#[track_caller]
fn check_all(scene: Scene, code: &str, segment: &str, lines: &[&str], quotes: &[&str]) {
    let case = case();
    let said: Vec<(String, Reading)> = lines.iter().map(|line| read(segment, line)).collect();
    let turns = said.iter().zip(3..);
    let heard = Heard {
        case: &case,
        segment: case
            .segments
            .iter()
            .find(|s| s.id == segment)
            .expect("a segment of the specimen"),
        turns: turns
            .map(|((text, reading), entry)| Turn::new(entry, At(1000), text, reading))
            .collect(),
        judged: scene.judged,
        used_secs: scene.used_secs,
        hint_rung: 0,
        before: scene.before,
    };
    let found = run(by_code(code).expect("a code of the catalogue"), &heard);
    assert_eq!(
        found.iter().map(|f| f.quote.as_str()).collect::<Vec<_>>(),
        quotes
    );
}

/// A scene whose arithmetic went wrong by a mistake of this code.
pub(crate) fn mistaken(code: &str) -> Scene {
    let mistake = Mistake {
        trap: "t".into(),
        code: code.into(),
        mistake: "the mistake".into(),
    };
    let trace = Trace {
        quant: "q1".into(),
        steps: Vec::new(),
        first_wrong: None,
        asked: Vec::new(),
        mistakes: vec![mistake],
    };
    let judged = Arithmetic {
        final_value: Some(Exact::whole(1)),
        trace: Some(trace),
        ..Arithmetic::default()
    };
    Scene {
        judged: Some(judged),
        ..Scene::default()
    }
}

/// A scene whose arithmetic came out right.
pub(crate) fn right() -> Scene {
    let judged = Arithmetic {
        final_value: Some(Exact::whole(1)),
        final_right: true,
        ..Arithmetic::default()
    };
    Scene {
        judged: Some(judged),
        ..Scene::default()
    }
}

/// A marked-up line as text and reading.
pub(crate) fn read(segment: &str, line: &str) -> (String, Reading) {
    let (mut text, mut reading) = (String::new(), Reading::default());
    reading.segment = segment.into();
    let mut open: Vec<(char, String, usize)> = Vec::new();
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '[' | '{' => {
                let tag: String = letters.by_ref().take_while(|c| *c != ':').collect();
                letters.next_if_eq(&' ');
                open.push((c, tag, text.len()));
            }
            '<' => open.push((c, String::new(), text.len())),
            ']' | '}' | '>' => {
                if let Some((kind, tag, start)) = open.pop() {
                    mark(
                        &mut reading,
                        kind,
                        &tag,
                        Span {
                            start,
                            end: text.len(),
                        },
                    );
                }
            }
            _ => text.push(c),
        }
    }
    cut(&text, &mut reading);
    (text, reading)
}

fn mark(reading: &mut Reading, kind: char, tag: &str, at: Span) {
    match kind {
        '[' => reading.hits.push(Hit {
            item: tag.trim_start_matches('!').to_owned(),
            at,
            permille: 900,
            zone: Zone::Sure,
            contradicts: tag.starts_with('!'),
        }),
        '{' => reading.numbers.push(NumberRead {
            at,
            value: tag.parse().expect("a number"),
            to: None,
            unit: String::new(),
            doubt: None,
            rough: false,
            withdrawn: false,
            scale: Default::default(),
        }),
        _ => reading.intents.push(IntentRead {
            intent: Intent::Grader,
            at,
        }),
    }
}

fn cut(text: &str, reading: &mut Reading) {
    let mut start = 0;
    for (end, c) in text.char_indices().filter(|(_, c)| ",.;?".contains(*c)) {
        let padding = text[start..end].len() - text[start..end].trim_start().len();
        let span = Span {
            start: start + padding,
            end: if c == '?' { end + 1 } else { end },
        };
        reading.clauses.push(span);
        if c == '?' {
            reading.questions.push(span);
        }
        start = end + 1;
    }
    if !text[start..].trim().is_empty() {
        reading.clauses.push(Span {
            start: start + usize::from(text[start..].starts_with(' ')),
            end: text.len(),
        });
    }
}

/// Whether a utility should enter fast charging, on one page.
pub(crate) fn case() -> Case {
    Case {
        slug: "specimen".into(),
        version: 1,
        hash: String::new(),
        seed: 0,
        title: "Specimen".into(),
        client: "Vossberg".into(),
        teaser: String::new(),
        trains: String::new(),
        industry: "energy-resources".into(),
        region: String::new(),
        topics: vec!["market-entry".into()],
        difficulty: Difficulty {
            ambiguity: 3,
            math: 3,
            exhibits: 3,
            pressure: 3,
        },
        formats: vec![Format::InterviewerLed],
        author: String::new(),
        licence: String::new(),
        prompt: "Vossberg is a utility with flat household sales. The board considers entering \
                 public fast charging for electric cars."
            .into(),
        objective: Objective {
            text: "Decide whether a site pays back within seven years".into(),
            metric: "payback".into(),
            target: "seven years".into(),
            horizon: "fourth year".into(),
        },
        segments: segments(),
        facts: vec![
            fact(
                "f1",
                "The board wants a site to pay back within seven years",
                Weight::Essential,
            ),
            fact("f2", "Up to 120 million can be invested", Weight::Standard),
        ],
        decoys: Vec::new(),
        structure: Structure {
            branches: vec![
                branch("s1", "Market", Weight::Essential, &["s1a", "s1b"]),
                branch("s2", "Site economics", Weight::Essential, &["s2a", "s2b"]),
                branch("s3", "Risks in general", Weight::Generic, &[]),
            ],
            alternatives: Vec::new(),
            test_first: vec!["s2".into()],
            crux: String::new(),
        },
        exhibits: vec![exhibit()],
        quants: vec![quant()],
        brainstorms: vec![brainstorm()],
        synthesis: synthesis(),
        pushbacks: Vec::new(),
        twist: String::new(),
        notes: String::new(),
        debrief: String::new(),
        related: Vec::new(),
    }
}

fn segments() -> Vec<Segment> {
    let kinds = [
        ("clarify", SegmentKind::Clarify),
        ("structure", SegmentKind::Structure),
        ("q1", SegmentKind::Quant),
        ("e1", SegmentKind::Exhibit),
        ("b1", SegmentKind::Brainstorm),
        ("synthesis", SegmentKind::Synthesis),
    ];
    kinds
        .map(|(id, kind)| Segment {
            id: id.into(),
            kind,
            name: id.into(),
            budget_secs: 180,
            opener: String::new(),
            hints: Vec::new(),
            samples: Samples::default(),
        })
        .to_vec()
}

fn fact(id: &str, answer: &str, weight: Weight) -> Fact {
    Fact {
        id: id.into(),
        label: id.into(),
        answer: answer.into(),
        weight,
        release: Release::OnRequest,
        reads: Reads::default(),
    }
}

fn branch(id: &str, label: &str, weight: Weight, children: &[&str]) -> Branch {
    Branch {
        id: id.into(),
        label: label.into(),
        weight,
        why: String::new(),
        reads: Reads::default(),
        children: children
            .iter()
            .map(|c| branch(c, c, Weight::Standard, &[]))
            .collect(),
    }
}

fn insight(id: &str, kind: InsightKind, text: &str, code: Option<&str>) -> Insight {
    Insight {
        id: id.into(),
        text: text.into(),
        kind,
        reads: Reads::default(),
        code: code.map(str::to_owned),
    }
}

fn exhibit() -> Exhibit {
    Exhibit {
        id: "e1".into(),
        title: "Four types of location".into(),
        action_title: String::new(),
        units: String::new(),
        source: String::new(),
        note: String::new(),
        chart: Chart {
            kind: ChartKind::Table,
            series: Vec::new(),
            highlight: None,
        },
        columns: Vec::new(),
        rows: Vec::new(),
        question: "Which locations?".into(),
        insights: vec![
            insight(
                "i1",
                InsightKind::Essential,
                "Only supermarkets meet the hurdle",
                None,
            ),
            insight(
                "i2",
                InsightKind::Secondary,
                "It rests on utilisation rising",
                None,
            ),
            insight(
                "m1",
                InsightKind::Misreading,
                "Motorway is best",
                Some("E1"),
            ),
            insight(
                "m3",
                InsightKind::Misreading,
                "Price drives use",
                Some("E3"),
            ),
            insight(
                "m4",
                InsightKind::Misreading,
                "The average site pays back",
                Some("E4"),
            ),
        ],
        reads: Reads::default(),
    }
}

fn quant() -> Quant {
    Quant {
        id: "q1".into(),
        question: "How large is the market?".into(),
        given: Vec::new(),
        steps: ["energy", "public", "fast", "market"].map(step).to_vec(),
        asked: Vec::new(),
        headline: 0,
        consequences: vec![insight(
            "c1",
            InsightKind::Essential,
            "Small for this utility",
            None,
        )],
        traps: Vec::new(),
    }
}

fn step(name: &str) -> Step {
    Step {
        name: name.into(),
        label: name.into(),
        formula: String::new(),
        worked: "2 x 3".into(),
        value: Exact::whole(6),
        unit: String::new(),
    }
}

fn brainstorm() -> Brainstorm {
    let idea = |id: &str| Idea {
        id: id.into(),
        label: id.into(),
        original: false,
        reads: Reads::default(),
    };
    let group = |id: &str, ideas: &[&str]| IdeaGroup {
        id: id.into(),
        label: id.into(),
        reads: Reads::default(),
        ideas: ideas.iter().map(|i| idea(i)).collect(),
    };
    Brainstorm {
        id: "b1".into(),
        question: "How to fill the sites?".into(),
        groups: vec![group("g1", &["a1", "a2", "a3"]), group("g2", &["a4", "a5"])],
    }
}

fn synthesis() -> Synthesis {
    let point = |id: &str, role, text: &str| Point {
        id: id.into(),
        text: text.into(),
        role,
        reads: Reads::default(),
    };
    Synthesis {
        recommendation: "Enter with supermarkets in stages".into(),
        points: vec![
            point("p0", PointRole::Answer, "Enter with supermarkets in stages"),
            point(
                "p1",
                PointRole::Reason,
                "A supermarket site pays back in 5.9 years",
            ),
        ],
        risks: vec![insight(
            "r1",
            InsightKind::Secondary,
            "Utilisation stays low",
            None,
        )],
        next_steps: vec![insight(
            "n1",
            InsightKind::Secondary,
            "Negotiate exclusivity",
            None,
        )],
        sample: String::new(),
    }
}
