//! "next", "last", "last but one" → places in an order without a number.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::reader::Reader;
use super::reading::Reading;
use crate::model::{MentionKind, Unit};

const PHRASES: &[&str] = &[
    "the one before the last one",
    "the one before the last",
    "the second to last",
    "second to last",
    "the last but one",
    "last but one",
    "the next to last",
    "next to last",
    "current one",
    "previous one",
    "next one",
    "antepenultimate",
    "penultimate",
    "current",
    "previous",
    "next",
    "last",
];

static PLACES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(PHRASES.iter().map(|p| (*p, ()))));

/// Words that a relative place is made of; true for those that can be one by themselves.
pub(crate) fn vocabulary() -> impl Iterator<Item = (&'static str, bool)> {
    let words = PHRASES.iter().flat_map(|p| p.split(' '));
    words.map(|w| (w, PHRASES.contains(&w)))
}

/// The relative place at `pos`; its interval is unbounded.
pub(crate) fn place(reader: &Reader<'_>, pos: usize) -> Option<Reading> {
    let ((), end) = PLACES.at(reader, pos)?;
    Some(Reading::unknown(Unit::Ordinal, MentionKind::Ordinal, reader.at(pos).start, end))
}
