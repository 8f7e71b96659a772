//! The texts of one case folder, and what is wrong with them. Opens no file.

use std::fmt;

/// The largest text of one file, in bytes: the longest authored case is about a tenth of it.
pub const FILE_BYTES: usize = 512 * 1024;

/// The most files of one folder: a case splits into about fifteen.
pub const FOLDER_FILES: usize = 64;

/// The texts of one case folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Path inside the case folder (`case.toml`, `plays/strong.play`) and text.
    pub files: Vec<(String, String)>,
}

impl Source {
    /// The text of the file at `path`.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        let found = self.files.iter().find(|(name, _)| name == path);
        found.map(|(_, text)| text.as_str())
    }
}

/// One thing wrong with authored content. A value, not an error: all are listed at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path inside the case folder.
    pub file: String,
    /// Counting from 1.
    pub line: usize,
    /// Counting from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl Problem {
    /// A problem at `place`.
    pub(crate) fn at(place: &Place, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            what: what.into(),
            mend: mend.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            what,
            mend,
        } = self;
        write!(f, "{file}:{line}:{column}: {what}; {mend}")
    }
}

/// Where something stands in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Place {
    /// The start of a file.
    pub(crate) fn start(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 1,
            column: 1,
        }
    }

    /// The place of byte `offset` in `text`.
    pub(crate) fn of(file: &str, text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The place `offset` bytes into the string value that starts here.
    pub(crate) fn inside(&self, text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let lines = before.matches('\n').count();
        let column = match before.rfind('\n') {
            Some(at) => before[at + 1..].chars().count() + 1,
            None => self.column + before.chars().count(),
        };
        Self {
            file: self.file.clone(),
            line: self.line + lines,
            column,
        }
    }
}
