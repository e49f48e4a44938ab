//! Fact claims → slots: attributes of one holder, and events told by several outlets.
//!
//! What is asked of everybody alike is linked by who is spoken of (`link::attributes`). Events, places and causes are
//! linked pair by pair by a learned scorer (`pairs`), each claim at most to one claim of another article.

mod pairs;
pub(super) mod people;

use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use pairs::{NAMES, Vector};

use super::scorer::Scorer;
use super::{Link, LinkerError, Reasons};
use crate::model::{Claim, ClaimId, Fact, Value};

const EMBEDDED: &str = include_str!("../../../models/facts.json");

/// A pair of events must be this sure to start or join a slot.
const JOIN: f64 = 0.06;

/// The weights that the program carries; a test holds them to this version's features.
pub fn embedded() -> &'static Scorer {
    static SCORER: LazyLock<Scorer> = LazyLock::new(|| from_json(EMBEDDED).unwrap_or_default());
    &SCORER
}

/// Reads weights from JSON.
///
/// # Errors
/// When the text is not JSON of the right form or names other features.
pub fn from_json(json: &str) -> Result<Scorer, LinkerError> {
    let scorer: Scorer = serde_json::from_str(json)?;
    if scorer.fits(NAMES.into_iter()) { Ok(scorer) } else { Err(LinkerError::Features) }
}

/// The fact that a claim tells.
pub(super) fn fact(claim: &Claim) -> Option<&Fact> {
    match &claim.value {
        Value::Fact(fact) => Some(fact),
        _ => None,
    }
}

/// The slots of a story's facts, and the links between events that made them.
pub(crate) fn link(claims: &[Claim], scorer: &Scorer) -> (Vec<Vec<ClaimId>>, Vec<(Link, Reasons)>) {
    let people = people::People::of(claims);
    let mut slots = super::attributes::slots(claims, &people);
    let scored = pairs::each(claims, &people, |a, b, vector| {
        let score = scorer.probability(&vector);
        let reasons = || scorer.reasons_of(NAMES.into_iter(), &vector);
        (score >= JOIN).then(|| (Link { a, b, score }, reasons()))
    });
    slots.extend(cluster(claims, &scored));
    (slots, scored)
}

/// Every candidate pair of a story with its feature vector: what the scorer is trained on.
#[must_use]
pub fn candidate_pairs(claims: &[Claim]) -> Vec<(ClaimId, ClaimId, Vector)> {
    pairs::each(claims, &people::People::of(claims), |a, b, vector| Some((a, b, vector)))
}

/// A slot's claims by article: it takes one of each.
type Slot = BTreeMap<u32, ClaimId>;

/// The surest pair first; two slots become one where no article is in both.
fn cluster(claims: &[Claim], links: &[(Link, Reasons)]) -> Vec<Vec<ClaimId>> {
    let mut order: Vec<&Link> = links.iter().map(|(l, _)| l).collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let alone = |id: ClaimId| Slot::from([(claims.get(id.0 as usize).map_or(0, |c| c.article), id)]);
    // A claim is in the slot of its place; one that joined another leaves an empty slot behind.
    let mut place: BTreeMap<ClaimId, usize> = BTreeMap::new();
    let mut slots: Vec<Slot> = Vec::new();
    for link in order {
        let [a, b] = [link.a, link.b].map(|id| {
            *place.entry(id).or_insert_with(|| {
                slots.push(alone(id));
                slots.len() - 1
            })
        });
        let (Some(left), Some(right)) = (slots.get(a), slots.get(b)) else { continue };
        let (large, small, to) = if left.len() >= right.len() { (left, right, a) } else { (right, left, b) };
        if a == b || small.keys().any(|article| large.contains_key(article)) {
            continue;
        }
        let moved = slots.get_mut(if to == a { b } else { a }).map(std::mem::take).unwrap_or_default();
        place.extend(moved.values().map(|&id| (id, to)));
        if let Some(slot) = slots.get_mut(to) {
            slot.extend(moved);
        }
    }
    let mut slots: Vec<Vec<ClaimId>> =
        slots.into_iter().filter(|s| s.len() > 1).map(|s| s.into_values().collect()).collect();
    for slot in &mut slots {
        slot.sort_unstable();
    }
    slots.sort();
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_weights_fit() {
        assert!(from_json(EMBEDDED).is_ok());
    }
}
