//! Tokens → exact values: numbers, units, money, dates and times, with their comparators.

use jiff::civil::DateTime;

use crate::model::{Mention, Token};

/// The quantities and times of one sentence, in order, none overlapping another.
///
/// `text` is the field that the tokens point into, `tokens` those of one sentence, `anchor` the time that relative
/// dates count from (without it they stay open). Token ranges in the result are relative to `tokens`.
#[must_use]
pub fn mentions(_text: &str, _tokens: &[Token], _anchor: Option<DateTime>) -> Vec<Mention> {
    Vec::new()
}
