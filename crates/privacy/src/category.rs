//! The kinds of data, in the words of the Fideslang taxonomy, so that an auditor's tools read them.

/// A kind of data: its Fideslang key and how we say it to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Category {
    /// `user.content.private` and the like.
    pub key: &'static str,
    /// The same in plain words.
    pub words: &'static str,
}

/// The kinds in use. A kind of data that is not here needs a decision before a line.
const CATEGORIES: &[Category] = &[
    Category {
        key: "user.unique_id.pseudonymous",
        words: "a random number that stands for you",
    },
    Category {
        key: "user.authorization.credentials",
        words: "a key that proves it is you",
    },
    Category {
        key: "user.device.cookie_id",
        words: "a cookie",
    },
    Category {
        key: "user.content.private",
        words: "your own words",
    },
    Category {
        key: "user.behavior",
        words: "what you did and when",
    },
    Category {
        key: "system.operations",
        words: "about the program, not about you",
    },
];

impl Category {
    /// The category of a Fideslang key, when we use it.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        CATEGORIES
            .iter()
            .copied()
            .find(|category| category.key == key)
    }

    /// Whether it says anything about a person.
    #[must_use]
    pub fn is_personal(self) -> bool {
        self.key.starts_with("user.")
    }
}
