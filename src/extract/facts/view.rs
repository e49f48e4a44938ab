//! Read access to one sentence: words, tags, arcs, by the document's token numbers.

use std::ops::Range;

use smol_str::SmolStr;

use crate::extract::context;
use crate::model::{DepRel, Document, Penn, Sentence, Token, Upos};

/// One sentence of a document.
pub(in crate::extract) struct View<'d, 'a> {
    pub(in crate::extract) document: &'d Document<'a>,
    pub(in crate::extract) sentence: &'d Sentence,
    /// Its number in the document.
    pub(in crate::extract) index: usize,
}

impl<'d, 'a> View<'d, 'a> {
    /// Every sentence of a document.
    pub(in crate::extract) fn all(document: &'d Document<'a>) -> impl Iterator<Item = View<'d, 'a>> {
        document.sentences.iter().enumerate().map(move |(index, sentence)| View { document, sentence, index })
    }

    pub(in crate::extract) fn token(&self, i: u32) -> Option<&'d Token> {
        if self.sentence.tokens.contains(&i) { self.document.tokens.get(i as usize) } else { None }
    }

    pub(in crate::extract) fn tokens(&self) -> Range<u32> {
        self.sentence.tokens.clone()
    }

    /// The word as written; empty outside the sentence.
    pub(in crate::extract) fn word(&self, i: u32) -> &'a str {
        if self.sentence.tokens.contains(&i) { self.document.word(self.sentence, i) } else { "" }
    }

    pub(in crate::extract) fn lemma(&self, i: u32) -> SmolStr {
        context::lemma(self.document, self.sentence, i)
    }

    pub(in crate::extract) fn is_any(&self, i: u32, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    pub(in crate::extract) fn penn(&self, i: u32) -> Penn {
        self.token(i).map_or(Penn::Xx, |t| t.penn)
    }

    pub(in crate::extract) fn upos(&self, i: u32) -> Upos {
        self.token(i).map_or(Upos::X, |t| t.upos)
    }

    pub(in crate::extract) fn deprel(&self, i: u32) -> DepRel {
        self.token(i).map_or(DepRel::Dep, |t| t.deprel)
    }

    pub(in crate::extract) fn head(&self, i: u32) -> Option<u32> {
        self.token(i).map(|t| t.head).filter(|&h| h != i)
    }

    pub(in crate::extract) fn children(&self, head: u32) -> impl Iterator<Item = u32> + '_ {
        self.tokens().filter(move |&i| i != head && self.head(i) == Some(head))
    }

    pub(in crate::extract) fn is_noun(&self, i: u32) -> bool {
        matches!(self.upos(i), Upos::Noun | Upos::Propn)
    }

    pub(in crate::extract) fn is_name(&self, i: u32) -> bool {
        self.upos(i) == Upos::Propn && self.word(i).starts_with(char::is_uppercase)
    }

    /// The tokens below a head, as far as they lie side by side.
    pub(in crate::extract) fn subtree(&self, head: u32) -> Range<u32> {
        let below = |i: u32| {
            let mut at = i;
            for _ in 0..24 {
                if at == head {
                    return true;
                }
                match self.head(at) {
                    Some(h) => at = h,
                    None => return false,
                }
            }
            false
        };
        let (mut start, mut end) = (head, head + 1);
        while start > self.sentence.tokens.start && below(start - 1) {
            start -= 1;
        }
        while end < self.sentence.tokens.end && below(end) {
            end += 1;
        }
        start..end
    }

    /// Lemmas of the content words of a range.
    pub(in crate::extract) fn content(&self, range: Range<u32>) -> Vec<SmolStr> {
        let said =
            |i: &u32| matches!(self.upos(*i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Num);
        range.filter(said).map(|i| self.lemma(i)).collect()
    }

    /// A range without the marks and small words at its ends.
    pub(in crate::extract) fn trimmed(&self, mut range: Range<u32>) -> Range<u32> {
        let mark = |i: u32| self.upos(i) == Upos::Punct;
        while range.start < range.end && mark(range.start) {
            range.start += 1;
        }
        while range.start < range.end && mark(range.end - 1) {
            range.end -= 1;
        }
        range
    }
}
