//! Ids, a type each, so that a person is never looked up as an attempt.

use std::fmt;

/// Characters in a UUID as text: 32 hex digits and four hyphens.
const UUID_CHARS: usize = 36;

macro_rules! uuid_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes an id as it stands in an address. `None` when it is not a lower-case UUID.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                is_uuid(text).then(|| Self(text.to_owned()))
            }

            /// The id as 36 characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<[u8; 16]> for $name {
            /// From the bytes of a UUID (version 7, so that ids sort by time).
            fn from(bytes: [u8; 16]) -> Self {
                Self(uuid_text(bytes))
            }
        }

        impl From<String> for $name {
            /// From a row: only checked ids were ever written.
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

uuid_text! {
    /// One person who practises. Stands for nobody outside this database.
    PersonId
}
uuid_text! {
    /// One run of a person at a case.
    AttemptId
}

fn is_uuid(text: &str) -> bool {
    text.len() == UUID_CHARS
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

fn uuid_text(bytes: [u8; 16]) -> String {
    let mut text = String::with_capacity(UUID_CHARS);
    for (place, byte) in bytes.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::AttemptId;

    #[test]
    fn an_id_reads_back_from_its_own_text() {
        let id = AttemptId::from([1, 146, 255, 0, 5, 6, 112, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        assert_eq!(id.as_str(), "0192ff00-0506-7008-090a-0b0c0d0e0f10");
        assert_eq!(AttemptId::parse(id.as_str()), Some(id));
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in [
            "",
            "0192ff00-0506-7008-090a-0b0c0d0e0f1",
            "0192FF00-0506-7008-090a-0b0c0d0e0f10",
            "0192ff00x0506-7008-090a-0b0c0d0e0f10",
            "' OR 1=1 --                         ",
        ] {
            assert_eq!(AttemptId::parse(text), None, "{text:?}");
        }
    }
}
