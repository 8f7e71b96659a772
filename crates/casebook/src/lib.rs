//! What a case is: file format, exact quantities, exhibits, number sets and the checks on
//! authored content. A loaded case recomputes its own answers; problems with content are
//! values, not errors. Reads no file, no clock and no dice: texts and seeds come in as arguments.

mod authored;
mod build;
mod case;
mod define;
mod dimension;
mod document;
mod draw;
mod exact;
mod figure;
mod formula;
mod import;
mod lint;
mod names;
mod source;
mod template;

pub use authored::Authored;
pub use case::*;
pub use dimension::Dimension;
pub use draw::NoVariant;
pub use exact::{Exact, NUMBER_TEXT_CHARS, NotANumber};
pub use import::{import_named, import_neutral};
pub use source::{FILE_BYTES, FOLDER_FILES, Problem, Source};

/// Industries a case may name, slug and words, in library order.
pub const INDUSTRIES: &[(&str, &str)] = &[
    ("consumer-retail", "Consumer and retail"),
    ("financial-services", "Financial services"),
    ("healthcare-pharma", "Healthcare and pharma"),
    ("technology-telecoms", "Technology and telecoms"),
    ("industrials", "Industrials"),
    ("energy-resources", "Energy and resources"),
    ("transport-logistics", "Transport and logistics"),
    ("travel-leisure", "Travel and leisure"),
    ("media", "Media"),
    ("agriculture", "Agriculture"),
    ("education", "Education"),
    ("public-social", "Public and social"),
    ("real-estate", "Real estate"),
];

/// Topics a case may name, slug and words, in library order.
pub const TOPICS: &[(&str, &str)] = &[
    ("profitability", "Profitability"),
    ("market-entry", "Market entry"),
    ("merger", "Mergers and acquisitions"),
    ("pricing", "Pricing"),
    ("growth", "Growth"),
    ("operations", "Operations"),
    ("cost", "Cost reduction"),
    ("market-sizing", "Market sizing"),
    ("new-product", "New product"),
    ("competitive-response", "Competitive response"),
    ("turnaround", "Turnaround"),
    ("organisation", "Organisation"),
    ("public-sector", "Public sector and non-profit"),
    ("private-equity", "Private equity"),
    ("digital", "Digital and AI"),
];
