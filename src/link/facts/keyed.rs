//! Offices, homes and schools of one person, stages of one ladder, a vehicle's colour → slots, by who or what is spoken of.

use std::collections::{BTreeMap, BTreeSet};

use super::fact;
use super::parts::{Parts, is_wound};
use super::people::People;
use crate::model::{Claim, ClaimId, Fact, Matter};

/// Of whom something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whom<'c> {
    /// The bearer of a name, by number.
    Bearer(u32),
    /// Somebody of whom the age is known.
    Aged(u32),
    /// Somebody called by a noun.
    Noun(&'c str),
}

/// What a slot asks: the matter, its ladder, and of whom.
type Key<'c> = (Matter, &'c str, Whom<'c>);

type Groups<'c> = BTreeMap<Key<'c>, Vec<ClaimId>>;

/// The slots with claims of two or more articles, in order of their first claim.
pub(super) fn slots(claims: &[Claim], people: &People) -> Vec<Vec<ClaimId>> {
    let mut groups = Groups::new();
    let parts = Parts::of(claims, people);
    for (id, claim) in (0u32..).map(ClaimId).zip(claims) {
        let by_bearer = |f: &&Fact| is_keyed(f.matter) && f.matter != Matter::Holder;
        let Some(fact) = fact(claim).filter(by_bearer) else { continue };
        let part = || match fact.matter {
            Matter::Home => parts.bearer(claim),
            matter if is_wound(matter) => parts.victim(claim),
            _ => None,
        };
        if let Some(whom) = whom(claim, fact, people).or_else(|| part().map(Whom::Bearer)) {
            groups.entry((fact.matter, &fact.axis, whom)).or_default().push(id);
        }
    }
    take_in_young(&mut groups, claims);
    take_in_aged(&mut groups, claims);
    take_in_unnamed(&mut groups);
    let mut slots = Vec::new();
    for ((matter, ..), ids) in groups {
        if matter == Matter::Wound { slots.extend(wounds(ids, claims)) } else { slots.push(ids) }
    }
    slots.retain(|ids| articles(ids, claims).len() > 1);
    for slot in &mut slots {
        slot.sort_unstable();
    }
    slots.sort();
    slots
}

/// Is the matter asked of everybody alike, so that who is spoken of decides the slot?
pub(super) fn is_keyed(matter: Matter) -> bool {
    !matches!(matter, Matter::Scene | Matter::Cause | Matter::Event)
}

fn articles(ids: &[ClaimId], claims: &[Claim]) -> BTreeSet<u32> {
    ids.iter().filter_map(|id| claims.get(id.0 as usize)).map(|c| c.article).collect()
}

/// Words that stand for many people, or for anybody.
const ANYBODY: &[&str] = &[
    "", "he", "she", "they", "who", "him", "her", "them", "that", "one", "anyone", "man", "woman", "person",
    "people", "victim", "other", "police", "officer", "suspect",
];

/// On the ladder of custody everybody without a name is the suspect; elsewhere a noun is one person's only if it is
/// neither common nor plural, and an age beside it tells more.
fn whom<'c>(claim: &'c Claim, fact: &Fact, people: &People) -> Option<Whom<'c>> {
    if matches!(fact.matter, Matter::Colour | Matter::Gun) {
        return Some(Whom::Noun(&claim.subject.head));
    }
    if let Some(number) = people.number(claim) {
        return Some(Whom::Bearer(number));
    }
    match (fact.axis.as_str(), claim.subject.age, claim.subject.head.as_str()) {
        ("custody", ..) => Some(Whom::Noun("suspect")),
        ("life" | "wound", Some(age), _) => Some(Whom::Aged(age)),
        ("identity", _, head @ ("victim" | "suspect" | "man" | "woman")) => Some(Whom::Noun(head)),
        (_, _, head) if ANYBODY.contains(&head) || !claim.subject.words.ends_with(head) => None,
        (_, _, head) => Some(Whom::Noun(head)),
    }
}

/// What is told of a 22-year-old is told of the one person of that age who is named.
fn take_in_aged(groups: &mut Groups<'_>, claims: &[Claim]) {
    let mut named = BTreeSet::new();
    for (&key, ids) in groups.iter().filter(|(k, _)| matches!(k.2, Whom::Bearer(_))) {
        let ages = ids.iter().filter_map(|id| claims.get(id.0 as usize)?.subject.age);
        named.extend(ages.map(|age| ((key.0, key.1, age), key)));
    }
    let only = only(named);
    take_in(groups, |key| match key.2 {
        Whom::Aged(age) => only.get(&(key.0, key.1, age)).copied(),
        _ => None,
    });
}

/// Nouns for people of some ages.
const YOUNG: &[(&str, std::ops::RangeInclusive<u32>)] =
    &[("infant", 0..=1), ("baby", 0..=1), ("toddler", 1..=3), ("teen", 13..=19), ("teenager", 13..=19)];

/// What is told of "the toddler" is told of the only one in the same matter who is of an age to be called so.
fn take_in_young(groups: &mut Groups<'_>, claims: &[Claim]) {
    let age = |key: &Key<'_>, ids: &[ClaimId]| match key.2 {
        Whom::Aged(age) => Some(age),
        Whom::Bearer(_) => ids.iter().find_map(|id| claims.get(id.0 as usize)?.subject.age),
        Whom::Noun(_) => None,
    };
    let aged: Vec<(u32, Key<'_>)> =
        groups.iter().filter_map(|(key, ids)| Some((age(key, ids)?, *key))).collect();
    take_in(groups, |key| {
        let Whom::Noun(noun) = key.2 else { return None };
        let (_, ages) = YOUNG.iter().find(|(young, _)| *young == noun)?;
        let mut fitting = aged.iter().filter(|(age, k)| (k.0, k.1) == (key.0, key.1) && ages.contains(age));
        let first = fitting.next()?;
        // One of the age by name and by age alone is still one.
        fitting.all(|other| other.0 == first.0).then_some(first.1)
    });
}

/// What is told of a noun is told of the one person who is named in the same matter, where there is only one.
fn take_in_unnamed(groups: &mut Groups<'_>) {
    let named = groups.keys().filter(|k| matches!(k.2, Whom::Bearer(_)));
    let only = only(named.map(|&key| ((key.0, key.1), key)));
    take_in(groups, |key| match key.2 {
        Whom::Noun(_) if !is_wound(key.0) => only.get(&(key.0, key.1)).copied(),
        _ => None,
    });
}

/// What each question has for its only answer.
fn only<Q: Ord, A: Copy>(pairs: impl IntoIterator<Item = (Q, A)>) -> BTreeMap<Q, A> {
    let mut answers: BTreeMap<Q, Option<A>> = BTreeMap::new();
    for (question, answer) in pairs {
        answers.entry(question).and_modify(|known| *known = None).or_insert(Some(answer));
    }
    answers.into_iter().filter_map(|(question, answer)| Some((question, answer?))).collect()
}

/// Puts each group to the one that `to` gives for it.
fn take_in<'c>(groups: &mut Groups<'c>, to: impl Fn(&Key<'c>) -> Option<Key<'c>>) {
    let moves: Vec<(Key<'c>, Key<'c>)> = groups.keys().filter_map(|key| Some((*key, to(key)?))).collect();
    for (from, to) in moves {
        if let Some(ids) = groups.remove(&from) {
            groups.entry(to).or_default().extend(ids);
        }
    }
}

/// Two people of one age may both be hit: what several articles tell alike is one's, what is left over another's.
fn wounds(ids: Vec<ClaimId>, claims: &[Claim]) -> Vec<Vec<ClaimId>> {
    let mut alike: BTreeMap<Vec<&str>, Vec<ClaimId>> = BTreeMap::new();
    for id in ids {
        let Some(fact) = claims.get(id.0 as usize).and_then(fact) else { continue };
        let mut parts: Vec<&str> = fact.words.iter().map(|w| w.as_str()).collect();
        parts.sort_unstable();
        alike.entry(parts).or_default().push(id);
    }
    let (told, left): (Vec<_>, Vec<_>) = alike.into_values().partition(|ids| articles(ids, claims).len() > 1);
    let left: Vec<ClaimId> = left.into_iter().flatten().collect();
    let once = left.len() == articles(&left, claims).len();
    told.into_iter().chain(once.then_some(left)).collect()
}
