//! Talk without a point: how long somebody speaks before a sentence bears on the case.

use crate::{Reading, Span, Zone};

/// A minute and a half of talk at 150 words a minute, the pace of unhurried speech. A typed turn
/// is held to the same length, for its time in the room is mostly thinking.
pub const TALK_WORDS: usize = 225;

/// Words that bring talk to its point.
const POINTS: &[&str] = &[
    "i recommend",
    "my recommendation",
    "my answer",
    "the answer is",
    "my main point",
    "the point is",
    "in short",
    "to sum up",
    "in summary",
    "bottom line",
    "i conclude",
    "which means",
    "therefore",
    "my hypothesis",
];

/// The longest stretch of a turn that touches nothing of the case, holds no figure and comes to
/// no conclusion, and how many words it has.
#[must_use]
pub fn longest_without_point(text: &str, reading: &Reading) -> (usize, Span) {
    let mut longest = (0, Span { start: 0, end: 0 });
    for span in without_point(text, reading) {
        let words = span.of(text).split_whitespace().count();
        if words > longest.0 {
            longest = (words, span);
        }
    }
    longest
}

/// Words since the last point of a turn; all of them when it has none.
#[must_use]
pub(crate) fn words_since_point(text: &str, reading: &Reading) -> usize {
    let last = without_point(text, reading).pop();
    last.map_or(0, |span| span.of(text).split_whitespace().count())
}

/// Whether a turn has a point.
#[must_use]
pub(crate) fn has_point(text: &str, reading: &Reading) -> bool {
    !points(text, reading).is_empty()
}

/// The stretches between points, the one after the last point last.
fn without_point(text: &str, reading: &Reading) -> Vec<Span> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for point in points(text, reading) {
        if point.start > start {
            stretches.push(Span {
                start,
                end: point.start,
            });
        }
        start = start.max(point.end);
    }
    stretches.push(Span {
        start,
        end: text.len().max(start),
    });
    stretches
}

fn points(text: &str, reading: &Reading) -> Vec<Span> {
    let sure = reading.hits.iter().filter(|hit| hit.zone == Zone::Sure);
    let mut points: Vec<Span> = sure.map(|hit| hit.at).collect();
    points.extend(reading.numbers.iter().map(|number| number.at));
    points.extend(reading.steps.iter().map(|step| step.at));
    let lower = text.to_ascii_lowercase();
    points.extend(POINTS.iter().flat_map(|words| {
        lower.match_indices(words).map(|(start, found)| Span {
            start,
            end: start + found.len(),
        })
    }));
    points.sort_by_key(|point| point.start);
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn talk_is_counted_between_its_points() {
        let text = "well so anyway in short it pays so there we are now";
        let (words, span) = longest_without_point(text, &Reading::default());
        assert_eq!((words, span.of(text)), (7, " it pays so there we are now"));
        assert_eq!(words_since_point(text, &Reading::default()), 7);
    }

    #[test]
    fn talk_without_a_point_is_all_of_it() {
        let text = "well so anyway";
        let all = Span {
            start: 0,
            end: text.len(),
        };
        assert_eq!(longest_without_point(text, &Reading::default()), (3, all));
        assert!(!has_point(text, &Reading::default()));
    }
}
