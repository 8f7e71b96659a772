//! How far two sets of levels agree: the figures printed beside every calibration. Works on
//! whole lists only and never looks at a single answer. `f64` here measures the scorer, not a
//! candidate.

use crate::LEVELS;

/// Draws of one bootstrap interval: the second decimal stands still from here on.
const BOOTSTRAP_DRAWS: usize = 400;

/// Quadratic weighted kappa of two equally long lists of levels 1 to 5: one minus the mean squared
/// difference over the mean squared difference that shuffled lists would have. 1 is full agreement,
/// 0 is chance. `None` when there is nothing to compare or neither list varies.
#[must_use]
pub fn kappa(gold: &[u8], given: &[u8]) -> Option<f64> {
    if gold.is_empty() || gold.len() != given.len() {
        return None;
    }
    let square = |a: u8, b: u8| (f64::from(a) - f64::from(b)).powi(2);
    let seen: f64 = gold.iter().zip(given).map(|(&a, &b)| square(a, b)).sum();
    let (of_gold, of_given) = (counts(gold), counts(given));
    let mut chance = 0.0;
    for a in 1..=LEVELS {
        for b in 1..=LEVELS {
            chance += of_gold[usize::from(a)] * of_given[usize::from(b)] * square(a, b);
        }
    }
    let n = count(gold.len());
    (chance > 0.0).then(|| 1.0 - seen / (chance / n))
}

/// Standardized mean difference: mean given less mean gold, over the root of the mean of both
/// variances. Positive is too kind. `None` when there is nothing to compare or neither list varies.
#[must_use]
pub fn mean_difference(gold: &[u8], given: &[u8]) -> Option<f64> {
    if gold.len() < 2 || gold.len() != given.len() {
        return None;
    }
    let (g, v) = (floats(gold), floats(given));
    let spread = (f64::midpoint(variance(&g), variance(&v))).sqrt();
    (spread > 0.0).then(|| (mean(&v) - mean(&g)) / spread)
}

/// Mean signed error, given less gold; `None` for empty lists.
#[must_use]
pub fn signed_error(gold: &[u8], given: &[u8]) -> Option<f64> {
    (!gold.is_empty() && gold.len() == given.len())
        .then(|| mean(&floats(given)) - mean(&floats(gold)))
}

/// The middle 95 % of kappa over resampled lines, from a seed. Resamples lines, not cases, so it
/// is somewhat too narrow. `None` where kappa is.
#[must_use]
pub fn kappa_interval(gold: &[u8], given: &[u8], seed: u64) -> Option<(f64, f64)> {
    kappa(gold, given)?;
    let mut state = seed;
    let mut drawn = Vec::with_capacity(BOOTSTRAP_DRAWS);
    for _ in 0..BOOTSTRAP_DRAWS {
        let picks: Vec<usize> = gold.iter().map(|_| pick(&mut state, gold.len())).collect();
        let a: Vec<u8> = picks.iter().map(|&i| gold[i]).collect();
        let b: Vec<u8> = picks.iter().map(|&i| given[i]).collect();
        drawn.extend(kappa(&a, &b));
    }
    drawn.sort_by(f64::total_cmp);
    let at = |share: usize| drawn.get(drawn.len() * share / 1000).copied();
    Some((at(25)?, at(974)?))
}

/// Hits against gold hits, summed over lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overlap {
    /// In both.
    pub both: usize,
    /// Given, not in gold.
    pub extra: usize,
    /// In gold, not given.
    pub missed: usize,
}

impl Overlap {
    /// Adds one line's items; each list is a set.
    pub fn add(&mut self, gold: &[String], given: &[String]) {
        let both = given.iter().filter(|item| gold.contains(item)).count();
        self.both += both;
        self.extra += given.len() - both;
        self.missed += gold.len() - both;
    }

    /// Harmonic mean of precision and recall; `None` when neither side names anything.
    #[must_use]
    pub fn f1(&self) -> Option<f64> {
        let all = 2 * self.both + self.extra + self.missed;
        (all > 0).then(|| 2.0 * count(self.both) / count(all))
    }
}

/// A count as a float, for shares.
#[must_use]
pub fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn counts(levels: &[u8]) -> [f64; LEVELS as usize + 1] {
    let mut table = [0.0; LEVELS as usize + 1];
    for &level in levels {
        table[usize::from(level.clamp(1, LEVELS))] += 1.0;
    }
    table
}

fn floats(levels: &[u8]) -> Vec<f64> {
    levels.iter().map(|&l| f64::from(l)).collect()
}

pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len().max(1))
}

pub(crate) fn variance(values: &[f64]) -> f64 {
    let m = mean(values);
    values.iter().map(|v| (v - m).powi(2)).sum::<f64>() / count(values.len().max(1))
}

/// SplitMix64: a short, well-mixed sequence is all that a resampling needs.
fn pick(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((z ^ (z >> 31)) % below.max(1) as u64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: Option<f64>, want: f64) {
        let got = got.expect("a figure");
        assert!((got - want).abs() < 1e-9, "{got} is not {want}");
    }

    #[test]
    fn equal_lists_have_kappa_one() {
        close(kappa(&[1, 2, 3, 4, 5], &[1, 2, 3, 4, 5]), 1.0);
    }

    #[test]
    fn kappa_of_a_table_worked_by_hand() {
        // Seen squares: 0 + 1 + 0 + 1 = 2. Chance: over all 16 pairs of (1,2,4,5) and (1,3,4,4)
        // the squares sum to 0+4+9+9 + 1+1+4+4 + 9+1+0+0 + 16+4+1+1 = 64, over 4 lines = 16.
        close(kappa(&[1, 2, 4, 5], &[1, 3, 4, 4]), 1.0 - 2.0 / 16.0);
    }

    #[test]
    fn opposite_lists_have_kappa_minus_one() {
        close(kappa(&[1, 5], &[5, 1]), -1.0);
    }

    #[test]
    fn a_constant_scorer_has_kappa_nought() {
        close(kappa(&[1, 2, 3, 4, 5], &[3, 3, 3, 3, 3]), 0.0);
    }

    #[test]
    fn nothing_to_compare_gives_no_figure() {
        assert_eq!(kappa(&[], &[]), None);
        assert_eq!(kappa(&[3, 3], &[3, 3]), None);
        assert_eq!(mean_difference(&[3], &[3]), None);
    }

    #[test]
    fn one_level_too_kind_over_both_spreads() {
        // Variance of both lists is 1, so a shift of one level is a difference of one.
        close(mean_difference(&[1, 3, 1, 3], &[2, 4, 2, 4]), 1.0);
        close(signed_error(&[1, 3], &[2, 4]), 1.0);
    }

    #[test]
    fn overlap_counts_both_sides() {
        let ids = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>();
        let mut overlap = Overlap::default();
        overlap.add(&ids(&["f1", "f2"]), &ids(&["f2", "f3", "f4"]));
        assert_eq!(
            overlap,
            Overlap {
                both: 1,
                extra: 2,
                missed: 1
            }
        );
        close(overlap.f1(), 2.0 / 5.0);
    }

    #[test]
    fn the_interval_holds_the_figure_and_repeats_for_a_seed() {
        let gold = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 2, 3];
        let given = [1, 2, 3, 4, 4, 2, 2, 3, 5, 5, 2, 3];
        let (low, high) = kappa_interval(&gold, &given, 7).expect("an interval");
        let middle = kappa(&gold, &given).expect("a figure");
        assert!(low <= middle && middle <= high);
        assert_eq!(kappa_interval(&gold, &given, 7), Some((low, high)));
    }
}
