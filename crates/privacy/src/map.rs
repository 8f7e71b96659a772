//! A data map that has been checked: every reference resolved, every promise with its words.

use crate::Category;

/// The whole map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataMap {
    /// Date since which it holds, `2026-11-24`.
    pub in_force: String,
    /// The map in a few sentences.
    pub summary: Vec<String>,
    /// Everything stored, in the order of the file.
    pub items: Vec<Item>,
    pub(crate) contexts: Vec<(Context, String)>,
}

/// The part of life that data belongs to; a section of the page each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Being known to the server.
    Account,
    /// Practising.
    Practice,
    /// Counting use.
    Analytics,
    /// Paying.
    Billing,
    /// Keeping the server running.
    Operations,
}

/// One kind of thing that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What a person would call it.
    pub label: String,
    /// What is in it, in a sentence.
    pub holds: String,
    /// Everywhere it stands.
    pub places: Vec<Place>,
    /// What kind of data it is.
    pub category: Category,
    /// Where it belongs.
    pub context: Context,
    /// What it is for; never empty.
    pub purposes: Vec<Purpose>,
    /// How long it stays.
    pub retention: Retention,
    /// Who else receives it.
    pub recipients: Vec<Recipient>,
    /// Whether it belongs in a copy of somebody's data.
    pub export: bool,
    /// What a deletion does to it.
    pub erasure: Erasure,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What sort of place.
    pub kind: Kind,
    /// `table.column`, a cookie's name, a storage key, a log field or a file.
    pub name: String,
}

/// The sorts of place where data can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A column of the database.
    Column,
    /// A cookie in the browser.
    Cookie,
    /// A key of the browser's local storage.
    Browser,
    /// A field of the log.
    Log,
    /// A file on the server.
    File,
}

/// What something is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purpose {
    /// Its key in the map.
    pub id: String,
    /// Why, in plain words.
    pub why: String,
}

/// How long something stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// Its key in the map.
    pub id: String,
    /// How long, in plain words.
    pub keep: String,
    /// At most this many days after the last visit; `None` when no count of days ends it.
    pub days: Option<u32>,
    /// What ends it; never empty.
    pub ended_by: Vec<EndedBy>,
}

/// What ends a retention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndedBy {
    /// The daily sweep of the server.
    Sweep,
    /// The person deletes it.
    Deletion,
    /// The attempt closes.
    Closing,
    /// The browser lets it expire.
    Browser,
    /// Whoever runs the server decides.
    Operator,
}

/// Somebody outside who receives data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Its key in the map.
    pub id: String,
    /// Its name and country.
    pub name: String,
    /// What it does with the data.
    pub why: String,
}

/// What a deletion does to something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erasure {
    /// Goes with its attempt.
    WithAttempt,
    /// Goes with the person.
    WithPerson,
    /// Is removed in the browser.
    InBrowser,
    /// Whoever runs the server removes it.
    ByOperator,
    /// Stays, for this reason.
    Kept(String),
}

impl DataMap {
    /// The sections of the page in order: context, its sentence, its items (perhaps none).
    pub fn sections(&self) -> impl Iterator<Item = (Context, &str, Vec<&Item>)> {
        self.contexts.iter().map(|(context, words)| {
            let items = self
                .items
                .iter()
                .filter(|item| item.context == *context)
                .collect();
            (*context, words.as_str(), items)
        })
    }

    /// Every name of one sort of place, sorted: all columns, all cookies, ...
    #[must_use]
    pub fn names(&self, kind: Kind) -> Vec<&str> {
        let places = self.items.iter().flat_map(|item| &item.places);
        let mut names: Vec<_> = places
            .filter(|place| place.kind == kind)
            .map(|place| place.name.as_str())
            .collect();
        names.sort_unstable();
        names
    }
}

impl Context {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Account,
        Self::Practice,
        Self::Analytics,
        Self::Billing,
        Self::Operations,
    ];

    /// Its key in the map, also the page's anchor.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Practice => "practice",
            Self::Analytics => "analytics",
            Self::Billing => "billing",
            Self::Operations => "operations",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Account => "Being known here",
            Self::Practice => "Interview practice",
            Self::Analytics => "Analytics",
            Self::Billing => "Billing",
            Self::Operations => "Running the server",
        }
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Column,
        Self::Cookie,
        Self::Browser,
        Self::Log,
        Self::File,
    ];

    /// What one such place is called.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Cookie => "cookie",
            Self::Browser => "browser storage key",
            Self::Log => "log field",
            Self::File => "file",
        }
    }
}

impl EndedBy {
    /// All of them with their keys in the map.
    pub(crate) const KEYS: [(&'static str, Self); 5] = [
        ("sweep", Self::Sweep),
        ("deletion", Self::Deletion),
        ("closing", Self::Closing),
        ("browser", Self::Browser),
        ("operator", Self::Operator),
    ];

    /// In plain words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Sweep => "the server's daily sweep",
            Self::Deletion => "your deleting it",
            Self::Closing => "the end of the attempt",
            Self::Browser => "your browser",
            Self::Operator => "whoever runs this server",
        }
    }
}

impl Erasure {
    /// In plain words.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::WithAttempt => "deleted with the attempt",
            Self::WithPerson => "deleted with the guest",
            Self::InBrowser => "removed in your browser",
            Self::ByOperator => "removed by whoever runs this server",
            Self::Kept(why) => why,
        }
    }
}
