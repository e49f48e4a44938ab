//! What is known of names beforehand: the words that tell what a name names; first names and cities are `english`'s.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::english;
pub(super) use crate::english::first_name;
use crate::model::Gender;

/// What a word tells of the name it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    /// Stands before a person's name ("Sen.").
    pub(super) title: bool,
    /// Stands before a title ("vice", "former").
    pub(super) qualifier: bool,
    /// Part of an organisation's name.
    pub(super) org: bool,
    /// Names an organisation alone ("Reuters"), though somebody may be called so.
    pub(super) company: bool,
    /// Part of a place's name.
    pub(super) place: bool,
    /// Name of a day, month or feast.
    pub(super) calendar: bool,
    /// A verb of saying.
    pub(super) saying: bool,
    /// The sex a title or role tells.
    pub(super) gender: Option<Gender>,
}

const NAME_WORDS: &str = include_str!("../../../data/en/name-words.tsv");

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.starts_with('#'))
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(table).filter_map(|l| l.split_once('\t'))
}

static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Word> = HashMap::new();
    for (word, class) in rows(NAME_WORDS) {
        let entry = words.entry(word).or_default();
        match class {
            "title" => entry.title = true,
            "qualifier" => entry.qualifier = true,
            "org" => entry.org = true,
            "company" => entry.company = true,
            "place" => entry.place = true,
            "calendar" => entry.calendar = true,
            "saying" => entry.saying = true,
            "female" => entry.gender = Some(Gender::Female),
            "male" => entry.gender = Some(Gender::Male),
            _ => {}
        }
    }
    words
});

/// What a word tells, whatever its capitals and final stop.
pub(super) fn word(word: &str) -> Word {
    let small = word.trim_end_matches('.').to_lowercase();
    let plural = || small.strip_suffix('s').and_then(|one| WORDS.get(one)).filter(|w| w.org || w.place);
    WORDS.get(small.as_str()).or_else(plural).copied().unwrap_or_default()
}

/// Is it the name of a place that everybody knows (no adjective, nobody from there)?
pub(super) fn is_place(name: &str) -> bool {
    let short = name.ends_with('.') || name.bytes().all(|b| b.is_ascii_uppercase());
    english::is_city(name) || english::places(name).iter().any(|p| short || p.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_whole() {
        assert_eq!(rows(NAME_WORDS).count(), lines(NAME_WORDS).count());
        assert!(rows(NAME_WORDS).is_sorted());
    }

    #[test]
    fn lookups() {
        assert!(word("Sen.").title && word("Dept").org && word("Street").place && word("Friday").calendar);
        for name in ["Ohio", "U.S.", "Calif.", "Boston", "Britain", "North Korea"] {
            assert!(is_place(name), "{name}");
        }
        for name in ["ohio", "American", "Britons", "Smith", ""] {
            assert!(!is_place(name), "{name}");
        }
    }
}
