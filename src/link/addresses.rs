//! Address claims → slots: the places on one street that articles tell of.
//!
//! Addresses that can be one place go together. Two groups of which every article of the one is none of the other's
//! are rivals when they stand on one street at other numbers, or when one street seems to bear two names, and both are
//! told of in like words: an outlet that names both places means two.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::{AddressRelation, address_relation};
use crate::english::{self, Class};
use crate::model::{Address, Claim, ClaimId, ContextWord, Value};

/// Content words that sentences on one thing share, besides the names: fewer where the street's names are alike, too.
const SHARED: usize = 3;
const SHARED_BY_ALIKE: usize = 2;

struct Placed<'c> {
    id: ClaimId,
    claim: &'c Claim,
    address: &'c Address,
}

/// Addresses that are put together.
#[derive(Default)]
struct Group<'p, 'c> {
    members: Vec<&'p Placed<'c>>,
    articles: BTreeSet<u32>,
    /// Each address once: many articles give one in the same words.
    addresses: BTreeSet<&'c Address>,
}

impl<'p, 'c> Group<'p, 'c> {
    fn take(&mut self, one: &'p Placed<'c>) {
        self.members.push(one);
        self.articles.insert(one.claim.article);
        self.addresses.insert(one.address);
    }

    /// Returns whether the address can be of this place.
    fn fits(&self, address: &Address) -> bool {
        let how = |known: &&Address| address_relation(known, address);
        let together = |r| matches!(r, AddressRelation::Same | AddressRelation::Meet);
        self.addresses.iter().any(|a| together(how(a)))
            && !self.addresses.iter().any(|a| how(a) == AddressRelation::OtherNumber)
    }
}

/// One slot for each street or place on it that two articles or more tell of.
pub(super) fn slots(claims: &[Claim]) -> Vec<Vec<ClaimId>> {
    let placed: Vec<Placed<'_>> = (0u32..)
        .zip(claims)
        .filter_map(|(id, claim)| match &claim.value {
            Value::Address(address) => Some(Placed { id: ClaimId(id), claim, address }),
            _ => None,
        })
        .collect();
    let groups = rivals(places(&placed));
    groups.iter().filter(|g| g.articles.len() > 1).map(|g| ids(&g.members)).collect()
}

fn ids(group: &[&Placed<'_>]) -> Vec<ClaimId> {
    let mut ids: Vec<ClaimId> = group.iter().map(|p| p.id).collect();
    ids.sort_unstable();
    ids
}

/// The names of the streets at an address. Addresses of one street have one in common.
fn streets(address: &Address) -> impl Iterator<Item = &str> {
    [Some(&address.street), address.crossing.as_ref()].into_iter().flatten().map(|s| s.name.as_str())
}

/// Groups of addresses that can be one place. Those with a number come first, so that a bare street name does not join
/// two numbers that exclude each other.
fn places<'p, 'c>(placed: &'p [Placed<'c>]) -> Vec<Group<'p, 'c>> {
    let (numbered, bare): (Vec<&Placed<'c>>, Vec<&Placed<'c>>) =
        placed.iter().partition(|p| p.address.number.is_some());
    let mut groups: Vec<Group<'p, 'c>> = Vec::new();
    let mut by_street: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for one in numbered.into_iter().chain(bare) {
        let near: BTreeSet<usize> =
            streets(one.address).filter_map(|name| by_street.get(name)).flatten().copied().collect();
        let fits = |n: &usize| groups.get(*n).is_some_and(|g| g.fits(one.address));
        let place = near.into_iter().find(fits).unwrap_or(groups.len());
        if place == groups.len() {
            groups.push(Group::default());
        }
        if let Some(group) = groups.get_mut(place) {
            group.take(one);
        }
        for name in streets(one.address) {
            by_street.entry(name).or_default().insert(place);
        }
    }
    groups
}

/// Joins the groups that answer one question in two ways.
fn rivals<'p, 'c>(groups: Vec<Group<'p, 'c>>) -> Vec<Group<'p, 'c>> {
    let mut joined: Vec<Group<'p, 'c>> = Vec::new();
    for group in groups {
        match joined.iter_mut().find(|g| rival(g, &group)) {
            Some(other) => group.members.into_iter().for_each(|one| other.take(one)),
            None => joined.push(group),
        }
    }
    joined
}

fn rival(a: &Group<'_, '_>, b: &Group<'_, '_>) -> bool {
    let differ = |x: &Address, y: &Address| {
        matches!(address_relation(x, y), AddressRelation::OtherName | AddressRelation::OtherNumber)
    };
    let one_street = || a.addresses.iter().any(|x| b.addresses.iter().any(|y| differ(x, y)));
    if !a.articles.is_disjoint(&b.articles) || !one_street() {
        return false;
    }
    let meets = |x: &Placed<'_>, y: &Placed<'_>| match address_relation(x.address, y.address) {
        AddressRelation::OtherName if x.address.number.is_some() => {
            x.address.number == y.address.number || like(x.claim, y.claim, SHARED_BY_ALIKE)
        }
        AddressRelation::OtherName => like(x.claim, y.claim, SHARED_BY_ALIKE),
        // Where somebody lives is not where something happened.
        AddressRelation::OtherNumber => home(x.claim) == home(y.claim) && like(x.claim, y.claim, SHARED),
        _ => false,
    };
    a.members.iter().any(|x| b.members.iter().any(|y| meets(x, y)))
}

/// Returns whether the sentences tell of one thing, as far as their words say: an event by whatever verb, or words in common, of
/// which the day is one.
fn like(a: &Claim, b: &Claim, least: usize) -> bool {
    let lemmas = |c: &Claim| -> BTreeSet<String> {
        let told = |w: &&ContextWord| !w.name || english::is_day_or_month(&w.lemma);
        c.context.iter().filter(told).map(|w| w.lemma.to_string()).collect()
    };
    let classes = |c: &Claim| -> BTreeSet<Class> {
        let all = c.context.iter().filter_map(|w| english::predicate_class(&w.lemma));
        all.filter(|class| !matches!(class.name(), "say" | "report")).collect()
    };
    lemmas(a).intersection(&lemmas(b)).count() >= least || !classes(a).is_disjoint(&classes(b))
}

fn home(claim: &Claim) -> bool {
    claim.context.iter().any(|w| matches!(w.lemma.as_str(), "live" | "reside" | "resident"))
}
