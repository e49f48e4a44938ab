//! Claims of attributes → slots: what several articles tell of one attribute of one holder.
//!
//! Who has a name is one holder in all articles. Who has none is known by the age, else only where the article tells the
//! attribute of nobody else; and only between articles that tell of one event, which their names show.

mod events;
mod slips;

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{fact, people::People};
use super::traits::sex;
use crate::english;
use crate::english::attributes::{Filler, Holder, attribute};
use crate::model::{Claim, ClaimId, Gender};

/// Who or what holds an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whom<'c> {
    /// The bearer of a name, by number.
    Bearer(u32),
    /// A named thing.
    Named(&'c str),
    /// Somebody whose age is told, in the articles of one event.
    Aged(u32, u32),
    /// A thing called by a noun, in the articles of one event.
    Noun(u32, &'c str),
    /// Whoever is told of in the articles of one event, where that is clear without a name.
    Only(u32),
    /// Somebody without a name or age, in one article.
    Somebody(u32, &'c str),
}

/// A question without its holder: the attribute and its detail.
type Asked<'c> = (&'static str, &'c str);

type Groups<'c> = BTreeMap<Whom<'c>, Vec<ClaimId>>;

/// The slots with claims of two or more articles, in order of their first claim.
pub(super) fn slots(claims: &[Claim], people: &People) -> Vec<Vec<ClaimId>> {
    let events = events::of(claims);
    let event = |article: u32| events.get(article as usize).copied().unwrap_or(article);
    let mut asked: BTreeMap<Asked<'_>, Groups<'_>> = BTreeMap::new();
    for (id, claim) in (0u32..).map(ClaimId).zip(claims) {
        let Some((name, fact)) = fact(claim).and_then(|f| Some((f.matter.attribute()?, f))) else { continue };
        let whom = whom(name, claim, people, event(claim.article));
        asked.entry((name, &fact.detail)).or_default().entry(whom).or_default().push(id);
    }
    let mut slots = Vec::new();
    let names = slips::names(claims);
    for ((name, _), mut groups) in asked {
        if attribute(name).is_some_and(|a| a.filler == Filler::Person) {
            slots.extend(groups.values().flat_map(|ids| slips::slots(ids, claims, &names)));
            continue;
        }
        join_aged(&mut groups, claims, &event);
        join_only(&mut groups, claims, &event);
        slots.extend(groups.into_values().filter(|ids| articles(ids, claims).len() > 1));
    }
    for slot in &mut slots {
        slot.sort_unstable();
    }
    slots.sort();
    slots
}

fn articles(ids: &[ClaimId], claims: &[Claim]) -> BTreeSet<u32> {
    ids.iter().filter_map(|id| claims.get(id.0 as usize)).map(|c| c.article).collect()
}

fn whom<'c>(name: &str, claim: &'c Claim, people: &People, event: u32) -> Whom<'c> {
    let subject = &claim.subject;
    let holder = attribute(name).map_or(Holder::Event, |a| a.holder);
    if holder == Holder::Event {
        return Whom::Only(event);
    }
    if holder == Holder::Thing {
        let named = subject.words.starts_with(char::is_uppercase) && subject.head.contains(' ');
        return if named { Whom::Named(&subject.head) } else { Whom::Noun(event, thing(&subject.head)) };
    }
    match (people.number(claim), subject.age) {
        (Some(number), _) => Whom::Bearer(number),
        (None, Some(age)) => Whom::Aged(event, age),
        (None, None) => Whom::Somebody(claim.article, somebody(&subject.head)),
    }
}

/// One noun for things that are called by several.
fn thing(noun: &str) -> &str {
    let of = |class: &str| english::attributes::is_in_class(noun, class);
    if of("shares") {
        "share"
    } else if of("fires") {
        "fire"
    } else {
        noun
    }
}

/// A pronoun stands for whoever the article tells of.
fn somebody(head: &str) -> &str {
    match head {
        "he" | "him" => "he",
        "she" | "her" => "she",
        "victim" | "suspect" => "",
        head if english::attributes::is_in_class(head, "pronoun") => "",
        head => head,
    }
}

/// What is told of a 22-year-old is told of the one person of that age who is named in the articles of the event.
fn join_aged(groups: &mut Groups<'_>, claims: &[Claim], event: &impl Fn(u32) -> u32) {
    let mut named: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
    for (whom, ids) in groups.iter() {
        let Whom::Bearer(number) = *whom else { continue };
        for claim in ids.iter().filter_map(|id| claims.get(id.0 as usize)) {
            if let Some(age) = claim.subject.age {
                named.entry((event(claim.article), age)).or_default().insert(number);
            }
        }
    }
    let bearer = |event: u32, age: u32| -> Option<Whom<'_>> {
        let bearers = named.get(&(event, age)).filter(|n| n.len() == 1)?;
        bearers.first().map(|&number| Whom::Bearer(number))
    };
    join(groups, |whom| match whom {
        Whom::Aged(event, age) => bearer(event, age),
        _ => None,
    });
    // "The toddler" is the only one of an age to be called so.
    let aged: BTreeSet<(u32, u32)> = groups
        .keys()
        .filter_map(|w| if let Whom::Aged(event, age) = *w { Some((event, age)) } else { None })
        .chain(named.keys().copied())
        .collect();
    join(groups, |whom| {
        let Whom::Somebody(article, noun) = whom else { return None };
        let &(_, from, to) = YOUNG.iter().find(|y| y.0 == noun)?;
        let mut fitting = aged.range((event(article), from)..=(event(article), to));
        let &(event, age) = fitting.next().filter(|_| fitting.next().is_none())?;
        if named.contains_key(&(event, age)) { bearer(event, age) } else { Some(Whom::Aged(event, age)) }
    });
}

/// Where each of two articles of one event tells the attribute of one person only, and one of them gives no name, it is
/// the same person, if sex and age allow.
fn join_only(groups: &mut Groups<'_>, claims: &[Claim], event: &impl Fn(u32) -> u32) {
    let mut holders: BTreeMap<u32, BTreeSet<Whom<'_>>> = BTreeMap::new();
    for (&whom, ids) in groups.iter() {
        for article in articles(ids, claims) {
            holders.entry(article).or_default().insert(whom);
        }
    }
    let mut only: BTreeMap<u32, BTreeSet<Whom<'_>>> = BTreeMap::new();
    for (article, whom) in holders.iter().filter(|(_, h)| h.len() == 1) {
        only.entry(event(*article)).or_default().extend(whom);
    }
    let known = |event: u32| -> Option<Option<Whom<'_>>> {
        let mut known =
            only.get(&event)?.iter().filter(|w| matches!(w, Whom::Bearer(_) | Whom::Aged(..))).copied();
        let first = known.next();
        known.next().is_none().then_some(first)
    };
    let traits: BTreeMap<Whom<'_>, Traits> =
        groups.iter().map(|(&whom, ids)| (whom, Traits::of(ids, claims))).collect();
    join(groups, |whom| {
        let Whom::Somebody(article, _) = whom else { return None };
        if holders.get(&article).is_none_or(|h| h.len() != 1) {
            return None;
        }
        let event = event(article);
        let target = known(event)?.unwrap_or(Whom::Only(event));
        let fits = traits.get(&target).is_none_or(|t| traits.get(&whom).is_some_and(|own| own.fit(t)));
        let strangers = target == Whom::Only(event)
            && only
                .get(&event)?
                .iter()
                .any(|o| !traits.get(o).zip(traits.get(&whom)).is_some_and(|(a, b)| a.fit(b)));
        (fits && !strangers).then_some(target)
    });
}

/// Puts each group to the one that `to` gives for it.
fn join<'c>(groups: &mut Groups<'c>, to: impl Fn(Whom<'c>) -> Option<Whom<'c>>) {
    let moves: Vec<(Whom<'c>, Whom<'c>)> =
        groups.keys().filter_map(|&whom| Some((whom, to(whom)?))).collect();
    for (from, to) in moves {
        if let Some(ids) = groups.remove(&from) {
            groups.entry(to).or_default().extend(ids);
        }
    }
}

/// What is known of a holder's person.
#[derive(Debug, Clone, Copy, Default)]
struct Traits {
    sex: Option<Gender>,
    ages: Option<(u32, u32)>,
}

/// Nouns for people of some ages.
const YOUNG: &[(&str, u32, u32)] =
    &[("infant", 0, 1), ("baby", 0, 1), ("toddler", 1, 3), ("teen", 13, 19), ("teenager", 13, 19)];

impl Traits {
    fn of(ids: &[ClaimId], claims: &[Claim]) -> Traits {
        let mut traits = Traits::default();
        for subject in ids.iter().filter_map(|id| claims.get(id.0 as usize)).map(|c| &c.subject) {
            let named = subject.words.starts_with(char::is_uppercase) && subject.words.contains(' ');
            // "Le" and "Jo" are family names and men's as well.
            let first = subject.words.split(' ').next().filter(|w| named && w.len() > 2);
            let told = match subject.head.as_str() {
                "he" | "him" => Some(Gender::Male),
                "she" | "her" => Some(Gender::Female),
                noun => sex(noun),
            };
            traits.sex = traits.sex.or(told).or_else(|| first.and_then(english::first_name).flatten());
            let young = YOUNG.iter().find(|y| y.0 == subject.head).map(|y| (y.1, y.2));
            traits.ages = traits.ages.or(subject.age.map(|a| (a, a))).or(young);
        }
        traits
    }

    /// Can the two be one person?
    fn fit(self, other: &Traits) -> bool {
        let sex = self.sex.zip(other.sex).is_none_or(|(a, b)| a == b);
        let ages = self.ages.zip(other.ages).is_none_or(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
        sex && ages
    }
}
