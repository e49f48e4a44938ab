//! What happens in the news: lemmas of verbs and event nouns in, the class of event out ("custody" is an arrest).
//!
//! A hand-made table, data/en/predicates.tsv, whose head says what its columns are. WordNet does not know that a death toll
//! counts those killed; this table does.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{lower, rows};

/// A class of events that news reports in different words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u16);

impl Class {
    /// The class's name: its plainest verb ("die", "arrest").
    #[must_use]
    pub fn name(self) -> &'static str {
        PREDICATES.names.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// The class of a lemma in its commonest meaning in the news.
#[must_use]
pub fn predicate_class(lemma: &str) -> Option<Class> {
    predicate_classes(lemma).first().copied()
}

/// All classes of a lemma, the commonest first ("defeat": win, lose, reject).
#[must_use]
pub fn predicate_classes(lemma: &str) -> &'static [Class] {
    PREDICATES.classes.get(&*lower(lemma)).map_or(&[], Vec::as_slice)
}

/// Returns whether the two may report one event: they have a class in common.
#[must_use]
pub fn same_event(a: &str, b: &str) -> bool {
    let classes = predicate_classes(b);
    predicate_classes(a).iter().any(|c| classes.contains(c))
}

/// The phrases of several words that begin with a lemma, each as its further words, the longest first ("take": "into
/// custody", "place").
#[must_use]
pub fn phrases_from(first: &str) -> &'static [Vec<&'static str>] {
    PHRASES.get(&*lower(first)).map_or(&[], Vec::as_slice)
}

struct Predicates {
    names: Vec<&'static str>,
    classes: HashMap<&'static str, Vec<Class>>,
}

static PREDICATES: LazyLock<Predicates> = LazyLock::new(|| {
    let mut table = Predicates { names: Vec::new(), classes: HashMap::new() };
    for ([name], lemmas) in rows(include_str!("../../data/en/predicates.tsv")) {
        let Ok(number) = u16::try_from(table.names.len()) else { break };
        table.names.push(name);
        for lemma in lemmas {
            table.classes.entry(lemma).or_default().push(Class(number));
        }
    }
    table
});

static PHRASES: LazyLock<HashMap<&'static str, Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    let mut table: HashMap<_, Vec<Vec<&'static str>>> = HashMap::new();
    for phrase in PREDICATES.classes.keys() {
        if let Some((first, rest)) = phrase.split_once(' ') {
            table.entry(first).or_default().push(rest.split(' ').collect());
        }
    }
    for phrases in table.values_mut() {
        phrases.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    }
    table
});

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn check_event(a: &str, b: &str, expected: bool) {
        assert_eq!(same_event(a, b), expected, "{a} {b}");
        assert_eq!(same_event(b, a), expected, "{b} {a}");
    }

    #[test]
    fn events_in_other_words() {
        for (a, b) in [
            ("arrest", "detain"),
            ("custody", "arrest"),
            ("kill", "death toll"),
            ("fatal", "die"),
            ("wound", "injury"),
            ("indict", "charge"),
            ("beat", "win"),
            ("pass", "approve"),
            ("defeat", "reject"),
            ("defeat", "lose"),
            ("takeover", "acquire"),
            ("resign", "step down"),
            ("fire", "dismiss"),
            ("fire", "shoot"),
            ("missing", "unaccounted for"),
            ("leave dead", "kill"),
            ("Kill", "kill"),
        ] {
            check_event(a, b, true);
        }
    }

    #[test]
    fn other_events() {
        for (a, b) in [
            ("kill", "wound"),
            ("arrest", "charge"),
            ("arrest", "release"),
            ("convict", "acquit"),
            ("rise", "fall"),
            ("buy", "sell"),
            ("destroy", "damage"),
            ("win", "vote"),
            ("", "kill"),
        ] {
            check_event(a, b, false);
        }
    }

    #[test]
    fn tables_are_consistent() {
        for ([name], words) in rows(include_str!("../../data/en/predicates.tsv")) {
            let mut seen = HashSet::new();
            for word in words {
                assert!(seen.insert(word), "{word} twice in {name}");
                assert_eq!(word.trim().to_lowercase(), word);
            }
            assert!(
                predicate_classes(name).is_empty()
                    || predicate_classes(name).iter().any(|c| c.name() == name)
            );
        }
        assert_eq!(predicate_class("detain").map(Class::name), Some("arrest"));
    }

    proptest! {
        #[test]
        fn any_words_will_do(a in ".{0,12}", b in "[a-z]{1,5}") {
            prop_assert_eq!(same_event(&a, &b), same_event(&b, &a));
            prop_assert!(!same_event(&a, &b) || predicate_class(&a).is_some());
        }
    }
}
