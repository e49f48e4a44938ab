//! Quotations → one claim for each quoted sentence, with its words and its speaker.
//!
//! The unit is the sentence and not the whole quotation, because outlets pick sentences from a statement, and one
//! changed sentence in five should show as one. A quotation that the speaker's name splits ("We will go," he said, "on
//! Monday") is one utterance, its span from the first words to the last. A word or two between marks is kept too: it
//! may be a piece of what another outlet quotes at length.

use super::Input;
use super::sources::{Sources, is_saying};
use crate::compare::utterance_words;
use crate::model::{Claim, Document, Kind, Modality, Quotation, Sentence, Source, Span, Subject, Value};

/// Most words between two parts of a split quotation.
const SPLIT: usize = 14;

/// Appends the quoted utterances of an article.
pub(super) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let document = input.document;
    let quotations = &input.sources.quotations;
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut first = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        // Quotations are in order, and none stands in another: those that end before the sentence are past.
        let is_past = |q: &Quotation| (q.field, q.end) <= (sentence.field, sentence.start);
        while quotations.get(first).is_some_and(is_past) {
            first += 1;
        }
        let here = |q: &&Quotation| q.field == sentence.field && q.start < sentence.end;
        for quotation in quotations.iter().skip(first).take_while(here).filter(|q| sentence.start < q.end) {
            let next = Piece::new(document, index, sentence, quotation);
            match pieces.last_mut() {
                Some(last) if last.goes_on(document, sentence, &next) => last.join(&next),
                _ => pieces.push(next),
            }
        }
    }
    claims.extend(pieces.iter().filter_map(|p| p.claim(document, input.sources)));
}

/// The quoted words of one sentence.
struct Piece<'q> {
    sentence: usize,
    span: Span,
    /// The parts between marks, one unless the quotation is split.
    parts: Vec<(u32, u32)>,
    quotation: &'q Quotation,
}

impl<'q> Piece<'q> {
    fn new(
        document: &Document<'_>,
        index: usize,
        sentence: &Sentence,
        quotation: &'q Quotation,
    ) -> Piece<'q> {
        let (start, end) = (quotation.start.max(sentence.start), quotation.end.min(sentence.end));
        let span = document.span(sentence.field, start, end);
        Piece { sentence: index, span, parts: vec![(start, end)], quotation }
    }

    /// Returns whether the utterance goes on after a speaker in the middle of the sentence.
    fn goes_on(&self, document: &Document<'_>, sentence: &Sentence, next: &Piece<'_>) -> bool {
        if self.sentence != next.sentence || self.span.end > next.span.start {
            return false;
        }
        let open = document
            .slice(sentence.field, self.span.start, self.span.end)
            .trim_end()
            .ends_with([',', '-', '—', '–']);
        let small =
            document.slice(sentence.field, next.span.start, next.span.end).starts_with(char::is_lowercase);
        let between = document
            .tokens_of(sentence)
            .iter()
            .filter(|t| t.start >= self.span.end && t.end <= next.span.start);
        let words: Vec<&str> = between.map(|t| document.slice(sentence.field, t.start, t.end)).collect();
        let said = words.iter().any(|w| is_saying(w));
        let parted = words.iter().rev().nth(1).is_some_and(|w| *w == ",");
        open && small && said && parted && words.len() <= SPLIT
    }

    fn join(&mut self, next: &Piece<'_>) {
        self.span.end = next.span.end;
        self.parts.extend(&next.parts);
    }

    fn claim(&self, document: &Document<'_>, sources: &Sources) -> Option<Claim> {
        let sentence = document.sentences.get(self.sentence)?;
        let part = |&(start, end): &(u32, u32)| utterance_words(document.slice(sentence.field, start, end));
        let words: Vec<_> = self.parts.iter().flat_map(part).collect();
        if words.is_empty() {
            return None;
        }
        Some(Claim {
            article: document.index,
            kind: Kind::Quote,
            value: Value::Quote(words),
            span: self.span,
            sentence: document.span(sentence.field, sentence.start, sentence.end),
            sentence_index: u32::try_from(self.sentence).ok()?,
            subject: Subject::default(),
            predicate: None,
            arguments: Vec::new(),
            context: Vec::new(),
            negated: false,
            modality: Modality::Asserted,
            source: self.source(document, sources),
            trend: None,
            standing: None,
        })
    }

    fn source(&self, document: &Document<'_>, sources: &Sources) -> Option<Source> {
        sources.speaker(document, self.sentence, self.quotation)
    }
}
