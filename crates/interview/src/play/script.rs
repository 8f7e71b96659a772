//! The text of a play, line by line.

use casebook::{Dimension, Format};

use super::{PLAY_BYTES_MAX, PlayProblem};
use crate::{At, Mode, Plan, Tree, TreeBranch};

/// What a play is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// Slug of the case.
    pub slug: String,
    /// Number set.
    pub seed: u64,
    /// Format, mode and timing.
    pub plan: Plan,
    /// Line it stands on, from 1.
    pub line: usize,
}

/// One line of a play.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// From 1.
    pub(super) number: usize,
    /// When it happens.
    pub(super) at: At,
    /// What happens.
    pub(super) happening: Happening,
}

/// What a line lets happen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Happening {
    Says(String),
    Presents(Tree),
    Silence,
    Minute,
    Done,
    Hint,
    End,
}

/// The header of a play alone, to find its case.
///
/// # Errors
/// When the first line that is neither empty nor a comment is no header.
pub fn header(text: &str) -> Result<Header, PlayProblem> {
    let first = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .find(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    match first {
        Some((number, line)) => read_header(number, line),
        None => Err(problem(
            1,
            "the play is empty",
            "begin with `case SLUG, interviewer led, learn`",
        )),
    }
}

/// Header and lines of a play.
pub(super) fn parse(text: &str) -> Result<(Header, Vec<Line>), PlayProblem> {
    if text.len() > PLAY_BYTES_MAX {
        return Err(problem(1, "the play is longer than 256 KiB", "split it"));
    }
    let header = header(text)?;
    let mut lines: Vec<Line> = Vec::new();
    for (index, raw) in text.lines().enumerate().skip(header.line) {
        let number = index + 1;
        if is_aside(raw) {
            continue;
        }
        let line = read_line(number, raw.trim_end())?;
        if lines.last().is_some_and(|last| last.at > line.at) {
            return Err(problem(
                number,
                "time runs backwards",
                "give it a later time",
            ));
        }
        lines.push(line);
    }
    Ok((header, lines))
}

/// Whether a line is empty, a comment or an expectation.
pub(super) fn is_aside(line: &str) -> bool {
    let indented = line.starts_with([' ', '\t']);
    let line = line.trim();
    line.is_empty() || line.starts_with('#') || indented
}

fn read_header(number: usize, line: &str) -> Result<Header, PlayProblem> {
    let mut header = Header {
        slug: String::new(),
        seed: 0,
        plan: Plan {
            format: Format::InterviewerLed,
            mode: Mode::Learn,
            timed: true,
            objective: String::new(),
            target: Dimension::Structure,
            rule: None,
        },
        line: number,
    };
    for part in line.split(',').map(str::trim) {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words.as_slice() {
            ["case", slug] => header.slug = (*slug).to_owned(),
            ["interviewer", "led"] => header.plan.format = Format::InterviewerLed,
            ["candidate", "led"] => header.plan.format = Format::CandidateLed,
            ["learn"] => header.plan.mode = Mode::Learn,
            ["exam"] => header.plan.mode = Mode::Exam,
            ["stress"] => header.plan.mode = Mode::Stress,
            ["timed"] => header.plan.timed = true,
            ["untimed"] => header.plan.timed = false,
            ["seed", seed] => header.seed = read_seed(number, seed)?,
            ["target", slug] => header.plan.target = read_target(number, slug)?,
            _ => return Err(not_a_header(number, part)),
        }
    }
    if header.slug.is_empty() {
        return Err(not_a_header(number, line));
    }
    Ok(header)
}

fn not_a_header(number: usize, part: &str) -> PlayProblem {
    let what = format!("`{part}` is no part of a header");
    problem(
        number,
        &what,
        "write it like `case SLUG, interviewer led, learn, seed 0`",
    )
}

fn read_seed(number: usize, word: &str) -> Result<u64, PlayProblem> {
    word.parse()
        .map_err(|_| problem(number, "the seed is no whole number", "write `seed 0`"))
}

fn read_target(number: usize, slug: &str) -> Result<Dimension, PlayProblem> {
    Dimension::from_slug(slug)
        .ok_or_else(|| problem(number, "no such dimension", "write one like `target quant`"))
}

fn read_line(number: usize, line: &str) -> Result<Line, PlayProblem> {
    let (time, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let at = read_time(number, time)?;
    let rest = rest.trim();
    let (verb, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let words = words.trim();
    let happening = match (verb, words.is_empty()) {
        ("candidate", false) => Happening::Says(words.to_owned()),
        ("presents", false) => Happening::Presents(read_tree(words)),
        ("silence", true) => Happening::Silence,
        ("minute", true) => Happening::Minute,
        ("done", true) => Happening::Done,
        ("hint", true) => Happening::Hint,
        ("end", true) => Happening::End,
        _ => {
            let mend = "write `candidate WORDS`, `presents TREE`, `silence`, `minute`, `done`, `hint` or `end`";
            return Err(problem(
                number,
                &format!("`{verb}` is nothing that happens"),
                mend,
            ));
        }
    };
    Ok(Line {
        number,
        at,
        happening,
    })
}

fn read_time(number: usize, time: &str) -> Result<At, PlayProblem> {
    let read = || {
        let (minutes, seconds) = time.split_once(':')?;
        let minutes: u64 = minutes.parse().ok().filter(|m| *m < 1000)?;
        let seconds: u64 = seconds.parse().ok().filter(|s| *s < 60)?;
        Some(At((minutes * 60 + seconds) * 1000))
    };
    let what = format!("`{time}` is no time");
    read().ok_or_else(|| problem(number, &what, "begin the line like `03:10`"))
}

/// `Demand: cars, share; One site*: margin` as a tree.
fn read_tree(text: &str) -> Tree {
    let branches = text
        .split(';')
        .map(str::trim)
        .filter(|branch| !branch.is_empty());
    let branches = branches.map(|branch| {
        let (head, below) = branch.split_once(':').unwrap_or((branch, ""));
        let below = below
            .split(',')
            .map(str::trim)
            .filter(|child| !child.is_empty());
        TreeBranch {
            children: below.map(read_branch).collect(),
            ..read_branch(head.trim())
        }
    });
    Tree {
        branches: branches.collect(),
    }
}

fn read_branch(label: &str) -> TreeBranch {
    let (label, first) = label
        .strip_suffix('*')
        .map_or((label, false), |label| (label, true));
    TreeBranch {
        label: label.trim().to_owned(),
        first,
        children: Vec::new(),
    }
}

fn problem(line: usize, what: &str, mend: &str) -> PlayProblem {
    PlayProblem {
        line,
        what: what.to_owned(),
        mend: mend.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = match parse(text) {
            Ok((header, lines)) => format!(
                "{} seed {}, {} lines",
                header.slug,
                header.seed,
                lines.len()
            ),
            Err(problem) => problem.to_string(),
        };
        assert_eq!(found, expect);
    }

    #[test]
    fn expectations_and_comments_are_no_lines() {
        check(
            "# a comment\ncase bakery, candidate led, exam, seed 7\n00:10  candidate  Hello\n  act decline\n\n01:00 done\n",
            "bakery seed 7, 2 lines",
        );
    }

    #[test]
    fn a_header_names_every_mode() {
        for (word, mode) in [
            ("learn", Mode::Learn),
            ("exam", Mode::Exam),
            ("stress", Mode::Stress),
        ] {
            let read = header(&format!("case bakery, {word}")).map(|header| header.plan.mode);
            assert_eq!(read, Ok(mode));
        }
    }

    #[test]
    fn a_line_that_is_not_understood_says_how_to_mend_it() {
        check(
            "case bakery\n0:99 done",
            "line 2: `0:99` is no time; begin the line like `03:10`",
        );
        check(
            "case bakery\n02:00 done\n01:00 done",
            "line 3: time runs backwards; give it a later time",
        );
        check(
            "",
            "line 1: the play is empty; begin with `case SLUG, interviewer led, learn`",
        );
    }

    #[test]
    fn a_tree_has_two_levels_and_one_branch_to_test_first() {
        let tree = read_tree("Demand: cars, share; One site*: margin");
        let labels: Vec<_> = tree
            .branches
            .iter()
            .map(|b| (b.label.as_str(), b.children.len(), b.first))
            .collect();
        assert_eq!(labels, [("Demand", 2, false), ("One site", 1, true)]);
    }
}
