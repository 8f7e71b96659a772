//! What is wrong with a data map.

use std::fmt;

/// One thing to mend in `privacy/data-map.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line in the map, from 1; 0 when it is about the map as a whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "data-map.toml: {}; {}", self.what, self.mend),
            line => write!(f, "data-map.toml:{line}: {}; {}", self.what, self.mend),
        }
    }
}
