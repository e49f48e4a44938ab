//! The claims of a slot → who stands behind them: one source printed twice, rival speakers, a copy that differs.
//!
//! Two outlets that carry one official's figure are one voice, and two speakers who contradict each other are both
//! rightly quoted: a reader should know before blaming an outlet.

use std::collections::BTreeSet;

use super::Story;
use crate::compare::is_same_speaker;
use crate::model::{Article, Claim, ClaimId, Source, Verdict};

/// What is to be said of the sources, to follow the reason of the verdict; `x` and `y` are the claims that decided it.
pub(super) fn remark(
    story: &Story<'_>,
    verdict: Verdict,
    claims: &[(ClaimId, &Claim)],
    x: &Claim,
    y: &Claim,
) -> Option<String> {
    if matches!(verdict, Verdict::Conflict | Verdict::Update) {
        return differing(story, verdict, x, y);
    }
    let outlets: BTreeSet<u32> = claims.iter().map(|(_, c)| c.article).collect();
    let one = one_source(claims).map(|s| format!("{} outlets, one source, {}", outlets.len(), s.words));
    one.or_else(|| cited(story, claims))
}

/// How sure it is that a figure was changed where both print one text.
pub(super) const CHANGED: f64 = 0.97;

/// Returns whether one is a later version of the other's text by the same outlet or agency. Then its figures are newer, not wrong.
pub(super) fn revised(story: &Story<'_>, x: &Claim, y: &Claim) -> bool {
    let (Some(a), Some(b)) = (story.article(x), story.article(y)) else { return false };
    let same = |p: &str, q: &str| !p.is_empty() && p.eq_ignore_ascii_case(q);
    let house = same(&a.outlet, &b.outlet);
    let time = |a: &Article| a.updated.as_ref().or(a.published.as_ref()).map(|s| s.at);
    let later = time(a).zip(time(b)).is_some_and(|(p, q)| p != q);
    house && later && story.reprinted(x, y)
}

fn differing(story: &Story<'_>, verdict: Verdict, x: &Claim, y: &Claim) -> Option<String> {
    if verdict == Verdict::Conflict && story.reprinted(x, y) {
        return Some("both print one text, and in it the value was changed".to_owned());
    }
    if verdict == Verdict::Update && story.copied(x, y) {
        return Some("a later version of the other's text".to_owned());
    }
    if story.copied(x, y) {
        return Some("though one article repeats the other's text".to_owned());
    }
    let (a, b) = (x.source.as_ref()?, y.source.as_ref()?);
    match is_same_speaker(a, b)? {
        true => Some(format!("both name one source, {}", a.words)),
        false if !a.inferred && !b.inferred => Some(format!("rival claims of {} and {}", a.words, b.words)),
        false => None,
    }
}

/// "Post has it from Star": an article that names another of the story as its source is no voice of its own.
fn cited(story: &Story<'_>, claims: &[(ClaimId, &Claim)]) -> Option<String> {
    let plain = |name: &str| {
        let small = name.to_lowercase();
        small.strip_prefix("the ").map_or(small.clone(), str::to_owned)
    };
    claims.iter().find_map(|(_, c)| {
        let named = plain(c.source.as_ref()?.outlet.as_ref()?);
        let other = claims.iter().find(|(_, o)| o.article != c.article && plain(story.outlet(o)) == named)?;
        Some(format!("{} has it from {}", story.outlet(c), story.outlet(other.1)))
    })
}

/// The source that every claim of two or more articles names.
fn one_source<'c>(claims: &[(ClaimId, &'c Claim)]) -> Option<&'c Source> {
    let (_, first) = claims.first()?;
    let source = first.source.as_ref()?;
    let several = claims.iter().any(|(_, c)| c.article != first.article);
    let same = |c: &Claim| c.source.as_ref().and_then(|s| is_same_speaker(s, source)) == Some(true);
    (several && claims.iter().all(|(_, c)| same(c))).then_some(source)
}
