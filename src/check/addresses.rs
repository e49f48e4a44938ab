//! Slots of addresses → agree, compatible or conflict: other numbers on one street, or one street under two names.

use std::collections::BTreeMap;

use super::{FindingBuilder, Meta, Severity, Story};
use crate::compare::{AddressRelation, address_relation};
use crate::model::{Address, Claim, ClaimId, Finding, Kind, Position, Value, Verdict};

/// See [`Meta`].
pub(crate) const META: Meta = Meta {
    code: "address-differs",
    summary: "outlets give different streets or numbers for one place",
    docs: "A block, a house number in it and a crossing can be one place; so can a street with and without its kind \
           and side. Two outlets conflict when they tell of the same thing at other numbers of one street, or at streets whose \
           names look like one another's slip, and neither names the other's place.\n\n\
           Example: one outlet writes *in the 5100 block of Harbour Road*, another *at 5020 Harbour Road*; one writes \
           *Philip Street*, another *Phillips Road*.",
    severity: Severity::Warning,
};

/// How sure a finding is whose addresses fit.
const FITS: f64 = 0.85;
/// How sure one is whose addresses do not.
const DIFFERS: f64 = 0.65;

/// One finding for each slot of addresses.
pub(crate) fn run(story: &Story<'_>) -> Vec<Finding> {
    story.graph.slots().iter().filter_map(|(_, members)| finding(story, members)).collect()
}

type Placed<'s> = (ClaimId, &'s Claim, &'s Address);

fn finding(story: &Story<'_>, members: &[ClaimId]) -> Option<Finding> {
    let placed: Vec<Placed<'_>> = members
        .iter()
        .map(|&id| {
            let claim = story.graph.claim(id)?;
            let Value::Address(address) = &claim.value else { return None };
            Some((id, claim, address))
        })
        .collect::<Option<_>>()?;
    let (how, x, y) = worst(&placed)?;
    let (verdict, confidence) = match how {
        AddressRelation::OtherNumber | AddressRelation::OtherName => (Verdict::Conflict, DIFFERS),
        AddressRelation::Same => (Verdict::Agree, FITS),
        AddressRelation::Meet | AddressRelation::Apart => (Verdict::Compatible, FITS),
    };
    let says = |c: &Claim| format!("{} says “{}”", story.outlet(c), tidy(story.words(c)));
    let reason = match how {
        AddressRelation::OtherNumber => "not in one block of that street",
        AddressRelation::OtherName => "one street under two names; neither outlet uses the other's",
        AddressRelation::Same => "the same place",
        AddressRelation::Meet | AddressRelation::Apart => "both can be one place",
    };
    Some(
        FindingBuilder::new(&META, Kind::Place, verdict, confidence)
            .question(format!(
                "Where exactly ({})?",
                placed.first().map_or_else(String::new, |p| tidy(story.words(p.1)))
            ))
            .explanation(format!("{}, {}: {reason}", says(x), says(y)))
            .positions(positions(story, &placed)),
    )
}

/// How the articles' addresses stand to each other: of every two articles the ones that fit best, of these the worst.
fn worst<'s>(placed: &[Placed<'s>]) -> Option<(AddressRelation, &'s Claim, &'s Claim)> {
    let mut nearest: BTreeMap<(u32, u32), (AddressRelation, &Claim, &Claim)> = BTreeMap::new();
    for (i, &(_, x, a)) in placed.iter().enumerate() {
        for &(_, y, b) in placed.iter().skip(i + 1).filter(|(_, y, _)| y.article != x.article) {
            if !says_most(placed, x, a) || !says_most(placed, y, b) {
                continue;
            }
            let how = address_relation(a, b);
            let best = nearest.entry((x.article, y.article)).or_insert((how, x, y));
            if rank(how) < rank(best.0) {
                *best = (how, x, y);
            }
        }
    }
    nearest.into_values().rev().max_by_key(|&(how, ..)| rank(how))
}

/// Returns whether the address is as full as any that its article gives. A street named once more by name alone says nothing new.
fn says_most(placed: &[Placed<'_>], claim: &Claim, address: &Address) -> bool {
    let full = |a: &Address| a.number.is_some() || a.crossing.is_some();
    full(address) || !placed.iter().any(|(_, c, a)| c.article == claim.article && full(a))
}

/// Streets that only a crossing joins are no disagreement.
fn rank(how: AddressRelation) -> u8 {
    match how {
        AddressRelation::Same => 0,
        AddressRelation::Apart | AddressRelation::Meet => 1,
        AddressRelation::OtherName => 2,
        AddressRelation::OtherNumber => 3,
    }
}

/// Equal addresses together, in order of their first.
fn positions(story: &Story<'_>, placed: &[Placed<'_>]) -> Vec<Position> {
    let mut groups: Vec<(&Address, Position)> = Vec::new();
    for &(id, claim, address) in placed {
        match groups.iter_mut().find(|(a, _)| address_relation(a, address) == AddressRelation::Same) {
            Some((_, position)) => position.claims.push(id),
            None => groups.push((address, Position { value: tidy(story.words(claim)), claims: vec![id] })),
        }
    }
    groups.into_iter().map(|(_, p)| p).collect()
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
