//! Tokens → exact values: numbers, units, money, dates and times, with their comparators.

mod numbers;
mod openers;
mod sequence;
mod table;
mod times;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::DateTime;

use crate::model::{Comparator, Mention, MentionKind, Token, Value};
use openers::Opens;
use words::Words;

/// The quantities and times of one sentence, in order, none overlapping another.
///
/// `text` is the field that the tokens point into, `tokens` those of one sentence, `anchor` the time that relative
/// dates count from (without it they stay open). Token ranges in the result are relative to `tokens`.
#[must_use]
pub fn mentions(text: &str, tokens: &[Token], anchor: Option<DateTime>) -> Vec<Mention> {
    mentions_at(text, tokens, anchor, openers::opens)
}

/// As [`mentions`]; `opens` says what may begin at a word.
fn mentions_at(
    text: &str,
    tokens: &[Token],
    anchor: Option<DateTime>,
    opens: impl Fn(&Words<'_>, usize) -> Opens,
) -> Vec<Mention> {
    let words = Words::new(text, tokens);
    let times = times::Reader::new(text, words, anchor);
    let mut found: Vec<Mention> = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let opens = opens(&words, i);
        // A time wins over a number: "about 10 p.m.", "two weeks ago", "2019".
        let time = if opens.time { times.at(i) } else { None };
        // Counted from an unknown date, "in 15 years" tells no more than its length.
        let time =
            time.map(|time| if anchor.is_none() { length(&words, i, &time).unwrap_or(time) } else { time });
        let measured = time.as_ref().filter(|_| opens.number).and_then(|time| measured(&words, i, time));
        let number = || if opens.number { numbers::at(&words, i) } else { None };
        let mention = measured.or(time).or_else(number);
        match mention {
            Some(mut mention) => {
                i = (mention.tokens.end as usize).max(i + 1);
                if let Some(before) = found.last() {
                    sequence::follow(text, before, &mut mention);
                }
                // A sign in an earlier word ("US" "$") never reaches into the mention before.
                if found.last().is_none_or(|before| before.end <= mention.start) {
                    found.push(mention);
                }
            }
            None => i += 1,
        }
    }
    found
}

/// The length of time that ends a time counted from the day of writing: "the past two years", "in 15 years", but not
/// "two years ago".
fn length(words: &Words<'_>, i: usize, time: &Mention) -> Option<Mention> {
    let Value::Time(value) = &time.value else { return None };
    if !value.relative {
        return None;
    }
    let inner = (i..time.tokens.end as usize).filter_map(|j| numbers::at(words, j));
    inner.filter(|n| n.end == time.end && n.start >= time.start).find(|n| n.kind == MentionKind::Duration)
}

/// "1901 barrels", "1500 to 1503 km": what looks like a year or a stretch of them is a quantity if a unit stands behind it.
fn measured(words: &Words<'_>, i: usize, time: &Mention) -> Option<Mention> {
    let number = numbers::at(words, i).filter(|n| n.end > time.end && n.start <= time.start)?;
    let range = matches!(&number.value, Value::Quantity(q) if q.comparator == Comparator::Between && q.nominal.is_none());
    // "in 2019 dollars" tells a year.
    let measured = matches!(number.kind, MentionKind::Measure | MentionKind::Percent)
        || number.kind == MentionKind::Money && range;
    measured.then_some(number)
}
