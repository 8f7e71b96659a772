//! I4: talk without a point.

use casebook::Dimension;
use interview::{TALK_WORDS, longest_without_point};

use super::{Catch, Detector};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "I4",
    name: "Talk without a point",
    severity: Severity::Minor,
    dimension: Dimension::Communication,
    what: "A minute and a half of talk touched nothing of the case, named no figure and came to no conclusion.",
    why: "A listener who waits for the point hears neither it nor what comes after.",
    example: "So, you know, there are many ways to look at this, and in general one could say",
    instead: "Say the headline first, then how many things support it, then the first of them.",
    catch,
};

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    let mut turns = heard.turns.iter().filter(|turn| turn.reading.tree.is_none());
    let found = turns.find_map(|turn| {
        let (words, stretch) = longest_without_point(turn.text, turn.reading);
        let inside = |clause: &&interview::Span| stretch.start <= clause.start && clause.end <= stretch.end;
        let first = turn.reading.clauses.iter().find(inside).copied().unwrap_or(stretch);
        (words >= TALK_WORDS).then_some((turn, first, words))
    });
    found
        .map(|(turn, span, words)| Catch::at(turn, span, format!("{words} words from here on come to no point.")))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::check;
    use interview::TALK_WORDS;

    fn talk(words: usize) -> String {
        vec!["word"; words].join(" ")
    }

    #[test]
    fn a_minute_and_a_half_of_talk_is_caught() {
        let line = format!("So to begin, {}", talk(TALK_WORDS));
        check("I4", "structure", &line, &["So to begin"]);
    }

    #[test]
    fn a_point_on_the_way_passes() {
        let half = talk(TALK_WORDS / 2);
        check("I4", "structure", &format!("{half}, [s2: one site], {half}"), &[]);
    }

    #[test]
    fn a_long_answer_full_of_points_is_never_caught() {
        let part = format!("[s2: one site] and {{7: seven}} years, {}", talk(40));
        check("I4", "structure", &vec![part; 10].join(", "), &[]);
    }
}
