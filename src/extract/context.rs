//! A place in a sentence → the content words around it, and the claim that all extractors start from.

use std::ops::Range;

use smol_str::SmolStr;

use super::event_anchor;
use super::frame::{self, Frame};
use super::modality;
use crate::english;
use crate::model::{
    Argument, Claim, ContextWord, Document, Kind, Penn, Predicate, Role, Sentence, Subject, Upos, Value,
};

/// The lemma of a token, or its lower-case word before tagging.
pub(crate) fn lemma(document: &Document<'_>, sentence: &Sentence, token: u32) -> SmolStr {
    match document.tokens.get(token as usize) {
        Some(t)
            if t.lemma.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) && !t.lemma.is_empty() =>
        {
            t.lemma.clone()
        }
        Some(t) if !t.lemma.is_empty() => SmolStr::new(t.lemma.to_lowercase()),
        _ => SmolStr::new(document.word(sentence, token).to_lowercase()),
    }
}

/// A claim with everything that its place in the sentence tells: `tokens` are those that carry the value.
pub(crate) fn claim_at(
    document: &Document<'_>,
    sentence_index: usize,
    tokens: Range<u32>,
    bytes: Range<u32>,
    kind: Kind,
    value: Value,
) -> Option<Claim> {
    let sentence = document.sentences.get(sentence_index)?;
    let frame = match kind {
        Kind::Date | Kind::Time => event_anchor::around(document, sentence, tokens.clone()),
        _ => frame::around(document, sentence, tokens.clone()),
    };
    Some(Claim {
        article: document.index,
        kind,
        value,
        span: document.span(sentence.field, bytes.start, bytes.end),
        sentence: document.span(sentence.field, sentence.start, sentence.end),
        sentence_index: u32::try_from(sentence_index).ok()?,
        subject: subject(document, sentence, &frame),
        predicate: predicate(document, sentence, &frame),
        arguments: arguments(document, sentence, &frame),
        context: words_around(document, sentence, &tokens),
        negated: modality::negated(document, sentence, &frame),
        modality: modality::modality(document, sentence, &frame),
        source: None,
        trend: None,
        standing: None,
    })
}

fn subject(document: &Document<'_>, sentence: &Sentence, frame: &Frame) -> Subject {
    let Some(head) = frame.head else { return Subject::default() };
    Subject {
        head: lemma(document, sentence, head),
        modifiers: frame.modifiers.iter().map(|&m| lemma(document, sentence, m)).collect(),
        words: frame.words(document, sentence),
        age: None,
    }
}

fn predicate(document: &Document<'_>, sentence: &Sentence, frame: &Frame) -> Option<Predicate> {
    let (token, undergoes) = frame.predicate?;
    predicate_at(document, sentence, token, undergoes)
}

/// The predicate that a token is.
pub(crate) fn predicate_at(
    document: &Document<'_>,
    sentence: &Sentence,
    token: u32,
    undergoes: bool,
) -> Option<Predicate> {
    let t = document.tokens.get(token as usize)?;
    let span = document.span(sentence.field, t.start, t.end);
    let (lemma, rest) = phrase(document, sentence, token);
    let word = std::iter::once(document.word(sentence, token)).chain(rest).collect::<Vec<_>>().join(" ");
    let form = match t.penn {
        Penn::Vbn | Penn::Vbg | Penn::Jj => format!("were {word}"),
        _ => word,
    };
    Some(Predicate { lemma, form, span, undergoes })
}

/// The lemma of a verb with the words that make one event of it, and these words: "took him into custody" is "take into
/// custody", not "take".
fn phrase<'d>(document: &Document<'d>, sentence: &Sentence, verb: u32) -> (SmolStr, Vec<&'d str>) {
    let first = lemma(document, sentence, verb);
    let written = |at: u32, word: &str| document.word(sentence, at).eq_ignore_ascii_case(word);
    // "taken to St. Anne's Medical Center"
    let ward = |at: u32| {
        written(at, "clinic")
            || written(at, "medical") && (written(at + 1, "center") || written(at + 1, "centre"))
    };
    let is = |at: u32, word: &str| {
        lemma(document, sentence, at) == word || written(at, word) || word == "hospital" && ward(at)
    };
    // Before a preposition the object may stand at length: "took 12 young men into custody".
    let passed = |at: u32, word: &str| match document.tokens.get(at as usize).map(|t| t.upos) {
        Some(Upos::Det | Upos::Pron | Upos::Propn | Upos::Part) => true,
        Some(Upos::Num | Upos::Adj | Upos::Noun) => matches!(word, "into" | "to" | "under"),
        _ => false,
    };
    for words in english::phrases_from(&first) {
        let mut at = verb + 1;
        let mut found = Vec::new();
        for word in words {
            at += (at..sentence.tokens.end).take_while(|&i| !is(i, word) && passed(i, word)).count() as u32;
            if at >= sentence.tokens.end || !is(at, word) {
                break;
            }
            found.push(document.word(sentence, at));
            at += 1;
        }
        if found.len() == words.len() {
            return (SmolStr::new(format!("{first} {}", words.join(" "))), found);
        }
    }
    (first, Vec::new())
}

fn arguments(document: &Document<'_>, sentence: &Sentence, frame: &Frame) -> Vec<Argument> {
    let words = |&(role, token): &(Role, u32)| Argument { role, words: lemma(document, sentence, token) };
    frame.arguments.iter().map(words).collect()
}

/// The last word of the name that a pronoun surely stands for.
fn last_name(document: &Document<'_>, token: u32) -> Option<SmolStr> {
    document.tokens.get(token as usize).filter(|t| t.upos == Upos::Pron)?;
    let last = document.named_at(token)?.name.rsplit(' ').next()?;
    Some(SmolStr::new(last.to_lowercase()))
}

/// Returns whether the token's word says what a sentence is about.
fn is_content(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::X)
}

fn words_around(document: &Document<'_>, sentence: &Sentence, value: &Range<u32>) -> Vec<ContextWord> {
    let mut words = Vec::new();
    for i in sentence.tokens.clone().filter(|i| !value.contains(i)) {
        let Some(token) = document.tokens.get(i as usize) else { continue };
        let word = document.word(sentence, i);
        let stands_for = last_name(document, i);
        if stands_for.is_none() && (!is_content(token.upos) || !word.starts_with(char::is_alphabetic)) {
            continue;
        }
        let distance = if i < value.start { value.start - i } else { i + 1 - value.end };
        let distance = u16::try_from(distance).unwrap_or(u16::MAX);
        let name = token.upos == Upos::Propn || stands_for.is_some();
        let lemma = stands_for.unwrap_or_else(|| lemma(document, sentence, i));
        words.push(ContextWord { lemma, distance, name });
    }
    // They are most of what a big story holds.
    words.shrink_to_fit();
    words
}
