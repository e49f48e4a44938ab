//! Claims → pairs worth scoring: same sort of value, and a word or the value itself in common.
//!
//! An inverted index keeps this near-linear: every claim looks only at claims that share one of its weightiest words,
//! and keeps the best few.

use std::collections::BTreeMap;

use super::story::Story;
use crate::model::{Claim, Kind, Relation, Unit, Value, relation};

/// Most partners that one claim is scored against.
const PARTNERS: usize = 60;
/// A word that stands in more claims than this no longer proposes pairs.
const COMMON: usize = 400;

/// May two claims of different articles answer one question?
pub(crate) fn comparable(a: &Claim, b: &Claim) -> bool {
    let of_one_dimension = !matches!(a.value, Value::Quantity(_))
        || relation(a.kind, &a.value, &b.value) != Relation::Incomparable;
    a.article != b.article && a.kind.is_numeric() && family(a) == family(b) && of_one_dimension
}

fn family(claim: &Claim) -> (u8, bool) {
    let kind = match claim.kind {
        Kind::Score | Kind::Vote => 1,
        Kind::Percent | Kind::Ratio => 2,
        other => 10 + other as u8,
    };
    let points = matches!(&claim.value, Value::Quantity(q) if q.unit == Unit::Point);
    (kind, points)
}

/// The pairs `(a, b)`, `a < b`, in order.
pub(crate) fn pairs(story: &Story<'_>) -> Vec<(u32, u32)> {
    let index = index(story);
    let mut pairs = Vec::new();
    let mut overlap: BTreeMap<u32, f64> = BTreeMap::new();
    for (i, a) in (0u32..).zip(&story.claims) {
        overlap.clear();
        for &(word, weight) in &a.sentence {
            let Some(others) = index.get(word as usize).filter(|o| o.len() <= COMMON) else { continue };
            for &(j, w) in others.iter().filter(|&&(j, _)| j != i) {
                *overlap.entry(j).or_default() += weight * w;
            }
        }
        let mut best: Vec<(u32, f64)> = overlap
            .iter()
            .filter(|&(&j, _)| story.claims.get(j as usize).is_some_and(|b| comparable(a.claim, b.claim)))
            .map(|(&j, &s)| (j, s))
            .collect();
        best.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        pairs.extend(best.into_iter().take(PARTNERS).map(|(j, _)| (i.min(j), i.max(j))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For every word, the claims whose sentence has it, with its weight there.
fn index(story: &Story<'_>) -> Vec<Vec<(u32, f64)>> {
    let mut index = vec![Vec::new(); story.weights.len()];
    for (i, claim) in (0u32..).zip(&story.claims) {
        for &(word, weight) in &claim.sentence {
            if let Some(list) = index.get_mut(word as usize) {
                list.push((i, weight));
            }
        }
    }
    index
}
