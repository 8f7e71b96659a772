//! Round ends and steps for an axis.

use super::figures::drawn;

/// An axis from `low` to `high` with a tick every `step`; `low` is nought or below, `high` nought
/// or above, so that lengths are honest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
}

/// Ticks wanted on an axis; fewer are easier to read than to count.
const TICKS_WANTED: f64 = 4.0;

impl Scale {
    /// An axis that holds all values.
    pub(super) fn holding(values: impl IntoIterator<Item = f64>) -> Self {
        let (low, high) = values
            .into_iter()
            .fold((0.0_f64, 0.0_f64), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        let high = if high > low { high } else { low + 1.0 };
        let step = round_step((high - low) / TICKS_WANTED);
        Self {
            low: (low / step).floor() * step,
            high: (high / step).ceil() * step,
            step,
        }
    }

    /// Where a value lies, from 0 to 1.
    pub(super) fn share(self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// Every tick with its text.
    pub(super) fn ticks(self) -> Vec<(f64, String)> {
        let count = ((self.high - self.low) / self.step).round() as i32;
        // As many decimals as the step has: 50, 0.2, 2.5.
        let places = (0..=6).find(|places| {
            let scaled = self.step * 10_f64.powi(*places);
            (scaled - scaled.round()).abs() < 1e-6
        });
        let places = places.unwrap_or(6) as usize;
        (0..=count)
            .map(|at| {
                let value = self.low + self.step * f64::from(at);
                (value, drawn(value, places))
            })
            .collect()
    }
}

fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let lead = rough / power;
    let round = [1.0, 2.0, 2.5, 5.0]
        .into_iter()
        .find(|round| lead <= round + 1e-9);
    round.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], expected: &str) {
        let ticks = Scale::holding(values.iter().copied()).ticks();
        let texts: Vec<_> = ticks.into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts.join(" "), expected);
    }

    #[test]
    fn an_axis_begins_at_nought_and_ends_on_a_round_number() {
        check(&[169.0, 44.0], "0 50 100 150 200");
        check(&[1600.0, 630.0], "0 500 1,000 1,500 2,000");
        check(&[-3.0, 9.0], "−5 0 5 10");
        check(&[0.69, 0.55], "0.0 0.2 0.4 0.6 0.8");
        check(&[9.0], "0.0 2.5 5.0 7.5 10.0");
        check(&[0.0], "0.00 0.25 0.50 0.75 1.00");
    }
}
