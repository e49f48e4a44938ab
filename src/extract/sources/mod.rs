//! Document → who says what: the speaker of each quotation, and the source of what any sentence reports.
//!
//! Attribution in news is regular: a verb of saying with its subject before or behind it, "according to", or nothing
//! where the speaker goes on from the sentence before. Names are completed from the article itself ("Mr. Ruiz" is the
//! "Ana Ruiz" of the first paragraph), and pronouns stand for the nearest name before them.

mod lists;
mod names;
mod view;

use crate::english;
use std::ops::Range;

use self::names::Names;
use self::view::View;
use crate::model::{Document, Field, Quotation, Source};

/// How many sentences, or paragraphs, away a speaker who is not named in the sentence is looked for.
const REACH: usize = 60;

/// A verb of saying with its speaker.
#[derive(Debug, Clone)]
struct Attribution {
    /// The verb's token, counted from the sentence's first.
    verb: usize,
    source: Source,
}

/// The attributions of one article, sentence by sentence.
pub(crate) struct Sources {
    /// The quotations that stand in no other, in order.
    pub(super) quotations: Vec<Quotation>,
    sentences: Vec<Vec<Attribution>>,
    /// For each sentence, the first name or pronoun in it, as a source of last resort.
    subjects: Vec<Option<Source>>,
}

impl Sources {
    /// Reads all attributions of an article.
    pub(crate) fn read(document: &Document<'_>) -> Sources {
        let quotations = outermost(document);
        let views: Vec<View<'_>> = document
            .sentences
            .iter()
            .map(|s| View::new(document, s, |byte| holding(&quotations, s.field, byte).is_some()))
            .collect();
        let mut names = Names::read(&views);
        let mut spoken = Vec::new();
        let mut subjects = Vec::new();
        for view in &views {
            let mut here = Vec::new();
            for (verb, phrase) in attributions(view) {
                if let Some(source) = names.source(view, phrase, verb) {
                    here.push(Attribution { verb, source });
                }
            }
            let subject = view.subject(view.words.len()).and_then(|p| names.resolve(view, p));
            let subject = subject.map(|s| Source { inferred: true, ..s });
            names.leave(view, here.last().map(|a| &a.source));
            spoken.push(here);
            subjects.push(subject);
        }
        Sources { quotations, sentences: spoken, subjects }
    }

    /// The outermost quotation that holds a byte of a field.
    pub(crate) fn quotation_at(&self, field: Field, byte: u32) -> Option<&Quotation> {
        holding(&self.quotations, field, byte)
    }

    /// Who says what stands at a byte of a sentence; none where the article itself does.
    pub(crate) fn of(&self, document: &Document<'_>, sentence: usize, byte: u32) -> Option<Source> {
        let s = document.sentences.get(sentence)?;
        if let Some(quotation) = self.quotation_at(s.field, byte) {
            return self.speaker(document, sentence, quotation);
        }
        let token = document.tokens_of(s).iter().position(|t| t.start >= byte)?;
        self.nearest(sentence, token).map(|a| a.source.clone())
    }

    /// The speaker of a quotation, as far as it stands in the given sentence.
    pub(crate) fn speaker(
        &self,
        document: &Document<'_>,
        sentence: usize,
        quotation: &Quotation,
    ) -> Option<Source> {
        let s = document.sentences.get(sentence)?;
        let tokens = document.tokens_of(s);
        let first = tokens.iter().position(|t| t.start >= quotation.start)?;
        let last = tokens.iter().rposition(|t| t.end <= quotation.end).unwrap_or(first);
        let here = self.sentences.get(sentence)?;
        let distance =
            |a: &&Attribution| if a.verb < first { first - a.verb } else { a.verb.saturating_sub(last) };
        if let Some(a) = here.iter().min_by_key(distance) {
            return Some(a.source.clone());
        }
        let whole = tokens.len() <= last - first + 4;
        if whole { self.carried(document, sentence, quotation) } else { self.subjects.get(sentence)?.clone() }
    }

    /// The speaker of a sentence that names none: the one named where the quotation ends, who spoke before in the
    /// paragraph, who is named after it, or the one whom the paragraph before left speaking.
    fn carried(&self, document: &Document<'_>, sentence: usize, quotation: &Quotation) -> Option<Source> {
        let s = document.sentences.get(sentence)?;
        let holds = |i: &usize| {
            document
                .sentences
                .get(*i)
                .is_some_and(|o| o.field == s.field && o.start < quotation.end && quotation.start < o.end)
        };
        let same = |other: usize| {
            document.sentences.get(other).is_some_and(|o| o.field == s.field && o.paragraph == s.paragraph)
        };
        let of = |i: usize| self.sentences.get(i).and_then(|list| list.last());
        let behind = sentence + 1..(sentence + 1 + REACH).min(document.sentences.len());
        let ahead = behind.clone().take_while(holds).find_map(of);
        let before = || (0..sentence).rev().take(REACH).take_while(|&i| same(i)).find_map(of);
        let after = || behind.clone().take_while(|&i| same(i)).find_map(of);
        let found = ahead.or_else(before).or_else(after).or_else(|| self.above(document, sentence))?;
        Some(Source { inferred: true, ..found.source.clone() })
    }

    /// Who speaks in the paragraph above; where that is nothing but a quotation that goes on from the one before it, who
    /// speaks there.
    fn above(&self, document: &Document<'_>, sentence: usize) -> Option<&Attribution> {
        let s = document.sentences.get(sentence)?;
        let mut first = sentence;
        let mut number = s.paragraph;
        for _ in 0..REACH {
            let of_paragraph = |i: &usize| {
                document.sentences.get(*i).is_some_and(|o| o.field == s.field && o.paragraph == number)
            };
            first = (0..=first).rev().take(REACH).take_while(of_paragraph).last()?;
            let last = first.checked_sub(1)?;
            let end = document.sentences.get(last).filter(|o| o.field == s.field)?;
            number = end.paragraph;
            let of_paragraph = |i: &usize| {
                document.sentences.get(*i).is_some_and(|o| o.field == s.field && o.paragraph == number)
            };
            let spoken = |i: usize| self.sentences.get(i).and_then(|list| list.last());
            if let Some(found) = (0..=last).rev().take(REACH).take_while(of_paragraph).find_map(spoken) {
                return Some(found);
            }
            // None stands in another, so that they are in order of their ends, too.
            let at = self.quotations.partition_point(|q| (q.field, q.end) < (s.field, end.end));
            self.quotations.get(at).filter(|q| q.field == s.field && !q.closed && q.end == end.end)?;
            first = last;
        }
        None
    }

    fn nearest(&self, sentence: usize, token: usize) -> Option<&Attribution> {
        self.sentences.get(sentence)?.iter().min_by_key(|a| a.verb.abs_diff(token))
    }
}

/// Every verb of saying outside quotation marks, with the phrase that speaks.
fn attributions(view: &View<'_>) -> Vec<(usize, Range<usize>)> {
    let mut out: Vec<(usize, Range<usize>)> = Vec::new();
    for at in (0..view.words.len()).filter(|&i| !view.is_quoted(i)) {
        let word = view.word(at);
        let phrase = if word.eq_ignore_ascii_case("according") && view.word(at + 1) == "to" {
            view.after(at + 2)
        } else if lists::says(word) {
            finite(view, at)
        } else if lists::saying(word) {
            out.last().map(|(_, p)| p.clone()).or_else(|| view.subject(at))
        } else {
            None
        };
        out.extend(phrase.map(|p| (at, p)));
    }
    out
}

/// The subject of a finite verb of saying: behind it after a quotation ("…," said Ruiz), else before it.
fn finite(view: &View<'_>, verb: usize) -> Option<Range<usize>> {
    let before = verb.checked_sub(1).map_or("", |i| view.word(i));
    if english::words().be_forms.contains(before) || matches!(before, "to" | "n't" | "not") {
        return None;
    }
    let behind_quotation =
        verb == 0 || view.is_mark(verb - 1) && (0..verb).rev().take(3).any(|i| view.is_quoted(i));
    let behind = if behind_quotation { view.after(verb + 1) } else { None };
    behind.or_else(|| view.before(verb))
}

/// The quotations that stand in no other, in order.
fn outermost(document: &Document<'_>) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    for quotation in &document.quotations {
        let inside = out.last().is_some_and(|q| q.field == quotation.field && quotation.end <= q.end);
        if !inside {
            out.push(quotation.clone());
        }
    }
    out
}

/// Returns whether the word is a verb of saying.
pub(super) fn is_saying(word: &str) -> bool {
    lists::says(word) || lists::saying(word)
}

/// The quotation that holds a byte of a field.
fn holding(quotations: &[Quotation], field: Field, byte: u32) -> Option<&Quotation> {
    let after = quotations.partition_point(|q| (q.field, q.start) <= (field, byte));
    let last = quotations.get(after.checked_sub(1)?)?;
    (last.field == field && byte < last.end).then_some(last)
}
