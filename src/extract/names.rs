//! Entities called by name → name claims: how the article writes a person, organisation, place or thing.
//!
//! Every mention is a claim of its own, so that a name written in two ways inside one article shows as such. Titles and
//! roles ("Sen.", "police spokesman") go to the subject's modifiers, not into the name. Names of
//! several people at once ("Time Lords") are left out: their singular is no other spelling.

use std::collections::HashMap;

use smol_str::SmolStr;

use super::Input;
use super::context::claim_at;
use crate::compare::{name_keys, surname_slip};
use crate::english;
use crate::model::{
    Claim, Document, Entity, EntityKind, EntityMention, Field, Form, Kind, Penn, Sentence, Span, Upos, Value,
};

/// Longest run taken as one name.
const LONGEST: usize = 7;
/// Most names that are compared with a word because they begin alike.
const MOST_ALIKE: usize = 60;
/// Fewest letters that tell one name from another.
const SHORTEST: usize = 4;

/// Appends a claim for every name, in order of their place.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let document = input.document;
    let mentions = document.entities.iter().flat_map(|e| e.mentions.iter().map(move |m| (e, m)));
    let mut names: Vec<_> = mentions.filter(|(_, m)| m.form == Form::Name).collect();
    names.sort_by_key(|(_, m)| (m.sentence, m.start));
    let mut streets: Vec<Span> =
        claims.iter().filter(|c| matches!(c.value, Value::Address(_))).map(|c| c.span).collect();
    streets.sort_unstable_by_key(|s| (s.field, s.start));
    let found = names.into_iter().filter_map(|(entity, mention)| name(document, entity, mention));
    let found = found.chain(slips(document)).chain(bodies(document));
    claims.extend(found.filter(|c| !is_within(&streets, &c.span)));
}

/// Does one of the streets, which are in order and apart, overlap the span?
fn is_within(streets: &[Span], span: &Span) -> bool {
    let before = streets.partition_point(|s| (s.field, s.start) < (span.field, span.end));
    streets.iter().take(before).rev().take(4).any(|s| s.overlaps(span))
}

fn name(document: &Document<'_>, entity: &Entity, mention: &EntityMention) -> Option<Claim> {
    let sentence = document.sentences.get(mention.sentence as usize)?;
    let words: Vec<String> =
        mention.tokens.clone().map(|i| document.word(sentence, i).to_lowercase().replace('’', "'")).collect();
    let letters: usize = words.iter().map(String::len).sum();
    let last = mention.tokens.end.checked_sub(1).and_then(|i| document.tokens.get(i as usize))?;
    // "Robin Mendes" is one, whatever the tagger makes of the ending.
    let one = words.len() > 1 && words.first().is_some_and(|w| english::first_name(w).is_some());
    let many =
        last.penn == Penn::Nnps && matches!(entity.kind, EntityKind::Person | EntityKind::Other) && !one;
    if many || words.len() > LONGEST || letters < SHORTEST {
        return None;
    }
    let value = Value::Words(SmolStr::new(words.join(" ")));
    let place = mention.start..mention.end;
    let mut claim =
        claim_at(document, mention.sentence as usize, mention.tokens.clone(), place, Kind::Name, value)?;
    claim.subject.head = if entity.kind == EntityKind::Person { "person".into() } else { SmolStr::default() };
    claim.subject.modifiers.clone_from(&entity.roles);
    claim.subject.words = document.slice(mention.field, mention.start, mention.end).to_owned();
    Some(claim)
}

/// Bodies called by what they are for ("the Committee to Save the Bay"), which are no single run of names.
fn bodies(document: &Document<'_>) -> Vec<Claim> {
    document.sentences.iter().enumerate().flat_map(|(n, s)| body(document, n, s)).collect()
}

fn body(document: &Document<'_>, number: usize, sentence: &Sentence) -> Vec<Claim> {
    let word = |i: u32| if sentence.tokens.contains(&i) { document.word(sentence, i) } else { "" };
    let big = |i: u32| word(i).starts_with(char::is_uppercase);
    let claim = |first: u32| {
        let purpose = english::names().bodies.contains(word(first))
            && ["to", "for", "on", "against"].contains(&word(first + 1));
        let mut end = first + 2;
        while big(end) || ["of", "the", "and"].contains(&word(end)) && (big(end + 1) || big(end + 2)) {
            end += 1;
        }
        let length = (end - first) as usize;
        if !purpose || !big(first + 2) || length <= 3 || length > LONGEST {
            return None;
        }
        let (from, to) = (document.tokens.get(first as usize)?, document.tokens.get(end as usize - 1)?);
        let words: Vec<String> = (first..end).map(|i| word(i).to_lowercase().replace('’', "'")).collect();
        let value = Value::Words(SmolStr::new(words.join(" ")));
        let mut claim = claim_at(document, number, first..end, from.start..to.end, Kind::Name, value)?;
        claim.subject.head = SmolStr::default();
        claim.subject.words = document.slice(sentence.field, from.start, to.end).to_owned();
        Some(claim)
    };
    if sentence.field == Field::Text {
        sentence.tokens.clone().filter_map(claim).collect()
    } else {
        Vec::new()
    }
}

/// Names of people by what a misspelling of one of their words has in common with it.
type Beginnings = HashMap<String, Vec<String>>;

/// Surnames that open a sentence so misspelt that they were taken for another word ("Regains declined" of Tony Reagins).
fn slips(document: &Document<'_>) -> Vec<Claim> {
    let people = document.entities.iter().filter(|e| e.kind == EntityKind::Person && e.name.contains(' '));
    let mut by_beginning: Beginnings = HashMap::new();
    for name in people.map(|e| e.name.to_lowercase()) {
        let mut keys: Vec<String> = name.split(' ').flat_map(|word| name_keys(&[word])).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            let alike = by_beginning.entry(key).or_default();
            if alike.len() < MOST_ALIKE {
                alike.push(name.clone());
            }
        }
    }
    let people = by_beginning;
    document.sentences.iter().enumerate().filter_map(|(n, s)| slip(document, n, s, &people)).collect()
}

fn slip(document: &Document<'_>, number: usize, sentence: &Sentence, people: &Beginnings) -> Option<Claim> {
    let first = sentence.tokens.start;
    let token = document.tokens.get(first as usize)?;
    let next = document.tokens.get(first as usize + 1).filter(|_| sentence.tokens.contains(&(first + 1)))?;
    let acts = matches!(next.upos, Upos::Aux | Upos::Verb) && next.penn != Penn::Vbg;
    let word = document.word(sentence, first);
    if !acts || sentence.field != Field::Text || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let small = word.to_lowercase();
    let slipped = |name: &String| surname_slip(&[&small], &name.split(' ').collect::<Vec<_>>()).is_some();
    let named = || document.mentions_in(number as u32).any(|(_, m)| m.tokens.contains(&first));
    let mut alike = name_keys(&[&small]).into_iter().filter_map(|key| people.get(&key)).flatten();
    if !alike.any(slipped) || named() {
        return None;
    }
    let value = Value::Words(SmolStr::new(&small));
    let mut claim = claim_at(document, number, first..first + 1, token.start..token.end, Kind::Name, value)?;
    claim.subject.head = "person".into();
    claim.subject.words = word.to_owned();
    Some(claim)
}
