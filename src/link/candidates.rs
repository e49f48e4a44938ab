//! Claims → pairs worth scoring: same sort of value and, where there are many such claims, words in common.
//!
//! Two outlets may answer one question without a common word ("Three dead", "The toll stands at 3"), so in a story of a
//! few articles every claim meets every other of its sort. Where those are too many, an inverted index keeps this
//! near-linear: a claim looks only at claims that share a word with it, and keeps the best few.

use std::collections::BTreeMap;

use super::chunks;
use super::overlap::{Overlap, best_that};
use super::story::{Bag, Story};
use crate::compare::{Comparable, Relation};
use crate::model::{Claim, Kind, Unit, Value};

/// Most partners that one claim is scored against.
const PARTNERS: usize = 160;
/// Pairs of one sort from which on a claim is scored against fewer, so that time and memory stay in proportion.
const PAIRS: usize = 200_000;
/// Fewest partners that one claim is scored against.
const FEWEST: usize = 24;
/// A word that stands in more claims of a sort than this proposes only a sample of them, and only where it must.
const COMMON: usize = 400;

/// A claim and its value, ready to be compared.
pub(crate) type Valued<'v> = (&'v Claim, &'v Comparable<'v>);

/// May two claims of different articles answer one question?
pub(crate) fn comparable(a: Valued<'_>, b: Valued<'_>) -> bool {
    a.0.kind.is_numeric() && family(a.0) == family(b.0) && may_meet(a, b)
}

/// The same for claims of one sort.
fn may_meet((a, x): Valued<'_>, (b, y): Valued<'_>) -> bool {
    let of_one_dimension =
        || !matches!(a.value, Value::Quantity(_)) || x.relation(a.kind, y) != Relation::Incomparable;
    a.article != b.article && of_one_dimension()
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
    pairs_and_sampled(story).0
}

/// The same, and whether for some claim only a sample of those that share its words was looked at.
pub(crate) fn pairs_and_sampled(story: &Story<'_>) -> (Vec<(u32, u32)>, bool) {
    let mut sorts: BTreeMap<(u8, bool), Vec<u32>> = BTreeMap::new();
    for a in &story.claims {
        sorts.entry(family(a.claim)).or_default().push(a.id);
    }
    let (mut pairs, mut sampled) = (Vec::new(), false);
    for sort in sorts.values() {
        if sort.len() <= PARTNERS {
            pairs.extend(all(story, sort));
        } else {
            let (proposed, some) = nearest(story, sort);
            pairs.extend(proposed);
            sampled |= some;
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    (pairs, sampled)
}

fn meet(story: &Story<'_>, i: u32, j: u32) -> bool {
    let valued = |i: u32| story.claim(i).map(|p| (p.claim, &p.traits.value));
    matches!((valued(i), valued(j)), (Some(a), Some(b)) if may_meet(a, b))
}

/// Every two claims of a sort that may meet.
fn all(story: &Story<'_>, sort: &[u32]) -> Vec<(u32, u32)> {
    let later = |n: usize, i: u32| sort.iter().skip(n + 1).map(move |&j| (i, j));
    let pairs = sort.iter().enumerate().flat_map(|(n, &i)| later(n, i));
    pairs.filter(|&(i, j)| meet(story, i, j)).collect()
}

/// Each claim with those whose sentences have most words in common with its own; and whether only a sample was asked.
fn nearest(story: &Story<'_>, sort: &[u32]) -> (Vec<(u32, u32)>, bool) {
    let claims = || sort.iter().filter_map(|&i| Some((i, story.claim(i)?)));
    let bags: Vec<&Bag> = claims().map(|(_, p)| &p.sentence).collect();
    // Most that share a word are of some other story, and asked nothing but this.
    let sort: Vec<(u32, u32)> = claims().map(|(i, p)| (i, p.claim.article)).collect();
    let overlap = Overlap::new(bags.iter().copied(), story.weights.len(), COMMON);
    let most = (PAIRS / sort.len().max(1)).clamp(FEWEST, PARTNERS);
    let of_some = |own: &[(u32, u32)]| {
        let mut room = overlap.room();
        let mut pairs = Vec::new();
        for (i, claim) in own.iter().filter_map(|&(i, _)| Some((i, story.claim(i)?))) {
            let article = claim.claim.article;
            let named = |(place, shared): (u32, f64)| {
                let &(j, other) = sort.get(place as usize)?;
                (other != article).then_some((j, shared))
            };
            let others = overlap.of(&claim.sentence, &mut room).into_iter().filter_map(named);
            let near = best_that(others.collect(), most, |j| meet(story, i, j));
            pairs.extend(near.into_iter().map(|(j, _)| (i.min(j), i.max(j))));
        }
        pairs
    };
    let pairs = chunks::in_order(&sort, of_some);
    (pairs, overlap.is_sampled())
}
