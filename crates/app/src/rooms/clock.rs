//! The running clock of one attempt. It stands still while nobody is in the room and while the
//! server is down. Reads no clock: the caller hands in ticks, milliseconds that only grow.

use interview::At;

/// Where the running clock stands and since when it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunningClock {
    stood_at: At,
    runs_since: Option<u64>,
}

impl RunningClock {
    /// A clock that stands at the time of the last entry.
    #[must_use]
    pub(crate) fn standing(at: At) -> Self {
        Self {
            stood_at: at,
            runs_since: None,
        }
    }

    /// The running time at `ticks`.
    #[must_use]
    pub(crate) fn at(&self, ticks: u64) -> At {
        At(self.stood_at.0
            + self
                .runs_since
                .map_or(0, |since| ticks.saturating_sub(since)))
    }

    /// Whether it runs.
    #[must_use]
    pub(crate) fn runs(&self) -> bool {
        self.runs_since.is_some()
    }

    /// Runs from `ticks` on.
    pub(crate) fn run(&mut self, ticks: u64) {
        self.runs_since.get_or_insert(ticks);
    }

    /// Stands as of `ticks`, but never before `no_earlier`: the last entry has happened.
    pub(crate) fn stand(&mut self, ticks: u64, no_earlier: At) {
        self.stood_at = self.at(ticks).max(no_earlier);
        self.runs_since = None;
    }

    /// The tick at which it will show `at`; `None` while it stands.
    #[must_use]
    pub(crate) fn tick_of(&self, at: At) -> Option<u64> {
        self.runs_since
            .map(|since| since + at.0.saturating_sub(self.stood_at.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_away_does_not_count() {
        let mut clock = RunningClock::standing(At(0));
        clock.run(1_000);
        assert_eq!(clock.at(4_000), At(3_000));
        clock.stand(5_000, At(0));
        assert_eq!(clock.at(90_000), At(4_000));
        clock.run(100_000);
        assert_eq!(clock.at(100_500), At(4_500));
        assert_eq!(clock.tick_of(At(6_000)), Some(102_000));
    }

    #[test]
    fn a_connection_found_dead_later_stops_the_clock_when_it_was_last_heard() {
        let mut clock = RunningClock::standing(At(0));
        clock.run(0);
        clock.stand(20_000, At(25_000));
        assert_eq!(clock.at(60_000), At(25_000), "never before the last entry");
        clock.run(60_000);
        clock.stand(70_000, At(25_000));
        assert_eq!(clock.at(99_000), At(35_000));
    }
}
