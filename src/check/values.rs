//! Slots of quantities and times → agree, compatible, update or conflict.

use super::question::question;
use super::verdict::{Ruling, compare, rule};
use super::{Meta, Severity, Story};
use crate::compare::Relation;
use crate::model::{Claim, ClaimId, Finding, Position};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "value-differs",
    summary: "outlets give different numbers, dates or times in answer to one question",
    docs: "Numbers are sets: *more than 150* is everything above 150, *about 50* also covers 48, *$5.7 billion* \
           covers 5.65 to 5.75 billion. Two outlets conflict when their sets do not meet.\n\n\
           Example: one outlet writes that *more than 150* people were arrested, another *140*.",
    severity: Severity::Error,
};

/// One finding for each slot of numeric claims.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    let slots = story.graph.slots();
    slots.iter().filter_map(|(_, members)| finding(story, members)).collect()
}

fn finding(story: &Story<'_>, members: &[ClaimId]) -> Option<Finding> {
    let claims: Vec<(ClaimId, &Claim)> =
        members.iter().filter_map(|&id| Some((id, story.graph.claim(id)?))).collect();
    let (_, first) = claims.first()?;
    if !first.kind.is_numeric() {
        return None;
    }
    let positions = positions(story, &claims);
    let Ruling { verdict, confidence, explanation } = rule(story, &claims)?;
    Some(Finding {
        id: String::new(),
        code: META.code,
        kind: first.kind,
        verdict,
        confidence,
        question: question(&claims),
        explanation,
        positions,
    })
}

/// Claims of equal value together, in order of their first.
fn positions(story: &Story<'_>, claims: &[(ClaimId, &Claim)]) -> Vec<Position> {
    let mut groups: Vec<(&Claim, Position)> = Vec::new();
    for &(id, claim) in claims {
        let same =
            |other: &Claim| other.value == claim.value || compare(story, other, claim) == Relation::Equal;
        match groups.iter_mut().find(|(c, _)| same(c)) {
            Some((_, position)) => position.claims.push(id),
            None => {
                groups.push((claim, Position { value: tidy(story.words(claim)), claims: vec![id] }));
            }
        }
    }
    groups.into_iter().map(|(_, p)| p).collect()
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
