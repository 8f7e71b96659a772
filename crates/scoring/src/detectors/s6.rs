//! S6: four minutes of detail.

use casebook::{Dimension, SegmentKind};

use super::{Catch, Detector, place};
use crate::heard::Heard;
use crate::Severity;

pub(super) const DETECTOR: Detector = Detector {
    code: "S6",
    name: "Four minutes of detail",
    severity: Severity::Minor,
    dimension: Dimension::Structure,
    what: "The plan took more than four minutes.",
    why: "The time is missing where the numbers are.",
    example: "And under the fourth branch I would also look at the following seven points.",
    instead: "Stop at two levels: three or four branches, two or three things below each, and which comes first.",
    catch,
};

/// Four minutes.
const LONG_SECS: u32 = 240;

fn catch<'h, 'a>(heard: &'h Heard<'a>) -> Vec<Catch<'h, 'a>> {
    if heard.used_secs <= LONG_SECS {
        return Vec::new();
    }
    let end = place::ending(heard, SegmentKind::Structure);
    let what = format!("{} min {} s on the plan.", heard.used_secs / 60, heard.used_secs % 60);
    end.map(|(turn, span)| Catch::at(turn, span, what)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{check_in, Scene};

    fn after(used_secs: u32) -> Scene {
        Scene { used_secs, ..Scene::default() }
    }

    #[test]
    fn a_long_plan_is_caught_where_it_ends() {
        check_in(after(300), "S6", "structure", "[s1: The market], and so on", &["and so on"]);
    }

    #[test]
    fn four_minutes_pass() {
        check_in(after(240), "S6", "structure", "[s1: The market], and so on", &[]);
    }

    #[test]
    fn a_long_calculation_is_never_caught() {
        check_in(after(300), "S6", "q1", "It is {1: one}", &[]);
    }
}
