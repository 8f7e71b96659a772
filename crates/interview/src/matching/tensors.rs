//! Reads tensors out of the model file that is part of the binary: the safetensors layout, weights
//! as eight-bit integers with a scale a row, everything else in 32-bit floats. See `THIRD_PARTY.md`.

use ndarray::{Array1, Array2};

/// The sentence model.
const MODEL: &[u8] = include_bytes!("../../models/minilm-l6-int8/model.safetensors");

/// From the word space of the model to the smaller one in which single words are compared.
const NEAR: &[u8] = include_bytes!("../../models/minilm-l6-int8/near-128.f32");

/// The file's header and the bytes behind it.
pub(super) struct Tensors {
    head: serde_json::Value,
    body: &'static [u8],
}

impl Tensors {
    /// Opens the model of the binary.
    pub(super) fn open() -> Self {
        let (head, body) = split(MODEL).unwrap_or((serde_json::Value::Null, &[]));
        Self { head, body }
    }

    fn bytes(&self, name: &str) -> &'static [u8] {
        let offset = |at: usize| {
            let value = self.head[name]["data_offsets"][at].as_u64()?;
            usize::try_from(value).ok()
        };
        let range = offset(0).zip(offset(1));
        range
            .and_then(|(from, to)| self.body.get(from..to))
            .unwrap_or(&[])
    }

    /// A vector of floats; empty when the file has none of that name.
    pub(super) fn floats(&self, name: &str) -> Array1<f32> {
        floats(self.bytes(name)).collect()
    }

    /// A matrix of eight-bit rows with their scales, kept as it is.
    pub(super) fn rows(&self, name: &str, width: usize) -> Rows {
        Rows {
            bytes: self.bytes(name),
            scales: self.floats(&format!("{name}.scale")),
            width,
        }
    }

    /// The matrix of a linear layer as floats, turned so that a row of inputs is multiplied from
    /// the left.
    pub(super) fn linear(&self, name: &str, width: usize) -> Array2<f32> {
        let rows = self.rows(&format!("{name}.weight"), width);
        let height = rows.scales.len();
        let mut matrix = Array2::zeros((width, height));
        for at in 0..height {
            for (to, value) in matrix.column_mut(at).iter_mut().zip(rows.row(at)) {
                *to = value;
            }
        }
        matrix
    }
}

/// Eight-bit rows.
pub(super) struct Rows {
    bytes: &'static [u8],
    scales: Array1<f32>,
    width: usize,
}

impl Rows {
    /// Row `at` as floats; nothing beyond the last.
    pub(super) fn row(&self, at: usize) -> impl Iterator<Item = f32> {
        let bytes = self
            .bytes
            .get(at * self.width..(at + 1) * self.width)
            .unwrap_or(&[]);
        let scale = self.scales.get(at).copied().unwrap_or(0.0);
        bytes
            .iter()
            .map(move |&byte| f32::from(byte.cast_signed()) * scale)
    }
}

/// The projection of single words: `width` rows of `near` columns.
pub(super) fn near(width: usize, near: usize) -> Array2<f32> {
    Array2::from_shape_vec((width, near), floats(NEAR).collect())
        .unwrap_or_else(|_| Array2::zeros((width, near)))
}

fn floats(bytes: &'static [u8]) -> impl Iterator<Item = f32> {
    let (whole, _) = bytes.as_chunks::<4>();
    whole.iter().map(|four| f32::from_le_bytes(*four))
}

/// Header and tensor bytes of a safetensors file.
fn split(file: &'static [u8]) -> Option<(serde_json::Value, &'static [u8])> {
    let (size, rest) = file.split_first_chunk::<8>()?;
    let size = usize::try_from(u64::from_le_bytes(*size)).ok()?;
    let head = serde_json::from_slice(rest.get(..size)?).ok()?;
    Some((head, rest.get(size..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_what_the_model_needs() {
        let tensors = Tensors::open();
        assert_eq!(tensors.floats("embeddings.LayerNorm.bias").len(), 384);
        let up = tensors.linear("encoder.layer.5.intermediate.dense", 384);
        assert_eq!(up.dim(), (384, 1536));
        assert!(up.iter().any(|w| *w > 0.01));
        assert_eq!(tensors.floats("nothing").len(), 0);
        assert_eq!(near(384, 128).row(0).len(), 128);
    }
}
