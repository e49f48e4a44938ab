//! Claims in no finding → why: only one article says it, or what comes nearest elsewhere is too unsure a match.
//!
//! Figures, times, quotations, addresses and persons; who reads one outlet wants to know what the others leave out.

use std::collections::{BTreeMap, BTreeSet};

use super::Story;
use crate::model::{Claim, ClaimId, Finding, Kind, Unmatched, Value};

/// A quotation of fewer words says nothing by itself.
const WORDS: usize = 4;

/// A counterpart that is less likely than this is none.
const LIKELY: f64 = 0.1;

/// What no finding holds, by article and place.
pub(super) fn run(story: &Story<'_>, findings: &[Finding]) -> Vec<Unmatched> {
    let matched: BTreeSet<ClaimId> =
        findings.iter().flat_map(|f| &f.positions).flat_map(|p| p.claims.iter().copied()).collect();
    let nearest = nearest(story);
    let people = people(story);
    let mut told: BTreeSet<(u32, &str)> = BTreeSet::new();
    let claims = (0u32..).map(ClaimId).zip(&story.graph.claims);
    let mut out = Vec::new();
    for (id, claim) in claims.filter(|(id, _)| !matched.contains(id)) {
        let alone = match &claim.value {
            Value::Quote(words) => words.len() >= WORDS,
            Value::Words(name) if claim.kind == Kind::Name => {
                let known = people.get(surname(name)).is_some_and(|articles| articles.len() > 1);
                is_full_person(claim, name) && !known && told.insert((claim.article, name.as_str()))
            }
            Value::Address(_) => true,
            _ => claim.kind.is_numeric(),
        };
        if alone {
            out.push(Unmatched { claim: id, reason: reason(story, claim, nearest.get(&id)) });
        }
    }
    out
}

/// For every claim the likeliest counterpart in another article.
fn nearest(story: &Story<'_>) -> BTreeMap<ClaimId, (f64, ClaimId)> {
    let mut nearest: BTreeMap<ClaimId, (f64, ClaimId)> = BTreeMap::new();
    for &((a, b), score) in &story.links {
        for (one, other) in [(a, b), (b, a)] {
            let best = nearest.entry(one).or_insert((score, other));
            if score > best.0 {
                *best = (score, other);
            }
        }
    }
    nearest
}

/// In which articles each surname of a person stands.
fn people<'s>(story: &Story<'s>) -> BTreeMap<&'s str, BTreeSet<u32>> {
    let mut people: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for claim in story.graph.claims.iter().filter(|c| c.kind == Kind::Name) {
        if let Value::Words(name) = &claim.value {
            people.entry(surname(name)).or_default().insert(claim.article);
        }
    }
    people
}

fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

fn is_full_person(claim: &Claim, name: &str) -> bool {
    claim.subject.head == "person" && name.contains(' ')
}

fn reason(story: &Story<'_>, claim: &Claim, nearest: Option<&(f64, ClaimId)>) -> String {
    let likely = nearest.filter(|(score, _)| *score >= LIKELY);
    if let Some((score, other)) = likely.and_then(|(score, id)| Some((score, story.graph.claim(*id)?))) {
        let percent = score * 100.0;
        return format!(
            "comes nearest to “{}” in {}, but too unsurely ({percent:.0} %) to be compared",
            story.words(other),
            story.outlet(other)
        );
    }
    let dateless = story.article(claim).is_some_and(|a| a.published.is_none());
    match &claim.value {
        Value::Time(t) if t.relative && t.from.is_none() && dateless => {
            "the article has no date, so that the day stays open".to_owned()
        }
        _ => "no counterpart in another article".to_owned(),
    }
}
