//! One sentence of a document, with the questions that finding names asks of its tokens.

use crate::model::{Document, Penn, Sentence, Token, Upos};

/// A sentence, its tokens by their index in the document; beyond its ends there are only empty words.
#[derive(Clone, Copy)]
pub(super) struct View<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) sentence: &'d Sentence,
    /// Are most words of the sentence capitalised, so that capitals tell nothing?
    pub(super) title_case: bool,
}

impl<'d, 'a> View<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, sentence: &'d Sentence) -> View<'d, 'a> {
        let mut view = View { document, sentence, title_case: false };
        let long = |i: &u32| view.word(*i).len() > 3 && view.word(*i).starts_with(char::is_alphabetic);
        let all = sentence.tokens.clone().filter(long).count();
        let capital = sentence.tokens.clone().filter(long).filter(|&i| view.is_capital(i)).count();
        let ended = view.word(sentence.tokens.end.saturating_sub(1)).ends_with(['.', '!', '?', '"', '”']);
        view.title_case = !ended && all > 2 && capital * 4 >= all * 3;
        view
    }

    pub(super) fn word(&self, at: u32) -> &'a str {
        if self.sentence.tokens.contains(&at) { self.document.word(self.sentence, at) } else { "" }
    }

    pub(super) fn token(&self, at: u32) -> Option<&'d Token> {
        self.document.tokens.get(at as usize).filter(|_| self.sentence.tokens.contains(&at))
    }

    /// The words of a run of tokens, as written.
    pub(super) fn words(&self, from: u32, to: u32) -> &'a str {
        match (self.token(from), self.token(to.saturating_sub(1))) {
            (Some(a), Some(b)) => self.document.slice(self.sentence.field, a.start, b.end),
            _ => "",
        }
    }

    pub(super) fn is_capital(&self, at: u32) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    pub(super) fn is_proper(&self, at: u32) -> bool {
        let tag = |t: &Token| t.upos == Upos::Propn || matches!(t.penn, Penn::Nnp | Penn::Nnps);
        self.is_capital(at) && self.token(at).is_some_and(tag)
    }

    pub(super) fn upos(&self, at: u32) -> Upos {
        self.token(at).map_or(Upos::X, |t| t.upos)
    }

    pub(super) fn lemma(&self, at: u32) -> &'d str {
        self.token(at).map_or("", |t| t.lemma.as_str())
    }

    /// Do two tokens touch?
    pub(super) fn touch(&self, at: u32, next: u32) -> bool {
        matches!((self.token(at), self.token(next)), (Some(a), Some(b)) if a.end == b.start)
    }
}
