//! The prepared claims of a story → what each article tells of tolls and of ages, by article and by sentence.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::story::Prepared;
use crate::compare::{Comparable, Relation};
use crate::english::{Class, predicate_class};
use crate::model::{Claim, Kind, Standing, Value};

/// The questions whose answers are tolls.
pub(super) const TOLLS: [Standing; 3] = [Standing::Killed, Standing::Hurt, Standing::Struck];

/// What each article tells of tolls and ages.
pub(crate) struct Told<'c> {
    /// Articles that count anybody killed, hurt or struck.
    with_toll: BTreeSet<u32>,
    ages: HashSet<(u32, &'c Value)>,
    /// By article and sentence the places of the ages among the prepared claims.
    aged: HashMap<(u32, u32), Vec<u32>>,
}

impl<'c> Told<'c> {
    pub(super) fn of(claims: &[Prepared<'c>]) -> Told<'c> {
        let with_toll = claims.iter().filter(|p| is_toll(p)).map(|p| p.claim.article).collect();
        let mut aged: HashMap<(u32, u32), Vec<u32>> = HashMap::new();
        let mut ages = HashSet::new();
        for (place, p) in (0u32..).zip(claims).filter(|(_, p)| p.claim.kind == Kind::Age) {
            aged.entry((p.claim.article, p.claim.sentence_index)).or_default().push(place);
            ages.insert((p.claim.article, &p.claim.value));
        }
        Told { with_toll, ages, aged }
    }

    /// Does an article count anybody killed, hurt or struck?
    pub(super) fn has_toll(&self, article: u32) -> bool {
        self.with_toll.contains(&article)
    }

    /// Is anybody of an article so old?
    pub(super) fn has_age(&self, article: u32, age: &Value) -> bool {
        self.ages.contains(&(article, age))
    }

    /// The ages in a claim's sentence, of all prepared claims.
    pub(super) fn ages_beside<'s>(
        &'s self,
        claims: &'s [Prepared<'c>],
        claim: &Prepared<'_>,
    ) -> impl Iterator<Item = &'s Prepared<'c>> {
        let own = (claim.claim.article, claim.claim.sentence_index);
        let places = self.aged.get(&own).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|&place| claims.get(place as usize))
    }
}

/// Sets `principal`.
pub(super) fn mark_principal(claims: &mut [Prepared<'_>]) {
    let mut first: BTreeMap<(u32, Standing), Comparable<'_>> = BTreeMap::new();
    for p in claims.iter_mut() {
        let Some(standing) = p.claim.standing else { continue };
        let known = *first.entry((p.claim.article, standing)).or_insert(p.traits.value);
        p.principal = p.traits.value.relation(p.claim.kind, &known) != Relation::Exclude;
    }
}

fn is_toll(p: &Prepared<'_>) -> bool {
    p.claim.standing.is_some_and(|s| TOLLS.contains(&s)) && at_least(p.claim, 1)
}

/// Does it count at least so many?
fn at_least(claim: &Claim, n: u32) -> bool {
    matches!(&claim.value, Value::Quantity(q) if q.interval.lower().value().is_some_and(|l| l >= n.into()))
}

/// Sets `beside` and `several`.
pub(super) fn set_beside(claims: &mut [Prepared<'_>]) {
    let mut told: BTreeMap<(u32, u32), Vec<(Standing, Comparable<'_>)>> = BTreeMap::new();
    let sentence = |p: &Prepared<'_>| (p.claim.article, p.claim.sentence_index);
    for p in claims.iter().filter(|p| p.claim.kind == Kind::Count) {
        if let Some(standing) = p.claim.standing {
            told.entry(sentence(p)).or_default().push((standing, p.traits.value));
        }
    }
    let several: BTreeSet<(u32, u32)> =
        claims.iter().filter(|p| counts_incidents(p.claim)).map(&sentence).collect();
    for p in claims.iter_mut() {
        p.several = several.contains(&sentence(p));
        let own = p.claim.standing;
        let all = told.get(&sentence(p)).filter(|_| own.is_some()).into_iter().flatten();
        p.beside = all.filter(|(standing, _)| Some(*standing) != own).copied().collect();
    }
}

/// "A pair of shootings", "17 shootings".
fn counts_incidents(claim: &Claim) -> bool {
    const INCIDENTS: &[&str] = &["shoot", "stab", "attack", "bomb", "crash", "burn", "rob"];
    let class = predicate_class(&claim.subject.head).map(Class::name);
    claim.kind == Kind::Count && at_least(claim, 2) && class.is_some_and(|c| INCIDENTS.contains(&c))
}
