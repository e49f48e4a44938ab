//! A cursor over one sentence: its words, tags and arcs, by the document's token numbers.

use super::document::{DepRel, Document, Penn, Sentence, Token, Upos};

/// One sentence of a document. Outside of it there are only empty words.
#[derive(Debug, Clone, Copy)]
pub struct SentenceView<'d, 'a> {
    /// The document.
    pub document: &'d Document<'a>,
    /// The sentence.
    pub sentence: &'d Sentence,
}

impl<'d, 'a> SentenceView<'d, 'a> {
    /// A view of one of the document's sentences.
    #[must_use]
    pub fn new(document: &'d Document<'a>, sentence: &'d Sentence) -> SentenceView<'d, 'a> {
        SentenceView { document, sentence }
    }

    /// The token of this number, where it is the sentence's.
    #[must_use]
    pub fn token(&self, i: u32) -> Option<&'d Token> {
        if self.sentence.tokens.contains(&i) { self.document.tokens.get(i as usize) } else { None }
    }

    /// The word as written.
    #[must_use]
    pub fn word(&self, i: u32) -> &'a str {
        self.token(i).map_or("", |t| self.document.slice(self.sentence.field, t.start, t.end))
    }

    /// The dictionary form in lower case.
    #[must_use]
    pub fn lemma(&self, i: u32) -> String {
        match self.token(i) {
            Some(t) if !t.lemma.is_empty() => t.lemma.to_lowercase(),
            _ => self.word(i).to_lowercase(),
        }
    }

    /// The Penn tag; `XX` outside the sentence.
    #[must_use]
    pub fn penn(&self, i: u32) -> Penn {
        self.token(i).map_or(Penn::Xx, |t| t.penn)
    }

    /// The universal tag; `X` outside the sentence.
    #[must_use]
    pub fn upos(&self, i: u32) -> Upos {
        self.token(i).map_or(Upos::X, |t| t.upos)
    }

    /// The relation to the head; `dep` outside the sentence.
    #[must_use]
    pub fn deprel(&self, i: u32) -> DepRel {
        self.token(i).map_or(DepRel::Dep, |t| t.deprel)
    }

    /// The head of a token; `None` at the root.
    #[must_use]
    pub fn head(&self, i: u32) -> Option<u32> {
        self.token(i).map(|t| t.head).filter(|&h| h != i)
    }

    /// The tokens whose head is this one, in order.
    pub fn children(&self, head: u32) -> impl Iterator<Item = u32> + use<'d, 'a> {
        let view = *self;
        self.sentence.tokens.clone().filter(move |&i| i != head && view.head(i) == Some(head))
    }

    /// Returns whether the word is this one, whatever its case.
    #[must_use]
    pub fn is(&self, i: u32, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// Returns whether the word is one of these, whatever its case.
    #[must_use]
    pub fn is_any(&self, i: u32, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(i, w))
    }

    /// Returns whether the word follows the one before without a space.
    #[must_use]
    pub fn is_glued(&self, i: u32) -> bool {
        let before = i.checked_sub(1).and_then(|p| self.token(p));
        matches!((before, self.token(i)), (Some(a), Some(b)) if a.end == b.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Field};

    #[test]
    fn nothing_shows_beyond_the_ends() {
        let article = Article { text: "Rain fell. No-one came.".to_owned(), ..Article::default() };
        let mut tokens: Vec<Token> =
            [(0, 4), (5, 9), (9, 10), (11, 13), (13, 14), (14, 17), (18, 22), (22, 23)]
                .into_iter()
                .zip(0..)
                .map(|((start, end), index)| Token::bare(start, end, index))
                .collect();
        tokens[0].head = 1;
        tokens[0].deprel = DepRel::Nsubj;
        tokens[2].head = 1;
        tokens[1].lemma = "fall".into();
        let sentence = |start, end, tokens| Sentence {
            field: Field::Text,
            start,
            end,
            tokens,
            paragraph: 0,
            parsed: true,
        };
        let document = Document {
            article: &article,
            index: 0,
            tokens,
            sentences: vec![sentence(0, 10, 0..3), sentence(11, 23, 3..8)],
            quotations: vec![],
            entities: vec![],
            unnamed: vec![],
            mentioned: Default::default(),
        };
        let [first, second] = [0, 1].map(|i| SentenceView::new(&document, &document.sentences[i]));
        assert_eq!((first.word(0), first.word(3), second.word(3)), ("Rain", "", "No"));
        assert_eq!(
            (first.lemma(1), first.lemma(0), first.lemma(9)),
            ("fall".into(), "rain".into(), "".into())
        );
        assert_eq!(first.children(1).collect::<Vec<_>>(), [0, 2]);
        assert_eq!((first.head(0), first.head(1), second.head(0)), (Some(1), None, None));
        assert_eq!((first.deprel(0), second.deprel(0)), (DepRel::Nsubj, DepRel::Dep));
        assert!(first.is_glued(2) && !first.is_glued(1) && second.is_glued(4) && !second.is_glued(3));
        assert!(first.is(0, "rain") && first.is_any(1, &["fell", "fall"]) && !first.is_any(3, &["no"]));
    }
}
