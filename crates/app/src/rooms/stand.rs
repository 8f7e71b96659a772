//! The interview's view as a page draws it: clocks, rail, what may be pressed. Values only.

use interview::{At, Plan, View};

use super::frames::{Part, PartState, Stand};
use crate::clock::minutes;
use crate::{t, ta};

/// Where everything stands at `at`; whether the clocks run is the driver's to say.
#[must_use]
pub(super) fn of(view: &View, plan: &Plan, at: At) -> Stand {
    let current = view.current.filter(|_| view.closed.is_none());
    let parts: Vec<Part> = view
        .parts
        .iter()
        .enumerate()
        .map(|(index, part)| Part {
            id: part.id.clone(),
            name: part.name.clone(),
            used_ms: part.used_ms,
            budget_ms: part.budget_ms,
            state: match (current == Some(index), part.entered) {
                (true, _) => PartState::Current,
                (false, true) => PartState::Done,
                (false, false) => PartState::Coming,
            },
        })
        .collect();
    Stand {
        seq: None,
        running: false,
        timed: plan.timed,
        used_ms: view.attempt_used_ms,
        budget_ms: view.attempt_budget_ms,
        segment: current.map_or(String::new(), |index| parts[index].id.clone()),
        parts,
        rung: view.hint_rung,
        hint: view.hint_allowed,
        minute_left_ms: view.minute_until.map(|until| until.0.saturating_sub(at.0)),
    }
}

/// The rail and the clocks as the server draws them; the page draws on from there.
#[derive(Debug)]
pub struct Rail {
    /// `3fr 7fr`: a minute has one width.
    pub columns: String,
    /// Parts in playing order.
    pub parts: Vec<RailPart>,
    /// Clock of the part.
    pub part: Face,
    /// Clock of the whole case.
    pub case: Face,
}

/// One part on the rail.
#[derive(Debug)]
pub struct RailPart {
    /// Segment id.
    pub id: String,
    /// One or two words.
    pub name: String,
    /// Whether it is the current one.
    pub current: bool,
    /// `over`, `done`, or empty.
    pub state: &'static str,
    /// Planned minutes, for the ticks.
    pub minutes: String,
    /// Share used, `0.814`.
    pub used: String,
    /// Time used of a past part, time planned of another.
    pub figure: String,
    /// For a screen reader.
    pub spoken: String,
}

/// One clock.
#[derive(Debug)]
pub struct Face {
    /// What it times.
    pub name: String,
    /// `of 5:00`, or empty without a limit.
    pub of: String,
    /// `1:52`.
    pub face: String,
    /// For a screen reader.
    pub spoken: String,
}

/// The rail at this stand.
#[must_use]
pub fn rail(stand: &Stand) -> Rail {
    let current = stand
        .parts
        .iter()
        .find(|part| part.state == PartState::Current);
    let columns: Vec<String> = stand
        .parts
        .iter()
        .map(|part| format!("{}fr", thousandths(part.budget_ms, 60_000)))
        .collect();
    let (name, used, budget) = match current.or(stand.parts.first()) {
        Some(part) => (part.name.as_str(), part.used_ms, part.budget_ms),
        None => ("", 0, 0),
    };
    Rail {
        columns: columns.join(" "),
        parts: stand
            .parts
            .iter()
            .map(|part| rail_part(part, stand.timed))
            .collect(),
        part: face(name, used, budget, stand.timed),
        case: face(
            &t("room-whole-case"),
            stand.used_ms,
            stand.budget_ms,
            stand.timed,
        ),
    }
}

fn rail_part(part: &Part, timed: bool) -> RailPart {
    let over = timed && part.used_ms > part.budget_ms;
    let past = part.state == PartState::Done;
    let key = match part.state {
        _ if over => "room-rail-over",
        PartState::Coming => "room-rail-coming",
        PartState::Current | PartState::Done => "room-rail",
    };
    let (used, budget) = (minutes(part.used_ms), minutes(part.budget_ms));
    RailPart {
        id: part.id.clone(),
        name: part.name.clone(),
        current: part.state == PartState::Current,
        state: if over {
            "over"
        } else if past {
            "done"
        } else {
            ""
        },
        minutes: thousandths(part.budget_ms, 60_000),
        used: thousandths(part.used_ms.min(part.budget_ms), part.budget_ms.max(1)),
        spoken: ta(key, &[("used", &used), ("budget", &budget)]),
        figure: if over || past { used } else { budget },
    }
}

fn face(name: &str, used_ms: u64, budget_ms: u64, timed: bool) -> Face {
    let (used, budget) = (minutes(used_ms), minutes(budget_ms));
    let key = if timed {
        "room-clock-spoken"
    } else {
        "room-clock-spoken-untimed"
    };
    Face {
        name: name.to_owned(),
        of: if timed {
            ta("room-clock-of", &[("budget", &budget)])
        } else {
            String::new()
        },
        spoken: ta(key, &[("name", name), ("used", &used), ("budget", &budget)]),
        face: used,
    }
}

/// `top / bottom` with three decimals, as CSS reads it.
fn thousandths(top: u64, bottom: u64) -> String {
    let all = top * 1000 / bottom;
    format!("{}.{:03}", all / 1000, all % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, used_ms: u64, budget_ms: u64, state: PartState) -> Part {
        Part {
            id: name.to_lowercase(),
            name: name.into(),
            used_ms,
            budget_ms,
            state,
        }
    }

    #[test]
    fn past_parts_show_time_used_and_coming_parts_time_planned() {
        let stand = Stand {
            timed: true,
            used_ms: 147_000,
            budget_ms: 600_000,
            segment: "plan".into(),
            parts: vec![
                part("Clarify", 200_000, 180_000, PartState::Done),
                part("Plan", 3_000, 420_000, PartState::Current),
                part("Advice", 0, 180_000, PartState::Coming),
            ],
            ..Stand::default()
        };
        let rail = rail(&stand);
        let line = |p: &RailPart| {
            format!(
                "{} {} {} {} {}",
                p.name, p.state, p.used, p.figure, p.spoken
            )
        };
        assert_eq!(rail.columns, "3.000fr 7.000fr 3.000fr");
        assert_eq!(
            line(&rail.parts[0]),
            "Clarify over 1.000 3:20 3:20 of 3:00, over"
        );
        assert_eq!(line(&rail.parts[1]), "Plan  0.007 7:00 0:03 of 7:00");
        assert_eq!(line(&rail.parts[2]), "Advice  0.000 3:00 3:00");
        assert_eq!(rail.part.spoken, "Plan, 0:03 of 7:00");
        assert_eq!(rail.case.of, "of 10:00");
    }
}
