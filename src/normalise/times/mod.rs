//! Words → calendar times: dates, times of day and the stretches between them, resolved against the article's date.
//!
//! The grammar reads atoms (`lex`), which are cut the same way whatever the tokeniser does. Bottom up: numbers and
//! years (`number`), calendar fields (`day`, `fields`), holidays, periods ("last week", "the third quarter"), offsets
//! ("two weeks ago"), times of day (`clock`), and what joins them (`compose`): a day with its hour, two ends of a
//! stretch, "before", "since". A word decides at once whether a time may begin; nothing backtracks over the sentence.

mod amount;
mod calendar;
mod clock;
mod compose;
mod day;
mod direction;
mod fields;
mod figures;
mod holiday;
mod hours;
mod lex;
mod lexicon;
mod limit;
mod limited;
mod moment;
mod node;
mod nth;
mod number;
mod offset;
mod part;
mod period;
mod prospect;
mod range;
mod reading;
mod season;
#[cfg(test)]
mod tests;
mod undated;
mod vocabulary;
mod weekday;
mod year;

use std::cell::OnceCell;

use jiff::civil::{Date, DateTime};

use super::openers::Role;
use super::words::Words;
use crate::model::{Mention, MentionKind, Value};
use fields::Base;
use lex::{Atom, NONE};
use lexicon::Lex;

/// The words that times are made of, in lower case, each with its role; digits and signs aside.
pub(crate) fn vocabulary() -> impl Iterator<Item = (&'static str, Role)> {
    vocabulary::roles().chain(holiday::roles())
}

/// The times of one sentence.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    words: Words<'a>,
    anchor: DateTime,
    /// Is the anchor the article's, not the one that stands for an unknown date?
    dated: bool,
    atoms: OnceCell<Vec<Atom>>,
}

impl<'a> Reader<'a> {
    /// A reader of the sentence whose tokens `words` holds; `anchor` is the article's date.
    pub(crate) fn new(text: &'a str, words: Words<'a>, anchor: Option<DateTime>) -> Reader<'a> {
        let dated = anchor.is_some();
        Reader { text, words, anchor: anchor.unwrap_or(undated::DAY), dated, atoms: OnceCell::new() }
    }

    /// The time that begins at word `i`, its preposition or comparator included where it belongs to the value.
    pub(crate) fn at(&self, i: usize) -> Option<Mention> {
        let start = self.words.start(i);
        let p = self.atoms().binary_search_by_key(&start, |a| a.start).ok()?;
        let (e, value) = self.when(p)?;
        let value = if self.dated { value } else { undated::undated(value) };
        let end = self.atom(e.checked_sub(1)?).end;
        let last = (i..self.words.len()).take_while(|&j| self.words.start(j) < end).last()?;
        let until = self.words.end(last);
        // A word of which the grammar has read but a part ("May20th-based") is none of ours.
        let rest = self.text.get(end as usize..until as usize).unwrap_or_default();
        let possessive = matches!(rest, "'s" | "’s");
        if !possessive && rest.chars().any(char::is_alphanumeric) {
            return None;
        }
        // The full stop of "p.m." may be the sentence's own.
        let last = if last > i && self.words.is(last, ".") { last - 1 } else { last };
        Some(Mention {
            tokens: i as u32..last as u32 + 1,
            start,
            end: self.words.end(last).min(end),
            kind: MentionKind::Time,
            value: Value::Time(value),
            trend: None,
        })
    }

    fn atoms(&self) -> &[Atom] {
        let whole = || lex::atoms(self.text, self.words.start(0), self.words.end(self.words.len()));
        self.atoms.get_or_init(whole)
    }

    fn atom(&self, p: usize) -> Atom {
        self.atoms().get(p).copied().unwrap_or(NONE)
    }

    fn lex(&self, p: usize) -> Lex {
        self.atom(p).lex
    }

    /// The atom before `p`; a sign of none at the start.
    fn before(&self, p: usize) -> Atom {
        p.checked_sub(1).map_or(NONE, |p| self.atom(p))
    }

    fn word(&self, p: usize) -> &'a str {
        let a = self.atom(p);
        self.text.get(a.start as usize..a.end as usize).unwrap_or_default()
    }

    fn is(&self, p: usize, word: &str) -> bool {
        self.word(p).eq_ignore_ascii_case(word)
    }

    fn is_any(&self, p: usize, words: &[&str]) -> bool {
        let word = self.word(p);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    fn sign(&self, p: usize, sign: u8) -> bool {
        self.lex(p) == Lex::Sign(sign)
    }

    /// Is this sign written without a space before it?
    fn glued_sign(&self, p: usize, sign: u8) -> bool {
        self.sign(p, sign) && self.atom(p).glued
    }

    /// `p`, or the place after it when this stands there.
    fn skip(&self, p: usize, lex: Lex) -> usize {
        if self.lex(p) == lex { p + 1 } else { p }
    }

    /// Is the expression that ends at `p` followed by a possessive ("Friday's attack")?
    fn possessive(&self, p: usize) -> bool {
        self.glued_sign(p, b'\'') && (self.is(p + 1, "s") || !self.atom(p + 1).glued)
    }

    fn now(&self) -> Date {
        self.anchor.date()
    }

    /// What a relative time at `p` counts from.
    fn base(&self, p: usize) -> Base {
        Base { now: self.now(), direction: self.direction(p), after: None }
    }
}
