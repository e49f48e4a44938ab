//! Field text → paragraphs, tokens, quotation marks, sentences, quotations, all with byte places; nothing is tagged.
//!
//! Tokens come first (the tokeniser knows which stops belong to abbreviations), then the roles of the quotation marks
//! (only their spacing and parity over the whole paragraph tell opening from closing), then sentences, which need both.

mod paragraphs;
mod quotations;
mod sentences;
mod tokens;
mod words;

use crate::model::{Article, Document, Field};

/// Cuts an article's title and text into paragraphs, sentences, tokens and quotations.
#[must_use]
pub fn segment(article: &Article, index: u32) -> Document<'_> {
    let bytes = article.title.len() + article.text.len();
    let mut document = Document {
        article,
        index,
        tokens: Vec::with_capacity(bytes / 5),
        sentences: Vec::with_capacity(bytes / 100),
        quotations: Vec::new(),
        entities: Vec::new(),
        unnamed: Vec::new(),
        mentioned: Vec::new(),
    };
    for field in [Field::Title, Field::Text] {
        cut(&mut document, field, article.field(field));
    }
    document
}

fn cut(document: &mut Document<'_>, field: Field, text: &str) {
    let mut marks = Vec::new();
    let mut open = false;
    for (number, range) in (0u32..).zip(paragraphs::paragraphs(text)) {
        // Offsets stay those of the field, and nothing looks past the paragraph.
        let Some(head) = text.get(..range.end) else { continue };
        let first = document.tokens.len();
        tokens::tokenise(head, range.start, &mut document.tokens);
        let tokens = document.tokens.get(first..).unwrap_or_default();
        marks.clear();
        quotations::marks(head, tokens, &mut marks);
        open = quotations::quotations(field, tokens, &marks, open, &mut document.quotations);
        let place = sentences::Place { field, paragraph: number, first: first as u32 };
        sentences::sentences(head, tokens, &marks, &place, &mut document.sentences);
    }
}

#[cfg(test)]
mod tests;
