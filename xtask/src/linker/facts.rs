//! The labelled stories → the scorer of pairs of events, places, causes and wounds (models/facts.json).

use gainsay::link::{Scorer, facts};
use gainsay::model::{Claim, ClaimId, Kind};

use super::{FOLDS, fit, others};
use crate::gold::Story;

/// A candidate pair: its features, and whether the two tell one thing (`None`: the labels leave it open).
pub(super) type Pair = (facts::Vector, Option<bool>);

/// The candidate pairs of each story.
pub(crate) fn pairs(stories: &[Story]) -> Vec<Vec<Pair>> {
    stories.iter().map(of_story).collect()
}

/// For each fold the weights fitted to the others, at most so many stories.
pub(crate) fn folds(pairs: &[Vec<Pair>], most: usize) -> Vec<Scorer> {
    (0..FOLDS).map(|fold| fitted(others(pairs, fold, most).into_iter().flatten())).collect()
}

/// Weights fitted to pairs.
pub(crate) fn fitted<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Scorer {
    let examples: Vec<(&[f64], bool, f64)> =
        pairs.filter_map(|(vector, same)| Some((vector.as_slice(), (*same)?, 1.0))).collect();
    let (bias, weights) = fit::fit(&examples);
    Scorer::new(bias, facts::NAMES.into_iter().zip(weights))
}

/// Cross-validated scores of the pairs that have a label.
pub(crate) fn scored(pairs: &[Vec<Pair>]) -> Vec<(f64, bool)> {
    let folds = folds(pairs, usize::MAX);
    let mut scored = Vec::new();
    for (n, story) in pairs.iter().enumerate() {
        let scorer = &folds[n % FOLDS];
        scored.extend(story.iter().filter_map(|(v, same)| Some((scorer.probability(v), (*same)?))));
    }
    scored
}

fn of_story(story: &Story) -> Vec<Pair> {
    let claims = gainsay::pipeline::claims(&story.articles);
    let slots: Vec<Vec<usize>> = claims.iter().map(|c| answers(story, c)).collect();
    let pair = |(ClaimId(a), ClaimId(b), vector): (ClaimId, ClaimId, facts::Vector)| {
        let (x, y) = (&slots[a as usize], &slots[b as usize]);
        let common: Vec<usize> = x.iter().filter(|s| y.contains(s)).copied().collect();
        let kind = claims[a as usize].kind;
        let same = if common.is_empty() {
            Some(false)
        } else {
            common.iter().any(|&s| fits(story.slots[s].kind, kind)).then_some(true)
        };
        (vector, same)
    };
    facts::candidate_pairs(&claims).into_iter().map(pair).collect()
}

/// The labelled questions whose passages a claim stands in.
fn answers(story: &Story, claim: &Claim) -> Vec<usize> {
    let holds = |slot: &crate::gold::Slot| {
        slot.verdict != "different"
            && slot.claims.iter().any(|p| story.spans(p).iter().any(|s| s.overlaps(&claim.span)))
    };
    (0..).zip(&story.slots).filter(|(_, slot)| holds(slot)).map(|(n, _)| n).collect()
}

/// May a claim of our kind answer a question of the label's? An event answers any but where and what was said.
fn fits(label: Kind, ours: Kind) -> bool {
    match ours {
        Kind::Status => !matches!(label, Kind::Quote | Kind::Place),
        Kind::Cause => matches!(label, Kind::Cause | Kind::Status | Kind::Other),
        _ => label == ours,
    }
}
