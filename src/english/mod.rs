//! What is known of English words before any article is read: how near two are in meaning, how they are related,
//! which report one event, which exclude each other.
//!
//! A leaf resource room: stages may name it as they name `model`; it names nobody. Tables are embedded in the binary
//! and read in place, so that loading costs nothing and every answer is the same on every machine.

pub mod attributes;
mod calendar;
mod lexicon;
mod lists;
mod memo;
mod people;
mod places;
mod predicates;
mod vectors;
mod verbs;

use std::borrow::Cow;

pub use calendar::{is_day_or_month, is_month};
pub use lexicon::{Relation, Word, relation};
pub use lists::{
    Forms, Groups, Incidents, List, Names, Pairs, Parts, Streets, Words, incidents, is_generational, names,
    parts, streets, words,
};
pub use people::{first_name, is_person_noun};
pub use places::{Place, PlaceSort, is_city, places};
pub use predicates::{Class, phrases_from, predicate_class, predicate_classes, same_event};
pub use vectors::{Meaning, Phrase, similarity, vector};
pub use verbs::irregular_verb;

/// The word in lower case, copied only when it is not.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The lines of a table: `N` columns, then words divided by commas. Lines that are not so are comments.
fn rows<const N: usize>(
    table: &'static str,
) -> impl Iterator<Item = ([&'static str; N], impl Iterator<Item = &'static str>)> {
    table.lines().filter_map(|line| {
        let (head, words) = line.rsplit_once('\t')?;
        let columns = head.split('\t').collect::<Vec<_>>().try_into().ok()?;
        Some((columns, words.split(", ")))
    })
}
