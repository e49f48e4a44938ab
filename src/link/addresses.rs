//! Address claims → slots: the places on one street that articles tell of.
//!
//! Addresses that can be one place go together. Two groups of which every article of the one is none of the other's
//! are rivals when they stand on one street at other numbers, or when one street seems to bear two names, and both are
//! told of in like words: an outlet that names both places means two.

use std::collections::BTreeSet;

use crate::lex::{self, Class};
use crate::model::{Address, AddressRelation, Claim, ClaimId, Value, address_relation};

/// Content words that sentences on one thing share, besides the names: fewer where the street's names are alike, too.
const SHARED: usize = 3;
const SHARED_BY_ALIKE: usize = 2;

struct Placed<'c> {
    id: ClaimId,
    claim: &'c Claim,
    address: &'c Address,
}

type Group<'p, 'c> = Vec<&'p Placed<'c>>;

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
    let several = |g: &&Group<'_, '_>| articles(g).len() > 1;
    groups.iter().filter(several).map(|g| ids(g)).collect()
}

fn ids(group: &[&Placed<'_>]) -> Vec<ClaimId> {
    let mut ids: Vec<ClaimId> = group.iter().map(|p| p.id).collect();
    ids.sort_unstable();
    ids
}

fn articles(group: &[&Placed<'_>]) -> BTreeSet<u32> {
    group.iter().map(|p| p.claim.article).collect()
}

/// Groups of addresses that can be one place. Those with a number come first, so that a bare street name does not join
/// two numbers that exclude each other.
fn places<'p, 'c>(placed: &'p [Placed<'c>]) -> Vec<Group<'p, 'c>> {
    let (numbered, bare): (Vec<&Placed<'c>>, Vec<&Placed<'c>>) =
        placed.iter().partition(|p| p.address.number.is_some());
    let mut groups: Vec<Group<'p, 'c>> = Vec::new();
    for one in numbered.into_iter().chain(bare) {
        let fits = |g: &&mut Group<'p, 'c>| {
            let how = |p: &&Placed<'_>| address_relation(p.address, one.address);
            let together = |r| matches!(r, AddressRelation::Same | AddressRelation::Meet);
            g.iter().any(|p| together(how(p))) && !g.iter().any(|p| how(p) == AddressRelation::OtherNumber)
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// Joins the groups that answer one question in two ways.
fn rivals<'p, 'c>(groups: Vec<Group<'p, 'c>>) -> Vec<Group<'p, 'c>> {
    let mut joined: Vec<Group<'p, 'c>> = Vec::new();
    for group in groups {
        match joined.iter_mut().find(|g| rival(g, &group)) {
            Some(other) => other.extend(group),
            None => joined.push(group),
        }
    }
    joined
}

fn rival(a: &[&Placed<'_>], b: &[&Placed<'_>]) -> bool {
    let apart = articles(a).is_disjoint(&articles(b));
    let meets = |x: &Placed<'_>, y: &Placed<'_>| match address_relation(x.address, y.address) {
        AddressRelation::OtherName if x.address.number.is_some() => {
            x.address.number == y.address.number || like(x.claim, y.claim, SHARED_BY_ALIKE)
        }
        AddressRelation::OtherName => like(x.claim, y.claim, SHARED_BY_ALIKE),
        // Where somebody lives is not where something happened.
        AddressRelation::OtherNumber => home(x.claim) == home(y.claim) && like(x.claim, y.claim, SHARED),
        _ => false,
    };
    apart && a.iter().any(|x| b.iter().any(|y| meets(x, y)))
}

/// Do the sentences tell of one thing, as far as their words say: an event by whatever verb, or words in common?
fn like(a: &Claim, b: &Claim, least: usize) -> bool {
    let lemmas = |c: &Claim| -> BTreeSet<String> {
        c.context.iter().filter(|w| !w.name).map(|w| w.lemma.to_string()).collect()
    };
    let classes = |c: &Claim| -> BTreeSet<Class> {
        let all = c.context.iter().filter_map(|w| lex::predicate_class(&w.lemma));
        all.filter(|class| !matches!(class.name(), "say" | "report")).collect()
    };
    lemmas(a).intersection(&lemmas(b)).count() >= least || !classes(a).is_disjoint(&classes(b))
}

fn home(claim: &Claim) -> bool {
    claim.context.iter().any(|w| matches!(w.lemma.as_str(), "live" | "reside" | "resident"))
}
