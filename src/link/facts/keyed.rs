//! Offices and homes of one person, stages of one ladder → slots, by who is spoken of.

use std::collections::{BTreeMap, BTreeSet};

use super::fact;
use super::people::People;
use crate::model::{Claim, ClaimId, Matter};

/// What a slot asks: the matter, its ladder, and the number of the bearer (none: nobody is named).
type Key<'c> = (Matter, &'c str, Option<u32>);

/// The slots with claims of two or more articles, in order of their first claim.
pub(super) fn slots(claims: &[Claim], people: &People) -> Vec<Vec<ClaimId>> {
    let mut groups: BTreeMap<Key<'_>, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in (0u32..).map(ClaimId).zip(claims) {
        let Some(fact) = fact(claim) else { continue };
        if matches!(fact.matter, Matter::Office | Matter::Home | Matter::Stage) {
            groups.entry((fact.matter, &fact.axis, people.number(claim))).or_default().push(id);
        }
    }
    take_in_unnamed(&mut groups, claims);
    let article = |id: &ClaimId| claims.get(id.0 as usize).map(|c| c.article);
    let several = |ids: &Vec<ClaimId>| ids.iter().map(article).collect::<BTreeSet<_>>().len() > 1;
    let mut slots: Vec<Vec<ClaimId>> = groups.into_values().filter(several).collect();
    for slot in &mut slots {
        slot.sort_unstable();
    }
    slots.sort();
    slots
}

/// What is told of nobody by name is told of the one who is named most, where one is.
fn take_in_unnamed(groups: &mut BTreeMap<Key<'_>, Vec<ClaimId>>, claims: &[Claim]) {
    let unnamed: Vec<Key<'_>> =
        groups.keys().filter(|k| k.2.is_none() && k.0 != Matter::Office).copied().collect();
    let articles = |ids: &[ClaimId]| {
        ids.iter()
            .filter_map(|id| claims.get(id.0 as usize))
            .map(|c| c.article)
            .collect::<BTreeSet<_>>()
            .len()
    };
    for key in unnamed {
        let named = groups.iter().filter(|(k, _)| (k.0, k.1) == (key.0, key.1) && k.2.is_some());
        let most =
            named.max_by_key(|(k, ids)| (articles(ids), ids.len(), std::cmp::Reverse(k.2))).map(|(k, _)| *k);
        if let Some(target) = most
            && let Some(ids) = groups.remove(&key)
        {
            groups.entry(target).or_default().extend(ids);
        }
    }
}
