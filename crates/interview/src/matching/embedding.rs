//! Sentence vectors by lookup: each word piece has a vector, a sentence is their sum made
//! unit length. Blind to word order and negation; callers must not rest a verdict on it alone.

use std::sync::LazyLock;

use super::wordpiece::pieces;

/// Eight-bit table and row scales in the safetensors layout; see `THIRD_PARTY.md`.
const MODEL: &[u8] = include_bytes!("../../models/minilm-static-256/model.safetensors");

/// Numbers in a sentence vector.
pub(crate) const WIDTH: usize = 256;

/// A unit vector, or all zero for a text without a known word.
pub(crate) type Vector = [f32; WIDTH];

/// Where the two tensors lie in [`MODEL`].
struct Table {
    rows: &'static [u8],
    scales: &'static [u8],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (head, body) = split(MODEL).unwrap_or((serde_json::Value::Null, &[]));
    Table {
        rows: tensor(&head, body, "embeddings"),
        scales: tensor(&head, body, "weights"),
    }
});

/// Header and tensor bytes of a safetensors file.
fn split(file: &'static [u8]) -> Option<(serde_json::Value, &'static [u8])> {
    let (size, rest) = file.split_first_chunk::<8>()?;
    let size = usize::try_from(u64::from_le_bytes(*size)).ok()?;
    let head = serde_json::from_slice(rest.get(..size)?).ok()?;
    Some((head, rest.get(size..)?))
}

fn tensor(head: &serde_json::Value, body: &'static [u8], name: &str) -> &'static [u8] {
    let offset = |at: usize| {
        let value = head[name]["data_offsets"][at].as_u64()?;
        usize::try_from(value).ok()
    };
    let range = offset(0).zip(offset(1));
    range
        .and_then(|(from, to)| body.get(from..to))
        .unwrap_or(&[])
}

/// The unit vector of `text`.
#[must_use]
pub(crate) fn embed(text: &str) -> Vector {
    let mut sum = [0f32; WIDTH];
    for id in pieces(text) {
        let id = id as usize;
        let row = TABLE.rows.get(id * WIDTH..(id + 1) * WIDTH);
        let scale = TABLE
            .scales
            .get(id * 4..id * 4 + 4)
            .and_then(|b| b.first_chunk::<4>());
        if let (Some(row), Some(scale)) = (row, scale) {
            let scale = f32::from_le_bytes(*scale);
            for (total, &byte) in sum.iter_mut().zip(row) {
                *total += f32::from(byte.cast_signed()) * scale;
            }
        }
    }
    unit(sum)
}

/// `vector` at length one; a zero vector stays zero.
#[must_use]
fn unit(mut vector: Vector) -> Vector {
    let length = dot(&vector, &vector).sqrt();
    if length > 0.0 {
        for part in &mut vector {
            *part /= length;
        }
    }
    vector
}

/// Inner product; the cosine of unit vectors.
#[must_use]
pub(crate) fn dot(a: &Vector, b: &Vector) -> f32 {
    // Eight running sums so that the compiler can use vector instructions.
    let mut sums = [0f32; 8];
    for (x, y) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for lane in 0..8 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_a_row_and_a_scale_for_each_piece() {
        assert_eq!(TABLE.rows.len(), 30_522 * WIDTH);
        assert_eq!(TABLE.scales.len(), 30_522 * 4);
    }

    #[test]
    fn synonyms_are_nearer_than_strangers() {
        let near = dot(&embed("competitor"), &embed("rival"));
        let far = dot(&embed("competitor"), &embed("weather"));
        assert!(near > far + 0.1, "{near} against {far}");
    }

    #[test]
    fn a_text_without_known_words_is_zero() {
        assert_eq!(embed("\u{1f600}"), [0f32; WIDTH]);
        assert_eq!(embed(""), [0f32; WIDTH]);
    }
}
