//! Quoted utterances → slots: which quotations of different articles give the same utterance.
//!
//! An inverted index over telling words and word triples proposes pairs, an alignment word by word weighs them, and
//! the surest pair comes first. Each utterance takes its best counterpart in every other article, and two different
//! utterances of one article never share a slot, unless another outlet makes one sentence of the two.

mod candidates;
mod joined;
mod rule;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use candidates::Proposed;
use joined::Joined;

use super::{Link, chunks};
use crate::compare::{Comparison, Forms, compare_forms};
use crate::model::{Claim, ClaimId, Value};

/// Two quotations of one article are one utterance from this share on.
const REPEATED: i32 = 600;

/// A pair that shares less (in per mille of the shorter) is not looked at.
const ALIGNED: i32 = 350;
/// Utterances of a slot that are looked at before another is let in.
const MOST_MEMBERS: usize = 2000;
/// Pairs of one article that are compared before two slots become one.
const MOST_COMPARED: usize = 64;
/// How often pairs left over may make further slots.
const ROUNDS: usize = 3;

/// An utterance ready to be compared.
struct Utterance<'c> {
    id: ClaimId,
    claim: &'c Claim,
    words: Cow<'c, [SmolStr]>,
    forms: Forms,
}

impl<'c> Utterance<'c> {
    fn new(id: ClaimId, claim: &'c Claim, words: Cow<'c, [SmolStr]>) -> Utterance<'c> {
        let forms = Forms::of(&words);
        Utterance { id, claim, words, forms }
    }

    fn compare(&self, other: &Utterance<'_>) -> Comparison {
        compare_forms((&self.words, &self.forms), (&other.words, &other.forms))
    }
}

/// A pair of utterances, by their places in the list.
struct Pair {
    a: usize,
    b: usize,
    /// In how many utterances the rarest shared term stands.
    rarest: usize,
    comparison: Comparison,
    /// Strength of the alignment: what decides between several counterparts.
    strength: i64,
}

/// A pair taken for one utterance, with the probability that it is.
struct Kept {
    a: usize,
    b: usize,
    score: f64,
    strength: i64,
}

/// The slots of the quotations among the claims, each in order, and the links that made them.
pub(super) fn link(claims: &[Claim]) -> (Vec<Vec<ClaimId>>, Vec<Link>) {
    let utterances: Vec<Utterance<'_>> = (0u32..)
        .zip(claims)
        .filter_map(|(id, claim)| match &claim.value {
            Value::Quote(words) => Some(Utterance::new(ClaimId(id), claim, Cow::Borrowed(words))),
            _ => None,
        })
        .collect();
    let proposed = candidates::pairs(&utterances);
    let align = |own: &[Proposed]| own.iter().filter_map(|p| aligned(&utterances, p)).collect();
    let pairs: Vec<Pair> = chunks::in_order(&proposed, align);
    let mut kept = counterparts(&utterances, &pairs);
    kept.sort_by(|x, y| y.strength.cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b))));
    let joined = joined::find(&utterances, &pairs);
    let replaced: BTreeSet<(usize, usize)> = joined.iter().flat_map(Joined::replaces).collect();
    kept.retain(|k| !replaced.contains(&(k.a, k.b)) && !replaced.contains(&(k.b, k.a)));
    let mut slots = slots(&utterances, &kept);
    slots.extend(joined::slots(&utterances, &joined));
    let ids = |a: usize, b: usize| Some((utterances.get(a)?.id, utterances.get(b)?.id));
    let link = |a: usize, b: usize, score: f64| ids(a, b).map(|(a, b)| Link { a, b, score });
    let mut links: Vec<Link> = kept.iter().filter_map(|p| link(p.a, p.b, p.score)).collect();
    links.extend(
        joined
            .iter()
            .flat_map(|j| [link(j.first, j.other, j.score), link(j.first + 1, j.other, j.score)])
            .flatten(),
    );
    (slots, links)
}

/// The pair with its alignment, where that is more than an accident.
fn aligned(utterances: &[Utterance<'_>], proposed: &Proposed) -> Option<Pair> {
    let Proposed { a, b, rarest } = *proposed;
    let comparison = utterances.get(a)?.compare(utterances.get(b)?);
    let said = comparison.matched + 2 * comparison.telling;
    let strength = i64::from(comparison.share) * i64::try_from(said).unwrap_or(i64::MAX / 1000);
    (comparison.share >= ALIGNED).then_some(Pair { a, b, rarest, comparison, strength })
}

/// The pairs in which at least one is the other's best counterpart in that article, and the words bear it.
fn counterparts(utterances: &[Utterance<'_>], pairs: &[Pair]) -> Vec<Kept> {
    let article = |i: usize| utterances.get(i).map_or(u32::MAX, |u| u.claim.article);
    let mut best: BTreeMap<(usize, u32), i64> = BTreeMap::new();
    for p in pairs {
        for key in [(p.a, article(p.b)), (p.b, article(p.a))] {
            let top = best.entry(key).or_insert(p.strength);
            *top = (*top).max(p.strength);
        }
    }
    let keep = |p: &Pair| {
        let is_best = |from: usize, to: usize| best.get(&(from, article(to))) == Some(&p.strength);
        let (one, other) = (is_best(p.a, p.b), is_best(p.b, p.a));
        let (x, y) = (utterances.get(p.a)?, utterances.get(p.b)?);
        let score = if p.comparison.differences.is_empty() {
            rule::same_words(&p.comparison, x, y, p.rarest)?
        } else {
            let worded = rule::other_words(&p.comparison, x, y, one && other);
            let meant = if one && other { rule::reworded(&p.comparison, x, y) } else { None };
            let piece = if one && other { rule::fragment(&p.comparison, x, y, p.rarest) } else { None };
            let best = [meant, piece].into_iter().flatten().fold(worded, f64::max);
            Some(best).filter(|&s| s >= rule::JOIN)?
        };
        (one || other).then_some(Kept { a: p.a, b: p.b, score, strength: p.strength })
    };
    chunks::in_order(pairs, |own| own.iter().filter_map(keep).collect())
}

/// The slots that the pairs make, each sorted, in order of their first quotation. A long sentence of one article may
/// be two sentences in another: pairs that found their slot taken make slots of their own in a next round.
fn slots(utterances: &[Utterance<'_>], pairs: &[Kept]) -> Vec<Vec<ClaimId>> {
    let mut slots: Vec<Vec<ClaimId>> = Vec::new();
    let mut open: Vec<&Kept> = pairs.iter().collect();
    for _ in 0..ROUNDS {
        let groups = cluster(utterances, &open);
        let mut group_of: Vec<Option<usize>> = vec![None; utterances.len()];
        for (n, group) in groups.iter().enumerate() {
            for &i in group {
                if let Some(of) = group_of.get_mut(i) {
                    *of = Some(n);
                }
            }
        }
        let group = |i: usize| group_of.get(i).copied().flatten();
        open.retain(|p| group(p.a).is_none() || group(p.a) != group(p.b));
        for group in groups {
            let mut ids: Vec<ClaimId> =
                group.iter().filter_map(|&i| utterances.get(i)).map(|u| u.id).collect();
            ids.sort_unstable();
            slots.push(ids);
        }
    }
    slots.sort();
    slots.dedup();
    slots
}

/// Joins pairs, strongest first.
fn cluster(utterances: &[Utterance<'_>], pairs: &[&Kept]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..utterances.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..utterances.len()).map(|i| vec![i]).collect();
    for pair in pairs {
        let (Some(&g), Some(&h)) = (group.get(pair.a), group.get(pair.b)) else { continue };
        let (Some(left), Some(right)) = (members.get(g), members.get(h)) else { continue };
        if g == h || !may_join(utterances, left, right) {
            continue;
        }
        // The smaller goes into the larger, so that nobody moves often.
        let (g, h) = if left.len() < right.len() { (h, g) } else { (g, h) };
        let moved = members.get_mut(h).map(std::mem::take).unwrap_or_default();
        for &i in &moved {
            if let Some(slot) = group.get_mut(i) {
                *slot = g;
            }
        }
        if let Some(into) = members.get_mut(g) {
            into.extend(moved);
        }
    }
    members.into_iter().filter(|m| m.len() > 1).collect()
}

/// No article may end up with two different utterances in one slot; two pieces of one sentence are one.
fn may_join(utterances: &[Utterance<'_>], left: &[usize], right: &[usize]) -> bool {
    let all = |side: &[usize]| {
        side.iter().filter_map(|&i| utterances.get(i)).take(MOST_MEMBERS).collect::<Vec<_>>()
    };
    let (left, right) = (all(left), all(right));
    let mut compared = 0;
    left.iter().all(|x| {
        right.iter().all(|y| {
            if x.claim.article != y.claim.article || x.claim.sentence == y.claim.sentence {
                return true;
            }
            compared += 1;
            compared > MOST_COMPARED || x.compare(y).share >= REPEATED
        })
    })
}
