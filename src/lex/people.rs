//! Which nouns stand for people, so that "12 migrants" and "12 people" can be one count.
//!
//! WordNet's persons, and data/people.tsv for those it files elsewhere.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Word, lower, rows};

static PEOPLE: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| rows::<1>(include_str!("../../data/people.tsv")).flat_map(|(_, words)| words).collect());

/// Does the lemma count people one by one ("victim", "officer", "people"; not "family", "team")?
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

    proptest! {
        #[test]
        fn any_words_will_do(word in ".{0,12}") {
            let _ = is_person_noun(&word);
        }
    }
}
