//! Whether words say the opposite of an item, or lack what the item requires.
//! Vectors do not see direction; the author's opposite phrasings and word groups do.

use super::items::Item;
use super::spoken::number_keys;
use super::words::{content_stems, stem, words};

/// How much nearer the opposite phrasing must be, summed over meaning and character runs.
const LEAD: f32 = 0.0;

/// Whether words with this lead of the opposite phrasing over the own one say the opposite.
#[must_use]
pub(crate) fn is_opposite(lead: Option<(f32, f32)>) -> bool {
    lead.is_some_and(|(meaning, runs)| meaning + runs > LEAD)
}

/// Whether every group that `item` requires has a word, a phrase or a number in `said`.
#[must_use]
pub(crate) fn meets_require(item: &Item, said: &[String]) -> bool {
    if item.require.is_empty() {
        return true;
    }
    let stems: Vec<String> = said.iter().map(|word| stem(word)).collect();
    let numbers = number_keys(said);
    item.require
        .iter()
        .filter(|group| !group.is_empty())
        .all(|group| {
            group.iter().any(|member| {
                let spoken = words(member);
                let wanted: Vec<String> = spoken.iter().map(|word| stem(word)).collect();
                let keys = number_keys(&spoken);
                let by_number =
                    content_stems(&spoken).len() <= keys.len() && !keys.is_disjoint(&numbers);
                by_number
                    || (!wanted.is_empty() && stems.windows(wanted.len()).any(|run| run == wanted))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::super::items::ItemKind;
    use super::*;

    fn item(require: &[&[&str]]) -> Item {
        let group = |group: &&[&str]| group.iter().map(|word| (*word).to_owned()).collect();
        Item {
            id: "i1".to_owned(),
            kind: ItemKind::Insight,
            home: String::new(),
            under: String::new(),
            phrasings: Vec::new(),
            keywords: Vec::new(),
            require: require.iter().map(group).collect(),
            contradicts: Vec::new(),
            answers: Vec::new(),
        }
    }

    #[test]
    fn every_group_must_be_met() {
        let item = item(&[&["fixed cost", "overhead"], &["rises", "higher"]]);
        assert!(meets_require(&item, &words("Overheads per box are higher")));
        assert!(meets_require(&item, &words("the fixed costs rise")));
        assert!(!meets_require(&item, &words("overheads per box are lower")));
    }

    #[test]
    fn a_group_may_be_met_by_its_number() {
        let item = item(&[&["16%", "sixteen"]]);
        assert!(meets_require(&item, &words("sixteen percent")));
        assert!(meets_require(&item, &words("it is at 16")));
        assert!(!meets_require(&item, &words("six percent")));
    }
}
