//! Countries, their parts and who comes from there: a name or its adjective in, the place out ("Tajik" is Tajikistan).
//!
//! data/en/places.tsv, whose head says what its columns are. Case counts: "ME" and "Pole" are places, "me" and "pole" not.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::rows;

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceSort {
    /// A country ("Tajikistan").
    Country,
    /// A state of the United States, its capital district or Puerto Rico.
    State,
    /// A part of another country, or a disputed land ("Scotland").
    Part,
}

/// A place by its usual name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its usual name ("United States").
    pub name: &'static str,
    /// What sort of place it is.
    pub sort: PlaceSort,
}

static PLACES: LazyLock<HashMap<&'static str, Vec<Place>>> = LazyLock::new(|| {
    let mut table: HashMap<_, Vec<Place>> = HashMap::new();
    for ([sort, name], words) in rows(include_str!("../../data/en/places.tsv")) {
        let sort = match sort {
            "country" => PlaceSort::Country,
            "state" => PlaceSort::State,
            _ => PlaceSort::Part,
        };
        for word in words.filter(|w| !w.is_empty()).chain([name]) {
            table.entry(word).or_default().push(Place { name, sort });
        }
    }
    table
});

const CITIES: &str = include_str!("../../data/en/cities.txt");

static KNOWN: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| CITIES.lines().filter(|l| !l.starts_with('#')).collect());

/// Returns whether the name is a city or region that readers know by name alone.
#[must_use]
pub fn is_city(name: &str) -> bool {
    KNOWN.contains(name)
}

/// The places that a name, an abbreviation or an adjective means, as written ("Calif.", "Ukrainians", "Georgia").
#[must_use]
pub fn places(word: &str) -> &'static [Place] {
    PLACES.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn check(word: &str, expected: &[&str]) {
        let names: Vec<_> = places(word).iter().map(|p| p.name).collect();
        assert_eq!(names, expected, "{word}");
    }

    #[test]
    fn names_and_adjectives() {
        check("Tajik", &["Tajikistan"]);
        check("Tajikistan", &["Tajikistan"]);
        check("U.K.", &["United Kingdom"]);
        check("Calif.", &["California"]);
        check("ME", &["Maine"]);
        check("Georgia", &["Georgia", "Georgia"]);
        for none in ["me", "or", "pole", "turkey", "", "Springfield"] {
            check(none, &[]);
        }
    }

    #[test]
    fn cities() {
        assert!(is_city("Boston") && !is_city("boston") && !is_city("Smith") && !is_city(""));
        assert!(CITIES.lines().filter(|l| !l.starts_with('#')).is_sorted() && KNOWN.len() > 1000);
    }

    #[test]
    fn table_is_consistent() {
        let text = include_str!("../../data/en/places.tsv");
        let lines = text.lines().filter(|l| !l.starts_with('#'));
        assert_eq!(rows::<2>(text).count(), lines.count());
        for ([sort, name], words) in rows(text) {
            assert!(["country", "state", "part"].contains(&sort), "{sort}");
            let mut seen = HashSet::from([name]);
            for word in words.filter(|w| !w.is_empty()) {
                assert!(seen.insert(word) && word.trim() == word, "{word} in {name}");
                assert!(places(word).iter().any(|p| p.name == name));
            }
        }
        let states = rows::<2>(text).filter(|([sort, _], _)| *sort == "state").count();
        assert_eq!(states, 52, "fifty states, the district, Puerto Rico");
    }

    proptest! {
        #[test]
        fn any_words_will_do(word in ".{0,12}") {
            let _ = places(&word);
        }
    }
}
