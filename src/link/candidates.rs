//! Claims → pairs worth scoring: same sort of value and, where there are many such claims, words in common.
//!
//! Two outlets may answer one question without a common word ("Three dead", "The toll stands at 3"), so in a story of a
//! few articles every claim meets every other of its sort. Where those are too many, an inverted index keeps this
//! near-linear: a claim looks only at claims that share a word with it, and keeps the best few.

use std::collections::BTreeMap;

use super::overlap::{Overlap, best};
use super::story::{Bag, Story};
use crate::model::{Claim, Kind, Relation, Unit, Value, relation};

/// Most partners that one claim is scored against.
const PARTNERS: usize = 160;
/// Pairs of one sort from which on a claim is scored against fewer, so that time and memory stay in proportion.
const PAIRS: usize = 200_000;
/// Fewest partners that one claim is scored against.
const FEWEST: usize = 24;
/// A word that stands in more claims of a sort than this no longer proposes pairs.
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
    let mut pairs = Vec::new();
    for sort in sorts.values() {
        let proposed = if sort.len() <= PARTNERS { all(story, sort) } else { nearest(story, sort) };
        pairs.extend(proposed);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn may_meet(story: &Story<'_>, i: u32, j: u32) -> bool {
    let claim = |i: u32| story.claims.get(i as usize).map(|p| p.claim);
    matches!((claim(i), claim(j)), (Some(a), Some(b)) if comparable(a, b))
}

/// Every two claims of a sort that may meet.
fn all(story: &Story<'_>, sort: &[u32]) -> Vec<(u32, u32)> {
    let later = |n: usize, i: u32| sort.iter().skip(n + 1).map(move |&j| (i, j));
    let pairs = sort.iter().enumerate().flat_map(|(n, &i)| later(n, i));
    pairs.filter(|&(i, j)| may_meet(story, i, j)).collect()
}

/// Each claim with those whose sentences have most words in common with its own.
fn nearest(story: &Story<'_>, sort: &[u32]) -> Vec<(u32, u32)> {
    let bags: Vec<&Bag> =
        sort.iter().filter_map(|&i| story.claims.get(i as usize)).map(|p| &p.sentence).collect();
    let mut overlap = Overlap::new(bags.iter().copied(), story.weights.len(), COMMON);
    let most = (PAIRS / sort.len().max(1)).clamp(FEWEST, PARTNERS);
    let mut pairs = Vec::new();
    for (&i, bag) in sort.iter().zip(&bags) {
        let named = |(place, shared): (u32, f64)| Some((*sort.get(place as usize)?, shared));
        let others = overlap.of(bag).into_iter().filter_map(named);
        let near = best(others.filter(|&(j, _)| may_meet(story, i, j)).collect(), most);
        pairs.extend(near.into_iter().map(|(j, _)| (i.min(j), i.max(j))));
    }
    pairs
}
