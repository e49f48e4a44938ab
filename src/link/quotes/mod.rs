//! Quoted utterances → slots: which quotations of different articles give the same utterance.
//!
//! An inverted index over telling words and word triples proposes pairs, an alignment word by word weighs them, and
//! the surest pair comes first. Each utterance takes its best counterpart in every other article, and two different
//! utterances of one article never share a slot.

mod candidates;
mod rule;

use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::Link;
use crate::model::{Claim, ClaimId, Comparison, Value, compare_utterances};

/// Two quotations of one article are one utterance from this share on.
const REPEATED: i32 = 600;

/// How often pairs left over may make further slots.
const ROUNDS: usize = 3;

/// An utterance ready to be compared.
struct Utterance<'c> {
    id: ClaimId,
    claim: &'c Claim,
    words: &'c [SmolStr],
}

/// A pair of utterances, by their places in the list.
struct Pair {
    a: usize,
    b: usize,
    score: f64,
    /// Strength of the alignment: what decides between several counterparts.
    strength: i64,
}

/// The slots of the quotations among the claims, each in order, and the links that made them.
pub(super) fn link(claims: &[Claim]) -> (Vec<Vec<ClaimId>>, Vec<Link>) {
    let utterances: Vec<Utterance<'_>> = (0u32..)
        .zip(claims)
        .filter_map(|(id, claim)| match &claim.value {
            Value::Quote(words) => Some(Utterance { id: ClaimId(id), claim, words }),
            _ => None,
        })
        .collect();
    let proposed = candidates::pairs(&utterances);
    let pairs: Vec<Pair> = proposed.into_iter().filter_map(|p| weigh(&utterances, p)).collect();
    let mut kept = counterparts(&utterances, pairs);
    kept.sort_by(|x, y| y.strength.cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b))));
    let slots = slots(&utterances, &kept);
    let links = kept.iter().filter_map(|p| {
        let (a, b) = (utterances.get(p.a)?.id, utterances.get(p.b)?.id);
        Some(Link { a, b, score: p.score })
    });
    (slots, links.collect())
}

fn weigh(utterances: &[Utterance<'_>], proposed: candidates::Proposed) -> Option<Pair> {
    let candidates::Proposed { a, b, rarest } = proposed;
    let (x, y) = (utterances.get(a)?, utterances.get(b)?);
    let comparison = compare_utterances(x.words, y.words);
    let score = rule::probability(&comparison, x, y, rarest)?;
    Some(Pair { a, b, score, strength: strength(&comparison) })
}

fn strength(c: &Comparison) -> i64 {
    i64::from(c.share) * i64::try_from(c.matched + 2 * c.telling).unwrap_or(i64::MAX / 1000)
}

/// The pairs in which at least one is the other's best counterpart in that article.
fn counterparts(utterances: &[Utterance<'_>], pairs: Vec<Pair>) -> Vec<Pair> {
    let mut best: BTreeMap<(usize, u32), i64> = BTreeMap::new();
    let article = |i: usize| utterances.get(i).map_or(u32::MAX, |u| u.claim.article);
    for p in &pairs {
        for key in [(p.a, article(p.b)), (p.b, article(p.a))] {
            let top = best.entry(key).or_insert(p.strength);
            *top = (*top).max(p.strength);
        }
    }
    let is_best = |from: usize, to: usize, s: i64| best.get(&(from, article(to))) == Some(&s);
    pairs.into_iter().filter(|p| is_best(p.a, p.b, p.strength) || is_best(p.b, p.a, p.strength)).collect()
}

/// The slots that the pairs make, each sorted, in order of their first quotation. A long sentence of one article may
/// be two sentences in another: pairs that found their slot taken make slots of their own in a next round.
fn slots(utterances: &[Utterance<'_>], pairs: &[Pair]) -> Vec<Vec<ClaimId>> {
    let mut slots: Vec<Vec<ClaimId>> = Vec::new();
    let mut open: Vec<&Pair> = pairs.iter().collect();
    for _ in 0..ROUNDS {
        let groups = cluster(utterances, &open);
        open.retain(|p| !groups.iter().any(|g| g.contains(&p.a) && g.contains(&p.b)));
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
fn cluster(utterances: &[Utterance<'_>], pairs: &[&Pair]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..utterances.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..utterances.len()).map(|i| vec![i]).collect();
    for pair in pairs {
        let (Some(&g), Some(&h)) = (group.get(pair.a), group.get(pair.b)) else { continue };
        let (Some(left), Some(right)) = (members.get(g), members.get(h)) else { continue };
        if g == h || !may_join(utterances, left, right) {
            continue;
        }
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
    let all = |side: &[usize]| side.iter().filter_map(|&i| utterances.get(i)).collect::<Vec<_>>();
    let (left, right) = (all(left), all(right));
    left.iter().all(|x| {
        right.iter().all(|y| {
            x.claim.article != y.claim.article
                || x.claim.sentence == y.claim.sentence
                || compare_utterances(x.words, y.words).share >= REPEATED
        })
    })
}
