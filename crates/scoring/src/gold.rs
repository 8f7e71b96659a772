//! Graded answers, a JSON object a line: an answer to one segment with the labels of careful
//! graders. Labels are read for measuring and fitting only; scoring never sees them.

use serde::{Deserialize, Serialize};

use crate::respond::Response;

/// The longest line read: fifty minutes of talk.
pub const LINE_BYTES: usize = 64 * 1024;

/// One answer; labels are absent where nobody graded it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Unique in the file.
    pub id: String,
    /// Slug of the case.
    pub case: String,
    /// The answer itself.
    #[serde(flatten)]
    pub response: Response,
    /// Labels, when graded.
    #[serde(flatten)]
    pub gold: Gold,
}

/// What graders said of an answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Gold {
    /// Median level, 1 to 5.
    pub level: Option<u8>,
    /// Talks to the grader or strings keywords.
    pub gaming: bool,
    /// Items truly covered.
    pub hits: Option<Hits>,
    /// The headline number in base units; quant only.
    pub final_value: Option<serde_json::Number>,
    /// Its unit.
    pub final_unit: Option<String>,
    /// The headline number is within tolerance; quant only.
    pub final_right: Option<bool>,
    /// Trap id, `unlisted`, `no_answer`; `None` when number and reasoning are right.
    pub error: Option<String>,
}

/// Item ids: one list, or one list a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Hits {
    /// Of the whole answer.
    Whole(Vec<String>),
    /// Of each question as asked.
    ByQuestion(Vec<Vec<String>>),
}

impl Hits {
    /// Every item once.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        let mut all = match self {
            Self::Whole(items) => items.clone(),
            Self::ByQuestion(lists) => lists.concat(),
        };
        all.sort();
        all.dedup();
        all
    }
}

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}; {mend}")]
pub struct BadLine {
    /// Counting from 1.
    pub line: usize,
    /// What happened.
    pub what: String,
    /// What to do.
    pub mend: String,
}

/// Reads a JSON-lines text. Every bad line is reported, not only the first.
#[must_use]
pub fn read_lines(text: &str) -> (Vec<Line>, Vec<BadLine>) {
    let (mut lines, mut bad) = (Vec::new(), Vec::new());
    for (index, raw) in text
        .lines()
        .enumerate()
        .filter(|(_, raw)| !raw.trim().is_empty())
    {
        let problem = |what: String, mend: &str| BadLine {
            line: index + 1,
            what,
            mend: mend.into(),
        };
        if raw.len() > LINE_BYTES {
            let what = format!("{} bytes are more than {LINE_BYTES}", raw.len());
            bad.push(problem(what, "give one answer a line"));
            continue;
        }
        match serde_json::from_str(raw) {
            Ok(line) => lines.push(line),
            Err(e) => bad.push(problem(
                format!("not an answer: {e}"),
                "give an object with `id`, `case`, `segment` and `text`",
            )),
        }
    }
    (lines, bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ungraded_line_needs_four_fields() {
        let (lines, bad) =
            read_lines(r#"{"id":"a-1","case":"ev","segment":"clarify","text":"Why now?"}"#);
        assert_eq!(bad, []);
        assert_eq!(lines[0].response.text, "Why now?");
        assert_eq!(lines[0].gold, Gold::default());
    }

    #[test]
    fn hits_come_flat_or_by_question() {
        let (lines, _) = read_lines(
            "{\"id\":\"1\",\"case\":\"c\",\"segment\":\"clarify\",\"text\":\"\",\"hits\":[[\"f2\"],[\"f1\",\"f2\"]]}\n\
             {\"id\":\"2\",\"case\":\"c\",\"segment\":\"exhibit\",\"text\":\"\",\"hits\":[\"i1\"]}",
        );
        let all: Vec<_> = lines
            .iter()
            .filter_map(|l| l.gold.hits.as_ref())
            .map(Hits::all)
            .collect();
        assert_eq!(
            all,
            [
                vec!["f1".to_owned(), "f2".to_owned()],
                vec!["i1".to_owned()]
            ]
        );
    }

    #[test]
    fn every_bad_line_is_reported_with_its_number() {
        let (lines, bad) = read_lines("{}\n\nnot json\n");
        assert!(lines.is_empty());
        assert_eq!(bad.iter().map(|b| b.line).collect::<Vec<_>>(), [1, 3]);
        assert!(
            bad[0]
                .to_string()
                .ends_with("give an object with `id`, `case`, `segment` and `text`")
        );
    }
}
