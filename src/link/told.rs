//! The prepared claims of a story → which are an article's chief answers, and what their sentences count besides.

use std::collections::{BTreeMap, BTreeSet};

use super::story::Prepared;
use crate::compare::{Comparable, Relation};
use crate::english::{Class, predicate_class};
use crate::model::{Claim, Kind, Standing, Value};

/// Sets `principal`.
pub(super) fn mark_principal(claims: &mut [Prepared<'_>]) {
    let mut first: BTreeMap<(u32, Standing), Comparable<'_>> = BTreeMap::new();
    for p in claims.iter_mut() {
        let Some(standing) = p.claim.standing else { continue };
        let known = *first.entry((p.claim.article, standing)).or_insert(p.traits.value);
        p.principal = p.traits.value.relation(p.claim.kind, &known) != Relation::Exclude;
    }
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
