//! One sentence as attribution reads it: its words, which of them are quoted, and the noun phrases beside a verb.

use crate::english;
use std::ops::Range;

use super::lists;
use crate::model::{Document, Sentence, Upos};

/// How far from its verb a speaker's phrase may reach.
const REACH: usize = 12;

/// A sentence's words, counted from its first token.
pub(super) struct View<'a> {
    pub(super) words: Vec<&'a str>,
    /// Whether each word is inside quotation marks.
    pub(super) quoted: Vec<bool>,
    upos: Vec<Upos>,
}

impl<'a> View<'a> {
    /// `quoted` tells whether a byte of the sentence's field is inside quotation marks.
    pub(super) fn new(
        document: &Document<'a>,
        sentence: &Sentence,
        quoted: impl Fn(u32) -> bool,
    ) -> View<'a> {
        let tokens = document.tokens_of(sentence);
        View {
            words: sentence.tokens.clone().map(|i| document.word(sentence, i)).collect(),
            quoted: tokens.iter().map(|t| quoted(t.start)).collect(),
            upos: tokens.iter().map(|t| t.upos).collect(),
        }
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// The words of a range, as printed but for spacing.
    pub(super) fn phrase(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        for word in self.words.get(range).unwrap_or_default() {
            let tight = word.starts_with(['\'', '’', '-', ',', '.']) || out.ends_with('-') || out.is_empty();
            if !tight {
                out.push(' ');
            }
            out.push_str(word);
        }
        out
    }

    /// Returns whether the word may be part of a name.
    fn capital(&self, at: usize) -> bool {
        let word = self.word(at);
        let common = matches!(self.upos.get(at), Some(Upos::Det | Upos::Pron | Upos::Adp | Upos::Adv));
        word.starts_with(char::is_uppercase) && !lists::starter(word) && !common && !self.is_quoted(at)
    }

    fn joint(&self, at: usize) -> bool {
        english::names().particles.contains(self.word(at))
    }

    /// The run of capitalised words that begins at `at`; empty when none does.
    pub(super) fn name_from(&self, at: usize) -> Range<usize> {
        let mut end = at;
        while self.capital(end) || (end > at && self.joint(end) && self.capital(end + 1)) {
            end += 1;
        }
        at..end
    }

    /// The run of capitalised words that ends before `end`.
    fn name_to(&self, end: usize) -> Range<usize> {
        let mut start = end;
        while let Some(before) = start.checked_sub(1) {
            let inner = start < end && self.joint(before) && before > 0 && self.capital(before - 1);
            if !self.capital(before) && !inner {
                break;
            }
            start = before;
        }
        start..end
    }

    /// Returns whether a phrase stops before this word.
    fn stops(&self, at: usize) -> bool {
        let word = self.word(at);
        let joins = english::words().clause_openers.contains(&word.to_lowercase());
        let verbal = matches!(self.upos.get(at), Some(Upos::Verb | Upos::Aux | Upos::Sconj));
        joins || verbal || lists::says(word) || self.is_quoted(at) || self.is_mark(at)
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        let word = self.word(at);
        word != "-" && !word.starts_with(['\'', '’']) && !word.contains(char::is_alphanumeric)
    }

    /// The phrase that is the subject of the verb at `verb`, as far as it stands before it.
    pub(super) fn before(&self, verb: usize) -> Option<Range<usize>> {
        let mut end = verb;
        let mut relative = false;
        while end > 0 && lists::between(self.word(end - 1)) {
            relative |= self.word(end - 1) == "who";
            end -= 1;
        }
        if end > 2 && lists::day(self.word(end - 1)) && self.word(end - 2) == "on" {
            end -= 2;
        }
        if end > 1 && relative && self.word(end - 1) == "," {
            end -= 1;
        }
        end = self.over_brackets(end);
        if end > 0 && self.word(end - 1) == "," {
            return self.before_apposition(end - 1);
        }
        self.phrase_to(end)
    }

    /// Skips "(R-Va.)" backwards.
    fn over_brackets(&self, end: usize) -> usize {
        if end == 0 || self.word(end - 1) != ")" {
            return end;
        }
        (0..end).rev().take(REACH).find(|&i| self.word(i) == "(").unwrap_or(end)
    }

    /// "Eric Schultz, a spokesman," and "a spokesman, Eric Schultz,": the name of the two.
    fn before_apposition(&self, comma: usize) -> Option<Range<usize>> {
        let open = (0..comma).rev().take(2 * REACH).find(|&i| self.word(i) == "," && !self.is_quoted(i))?;
        let name = self.name_to(comma);
        let place = self.word(name.end.saturating_sub(1)).ends_with('.') || self.word(name.start + 1) == "-";
        if name.start == open + 1 && !place {
            return Some(name);
        }
        self.phrase_to(self.over_brackets(open))
    }

    fn phrase_to(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        if lists::pronoun(self.word(last)) && !self.is_quoted(last) {
            return Some(last..end);
        }
        let name = self.name_to(end);
        let before = name.start.checked_sub(1).map(|i| self.word(i)).unwrap_or_default();
        let hangs = lists::link(before) || matches!(before, "the" | "The");
        if !name.is_empty() && !hangs {
            return Some(name);
        }
        let mut start = end;
        while start > 0 && end - start < REACH && !self.stops(start - 1) {
            start -= 1;
            let opens =
                matches!(self.word(start).to_lowercase().as_str(), "a" | "an" | "the" | "one" | "another");
            if opens && !(start > 0 && lists::link(self.word(start - 1))) {
                break;
            }
        }
        let phrase = self.trimmed(start..end);
        (!phrase.is_empty()).then_some(phrase)
    }

    /// Without a preposition at its head.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let first = range.clone().find(|&i| !lists::link(self.word(i)) && !lists::between(self.word(i)));
        first.unwrap_or(range.end)..range.end
    }

    /// The phrase that begins at `at`: a name, or all words up to the next mark.
    pub(super) fn after(&self, at: usize) -> Option<Range<usize>> {
        if lists::pronoun(self.word(at)) {
            return Some(at..at + 1);
        }
        let name = self.name_from(at);
        if !name.is_empty() {
            return Some(self.behind_office(name));
        }
        let article = english::words().speaker_articles.contains(&self.word(at).to_lowercase());
        if lists::starter(self.word(at)) && !article {
            return None;
        }
        let mut end = at;
        while end < self.words.len() && end - at < REACH && !self.stops(end) {
            end += 1;
        }
        let named = self.name_from(end + 1);
        if self.word(end) == "," && !named.is_empty() && self.is_mark(named.end) {
            return Some(named);
        }
        (end > at).then_some(at..end)
    }

    /// "Port Authority spokeswoman Ana Ruiz": the name behind the office, where there is one.
    fn behind_office(&self, name: Range<usize>) -> Range<usize> {
        let office = |i: &usize| {
            let word = self.word(*i);
            let noun = word.starts_with(char::is_lowercase) && !lists::starter(word) && !self.stops(*i);
            noun || (word == "of" && self.capital(*i + 1)) || (self.word(*i - 1) == "of" && self.capital(*i))
        };
        let end = (name.end..self.words.len()).take(5).take_while(office).last().map_or(name.end, |i| i + 1);
        let person = self.name_from(end);
        if end > name.end && person.len() > 1 { person } else { name }
    }

    /// The first name or pronoun that can be the subject of the sentence: after an opening phrase ("In Ohio, …").
    pub(super) fn subject(&self, until: usize) -> Option<Range<usize>> {
        let opening =
            lists::link(self.word(0)) || matches!(self.word(0), "After" | "During" | "Before" | "While");
        let from = if opening { (0..until).find(|&i| self.word(i) == ",").map_or(0, |i| i + 1) } else { 0 };
        (from..until).find_map(|i| {
            if self.is_quoted(i) {
                return None;
            }
            if lists::pronoun(self.word(i)) && !self.word(i).eq_ignore_ascii_case("it") {
                return Some(i..i + 1);
            }
            let name = self.name_from(i);
            let genitive = matches!(self.word(name.end), "'s" | "’s" | "'" | "’");
            (!name.is_empty() && !genitive).then(|| self.behind_office(name))
        })
    }
}
