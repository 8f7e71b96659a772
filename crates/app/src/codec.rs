//! How payloads are laid down in the database: a version byte, then the content. Every payload
//! but the journal's passes here; the database never looks inside.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The layout written now: plain JSON. A later layout takes the next number, and this one stays
/// readable.
const PLAIN_JSON: u8 = 1;

/// Why a payload cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// Nothing there.
    #[error("payload is empty")]
    Empty,
    /// Written by a later release.
    #[error("payload has layout {0}, this release reads up to {PLAIN_JSON}")]
    Unknown(u8),
    /// Damaged, or not what was expected.
    #[error("payload does not read")]
    Json(#[from] serde_json::Error),
}

/// The bytes to store for a value.
///
/// # Errors
/// When the value has no JSON form.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, CodecError> {
    let mut bytes = vec![PLAIN_JSON];
    serde_json::to_writer(&mut bytes, value)?;
    Ok(bytes)
}

/// The value of stored bytes.
///
/// # Errors
/// When the bytes are empty, of an unknown layout, or not such a value.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CodecError> {
    match bytes.split_first() {
        None => Err(CodecError::Empty),
        Some((&PLAIN_JSON, rest)) => Ok(serde_json::from_slice(rest)?),
        Some((&other, _)) => Err(CodecError::Unknown(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_reads_back_and_a_later_layout_is_named() {
        let bytes = encode(&("When asked", 3)).expect("encodes");
        assert_eq!(
            decode::<(String, u8)>(&bytes).expect("decodes"),
            ("When asked".into(), 3)
        );
        let error = decode::<u8>(&[9, b'1']).expect_err("unknown layout");
        assert_eq!(
            error.to_string(),
            "payload has layout 9, this release reads up to 1"
        );
    }
}
