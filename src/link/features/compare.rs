//! Two claims of one story → each of their own features, in the order of their names.

use super::values::{distance, nearness, rare, slip};
use super::{PLAIN, flag};
use crate::compare::{Comparable, NameRelation, Relation, name_relation};
use crate::english;
use crate::english::Meaning;
use crate::link::story::{Prepared, Story, cosine};
use crate::model::{Claim, Field, Kind};

#[allow(clippy::too_many_lines, reason = "a line for each feature, in the order of their names")]
pub(super) fn plain(story: &Story<'_>, a: &Prepared<'_>, b: &Prepared<'_>) -> [f64; PLAIN.len()] {
    let (x, y, s, t) = (a.claim, b.claim, &a.traits, &b.traits);
    let heads = both(a.head, b.head);
    let predicates = both(a.predicate, b.predicate);
    let near = |word: Option<u32>, other: &Prepared<'_>| word.map_or(0.0, |w| weight_in(&other.near, w));
    let modifiers = share(&a.modifiers, &b.modifiers);
    let names = weighted_share(story, &a.names, &b.names);
    let bearer = one_bearer(a, b);
    let events = events_in_common(a, b);
    let one_event = one_event(s.classes, t.classes);
    let how = s.value.relation(x.kind, &t.value);
    let only = 1.0 / (f64::from(a.alike) * f64::from(b.alike));
    [
        cosine(&a.sentence, &b.sentence),
        cosine(&a.near, &b.near),
        flag(heads == Some(true)),
        flag(heads == Some(false)),
        flag(heads.is_none()),
        near(a.head, b) + near(b.head, a),
        modifiers.unwrap_or_default(),
        flag(modifiers == Some(0.0)),
        flag(predicates == Some(true)),
        flag(predicates == Some(false)),
        flag(predicates.is_none()),
        near(a.predicate, b) + near(b.predicate, a),
        flag(side(x).is_some() && side(x) == side(y)),
        names.unwrap_or_default(),
        flag(names == Some(0.0)),
        share(&s.who, &t.who).unwrap_or_default(),
        share(&s.places, &t.places).unwrap_or_default(),
        flag(s.unit == t.unit),
        flag(how == Relation::Equal),
        flag(how == Relation::Meet),
        flag(how == Relation::Exclude),
        flag(how == Relation::Equal && rare(&x.value)),
        distance(s.size, t.size),
        flag(x.span.field == Field::Title && y.span.field == Field::Title),
        (a.place - b.place).abs(),
        flag(x.modality == y.modality && x.negated == y.negated),
        related(a, b),
        alike(s.head, t.head),
        flag(is_person(a) && is_person(b)),
        meaning(a.meaning.as_ref(), b.meaning.as_ref()),
        meaning(a.near_meaning.as_ref(), b.near_meaning.as_ref()),
        events.unwrap_or_default(),
        flag(events == Some(0.0)),
        flag(one_event == Some(true)),
        flag(one_event == Some(false)),
        alike(s.predicate, t.predicate),
        flag(bearer == Some(true)),
        flag(bearer == Some(false)),
        flag(bearer == Some(true) && x.kind == Kind::Age),
        flag(x.kind == Kind::Age && s.named != t.named),
        flag(matches!((s.sex, t.sex), (Some(a), Some(b)) if a != b)),
        1.0 / f64::from((1 + a.rank) * (1 + b.rank)),
        f64::from(a.rank.abs_diff(b.rank).min(5)) / 5.0,
        flag(x.sentence_index <= TOP && y.sentence_index <= TOP),
        flag(a.event.is_some() && a.event == b.event),
        flag(matches!((a.event, b.event), (Some(a), Some(b)) if a != b)),
        flag(s.saying != t.saying),
        if heads == Some(true) { weight(story, a.head) } else { 0.0 },
        only,
        if heads == Some(true) { only } else { 0.0 },
        if a.event.is_some() && a.event == b.event { only } else { 0.0 },
        nearness(a, b),
        flag(x.standing.is_some() && x.standing == y.standing),
        flag(matches!((x.standing, y.standing), (Some(a), Some(b)) if a != b)),
        flag(x.standing.is_some() && x.standing == y.standing && a.principal && b.principal),
        flag(x.standing.is_some() != y.standing.is_some()),
        flag(how == Relation::Exclude && slip(&x.value, &y.value)),
        flag(x.standing.is_some() && x.standing == y.standing && one_beside(a, b)),
    ]
}

/// Do both sentences give one answer to another standing question ("one dead and 13 hurt", "killed one and hurt 11")?
pub(crate) fn one_beside(a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    a.beside.iter().any(|(standing, x)| {
        let same = |(other, y): &(_, Comparable<'_>)| {
            other == standing && x.relation(Kind::Count, y) == Relation::Equal
        };
        b.beside.iter().any(same)
    })
}

/// Are two known words the same? `None` when one is missing.
fn both(a: Option<u32>, b: Option<u32>) -> Option<bool> {
    Some(a? == b?)
}

fn weight_in(bag: &[(u32, f64)], word: u32) -> f64 {
    bag.binary_search_by_key(&word, |w| w.0).ok().and_then(|i| bag.get(i)).map_or(0.0, |w| w.1)
}

/// Share of words in common; `None` when one side has none.
fn share<T: PartialEq>(a: &[T], b: &[T]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let common = a.iter().filter(|w| b.contains(w)).count();
    let all = a.len() + b.len() - common;
    Some(common as f64 / all as f64)
}

fn weighted_share(story: &Story<'_>, a: &[u32], b: &[u32]) -> Option<f64> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let weight = |n: &u32| story.weights.get(*n as usize).copied().unwrap_or_default();
    let common: f64 = a.iter().filter(|n| b.contains(n)).map(weight).sum();
    let all = a.iter().map(weight).sum::<f64>() + b.iter().map(weight).sum::<f64>() - common;
    Some(if all > 0.0 { common / all } else { 0.0 })
}

/// Head nouns: how nearly the lexicon makes them one.
fn related(a: &Prepared<'_>, b: &Prepared<'_>) -> f64 {
    let (Some(x), Some(y)) = (a.head_word, b.head_word) else { return 0.0 };
    match x.relation(y) {
        Some(english::Relation::Same) => 1.0,
        Some(english::Relation::Synonym) => 0.8,
        Some(english::Relation::Derived | english::Relation::Hypernym) => 0.6,
        Some(english::Relation::Sibling) => 0.3,
        Some(english::Relation::Antonym) => -0.5,
        None => 0.0,
    }
}

fn is_person(claim: &Prepared<'_>) -> bool {
    claim.head_word.is_some_and(english::Word::is_person)
}

/// Sentences that an article opens with, the headline among them, less one.
const TOP: u32 = 2;

/// Are the subjects one person or thing with a name? `None` where one is not named.
pub(crate) fn one_bearer(a: &Prepared<'_>, b: &Prepared<'_>) -> Option<bool> {
    if !a.traits.named || !b.traits.named {
        return None;
    }
    let (a, b) = (a.claim, b.claim);
    let similar =
        |x: &str, y: &str| x == y || x.len() > 4 && y.len() > 4 && strsim::jaro_winkler(x, y) > 0.92;
    let last = similar(&a.subject.head, &b.subject.head);
    if a.kind != Kind::Age {
        return Some(last);
    }
    // One family has several ages; where both first names are given they must be one.
    let (x, y) = (words_of_name(a), words_of_name(b));
    Some(match (x.as_slice(), y.as_slice()) {
        ([only], many) | (many, [only]) => many.iter().any(|w| similar(w, only)),
        _ => name_relation(&x, &y) != NameRelation::Different,
    })
}

fn words_of_name(claim: &Claim) -> Vec<&str> {
    claim.subject.modifiers.iter().chain([&claim.subject.head]).map(|w| w.as_str()).collect()
}

/// Cosine of two words' vectors; 0 where one has none.
fn alike(a: Option<Meaning>, b: Option<Meaning>) -> f64 {
    a.zip(b).map_or(0.0, |(a, b)| f64::from(a.similarity(b)))
}

fn meaning(a: Option<&english::Phrase>, b: Option<&english::Phrase>) -> f64 {
    match (a, b) {
        (Some(a), Some(b)) => f64::from(a.similarity(b)),
        _ => 0.0,
    }
}

/// Do two predicates of these classes report one event? `None` when a class is unknown.
fn one_event(a: &[english::Class], b: &[english::Class]) -> Option<bool> {
    (!a.is_empty() && !b.is_empty()).then(|| a.iter().any(|c| b.contains(c)))
}

/// Weighted share of the event classes near both values; `None` where one side names no event.
fn events_in_common(a: &Prepared<'_>, b: &Prepared<'_>) -> Option<f64> {
    if a.events.is_empty() || b.events.is_empty() {
        return None;
    }
    let weight = |events: &[(english::Class, f64)], class: english::Class| {
        events.binary_search_by_key(&class, |e| e.0).ok().and_then(|i| events.get(i)).map_or(0.0, |e| e.1)
    };
    let common: f64 = a.events.iter().map(|&(class, w)| w.min(weight(&b.events, class))).sum();
    let all: f64 = a.events.iter().chain(&b.events).map(|e| e.1).sum::<f64>() - common;
    Some(if all > 0.0 { common / all } else { 0.0 })
}

fn side(claim: &Claim) -> Option<bool> {
    claim.predicate.as_ref().map(|p| p.undergoes)
}

fn weight(story: &Story<'_>, word: Option<u32>) -> f64 {
    word.and_then(|w| story.weights.get(w as usize)).copied().unwrap_or_default()
}
