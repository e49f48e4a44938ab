//! Tagged document with its names → the nouns and pronouns that stand for them, and the chains of those without a name.
//!
//! The walk is in `chains`, the features in `features`, the weights in models/coreference.tsv. Headlines are left alone:
//! they have no articles.

use super::chains::{Asked, Chain, Choice, Walk};
use super::nouns::{Nouns, Sort};
use super::phrases::{self, CLASSES, Class, Phrase};
use super::view::View;
use super::weights::{self, Weights};
use crate::model::{Document, Entity, EntityKind, EntityMention, Field, Form};

/// How much better than the next an antecedent of each class must be to be sure.
const SURE: [i32; CLASSES.len()] = [1000, 2000, 2000, NEVER, NEVER, 2000, 3000, 2500, NEVER, 500];
const NEVER: i32 = i32::MAX;

/// Adds the phrases that stand for an entity to its mentions and gives back the chains without a name.
pub(super) fn resolve(
    document: &Document<'_>,
    views: &[View<'_, '_>],
    entities: &mut [Entity],
    nouns: &Nouns,
    judge: &mut dyn FnMut(&Asked<'_>) -> Choice,
) -> Vec<Entity> {
    let start = |phrase: &Phrase| document.tokens.get(phrase.head as usize).map_or(0, |t| t.start);
    let mut phrases = gather(views, entities, nouns);
    quoted(document, views, &mut phrases);
    let mut walk = Walk::new(entities, phrases);
    walk.run(start, judge);
    let mut unnamed = Vec::new();
    let mut named = Vec::new();
    for chain in &walk.chains {
        let mentions = mentions(&walk, chain, views);
        match chain.entity {
            Some(entity) => named.push((entity, chain.gender, mentions)),
            None if mentions.len() > 1 => unnamed.push(without_name(&walk, chain, views, mentions)),
            None => {}
        }
    }
    for (entity, gender, mentions) in named {
        if let Some(entity) = entities.get_mut(entity) {
            entity.gender = entity.gender.or(gender.filter(|_| entity.kind == EntityKind::Person));
            entity.mentions.extend(mentions);
        }
    }
    unnamed
}

/// The choice of the embedded weights.
pub(super) fn judge(asked: &Asked<'_>) -> Choice {
    choose(weights::embedded(), asked)
}

/// The option with the greatest sum of weights, the latest of equals.
#[must_use]
pub fn choose(weights: &Weights, asked: &Asked<'_>) -> Choice {
    let mut best: Option<(usize, i32)> = None;
    let mut next = i32::MIN;
    for (at, option) in asked.options.iter().enumerate() {
        let score = weights.score(asked.class, &option.features);
        match best {
            Some((_, most)) if score <= most => next = next.max(score),
            _ => {
                next = best.map_or(next, |(_, most)| most);
                best = Some((at, score));
            }
        }
    }
    let (option, score) = best.unwrap_or_default();
    Choice { option, margin: score.saturating_sub(next) }
}

/// All phrases of the text in order, names among them.
fn gather(views: &[View<'_, '_>], entities: &[Entity], nouns: &Nouns) -> Vec<Phrase> {
    let mut named: Vec<Vec<(u32, u32, usize)>> = vec![Vec::new(); views.len()];
    for (number, entity) in entities.iter().enumerate() {
        for mention in &entity.mentions {
            if let Some(here) = named.get_mut(mention.sentence as usize) {
                here.push((mention.tokens.start, mention.tokens.end, number));
            }
        }
    }
    let mut all = Vec::new();
    for ((sentence, view), named) in (0u32..).zip(views).zip(&named) {
        if view.title_case || !view.sentence.parsed {
            continue;
        }
        let inside = |at: u32| named.iter().any(|n| (n.0..n.1).contains(&at));
        let first = all.len();
        all.extend(phrases::phrases(sentence, view, nouns, inside));
        all.extend(named.iter().filter_map(|n| phrases::of_name(sentence, view, n.0..n.1, n.2)));
        if let Some(here) = all.get_mut(first..) {
            here.sort_by_key(|p: &Phrase| p.head);
        }
    }
    all
}

/// Tells the phrases, which are in order, the first quotation that each stands in.
fn quoted(document: &Document<'_>, views: &[View<'_, '_>], phrases: &mut [Phrase]) {
    // Stretches that no earlier quotation covers: in order, and none overlaps another.
    let mut stretches: Vec<(Field, u32, u32, u32)> = Vec::new();
    for (number, q) in (0u32..).zip(&document.quotations) {
        let covered = stretches.last().filter(|s| s.0 == q.field).map_or(0, |s| s.2);
        if q.end > covered {
            stretches.push((q.field, q.start.max(covered), q.end, number));
        }
    }
    for phrase in phrases {
        let token = document.tokens.get(phrase.head as usize);
        let view = views.get(phrase.sentence as usize);
        let Some((start, field)) = token.zip(view).map(|(t, v)| (t.start, v.sentence.field)) else {
            continue;
        };
        let after = stretches.partition_point(|s| (s.0, s.1) <= (field, start));
        let last = after.checked_sub(1).and_then(|i| stretches.get(i));
        phrase.quoted = last.filter(|s| s.0 == field && start < s.2).map(|s| s.3);
    }
}

/// The mentions of a chain other than by name.
fn mentions(walk: &Walk<'_>, chain: &Chain, views: &[View<'_, '_>]) -> Vec<EntityMention> {
    // The first phrase chose nothing; and what joins a chain before it has a name is as sure as the name's joining it.
    let is_sure = |at: usize, phrase: &Phrase, margin: i32| {
        at == 0 || SURE.get(phrase.number()).is_some_and(|least| margin >= *least)
    };
    let links = || (0..).zip(&chain.phrases).zip(&chain.margins);
    let name = links().find_map(|((at, &p), &margin)| {
        let phrase = walk.phrase(p).filter(|p| p.class == Class::Name)?;
        Some(is_sure(at, phrase, margin))
    });
    let found = links().filter_map(|((at, &p), &margin)| {
        let phrase = walk.phrase(p).filter(|p| p.class != Class::Name)?;
        let view = views.get(phrase.sentence as usize)?;
        let form = if phrase.is_pronoun() { Form::Pronoun } else { Form::Nominal };
        let tokens = phrase.tokens.clone();
        let mention = super::clusters::mention(phrase.sentence, view, tokens.start, tokens.end, form)?;
        let clear = chain.agrees(phrase) && phrase.quoted.is_none() && view.sentence.field == Field::Text;
        let sure = clear && name != Some(false) && is_sure(at, phrase, margin);
        Some(EntityMention { sure, ..mention })
    });
    found.collect()
}

/// A chain of phrases without a name as an entity, called by the phrase that says most.
fn without_name(
    walk: &Walk<'_>,
    chain: &Chain,
    views: &[View<'_, '_>],
    mentions: Vec<EntityMention>,
) -> Entity {
    let said = chain.nouns.iter().filter_map(|&n| walk.phrase(n)).max_by_key(|p| p.modifiers.len());
    let words = said.and_then(|p| Some(views.get(p.sentence as usize)?.words(p.tokens.start, p.tokens.end)));
    let kind = match chain.sort() {
        Sort::Person => EntityKind::Person,
        Sort::Group => EntityKind::Organisation,
        Sort::Place => EntityKind::Place,
        Sort::Thing => EntityKind::Other,
    };
    Entity {
        kind,
        name: words.unwrap_or_default().into(),
        aliases: Vec::new(),
        roles: said.map(|p| p.lemma.clone()).into_iter().collect(),
        age: chain.age,
        gender: chain.gender,
        home: None,
        mentions,
    }
}
