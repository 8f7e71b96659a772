//! What texts mean, as vectors: one for the whole text and one for each of its word pieces. Blind
//! to negation and weak in direction; callers must not rest a verdict on it alone.

use std::collections::HashMap;
use std::sync::LazyLock;

use ndarray::{Array1, Array2};

use super::tensors;
use super::transformer::{self, Read, WIDTH};
use super::wordpiece::pieces;
use super::words::{bounded, holds_the_floor};

/// Numbers in the vector of a single word piece, once reduced.
pub(crate) const NEAR: usize = 128;

/// The phrasings of the cases that come with the product, read beforehand: reading one takes
/// milliseconds, and a case has hundreds. Written by `cargo xtask vectors`.
const KNOWN: &[u8] = include_bytes!("../../models/known.bin");

/// Steps of an eight-bit number to either side of nought.
const STEPS: f32 = 127.0;

/// A vector of a whole text.
pub(crate) type Vector = Array1<f32>;

/// What one text means.
#[derive(Debug, Clone)]
pub(crate) struct Meant {
    /// Mean of the vectors of all pieces.
    mean: Vector,
    /// How many pieces that is.
    count: usize,
    /// Its word pieces.
    pub(crate) ids: Vec<u32>,
    /// A unit vector for each of them.
    pub(crate) near: Array2<f32>,
}

impl Meant {
    /// The unit vector of texts taken together as one.
    pub(crate) fn together(texts: &[Meant]) -> Vector {
        let mut sum = Vector::zeros(WIDTH);
        for text in texts {
            #[allow(clippy::cast_precision_loss, reason = "a count of words")]
            sum.scaled_add(text.count as f32, &text.mean);
        }
        unit(sum)
    }

    fn new(read: &Read, ids: Vec<u32>) -> Self {
        static TO_NEAR: LazyLock<Array2<f32>> = LazyLock::new(|| tensors::near(WIDTH, NEAR));
        let mut near = read.pieces.dot(&*TO_NEAR);
        for mut row in near.rows_mut() {
            let length = row.dot(&row).sqrt().max(f32::MIN_POSITIVE);
            row /= length;
        }
        #[allow(clippy::cast_precision_loss, reason = "a count of words")]
        let mean = &read.sum / read.count.max(1) as f32;
        Self {
            mean,
            count: read.count,
            ids,
            near,
        }
    }

    /// As stored in [`KNOWN`]: the number of pieces, the scale of the mean, then eight-bit rows.
    fn to_bytes(&self) -> Vec<u8> {
        let most = self.mean.fold(f32::MIN_POSITIVE, |a, b| a.max(b.abs()));
        let scale = most / STEPS;
        let mut bytes = vec![u8::try_from(self.near.nrows()).unwrap_or(0)];
        bytes.extend(scale.to_le_bytes());
        bytes.extend(self.mean.iter().map(|x| eighth(x / scale)));
        bytes.extend(self.near.iter().map(|x| eighth(x * STEPS)));
        bytes
    }

    /// Reads what [`Meant::to_bytes`] wrote; `None` when it is of another text.
    fn from_bytes(bytes: &[u8], ids: Vec<u32>) -> Option<Self> {
        let (&count, rest) = bytes.split_first()?;
        let (scale, rest) = rest.split_first_chunk::<4>()?;
        let (mean, near) = rest.split_at_checked(WIDTH)?;
        let scale = f32::from_le_bytes(*scale);
        let whole = |byte: &u8| f32::from(byte.cast_signed());
        let rows = (usize::from(count), NEAR);
        let near = near.get(..rows.0 * NEAR)?.iter().map(|b| whole(b) / STEPS);
        Some(Self {
            mean: mean.iter().map(|b| whole(b) * scale).collect(),
            count: rows.0 + 2,
            ids,
            near: Array2::from_shape_vec(rows, near.collect()).ok()?,
        })
    }
}

fn eighth(value: f32) -> u8 {
    #[allow(clippy::cast_possible_truncation, reason = "bounded to eight bits")]
    let whole = value.round().clamp(-STEPS, STEPS) as i8;
    whole.cast_unsigned()
}

/// `vector` at length one; a zero vector stays zero.
fn unit(vector: Vector) -> Vector {
    let length = vector.dot(&vector).sqrt().max(f32::MIN_POSITIVE);
    vector / length
}

/// A text as the model is shown it: without fillers, and with a mere mark for each figure, so that a
/// phrasing means the same with every number set; figures are compared by themselves.
#[must_use]
pub(crate) fn shown(text: &str) -> String {
    let words = bounded(text).split_whitespace();
    let shown = words.filter(|word| !holds_the_floor(word)).map(|word| {
        let figure = word.contains(|c: char| c.is_ascii_digit());
        if figure { "0" } else { word }
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// What each text means, in order.
#[must_use]
pub(crate) fn meant(texts: &[String]) -> Vec<Meant> {
    let ids: Vec<Vec<u32>> = texts.iter().map(|text| pieces(text)).collect();
    let mut found: Vec<Option<Meant>> = texts
        .iter()
        .zip(&ids)
        .map(|(text, ids)| Meant::from_bytes(known(text)?, ids.clone()))
        .collect();
    let unknown: Vec<usize> = (0..texts.len()).filter(|&at| found[at].is_none()).collect();
    let asked: Vec<Vec<u32>> = unknown.iter().map(|&at| ids[at].clone()).collect();
    for (at, read) in unknown.into_iter().zip(transformer::read(&asked)) {
        found[at] = Some(Meant::new(&read, ids[at].clone()));
    }
    found.into_iter().flatten().collect()
}

/// The bytes of [`KNOWN`] for these texts, which are phrasings of a case.
#[must_use]
pub fn known_of(texts: &[String]) -> Vec<u8> {
    let mut shown_texts: Vec<String> = texts.iter().map(|text| shown(text)).collect();
    shown_texts.sort();
    shown_texts.dedup();
    let mut bytes = Vec::new();
    for (text, meant) in shown_texts.iter().zip(meant(&shown_texts)) {
        bytes.extend(key(text).to_le_bytes());
        bytes.extend(meant.to_bytes());
    }
    bytes
}

/// How many of these texts are not known beforehand.
#[must_use]
pub fn unknown_of(texts: &[String]) -> usize {
    let shown_texts = texts.iter().map(|text| shown(text));
    shown_texts.filter(|text| known(text).is_none()).count()
}

fn known(text: &str) -> Option<&'static [u8]> {
    static INDEX: LazyLock<HashMap<u64, &'static [u8]>> = LazyLock::new(|| index(KNOWN));
    INDEX.get(&key(text)).copied()
}

fn index(mut bytes: &'static [u8]) -> HashMap<u64, &'static [u8]> {
    let mut index = HashMap::new();
    while let Some((key, rest)) = bytes.split_first_chunk::<8>() {
        let count = rest.first().copied().map_or(0, usize::from);
        let size = (1 + 4 + WIDTH + count * NEAR).min(rest.len());
        let (own, rest) = rest.split_at(size);
        index.insert(u64::from_le_bytes(*key), own);
        bytes = rest;
    }
    index
}

/// FNV-1a, the same on every machine.
fn key(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Meant {
        meant(&[text.to_owned()]).remove(0)
    }

    #[test]
    fn synonyms_are_nearer_than_strangers() {
        let near = |a: &str, b: &str| {
            let (a, b) = (Meant::together(&[one(a)]), Meant::together(&[one(b)]));
            a.dot(&b)
        };
        assert!(near("competitor", "rival") > near("competitor", "weather") + 0.1);
    }

    #[test]
    fn what_is_stored_is_had_again() {
        let first = one("how full are the trucks");
        let again = Meant::from_bytes(&first.to_bytes(), first.ids.clone()).expect("is whole");
        let (a, b) = (Meant::together(&[first]), Meant::together(&[again]));
        assert!(a.dot(&b) > 0.999);
        assert!(Meant::from_bytes(&[], Vec::new()).is_none());
    }

    #[test]
    fn a_figure_is_a_mark() {
        assert_eq!(shown("Profit, um, fell to 9.5m."), "Profit, fell to 0");
    }
}
