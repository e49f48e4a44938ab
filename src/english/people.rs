//! Which nouns stand for people, so that "12 migrants" and "12 people" can be one count; and which words are first names.
//!
//! WordNet's persons, and data/en/people.tsv for those it files elsewhere; data/en/first-names.tsv.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{Word, lower, rows};
use crate::model::Gender;

const FIRST_NAMES: &str = include_str!("../../data/en/first-names.tsv");

static SEXES: LazyLock<HashMap<&str, Option<Gender>>> = LazyLock::new(|| {
    let sex = |letter| match letter {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => None,
    };
    let lines = FIRST_NAMES.lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|l| l.split_once('\t')).map(|(name, letter)| (name, sex(letter))).collect()
});

/// The sex that a first name is given to, if any; `None` if the word is no first name.
#[must_use]
pub fn first_name(word: &str) -> Option<Option<Gender>> {
    SEXES.get(&*lower(word)).copied()
}

static PEOPLE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    rows::<1>(include_str!("../../data/en/people.tsv")).flat_map(|(_, words)| words).collect()
});

/// Returns whether the lemma counts people one by one ("victim", "officer", "people"; not "family", "team").
#[must_use]
pub fn is_person_noun(lemma: &str) -> bool {
    PEOPLE.contains(&*lower(lemma)) || Word::find(lemma).is_some_and(Word::is_person)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(words: &[&str], expected: bool) {
        for word in words {
            assert_eq!(is_person_noun(word), expected, "{word}");
        }
    }

    #[test]
    fn people_are_told_from_things() {
        check(
            &["man", "woman", "person", "victim", "suspect", "officer", "migrant", "senator", "student"],
            true,
        );
        check(&["people", "police", "driver", "gunman", "protester", "Civilian", "resident", "child"], true);
        check(
            &["car", "company", "case", "head", "star", "vote", "killing", "family", "team", "city", ""],
            false,
        );
    }

    #[test]
    fn first_names() {
        assert_eq!(first_name("Mary"), Some(Some(Gender::Female)));
        assert_eq!(first_name("Robin"), Some(None));
        assert_eq!(first_name("Zzz"), None);
        let names: Vec<&str> = FIRST_NAMES.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(names.is_sorted() && names.len() == SEXES.len());
    }

    proptest! {
        #[test]
        fn any_words_will_do(word in ".{0,12}") {
            let _ = is_person_noun(&word);
        }
    }
}
