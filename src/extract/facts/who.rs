//! A word of a sentence → whom or what it stands for: the article's own entity, or the noun as it is.

use smol_str::SmolStr;

use super::view::View;
use crate::model::{DepRel, Entity, EntityKind, Form, Subject, Upos};

/// A person of the article as a subject: the last name first of all.
pub(in crate::extract) fn person(entity: &Entity) -> Subject {
    let last = entity.name.rsplit(' ').find(|w| !matches!(w.trim_matches('.'), "Jr" | "Sr" | "II" | "III"));
    Subject {
        head: SmolStr::new(last.unwrap_or(&entity.name).to_lowercase()),
        modifiers: entity.roles.clone(),
        words: entity.name.to_string(),
        age: entity.age,
    }
}

/// Whom a noun, name or pronoun stands for.
pub(in crate::extract) fn at(view: &View<'_, '_>, token: u32) -> Subject {
    if let Some(entity) = view.document.named_at(token) {
        return person(entity);
    }
    let modifiers =
        view.children(token).filter(|&c| matches!(view.deprel(c), DepRel::Amod | DepRel::Compound));
    let modifiers: Vec<u32> = modifiers.collect();
    let mut words: Vec<u32> = modifiers.iter().copied().chain([token]).collect();
    words.sort_unstable();
    // A pronoun that opens a sentence is no name.
    let word =
        |at: u32| if view.upos(at) == Upos::Pron { view.lemma(at) } else { SmolStr::new(view.word(at)) };
    Subject {
        head: view.lemma(token),
        modifiers: modifiers.iter().map(|&m| view.lemma(m)).collect(),
        words: words.iter().map(|&w| word(w)).collect::<Vec<_>>().join(" "),
        age: age(view, token),
    }
}

/// Oldest age that is taken for one.
const OLDEST: u32 = 115;

/// "a 22-year-old man", "the 22-year-old", "a man, 22,".
fn age(view: &View<'_, '_>, noun: u32) -> Option<u32> {
    let years = |at: u32| view.word(at).parse::<u32>().ok().filter(|a| *a < OLDEST);
    let before = (noun.saturating_sub(7)..=noun).rev().find_map(|at| {
        let old = ["-", "year", "-", "old"].iter().zip(at + 1..).all(|(w, i)| view.is_any(i, &[*w]));
        years(at).filter(|_| old && at + 5 + 2 >= noun)
    });
    let behind = || years(noun + 2).filter(|_| view.word(noun + 1) == "," && view.word(noun + 3) == ",");
    before.or_else(behind)
}

/// Is the subject a person of the article by name?
pub(in crate::extract) fn is_person(view: &View<'_, '_>, subject: &Subject) -> bool {
    view.document.entities.iter().any(|e| e.kind == EntityKind::Person && e.name == subject.words.as_str())
}

/// Of whom or what a predicate is told: who undergoes it, else who does it.
pub(in crate::extract) fn of(view: &View<'_, '_>, predicate: u32) -> Subject {
    let mut at_verb = predicate;
    for _ in 0..3 {
        let argument = |wanted: &[DepRel]| {
            view.children(at_verb).find(|&c| {
                wanted.contains(&view.deprel(c)) && (view.is_noun(c) || view.upos(c) == Upos::Pron)
            })
        };
        let found = argument(&[DepRel::NsubjPass])
            .or_else(|| argument(&[DepRel::Obj]).filter(|&o| is_somebody(view, o)))
            .or_else(|| argument(&[DepRel::Nsubj]));
        let found = found.map(|token| antecedent(view, token, at_verb).unwrap_or(token));
        if let Some(token) = found {
            return at(view, token);
        }
        let relation = view.deprel(at_verb);
        match view.head(at_verb) {
            // "the man arrested on Friday"
            Some(h) if matches!(relation, DepRel::Acl | DepRel::AclRelcl) && view.is_noun(h) => {
                return at(view, h);
            }
            Some(h) if matches!(relation, DepRel::Conj | DepRel::Xcomp | DepRel::Advcl) => at_verb = h,
            _ => break,
        }
    }
    Subject::default()
}

/// The people named beside the one of whom a predicate is told ("Reyes and Cole were charged": Cole).
pub(in crate::extract) fn beside<'v>(
    view: &'v View<'_, '_>,
    predicate: u32,
) -> impl Iterator<Item = Subject> + 'v {
    let told =
        view.children(predicate).find(|&c| matches!(view.deprel(c), DepRel::NsubjPass | DepRel::Nsubj));
    let others = told.into_iter().flat_map(|t| view.children(t));
    let others = others.filter(|&c| view.deprel(c) == DepRel::Conj && view.is_name(c));
    others.map(|c| at(view, c)).filter(|subject| is_person(view, subject))
}

/// "Flynn, whom he fired": the noun that a relative pronoun stands for.
pub(in crate::extract) fn antecedent(view: &View<'_, '_>, pronoun: u32, verb: u32) -> Option<u32> {
    let relative = view.is_any(pronoun, &["who", "whom", "that", "which"]);
    let noun =
        view.head(verb).filter(|&h| relative && view.deprel(verb) == DepRel::AclRelcl && view.is_noun(h))?;
    // "Tom Reyes of Mill Creek, who is accused": nobody calls a town "who".
    let bearer = view.head(noun).filter(|&h| {
        view.is_any(pronoun, &["who", "whom"])
            && view.deprel(noun) == DepRel::Nmod
            && view.is_name(noun)
            && view.is_name(h)
    });
    Some(bearer.unwrap_or(noun))
}

fn is_somebody(view: &View<'_, '_>, token: u32) -> bool {
    view.is_name(token)
        || view.upos(token) == Upos::Pron
        || crate::english::is_person_noun(&view.lemma(token))
}

/// The mentions by name of the article's people: (entity, sentence, tokens).
pub(in crate::extract) fn named<'e>(
    view: &View<'e, '_>,
) -> impl Iterator<Item = (&'e Entity, std::ops::Range<u32>)> {
    let index = u32::try_from(view.index).unwrap_or(u32::MAX);
    let here = view.document.mentions_in(index);
    let people = here.filter(|(e, m)| e.kind == EntityKind::Person && m.form == Form::Name);
    people.map(|(e, m)| (e, m.tokens.clone()))
}
