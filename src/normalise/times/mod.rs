//! Words → calendar times.

use jiff::civil::DateTime;

use super::words::Words;
use crate::model::Mention;

/// Words other than digits that a time can begin with ("monday", "last", "about"), in lower case.
pub(crate) fn openers() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

/// The time that begins at word `i`, its preposition or comparator included where it belongs to the value.
pub(crate) fn at(_words: &Words<'_>, _i: usize, _anchor: Option<DateTime>) -> Option<Mention> {
    None
}
