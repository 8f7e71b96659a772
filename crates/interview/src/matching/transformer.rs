//! The sentence model: a transformer of six layers that turns the word pieces of a text into one
//! vector each, seeing the words around them. Texts are taken together so that each layer is one
//! multiplication; attention stays within a text.

use std::ops::Range;
use std::sync::LazyLock;

use ndarray::{Array1, Array2, ArrayView2, ArrayViewMut2, Axis, Slice};

use super::tensors::{Rows, Tensors};

/// Numbers in the vector of a word piece.
pub(super) const WIDTH: usize = 384;

/// Numbers inside a feed-forward layer.
const INNER: usize = 1536;

const LAYERS: usize = 6;
const HEADS: usize = 12;
const HEAD: usize = WIDTH / HEADS;

/// Marks that the model was taught to see around a text.
const OPENING: u32 = 101;
const CLOSING: u32 = 102;

/// Word pieces of a text that are read; a clause has about ten.
const PIECES_MAX: usize = 126;

/// Word pieces taken together at most, so that memory stays small.
const TOGETHER_MAX: usize = 1024;

struct Norm {
    gain: Array1<f32>,
    shift: Array1<f32>,
}

struct Linear {
    weights: Array2<f32>,
    shift: Array1<f32>,
}

struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    output: Linear,
    attended: Norm,
    up: Linear,
    down: Linear,
    fed: Norm,
}

struct Model {
    words: Rows,
    /// Place of a piece in the text, with what all pieces have in common.
    places: Array2<f32>,
    embedded: Norm,
    layers: Vec<Layer>,
}

static MODEL: LazyLock<Model> = LazyLock::new(Model::load);

impl Model {
    fn load() -> Self {
        let tensors = Tensors::open();
        let norm = |name: &str| Norm {
            gain: tensors.floats(&format!("{name}.weight")),
            shift: tensors.floats(&format!("{name}.bias")),
        };
        let linear = |name: &str, width| Linear {
            weights: tensors.linear(name, width),
            shift: tensors.floats(&format!("{name}.bias")),
        };
        let layer = |at: usize| {
            let name = |part: &str| format!("encoder.layer.{at}.{part}");
            Layer {
                query: linear(&name("attention.self.query"), WIDTH),
                key: linear(&name("attention.self.key"), WIDTH),
                value: linear(&name("attention.self.value"), WIDTH),
                output: linear(&name("attention.output.dense"), WIDTH),
                attended: norm(&name("attention.output.LayerNorm")),
                up: linear(&name("intermediate.dense"), WIDTH),
                down: linear(&name("output.dense"), INNER),
                fed: norm(&name("output.LayerNorm")),
            }
        };
        let common = tensors.rows("embeddings.token_type_embeddings.weight", WIDTH);
        let place = tensors.rows("embeddings.position_embeddings.weight", WIDTH);
        let mut places = Array2::zeros((PIECES_MAX + 2, WIDTH));
        for (at, mut row) in places.rows_mut().into_iter().enumerate() {
            for ((to, place), common) in row.iter_mut().zip(place.row(at)).zip(common.row(0)) {
                *to = place + common;
            }
        }
        Self {
            words: tensors.rows("embeddings.word_embeddings.weight", WIDTH),
            places,
            embedded: norm("embeddings.LayerNorm"),
            layers: (0..LAYERS).map(layer).collect(),
        }
    }

    /// Vectors of the pieces of all texts, text after text.
    fn run(&self, texts: &[Vec<u32>]) -> Array2<f32> {
        let total = texts.iter().map(Vec::len).sum();
        let mut state = Array2::zeros((total, WIDTH));
        let mut rows = state.rows_mut().into_iter();
        for text in texts {
            for (at, &piece) in text.iter().enumerate() {
                let Some(mut row) = rows.next() else { break };
                row.assign(&self.places.row(at));
                for (to, value) in row.iter_mut().zip(self.words.row(piece as usize)) {
                    *to += value;
                }
            }
        }
        self.embedded.apply(state.view_mut());
        for layer in &self.layers {
            layer.run(&mut state, texts);
        }
        state
    }
}

impl Layer {
    fn run(&self, state: &mut Array2<f32>, texts: &[Vec<u32>]) {
        let query = self.query.of(state);
        let key = self.key.of(state);
        let value = self.value.of(state);
        let mut heard = Array2::zeros(state.dim());
        let mut from = 0;
        for text in texts {
            let to = from + text.len();
            for head in 0..HEADS {
                let columns = head * HEAD..(head + 1) * HEAD;
                let part = |of| block(of, from..to, columns.clone());
                let mut weights = part(&query).dot(&part(&key).t());
                soften(weights.view_mut());
                let mixed = weights.dot(&part(&value));
                heard
                    .slice_axis_mut(Axis(0), Slice::from(from..to))
                    .slice_axis_mut(Axis(1), Slice::from(columns))
                    .assign(&mixed);
            }
            from = to;
        }
        *state += &self.output.of(&heard);
        self.attended.apply(state.view_mut());
        let mut inner = self.up.of(state);
        inner.mapv_inplace(gelu);
        *state += &self.down.of(&inner);
        self.fed.apply(state.view_mut());
    }
}

fn rows(of: &Array2<f32>, rows: Range<usize>) -> ArrayView2<'_, f32> {
    of.slice_axis(Axis(0), Slice::from(rows))
}

fn block(of: &Array2<f32>, rows: Range<usize>, columns: Range<usize>) -> ArrayView2<'_, f32> {
    let mut block = of.slice_axis(Axis(0), Slice::from(rows));
    block.slice_axis_inplace(Axis(1), Slice::from(columns));
    block
}

impl Linear {
    fn of(&self, input: &Array2<f32>) -> Array2<f32> {
        let mut output = input.dot(&self.weights);
        output += &self.shift;
        output
    }
}

impl Norm {
    fn apply(&self, mut state: ArrayViewMut2<f32>) {
        const FLOOR: f32 = 1e-12;
        #[allow(clippy::cast_precision_loss, reason = "a small constant")]
        let width = WIDTH as f32;
        for mut row in state.rows_mut() {
            let mean = row.sum() / width;
            row.mapv_inplace(|x| x - mean);
            let spread = (row.dot(&row) / width + FLOOR).sqrt();
            for ((x, gain), shift) in row.iter_mut().zip(&self.gain).zip(&self.shift) {
                *x = *x / spread * gain + shift;
            }
        }
    }
}

/// Attention weights out of products.
fn soften(mut weights: ArrayViewMut2<f32>) {
    #[allow(clippy::cast_precision_loss, reason = "a small constant")]
    let scale = 1.0 / (HEAD as f32).sqrt();
    for mut row in weights.rows_mut() {
        let most = row.fold(f32::MIN, |a, &b| a.max(b));
        row.mapv_inplace(|x| power((x - most) * scale));
        let sum = row.sum();
        row.mapv_inplace(|x| x / sum);
    }
}

/// Gaussian error linear unit, with the error function as in Abramowitz and Stegun, 7.1.26.
fn gelu(x: f32) -> f32 {
    const A: [f32; 5] = [
        0.254_829_6,
        -0.284_496_72,
        1.421_413_8,
        -1.453_152_1,
        1.061_405_4,
    ];
    let size = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * size);
    let sum = t * (A[0] + t * (A[1] + t * (A[2] + t * (A[3] + t * A[4]))));
    let error = 1.0 - sum * power(-size * size);
    0.5 * x * (1.0 + error.copysign(x))
}

/// `e` to the power `x` for `x` up to nought, to about seven digits, without branches so that the
/// compiler can use vector instructions.
fn power(x: f32) -> f32 {
    let twos = (x * std::f32::consts::LOG2_E).max(-126.0);
    let whole = twos.floor();
    let rest = (twos - whole) * std::f32::consts::LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5
                        + rest
                            * (0.166_666_67
                                + rest
                                    * (0.041_666_67
                                        + rest * (0.008_333_33 + rest * 0.001_388_89)))));
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between -126 and 0"
    )]
    let bits = ((whole as i32 + 127) as u32) << 23;
    series * f32::from_bits(bits)
}

/// A vector for each word piece of each text. Empty texts give no row.
#[must_use]
pub(super) fn read(texts: &[Vec<u32>]) -> Vec<Read> {
    let marked: Vec<Vec<u32>> = texts
        .iter()
        .map(|text| {
            let inner = text.iter().copied().take(PIECES_MAX);
            std::iter::once(OPENING)
                .chain(inner)
                .chain([CLOSING])
                .collect()
        })
        .collect();
    let mut read = Vec::with_capacity(texts.len());
    let mut rest = marked.as_slice();
    while !rest.is_empty() {
        let mut sum = 0;
        let fit = rest.iter().take_while(|text| {
            sum += text.len();
            sum <= TOGETHER_MAX
        });
        let (now, later) = rest.split_at(fit.count().max(1));
        let state = MODEL.run(now);
        let mut from = 0;
        for text in now {
            let to = from + text.len();
            read.push(Read::new(rows(&state, from..to)));
            from = to;
        }
        rest = later;
    }
    read
}

/// What the model made of a text.
pub(super) struct Read {
    /// Sum of the vectors of all pieces, marks included.
    pub(super) sum: Array1<f32>,
    /// Pieces in it, marks included.
    pub(super) count: usize,
    /// The vectors of the pieces, marks left out.
    pub(super) pieces: Array2<f32>,
}

impl Read {
    fn new(state: ArrayView2<f32>) -> Self {
        let last = state.nrows() - 1;
        Self {
            sum: state.sum_axis(Axis(0)),
            count: state.nrows(),
            pieces: state.slice_axis(Axis(0), Slice::from(1..last)).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::wordpiece::pieces;
    use super::*;

    fn unit(text: &str) -> Array1<f32> {
        let read = read(&[pieces(text)]).remove(0);
        let length = read.sum.dot(&read.sum).sqrt();
        read.sum / length
    }

    /// Products that the published model gives, to three places (eight-bit weights).
    #[test]
    fn sentences_stand_to_each_other_as_in_the_published_model() {
        let asked = unit("How full are the trucks on the way back?");
        let near = asked.dot(&unit("Do the trucks come back empty after delivery?"));
        let far = asked.dot(&unit("What are competitors charging?"));
        assert!((near - 0.615).abs() < 0.002, "{near}");
        assert!((far - 0.058).abs() < 0.002, "{far}");
    }

    #[test]
    fn a_text_reads_the_same_alone_and_among_others() {
        let (one, two) = (pieces("fixed costs rise"), pieces("what do rivals charge"));
        let alone = read(std::slice::from_ref(&one));
        let among = read(&[two, one]);
        let apart = (&alone[0].sum - &among[1].sum).mapv(f32::abs).sum();
        assert!(apart < 0.01, "{apart}");
    }

    #[test]
    fn an_empty_text_has_no_pieces() {
        assert_eq!(read(&[Vec::new()])[0].pieces.nrows(), 0);
    }

    #[test]
    fn powers_are_near_enough() {
        for x in [0.0f32, -0.1, -0.5, -1.0, -3.3, -20.0] {
            let off = power(x) / x.exp() - 1.0;
            assert!(off.abs() < 1e-5, "{x}: {off}");
        }
        assert!((gelu(1.0) - 0.841_345).abs() < 1e-5 && gelu(-9.0).abs() < 1e-5);
    }
}
