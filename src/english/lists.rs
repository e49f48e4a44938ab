//! Word lists: data/en/*.toml → a struct with one field for each list, so that a list that no file holds is an error of
//! the compiler or of a test, never a silent "no".

use std::collections::{BTreeMap, HashSet};
use std::ops::Deref;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

/// Words in the order of their file, looked up by hash.
#[derive(Debug, Default)]
pub struct List {
    words: Vec<&'static str>,
    set: HashSet<&'static str>,
}

impl List {
    /// Returns whether the list holds the word, as written.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.set.contains(word)
    }
}

impl Deref for List {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        &self.words
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<List, D::Error> {
        // The lists live as long as the program.
        let words: Vec<&'static str> =
            Vec::<String>::deserialize(deserializer)?.into_iter().map(|w| &*w.leak()).collect();
        let set = words.iter().copied().collect();
        Ok(List { words, set })
    }
}

/// Words that are alike in each list.
pub type Groups = Vec<List>;

/// A full form and its other forms.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Forms(BTreeMap<String, List>);

impl Forms {
    /// The other forms of a full form.
    #[must_use]
    pub fn get(&self, full: &str) -> Option<&List> {
        self.0.get(full)
    }

    /// The full form of a word that is one or stands for one.
    #[must_use]
    pub fn full(&self, word: &str) -> Option<&str> {
        let found = self.0.iter().find(|(full, forms)| *full == word || forms.contains(word));
        found.map(|(full, _)| full.as_str())
    }
}

/// Words and what is put for them, in the order of the file's words.
#[derive(Debug, Default)]
pub struct Pairs(Vec<(&'static str, &'static str)>);

impl Pairs {
    /// What is put for a word.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&'static str> {
        self.0.binary_search_by_key(&word, |&(from, _)| from).ok().and_then(|i| self.0.get(i)).map(|p| p.1)
    }
}

impl Deref for Pairs {
    type Target = [(&'static str, &'static str)];

    fn deref(&self) -> &[(&'static str, &'static str)] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pairs, D::Error> {
        let pairs = BTreeMap::<String, String>::deserialize(deserializer)?;
        Ok(Pairs(pairs.into_iter().map(|(a, b)| (&*a.leak(), &*b.leak())).collect()))
    }
}

/// Declares a file's lists, and the function that gives them.
macro_rules! lists {
    ($(#[$about:meta])* $file:ident, $name:ident { $($(#[$doc:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        $(#[$about])*
        #[must_use]
        pub fn $file() -> &'static $name {
            static LISTS: LazyLock<$name> = LazyLock::new(|| $name::read().unwrap_or_default());
            &LISTS
        }

        impl $name {
            fn read() -> Result<$name, toml::de::Error> {
                toml::from_str(include_str!(concat!("../../data/en/", stringify!($file), ".toml")))
            }
        }
    };
}

lists! {
    /// Words of grammar and of how a text commits itself to what it says.
    words, Words {
        /// Forms of "be".
        be_forms: List,
        /// Days of the week.
        weekdays: List,
        /// Months, in order.
        months: List,
        /// Ordinals that are written out, in order.
        ordinals: List,
        /// Words that deny what they stand by.
        negators: List,
        /// Lemmas by which something is to come.
        planned: List,
        /// Lemmas by which something may be.
        possible: List,
        /// Lemmas by which a text does not vouch for what it tells.
        alleged: List,
        /// Lemmas by which somebody denies it.
        denying: List,
        /// Words that stand for a thing without naming it.
        pronouns: List,
        /// Nouns of which something is told each ("$5 a day").
        rate_units: List,
        /// Words that may open a noun phrase behind a number ("of the", "more").
        noun_openers: List,
        /// Adjectives between an article and a number that do not say what is counted.
        plain_adjectives: List,
        /// Words between a number and another that continues it.
        value_joints: List,
        /// Prepositions that join noun groups to one.
        noun_joints: List,
        /// Words behind "a year" after which no length of time is told ("a year ago").
        unit_continuations: List,
        /// Prepositions of place.
        place_prepositions: List,
        /// Verbs behind which a number is told of the subject.
        copulas: List,
        /// Words that lead to an age and are not those of the person it is of.
        age_openers: List,
        /// Words so common that sharing them proves nothing.
        common: List,
        /// Pronouns and question words after which 's is "is" and not a genitive.
        before_is: List,
        /// One spelling for what houses spell in their own style.
        spellings: Pairs,
        /// Finite verbs of saying.
        says: List,
        /// Participles of saying, whose subject is that of the clause before.
        saying: List,
        /// Words that begin a sentence or clause with a capital or not, and are never part of a name.
        starters: List,
        /// Prepositions that hang a name on a noun ("a spokesman for the White House").
        name_links: List,
        /// Adverbs and auxiliaries between a subject and its verb.
        between: List,
        /// Words before which the phrase of a speaker ends.
        clause_openers: List,
        /// Determiners that open the phrase of a speaker.
        speaker_articles: List,
        /// Verbs by which somebody rejects a report.
        rejects: List,
        /// Nouns for what the press tells.
        reports: List,
        /// Words for what is not so.
        wrong: List,
        /// Words for what is so.
        right: List,
        /// Forms of "be" between a report and what is said of it.
        is_forms: List,
        /// Words before a time.
        time_openers: List,
    }
}

lists! {
    /// Words in the names of people and bodies, and what house styles make of them.
    names, Names {
        /// Titles before the name of somebody who speaks.
        speaker_titles: List,
        /// Words of the names of those who publish.
        press: List,
        /// Small words inside a name.
        particles: List,
        /// First names and the familiar forms that do not begin like them.
        familiar: Forms,
        /// Words for what a body is or is about that outlets take for each other.
        alike: Groups,
        /// Generational suffixes, without stops.
        generational: List,
        /// Legal forms of companies, which a name has or has not by house style.
        company_forms: List,
        /// British spellings that American house style turns, wherever they stand in a word.
        british: Pairs,
        /// What a body with a long name is called first of all.
        bodies: List,
        /// News agencies, as an outlet is named.
        agencies: List,
    }
}

lists! {
    /// Words of addresses.
    streets, Streets {
        /// Kinds of street, with their short forms.
        sorts: Forms,
        /// Sides of a town, as they stand before or behind a street's name.
        sides: Forms,
        /// Words that open a sentence or phrase with a capital and belong to no name.
        function_words: List,
        /// What stands before "Court" where justice is done.
        courts: List,
    }
}

lists! {
    /// Words by which a report tells what happened, when, and to whom.
    incidents, Incidents {
        /// Classes of events that have a time of their own, whatever noun they speak of.
        own_time: List,
        /// Verbs that tell a state or a property, not an event.
        states: List,
        /// Nouns for what takes place and is no class of news event.
        gatherings: List,
        /// Nouns that are filed as events and stand for things.
        event_like: List,
        /// Nouns behind the years that somebody has served.
        servants: List,
        /// Nouns for those whom people serve.
        services: List,
        /// Words by which an event is one of several.
        one_of_several: List,
        /// Classes of events that are an incident.
        incident_classes: List,
        /// Classes of events that have a time of their own beside the incident.
        later_classes: List,
        /// Words that say that somebody was killed.
        killed: List,
        /// Nouns that count those to whom it happened.
        toll_nouns: List,
        /// Words for people that leave open who they are.
        open_people: List,
    }
}

lists! {
    /// Words by which one text tells a whole and its parts.
    parts, Parts {
        /// Classes of events of which nobody counts with two.
        apart: Groups,
        /// Words after which a number is not all there is, or is not all of its own: sums are then left alone.
        open: List,
        /// Verbs by which a second candidate has a share: "and Cole took 45 percent".
        has_share: List,
        /// Words between two candidates' shares.
        share_joints: List,
        /// Words that give a share a place, a group or a time of its own.
        scopes: List,
        /// Those who do it to the others are often left out of the whole: "nine people and the gunman".
        doers: List,
        /// Classes of events that are the same whatever else is told; a charge or a reward is of something.
        befall: List,
    }
}

/// Returns whether the word is a generational suffix ("Jr.", "III"), whatever its capitals and stops.
#[must_use]
pub fn is_generational(word: &str) -> bool {
    let plain = word.trim_end_matches('.').to_ascii_lowercase();
    names().generational.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_whole() {
        assert!(Words::read().is_ok(), "words: {:?}", Words::read().err());
        assert!(Names::read().is_ok(), "names: {:?}", Names::read().err());
        assert!(Streets::read().is_ok(), "streets: {:?}", Streets::read().err());
        assert!(Incidents::read().is_ok(), "incidents: {:?}", Incidents::read().err());
        assert!(Parts::read().is_ok(), "parts: {:?}", Parts::read().err());
    }

    #[test]
    fn no_list_has_a_word_twice() {
        let files = [
            include_str!("../../data/en/words.toml"),
            include_str!("../../data/en/names.toml"),
            include_str!("../../data/en/streets.toml"),
            include_str!("../../data/en/incidents.toml"),
            include_str!("../../data/en/parts.toml"),
        ];
        for list in files.into_iter().filter_map(|f| toml::from_str::<toml::Table>(f).ok()).flatten() {
            let (name, value) = list;
            let words: Vec<&str> =
                value.as_array().into_iter().flatten().filter_map(|w| w.as_str()).collect();
            let distinct: HashSet<&str> = words.iter().copied().collect();
            assert_eq!(distinct.len(), words.len(), "{name}");
        }
    }

    #[test]
    fn suffixes() {
        assert!(is_generational("Jr.") && is_generational("III") && is_generational("sr"));
        assert!(!is_generational("I") && !is_generational("junior") && !is_generational("."));
    }

    #[test]
    fn forms_and_pairs() {
        assert_eq!(streets().sorts.full("ave"), Some("avenue"));
        assert_eq!(streets().sorts.full("pike"), Some("pike"));
        assert_eq!(words().spellings.get("capt"), Some("captain"));
        assert_eq!(words().spellings.get("captive"), None);
    }
}
