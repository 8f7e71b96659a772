//! Y6: runs past two minutes.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "Y6",
    name: "Runs past two minutes",
    severity: Severity::Minor,
    dimension: Dimension::Synthesis,
    what: "The ending took more than two minutes.",
    why: "Sixty to ninety seconds is what a chief executive gives you in a lift.",
    example: "And one more thing that I noticed on the second exhibit.",
    instead: "Four sentences: answer, two reasons with numbers, risk and next step.",
    catch,
};

/// Two minutes.
const LONG_SECS: u32 = 120;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.used_secs <= LONG_SECS {
        return Vec::new();
    }
    let what = format!("{} min {} s on the ending.", heard.used_secs / 60, heard.used_secs % 60);
    let end = place::ending(heard, SegmentKind::Synthesis);
    end.map(|(turn, span)| Catch::at(turn, span, what)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, Scene};

    fn after(used_secs: u32) -> Scene {
        Scene { used_secs, ..Scene::default() }
    }

    #[test]
    fn a_long_ending_is_caught_where_it_ends() {
        check_in(after(150), "Y6", "synthesis", "[p0: Enter], and another thing", &["and another thing"]);
    }

    #[test]
    fn two_minutes_pass() {
        check_in(after(120), "Y6", "synthesis", "[p0: Enter], and another thing", &[]);
    }

    #[test]
    fn a_long_structure_is_never_caught() {
        check_in(after(150), "Y6", "structure", "[s1: The market]", &[]);
    }
}
