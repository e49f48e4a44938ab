//! Utterances → pairs worth aligning: of different articles, with a telling word or three words in a row in common.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::Utterance;
use crate::model::index_terms;

/// Most counterparts that one utterance is aligned with.
const PARTNERS: usize = 24;
/// A term of more utterances than this no longer proposes pairs.
const COMMON: usize = 200;

/// A pair worth aligning.
pub(super) struct Proposed {
    pub(super) a: usize,
    pub(super) b: usize,
    /// In how many utterances the rarest shared term stands.
    pub(super) rarest: usize,
}

/// The pairs `a < b`, in order.
pub(super) fn pairs(utterances: &[Utterance<'_>]) -> Vec<Proposed> {
    let terms: Vec<Vec<SmolStr>> = utterances.iter().map(|u| index_terms(&u.words)).collect();
    let mut index: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, list) in terms.iter().enumerate() {
        for term in list {
            index.entry(term).or_default().push(i);
        }
    }
    let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (i, list) in terms.iter().enumerate() {
        for (j, _, rarest) in partners(utterances, &index, list, i) {
            pairs.insert((i.min(j), i.max(j)), rarest);
        }
    }
    pairs.into_iter().map(|((a, b), rarest)| Proposed { a, b, rarest }).collect()
}

/// The best partners of one utterance: place, weight of the shared terms, count of the rarest.
fn partners(
    utterances: &[Utterance<'_>],
    index: &BTreeMap<&str, Vec<usize>>,
    terms: &[SmolStr],
    own: usize,
) -> Vec<(usize, f64, usize)> {
    let Some(utterance) = utterances.get(own) else { return Vec::new() };
    let mut shared: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for term in terms {
        let Some(holders) = index.get(term.as_str()).filter(|h| h.len() <= COMMON) else { continue };
        for &j in holders {
            let foreign = utterances.get(j).is_some_and(|u| u.claim.article != utterance.claim.article);
            if foreign {
                let entry = shared.entry(j).or_insert((0.0, usize::MAX));
                entry.0 += 1.0 / holders.len() as f64;
                entry.1 = entry.1.min(holders.len());
            }
        }
    }
    let mut best: Vec<(usize, f64, usize)> = shared.into_iter().map(|(j, (w, r))| (j, w, r)).collect();
    best.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    best.truncate(PARTNERS);
    best
}
