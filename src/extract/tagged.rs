//! Read access to the tagged tokens of one sentence, by their place in it.

use std::ops::Range;

use crate::model::{Document, Penn, Sentence, SentenceView};

/// One sentence with its tags: a [`SentenceView`] whose tokens are counted from the sentence's first, as a grammar of phrases
/// counts them.
#[derive(Clone, Copy)]
pub(crate) struct Tagged<'d, 'a>(SentenceView<'d, 'a>);

impl<'d, 'a> Tagged<'d, 'a> {
    pub(crate) fn new(document: &'d Document<'a>, sentence: &'d Sentence) -> Tagged<'d, 'a> {
        Tagged(SentenceView::new(document, sentence))
    }

    pub(crate) fn len(&self) -> u32 {
        self.0.sentence.tokens.end.saturating_sub(self.0.sentence.tokens.start)
    }

    /// The document's number of a token; beyond the sentence's end, of none.
    fn at(&self, i: u32) -> u32 {
        self.0.sentence.tokens.start.saturating_add(i)
    }

    /// The word as written; empty outside the sentence.
    pub(crate) fn word(&self, i: u32) -> &'a str {
        self.0.word(self.at(i))
    }

    /// The word's tag; `XX` outside the sentence.
    pub(crate) fn penn(&self, i: u32) -> Penn {
        self.0.penn(self.at(i))
    }

    /// Dictionary form in lower case.
    pub(crate) fn lemma(&self, i: u32) -> String {
        self.0.lemma(self.at(i))
    }

    /// Returns whether the word is tagged as a noun or name.
    pub(crate) fn is_noun(&self, i: u32) -> bool {
        matches!(self.penn(i), Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps)
    }

    pub(crate) fn is(&self, i: u32, word: &str) -> bool {
        self.0.is(self.at(i), word)
    }

    pub(crate) fn is_any(&self, i: u32, words: &[&str]) -> bool {
        self.0.is_any(self.at(i), words)
    }

    /// Returns whether the word follows the one before without a space.
    pub(crate) fn glued(&self, i: u32) -> bool {
        self.0.is_glued(self.at(i))
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
