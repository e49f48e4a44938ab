//! The place of an age → the person who is that old, by the name that the article gives in full.
//!
//! "Reyes, 35," and "the 35-year-old officer" are told of a name before, behind or above the number; the parse seldom
//! sees it, so the entities with their mentions are asked first.

use std::ops::Range;

use smol_str::SmolStr;

use super::frame;
use crate::english;
use crate::model::{DepRel, Document, Entity, EntityKind, Form, Sentence, SentenceView, Subject, Upos};

/// Words between an age and the name behind it ("35-year-old off-duty deputy Tom Reyes").
const REACH: u32 = 6;

/// The person that the age at these tokens is told of, where the article names one.
pub(crate) fn subject(document: &Document<'_>, sentence: &Sentence, age: Range<u32>) -> Option<Subject> {
    if let Some(noun) = qualified(document, sentence, age.end) {
        return Some(noun);
    }
    let found = owner(document, age.clone())
        .or_else(|| adjoined(document, sentence, &age))
        .or_else(|| before(document, sentence, age.start))
        .or_else(|| behind(document, sentence, age.end));
    if let Some(found) = found {
        return named(&found.name);
    }
    let described = described(document, sentence, age.start);
    if let Some(found) = described.and_then(|at| person(document, at, |f| f == Form::Name)) {
        return named(&found.name);
    }
    named(&governor(document, sentence, age)?.name)
}

/// The person whom the words before an age describe, by a noun ("a woman in her 50s").
pub(crate) fn described_person(document: &Document<'_>, sentence: &Sentence, start: u32) -> Option<Subject> {
    noun(document, sentence, described(document, sentence, start)?)
}

/// "in her 50s": whom the pronoun surely stands for.
fn owner<'d>(document: &'d Document<'_>, mut age: Range<u32>) -> Option<&'d Entity> {
    let owner = age.find(|&i| document.tokens.get(i as usize).is_some_and(|t| t.upos == Upos::Pron))?;
    person(document, owner, |f| f == Form::Pronoun)
}

/// "a woman in her 50s", "Dana Reyes, believed to be in", "three men, ages 25, 26 and": the last word of what is described,
/// where nothing stands between but words that lead to an age.
fn described(document: &Document<'_>, sentence: &Sentence, start: u32) -> Option<u32> {
    let token = |i: u32| document.tokens.get(i as usize).filter(|_| sentence.tokens.contains(&i));
    let mut at = start.checked_sub(1)?;
    for _ in 0..10 {
        let t = token(at)?;
        let word = document.word(sentence, at);
        let leads =
            t.upos == Upos::Num || english::words().age_openers.iter().any(|w| w.eq_ignore_ascii_case(word));
        if !leads {
            return matches!(t.upos, Upos::Noun | Upos::Propn).then_some(at);
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// The person that a noun tells ("woman").
fn noun(document: &Document<'_>, sentence: &Sentence, at: u32) -> Option<Subject> {
    let token = document.tokens.get(at as usize)?;
    let head = SmolStr::new(token.lemma.to_lowercase());
    let person = token.upos == Upos::Noun && english::is_person_noun(&head);
    let words = document.word(sentence, at).to_lowercase();
    person.then(|| Subject { head, words, ..Subject::default() })
}

/// Returns whether the noun does not hold the age: the verb of a headline taken for one ("11-year-old shoots friend"), or the governor of
/// an age that stands for a person ("an attack on the 12-year-old").
pub(crate) fn is_stray(document: &Document<'_>, sentence: &Sentence, age: &Range<u32>, head: u32) -> bool {
    let Some(token) = document.tokens.get(head as usize).filter(|t| t.upos == Upos::Noun) else {
        return false;
    };
    if english::is_person_noun(&token.lemma) {
        return false;
    }
    let last = age.end.checked_sub(1).map(|i| document.word(sentence, i));
    let stands = last.is_some_and(|w| matches!(w, "old" | "olds"));
    head < age.start && stands || head == age.end && english::predicate_class(&token.lemma).is_some()
}

fn named(name: &str) -> Option<Subject> {
    let suffix = |w: &&str| !english::is_generational(w);
    let mut words: Vec<SmolStr> =
        name.split(' ').filter(suffix).map(|w| SmolStr::new(w.to_lowercase())).collect();
    let head = words.pop()?;
    Some(Subject { head, modifiers: words, words: name.to_owned(), age: None })
}

/// The person spoken of at a token; `wanted` says in which form.
fn person<'d>(document: &'d Document<'_>, token: u32, wanted: impl Fn(Form) -> bool) -> Option<&'d Entity> {
    let mut here = document.mentions_in(document.sentence_of(token));
    let spoken = here.find(|(e, m)| {
        matches!(e.kind, EntityKind::Person | EntityKind::Other) && m.sure && wanted(m.form) && m.is_at(token)
    });
    spoken.map(|(entity, _)| entity)
}

/// "Ana Cole, 35-year-old Tom Reyes": the name right behind, whoever stands before.
fn adjoined<'d>(document: &'d Document<'_>, sentence: &Sentence, age: &Range<u32>) -> Option<&'d Entity> {
    let last = age.end.checked_sub(1)?;
    (document.word(sentence, last) == "old" && sentence.tokens.contains(&age.end))
        .then(|| person(document, age.end, |f| f == Form::Name))?
}

/// "Tom Reyes, 35", "Tom Reyes Jr., then 35"
fn before<'d>(document: &'d Document<'_>, sentence: &Sentence, start: u32) -> Option<&'d Entity> {
    let word = |i: u32| document.word(sentence, i);
    let inside = |i: &u32| sentence.tokens.contains(i);
    let mut at = start.checked_sub(1).filter(inside)?;
    if matches!(word(at), "then" | "now") {
        at = at.checked_sub(1).filter(inside)?;
    }
    if !matches!(word(at), "," | "(") {
        return None;
    }
    at = at.checked_sub(1).filter(inside)?;
    while matches!(word(at), "," | "\"" | "”") || english::is_generational(word(at)) {
        at = at.checked_sub(1).filter(inside)?;
    }
    person(document, at, |f| f == Form::Name)
}

/// "35-year-old deputy Tom Reyes", "the 35-year-old man, Tom Reyes"
fn behind<'d>(document: &'d Document<'_>, sentence: &Sentence, end: u32) -> Option<&'d Entity> {
    let mut comma = false;
    for at in (end..sentence.tokens.end).take(REACH as usize) {
        if let Some(found) = person(document, at, |f| f == Form::Name) {
            return Some(found);
        }
        let token = document.tokens.get(at as usize)?;
        match token.upos {
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num => {}
            Upos::Punct if document.word(sentence, at) == "-" => {}
            Upos::Punct if document.word(sentence, at) == "," && at > end && !comma => comma = true,
            _ => return None,
        }
    }
    None
}

/// "a 25-year-old Salem man": the noun, where the name before it only says which man.
fn qualified(document: &Document<'_>, sentence: &Sentence, end: u32) -> Option<Subject> {
    let token = |i: u32| document.tokens.get(i as usize).filter(|_| sentence.tokens.contains(&i));
    let proper = |i: u32| token(i).is_some_and(|t| t.upos == Upos::Propn);
    let noun = (end..end + REACH).find(|&i| !proper(i)).filter(|&noun| noun > end)?;
    let person = token(noun).filter(|t| t.upos == Upos::Noun && english::is_person_noun(&t.lemma))?;
    // "35-year-old Salem officer Tom Reyes"
    if proper(noun + 1) {
        return None;
    }
    let head = SmolStr::new(person.lemma.to_lowercase());
    Some(Subject { head, words: document.word(sentence, noun).to_owned(), ..Subject::default() })
}

/// The noun that the age modifies or the subject it is said of, where that stands for somebody named.
fn governor<'d>(document: &'d Document<'_>, sentence: &Sentence, age: Range<u32>) -> Option<&'d Entity> {
    let tree = SentenceView::new(document, sentence);
    let root = tree.root_of(&age);
    let subject = tree.children(root).find(|&c| matches!(tree.deprel(c), DepRel::Nsubj | DepRel::NsubjPass));
    let head = frame::around(document, sentence, age).head;
    let dead = tree
        .head(root)
        .filter(|&verb| tree.token(verb).is_some_and(|t| dies(&t.lemma, document.word(sentence, verb + 1))));
    let dead = dead.and_then(|verb| tree.children(verb).find(|&c| tree.deprel(c) == DepRel::Nsubj));
    subject.into_iter().chain(head).chain(dead).find_map(|t| person(document, t, |_| true))
}

/// "passed away at the age of 91" is how old somebody is; "moved at the age of 12" was.
fn dies(verb: &str, next: &str) -> bool {
    matches!(verb, "die" | "succumb" | "perish") || verb == "pass" && next == "away"
}
