//! Field text → paragraphs, sentences, tokens with byte places.

use crate::model::{Article, Document, Field, Sentence, Token};

/// Cuts an article into paragraphs, sentences and tokens; nothing is tagged yet.
#[must_use]
pub fn segment(article: &Article, index: u32) -> Document<'_> {
    let mut document =
        Document { article, index, tokens: Vec::new(), sentences: Vec::new(), quotations: Vec::new() };
    for field in [Field::Title, Field::Text] {
        let text = article.field(field);
        let mut start = 0usize;
        let mut paragraph = 0u32;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if !line.trim().is_empty() {
                sentence(&mut document, field, text, start..end, paragraph);
                paragraph += 1;
            }
            start = end;
        }
    }
    document
}

fn sentence(
    document: &mut Document<'_>,
    field: Field,
    text: &str,
    range: std::ops::Range<usize>,
    paragraph: u32,
) {
    let first = document.tokens.len() as u32;
    let slice = &text[range.clone()];
    let mut begin: Option<usize> = None;
    let push = |tokens: &mut Vec<Token>, a: usize, b: usize| {
        let i = tokens.len() as u32;
        tokens.push(Token::bare((range.start + a) as u32, (range.start + b) as u32, i));
    };
    for (i, c) in slice.char_indices() {
        let inner = c.is_alphanumeric()
            || ((c == '.' || c == ',')
                && begin.is_some()
                && slice[i + c.len_utf8()..].starts_with(|d: char| d.is_ascii_digit()));
        if inner {
            begin.get_or_insert(i);
        } else {
            if let Some(b) = begin.take() {
                push(&mut document.tokens, b, i);
            }
            if !c.is_whitespace() {
                push(&mut document.tokens, i, i + c.len_utf8());
            }
        }
    }
    if let Some(b) = begin {
        push(&mut document.tokens, b, slice.len());
    }
    let last = document.tokens.len() as u32;
    document.sentences.push(Sentence {
        field,
        start: range.start as u32,
        end: range.end as u32,
        tokens: first..last,
        paragraph,
        parsed: false,
    });
}
