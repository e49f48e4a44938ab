//! Utterances → pairs worth aligning: of different articles, with a telling word or three words in a row in common.

use std::collections::HashMap;

use smol_str::SmolStr;

use super::Utterance;
use crate::compare::index_terms;
use crate::link::chunks;

/// Most counterparts that one utterance is aligned with.
const PARTNERS: usize = 24;
/// A term of more utterances than this proposes a sample of them, and only where rarer terms propose too few.
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
    let index = Index::of(utterances);
    let all: Vec<usize> = (0..utterances.len()).collect();
    let partners = |own: &[usize]| {
        let mut room = vec![(0.0, usize::MAX); utterances.len()];
        let pair = |i: usize, (j, _, rarest): Partner| Proposed { a: i.min(j), b: i.max(j), rarest };
        let of = own.iter().flat_map(|&i| {
            let partners = index.partners(i, &mut room);
            partners.into_iter().map(move |partner| pair(i, partner))
        });
        of.collect()
    };
    let mut pairs = chunks::in_order(&all, partners);
    // The rarest term that two share is the same from either side.
    pairs.sort_unstable_by_key(|p| (p.a, p.b));
    pairs.dedup_by_key(|p| (p.a, p.b));
    pairs
}

/// Place, weight of the shared terms, count of the rarest.
type Partner = (usize, f64, usize);

/// The utterances by their terms.
struct Index {
    /// The numbers of each utterance's terms.
    terms: Vec<Vec<usize>>,
    /// For every term the utterances that have it.
    holders: Vec<Vec<usize>>,
    /// The article of each utterance.
    articles: Vec<u32>,
}

impl Index {
    fn of(utterances: &[Utterance<'_>]) -> Index {
        let mut numbers: HashMap<SmolStr, usize> = HashMap::new();
        let articles = utterances.iter().map(|u| u.claim.article).collect();
        let mut index = Index { terms: Vec::with_capacity(utterances.len()), holders: Vec::new(), articles };
        let terms = |own: &[Utterance<'_>]| own.iter().map(|u| index_terms(&u.words)).collect();
        for (i, terms) in chunks::in_order(utterances, terms).into_iter().enumerate() {
            let own = terms.into_iter().map(|term| {
                let next = numbers.len();
                *numbers.entry(term).or_insert(next)
            });
            let own: Vec<usize> = own.collect();
            index.holders.resize_with(numbers.len(), Vec::new);
            for &term in &own {
                if let Some(holders) = index.holders.get_mut(term) {
                    holders.push(i);
                }
            }
            index.terms.push(own);
        }
        index
    }

    /// The best partners of one utterance. The room has a place for each; it is as it was afterwards.
    fn partners(&self, own: usize, room: &mut [(f64, usize)]) -> Vec<Partner> {
        let (Some(article), Some(terms)) = (self.articles.get(own), self.terms.get(own)) else {
            return Vec::new();
        };
        let mut touched = Vec::new();
        let (rare, common): (Vec<&Vec<usize>>, Vec<_>) =
            terms.iter().filter_map(|&t| self.holders.get(t)).partition(|h| h.len() <= COMMON);
        for holders in rare.into_iter().chain(common) {
            if holders.len() > COMMON && touched.len() >= PARTNERS {
                break;
            }
            let weight = 1.0 / holders.len() as f64;
            for &j in holders.iter().step_by(holders.len().div_ceil(COMMON)) {
                let foreign = self.articles.get(j).is_some_and(|other| other != article);
                let Some(shared) = room.get_mut(j).filter(|_| foreign) else { continue };
                if shared.1 == usize::MAX {
                    touched.push(j);
                }
                shared.0 += weight;
                shared.1 = shared.1.min(holders.len());
            }
        }
        let take = |j: usize| {
            let (weight, rarest) = std::mem::replace(room.get_mut(j)?, (0.0, usize::MAX));
            Some((j, weight, rarest))
        };
        let mut best: Vec<Partner> = touched.into_iter().filter_map(take).collect();
        best.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        best.truncate(PARTNERS);
        best
    }
}
