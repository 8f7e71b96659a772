//! Style sheets, scripts and fonts, served from the binary under names that hold their own
//! hash, so that a browser may keep them for ever. Nothing here is made at run time.

use std::collections::HashMap;
use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::error::Failure;

/// Hex digits of the hash in a name: 48 bits, far more than the files we will ever have.
const NAME_DIGITS: usize = 12;

/// A year, the longest that caches honour; the name changes with the content.
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    bytes: Vec<u8>,
    mime: String,
}

#[derive(Default)]
struct Shelf {
    /// `components/form.css` to `components/form-0123456789ab.css`.
    hashed: HashMap<String, String>,
    assets: HashMap<String, Asset>,
}

fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| {
        let mut shelf = Shelf::default();
        for path in Files::iter() {
            shelf.place(&path);
        }
        shelf
    })
}

impl Shelf {
    /// Puts a file and everything it names on the shelf and returns its hashed name. A file
    /// must not name itself, directly or through others.
    fn place(&mut self, path: &str) -> Option<String> {
        if let Some(done) = self.hashed.get(path) {
            return Some(done.clone());
        }
        let file = Files::get(path)?;
        let mime = file.metadata.mimetype().to_owned();
        let bytes = match (path.rsplit('.').next(), std::str::from_utf8(&file.data)) {
            (Some("css"), Ok(text)) => self.rewritten(path, text, &["url(\""], '"').into_bytes(),
            (Some("js"), Ok(text)) => self
                .rewritten(path, text, &["from \"", "import \""], '"')
                .into_bytes(),
            _ => file.data.into_owned(),
        };
        let digest = hex(&Sha256::digest(&bytes));
        let name = match path.rsplit_once('.') {
            Some((stem, end)) => format!("{stem}-{}.{end}", &digest[..NAME_DIGITS]),
            None => format!("{path}-{}", &digest[..NAME_DIGITS]),
        };
        self.hashed.insert(path.to_owned(), name.clone());
        self.assets.insert(name.clone(), Asset { bytes, mime });
        Some(name)
    }

    /// The text with every relative address after one of the `openers` made absolute and hashed.
    fn rewritten(&mut self, path: &str, text: &str, openers: &[&str], close: char) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((at, opener)) = openers
            .iter()
            .filter_map(|o| rest.find(o).map(|at| (at, *o)))
            .min_by_key(|(at, _)| *at)
        {
            let start = at + opener.len();
            out.push_str(&rest[..start]);
            rest = &rest[start..];
            let end = rest.find(close).unwrap_or(0);
            let named = &rest[..end];
            match self.place(&beside(path, named)) {
                Some(hashed) => {
                    out.push_str("/static/");
                    out.push_str(&hashed);
                }
                None => out.push_str(named),
            }
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }
}

/// `../fonts/a.woff2` named in `parts/x.css` is `fonts/a.woff2`.
fn beside(path: &str, named: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in named.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The address of a file of `static/`, `base.css` for one. An unknown name comes back as an
/// address that is not found; a test looks up every name that templates use.
#[must_use]
pub fn asset(path: &str) -> String {
    match shelf().hashed.get(path) {
        Some(hashed) => format!("/static/{hashed}"),
        None => format!("/static/{path}"),
    }
}

/// `GET /static/{*path}`
pub async fn serve(Path(path): Path<String>) -> Result<Response, Failure> {
    let asset = shelf().assets.get(&path).ok_or(Failure::NotFound)?;
    let mime = HeaderValue::from_str(&asset.mime)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, KEEP)];
    Ok((headers, asset.bytes.as_slice()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_names_its_fonts_by_hash() {
        let hashed = &shelf().hashed["base.css"];
        let css = String::from_utf8(shelf().assets[hashed].bytes.clone()).expect("text");
        assert!(css.contains(&asset("fonts/newsreader.woff2")), "{css}");
        assert!(!css.contains("url(\"fonts/"));
    }

    #[test]
    fn an_address_is_read_from_the_folder_of_the_file_that_names_it() {
        assert_eq!(beside("base.css", "fonts/a.woff2"), "fonts/a.woff2");
        assert_eq!(beside("parts/x.css", "../fonts/a.woff2"), "fonts/a.woff2");
        assert_eq!(beside("parts/a.js", "./b.js"), "parts/b.js");
    }
}
