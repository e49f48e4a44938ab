//! Fact claims → slots: offices and homes of one person, stages of one matter, events told by several outlets.
//!
//! What a person is, and how far a matter has come, is asked of everybody alike: those slots follow from who is spoken of
//! (`keyed`). Events, places and causes are linked pair by pair by a learned scorer (`pairs`), each claim at most to one
//! claim of another article.

mod keyed;
mod pairs;
mod people;

use std::sync::LazyLock;

pub use pairs::{NAMES, Vector};

use super::scorer::Scorer;
use super::{Link, LinkerError};
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
fn fact(claim: &Claim) -> Option<&Fact> {
    match &claim.value {
        Value::Fact(fact) => Some(fact),
        _ => None,
    }
}

/// The slots of a story's facts, and the links between events that made them.
pub(crate) fn link(claims: &[Claim], scorer: &Scorer) -> (Vec<Vec<ClaimId>>, Vec<(Link, Vector)>) {
    let people = people::People::of(claims);
    let mut slots = keyed::slots(claims, &people);
    let scored: Vec<(Link, Vector)> = pairs::pairs(claims, &people)
        .into_iter()
        .map(|(a, b, vector)| (Link { a, b, score: scorer.probability(&vector) }, vector))
        .filter(|(l, _)| l.score >= JOIN)
        .collect();
    slots.extend(cluster(claims, &scored));
    (slots, scored)
}

/// Every candidate pair of a story with its feature vector: what the scorer is trained on.
#[must_use]
pub fn candidate_pairs(claims: &[Claim]) -> Vec<(ClaimId, ClaimId, Vector)> {
    pairs::pairs(claims, &people::People::of(claims))
}

/// The surest pair first; a slot takes one claim of an article.
fn cluster(claims: &[Claim], links: &[(Link, Vector)]) -> Vec<Vec<ClaimId>> {
    let mut order: Vec<&Link> = links.iter().map(|(l, _)| l).collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let article = |id: &ClaimId| claims.get(id.0 as usize).map_or(0, |c| c.article);
    let mut slots: Vec<Vec<ClaimId>> = Vec::new();
    for link in order {
        let of = |id: ClaimId| slots.iter().position(|s| s.contains(&id));
        match (of(link.a), of(link.b)) {
            (None, None) => slots.push(vec![link.a, link.b]),
            (Some(s), None) | (None, Some(s)) => {
                let Some(slot) = slots.get_mut(s) else { continue };
                let new = if slot.contains(&link.a) { link.b } else { link.a };
                if !slot.iter().any(|m| article(m) == article(&new)) {
                    slot.push(new);
                }
            }
            (Some(s), Some(t)) if s != t => {
                let (low, high) = (s.min(t), s.max(t));
                let apart = |x: &[ClaimId], y: &[ClaimId]| {
                    !x.iter().any(|m| y.iter().any(|n| article(m) == article(n)))
                };
                if let (Some(x), Some(y)) = (slots.get(low), slots.get(high))
                    && apart(x, y)
                {
                    let moved = slots.remove(high);
                    if let Some(slot) = slots.get_mut(low) {
                        slot.extend(moved);
                    }
                }
            }
            _ => {}
        }
    }
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
