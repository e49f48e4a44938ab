//! Claims and copies → pairs of figures that stand at one place of one text: they answer one question, whatever their
//! words or values.
//!
//! A figure changed inside a copied sentence is the surest disagreement there is, and the scorer, which looks at words
//! and values, knows nothing of it.

use std::collections::{BTreeSet, HashMap};

use super::candidates::comparable;
use super::chunks;
use super::copies::Copy;
use crate::compare::{Comparable, in_one_text};
use crate::model::{Article, Claim, ClaimId};

/// Probability that two values at one place of one text answer one question.
pub(super) const SCORE: f64 = 0.995;
/// Claims that all propose each other because they share a neighbouring word; of more, each proposes the first of them and
/// those right behind it.
const COMMON: usize = 60;
/// How many right behind it.
const BEHIND: usize = 8;

/// Every such pair, in order.
pub(super) fn pairs(articles: &[Article], claims: &[Claim], copies: &[Copy]) -> Vec<(ClaimId, ClaimId)> {
    let copied: BTreeSet<(u32, u32)> =
        copies.iter().map(|c| (c.copy.min(c.original), c.copy.max(c.original))).collect();
    let values: Vec<Comparable<'_>> = claims.iter().map(|c| Comparable::of(&c.value)).collect();
    let valued = |i: u32| claims.get(i as usize).zip(values.get(i as usize));
    let reprinted = |&&(i, j): &&(u32, u32)| {
        let (Some(x), Some(y)) = (valued(i), valued(j)) else { return false };
        let article = |c: &Claim| articles.get(c.article as usize);
        let (Some(a), Some(b)) = (article(x.0), article(y.0)) else { return false };
        let (m, n) = (x.0.article, y.0.article);
        comparable(x, y) && in_one_text((a, x.0), (b, y.0), copied.contains(&(m.min(n), m.max(n))))
    };
    let ids = |&(i, j): &(u32, u32)| (ClaimId(i), ClaimId(j));
    chunks::in_order(&proposed(claims), |own| own.iter().filter(reprinted).map(ids).collect())
}

/// Numeric claims with a neighbouring content word in common: what stands nearest on either side.
fn proposed(claims: &[Claim]) -> Vec<(u32, u32)> {
    let mut index: HashMap<(&str, u16), Vec<u32>> = HashMap::new();
    for (id, claim) in (0u32..).zip(claims).filter(|(_, c)| c.kind.is_numeric()) {
        let mut near: Vec<_> = claim.context.iter().map(|w| (w.distance, w.lemma.as_str())).collect();
        near.sort_unstable();
        for (distance, lemma) in near.into_iter().take(4) {
            index.entry((lemma, distance)).or_default().push(id);
        }
    }
    let mut pairs = Vec::new();
    for list in index.values() {
        let reach = if list.len() <= COMMON { COMMON } else { BEHIND };
        for (n, &i) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(n + 1).take(reach).map(|&j| (i, j)));
        }
        if let [first, rest @ ..] = list.as_slice() {
            pairs.extend(rest.iter().map(|&j| (*first, j)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
