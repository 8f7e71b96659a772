//! Bytes that the store keeps without reading them.

use std::fmt;
use std::ops::Deref;

/// An encoded value. Personal words live only in payloads, so `Debug` shows the length alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Payload(Vec<u8>);

impl From<Vec<u8>> for Payload {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Deref for Payload {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Payload({} bytes)", self.0.len())
    }
}
