//! Which items of a case a piece of text covers: word overlap, character runs and sentence
//! vectors, fused by a small logistic model. Knows no segment rules and keeps no state.

mod bank;
mod coverage;
mod evidence;
mod fusion;
mod heard;
mod items;
mod lexicon;
mod meaning;
mod opposite;
mod report;
mod spoken;
mod tensors;
mod transformer;
mod weights;
mod word_by_word;
mod wordpiece;
mod words;

pub use bank::{Bank, texts_of};
pub use evidence::{EVIDENCE, EVIDENCE_NAMES, Evidence};
pub use fusion::{ANSWER, SURE, UNSURE, zone};
pub use heard::{Cover, covers, pieces};
pub use items::{Item, ItemKind, misreadings, of_case};
pub use meaning::{known_of, unknown_of};
pub use report::{LabelledSentence, MatchLine, MatchReport, labelled_sentences, match_report};

pub use weights::{Fitted, Weights};

pub(crate) use words::{is_stop, stem, words};
