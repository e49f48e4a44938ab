//! Words → quantities: numbers with their comparators and units.
//!
//! The grammar reads the text behind the word that opens a quantity, not the tokens (see `reader`), from the inside
//! out: digits (`literal`) and words (`spelled`, `fraction`) make numbers (`parse`), a unit makes amounts (`amount`),
//! comparators and ranges make quantities (`quantity`); `guards` turns away what is part of a name or address.

mod ages;
mod amount;
mod catalogue;
mod comparators;
mod fraction;
mod guards;
mod literal;
mod money;
mod names;
mod number;
mod numerals;
mod parse;
mod quantity;
mod reader;
mod reading;
mod relative;
mod spelled;
mod tallies;
mod trend;
mod units;

use std::ops::Range;

use super::words::Words;
use crate::model::{Mention, Value};
use reader::Reader;
use reading::Reading;
pub(crate) use reading::interval;

/// Words other than digits and signs that a quantity can begin with, in lower case.
pub(crate) fn openers() -> Vec<String> {
    let mut words: Vec<String> = numerals::all().into_iter().map(|(w, _)| w).collect();
    words.extend(comparators::openers().map(str::to_owned));
    words.extend(relative::openers().map(str::to_owned));
    words.extend(catalogue::catalogue().letter_signs().into_iter().map(|s| s.to_ascii_lowercase()));
    words.extend(OPENERS.split(' ').map(str::to_owned));
    words
}

const OPENERS: &str = "\
    a an minus negative between from anywhere somewhere ranging age ages aged turned turning turns his \
    her their my our early mid late percent percents percentage celsius fahrenheit farenheit centigrade \
    twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold twenties thirties \
    forties fifties sixties seventies eighties nineties";

/// The quantity that begins at word `i`, comparator and unit included. Its sign may stand in a word before ("US" "$").
pub(crate) fn at(words: &Words<'_>, i: usize) -> Option<Mention> {
    let reader = Reader::new(words.text(), words.start(0) as usize, words.end(words.len()) as usize);
    let pos = words.start(i) as usize;
    let reading = quantity::quantity(&reader, pos).or_else(|| relative::place(&reader, pos))?;
    let trend = trend::before(&reader, &reading);
    let Reading { quantity, kind, start, end } = reading;
    let tokens = cover(words, i, start, end)?;
    let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
    Some(Mention { tokens, start, end, kind, value: Value::Quantity(quantity), trend })
}

/// The tokens around word `i` that the bytes `start..end` touch.
fn cover(words: &Words<'_>, i: usize, start: usize, end: usize) -> Option<Range<u32>> {
    let mut first = i;
    while first > 0 && words.end(first - 1) as usize > start {
        first -= 1;
    }
    let mut last = i;
    while last < words.len() && (words.start(last) as usize) < end {
        last += 1;
    }
    Some(u32::try_from(first).ok()?..u32::try_from(last).ok()?)
}
