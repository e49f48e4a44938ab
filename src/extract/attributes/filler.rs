//! A trigger → where its value may stand, and what stands there.

use std::ops::Range;

use smol_str::SmolStr;

use super::{Answer, Sentence};
use crate::english;
use crate::english::attributes::{Attribute, Filler, Role, Tells, attribute_phrases};
use crate::extract::facts::view::View;
use crate::model::{DepRel, EntityKind, Upos};

/// Most tokens between a trigger and the preposition of its value.
const REACH: u32 = 9;
/// Most tokens of the words of one value.
const LONGEST: u32 = 10;
/// Most tokens between a value and the trigger that it stands right before.
const BEFORE: u32 = 6;

/// The stretches in which a value may stand, nearest first.
pub(super) fn places(view: &View<'_, '_>, role: &Role, trigger: &Range<u32>) -> Vec<Range<u32>> {
    let sentence = view.tokens();
    let child = |wanted: &[DepRel]| {
        let own = trigger.clone().flat_map(|t| view.children(t));
        let own = own.filter(|&c| wanted.contains(&view.deprel(c)) && !trigger.contains(&c));
        own.map(|c| view.subtree(c)).collect::<Vec<_>>()
    };
    match role {
        Role::Object => child(&[DepRel::Obj, DepRel::Obl, DepRel::Xcomp]),
        Role::Subject => child(&[DepRel::Nsubj]),
        Role::Before => {
            let start = (sentence.start.max(trigger.start.saturating_sub(BEFORE))..trigger.start)
                .rev()
                .take_while(|&i| is_nominal(view, i))
                .last();
            start.map(|s| s..trigger.start).into_iter().collect()
        }
        Role::After => std::iter::once(trigger.end..(trigger.end + LONGEST).min(sentence.end)).collect(),
        Role::Sentence => vec![sentence],
        Role::Prepositions(list) => {
            let mut found = Vec::new();
            let end = (trigger.end + REACH).min(sentence.end);
            // Another verb has its own adjuncts.
            let noun = trigger.clone().all(|i| view.upos(i) != Upos::Verb);
            let passes = |i: u32| {
                let held = noun && english::attributes::class_words("held").any(|w| view.lemma(i) == w);
                view.upos(i) != Upos::Verb || view.deprel(i) == DepRel::Amod || held
            };
            for at in (trigger.end..end).take_while(|&i| passes(i)) {
                if list.split(", ").any(|p| view.is_any(at, &[p])) {
                    found.push(at + 1..(at + 1 + LONGEST).min(sentence.end));
                }
            }
            found
        }
    }
}

fn is_nominal(view: &View<'_, '_>, at: u32) -> bool {
    let passes =
        matches!(view.upos(at), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adv | Upos::Cconj);
    passes || view.is_any(at, &["-", ","])
}

/// The value that stands in a stretch.
pub(super) fn read(
    sentence: &Sentence<'_, '_, '_>,
    row: &Attribute,
    place: Range<u32>,
    role: &Role,
) -> Option<Answer> {
    match row.filler {
        Filler::Value => values(sentence, row, place, role),
        Filler::Place => town(sentence.view, place, role),
        Filler::Named => named(sentence.view, row, place, role),
        Filler::Title | Filler::Person => None,
    }
}

/// The row's values in a stretch ("in the arm and chest": both).
fn values(
    sentence: &Sentence<'_, '_, '_>,
    row: &Attribute,
    place: Range<u32>,
    role: &Role,
) -> Option<Answer> {
    let view = sentence.view;
    let mut words: Vec<SmolStr> = Vec::new();
    let (mut start, mut end, mut level) = (place.start, place.start, 0);
    let mut at = place.start;
    while at < place.end {
        if let Some((number, next)) = value(sentence, row, at).filter(|v| v.1 <= place.end) {
            if words.is_empty() && matches!(role, Role::Before | Role::Sentence) {
                start = at;
            }
            words.push(SmolStr::new(row.value(number)));
            (end, level, at) = (next, number, next);
            continue;
        }
        let within =
            matches!(view.upos(at), Upos::Det | Upos::Pron | Upos::Adj | Upos::Cconj | Upos::Num | Upos::Adv)
                || view.is_any(at, &[",", "and", "-"]);
        if !within && !matches!(role, Role::Sentence | Role::Before | Role::Subject | Role::Object) {
            break;
        }
        at += 1;
    }
    if words.is_empty() {
        return None;
    }
    // "in the back yard", "in the head-on crash"
    let modifies = view.is_noun(end) || view.upos(end) == Upos::Adj || view.word(end) == "-";
    if matches!(role, Role::Prepositions(_) | Role::After) && modifies {
        return None;
    }
    if matches!(role, Role::Before) {
        end = place.end;
    }
    words.dedup();
    Some(Answer { tokens: start..end, words, level, detail: SmolStr::default() })
}

/// The number of the value at a token and one past its last token.
fn value(sentence: &Sentence<'_, '_, '_>, row: &Attribute, at: u32) -> Option<(u8, u32)> {
    let lemma = sentence.lemma(at)?;
    let word = sentence.view.word(at).to_lowercase();
    let phrases = attribute_phrases(lemma).iter().chain(attribute_phrases(&word));
    let own = phrases.filter(|p| std::ptr::eq(p.attribute, row));
    own.filter_map(|p| match p.tells {
        Tells::Filler(number) => Some((number, sentence.end(p, at)?)),
        _ => None,
    })
    .max_by_key(|v| v.1)
}

/// A run of names at the beginning of a stretch, or at its end where the value stands before.
fn run(
    view: &View<'_, '_>,
    place: &Range<u32>,
    role: &Role,
    named: impl Fn(u32) -> bool,
) -> Option<Range<u32>> {
    if matches!(role, Role::Before) {
        let start = place.clone().rev().take_while(|&i| named(i)).last()?;
        return Some(start..place.end);
    }
    let first = if matches!(view.upos(place.start), Upos::Det) { place.start + 1 } else { place.start };
    let last = (first..place.end).take_while(|&i| named(i)).last()?;
    Some(first..last + 1)
}

/// The name of a town or country ("Salem, Ohio").
fn town(view: &View<'_, '_>, place: Range<u32>, role: &Role) -> Option<Answer> {
    let mut town = run(view, &place, role, |i| view.is_name(i))?;
    let person = |i: u32| view.document.named_at(i).is_some_and(|e| e.kind == EntityKind::Person);
    let date = |i: u32| english::is_day_or_month(view.word(i));
    if town.clone().any(|i| person(i) || date(i)) || town.len() > 4 {
        return None;
    }
    let wide =
        |i: u32| english::attributes::class_words("no town").any(|w| view.word(i).eq_ignore_ascii_case(w));
    let demonym = |i: u32| english::places(view.word(i)).iter().any(|p| p.name != view.word(i));
    if town.clone().any(|i| wide(i) || demonym(i)) {
        return None;
    }
    if !matches!(role, Role::Before) && view.word(town.end) == "," && view.is_name(town.end + 1) {
        let state = !english::places(view.word(town.end + 1)).is_empty();
        town.end += if state { 2 } else { 0 };
    }
    let words = town.clone().filter(|&i| view.upos(i) != Upos::Punct).map(|i| view.lemma(i)).collect();
    Some(Answer { tokens: town, words, level: 0, detail: SmolStr::default() })
}

/// A name that ends in one of the row's endings; the ending is its detail.
fn named(view: &View<'_, '_>, row: &Attribute, place: Range<u32>, role: &Role) -> Option<Answer> {
    // "High" is an adjective or adverb to the tagger.
    let capital = |i: u32| {
        view.word(i).starts_with(char::is_uppercase)
            && matches!(view.upos(i), Upos::Propn | Upos::Adj | Upos::Noun | Upos::Adv)
    };
    let place = match role {
        Role::Sentence => place.clone().find_map(|i| ends(view, row, i..place.end, &capital))?,
        _ => place,
    };
    let mut name = run(view, &place, role, capital)?;
    // "University of Salem"
    if view.word(name.end) == "of" && name.len() == 1 && capital(name.end + 1) {
        name.end += 2;
    }
    let ending = ending(view, row, &name)?;
    let words = name.clone().map(|i| view.lemma(i)).collect();
    Some(Answer { tokens: name, words, level: 0, detail: ending })
}

/// The run of names at a token, if it has one of the endings.
fn ends(
    view: &View<'_, '_>,
    row: &Attribute,
    from: Range<u32>,
    capital: &impl Fn(u32) -> bool,
) -> Option<Range<u32>> {
    let end = from.clone().take_while(|&i| capital(i)).last()? + 1;
    ending(view, row, &(from.start..end)).map(|_| from.start..end)
}

fn ending(view: &View<'_, '_>, row: &Attribute, name: &Range<u32>) -> Option<SmolStr> {
    let words: Vec<String> = name.clone().map(|i| view.word(i).to_lowercase()).collect();
    let fits = |ending: &&String| {
        let ending: Vec<&str> = ending.split(' ').collect();
        let own: Vec<&str> = words.iter().map(String::as_str).collect();
        own.len() > ending.len() && own.ends_with(&ending)
            || own.get(1) == Some(&"of") && own.starts_with(&ending)
    };
    row.endings.iter().find(fits).map(|e| SmolStr::new(e.split(' ').next().unwrap_or(e)))
}
