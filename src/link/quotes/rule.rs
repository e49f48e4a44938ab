//! An alignment of two utterances → the probability that they are the same utterance.

use super::Utterance;
use crate::model::Comparison;

/// The probability; `None` where the two are not worth a link.
pub(super) fn probability(
    c: &Comparison,
    x: &Utterance<'_>,
    y: &Utterance<'_>,
    rarest: usize,
) -> Option<f64> {
    let speakers = match (&x.claim.source, &y.claim.source) {
        (Some(a), Some(b)) => a.is_same(b),
        _ => None,
    };
    let shorter = x.words.len().min(y.words.len());
    let exact = c.differences.is_empty();
    let linked = if exact && !c.staggered {
        c.share >= 950
            && (c.telling >= 2 || shorter >= 4 || (c.telling >= 1 && (rarest <= 5 || speakers == Some(true))))
    } else if exact {
        c.share >= 500 && c.longest >= 5
    } else {
        let needed = if c.staggered { 800 } else { 550 };
        let needed = if speakers == Some(false) { needed.max(850) } else { needed };
        c.share >= needed && c.matched >= 3 && c.longest >= 2 && c.telling >= 1
    };
    linked.then(|| f64::from(c.share.clamp(0, 1000)) / 1000.0)
}
