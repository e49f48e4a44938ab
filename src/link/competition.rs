//! Every pair's first score → how it stands against the other pairs of its two claims.
//!
//! One claim of an article answers a question, so a claim's best match in another article is far likelier to be right
//! than its second best, and a match that a third article's claim shares likelier still.

use std::collections::HashMap;

use super::chunks;
use super::tops::Tops;

/// Names of the features, in the order of a [`Vector`].
pub const NAMES: [&str; 8] = [
    "first score",
    "margin over the nearer rival",
    "margin over the further rival",
    "each other's best match",
    "third article between",
    "rival of equal value",
    "other pair of the same sentences",
    "other pair of the same sentences, values differing",
];

/// One number per feature.
pub type Vector = [f64; NAMES.len()];

/// A candidate pair: two claims, their articles, its first probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The claims.
    pub claims: (u32, u32),
    /// Their articles.
    pub articles: (u32, u32),
    /// Probability by the pair's own features.
    pub score: f64,
    /// Numbers of their sentences in the articles.
    pub sentences: (u32, u32),
    /// Do the two say the same?
    pub equal: bool,
    /// Can the two not both be true of one thing?
    pub excludes: bool,
}

/// A pair less sure than this is no witness for another.
const WITNESS: f64 = 0.05;
/// A rival's log odds are not taken as lower than this.
const FLOOR: f64 = -6.0;

/// The features of every pair, in their order.
#[must_use]
pub fn features(pairs: &[Scored]) -> Vec<Vector> {
    let field = Field::of(pairs.iter());
    pairs.iter().map(|pair| field.features(pair)).collect()
}

/// All pairs of a story, as far as one of them is seen beside them.
pub(crate) struct Field {
    best: Tops,
    best_equal: Tops,
    witnesses: Witnesses,
    company: Company,
}

impl Field {
    /// Takes the pairs in.
    pub(crate) fn of<'p>(pairs: impl Iterator<Item = &'p Scored> + Clone + Send + Sync) -> Field {
        let claims = pairs.clone().map(|p| p.claims.0.max(p.claims.1) as usize + 1).max().unwrap_or_default();
        let others = pairs.clone();
        let ((best, best_equal), (witnesses, company)) = chunks::both(
            claims,
            || tops(claims, pairs),
            || (witnesses(claims, others.clone()), company(others.clone())),
        );
        Field { best, best_equal, witnesses, company }
    }

    /// The features of one of the pairs.
    pub(crate) fn features(&self, pair: &Scored) -> Vector {
        let beside = companion(pair, &self.company);
        let rivals = vector(pair, &self.best, &self.best_equal, &self.witnesses);
        let [odds, near, far, mutual, third, equal] = rivals;
        [odds, near, far, mutual, third, equal, beside, if pair.excludes { beside } else { 0.0 }]
    }
}

/// The best of every claim, and the best of equal value.
fn tops<'p>(claims: usize, pairs: impl Iterator<Item = &'p Scored>) -> (Tops, Tops) {
    let (mut best, mut best_equal) = (Tops::new(claims, FLOOR), Tops::new(claims, FLOOR));
    for pair in pairs {
        let odds = log_odds(pair.score);
        for (claim, article) in sides(pair) {
            best.enter(claim, article, odds);
            if pair.equal {
                best_equal.enter(claim, article, odds);
            }
        }
    }
    (best, best_equal)
}

/// For every two sentences the surest pairs of claims that agree between them. Only ever asked for one entry, so that
/// no order shows.
type Company = HashMap<[u32; 4], Vec<((u32, u32), f64)>>;

/// Pairs of two sentences that are held.
const COMPANY: usize = 4;

fn passage(pair: &Scored) -> [u32; 4] {
    [pair.articles.0, pair.sentences.0, pair.articles.1, pair.sentences.1]
}

fn company<'p>(pairs: impl Iterator<Item = &'p Scored>) -> Company {
    let mut company = Company::new();
    for pair in pairs.filter(|p| !p.excludes && p.score >= WITNESS) {
        let known = company.entry(passage(pair)).or_default();
        let place = known.partition_point(|(_, score)| *score >= pair.score);
        known.insert(place, (pair.claims, pair.score));
        known.truncate(COMPANY);
    }
    company
}

/// The surest other pair between the two sentences: where one thing is told alike, the next is likely of one matter too.
fn companion(pair: &Scored, company: &Company) -> f64 {
    let known = company.get(&passage(pair)).map(Vec::as_slice).unwrap_or_default();
    let apart = |other: &(u32, u32)| other.0 != pair.claims.0 && other.1 != pair.claims.1;
    known.iter().find(|(claims, _)| apart(claims)).map_or(0.0, |k| k.1)
}

/// For every claim those it is linked to, in order, with the scores.
type Witnesses = Vec<Vec<(u32, f64)>>;

fn witnesses<'p>(claims: usize, pairs: impl Iterator<Item = &'p Scored>) -> Witnesses {
    let mut witnesses: Witnesses = vec![Vec::new(); claims];
    for pair in pairs.filter(|p| p.score >= WITNESS) {
        for (own, other) in [pair.claims, (pair.claims.1, pair.claims.0)] {
            if let Some(known) = witnesses.get_mut(own as usize) {
                known.push((other, pair.score));
            }
        }
    }
    for known in &mut witnesses {
        known.sort_unstable_by_key(|w| w.0);
    }
    witnesses
}

/// Each claim of a pair with the article in which its match is sought.
fn sides(pair: &Scored) -> [(usize, u32); 2] {
    [(pair.claims.0 as usize, pair.articles.1), (pair.claims.1 as usize, pair.articles.0)]
}

fn vector(pair: &Scored, best: &Tops, best_equal: &Tops, witnesses: &Witnesses) -> [f64; 6] {
    let odds = log_odds(pair.score);
    let mut margins = [0.0; 2];
    let mut mutual = true;
    let mut equal_rival = FLOOR;
    for (margin, (claim, article)) in margins.iter_mut().zip(sides(pair)) {
        let [first, second] = best.of(claim, article).copied().unwrap_or([odds, FLOOR]);
        let rival = if odds < first { first } else { second };
        *margin = odds - rival.max(FLOOR);
        mutual &= odds >= first;
        let [first, second] = best_equal.of(claim, article).copied().unwrap_or([FLOOR; 2]);
        equal_rival = equal_rival.max(if pair.equal && odds >= first { second } else { first });
    }
    let [a, b] = margins;
    [odds, a.min(b), a.max(b), if mutual { 1.0 } else { 0.0 }, third(pair, witnesses), share(equal_rival)]
}

/// The surest claim that both are linked to, by the weaker of its two links.
fn third(pair: &Scored, witnesses: &Witnesses) -> f64 {
    let of = |claim: u32| witnesses.get(claim as usize).map(Vec::as_slice).unwrap_or_default();
    let (mut a, mut b) = (of(pair.claims.0), of(pair.claims.1));
    let mut surest = 0.0f64;
    while let (Some((x, rest)), Some((y, others))) = (a.split_first(), b.split_first()) {
        if x.0 == y.0 {
            surest = surest.max(x.1.min(y.1));
        }
        (a, b) = (if x.0 <= y.0 { rest } else { a }, if y.0 <= x.0 { others } else { b });
    }
    surest
}

fn share(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn log_odds(p: f64) -> f64 {
    let p = p.clamp(1e-6, 1.0 - 1e-6);
    (p / (1.0 - p)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(claims: (u32, u32), articles: (u32, u32), score: f64) -> Scored {
        Scored { claims, articles, score, sentences: (0, 0), equal: false, excludes: false }
    }

    #[test]
    fn a_pair_is_backed_by_another_of_its_sentences() {
        let rivals = Scored { excludes: true, ..scored((0, 5), (0, 1), 0.2) };
        let found = features(&[rivals, scored((1, 6), (0, 1), 0.9), scored((0, 7), (0, 1), 0.95)]);
        assert_eq!(found[0][6..], [0.9, 0.9]);
        assert_eq!(found[1][6..], [0.95, 0.0]);
    }

    #[test]
    fn a_second_best_match_loses_to_the_best() {
        let pair = |a, b, score| scored((a, b), (0, 1), score);
        let found = features(&[pair(0, 5, 0.8), pair(0, 6, 0.4), pair(1, 6, 0.1)]);
        assert!(found[0][1] > 0.0 && found[0][3] == 1.0);
        assert!(found[1][1] < 0.0 && found[1][3] == 0.0);
    }

    #[test]
    fn a_third_article_vouches() {
        let found = features(&[
            scored((0, 5), (0, 1), 0.2),
            scored((0, 9), (0, 2), 0.7),
            scored((5, 9), (1, 2), 0.6),
        ]);
        assert!((found[0][4] - 0.6).abs() < 1e-9);
    }
}
