//! Claims and copies → pairs of figures that stand at one place of one text: they answer one question, whatever their
//! words or values.
//!
//! A figure changed inside a copied sentence is the surest disagreement there is, and the scorer, which looks at words
//! and values, knows nothing of it.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::comparable;
use super::copies::Copy;
use crate::model::{Article, Claim, ClaimId, in_one_text};

/// Probability that two values at one place of one text answer one question.
pub(super) const SCORE: f64 = 0.995;
/// A sentence's words are shared by so many claims at most that proposing pairs by them stays cheap.
const COMMON: usize = 60;

/// Every such pair, in order.
pub(super) fn pairs(articles: &[Article], claims: &[Claim], copies: &[Copy]) -> Vec<(ClaimId, ClaimId)> {
    let copied: BTreeSet<(u32, u32)> =
        copies.iter().map(|c| (c.copy.min(c.original), c.copy.max(c.original))).collect();
    let mut found = Vec::new();
    for (i, j) in proposed(claims) {
        let (Some(x), Some(y)) = (claims.get(i as usize), claims.get(j as usize)) else { continue };
        let (Some(a), Some(b)) = (articles.get(x.article as usize), articles.get(y.article as usize)) else {
            continue;
        };
        let copies = copied.contains(&(x.article.min(y.article), x.article.max(y.article)));
        if comparable(x, y) && in_one_text((a, x), (b, y), copies) {
            found.push((ClaimId(i), ClaimId(j)));
        }
    }
    found
}

/// Numeric claims with a neighbouring content word in common: what stands nearest on either side.
fn proposed(claims: &[Claim]) -> BTreeSet<(u32, u32)> {
    let mut index: BTreeMap<(&str, u16), Vec<u32>> = BTreeMap::new();
    for (id, claim) in (0u32..).zip(claims).filter(|(_, c)| c.kind.is_numeric()) {
        let mut near: Vec<_> = claim.context.iter().map(|w| (w.distance, w.lemma.as_str())).collect();
        near.sort_unstable();
        for (distance, lemma) in near.into_iter().take(4) {
            index.entry((lemma, distance)).or_default().push(id);
        }
    }
    let mut pairs = BTreeSet::new();
    for list in index.values().filter(|l| l.len() <= COMMON) {
        for (n, &i) in list.iter().enumerate() {
            pairs.extend(list.iter().skip(n + 1).map(|&j| (i, j)));
        }
    }
    pairs
}
