//! Fitting words: into a column, beside each other, below each other.

use super::svg::{Anchor, LINE_PX, NARROW_PX, Svg, text_pct};

/// Breaks a label into lines that fit `width_pct` of the narrowest figure. A word too long for a
/// line is cut with a hyphen.
pub(super) fn wrap(label: &str, width_pct: f64) -> Vec<String> {
    let room = ((width_pct / text_pct("x")).floor() as usize).max(4);
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace().flat_map(|word| pieces(word, room)) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A word in parts that fit `room` letters, all but the last with a hyphen.
fn pieces(word: &str, room: usize) -> Vec<String> {
    let mut parts = parts(word, room);
    let last = parts.len() - 1;
    for part in &mut parts[..last] {
        if !part.ends_with('-') {
            part.push('-');
        }
    }
    parts
}

fn parts(word: &str, room: usize) -> Vec<String> {
    let mut rest: Vec<char> = word.chars().collect();
    let mut parts = Vec::new();
    while rest.len() > room {
        let after = rest.split_off(cut(&rest, room - 1));
        parts.push(rest.into_iter().collect());
        rest = after;
    }
    parts.push(rest.into_iter().collect());
    parts
}

/// Longest part of a word in a narrow table head.
const HEAD_LETTERS: usize = 6;

/// The label with soft hyphens where its long words may break.
pub(super) fn soft(label: &str) -> String {
    let words: Vec<_> = label
        .split_whitespace()
        .map(|word| parts(word, HEAD_LETTERS).join("\u{ad}"))
        .collect();
    words.join(" ")
}

/// Where to cut a word: before a consonant and a vowel, as syllables mostly begin, nearest to the
/// middle; at the most where there is no such place.
fn cut(word: &[char], most: usize) -> usize {
    let vowel = |at: usize| word.get(at).is_some_and(|c| "aeiouyAEIOUY".contains(*c));
    let begins = |at: &usize| !vowel(*at) && vowel(at + 1);
    let middle = word.len() / 2;
    (2..=most)
        .filter(begins)
        .min_by_key(|at| at.abs_diff(middle))
        .unwrap_or(most)
}

/// From this width on a figure shows its wide set of names; `exhibit.css` has the same in rem.
const WIDE_PX: f64 = 512.0;

/// A name over a chart: where it begins, in percent, its words and its class.
pub(super) type Head<'a> = (f64, &'a str, &'static str);

/// Writes names over a chart, on as many lines as keep them apart; on a wide figure on fewer where
/// that is enough. Returns the height they take.
pub(super) fn heads(svg: &mut Svg, heads: &[Head]) -> f64 {
    let narrow = stagger(heads, NARROW_PX);
    let deepest = narrow.iter().map(|(_, line)| *line).max().unwrap_or(0);
    let sets = match deepest {
        0 => vec![(narrow, "")],
        _ => vec![
            (narrow, " x-narrow-only"),
            (stagger(heads, WIDE_PX), " x-wide-only"),
        ],
    };
    for (placed, only) in sets {
        for ((x, line), (_, words, class)) in placed.into_iter().zip(heads) {
            let y = 12.0 + LINE_PX * (deepest - line) as f64;
            svg.text((x, y), Anchor::Start, 0.0, &format!("{class}{only}"), words);
        }
    }
    12.0 + LINE_PX * deepest as f64
}

/// The lowest free line (0 is the lowest) for each name, so that none runs into another on a
/// figure of `px`. Names that would leave the figure are moved left first.
fn stagger(heads: &[Head], px: f64) -> Vec<(f64, usize)> {
    let width = |words: &str| text_pct(words) * NARROW_PX / px;
    let mut ends: Vec<f64> = Vec::new();
    heads
        .iter()
        .map(|(start, words, _)| {
            let start = start.min(100.0 - width(words)).max(0.0);
            let free = |end: &f64| end + width(" ") <= start;
            let line = ends.iter().position(free).unwrap_or(ends.len());
            let end = start + width(words);
            match ends.get_mut(line) {
                Some(taken) => *taken = end,
                None => ends.push(end),
            }
            (start, line)
        })
        .collect()
}

/// Moves heights apart until each has a line's room, keeping their order and staying between
/// `top` and `bottom` where they fit at all.
pub(super) fn spread(heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by(|a, b| heights[*a].total_cmp(&heights[*b]));
    let mut placed = heights.to_vec();
    let mut least = top;
    for at in &order {
        placed[*at] = placed[*at].max(least);
        least = placed[*at] + LINE_PX;
    }
    let mut most = bottom;
    for at in order.iter().rev() {
        placed[*at] = placed[*at].min(most);
        most = placed[*at] - LINE_PX;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_breaks_at_words_and_only_then_inside_them() {
        assert_eq!(
            wrap("Energy and grid fees", 26.0),
            ["Energy and", "grid fees"]
        );
        assert_eq!(wrap("Supermarket", 20.0), ["Super-", "market"]);
        assert_eq!(wrap("City hub", 26.0), ["City hub"]);
    }

    #[test]
    fn a_head_may_break_inside_its_long_words() {
        assert_eq!(soft("Supermarket car park"), "Super\u{ad}market car park");
        assert_eq!(soft("Motorway"), "Motor\u{ad}way");
    }

    #[test]
    fn labels_that_would_meet_take_another_line() {
        let names = [
            (30.0, "Energy and grid", ""),
            (40.0, "Kept", ""),
            (70.0, "Owner", ""),
        ];
        let lines = |px| {
            stagger(&names, px)
                .iter()
                .map(|(_, line)| *line)
                .collect::<Vec<_>>()
        };
        assert_eq!(lines(NARROW_PX), [0, 1, 0]);
        assert_eq!(lines(4.0 * NARROW_PX), [0, 0, 0]);
    }

    #[test]
    fn heights_keep_their_order_and_get_a_line_each() {
        let placed = spread(&[100.0, 98.0, 20.0], 0.0, 104.0);
        assert_eq!(placed, [104.0, 88.0, 20.0]);
    }
}
