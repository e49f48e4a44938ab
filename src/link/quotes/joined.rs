//! Two sentences of one quotation → the one sentence that another outlet makes of them.
//!
//! "We went too far. We were wrong." is printed elsewhere as "We went too far and we were wrong": neither sentence shows
//! the change, both together do.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Pair, Utterance, rule};
use crate::compare::Comparison;
use crate::link::chunks;
use crate::model::ClaimId;

/// Most bytes between two sentences of one quotation: no mark stands there.
const GAP: u32 = 3;
/// So many words of each sentence must be shared.
const EACH: usize = 2;

/// Two sentences and the one that gives both.
pub(super) struct Joined {
    /// Place of the first sentence; the second is the next.
    pub(super) first: usize,
    /// Place of the other outlet's sentence.
    pub(super) other: usize,
    pub(super) score: f64,
}

impl Joined {
    /// The pairs that say less than the three do.
    pub(super) fn replaces(&self) -> [(usize, usize); 2] {
        [(self.first, self.other), (self.first + 1, self.other)]
    }
}

/// Every such three, in order.
pub(super) fn find(utterances: &[Utterance<'_>], pairs: &[Pair]) -> Vec<Joined> {
    let mut partners: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for p in pairs {
        partners.entry(p.a).or_default().insert(p.b, p.comparison.matched);
        partners.entry(p.b).or_default().insert(p.a, p.comparison.matched);
    }
    let none = BTreeMap::new();
    let of_first = |&first: &usize| -> Vec<Joined> {
        let (Some(x), Some(next)) = (utterances.get(first), utterances.get(first + 1)) else {
            return Vec::new();
        };
        let (a, b) = (partners.get(&first).unwrap_or(&none), partners.get(&(first + 1)).unwrap_or(&none));
        let others: BTreeSet<usize> = a.keys().chain(b.keys()).copied().collect();
        let joined = others.into_iter().filter_map(|other| {
            let alone = a.get(&other).max(b.get(&other)).copied().unwrap_or_default();
            let score = score(x, next, utterances.get(other)?, alone)?;
            Some(Joined { first, other, score })
        });
        joined.collect()
    };
    let both = utterances.iter().zip(utterances.iter().skip(1)).enumerate();
    let firsts: Vec<usize> = both.filter(|(_, (x, next))| goes_on(x, next)).map(|(i, _)| i).collect();
    chunks::in_order(&firsts, |own| own.iter().flat_map(of_first).collect())
}

/// The slots: all that one sentence of another outlet is made of.
pub(super) fn slots(utterances: &[Utterance<'_>], joined: &[Joined]) -> Vec<Vec<ClaimId>> {
    let mut slots: BTreeMap<usize, BTreeSet<ClaimId>> = BTreeMap::new();
    for j in joined {
        let members = [j.first, j.first + 1, j.other].map(|i| utterances.get(i).map(|u| u.id));
        slots.entry(j.other).or_default().extend(members.into_iter().flatten());
    }
    slots.into_values().map(|ids| ids.into_iter().collect()).collect()
}

/// Returns whether the second is the next sentence of the same quotation.
fn goes_on(x: &Utterance<'_>, next: &Utterance<'_>) -> bool {
    let (a, b) = (&x.claim.span, &next.claim.span);
    let near = a.article == b.article && a.field == b.field && b.start >= a.end && b.start - a.end <= GAP;
    near && x.claim.sentence_index + 1 == next.claim.sentence_index
}

/// The probability that `y` is made of both; `alone`: how many words it shares with the better of them.
fn score(x: &Utterance<'_>, next: &Utterance<'_>, y: &Utterance<'_>, alone: usize) -> Option<f64> {
    let words: Vec<_> = x.words.iter().chain(next.words.iter()).cloned().collect();
    let whole = Utterance::new(x.id, x.claim, Cow::Owned(words));
    let comparison = whole.compare(y);
    if comparison.matched < alone + EACH || !spans_both(&comparison, x.words.len()) {
        return None;
    }
    let score = if comparison.differences.is_empty() {
        rule::same_words(&comparison, &whole, y, usize::MAX)?
    } else {
        rule::other_words(&comparison, &whole, y, true)
    };
    (score >= rule::JOIN).then_some(score)
}

/// Returns whether the shared stretch begins in the first sentence, of so many words, and ends in the second.
fn spans_both(comparison: &Comparison, first: usize) -> bool {
    comparison.left.start + EACH <= first && comparison.left.end >= first + EACH
}
