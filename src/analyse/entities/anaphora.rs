//! Pronouns and nouns → the people they stand for, where one antecedent is clear.
//!
//! Only "he" and "she" with their forms, and "the" with a role the article gave the person ("the congressman") or an age
//! ("the 47-year-old"). Inside a quotation a pronoun may mean anybody, so it is left alone.

use super::clusters::mention;
use super::evidence::gender_of;
use super::view::View;
use crate::model::{Document, Entity, EntityKind, EntityMention, Form, Gender, Penn, Upos};

/// How many sentences back an antecedent may stand.
const REACH: u32 = 3;

/// Adds the pronouns and nouns that stand for an entity to its mentions.
pub(super) fn resolve(document: &Document<'_>, views: &[View<'_, '_>], entities: &mut [Entity]) {
    for (sentence, view) in (0u32..).zip(views) {
        for at in view.sentence.tokens.clone() {
            let found = pronoun(sentence, view, at, entities).or_else(|| noun(sentence, view, at, entities));
            if let Some((entity, mention, gender)) = found
                && !is_quoted(document, view, mention.start)
                && let Some(entity) = entities.get_mut(entity)
            {
                entity.gender = entity.gender.or(gender);
                entity.mentions.push(mention);
            }
        }
    }
}

fn is_quoted(document: &Document<'_>, view: &View<'_, '_>, at: u32) -> bool {
    document.quotations.iter().any(|q| q.field == view.sentence.field && (q.start..q.end).contains(&at))
}

type Resolved = (usize, EntityMention, Option<Gender>);

fn pronoun(sentence: u32, view: &View<'_, '_>, at: u32, entities: &[Entity]) -> Option<Resolved> {
    let gender = match view.word(at).to_lowercase().as_str() {
        "he" | "him" | "his" | "himself" => Gender::Male,
        "she" | "her" | "hers" | "herself" => Gender::Female,
        _ => return None,
    };
    let place = view.token(at)?.start;
    let candidates = (0..)
        .zip(entities)
        .filter(|(_, e)| e.kind == EntityKind::Person && e.gender.is_none_or(|g| g == gender));
    let entity = nearest(candidates, view, sentence, place)?;
    Some((entity, mention(sentence, view, at, at + 1, Form::Pronoun)?, Some(gender)))
}

/// "the congressman", "the 47-year-old".
fn noun(sentence: u32, view: &View<'_, '_>, at: u32, entities: &[Entity]) -> Option<Resolved> {
    if !view.word(at).eq_ignore_ascii_case("the") {
        return None;
    }
    let place = view.token(at)?.start;
    let age = view.word(at + 1).parse::<u32>().ok();
    if let Some(age) = age {
        let shape = [view.word(at + 2), view.word(at + 3), view.word(at + 4), view.word(at + 5)];
        let bare =
            shape == ["-", "year", "-", "old"] && !matches!(view.upos(at + 6), Upos::Noun | Upos::Propn);
        let of_age = |e: &Entity| e.kind == EntityKind::Person && e.age == Some(age);
        let candidates = (0..).zip(entities).filter(|(_, e)| bare && of_age(e));
        let entity = nearest(candidates, view, sentence, place)?;
        return Some((entity, mention(sentence, view, at, at + 6, Form::Nominal)?, None));
    }
    let head = at + 1;
    let alone =
        view.upos(head) == Upos::Noun && !matches!(view.upos(head + 1), Upos::Noun | Upos::Propn | Upos::Adj);
    if !alone || view.token(head)?.penn != Penn::Nn {
        return None;
    }
    let noun = view.lemma(head);
    let gender = gender_of(noun);
    let bears = |e: &Entity| e.kind == EntityKind::Person && e.roles.iter().any(|r| is_role_of(r, noun));
    let candidates = (0..).zip(entities).filter(|(_, e)| bears(e) && agree(e.gender, gender));
    let entity = nearest(candidates, view, sentence, place)?;
    Some((entity, mention(sentence, view, at, head + 1, Form::Nominal)?, gender))
}

fn agree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

/// Does a role or title mean the noun ("rep." the congressman, "police chief" the chief)?
fn is_role_of(role: &str, noun: &str) -> bool {
    let long = |word: &str| match word {
        "rep." | "rep" | "representative" => {
            matches!(noun, "congressman" | "congresswoman" | "representative" | "lawmaker")
        }
        "sen." | "sen" => matches!(noun, "senator" | "lawmaker"),
        "gov." | "gov" => noun == "governor",
        "sgt." => noun == "sergeant",
        "lt." => noun == "lieutenant",
        "capt." => noun == "captain",
        "det." => noun == "detective",
        "dr." => noun == "doctor",
        word => word == noun,
    };
    role.split([' ', '-', ',']).any(long)
}

/// The candidate mentioned last before `place`: in the same sentence its first person, else the nearest sentence's.
fn nearest<'e>(
    candidates: impl Iterator<Item = (usize, &'e Entity)>,
    view: &View<'_, '_>,
    sentence: u32,
    place: u32,
) -> Option<usize> {
    let mut best: Option<((u32, u32), usize)> = None;
    for (index, entity) in candidates {
        let before =
            entity.mentions.iter().filter(|m| m.field == view.sentence.field && m.sentence <= sentence);
        for m in before.filter(|m| m.sentence < sentence || m.start < place) {
            let key = (sentence - m.sentence, m.start);
            if key.0 <= REACH && best.is_none_or(|(b, _)| key < b) {
                best = Some((key, index));
            }
        }
    }
    best.map(|(_, index)| index)
}
