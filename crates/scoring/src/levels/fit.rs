//! Fits a level model to graded answers: ridge regression whose weights keep their sign, then cut
//! points that match mean and spread. Run by the calibration command only; scoring an attempt
//! reads the whole numbers it leaves behind.

use super::model::{FULL, Feature, Model};
use crate::agreement::{mean, variance};

/// Ridge strength in graded answers: a feature needs about this many to speak up.
pub const RIDGE_ANSWERS: f64 = 12.0;

/// A feature of less spread is penalised as if it had this much: a mark that two answers in ten
/// carry must not weigh ten times one that all carry.
const SPREAD_AT_LEAST: f64 = 0.4;

/// Passes of coordinate descent; weights move by less than a thousandth long before.
const PASSES: usize = 300;

/// An answer's features and the level that graders gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// In the order of the kind's features, 0 to [`FULL`].
    pub features: Vec<i32>,
    /// 1 to 5.
    pub level: u8,
}

/// The model that fits best under fixed signs. With no answers every level is 3.
#[must_use]
pub fn fit(features: &[Feature], answers: &[Graded]) -> Model {
    let rows: Vec<Vec<f64>> = answers.iter().map(|a| signed_row(features, a)).collect();
    let levels: Vec<f64> = answers.iter().map(|a| f64::from(a.level)).collect();
    let (base, weights) = ridge(&rows, &levels, features.len());
    let stands: Vec<f64> = rows
        .iter()
        .map(|row| base + row.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>())
        .collect();
    let signed = weights
        .iter()
        .zip(features)
        .map(|(w, f)| if f.raises { *w } else { -*w });
    Model {
        base: thousandths(base),
        weights: signed.map(thousandths).collect(),
        cuts: cuts(&stands, &levels).map(thousandths),
    }
}

fn signed_row(features: &[Feature], answer: &Graded) -> Vec<f64> {
    features
        .iter()
        .zip(&answer.features)
        .map(|(f, &x)| {
            let share = f64::from(x.clamp(0, FULL)) / f64::from(FULL);
            if f.raises { share } else { -share }
        })
        .collect()
}

/// Intercept and non-negative weights. Features are scaled to equal spread for the penalty, so
/// that a rare feature is not punished for being rare.
fn ridge(rows: &[Vec<f64>], levels: &[f64], width: usize) -> (f64, Vec<f64>) {
    if rows.is_empty() {
        return (3.0, vec![0.0; width]);
    }
    let column = |j: usize| rows.iter().map(|r| r[j]).collect::<Vec<_>>();
    let means: Vec<f64> = (0..width).map(|j| mean(&column(j))).collect();
    let spreads: Vec<f64> = (0..width)
        .map(|j| variance(&column(j)).sqrt().max(SPREAD_AT_LEAST))
        .collect();
    let middle = mean(levels);
    let mut left: Vec<f64> = levels.iter().map(|l| l - middle).collect();
    let mut weights = vec![0.0; width];
    for _ in 0..PASSES {
        for j in 0..width {
            let z = |r: &Vec<f64>| (r[j] - means[j]) / spreads[j];
            let pull: f64 = rows.iter().zip(&left).map(|(r, e)| z(r) * e).sum();
            let own: f64 = rows.iter().map(|r| z(r).powi(2)).sum();
            let next = ((pull + own * weights[j]) / (own + RIDGE_ANSWERS)).max(0.0);
            let step = next - weights[j];
            weights[j] = next;
            for (r, e) in rows.iter().zip(&mut left) {
                *e -= step * z(r);
            }
        }
    }
    let weights: Vec<f64> = (0..width).map(|j| weights[j] / spreads[j]).collect();
    let base = middle - weights.iter().zip(&means).map(|(w, m)| w * m).sum::<f64>();
    (base, weights)
}

/// A regression draws everyone to the middle. Cut points halfway between levels, carried back
/// through the line that gives stands the mean and spread of the gold levels, undo that.
fn cuts(stands: &[f64], levels: &[f64]) -> [f64; 4] {
    let (from, to) = (variance(stands).sqrt(), variance(levels).sqrt());
    if from < 1e-9 || to < 1e-9 {
        return [1.5, 2.5, 3.5, 4.5];
    }
    let narrow = from / to;
    let (here, there) = (mean(stands), mean(levels));
    [1.5, 2.5, 3.5, 4.5].map(|half| here + (half - there) * narrow)
}

fn thousandths(value: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "weights are a few levels at most"
    )]
    let whole = (value.clamp(-1e6, 1e6) * 1000.0).round() as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const UP: Feature = Feature {
        name: "up",
        raises: true,
        what: "",
    };
    const DOWN: Feature = Feature {
        name: "down",
        raises: false,
        what: "",
    };

    fn answers(rows: &[(i32, i32, u8)]) -> Vec<Graded> {
        rows.iter()
            .map(|&(a, b, level)| Graded {
                features: vec![a, b],
                level,
            })
            .collect()
    }

    #[test]
    fn levels_that_follow_a_feature_are_had_again() {
        let graded = answers(
            &[
                (0, 0, 1),
                (250, 0, 2),
                (500, 0, 3),
                (750, 0, 4),
                (1000, 0, 5),
            ]
            .repeat(10),
        );
        let model = fit(&[UP, DOWN], &graded);
        for answer in &graded {
            assert_eq!(model.level(&answer.features), answer.level);
        }
    }

    #[test]
    fn a_feature_that_goes_the_wrong_way_is_shrunk_to_nought() {
        let graded = answers(&[(0, 0, 1), (0, 1000, 5), (0, 0, 2), (0, 1000, 4)]);
        assert_eq!(fit(&[UP, DOWN], &graded).weights, vec![0, 0]);
    }

    #[test]
    fn cuts_rise() {
        let graded = answers(&[(0, 0, 1), (400, 0, 2), (600, 500, 2), (900, 0, 5)]);
        let cuts = fit(&[UP, DOWN], &graded).cuts;
        assert!(cuts.windows(2).all(|pair| pair[0] < pair[1]), "{cuts:?}");
    }

    #[test]
    fn no_answers_give_a_model_that_says_three() {
        assert_eq!(fit(&[UP], &[]).level(&[0]), 3);
    }
}
