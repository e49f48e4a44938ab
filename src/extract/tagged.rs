//! Read access to the tagged tokens of one sentence, by their place in it.

use std::ops::Range;

use crate::model::{Document, Penn, Sentence, Token};

/// One sentence with its tags.
#[derive(Clone, Copy)]
pub(crate) struct Tagged<'d, 'a> {
    document: &'d Document<'a>,
    sentence: &'d Sentence,
}

impl<'d, 'a> Tagged<'d, 'a> {
    pub(crate) fn new(document: &'d Document<'a>, sentence: &'d Sentence) -> Tagged<'d, 'a> {
        Tagged { document, sentence }
    }

    pub(crate) fn len(&self) -> u32 {
        self.sentence.tokens.end.saturating_sub(self.sentence.tokens.start)
    }

    fn token(&self, i: u32) -> Option<&'d Token> {
        let index = self.sentence.tokens.start.checked_add(i).filter(|t| self.sentence.tokens.contains(t))?;
        self.document.tokens.get(index as usize)
    }

    /// The word as written; empty outside the sentence.
    pub(crate) fn word(&self, i: u32) -> &'a str {
        self.token(i).map_or("", |t| self.document.slice(self.sentence.field, t.start, t.end))
    }

    /// The word's tag; `XX` outside the sentence.
    pub(crate) fn penn(&self, i: u32) -> Penn {
        self.token(i).map_or(Penn::Xx, |t| t.penn)
    }

    /// Dictionary form in lower case.
    pub(crate) fn lemma(&self, i: u32) -> String {
        match self.token(i) {
            Some(t) if !t.lemma.is_empty() => t.lemma.to_lowercase(),
            _ => self.word(i).to_lowercase(),
        }
    }

    /// Returns whether the word is tagged as a noun or name.
    pub(crate) fn is_noun(&self, i: u32) -> bool {
        matches!(self.penn(i), Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps)
    }

    pub(crate) fn is(&self, i: u32, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    pub(crate) fn is_any(&self, i: u32, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(i, w))
    }

    /// Returns whether the word follows the one before without a space.
    pub(crate) fn glued(&self, i: u32) -> bool {
        let before = i.checked_sub(1).and_then(|p| self.token(p));
        matches!((before, self.token(i)), (Some(a), Some(b)) if a.end == b.start)
    }

    /// Returns whether the word is joined to the next by a hyphen or stroke, or is such a mark within a word.
    pub(crate) fn joined(&self, i: u32) -> bool {
        let mark = |i: u32| matches!(self.word(i), "-" | "&" | "–");
        mark(i + 1) && self.glued(i + 1) && self.glued(i + 2) || mark(i) && self.glued(i) && self.glued(i + 1)
    }

    /// The first and last token of the hyphened word that a token is part of.
    fn whole(&self, i: u32) -> Range<u32> {
        let (mut first, mut last) = (i, i);
        while first > 0
            && (self.joined(first) && self.glued(first) || self.joined(first - 1) && self.glued(first))
        {
            first -= 1;
        }
        while self.joined(last) && last + 1 < self.len() {
            last += 1;
        }
        first..last + 1
    }

    /// The words of a range as lemmas: participles, articles and numbers left out, hyphened words as one.
    pub(crate) fn lemmas(&self, range: Range<u32>) -> String {
        self.collect(range, |i| match self.penn(i) {
            Penn::Nnps => Some(self.lemma(i).trim_end_matches('s').to_owned()),
            Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Jj | Penn::Jjr | Penn::Jjs => Some(self.lemma(i)),
            Penn::Cd => Some(self.word(i).to_owned()),
            _ => None,
        })
    }

    /// The content words of a range as written, hyphened words as one.
    pub(crate) fn content(&self, range: Range<u32>) -> String {
        self.collect(range, |i| match self.penn(i) {
            Penn::Nn
            | Penn::Nns
            | Penn::Nnp
            | Penn::Nnps
            | Penn::Jj
            | Penn::Jjr
            | Penn::Jjs
            | Penn::Cd
            | Penn::Vbg
            | Penn::Vbn
            | Penn::Fw => Some(self.word(i).to_owned()),
            _ => None,
        })
    }

    fn collect(&self, range: Range<u32>, single: impl Fn(u32) -> Option<String>) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut i = range.start;
        while i < range.end {
            let whole = self.whole(i);
            if whole.len() > 1 && whole.start == i {
                let last = whole.end - 1;
                let mut joined: String = (whole.start..last).map(|t| self.word(t)).collect();
                joined.push_str(&single(last).unwrap_or_else(|| self.word(last).to_owned()));
                words.push(joined);
            } else if let Some(word) = single(i) {
                words.push(word);
            }
            i = whole.end.max(i + 1);
        }
        words.join(" ")
    }
}
