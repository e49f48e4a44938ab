//! An alignment of two utterances → the probability that they are one utterance.
//!
//! Where the words agree, cut or not, only chance speaks against it: a single common word. Where words differ, a
//! logistic model over the alignment decides; its weights are fitted on labelled pairs, cross-validated by story
//! (precision 0.80, recall 0.80 of pairs).

use smol_str::SmolStr;

use super::Utterance;
use crate::compare::{Comparison, Difference, is_same_speaker};
use crate::english::Phrase;

/// Probability from which two quotations that differ are one utterance.
pub(super) const JOIN: f64 = 0.45;

/// Least share where the shorter stands whole in the longer: gaps that an ellipsis or bracket excuses cost a little.
const CONTAINED: i32 = 600;

const BIAS: f64 = -6.48;
const SHARE: f64 = 1.4;
const MATCHED: f64 = 2.1;
const LONGEST: f64 = 2.2;
const ENDS: f64 = -1.59;
const INSIDE: f64 = -0.96;
/// Each is the other's best counterpart.
const MUTUAL: f64 = 1.02;
/// Both speakers are named beside the words, and they are two persons.
const OTHER_SPEAKER: f64 = -1.5;

/// How near in meaning (cosine) the words must be that two utterances do not share.
const PARTS: f32 = 0.6;
/// How near two utterances must be as a whole where they share only a short run.
const WHOLE: f32 = 0.95;
/// Probability of a piece with a word more or less.
const PIECE: f64 = 0.6;
/// Probability of a rewording: less sure than any alignment that passes.
const REWORDED: f64 = 0.55;

/// Words that agree: the probability; `None` where they may agree by chance.
pub(super) fn same_words(c: &Comparison, x: &Utterance<'_>, y: &Utterance<'_>, rarest: usize) -> Option<f64> {
    let shorter = x.words.len().min(y.words.len());
    if c.staggered {
        return (c.share >= 500 && c.longest >= 5).then_some(0.8);
    }
    let said = c.telling >= 2 || shorter >= 4;
    let word = c.telling == 1 && (rarest <= 5 || speakers(x, y) == Some(true));
    match c.share >= CONTAINED {
        true if said => Some(if shorter >= 4 { 0.97 } else { 0.9 }),
        true if word => Some(0.8),
        _ => None,
    }
}

/// Words that differ: the probability.
pub(super) fn other_words(c: &Comparison, x: &Utterance<'_>, y: &Utterance<'_>, mutual: bool) -> f64 {
    let matched = c.matched.max(1) as f64;
    let ends = c.differences.iter().filter(|d| c.at_an_end(d)).map(changed).sum::<usize>();
    let inside = c.differences.iter().map(changed).sum::<usize>() - ends;
    let explicit = [x, y].iter().all(|u| u.claim.source.as_ref().is_some_and(|s| !s.inferred));
    let other = explicit && speakers(x, y) == Some(false);
    let score = BIAS
        + SHARE * f64::from(c.share) / 1000.0
        + MATCHED * matched.ln()
        + LONGEST * c.longest as f64 / matched
        + ENDS * (ends as f64).ln_1p()
        + INSIDE * inside as f64 / matched
        + if mutual { MUTUAL } else { 0.0 }
        + if other { OTHER_SPEAKER } else { 0.0 };
    1.0 / (1.0 + (-score).exp())
}

/// A piece of few words, all of which the other has but for one that is added or dropped inside: too little for the
/// model, but who says just these telling words twice? `rarest`: how many utterances share the rarest of them.
pub(super) fn fragment(c: &Comparison, x: &Utterance<'_>, y: &Utterance<'_>, rarest: usize) -> Option<f64> {
    let [only] = c.differences.as_slice() else { return None };
    let slight = !c.at_an_end(only) && only.left.len() + only.right.len() == 1;
    let whole = c.matched >= 3 && c.matched + 1 >= x.words.len().min(y.words.len());
    let told = c.telling >= 2 && rarest <= 4 && speakers(x, y) != Some(false);
    (slight && whole && told).then_some(PIECE)
}

/// An utterance told again in words of the same meaning: what both share is a long run, and what they do not share
/// means the same; or the two as a whole mean all but the same. For mutual best counterparts only.
pub(super) fn reworded(c: &Comparison, x: &Utterance<'_>, y: &Utterance<'_>) -> Option<f64> {
    let own = |a: &Utterance<'_>, b: &Utterance<'_>| meaning(a.words.iter().filter(|w| !b.words.contains(w)));
    let longer = x.words.len().max(y.words.len());
    let run = c.longest >= 5 && c.longest * 2 >= longer && c.telling >= 2;
    let parts = run && near(own(x, y), own(y, x)) >= PARTS;
    let whole = c.longest >= 3 && near(meaning(x.words.iter()), meaning(y.words.iter())) >= WHOLE;
    (parts || whole).then_some(REWORDED)
}

fn meaning<'w>(words: impl Iterator<Item = &'w SmolStr>) -> Option<Phrase> {
    Phrase::of(words.map(SmolStr::as_str))
}

fn near(a: Option<Phrase>, b: Option<Phrase>) -> f32 {
    a.zip(b).map_or(0.0, |(a, b)| a.similarity(&b))
}

/// Words that a difference touches, on the side where it touches more.
fn changed(difference: &Difference) -> usize {
    difference.left.len().max(difference.right.len())
}

fn speakers(x: &Utterance<'_>, y: &Utterance<'_>) -> Option<bool> {
    is_same_speaker(x.claim.source.as_ref()?, y.claim.source.as_ref()?)
}
