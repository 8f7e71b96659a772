//! What the operator decides, checked once at the start. Reads no environment variable: the
//! command line is the only source.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

/// The port when none is named.
pub const PORT: u16 = 8080;

/// The settings of a running server.
#[derive(Debug, Clone)]
pub struct Config {
    /// Addresses to listen on. The first must succeed, the others may be missing on a machine.
    pub listen: Vec<SocketAddr>,
    /// Folder that holds the SQLite file.
    pub data: PathBuf,
    /// Database address; `None` means the SQLite file in [`Config::data`].
    pub database: Option<String>,
    /// A folder of further cases.
    pub cases: Option<PathBuf>,
    /// The address visitors use.
    pub public_url: PublicUrl,
}

impl Config {
    /// The two loopback addresses at `port`.
    #[must_use]
    pub fn loopback(port: u16) -> Vec<SocketAddr> {
        vec![
            (Ipv4Addr::LOCALHOST, port).into(),
            (Ipv6Addr::LOCALHOST, port).into(),
        ]
    }

    /// Whether anyone but this machine can reach the server without `https`.
    #[must_use]
    pub fn plain_beyond_this_machine(&self) -> bool {
        !self.public_url.is_https() && self.listen.iter().any(|a| !a.ip().is_loopback())
    }

    /// The database address to open.
    #[must_use]
    pub fn database_url(&self) -> String {
        match &self.database {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.data.join("casingexpert.db").display()),
        }
    }
}

/// The address visitors use: scheme, host and port, no path. Origin checks, links and the
/// cookie's name follow from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

/// Why a text is not a public address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not an address visitors can use: write it like https://cases.example.org, without a path"
)]
pub struct NotAnAddress(String);

impl PublicUrl {
    /// The address of this machine at `port`.
    #[must_use]
    pub fn local(port: u16) -> Self {
        Self(format!("http://localhost:{port}"))
    }

    /// As written: `https://cases.example.org`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether browsers reach the server over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Name of the one cookie. `__Host-` binds it to this host and to TLS; browsers refuse the
    /// prefix over plain http.
    #[must_use]
    pub fn cookie_name(&self) -> &'static str {
        if self.is_https() {
            "__Host-casingexpert"
        } else {
            "casingexpert"
        }
    }
}

impl std::str::FromStr for PublicUrl {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let clean = text.trim_end_matches('/');
        let host = clean
            .strip_prefix("https://")
            .or_else(|| clean.strip_prefix("http://"));
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        match host {
            Some(host) if !host.is_empty() && host.chars().all(allowed) => {
                Ok(Self(clean.to_ascii_lowercase()))
            }
            _ => Err(NotAnAddress(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_bound_to_the_host_only_where_browsers_allow_it() {
        let https: PublicUrl = "https://cases.example.org/".parse().expect("address");
        assert_eq!(https.as_str(), "https://cases.example.org");
        assert_eq!(https.cookie_name(), "__Host-casingexpert");
        assert_eq!(PublicUrl::local(8080).cookie_name(), "casingexpert");
    }

    #[test]
    fn an_address_with_a_path_or_without_a_scheme_is_refused() {
        for text in [
            "cases.example.org",
            "https://a/b",
            "ftp://a",
            "https://",
            "https://a b",
        ] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }
}
