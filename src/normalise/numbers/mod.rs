//! Words → quantities: numbers with their comparators and units.
//!
//! The grammar reads the text behind the word that opens a quantity, not the tokens (see `reader`), from the inside
//! out: digits (`literal`) and words (`spelled`, `fraction`) make numbers (`parse`), a unit makes amounts (`amount`),
//! comparators and ranges make quantities (`quantity`); `guards` turns away what is part of a name or address.

mod ages;
mod amount;
mod catalogue;
mod comparator_phrases;
mod comparators;
mod degrees;
mod figures;
mod fraction;
mod guards;
mod literal;
mod money;
mod names;
mod number;
mod numerals;
mod parse;
mod phrases;
mod quantity;
mod reader;
mod reading;
mod relative;
mod spelled;
mod tallies;
mod told_ages;
mod trend;
mod units;
mod vague;

use std::ops::Range;

use super::openers::Role;
use super::words::Words;
use crate::model::{Mention, Value};
use reader::Reader;
use reading::Reading;
pub(crate) use reading::interval;

/// The words, in lower case, that quantities begin with or that lead to one, each with its role; digits and signs aside.
pub(crate) fn vocabulary() -> Vec<(String, Role)> {
    let listed = |words: &'static str, role: Role| words.split(' ').map(move |w| (w.to_owned(), role));
    let led = |(w, opens): (&str, bool)| (w.to_owned(), if opens { Role::OPENER } else { Role::LINK });
    let signs = catalogue::catalogue().letter_signs();
    let mut words: Vec<(String, Role)> = numerals::all().into_iter().map(|(w, _)| (w, Role::VALUE)).collect();
    words.extend(comparators::vocabulary().map(led));
    words.extend(
        relative::vocabulary().map(|(w, whole)| (w.to_owned(), if whole { Role::VALUE } else { Role::LINK })),
    );
    words.extend(signs.into_iter().map(|(s, opens)| (s, if opens { Role::OPENER } else { Role::LINK })));
    words.extend(listed(OPENERS, Role::OPENER).chain(listed(VALUES, Role::VALUE)));
    words.extend(listed(LINKS, Role::LINK));
    words
}

/// Words before a number that belong to it.
const OPENERS: &str = "\
    a an the minus negative between from anywhere somewhere ranging age ages aged turned turning turns his \
    her their my our early mid late few several";
/// Words that are quantities without any number.
const VALUES: &str = "\
    couple handful per percent percents percentage celsius fahrenheit farenheit centigrade twofold threefold fourfold fivefold \
    sixfold sevenfold eightfold ninefold tenfold twenties thirties forties fifties sixties seventies \
    eighties nineties";
/// Words between those and the number.
const LINKS: &str = "of to and or middle young your good many full whole";

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
