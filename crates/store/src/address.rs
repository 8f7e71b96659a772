//! Which database an address names.

use std::path::PathBuf;

use store_rows::StoreError;

/// A parsed database address.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// A file.
    Sqlite(PathBuf),
    /// A server, by its whole URL.
    Postgres(String),
}

impl Address {
    pub(crate) fn parse(text: &str) -> Result<Self, StoreError> {
        let refuse = |why: &str| {
            Err(StoreError::Address {
                address: without_password(text),
                why: why.to_owned(),
            })
        };
        if let Some(rest) = text.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            return match path {
                "" => refuse("it names no file"),
                ":memory:" => refuse("attempts would be gone with the program"),
                _ if path.contains('?') => refuse("options after ? are not taken"),
                _ => Ok(Self::Sqlite(PathBuf::from(path))),
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        refuse("it begins with neither sqlite: nor postgres://")
    }
}

/// The address as it may be shown: what stands between `://` and `@` can hold a password.
fn without_password(text: &str) -> String {
    match (text.find("://"), text.rfind('@')) {
        (Some(scheme), Some(at)) if scheme < at => {
            format!("{}...{}", &text[..scheme + 3], &text[at..])
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_file_or_a_server() {
        let file = |path: &str| Address::Sqlite(PathBuf::from(path));
        assert_eq!(
            Address::parse("sqlite:./data/a.db").ok(),
            Some(file("./data/a.db"))
        );
        assert_eq!(
            Address::parse("sqlite:///var/lib/a.db").ok(),
            Some(file("/var/lib/a.db"))
        );
        let server = "postgres://ada@localhost/casing";
        assert_eq!(
            Address::parse(server).ok(),
            Some(Address::Postgres(server.to_owned()))
        );
    }

    #[test]
    fn a_refusal_says_why_and_hides_the_password() {
        let said = Address::parse("mysql://ada:secret@host/casing")
            .unwrap_err()
            .to_string();
        assert_eq!(
            said,
            "cannot use the database address \"mysql://...@host/casing\": it begins with neither \
             sqlite: nor postgres://; give sqlite:PATH or postgres://USER@HOST/NAME"
        );
        assert!(Address::parse("sqlite::memory:").is_err());
        assert!(Address::parse("sqlite:").is_err());
    }
}
