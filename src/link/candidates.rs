//! Claims → pairs worth scoring: same sort of value and, where there are many such claims, words in common.
//!
//! Two outlets may answer one question without a common word ("Three dead", "The toll stands at 3"), so in a story of a
//! few articles every claim meets every other of its sort. Where those are too many, an inverted index keeps this
//! near-linear: a claim looks only at claims that share a word with it, and keeps the best few.

use std::collections::BTreeMap;

use super::story::Story;
use crate::model::{Claim, Kind, Relation, Unit, Value, relation};

/// Most partners that one claim is scored against.
const PARTNERS: usize = 160;
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
    let mut sorts: BTreeMap<(u8, bool), Vec<u32>> = BTreeMap::new();
    for (i, a) in (0u32..).zip(&story.claims).filter(|(_, a)| a.claim.kind.is_numeric()) {
        sorts.entry(family(a.claim)).or_default().push(i);
    }
    let index = index(story);
    let mut pairs = Vec::new();
    for sort in sorts.values() {
        for &i in sort {
            let partners = if sort.len() <= PARTNERS { sort.clone() } else { nearest(story, &index, i) };
            pairs.extend(
                partners.into_iter().filter(|&j| may_meet(story, i, j)).map(|j| (i.min(j), i.max(j))),
            );
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn may_meet(story: &Story<'_>, i: u32, j: u32) -> bool {
    let claim = |i: u32| story.claims.get(i as usize).map(|p| p.claim);
    matches!((claim(i), claim(j)), (Some(a), Some(b)) if comparable(a, b))
}

/// The claims whose sentences have most words in common with one's own.
fn nearest(story: &Story<'_>, index: &[Vec<(u32, f64)>], i: u32) -> Vec<u32> {
    let mut overlap: BTreeMap<u32, f64> = BTreeMap::new();
    for &(word, weight) in story.claims.get(i as usize).map_or(&[][..], |a| &a.sentence) {
        let Some(others) = index.get(word as usize).filter(|o| o.len() <= COMMON) else { continue };
        for &(j, w) in others {
            *overlap.entry(j).or_default() += weight * w;
        }
    }
    let mut best: Vec<(u32, f64)> = overlap.into_iter().filter(|&(j, _)| may_meet(story, i, j)).collect();
    best.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    best.into_iter().take(PARTNERS).map(|(j, _)| j).collect()
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
