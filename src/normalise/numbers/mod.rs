//! Words → quantities: numbers with their comparators and units.

use super::words::Words;
use crate::model::Mention;

/// Words other than digits and signs that a quantity can begin with, in lower case.
mod fraction;
mod literal;
mod number;
mod numerals;
mod parse;
mod reader;
mod spelled;

pub(crate) fn openers() -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}

/// The quantity that begins at word `i`, comparator and unit included.
pub(crate) fn at(_words: &Words<'_>, _i: usize) -> Option<Mention> {
    None
}
