//! From the text of a data map to a checked one, with every problem at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{ItemSource, Source, Word};
use crate::{
    Category, Context, DataMap, EndedBy, Erasure, Item, Kind, Place, Problem, Purpose, Recipient,
    Retention,
};

impl DataMap {
    /// Reads the text of `privacy/data-map.toml`. There is a map only when there is no problem.
    #[must_use]
    pub fn parse(text: &str) -> (Option<Self>, Vec<Problem>) {
        let source = match toml::from_str::<Source>(text) {
            Ok(source) => source,
            Err(error) => {
                let at = error.span().map_or(0, |span| line_of(text, span.start));
                let what = error.message().to_owned();
                let mend = "write it as the other entries are written".to_owned();
                return (
                    None,
                    vec![Problem {
                        line: at,
                        what,
                        mend,
                    }],
                );
            }
        };
        let mut check = Check::new(text);
        let map = check.map(&source);
        check.problems.sort_by_key(|problem| problem.line);
        (check.problems.is_empty().then_some(map), check.problems)
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes()
        .take(byte)
        .filter(|&byte| byte == b'\n')
        .count()
        + 1
}

struct Check<'a> {
    text: &'a str,
    problems: Vec<Problem>,
    /// Keys that some item uses.
    used: BTreeSet<String>,
    /// Places already claimed, with the line of the claim.
    claimed: BTreeMap<Place, usize>,
}

impl<'a> Check<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            problems: Vec::new(),
            used: BTreeSet::new(),
            claimed: BTreeMap::new(),
        }
    }

    fn report(&mut self, at: &Word, what: String, mend: &str) {
        let line = line_of(self.text, at.span().start);
        self.problems.push(Problem {
            line,
            what,
            mend: mend.to_owned(),
        });
    }

    fn map(&mut self, source: &Source) -> DataMap {
        self.date(&source.in_force);
        let contexts = self.contexts(source);
        let purposes = self.purposes(source);
        let retentions = self.retentions(source);
        let recipients = self.recipients(source);
        let items = source
            .item
            .iter()
            .filter_map(|item| self.item(item, &purposes, &retentions, &recipients))
            .collect();
        self.unused("purpose", source.purpose.keys());
        self.unused("retention", source.retention.keys());
        self.unused("recipient", source.recipient.keys());
        DataMap {
            in_force: source.in_force.get_ref().clone(),
            summary: source.summary.clone(),
            items,
            contexts,
        }
    }

    fn date(&mut self, date: &Word) {
        let shape: String = date
            .get_ref()
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        if shape != "0000-00-00" {
            let what = format!("in_force is {:?}, no date", date.get_ref());
            self.report(date, what, "write it as 2026-11-24");
        }
    }

    fn contexts(&mut self, source: &Source) -> Vec<(Context, String)> {
        for key in source.context.keys() {
            if !Context::ALL
                .iter()
                .any(|context| context.key() == key.get_ref())
            {
                let what = format!("there is no context {}", key.get_ref());
                self.report(
                    key,
                    what,
                    "use account, practice, analytics, billing or operations",
                );
            }
        }
        let words = |context: &Context| {
            source
                .context
                .iter()
                .find(|(key, _)| key.get_ref() == context.key())
        };
        for context in Context::ALL
            .iter()
            .filter(|context| words(context).is_none())
        {
            self.problems.push(Problem {
                line: 0,
                what: format!("context {} is not explained", context.key()),
                mend: format!("add [context.{}] with words", context.key()),
            });
        }
        Context::ALL
            .iter()
            .filter_map(|context| words(context).map(|(_, said)| (*context, said.words.clone())))
            .collect()
    }

    fn purposes(&mut self, source: &Source) -> BTreeMap<String, Purpose> {
        let mut all = BTreeMap::new();
        for (key, purpose) in &source.purpose {
            self.worded(key, &purpose.why);
            let id = key.get_ref().clone();
            all.insert(
                id.clone(),
                Purpose {
                    id,
                    why: purpose.why.clone(),
                },
            );
        }
        all
    }

    fn retentions(&mut self, source: &Source) -> BTreeMap<String, Retention> {
        let mut all = BTreeMap::new();
        for (key, retention) in &source.retention {
            self.worded(key, &retention.keep);
            let ended_by = self.ended_by(&retention.ended_by);
            if retention.ended_by.is_empty() {
                let what = format!("nothing ends retention {}", key.get_ref());
                self.report(key, what, "name what ends it in ended_by");
            }
            if ended_by.contains(&EndedBy::Sweep) != retention.days.is_some_and(|days| days > 0) {
                let what = format!("retention {} and the sweep disagree", key.get_ref());
                self.report(
                    key,
                    what,
                    "give days when, and only when, the sweep ends it",
                );
            }
            let id = key.get_ref().clone();
            let (keep, days) = (retention.keep.clone(), retention.days);
            all.insert(
                id.clone(),
                Retention {
                    id,
                    keep,
                    days,
                    ended_by,
                },
            );
        }
        all
    }

    fn ended_by(&mut self, words: &[Word]) -> Vec<EndedBy> {
        let mut all = Vec::new();
        for word in words {
            match EndedBy::KEYS.iter().find(|(key, _)| key == word.get_ref()) {
                Some((_, ended_by)) => all.push(*ended_by),
                None => {
                    let what = format!("nothing called {} ends a retention", word.get_ref());
                    self.report(
                        word,
                        what,
                        "use sweep, deletion, closing, browser or operator",
                    );
                }
            }
        }
        all
    }

    fn recipients(&mut self, source: &Source) -> BTreeMap<String, Recipient> {
        let mut all = BTreeMap::new();
        for (key, recipient) in &source.recipient {
            self.worded(key, &recipient.name);
            self.worded(key, &recipient.why);
            let id = key.get_ref().clone();
            let (name, why) = (recipient.name.clone(), recipient.why.clone());
            all.insert(id.clone(), Recipient { id, name, why });
        }
        all
    }

    fn item(
        &mut self,
        item: &ItemSource,
        purposes: &BTreeMap<String, Purpose>,
        retentions: &BTreeMap<String, Retention>,
        recipients: &BTreeMap<String, Recipient>,
    ) -> Option<Item> {
        self.worded(&item.label, &item.holds);
        let places = self.places(item);
        let category = self.category(&item.category);
        let context = self.context(&item.context);
        let erasure = self.erasure(item);
        let purposes = self.each("purpose", &item.purposes, purposes);
        let recipients = self.each("recipient", &item.recipients, recipients);
        let retention = self.one("retention", &item.retention, retentions);
        if item.purposes.is_empty() {
            let what = format!("{} has no purpose", item.label.get_ref());
            self.report(&item.label, what, "name one, or do not store it");
        }
        let category = category?;
        if category.is_personal() && matches!(erasure, Some(Erasure::Kept(_))) {
            let what = format!("{} is personal and kept for ever", item.label.get_ref());
            self.report(&item.erase, what, "say which deletion takes it");
        }
        Some(Item {
            label: item.label.get_ref().clone(),
            holds: item.holds.clone(),
            places,
            category,
            context: context?,
            purposes,
            retention: retention?,
            recipients,
            export: item.export,
            erasure: erasure?,
        })
    }

    fn places(&mut self, item: &ItemSource) -> Vec<Place> {
        let sorts = [
            &item.columns,
            &item.cookies,
            &item.browser,
            &item.log,
            &item.files,
        ];
        let mut places = Vec::new();
        for (kind, words) in Kind::ALL.into_iter().zip(sorts) {
            for word in words {
                let place = Place {
                    kind,
                    name: word.get_ref().clone(),
                };
                if kind == Kind::Column && place.name.split('.').count() != 2 {
                    let what = format!("{} names no column", place.name);
                    self.report(word, what, "write table.column");
                }
                let line = line_of(self.text, word.span().start);
                if let Some(first) = self.claimed.insert(place.clone(), line) {
                    let what = format!("{} {} stands in line {first} too", kind.word(), place.name);
                    self.report(word, what, "keep one of the two");
                }
                places.push(place);
            }
        }
        if places.is_empty() {
            let what = format!("{} stands nowhere", item.label.get_ref());
            self.report(
                &item.label,
                what,
                "name its columns, cookies, browser keys, log or files",
            );
        }
        places
    }

    fn category(&mut self, word: &Word) -> Option<Category> {
        let found = Category::of(word.get_ref());
        if found.is_none() {
            let what = format!("category {} is not in use here", word.get_ref());
            self.report(
                word,
                what,
                "use one of category.rs, or decide to add it there",
            );
        }
        found
    }

    fn context(&mut self, word: &Word) -> Option<Context> {
        let found = Context::ALL
            .into_iter()
            .find(|context| context.key() == word.get_ref());
        if found.is_none() {
            let what = format!("there is no context {}", word.get_ref());
            self.report(
                word,
                what,
                "use account, practice, analytics, billing or operations",
            );
        }
        found
    }

    fn erasure(&mut self, item: &ItemSource) -> Option<Erasure> {
        let kept = item
            .kept_because
            .as_deref()
            .filter(|why| !why.trim().is_empty());
        let erasure = match (item.erase.get_ref().as_str(), kept) {
            ("with-attempt", None) => Erasure::WithAttempt,
            ("with-person", None) => Erasure::WithPerson,
            ("in-browser", None) => Erasure::InBrowser,
            ("by-operator", None) => Erasure::ByOperator,
            ("kept", Some(why)) => Erasure::Kept(why.to_owned()),
            (other, _) => {
                let what = format!("erase is {other:?}");
                let mend = "write with-attempt, with-person, in-browser, by-operator, or kept with kept_because";
                self.report(&item.erase, what, mend);
                return None;
            }
        };
        Some(erasure)
    }

    fn each<T: Clone>(
        &mut self,
        what: &str,
        words: &[Word],
        declared: &BTreeMap<String, T>,
    ) -> Vec<T> {
        words
            .iter()
            .filter_map(|word| self.one(what, word, declared))
            .collect()
    }

    fn one<T: Clone>(
        &mut self,
        what: &str,
        word: &Word,
        declared: &BTreeMap<String, T>,
    ) -> Option<T> {
        self.used.insert(format!("{what} {}", word.get_ref()));
        let found = declared.get(word.get_ref()).cloned();
        if found.is_none() {
            let said = format!("{what} {} is not declared", word.get_ref());
            self.report(
                word,
                said,
                &format!("add [{what}.{}] or name another", word.get_ref()),
            );
        }
        found
    }

    fn unused<'b>(&mut self, what: &str, keys: impl Iterator<Item = &'b Word>) {
        for key in keys {
            if !self.used.contains(&format!("{what} {}", key.get_ref())) {
                let said = format!("{what} {} is used by nothing", key.get_ref());
                self.report(key, said, "remove it");
            }
        }
    }

    fn worded(&mut self, at: &Word, words: &str) {
        if words.trim().is_empty() {
            let what = format!("{} is not explained", at.get_ref());
            self.report(at, what, "say it in a plain sentence");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"
in_force = "2026-11-24"
summary = []
[context]
account.words = "a"
practice.words = "b"
analytics.words = "Nothing."
billing.words = "Nothing."
operations.words = "c"
[purpose.score]
why = "To score."
[retention.guest]
keep = "400 days."
days = 400
ended_by = ["sweep", "deletion"]
[[item]]
label = "Words"
holds = "What you said."
columns = ["journal.payload"]
category = "user.content.private"
context = "practice"
purposes = ["score"]
retention = "guest"
export = true
erase = "with-attempt"
"#;

    fn check(change: (&str, &str), expected: &[&str]) {
        assert!(SOUND.contains(change.0), "{change:?}");
        let (map, problems) = DataMap::parse(&SOUND.replace(change.0, change.1));
        let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said, expected);
        assert_eq!(map.is_some(), expected.is_empty());
    }

    #[test]
    fn a_sound_map_has_no_problem() {
        check(("", ""), &[]);
    }

    #[test]
    fn what_is_not_declared_and_what_is_not_used_are_named_together() {
        check(
            ("purposes = [\"score\"]", "purposes = [\"sell\"]"),
            &[
                "data-map.toml:10: purpose score is used by nothing; remove it",
                "data-map.toml:22: purpose sell is not declared; \
                 add [purpose.sell] or name another",
            ],
        );
    }

    #[test]
    fn an_unknown_category_context_or_end_is_named() {
        check(
            ("user.content.private", "user.blood"),
            &["data-map.toml:20: category user.blood is not in use here; \
               use one of category.rs, or decide to add it there"],
        );
        check(
            ("context = \"practice\"", "context = \"fun\""),
            &["data-map.toml:21: there is no context fun; \
               use account, practice, analytics, billing or operations"],
        );
        check(
            ("\"sweep\", \"deletion\"", "\"sweep\", \"luck\""),
            &["data-map.toml:15: nothing called luck ends a retention; \
               use sweep, deletion, closing, browser or operator"],
        );
    }

    #[test]
    fn days_without_a_sweep_are_an_empty_promise() {
        check(
            ("\"sweep\", \"deletion\"", "\"deletion\""),
            &["data-map.toml:12: retention guest and the sweep disagree; \
               give days when, and only when, the sweep ends it"],
        );
    }

    #[test]
    fn a_place_stands_once_and_an_item_somewhere() {
        check(
            (
                "[\"journal.payload\"]",
                "[\"journal.payload\", \"journal.payload\"]",
            ),
            &[
                "data-map.toml:19: column journal.payload stands in line 19 too; \
               keep one of the two",
            ],
        );
        check(
            ("[\"journal.payload\"]", "[]"),
            &["data-map.toml:17: Words stands nowhere; \
               name its columns, cookies, browser keys, log or files"],
        );
    }

    #[test]
    fn personal_things_are_never_kept_for_ever() {
        check(
            (
                "\"with-attempt\"",
                "\"kept\"\nkept_because = \"We like it.\"",
            ),
            &["data-map.toml:25: Words is personal and kept for ever; \
               say which deletion takes it"],
        );
    }

    #[test]
    fn a_key_that_means_nothing_is_refused_with_its_line() {
        let (map, problems) = DataMap::parse("in_force = \"2026-11-24\"\nsecret = 1\n");
        assert_eq!(map, None);
        assert_eq!(problems[0].line, 2);
    }
}
