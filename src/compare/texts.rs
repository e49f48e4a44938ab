//! Two claims → whether one text is printed twice: how many words stand the same right before and behind their
//! values.

use crate::model::{Article, Claim};

/// From so many words on, the two sentences are one text.
const ONE_TEXT: usize = 12;
/// In articles of which one repeats the other fewer will do.
const IN_COPIES: usize = 6;
/// A sentence of fewer words about the value is one text if all of them are the same.
const SHORT: usize = 4;

/// Returns whether both values stand at the same place of one text that both articles print. `copies` says whether
/// one article repeats the other.
#[must_use]
pub fn in_one_text(a: (&Article, &Claim), b: (&Article, &Claim), copies: bool) -> bool {
    let ([before_a, after_a], [before_b, after_b]) = (around(a.0, a.1), around(b.0, b.1));
    let before = shared(before_a.iter().rev(), before_b.iter().rev());
    let after = shared(after_a.iter(), after_b.iter());
    let all = (before_a.len() + after_a.len()).min(before_b.len() + after_b.len());
    let ends = [(before, &before_a, &before_b), (after, &after_a, &after_b)];
    // Both neighbours must be the same, unless the sentence begins or ends there.
    let touching = ends.iter().all(|(n, x, y)| *n > 0 || (x.is_empty() && y.is_empty()));
    let least = if copies { IN_COPIES.min(all.max(SHORT)) } else { ONE_TEXT };
    touching && before + after >= least
}

/// The words of the claim's sentence before and behind its value, in small letters.
fn around(article: &Article, claim: &Claim) -> [Vec<String>; 2] {
    let text = article.field(claim.span.field);
    let words = |from: u32, to: u32| {
        let part = text.get(from as usize..to as usize).unwrap_or_default();
        part.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    [words(claim.sentence.start, claim.span.start), words(claim.span.end, claim.sentence.end)]
}

fn shared<'w>(a: impl Iterator<Item = &'w String>, b: impl Iterator<Item = &'w String>) -> usize {
    a.zip(b).take_while(|(x, y)| x == y).count()
}
