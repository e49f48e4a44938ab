//! "next", "last", "last but one" → places in an order without a number.

use super::reader::Reader;
use super::reading::Reading;
use crate::model::{MentionKind, Unit};

const PHRASES: &[&str] = &[
    "the one before the last one",
    "the one before the last",
    "the last but one",
    "last but one",
    "next to last",
    "next one",
    "antepenultimate",
    "penultimate",
    "previous",
    "next",
    "last",
];

/// Words that a relative place can begin with.
pub(crate) fn openers() -> impl Iterator<Item = &'static str> {
    ["the", "next", "last", "previous", "penultimate", "antepenultimate"].into_iter()
}

/// The relative place at `pos`; its interval is unbounded.
pub(crate) fn place(reader: &Reader<'_>, pos: usize) -> Option<Reading> {
    let first = reader.at(pos);
    let end = PHRASES.iter().find_map(|p| {
        p.starts_with(first.text.get(..1)?.to_ascii_lowercase().as_str()).then(|| reader.phrase(pos, p))?
    })?;
    Some(Reading::unknown(Unit::Ordinal, MentionKind::Ordinal, first.start, end))
}
